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
  return new JsonCutter(take);
}

class JsonCutter implements Cutter {
  readonly #take: ProjectingParser;
  /** The present chunk and zeros after it, where everything that walks through it ends. */
  #chunk = new Uint8Array(margin);
  #length = 0;
  /** How far it has been read. */
  #present = 0;
  /** What has been found there and not been given yet. */
  #found: Piece | Unfinished | null = null;
  /** What is still needed of earlier chunks. Indices count from the present chunk, so that these bytes have negative ones. */
  #kept = new Uint8Array();
  #line = 1;
  #lineStart = 0;
  #onlyBlanks = true;
  #inLogs = false;
  #inString = false;
  #escaped = false;
  #stringStart = 0;
  /** Index of the quote that ended the last string. */
  #stringEnd = 0;
  #lastString = '';
  #key = '';
  #depth = 0;
  /** The deepest level within the value that is being read. */
  #reached = 0;
  #list: Around = null;
  #itemKind: string | null = null;
  /** Depth of the array whose objects are items; 0 outside of one. */
  #itemsDepth = 0;
  /** Where the value that is being read begins: an item, else a top-level value that is no list. */
  #start = -1;
  #isReading = false;
  #beginning: Position = { line: 1, column: 1 };

  constructor(take: ProjectingParser) {
    this.#take = take;
  }

  held(): number {
    return this.#kept.length;
  }

  isWithin(): boolean {
    return this.#depth > 0;
  }

  begin(): Position {
    return this.#beginning;
  }

