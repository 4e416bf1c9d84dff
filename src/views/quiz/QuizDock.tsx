/** The quiz beside the picture. */
export function QuizDock() {
  return null;
}
