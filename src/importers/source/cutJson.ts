import { createCutter, type Piece, type Unfinished } from './cutter.ts';
import type { Wait } from './inputFile.ts';
import type { ProjectingParser } from './projectingParser.ts';

/** A single value beyond this is no Kubernetes object. */
const largestPart = 64_000_000;
/** Bytes that are looked at together. */
const step = 4_000_000;

/**
 * The values of a text whose chunks come one by one, and what to wait for: the items of a list one by one, values one after
 * another, and lines of JSON. A file may be larger than memory: only a chunk and the value that goes beyond it are held. A
 * value is to be read before the next is asked for.
 */
export function* cutJson<W extends Wait = never>(
  chunks: Iterable<Uint8Array | W>,
  take: ProjectingParser = () => undefined,
): Generator<Piece | Unfinished | W> {
  const cutter = createCutter(take);
  for (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) {
      yield chunk;
      continue;
    }
    for (let at = 0; at < chunk.length; at += step) {
      if (cutter.held() > largestPart) {
        yield { unfinished: 'too-large', ...cutter.begin() };
        return;
      }
      cutter.enter(chunk.subarray(at, at + step));
      for (let piece = cutter.next(); piece; piece = cutter.next()) yield piece;
    }
  }
  if (cutter.isWithin()) yield { unfinished: 'cut-off', ...cutter.begin() };
}
