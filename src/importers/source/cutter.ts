import {
  backslash,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  newline,
  openBrace,
  openBracket,
  quote,
  space,
  tab,
} from './bytes.ts';
import { joined } from './inputFile.ts';
import type { ProjectingParser } from './projectingParser.ts';

/** A line of a file and a column in it, both from 1. */
export type Position = { readonly line: number; readonly column: number };

/** What is left when a text ends within a value, or one value grows beyond what we hold or nests too deeply. */
export type Unfinished = Position & { readonly unfinished: 'cut-off' | 'too-large' | 'too-deep' };

/**
 * Levels in one another beyond which nothing is read: no Kubernetes object has a tenth of it, and whoever walks down too
 * far runs out of stack, which ends more than the walk.
 */
export const deepest = 500;

/** What the list around a value said of itself before its items; null for a value of its own. */
export type Around = { readonly kind: string | null } | null;

/** What a list of some kind is a list of; null for a List of mixed kinds. */
export function itemKindOf(listKind: string | null): string | null {
  return listKind?.endsWith('List') && listKind !== 'List' ? listKind.slice(0, -'List'.length) : null;
}

/** One complete value: a whole top-level one, or one item of a list. */
export type Piece = Position & {
  readonly list: Around;
  /** All of it as it stands in the file, until the next chunk is entered. */
  readonly bytes: Uint8Array;
  /** What is wanted of it, where that was taken while it was cut. */
  readonly value?: unknown;
};

const decoder = new TextDecoder();

export type Cutter = {
  /** Goes on with the next bytes of a text, when there is nothing more in the last ones. */
  readonly enter: (chunk: Uint8Array) => void;
  /** The next value that ends in them; null where none does any more. */
  readonly next: () => Piece | Unfinished | null;
  /** Bytes of earlier chunks that are held. */
  readonly held: () => number;
  /** Whether the text so far ends within a value. */
  readonly isWithin: () => boolean;
  /** Where the value begins that is being read, or the last one. */
  readonly begin: () => Position;
};

/**
 * Cuts JSON into values and holds only one chunk and the value that goes beyond it: the items of a list one by one, values one
 * after another, and lines of JSON. Text between values is passed over, and so are the logs in a `kubectl cluster-info dump`.
 * @param take reads a value that lies within one chunk at once, so that its bytes are walked over only once
 */
