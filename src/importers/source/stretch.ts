import { comma, openBracket, zero } from './bytes.ts';
import type { Around, Piece, Position, Unfinished } from './cutter.ts';

/**
 * The values that end in one stretch of a text, as plain memory: it can be handed to another thread, which decodes and
 * parses while the next stretch is cut.
 */
export type Stretch = {
  /** Bytes of the text that were read for it. */
  readonly size: number;
  /** The values as they stand in the file: first the chunk, then those that began in an earlier one. */
  readonly memory: readonly Uint8Array[];
  /** The values one after another, without what is in lists and maps that nobody reads. */
  readonly kept: Uint8Array;
  /** `columns` numbers for each value. */
  readonly numbers: Float64Array;
  readonly lists: readonly Around[];
};

/** Where a value begins, which memory it is in and from where to where, where it ends in `kept`, and its list. */
const columns = 7;

/** In place of a memory: there is no value, and this is why. */
const reasons = ['cut-off', 'too-large', 'too-deep'] as const satisfies readonly Unfinished['unfinished'][];

/**
 * Puts the values of a chunk into memory.
 * @param usual memory to write them to, where it is large enough
 */
export function stretchOf(chunk: Uint8Array, pieces: readonly (Piece | Unfinished)[], usual?: Uint8Array): Stretch {
  const room = pieces.reduce((sum, piece) => sum + ('unfinished' in piece ? 0 : piece.bytes.length), 0);
  const kept = usual && room <= usual.length ? usual : new Uint8Array(room);
  const numbers = new Float64Array(pieces.length * columns);
  const memory = [chunk];
  const lists: Around[] = [];
  let end = 0;
  for (const [index, piece] of pieces.entries()) {
    const { line, column } = piece;
    if ('unfinished' in piece) {
      numbers.set([line, column, -1 - reasons.indexOf(piece.unfinished), 0, 0, end, -1], index * columns);
      continue;
    }
    const { bytes, list } = piece;
    const isHere = bytes.buffer === chunk.buffer;
    if (!isHere) memory.push(bytes);
    if (lists.at(-1) !== list || lists.length === 0) lists.push(list);
    const from = isHere ? bytes.byteOffset - chunk.byteOffset : 0;
    end += writeHollow(kept.subarray(end), piece);
    const place = isHere ? 0 : memory.length - 1;
    numbers.set([line, column, place, from, from + bytes.length, end, lists.length - 1], index * columns);
  }
  return { size: chunk.length, memory, kept: kept.subarray(0, end), numbers, lists };
}

/** Gives the number of bytes written, which is never more than there were. */
function writeHollow(kept: Uint8Array, { bytes, holes }: Piece): number {
  let at = 0;
  let from = 0;
  for (const hole of holes) {
    // Up to the bracket that opens, and on from the one that closes; as many numbers as a list had members.
    copy(bytes, from, hole.from + 1, kept, at);
    at += hole.from + 1 - from;
    if (bytes[hole.from] === openBracket)
      for (let member = 0; member < hole.size; member += 1) {
        kept[at] = zero;
        kept[at + 1] = comma;
        at += member < hole.size - 1 ? 2 : 1;
      }
    from = hole.to - 1;
  }
  copy(bytes, from, bytes.length, kept, at);
  return at + bytes.length - from;
}

/** A few bytes are copied sooner than a view of them is made. */
function copy(bytes: Uint8Array, from: number, to: number, kept: Uint8Array, at: number): void {
  if (to - from > 100) kept.set(bytes.subarray(from, to), at);
  else for (let index = from; index < to; index += 1) kept[at + index - from] = bytes[index] ?? 0;
}

/** One complete JSON value of a text: a whole top-level value, or one item of a list. */
export type JsonPart = Position & {
  /** Its text, without what is in lists and maps that nobody reads: these have as many members as before, and nothing in them. */
  readonly text: string;
  /** All of it as it stands in the file. */
  readonly bytes: Uint8Array;
  readonly list: Around;
};

/** Bytes that are decoded at once: to call a decoder takes as long as to decode a thousand of them. */
const batchSize = 500_000;

const decoder = new TextDecoder();

/** The values of a stretch, in their order. */
export function* partsOf({ memory, kept, numbers, lists }: Stretch): Generator<JsonPart | Unfinished> {
  const count = numbers.length / columns;
  const number = (index: number, column: number) => numbers[index * columns + column] ?? 0;
  let begin = 0;
  for (let first = 0, next = 1; first < count; first = next, next += 1) {
    while (next < count && number(next, 5) - begin < batchSize) next += 1;
    const stop = number(next - 1, 5);
    const all = decoder.decode(kept.subarray(begin, stop));
    // As many characters as bytes: each byte is one, since no character has fewer bytes than units.
    const isPlain = all.length === stop - begin;
    let from = begin;
    for (let index = first; index < next; index += 1) {
      const [line, column, place] = [number(index, 0), number(index, 1), number(index, 2)];
      const end = number(index, 5);
      if (place < 0) yield { line, column, unfinished: reasons[-1 - place] ?? 'cut-off' };
      else {
        const text = isPlain ? all.slice(from - begin, end - begin) : decoder.decode(kept.subarray(from, end));
        const bytes = (memory[place] ?? kept).subarray(number(index, 3), number(index, 4));
        yield { line, column, text, bytes, list: lists[number(index, 6)] ?? null };
      }
      from = end;
    }
    begin = stop;
  }
}
