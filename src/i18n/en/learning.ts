/** Lessons: course page, lesson, progress, and the making of lessons. Loaded when needed. */
export const texts = {
  'learning.title': 'Course',
} as const;
