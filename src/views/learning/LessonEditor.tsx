/** Makes a lesson of what is on the page. */
export function LessonEditor() {
  return null;
}
