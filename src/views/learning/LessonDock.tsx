/** A lesson beside the picture. */
export function LessonDock() {
  return null;
}
