import { FileReadError, headSize } from '../importers/source/inputFile.ts';

/** Workers have it; the types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Bytes that are read at once, so that a file of gigabytes needs no memory of gigabytes. Each reading waits for another process. */
const step = 4_000_000;

/**
 * The bytes of a file, first only its head. For workers: the thread stands still while it waits for them.
 * @throws {FileReadError} where the browser does not give them
 */
export function* chunksOf(blob: Blob): Generator<Uint8Array<ArrayBuffer>> {
  const reader = new FileReaderSync();
  let from = 0;
  while (from < blob.size) {
    const to = from + (from === 0 ? headSize : step);
    yield new Uint8Array(read(reader, blob.slice(from, to)));
    from = to;
  }
}

/** Whether the bytes of a blob can be had here: WebKit gives none to the worker of a page that was opened from disk. */
export function canRead(probe: Blob): boolean {
  try {
    return new FileReaderSync().readAsArrayBuffer(probe).byteLength === probe.size;
  } catch {
    return false;
  }
}

function read(reader: FileReaderSync, blob: Blob): ArrayBuffer {
  try {
    return reader.readAsArrayBuffer(blob);
  } catch (error) {
    throw new FileReadError(String(error));
  }
}
