import type { ImportReport } from './appState.ts';

/** A report that says nothing yet. */
export const noReport: ImportReport = {
  outcome: 'failed',
  issues: [],
  nodes: 0,
  pods: 0,
  services: 0,
  drift: null,
  restored: 0,
  opened: null,
  unreadable: null,
};
