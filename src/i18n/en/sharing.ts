/** Share links, project files and what is inside an exported picture. Loaded when needed. */
export const texts = {
  'sharing.title': 'Link and project',
} as const;
