import type { texts as english } from '../en/sharing.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'sharing.title': 'Link und Projekt',
};
