/** The analysis for other tools. */
export function DataPanel() {
  return null;
}
