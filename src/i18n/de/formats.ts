import type { texts as english } from '../en/formats.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'formats.title': 'Daten',
};
