/**
 * Prints a picture on a page of its own size. The style is handed over as an object, because the page's policy takes
 * none that is written into a document.
 */
export function printSvg(svg: string): void {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = 'mitmap';
  document.body.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return;
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const unit = (value: string | null) => (value && /^[\d.]+$/.test(value) ? `${value}px` : value);
  const sheet = new (view as unknown as typeof globalThis).CSSStyleSheet();
  const [width, height] = [unit(picture.getAttribute('width')), unit(picture.getAttribute('height'))];
  sheet.replaceSync(`@page { size: ${width} ${height}; margin: 0 } body { margin: 0 } svg { display: block }`);
  page.adoptedStyleSheets = [sheet];
  page.body.append(page.importNode(picture, true));
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  view.focus();
  view.print();
}
