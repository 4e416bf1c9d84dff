/** The id of the page's one file chooser. */
export const chooserId = 'file-chooser';

/** Opens the file chooser, as if its button had been pressed. */
export function openChooser(): void {
  document.getElementById(chooserId)?.click();
}
