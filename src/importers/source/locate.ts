import { backslash, closeBrace, closeBracket, colon, comma, newline, openBrace, openBracket, quote } from './bytes.ts';

/*
 * Where a value stands in JSON that is known to be sound. A parser would make a tree of all of it, which takes longer than all
 * else that is done with an object.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The index of the value at a path, or of the last value on the way to it that exists; null where there is none. */
export function locate(bytes: Uint8Array, path: readonly (string | number)[]): number | null {
  let at = blanksFrom(bytes, 0);
  let found: number | null = null;
  for (const step of path) {
    const next = typeof step === 'number' ? elementOf(bytes, at, step) : memberOf(bytes, at, step);
    if (next === null) return found;
    found = next;
    at = next;
  }
  return found;
}

/** Line breaks before an index, and how many characters of its own line. */
export function positionOf(bytes: Uint8Array, index: number): { readonly breaks: number; readonly before: number } {
  let breaks = 0;
  let lineStart = 0;
  for (let at = 0; at < index; at += 1) {
    if (bytes[at] !== newline) continue;
    breaks += 1;
    lineStart = at + 1;
  }
  return { breaks, before: decoder.decode(bytes.subarray(lineStart, index)).length };
}

function memberOf(bytes: Uint8Array, from: number, key: string): number | null {
  if (bytes[from] !== openBrace) return null;
  const wanted = encoder.encode(key);
  let at = blanksFrom(bytes, from + 1);
  while (bytes[at] === quote) {
    const end = endOfString(bytes, at);
    const isIt = isKey(bytes.subarray(at + 1, end - 1), wanted, key);
    at = blanksFrom(bytes, end);
    if (bytes[at] !== colon) return null;
    at = blanksFrom(bytes, at + 1);
    if (isIt) return at;
    at = nextAfter(bytes, at);
  }
  return null;
}

function elementOf(bytes: Uint8Array, from: number, index: number): number | null {
  if (bytes[from] !== openBracket) return null;
  let at = blanksFrom(bytes, from + 1);
  for (let number = 0; number < index; number += 1) {
    if (at >= bytes.length || bytes[at] === closeBracket) return null;
    at = nextAfter(bytes, at);
  }
  return at >= bytes.length || bytes[at] === closeBracket ? null : at;
}

/** Whether a key as it is written is the wanted one; some are written with escapes. */
function isKey(written: Uint8Array, wanted: Uint8Array, key: string): boolean {
  if (written.includes(backslash)) return JSON.parse(`"${decoder.decode(written)}"`) === key;
  return written.length === wanted.length && written.every((byte, at) => byte === wanted[at]);
}

/** From a value to the next one after its comma, or to what closes what is around it. */
function nextAfter(bytes: Uint8Array, from: number): number {
  const at = blanksFrom(bytes, endOfValue(bytes, from));
  return bytes[at] === comma ? blanksFrom(bytes, at + 1) : at;
}

function endOfValue(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      at += 1;
    } else if (byte === closeBrace || byte === closeBracket) {
      if (depth === 0) return at;
      depth -= 1;
      at += 1;
    } else if (depth === 0 && (byte === comma || isBlank(byte))) return at;
    else {
      at += 1;
      continue;
    }
    if (depth === 0) return at;
  }
  return at;
}

/** The index after the quote that ends the string that begins at `from`. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at + 1;
}

function blanksFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;
}
