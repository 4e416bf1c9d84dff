import type { texts as english } from '../en/quiz.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'quiz.title': 'Quiz',
};
