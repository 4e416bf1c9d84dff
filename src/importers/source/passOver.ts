import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  minus,
  newline,
  openBrace,
  openBracket,
  quote,
  space,
  tab,
} from './bytes.ts';

/*
 * Walks over JSON that nobody reads, and vouches for it: whatever `JSON.parse` would refuse is refused here too, so that leaving
 * such a part out of a text never makes a damaged text whole.
 */

/** A whole array or object that was passed over. */
export type Passed = {
  /** Index of its bracket that opens, and of the first byte after the one that closes. */
  readonly begin: number;
  readonly end: number;
  /** Elements, or members, that it has itself. */
  readonly size: number;
  /** Line breaks in it, and the index of the last one; -1 where there is none. */
  readonly breaks: number;
  readonly lastBreak: number;
};

/** What is deeper is left to the parser; nothing that is worth leaving out is. */
const deepest = 32;

/** What may come next. */
const aValue = 0;
const aValueOrEnd = 1;
const aKey = 2;
const aKeyOrEnd = 3;
const afterKey = 4;
const afterValue = 5;

/** The value of a member whose key ends before `from`, where it is an array or an object and undamaged as far as its end; else null. */
export function passMember(bytes: Uint8Array, from: number): Passed | null {
  let at = from;
  let breaks = 0;
  let lastBreak = -1;
  let seen = false;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === newline) {
      breaks += 1;
      lastBreak = at;
    } else if (byte === colon && !seen) seen = true;
    else if (byte !== space && byte !== tab && byte !== carriageReturn) break;
  }
  if (!seen) return null;
  const passed = passOver(bytes, at);
  if (passed === null || breaks === 0) return passed;
  return {
    ...passed,
    breaks: breaks + passed.breaks,
    lastBreak: passed.lastBreak < 0 ? lastBreak : passed.lastBreak,
  };
}

/** The array or object that begins at `from`; null where it is damaged, too deep, or not all there. */
function passOver(bytes: Uint8Array, from: number): Passed | null {
  const { length } = bytes;
  const isObject: boolean[] = [];
  let depth = 0;
  let size = 0;
  let breaks = 0;
  let lastBreak = -1;
  let next = aValue;
  let at = from;
  while (at < length) {
    const byte = bytes[at];
    if (byte === space || byte === tab || byte === carriageReturn) {
      at += 1;
    } else if (byte === newline) {
      breaks += 1;
      lastBreak = at;
      at += 1;
      // What kubectl prints is a third of blanks.
      while (bytes[at] === space) at += 1;
    } else if (next === afterValue && byte === comma) {
      if (depth === 1) size += 1;
      next = isObject[depth] ? aKey : aValue;
      at += 1;
    } else if (byte === closeBracket || byte === closeBrace) {
      const isEmpty = next === aValueOrEnd || next === aKeyOrEnd;
      if ((!isEmpty && next !== afterValue) || isObject[depth] !== (byte === closeBrace)) return null;
      if (depth === 1 && !isEmpty) size += 1;
      depth -= 1;
      at += 1;
      if (depth === 0) return { begin: from, end: at, size, breaks, lastBreak };
      next = afterValue;
    } else if (next === aKey || next === aKeyOrEnd) {
      at = byte === quote ? endOfString(bytes, at + 1) : -1;
      if (at < 0) return null;
      next = afterKey;
    } else if (next === afterKey) {
      if (byte !== colon) return null;
      at += 1;
      next = aValue;
    } else if (next === afterValue) {
      return null;
    } else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      if (depth > deepest) return null;
      isObject[depth] = byte === openBrace;
      next = byte === openBrace ? aKeyOrEnd : aValueOrEnd;
      at += 1;
    } else if (depth === 0) {
      return null;
    } else {
      at = byte === quote ? endOfString(bytes, at + 1) : endOfScalar(bytes, at);
      if (at < 0) return null;
      next = afterValue;
    }
  }
  return null;
}

/** Bytes that stand for themselves in a string. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= space && byte !== quote && byte !== backslash ? 1 : 0,
);
const escapes: ReadonlySet<number | undefined> = new Set([...'"\\/bfnrt'].map((one) => one.charCodeAt(0)));

/** The index after the quote that ends a string; -1 where none does, or something in it may not be there. */
function endOfString(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let at = from;
  while (at < length) {
    const byte = bytes[at] ?? 0;
    if (plain[byte] === 1) at += 1;
    else if (byte === quote) return at + 1;
    else if (byte !== backslash) return -1;
    else if (escapes.has(bytes[at + 1])) at += 2;
    else if (isUnicodeEscape(bytes, at)) at += 6;
    else return -1;
  }
  return -1;
}

function isUnicodeEscape(bytes: Uint8Array, at: number): boolean {
  return /^\\u[\da-fA-F]{4}$/.test(String.fromCharCode(...bytes.subarray(at, at + 6)));
}

/** The index after a number, `true`, `false` or `null`; -1 where it is none. The longest number that a double needs is shorter. */
function endOfScalar(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isOfScalar(bytes[at] ?? 0)) at += 1;
  if (at === from || at - from > 40) return -1;
  if (isWholeNumber(bytes, from, at) || words.some((word) => isWord(word, bytes, from, at))) return at;
  return number.test(String.fromCharCode(...bytes.subarray(from, at))) ? at : -1;
}

const words = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function isWord(word: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== word.length) return false;
  for (let index = 0; index < word.length; index += 1) if (bytes[from + index] !== word[index]) return false;
  return true;
}

function isOfScalar(byte: number): boolean {
  return (
    isDigit(byte) || (byte >= 0x61 && byte <= 0x7a) || byte === minus || byte === 0x2b || byte === 0x2e || byte === 0x45
  );
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
