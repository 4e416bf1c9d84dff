/** Presenter mode, notes and handouts. Loaded when needed. */
export const texts = {
  'presenter.title': 'Present',
} as const;
