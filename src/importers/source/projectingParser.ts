import { backslash, closeBrace, closeBracket, comma, openBrace, openBracket, quote, zero } from './bytes.ts';
import { field } from './fields.ts';
import { afterColon, blanksFrom, endOfString, endOfValue, plainFrom, skipValue } from './jsonScanner.ts';

/*
 * Most of what a cluster says of its objects is read by nobody. What is wanted of a value is made from its bytes, and the rest is
 * passed over and vouched for. That takes about as long as to let the browser parse all of it, but it also tells where the value
 * ends, gives what is said alike as one value, and leaves little that must be collected.
 */

/**
 * What is wanted of a value:
 * - `all` of it.
 * - `shared`: all of it, which many objects say alike: equal bytes are read once.
 * - `size`: a map or list with as many members as it has, which say nothing.
 * - of a map some members, or of each element of a list. Where a value is neither, all of it.
 */
export type FieldProjection =
  | 'all'
  | 'shared'
  | 'size'
  | readonly [FieldProjection]
  | { readonly [key: string]: FieldProjection };

/** The same, ready to be looked up by bytes. */
type Wanted =
  | { readonly type: 'all' | 'size' }
  /** What was read last in this place, which is often said again by the next value. */
  | { readonly type: 'shared'; last: Shared | undefined }
  | { readonly type: 'each'; readonly element: Wanted }
  | { readonly type: 'some'; readonly members: Members; readonly none: Readonly<Record<string, undefined>> };

type Member = { readonly name: string; readonly key: Uint8Array; readonly value: Wanted };
/** Members by the length of their keys, by which most are told apart at once. */
type Members = readonly (readonly Member[] | undefined)[];

function wanted(fields: FieldProjection): Wanted {
  if (fields === 'shared') return { type: fields, last: undefined };
  if (typeof fields === 'string') return { type: fields };
  // A list of one is the only other thing that is no map.
  if (isOfEach(fields)) return { type: 'each', element: wanted(fields[0]) };
  const members: Member[][] = [];
  for (const [name, value] of Object.entries(fields)) {
    const key = new TextEncoder().encode(name);
    members[key.length] = [...(members[key.length] ?? []), { name, key, value: wanted(value) }];
  }
  return { type: 'some', members, none: Object.fromEntries(Object.keys(fields).map((name) => [name, undefined])) };
}

function isOfEach(fields: FieldProjection): fields is readonly [FieldProjection] {
  return Array.isArray(fields);
}

/** What is wanted of an object of a kind; undefined where all is. */
export type ProjectionOf = (kind: string) => FieldProjection | undefined;

const decoder = new TextDecoder();
const kindKey = new TextEncoder().encode('"kind"');

/** What is wanted of a value, and the index after it. */
export type Taken = { readonly value: unknown; readonly end: number };

/**
 * Parses the value that begins somewhere in some bytes, in a list that says of which kind its items are. Gives undefined for what
 * `JSON.parse` would refuse, for what is not all there, and for all that is unusual: there it is to be asked. What it gives is
 * what `JSON.parse` would, without what is not wanted.
 */
export type ProjectingParser = (bytes: Uint8Array, from: number, kind: string | null) => Taken | undefined;

/** Starts to parse values one after another; it remembers what they say alike. */
export function createProjectingParser(wantedOf: ProjectionOf): ProjectingParser {
  const parser = new Projector(wantedOf);
  return (bytes, from, kind) => parser.parse(bytes, from, kind);
}

class Projector {
  readonly #wantedOf: ProjectionOf;
  readonly #sharedOf = createSharing();
  readonly #byKind = new Map<unknown, Wanted | undefined>();
  readonly #sizes = new Map<number, unknown>();
  #bytes: Uint8Array = new Uint8Array();
  /** Where the value ends that was read last; -1 where it is damaged. */
  #end = 0;
  #lastKind: Shared | undefined;

  constructor(wantedOf: ProjectionOf) {
    this.#wantedOf = wantedOf;
  }

  parse(given: Uint8Array, from: number, listKind: string | null): Taken | undefined {
    this.#bytes = given;
    const kind = this.#kindAtHead(from) ?? listKind;
    const what = this.#wantedIn(kind);
    if (what === undefined) return undefined;
    const value = this.#read(from, what);
    // It may say further on that it is something else.
    return this.#end < 0 || (field(value, 'kind') ?? listKind) !== kind ? undefined : { value, end: this.#end };
  }

