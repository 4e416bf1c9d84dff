/** A picture as a file. */
export function PicturePanel() {
  return null;
}
