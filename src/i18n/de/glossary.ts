import type { texts as english } from '../en/glossary.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'glossary.title': 'Glossar',
};
