import type { texts as english } from '../en/learning.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'learning.title': 'Kurs',
};
