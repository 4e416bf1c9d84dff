import { FileReadError, type Wait } from '../importers/source/inputFile.ts';

/** Bytes that are collected before they are read: values that go beyond them are walked over twice. */
const enough = 1_000_000;

/**
 * The bytes of a file as the browser sends them, and a wait before each part. They lie in one memory, which is filled anew for the
 * next: this takes a fifth of the time of asking for a part after the other, and needs no memory of its own.
 * Null where a browser cannot fill memory that it is given.
 */
export function streamBytes(blob: Blob): Iterable<Uint8Array | Wait> | null {
  try {
    return partsOf(blob.stream().getReader({ mode: 'byob' }));
  } catch {
    return null;
  }
}

/** A stream for which somebody only waits is one that nobody holds: Chromium collects it, and the wait has no end. */
const underWay = new Set<ReadableStreamBYOBReader>();

/** @throws {FileReadError} where the browser does not give them */
function* partsOf(reader: ReadableStreamBYOBReader): Generator<Uint8Array | Wait> {
  let memory = new ArrayBuffer(2 * enough);
  let length = 0;
  let isOver = false;
  let problem: unknown = null;
  const fill = async () => {
    length = 0;
    while (length < enough && !isOver) {
      const { done, value } = await reader.read(new Uint8Array(memory, length));
      if (value) {
        // The memory goes with each request, and comes back with its answer.
        memory = value.buffer;
        length += value.length;
      }
      isOver = done;
    }
  };
  underWay.add(reader);
  try {
    while (!isOver) {
      yield {
        until: fill().catch((error: unknown) => {
          problem = error;
        }),
      };
      if (problem !== null) throw new FileReadError(String(problem));
      if (length > 0) yield new Uint8Array(memory, 0, length);
    }
  } finally {
    underWay.delete(reader);
    void reader.cancel().catch(() => {});
  }
}
