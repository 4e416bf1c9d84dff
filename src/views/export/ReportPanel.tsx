/** A report as a file. */
export function ReportPanel() {
  return null;
}
