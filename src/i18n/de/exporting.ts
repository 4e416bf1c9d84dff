import type { texts as english } from '../en/exporting.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'exporting.title': 'Exportieren',
  'exporting.picture': 'Bild',
};
