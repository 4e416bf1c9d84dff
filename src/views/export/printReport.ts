import { reportStyle } from '../../export/report/reportStyle.ts';

/** Prints a finished report from a frame of its own, without a window, a request, or a style that the page forbids. */
export function printReport(html: string, style = reportStyle): void {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  document.body.append(frame);
  const page = frame.contentDocument;
  const inner = page?.defaultView;
  if (!page || !inner) return;
  page.replaceChild(page.adoptNode(bodyOf(html)), page.documentElement);
  // The frame has the policy of the page, which allows no inline style; one that a script makes it allows.
  const sheet = new inner.CSSStyleSheet();
  sheet.replaceSync(style);
  page.adoptedStyleSheets = [sheet];
  inner.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  inner.focus();
  inner.print();
}

/** The report without its own style and policy: even a parser would complain of a style that the page forbids. */
function bodyOf(html: string): HTMLElement {
  const bare = html.replace(/<style>[^<]*<\/style>/, '').replace(/<meta http-equiv[^>]*>/, '');
  return new DOMParser().parseFromString(bare, 'text/html').documentElement;
}
