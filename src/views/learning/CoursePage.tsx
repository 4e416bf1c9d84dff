/** All lessons, and what is done. */
export function CoursePage() {
  return null;
}
