import { BrowserFailure } from './browserFailure.ts';

/**
 * Loads a part of the page: `loadPart(() => import('./part.ts'))`.
 * @throws BrowserFailure where the server is gone, no longer has this version, or answers with something else
 */
export async function loadPart<T extends object>(load: () => Promise<T>): Promise<T> {
  let part: T;
  try {
    await Promise.all([...lostStyles.keys()].map(regain));
    part = await load();
  } catch (cause) {
    throw new BrowserFailure('not-loaded', cause);
  }
  // An answer that was cut short can still be a module, but has lost its exports, which the build writes last.
  const exports: readonly unknown[] = Object.values(part);
  if (exports.length === 0 || exports.includes(undefined))
    throw new BrowserFailure('not-loaded', 'A part of the page is empty');
  return part;
}

/**
 * Style sheets that did not come, with what asks for them once more, if anything does. The code that loads parts asks for each
 * only once, and counts it as loaded from then on.
 */
const lostStyles = new Map<string, Promise<void> | null>();

if (typeof document !== 'undefined')
  document.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return;
      lostStyles.set(target.href, null);
      target.remove();
    },
    true,
  );

function regain(href: string): Promise<void> {
  const asked = lostStyles.get(href);
  if (asked) return asked;
  const regained = new Promise<void>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.addEventListener('load', () => {
      lostStyles.delete(href);
      resolve();
    });
    link.addEventListener('error', () => reject(new Error(`No styles: ${href}`)));
    document.head.append(link);
  });
  lostStyles.set(href, regained);
  return regained;
}
