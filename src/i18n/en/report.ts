/** The report. Loaded when needed. */
export const texts = {
  'report.title': 'Report',
} as const;
