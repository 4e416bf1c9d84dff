import { BrowserFailure } from './browserFailure.ts';

/*
 * Browsers give the clipboard to pages that come over HTTPS or from this machine. To all others they give what is older than
 * that: a text can be copied as if the user had selected it, and nothing can be pasted or copied but by the user's own keys.
 */

/** @throws BrowserFailure where the browser lets nothing be copied */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    if (!copySelected(text)) throw new BrowserFailure('no-clipboard', cause);
  }
}

/** Copies what several kinds of programs can take, by its type. @throws BrowserFailure where the browser lets nothing be copied */
export async function copyItems(items: Readonly<Record<string, Blob | Promise<Blob>>>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ ...items })]);
  } catch (cause) {
    throw new BrowserFailure('no-clipboard', cause);
  }
}

/** Whether programs can be given this type; where the browser does not tell, they cannot. */
export function canCopy(type: string): boolean {
  return typeof ClipboardItem !== 'undefined' && ClipboardItem.supports?.(type) === true;
}

/** @throws BrowserFailure where only the user's own keys may paste */
export async function pastedText(): Promise<string> {
  try {
    return await navigator.clipboard.readText();
  } catch (cause) {
    throw new BrowserFailure('no-clipboard', cause);
  }
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  // Nothing outside of a modal dialog can be selected.
  const place = focused?.closest('dialog') ?? document.body;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'visually-hidden';
  place.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus();
  }
}
