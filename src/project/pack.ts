import { deflateSync, Inflate, strToU8 } from 'fflate';

/** What packed text unpacks to, or why it does not. */
export type Unpacked =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'damaged' | 'truncated' | 'too-large' };

/** Larger models are refused: a few bytes can unpack to any size. */
const largestModel = 64_000_000;

/** Small enough that what one of them can unpack to, about a thousand times its size, fits in memory. */
const step = 8192;

/** Text as base64 of its deflated UTF-8. Equal texts give equal bytes: a raw stream holds no date. */
export function pack(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  let letters = '';
  for (let at = 0; at < bytes.length; at += step) letters += String.fromCharCode(...bytes.subarray(at, at + step));
  return btoa(letters);
}

/** What `pack` has made, as text. Never throws, and stops as soon as it grows too large. */
export function unpack(packed: string): Unpacked {
  if (packed.length > largestModel) return { ok: false, reason: 'too-large' };
  const bytes = bytesOf(packed);
  if (!bytes) return { ok: false, reason: 'damaged' };
  const parts: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  const inflate = new Inflate((part, isLast) => {
    parts.push(part);
    size += part.length;
    isComplete ||= isLast;
  });
  try {
    for (let at = 0; at < bytes.length && size <= largestModel; at += step)
      inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  } catch (error) {
    // Code 0 is the end of the data before the end of the stream.
    const isCut = error instanceof Error && 'code' in error && error.code === 0;
    return { ok: false, reason: isCut ? 'truncated' : 'damaged' };
  }
  if (size > largestModel) return { ok: false, reason: 'too-large' };
  if (!isComplete) return { ok: false, reason: 'truncated' };
  const text = textOf(parts, size);
  return text === null ? { ok: false, reason: 'damaged' } : { ok: true, text };
}

/** Base64 in the letters that an address may hold. */
export function toUrl(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The way back from `toUrl`. */
export function fromUrl(text: string): string {
  return text.replaceAll('-', '+').replaceAll('_', '/');
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    // Where the end is cut, one letter too many holds no whole byte; the stream then says that its end is missing.
    const whole = base64.replace(/=+$/, '');
    const letters = atob(whole.length % 4 === 1 ? whole.slice(0, -1) : whole);
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function textOf(parts: readonly Uint8Array[], size: number): string | null {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
}
