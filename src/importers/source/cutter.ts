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
import { passMember } from './passOver.ts';
import { isOneOf, type Keys, unread, unreadIn } from './unread.ts';

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

/** Something to leave out of a value: from and to which of its bytes, and how many members it has. */
export type Hole = { readonly from: number; readonly to: number; readonly size: number };

/** One complete value: a whole top-level one, or one item of a list. */
export type Piece = Position & {
  readonly list: Around;
  /** All of it as it stands in the file. */
  readonly bytes: Uint8Array;
  readonly holes: readonly Hole[];
};

const decoder = new TextDecoder();

export type Cutter = {
  /** The values that end in the next bytes of a text, in their order. */
  readonly cut: (chunk: Uint8Array) => readonly (Piece | Unfinished)[];
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
 */
export function createCutter(): Cutter {
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
  /** Depth of the array whose objects are items; 0 outside of one. */
  let itemsDepth = 0;
  /** Where the value that is being read begins: an item, else a top-level value that is no list. */
  let start = -1;
  let isReading = false;
  let begin: Position = { line: 1, column: 1 };
  /** Depth of the value's own keys. */
  let ownDepth = 0;
  /** What need not be read in the one of the value's own maps that is open. */
  let section: Keys | null = null;
  let inContainers = false;
  let holes: Hole[] = [];

  const sliceOf = (chunk: Uint8Array, from: number, to: number): Uint8Array =>
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
    ownDepth = depth + 1;
    section = null;
    inContainers = false;
    holes = [];
  };

  const isHeld = (index: number) => index >= -held.length;

  const hold = (chunk: Uint8Array) => {
    // Only the value that is being read is kept, else the line, which may tell that logs begin.
    const between = depth === 0 && isHeld(lineStart) ? lineStart : inString ? stringStart : chunk.length;
    const from = isReading ? start : between;
    held = sliceOf(chunk, from, chunk.length).slice();
    start -= chunk.length;
    stringStart -= chunk.length;
    stringEnd -= chunk.length;
    lineStart -= chunk.length;
  };

  /** Reads on in a string; gives where to go on after it. */
  const readString = (chunk: Uint8Array, from: number): number => {
    const end = endOfString(chunk, from);
    inString = end >= chunk.length;
    escaped = end > chunk.length;
    // JSON has no line breaks in strings; a text with one is broken, and the next line is a new chance.
    if (inString || chunk[end] === newline) return end;
    stringEnd = end;
    if (depth === 1 && stringEnd - stringStart < 64)
      lastString = decoder.decode(sliceOf(chunk, stringStart + 1, stringEnd));
    return section === null ? end + 1 : passUnread(chunk, end + 1);
  };

  /** Leaves out what stands after a key that nobody reads; gives where to go on, which is the same place for other keys. */
  const passUnread = (chunk: Uint8Array, at: number): number => {
    if (!isReading) return at;
    const known = depth === ownDepth + 1 ? section : inContainers && depth === ownDepth + 3 ? unread.container : null;
    if (known === null || !isOneOf(known, chunk, stringStart + 1, stringEnd)) return at;
    const passed = passMember(chunk, at);
    if (passed === null) return at;
    holes.push({ from: passed.begin - start, to: passed.end - start, size: passed.size });
    if (passed.breaks > 0) {
      line += passed.breaks;
      lineStart = passed.lastBreak + 1;
    }
    return passed.end;
  };

  const open = (chunk: Uint8Array, at: number, isMap: boolean) => {
    if (isMap && itemsDepth > 0 && depth === itemsDepth) beginAt(at);
    else if (depth === ownDepth) section = isMap ? unreadIn(chunk, stringStart + 1, stringEnd) : null;
    else if (depth === ownDepth + 1)
      inContainers = section === unread.spec && isOneOf(unread.containers, chunk, stringStart + 1, stringEnd);
    depth += 1;
    if (depth > reached) reached = depth;
    if (!isMap && depth === 2 && itemsDepth === 0 && key.toLowerCase() === 'items') {
      list = { kind: kindBefore(decoder.decode(sliceOf(chunk, start, at))) };
      itemsDepth = 2;
      isReading = false;
    }
  };

  const openText = (at: number, isMap: boolean) => {
    key = '';
    list = isMap ? null : { kind: null };
    itemsDepth = isMap ? 0 : 1;
    beginAt(at);
    isReading = isMap;
    depth = 1;
    reached = 1;
  };

  /** One level less; a value, where that ends the one that is being read. */
  const close = (chunk: Uint8Array, end: number): Piece | Unfinished | null => {
    depth -= 1;
    if (isReading && (depth === 0 || depth === itemsDepth)) {
      isReading = false;
      if (reached > deepest) return { unfinished: 'too-deep', ...begin };
      return { bytes: sliceOf(chunk, start, end), holes, list, ...begin };
    }
    if (itemsDepth > 0 && depth < itemsDepth) itemsDepth = depth === 0 ? 0 : Number.POSITIVE_INFINITY;
    return null;
  };

  const endLine = (chunk: Uint8Array, at: number) => {
    if (depth === 0 && isHeld(lineStart)) inLogs = nextInLogs(inLogs, sliceOf(chunk, lineStart, lineStart + 10));
    line += 1;
    lineStart = at + 1;
    onlyBlanks = true;
  };

  /** Reads on outside of all values. */
  const passBetween = (chunk: Uint8Array, from: number): number => {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === newline) endLine(chunk, at);
      else if ((byte === openBrace || byte === openBracket) && onlyBlanks && !inLogs) {
        openText(at, byte === openBrace);
        return at + 1;
      } else if (byte !== space && byte !== tab && byte !== carriageReturn) onlyBlanks = false;
    }
    return chunk.length;
  };

  /** Reads on within a value as far as its end; this is where the time goes. */
  const readWithin = (chunk: Uint8Array, from: number, pieces: (Piece | Unfinished)[]): number => {
    const { length } = chunk;
    let at = from;
    while (at < length) {
      const kind = kinds[chunk[at] ?? 0];
      at += 1;
      if (kind === 0) continue;
      if (kind === quote) {
        stringStart = at - 1;
        at = readString(chunk, at);
      } else if (kind === colon) {
        if (depth === 1) key = lastString;
      } else if (kind === newline) {
        endLine(chunk, at - 1);
        while (chunk[at] === space) at += 1;
      } else if (kind === closeBrace) {
        const piece = close(chunk, at);
        if (piece) pieces.push(piece);
        if (depth === 0) return at;
      } else open(chunk, at - 1, kind === openBrace);
    }
    return at;
  };

  const cut = (chunk: Uint8Array) => {
    const pieces: (Piece | Unfinished)[] = [];
    let at = inString ? readString(chunk, escaped && chunk[0] !== newline ? 1 : 0) : 0;
    while (at < chunk.length) at = depth === 0 ? passBetween(chunk, at) : readWithin(chunk, at, pieces);
    hold(chunk);
    return pieces;
  };

  return { cut, held: () => held.length, isWithin: () => depth > 0, begin: () => begin };
}

/** Bytes that mean something within a value, by themselves; both brackets that close mean the same. Zero for all others. */
const kinds = new Uint8Array(256);
for (const byte of [quote, colon, newline, openBrace, openBracket, closeBrace]) kinds[byte] = byte;
kinds[closeBracket] = closeBrace;

/**
 * The index of the quote that ends a string, or of a line break in it; the chunk's length where it goes on, and one more where the
 * last byte is a backslash.
 */
function endOfString(chunk: Uint8Array, from: number): number {
  const { length } = chunk;
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
