/** The quiz on the diagram. Loaded when needed. */
export const texts = {
  'quiz.title': 'Quiz',
} as const;
