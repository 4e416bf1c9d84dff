/** What to present, and how. */
export function PresenterPage() {
  return null;
}
