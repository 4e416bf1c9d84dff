/** The data formats. Loaded when needed. */
export const texts = {
  'formats.title': 'Data',
} as const;