  #sliceOf(from: number, to: number): Uint8Array {
    if (from >= 0) return this.#chunk.subarray(from, to);
    return joined([
      this.#kept.subarray(Math.max(0, this.#kept.length + from), this.#kept.length + Math.min(0, to)),
      this.#chunk.subarray(0, Math.max(0, to)),
    ]);
  }

  #beginAt(at: number): void {
    this.#start = at;
    this.#isReading = true;
    this.#reached = this.#depth;
    this.#beginning = { line: this.#line, column: at - this.#lineStart + 1 };
  }

  #isHeld(index: number): boolean {
    return index >= -this.#kept.length;
  }

  #hold(): void {
    // Only the value that is being read is kept, else the line, which may tell that logs begin.
    const between =
      this.#depth === 0 && this.#isHeld(this.#lineStart)
        ? this.#lineStart
        : this.#inString
          ? this.#stringStart
          : this.#length;
    const from = this.#isReading ? this.#start : between;
    this.#kept = this.#sliceOf(from, this.#length).slice();
    this.#start -= this.#length;
    this.#stringStart -= this.#length;
    this.#stringEnd -= this.#length;
    this.#lineStart -= this.#length;
    this.#length = 0;
  }

  /** Reads on in a string; gives where to go on after it. */
  #readString(from: number): number {
    const end = endOfString(this.#chunk, from, this.#length);
    this.#inString = end >= this.#length;
    this.#escaped = end > this.#length;
    // JSON has no line breaks in strings; a text with one is broken, and the next line is a new chance.
    if (this.#inString || this.#chunk[end] === newline) return end;
    this.#stringEnd = end;
    if (this.#depth === 1 && this.#stringEnd - this.#stringStart < 64)
      this.#lastString = decoder.decode(this.#sliceOf(this.#stringStart + 1, this.#stringEnd));
    return end + 1;
  }

  /** Takes the value that begins here, if it can be; gives the index after it, else -1. */
  #takeAt(at: number): number {
    const taken = this.#take(this.#chunk, at, this.#itemKind);
    if (!taken) return -1;
    const { value, end } = taken;
    this.#isReading = false;
    this.#found = { value, bytes: this.#chunk.subarray(at, end), list: this.#list, ...this.#beginning };
    const breaks = breaksIn(this.#chunk, at, end);
    this.#line += breaks;
    if (breaks > 0) this.#lineStart = this.#chunk.lastIndexOf(newline, end - 1) + 1;
    return end;
  }

  /** Goes down where a bracket opens, or takes the item that it opens; gives where to go on. */
  #open(at: number, isMap: boolean): number {
    if (isMap && this.#itemsDepth > 0 && this.#depth === this.#itemsDepth) {
      this.#beginAt(at);
      const end = this.#takeAt(at);
      if (end > 0) return end;
    }
    this.#depth += 1;
    if (this.#depth > this.#reached) this.#reached = this.#depth;
    if (!isMap && this.#depth === 2 && this.#itemsDepth === 0 && this.#key.toLowerCase() === 'items') {
      this.#list = { kind: kindBefore(decoder.decode(this.#sliceOf(this.#start, at))) };
      this.#itemKind = itemKindOf(this.#list.kind);
      this.#itemsDepth = 2;
      this.#isReading = false;
    }
    return at + 1;
  }

  #openText(at: number, isMap: boolean): number {
    this.#key = '';
    this.#list = isMap ? null : { kind: null };
    this.#itemKind = null;
    this.#itemsDepth = isMap ? 0 : 1;
    this.#beginAt(at);
    this.#isReading = isMap;
    const end = isMap ? this.#takeAt(at) : -1;
    if (end > 0) return end;
    this.#depth = 1;
    this.#reached = 1;
    return at + 1;
  }

  /** One level less; a value, where that ends the one that is being read. */
  #close(end: number): Piece | Unfinished | null {
    this.#depth -= 1;
    if (this.#isReading && (this.#depth === 0 || this.#depth === this.#itemsDepth)) {
      this.#isReading = false;
      if (this.#reached > deepest) return { unfinished: 'too-deep', ...this.#beginning };
      return { bytes: this.#sliceOf(this.#start, end), list: this.#list, ...this.#beginning };
    }
    if (this.#itemsDepth > 0 && this.#depth < this.#itemsDepth)
      this.#itemsDepth = this.#depth === 0 ? 0 : Number.POSITIVE_INFINITY;
    return null;
  }

  #endLine(at: number): void {
    if (this.#depth === 0 && this.#isHeld(this.#lineStart))
      this.#inLogs = nextInLogs(this.#inLogs, this.#sliceOf(this.#lineStart, this.#lineStart + 10));
    this.#line += 1;
    this.#lineStart = at + 1;
    this.#onlyBlanks = true;
  }

  /** Reads on outside of all values. */
  #passBetween(from: number): number {
    const [chunk, length] = [this.#chunk, this.#length];
    for (let at = from; at < length; at += 1) {
      const byte = chunk[at];
      if (byte === newline) this.#endLine(at);
      else if ((byte === openBrace || byte === openBracket) && this.#onlyBlanks && !this.#inLogs) {
        return this.#openText(at, byte === openBrace);
      } else if (byte !== space && byte !== tab && byte !== carriageReturn) this.#onlyBlanks = false;
    }
    return length;
  }

  /** Reads on within a value as far as its end; this is where the time goes. */
  #readWithin(from: number): number {
    const [chunk, length] = [this.#chunk, this.#length];
    let at = from;
    while (at < length) {
      const kind = kinds[chunk[at] ?? 0];
      at += 1;
      if (kind === 0) continue;
      if (kind === quote) {
        this.#stringStart = at - 1;
        at = this.#readString(at);
      } else if (kind === colon) {
        if (this.#depth === 1) this.#key = this.#lastString;
      } else if (kind === newline) {
        this.#endLine(at - 1);
        while (chunk[at] === space) at += 1;
      } else if (kind === closeBrace) {
        this.#found = this.#close(at);
        if (this.#depth === 0 || this.#found) return at;
      } else {
        at = this.#open(at - 1, kind === openBrace);
        if (this.#found) return at;
      }
    }
    return at;
  }

  enter(given: Uint8Array): void {
    // Whole words of four bytes, as the line breaks in it are counted.
    if (this.#chunk.length < given.length + margin)
      this.#chunk = new Uint8Array(4 * Math.ceil((given.length + margin) / 4));
    this.#chunk.set(given);
    this.#length = given.length;
    this.#chunk.fill(0, this.#length, this.#length + margin);
    this.#present = this.#inString ? this.#readString(this.#escaped && this.#chunk[0] !== newline ? 1 : 0) : 0;
  }

  next(): Piece | Unfinished | null {
    this.#found = null;
    while (this.#present < this.#length) {
      this.#present = this.#depth === 0 ? this.#passBetween(this.#present) : this.#readWithin(this.#present);
      if (this.#found) return this.#found;
    }
    this.#hold();
    this.#present = 0;
    return null;
  }
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