  #failed(): undefined {
    this.#end = -1;
    return undefined;
  }

  #parsed(from: number, to: number): unknown {
    this.#end = to;
    return JSON.parse(decoder.decode(this.#bytes.subarray(from, to)));
  }

  #all(from: number): unknown {
    const first = this.#bytes[from];
    if (first === quote) {
      const to = endOfString(this.#bytes, from + 1);
      if (to < 0) return this.#failed();
      this.#end = to;
      return asciiText(this.#bytes, from + 1, to - 1) ?? this.#parsed(from, to);
    }
    const to = endOfValue(this.#bytes, from);
    if (to < 0) return this.#failed();
    this.#end = to;
    return wholeNumber(this.#bytes, from, to) ?? this.#parsed(from, to);
  }

  #once(from: number, last: Shared | undefined): Shared | undefined {
    if (last && isAt(last, this.#bytes, from)) {
      this.#end = from + last.size;
      return last;
    }
    const to = endOfValue(this.#bytes, from);
    if (to < 0) return this.#failed();
    this.#end = to;
    return this.#sharedOf(this.#bytes, from, to);
  }

  #sized(from: number): unknown {
    const passed = skipValue(this.#bytes, from);
    if (passed === null) return this.#all(from);
    this.#end = passed.end;
    const isList = this.#bytes[from] === openBracket;
    const key = isList ? passed.size : -1 - passed.size;
    const known = this.#sizes.get(key) ?? emptyOfSize(passed.size, isList);
    this.#sizes.set(key, known);
    return known;
  }

  /** Where the first member or element is that a bracket opens; -1 where there is none. */
  #firstIn(from: number, close: number): number {
    const at = blanksFrom(this.#bytes, from + 1);
    if (this.#bytes[at] !== close) return at;
    this.#end = at + 1;
    return -1;
  }

  /** Where the next one is after the one that was read last; -1 where it was the last, or what follows is damaged. */
  #nextIn(close: number): number {
    const at = blanksFrom(this.#bytes, this.#end);
    if (this.#bytes[at] === comma) return blanksFrom(this.#bytes, at + 1);
    this.#end = this.#bytes[at] === close ? at + 1 : -1;
    return -1;
  }

  #some(from: number, { members, none }: Extract<Wanted, { type: 'some' }>): unknown {
    // To fill a copy is much faster than to let an object grow.
    const found: Record<string, unknown> = { ...none };
    for (let at = this.#firstIn(from, closeBrace); at >= 0; at = this.#nextIn(closeBrace)) {
      const keyEnd = this.#bytes[at] === quote ? endOfKey(this.#bytes, at + 1) : -1;
      const value = keyEnd < 0 ? -1 : afterColon(this.#bytes, keyEnd + 1);
      if (value < 0) return this.#failed();
      const member = memberAt(members, this.#bytes, at + 1, keyEnd);
      if (member !== undefined) found[member.name] = this.#read(value, member.value);
      else
        this.#end = this.#bytes[value] === quote ? endOfString(this.#bytes, value + 1) : endOfValue(this.#bytes, value);
      if (this.#end < 0) return undefined;
    }
    return found;
  }

  #each(from: number, element: Wanted): unknown {
    const found: unknown[] = [];
    for (let at = this.#firstIn(from, closeBracket); at >= 0; at = this.#nextIn(closeBracket)) {
      found.push(this.#read(at, element));
      if (this.#end < 0) return undefined;
    }
    return found;
  }

  #read(from: number, wanted: Wanted): unknown {
    const { type } = wanted;
    if (type === 'some') return this.#bytes[from] === openBrace ? this.#some(from, wanted) : this.#all(from);
    if (type === 'each') return this.#bytes[from] === openBracket ? this.#each(from, wanted.element) : this.#all(from);
    if (type === 'shared') {
      wanted.last = this.#once(from, wanted.last);
      return wanted.last?.value;
    }
    return type === 'size' ? this.#sized(from) : this.#all(from);
  }

  /** Kubernetes writes the kind of an object first, or after its `apiVersion`. Null for all else. */
  #kindAtHead(from: number): unknown {
    let at = from;
    for (let before = 0; before < 2; before += 1) {
      at = blanksFrom(this.#bytes, at + 1);
      const keyEnd = this.#bytes[at] === quote ? endOfString(this.#bytes, at + 1) : -1;
      const isKind = keyEnd - at === kindKey.length && isKeyAt(kindKey, this.#bytes, at);
      at = keyEnd < 0 ? -1 : afterColon(this.#bytes, keyEnd);
      if (this.#bytes[at] !== quote) return null;
      if (isKind) {
        this.#lastKind = this.#once(at, this.#lastKind);
        return this.#lastKind?.value;
      }
      at = blanksFrom(this.#bytes, endOfString(this.#bytes, at + 1));
      if (this.#bytes[at] !== comma) return null;
    }
    return null;
  }

  #wantedIn(kind: unknown): Wanted | undefined {
    if (this.#byKind.has(kind)) return this.#byKind.get(kind);
    const fields = typeof kind === 'string' ? this.#wantedOf(kind) : undefined;
    const what = fields && wanted(fields);
    this.#byKind.set(kind, what);
    return what;
  }
}

/** A value that many objects say, where its bytes are kept, and another one of the same hash. */
type Shared = {
  readonly memory: Uint8Array;
  readonly at: number;
  readonly size: number;
  readonly value: unknown;
  readonly next: Shared | undefined;
};

/** Gives the one for all that is written with the same bytes. */
type Sharing = (bytes: Uint8Array, from: number, to: number) => Shared;

/** Bytes that are kept in one block. */
const block = 500_000;

function createSharing(): Sharing {
  const entries = new Map<number, Shared>();
  // Large blocks: a hundred thousand small ones take longer to make than what they hold takes to read.
  let memory = new Uint8Array();
  let used = 0;
  let stored = 0;
  const store = (bytes: Uint8Array, from: number, to: number): number => {
    const size = to - from;
    if (used + size > memory.length) {
      memory = new Uint8Array(Math.max(block, size));
      used = 0;
    }
    for (let index = 0; index < size; index += 1) memory[used + index] = bytes[from + index] ?? 0;
    used += size;
    stored += size;
    return used - size;
  };
  const of = (bytes: Uint8Array, from: number, to: number): Shared => {
    const size = to - from;
    const hash = hashOf(bytes, from, to);
    for (let one = entries.get(hash); one; one = one.next) if (one.size === size && isAt(one, bytes, from)) return one;
    const value =
      (bytes[from] === openBrace ? mapOfTexts(bytes, from, of) : undefined) ??
      JSON.parse(asciiText(bytes, from, to) ?? decoder.decode(bytes.subarray(from, to)));
    if (stored > mostShared) {
      entries.clear();
      stored = 0;
    }
    const at = store(bytes, from, to);
    const shared: Shared = { memory, at, size, value, next: entries.get(hash) };
    entries.set(hash, shared);
    return shared;
  };
  return of;
}

function isAt({ memory, at, size }: Shared, bytes: Uint8Array, from: number): boolean {
  for (let index = 0; index < size; index += 1) if (memory[at + index] !== bytes[from + index]) return false;
  return true;
}

/** A sound map in which nothing is but texts, as labels are; undefined for any other, and where a key is unusual. */
function mapOfTexts(bytes: Uint8Array, from: number, sharedOf: Sharing): unknown {
  const found: Record<string, unknown> = {};
  let at = from;
  do {
    const keyAt = blanksFrom(bytes, at + 1);
    if (bytes[keyAt] !== quote) return undefined;
    const keyEnd = endOfString(bytes, keyAt + 1);
    const key = sharedOf(bytes, keyAt, keyEnd).value;
    const valueAt = afterColon(bytes, keyEnd);
    if (bytes[valueAt] !== quote || typeof key !== 'string' || key === '__proto__') return undefined;
    const valueEnd = endOfString(bytes, valueAt + 1);
    found[key] = sharedOf(bytes, valueAt, valueEnd).value;
    at = blanksFrom(bytes, valueEnd);
  } while (bytes[at] === comma);
  return found;
}

/** Bytes of different values that are held; beyond them it begins anew. */
const mostShared = 30_000_000;

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  // Chromium keeps larger numbers outside of a map.
  return hash & 0x3fffffff;
}

/** What stands for a map or list of which only the size is wanted. */
function emptyOfSize(size: number, isList: boolean): unknown {
  const list = Array.from({ length: size }, () => null);
  return isList ? list : { ...list };
}

/** The index of the quote that ends a key; -1 where it is damaged, or written with escapes. */
function endOfKey(bytes: Uint8Array, from: number): number {
  const at = plainFrom(bytes, from);
  return bytes[at] === quote ? at : -1;
}

function memberAt(members: Members, bytes: Uint8Array, from: number, to: number): Member | undefined {
  const candidates = members[to - from];
  if (candidates === undefined) return undefined;
  for (const member of candidates) if (isKeyAt(member.key, bytes, from)) return member;
  return undefined;
}

function isKeyAt(text: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[from + index] !== text[index]) return false;
  return true;
}

/** A whole number that begins with no zero; undefined for all else. */
function wholeNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (bytes[from] === zero || to - from > 15) return undefined;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return undefined;
    number = 10 * number + digit;
  }
  return number;
}

/** A text of ASCII without escapes; undefined for any other. */
function asciiText(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > 300) return undefined;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || byte === backslash) return undefined;
  }
  // To spread them takes three times as long.
  return Reflect.apply(String.fromCharCode, null, bytes.subarray(from, to));
}
