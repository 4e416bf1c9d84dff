import type { texts as english } from '../en/report.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'report.title': 'Bericht',
};
