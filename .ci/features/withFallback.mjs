/**
 * What some supported browser lacks, and where the page does without.
 * @type {readonly { readonly key: string, readonly where: string, readonly otherwise: string }[]} `where` is a file, or a folder
 */
export const withFallback = [
  { key: 'api.Window.requestIdleCallback', where: 'src/browser/idle.ts', otherwise: 'a short delay' },
  {
    key: 'api.ReadableStreamBYOBReader.read',
    where: 'src/reading/streamBytes.ts',
    otherwise: 'parts of a file are asked for one by one',
  },
  { key: 'api.ReadableStreamBYOBReader.cancel', where: 'src/reading/streamBytes.ts', otherwise: 'the same' },
  {
    key: 'api.ClipboardItem.supports_static',
    where: 'src/browser/clipboard.ts',
    otherwise: 'the SVG is copied as text',
  },
  {
    key: 'html.global_attributes.autocapitalize',
    where: 'src/views',
    otherwise: 'a desktop capitalizes nothing by itself',
  },
  { key: 'css.properties.cursor.', where: 'src/views', otherwise: 'a finger has no pointer to show' },
  { key: 'css.properties.resize', where: 'src/views', otherwise: 'a text area of one size, which scrolls' },
  { key: 'css.properties.font-family.ui-monospace', where: 'src/views', otherwise: 'the next font of the list' },
];
