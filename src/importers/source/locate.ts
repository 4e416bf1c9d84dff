import { backslash, closeBracket, comma, newline, openBrace, openBracket, quote } from './bytes.ts';
import { afterColon, blanksFrom, endOfString, endOfValue } from './jsonScanner.ts';

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
    const end = endOfString(bytes, at + 1);
    const isIt = isKey(bytes.subarray(at + 1, end - 1), wanted, key);
    at = afterColon(bytes, end);
    if (at < 0 || isIt) return at < 0 ? null : at;
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

/** From a value to the next one after its comma, or to what closes what is around it; to the end behind what nests too deeply. */
function nextAfter(bytes: Uint8Array, from: number): number {
  const end = endOfValue(bytes, from);
  const at = end < 0 ? bytes.length : blanksFrom(bytes, end);
  return bytes[at] === comma ? blanksFrom(bytes, at + 1) : at;
}
