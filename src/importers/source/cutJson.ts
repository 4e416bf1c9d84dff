import { joined } from './inputFile.ts';

type Position = { readonly line: number; readonly column: number };

/** One complete JSON value of a text: a whole top-level value, or one item of a list. */
export type JsonPart = Position & {
  readonly text: string;
  /** What the list around it said of itself before its items; null for a value of its own. */
  readonly list: { readonly kind: string | null } | null;
};

/** What is left when a text ends within a value, or one value grows beyond what we hold or nests too deeply. */
export type Unfinished = Position & { readonly unfinished: 'cut-off' | 'too-large' | 'too-deep' };

/**
 * Levels in one another beyond which nothing is read: no Kubernetes object has a tenth of it, and whoever walks down too
 * far runs out of stack, which ends more than the walk.
 */
export const deepest = 500;

/** A single value beyond this is no Kubernetes object. */
const largestPart = 64_000_000;

const quote = 0x22;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const newline = 0x0a;
const blanks = [0x20, 0x09, 0x0d];

/**
 * Cuts JSON into values and holds only one of them: the items of a list one by one, values one after another, and lines
 * of JSON. Text between values is passed over, and so are the logs in a `kubectl cluster-info dump`.
 */
export function* cutJson(chunks: Iterable<Uint8Array>): Generator<JsonPart | Unfinished> {
  const decoder = new TextDecoder();
  let buffer: Uint8Array = new Uint8Array();
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let onlyBlanks = true;
  let inLogs = false;
  let inString = false;
  let escaped = false;
  let stringStart = 0;
  let lastString = '';
  let key = '';
  let depth = 0;
  /** The deepest level within the value that is being read. */
  let reached = 0;
  let list: JsonPart['list'] = null;
  /** Depth of the array whose objects are items; 0 outside of one. */
  let itemsDepth = 0;
  /** Where the value that is being read begins: an item, else a top-level value that is no list. */
  let start = -1;
  let begin: Position = { line: 1, column: 1 };

  const beginHere = () => {
    start = at;
    reached = depth;
    begin = { line, column: at - lineStart + 1 };
  };

  for (const chunk of chunks) {
    // Only the value that is being read is kept, else the line, which may tell that logs begin.
    const kept = start >= 0 ? start : depth > 0 && inString ? stringStart : Math.min(lineStart, buffer.length);
    if (buffer.length - kept > largestPart) {
      yield { unfinished: 'too-large', ...begin };
      return;
    }
    buffer = joined([buffer.subarray(kept), chunk]);
    at -= kept;
    lineStart -= kept;
    stringStart -= kept;
    if (start >= 0) start = 0;
    for (; at < buffer.length; at += 1) {
      const byte = buffer[at];
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          inString = false;
          if (depth === 1 && at - stringStart < 64) lastString = decoder.decode(buffer.subarray(stringStart + 1, at));
        }
        // JSON has no line breaks in strings; a text with one is broken, and the next line is a new chance.
        if (byte !== newline) continue;
        inString = false;
      }
      if (byte === newline) {
        if (depth === 0) inLogs = nextInLogs(inLogs, buffer, lineStart);
        line += 1;
        lineStart = at + 1;
        onlyBlanks = true;
      } else if (depth === 0) {
        if ((byte === openBrace || byte === openBracket) && onlyBlanks && !inLogs) {
          depth = 1;
          key = '';
          list = byte === openBracket ? { kind: null } : null;
          itemsDepth = byte === openBracket ? 1 : 0;
          beginHere();
          if (byte === openBracket) start = -1;
        } else if (byte !== undefined && !blanks.includes(byte)) onlyBlanks = false;
      } else if (byte === quote) {
        inString = true;
        escaped = false;
        stringStart = at;
      } else if (byte === colon) {
        if (depth === 1) key = lastString;
      } else if (byte === openBrace || byte === openBracket) {
        if (byte === openBrace && itemsDepth > 0 && depth === itemsDepth) beginHere();
        depth += 1;
        reached = Math.max(reached, depth);
        if (byte === openBracket && depth === 2 && itemsDepth === 0 && key.toLowerCase() === 'items') {
          list = { kind: kindBefore(decoder.decode(buffer.subarray(start, at))) };
          itemsDepth = 2;
          start = -1;
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth -= 1;
        if (start >= 0 && (depth === 0 || (itemsDepth > 0 && depth === itemsDepth))) {
          if (reached > deepest) yield { unfinished: 'too-deep', ...begin };
          else yield { text: decoder.decode(buffer.subarray(start, at + 1)), list, ...begin };
          start = -1;
        } else if (itemsDepth > 0 && depth < itemsDepth) itemsDepth = depth === 0 ? 0 : Number.POSITIVE_INFINITY;
      }
    }
  }
  if (depth > 0) yield { unfinished: 'cut-off', ...begin };
}

function kindBefore(head: string): string | null {
  return /"kind"\s*:\s*"(\w+)"/i.exec(head)?.[1] ?? null;
}

/** The marks around a container's log in a cluster dump. */
function nextInLogs(inLogs: boolean, buffer: Uint8Array, lineStart: number): boolean {
  if (buffer[lineStart] !== 0x3d) return inLogs;
  const mark = String.fromCharCode(...buffer.subarray(lineStart, lineStart + 10));
  if (mark === '==== START') return true;
  return mark.startsWith('==== END') ? false : inLogs;
}
