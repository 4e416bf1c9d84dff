import { createCutter, type Unfinished } from './cutter.ts';
import { type JsonPart, partsOf, type Stretch, stretchOf } from './stretch.ts';

/** A single value beyond this is no Kubernetes object. */
const largestPart = 64_000_000;

/** Cuts a text whose chunks come one by one, wherever they come from. */
export type Cutting = {
  /** What ends in the next chunk. */
  readonly next: (chunk: Uint8Array, usual?: Uint8Array) => Stretch;
  /** What is left at the end of the text. */
  readonly last: () => Stretch;
  /** Whether a value has grown beyond what we hold: the rest is not read. */
  readonly isOver: () => boolean;
};

/** Starts to cut a text. A file may be larger than memory: only a chunk and the value that goes beyond it are held. */
export function createCutting(): Cutting {
  const cutter = createCutter();
  let isOver = false;
  return {
    next: (chunk, usual) => {
      isOver ||= cutter.held() > largestPart;
      if (isOver) return stretchOf(new Uint8Array(), [{ unfinished: 'too-large', ...cutter.begin() }]);
      return stretchOf(chunk, cutter.cut(chunk), usual);
    },
    last: () =>
      stretchOf(new Uint8Array(), cutter.isWithin() && !isOver ? [{ unfinished: 'cut-off', ...cutter.begin() }] : []),
    isOver: () => isOver,
  };
}

/** The stretches of a text whose bytes are at hand. Each is to be read before the next is asked for: they share memory. */
export function* stretchesOf(chunks: Iterable<Uint8Array>): Generator<Stretch> {
  const cutting = createCutting();
  let usual: Uint8Array | undefined;
  for (const chunk of chunks) {
    if (usual === undefined || usual.length < chunk.length) usual = new Uint8Array(chunk.length + 1_000_000);
    yield cutting.next(chunk, usual);
    if (cutting.isOver()) return;
  }
  yield cutting.last();
}

/** The values of a text: the items of a list one by one, values one after another, and lines of JSON. */
export function* cutJson(chunks: Iterable<Uint8Array>): Generator<JsonPart | Unfinished> {
  for (const stretch of stretchesOf(chunks)) yield* partsOf(stretch);
}
