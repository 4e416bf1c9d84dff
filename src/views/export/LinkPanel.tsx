/** A link or a project file. */
export function LinkPanel() {
  return null;
}