export function createCutter(take: ProjectingParser): Cutter {
  /** The present chunk and zeros after it, where everything that walks through it ends. */
  let chunk = new Uint8Array(margin);
  let length = 0;
  /** How far it has been read. */
  let present = 0;
  /** What has been found there and not been given yet. */
  let found: Piece | Unfinished | null = null;
  /** What is still needed of earlier chunks. Indices count from the present chunk, so that these bytes have negative ones. */
  let held = new Uint8Array();
  let line = 1;
  let lineStart = 0;
  let onlyBlanks = true;
  let inLogs = false;
  let inString = false;
  let escaped = false;
  let stringStart = 0;
  /** Index of the quote that ended the last string. */
  let stringEnd = 0;
  let lastString = '';
  let key = '';
  let depth = 0;
  /** The deepest level within the value that is being read. */
  let reached = 0;
  let list: Around = null;
  let itemKind: string | null = null;
  /** Depth of the array whose objects are items; 0 outside of one. */
  let itemsDepth = 0;
  /** Where the value that is being read begins: an item, else a top-level value that is no list. */
  let start = -1;
  let isReading = false;
  let begin: Position = { line: 1, column: 1 };

  const sliceOf = (from: number, to: number): Uint8Array =>
    from >= 0
      ? chunk.subarray(from, to)
      : joined([
          held.subarray(Math.max(0, held.length + from), held.length + Math.min(0, to)),
          chunk.subarray(0, Math.max(0, to)),
        ]);

  const beginAt = (at: number) => {
    start = at;
    isReading = true;
    reached = depth;
    begin = { line, column: at - lineStart + 1 };
  };

  const isHeld = (index: number) => index >= -held.length;

  const hold = () => {
    // Only the value that is being read is kept, else the line, which may tell that logs begin.
    const between = depth === 0 && isHeld(lineStart) ? lineStart : inString ? stringStart : length;
    const from = isReading ? start : between;
    held = sliceOf(from, length).slice();
    start -= length;
    stringStart -= length;
    stringEnd -= length;
    lineStart -= length;
    length = 0;
  };

  /** Reads on in a string; gives where to go on after it. */
  const readString = (from: number): number => {
    const end = endOfString(chunk, from, length);
    inString = end >= length;
    escaped = end > length;
    // JSON has no line breaks in strings; a text with one is broken, and the next line is a new chance.
    if (inString || chunk[end] === newline) return end;
    stringEnd = end;
    if (depth === 1 && stringEnd - stringStart < 64) lastString = decoder.decode(sliceOf(stringStart + 1, stringEnd));
    return end + 1;
  };

  /** Takes the value that begins here, if it can be; gives the index after it, else -1. */
  const takeAt = (at: number): number => {
    const taken = take(chunk, at, itemKind);
    if (!taken) return -1;
    const { value, end } = taken;
    isReading = false;
    found = { value, bytes: chunk.subarray(at, end), list, ...begin };
    const breaks = breaksIn(chunk, at, end);
    line += breaks;
    if (breaks > 0) lineStart = chunk.lastIndexOf(newline, end - 1) + 1;
    return end;
  };

  /** Goes down where a bracket opens, or takes the item that it opens; gives where to go on. */
  const open = (at: number, isMap: boolean): number => {
    if (isMap && itemsDepth > 0 && depth === itemsDepth) {
      beginAt(at);
      const end = takeAt(at);
      if (end > 0) return end;
    }
    depth += 1;
    if (depth > reached) reached = depth;
    if (!isMap && depth === 2 && itemsDepth === 0 && key.toLowerCase() === 'items') {
      list = { kind: kindBefore(decoder.decode(sliceOf(start, at))) };
      itemKind = itemKindOf(list.kind);
      itemsDepth = 2;
      isReading = false;
    }
    return at + 1;
  };

  const openText = (at: number, isMap: boolean): number => {
    key = '';
    list = isMap ? null : { kind: null };
    itemKind = null;
    itemsDepth = isMap ? 0 : 1;
    beginAt(at);
    isReading = isMap;
    const end = isMap ? takeAt(at) : -1;
    if (end > 0) return end;
    depth = 1;
    reached = 1;
    return at + 1;
  };

  /** One level less; a value, where that ends the one that is being read. */
  const close = (end: number): Piece | Unfinished | null => {
    depth -= 1;
    if (isReading && (depth === 0 || depth === itemsDepth)) {
      isReading = false;
      if (reached > deepest) return { unfinished: 'too-deep', ...begin };
      return { bytes: sliceOf(start, end), list, ...begin };
    }
    if (itemsDepth > 0 && depth < itemsDepth) itemsDepth = depth === 0 ? 0 : Number.POSITIVE_INFINITY;
    return null;
  };

  const endLine = (at: number) => {
    if (depth === 0 && isHeld(lineStart)) inLogs = nextInLogs(inLogs, sliceOf(lineStart, lineStart + 10));
    line += 1;
    lineStart = at + 1;
    onlyBlanks = true;
  };

  /** Reads on outside of all values. */
  const passBetween = (from: number): number => {
    for (let at = from; at < length; at += 1) {
      const byte = chunk[at];
      if (byte === newline) endLine(at);
      else if ((byte === openBrace || byte === openBracket) && onlyBlanks && !inLogs) {
        return openText(at, byte === openBrace);
      } else if (byte !== space && byte !== tab && byte !== carriageReturn) onlyBlanks = false;
    }
    return length;
  };

  /** Reads on within a value as far as its end; this is where the time goes. */
  const readWithin = (from: number): number => {
    let at = from;
    while (at < length) {
      const kind = kinds[chunk[at] ?? 0];
      at += 1;
      if (kind === 0) continue;
      if (kind === quote) {
        stringStart = at - 1;
        at = readString(at);
      } else if (kind === colon) {
        if (depth === 1) key = lastString;
      } else if (kind === newline) {
        endLine(at - 1);
        while (chunk[at] === space) at += 1;
      } else if (kind === closeBrace) {
        found = close(at);
        if (depth === 0 || found) return at;
      } else {
        at = open(at - 1, kind === openBrace);
        if (found) return at;
      }
    }
    return at;
  };

  const enter = (given: Uint8Array) => {
    // Whole words of four bytes, as the line breaks in it are counted.
    if (chunk.length < given.length + margin) chunk = new Uint8Array(4 * Math.ceil((given.length + margin) / 4));
    chunk.set(given);
    length = given.length;
    chunk.fill(0, length, length + margin);
    present = inString ? readString(escaped && chunk[0] !== newline ? 1 : 0) : 0;
  };

  const next = () => {
    found = null;
    while (present < length) {
      present = depth === 0 ? passBetween(present) : readWithin(present);
      if (found) return found;
    }
    hold();
    present = 0;
    return null;
  };

  return { enter, next, held: () => held.length, isWithin: () => depth > 0, begin: () => begin };
}

/**
 * Line breaks between two indices. Gigabytes are counted: four bytes at a time, of each of which the highest bit tells whether it
 * is one [Warren, Hacker's Delight, 2nd edition, 6-1].
 */
function breaksIn(bytes: Uint8Array, from: number, to: number): number {
  const words = new Int32Array(bytes.buffer, 0, bytes.length >> 2);
  let count = 0;
  let at = from;
  for (; at < to && (at & 3) > 0; at += 1) if (bytes[at] === newline) count += 1;
  for (; at + 4 <= to; at += 4) {
    const word = (words[at >> 2] ?? 0) ^ fourBreaks;
    const found = ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
    if (found !== 0) count += Math.imul(found >>> 7, 0x01010101) >>> 24;
  }
  for (; at < to; at += 1) if (bytes[at] === newline) count += 1;
  return count;
}

const fourBreaks = 0x01010101 * newline;

/** More zeros than anybody looks ahead. To look beyond an array's end makes all further looks into it slow. */
const margin = 8;

/** Bytes that mean something within a value, by themselves; both brackets that close mean the same. Zero for all others. */
const kinds = new Uint8Array(256);
for (const byte of [quote, colon, newline, openBrace, openBracket, closeBrace]) kinds[byte] = byte;
kinds[closeBracket] = closeBrace;

/**
 * The index of the quote that ends a string, or of a line break in it; the chunk's length where it goes on, and one more where the
 * last byte is a backslash.
 */
function endOfString(chunk: Uint8Array, from: number, length: number): number {
  let at = from;
  while (at < length) {
    const byte = chunk[at];
    if (byte === quote || byte === newline) return at;
    at += 1;
    if (byte === backslash && chunk[at] !== newline) at += 1;
  }
  return at;
}

function kindBefore(head: string): string | null {
  return /"kind"\s*:\s*"(\w+)"/i.exec(head)?.[1] ?? null;
}

/** The marks around a container's log in a cluster dump, at the beginning of a line. */
function nextInLogs(inLogs: boolean, lineBegin: Uint8Array): boolean {
  if (lineBegin[0] !== 0x3d) return inLogs;
  const mark = String.fromCharCode(...lineBegin);
  if (mark === '==== START') return true;
  return mark.startsWith('==== END') ? false : inLogs;
}
