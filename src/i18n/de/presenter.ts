import type { texts as english } from '../en/presenter.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'presenter.title': 'Vorführen',
};
