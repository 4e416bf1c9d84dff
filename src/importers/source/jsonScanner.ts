import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  newline,
  openBrace,
  openBracket,
  quote,
  space,
  tab,
} from './bytes.ts';

/*
 * Walks over JSON that nobody reads, and vouches for it: whatever `JSON.parse` would refuse is refused here too, so that leaving
 * such a part out of a text never makes a damaged text whole. Gigabytes go through these loops. Each gives the index after what
 * it walks over, and -1 where that is damaged or not all there.
 */

/** The bits of a number tell which of the brackets that are open are braces. */
const deepest = 30;

/**
 * The index after the value that begins at `from`; -1 also where it nests more deeply than anything that is read.
 * @param rounds how often a value within, of `deepest` more levels, is walked over by itself
 */
export function endOfValue(bytes: Uint8Array, from: number, rounds = 17): number {
  let at = from;
  let depth = 0;
  let braces = 0;
  let isMap = false;
  let isFirst = false;
  for (;;) {
    // A member or an element begins, or what is empty ends.
    let byte = bytes[at] ?? 0;
    if (byte === newline) {
      at = spacesFrom(bytes, at + 1);
      byte = bytes[at] ?? 0;
    }
    if (byte <= space) {
      at = blanksFrom(bytes, at);
      byte = bytes[at] ?? 0;
    }
    const isEmpty = isFirst && byte === (isMap ? closeBrace : closeBracket);
    if (isMap && !isEmpty) {
      at = byte === quote ? endOfString(bytes, at + 1) : -1;
      if (at >= 0) at = afterColon(bytes, at);
      if (at < 0) return -1;
      byte = bytes[at] ?? 0;
    }
    if (isEmpty) {
      at += 1;
      depth -= 1;
    } else if (byte === quote) {
      at = endOfString(bytes, at + 1);
      if (at < 0) return -1;
    } else if (byte === openBrace || byte === openBracket) {
      if (depth < deepest) {
        at += 1;
        depth += 1;
        isMap = byte === openBrace;
        braces = isMap ? braces | (1 << depth) : braces & ~(1 << depth);
        isFirst = true;
        continue;
      }
      at = rounds > 0 ? endOfValue(bytes, at, rounds - 1) : -1;
      if (at < 0) return -1;
    } else {
      at = endOfScalar(bytes, at);
      if (at < 0) return -1;
    }
    isFirst = false;
    for (;;) {
      if (depth === 0) return at;
      isMap = ((braces >> depth) & 1) === 1;
      if ((bytes[at] ?? 0) <= space) at = blanksFrom(bytes, at);
      const next = bytes[at];
      at += 1;
      if (next === comma) break;
      if (next !== (isMap ? closeBrace : closeBracket)) return -1;
      depth -= 1;
    }
  }
}

/** From the end of a key to its value. */
export function afterColon(bytes: Uint8Array, from: number): number {
  let at = from;
  if (bytes[at] !== colon) at = blanksFrom(bytes, at);
  if (bytes[at] !== colon) return -1;
  at += 1;
  if (bytes[at] === space) at += 1;
  return (bytes[at] ?? 0) > space ? at : blanksFrom(bytes, at);
}

/** From the key of a member to its value. */
function valueOfMember(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== quote) return -1;
  const keyEnd = endOfString(bytes, from + 1);
  return keyEnd < 0 ? -1 : afterColon(bytes, keyEnd);
}

/** A map or list that was passed over: the index after it, and how many members it has. */
export type Skipped = { readonly end: number; readonly size: number };

/** The map or list that begins at `from`; null for all else, and where it is damaged. */
export function skipValue(bytes: Uint8Array, from: number): Skipped | null {
  const isMap = bytes[from] === openBrace;
  if (!isMap && bytes[from] !== openBracket) return null;
  const close = isMap ? closeBrace : closeBracket;
  let at = blanksFrom(bytes, from + 1);
  if (bytes[at] === close) return { end: at + 1, size: 0 };
  for (let size = 1; ; size += 1) {
    if (isMap) at = valueOfMember(bytes, at);
    if (at >= 0) at = endOfValue(bytes, at);
    if (at < 0) return null;
    at = blanksFrom(bytes, at);
    if (bytes[at] === close) return { end: at + 1, size };
    if (bytes[at] !== comma) return null;
    at = blanksFrom(bytes, at + 1);
  }
}

/** The index of the first byte that is no blank. What kubectl prints is a third of blanks. */
export function blanksFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte > space) return at;
    if (byte === newline || byte === space) at = spacesFrom(bytes, at + 1);
    else if (byte === tab || byte === carriageReturn) at += 1;
    else return at;
  }
}

/** Bytes that stand for themselves in a string. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= space && byte !== quote && byte !== backslash ? 1 : 0,
);

/** Lines are indented by many: four at a time are passed over twice as fast. */
function spacesFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === space && bytes[at + 1] === space && bytes[at + 2] === space && bytes[at + 3] === space) at += 4;
  while (bytes[at] === space) at += 1;
  return at;
}

/** The index of the first byte that does not stand for itself in a string. */
export function plainFrom(bytes: Uint8Array, from: number): number {
  let at = from;
  while (
    plain[bytes[at] ?? 0] === 1 &&
    plain[bytes[at + 1] ?? 0] === 1 &&
    plain[bytes[at + 2] ?? 0] === 1 &&
    plain[bytes[at + 3] ?? 0] === 1
  )
    at += 4;
  while (plain[bytes[at] ?? 0] === 1) at += 1;
  return at;
}

/** The index after the quote that ends a string whose first quote stands before `from`. */
export function endOfString(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = plainFrom(bytes, at);
    if (bytes[at] === quote) return at + 1;
    const length = bytes[at] === backslash ? lengthOfEscape(bytes, at) : 0;
    if (length === 0) return -1;
    at += length;
  }
}

const escapes: ReadonlySet<number | undefined> = new Set([...'"\\/bfnrt'].map((one) => one.charCodeAt(0)));

/** Bytes of the escape that begins at `at`; 0 where it is none. */
function lengthOfEscape(bytes: Uint8Array, at: number): number {
  if (escapes.has(bytes[at + 1])) return 2;
  return /^\\u[\da-fA-F]{4}$/.test(String.fromCharCode(...bytes.subarray(at, at + 6))) ? 6 : 0;
}

/** The index after a number, `true`, `false` or `null`. The longest number that a double needs is shorter. */
function endOfScalar(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isOfScalar[bytes[at] ?? 0] === 1) at += 1;
  if (at === from || at - from > 40) return -1;
  if (isWholeNumber(bytes, from, at) || words.some((word) => isWord(word, bytes, from, at))) return at;
  return number.test(String.fromCharCode(...bytes.subarray(from, at))) ? at : -1;
}

const words = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

const isOfScalar = new Uint8Array(256);
for (const character of '0123456789abcdefghijklmnopqrstuvwxyz-+.E') isOfScalar[character.charCodeAt(0)] = 1;

function isWord(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== word.length) return false;
  for (let index = 0; index < word.length; index += 1) if (bytes[from + index] !== word[index]) return false;
  return true;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Most numbers are whole ones: these need no pattern. */
function isWholeNumber(bytes: Uint8Array, from: number, to: number): boolean {
  if (bytes[from] === 0x30) return to === from + 1;
  for (let at = from; at < to; at += 1) if (!isDigit(bytes[at] ?? 0)) return false;
  return true;
}
