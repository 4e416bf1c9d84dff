/** The glossary and the tour. Loaded when needed. */
export const texts = {
  'glossary.title': 'Glossary',
} as const;
