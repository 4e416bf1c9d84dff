/** The export dialog and its page for pictures. Loaded when needed. */
export const texts = {
  'exporting.title': 'Export',
  'exporting.picture': 'Picture',
} as const;
