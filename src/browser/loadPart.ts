import { BrowserFailure } from './browserFailure.ts';

/**
 * Loads a part of the page: `loadPart(() => import('./part.ts'))`.
 * @throws BrowserFailure where the server is gone, no longer has this version, or answers with something else
 */
export async function loadPart<T extends object>(load: () => Promise<T>): Promise<T> {
  let part: T;
  try {
    part = await load();
  } catch (cause) {
    removeFailedStyles();
    throw new BrowserFailure('not-loaded', cause);
  }
  // An answer that was cut short can still be a module, but has lost its exports, which the build writes last.
  const exports: readonly unknown[] = Object.values(part);
  if (exports.length === 0 || exports.includes(undefined))
    throw new BrowserFailure('not-loaded', 'A part of the page is empty');
  return part;
}

/** A style sheet that did not come counts as loaded for the next try, which would then show its part without style. */
function removeFailedStyles(): void {
  if (typeof document === 'undefined') return;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) if (!link.sheet) link.remove();
}
