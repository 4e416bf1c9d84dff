import { expose, transfer } from 'comlink';
import type { PackedResult } from '../importers/crossing/packed.ts';
import { packResult } from '../importers/crossing/packResult.ts';
import type { ImportResult } from '../importers/importResult.ts';
import { headSize, type InputFile } from '../importers/source/inputFile.ts';
import { createLocalReader, type GivenFile, type PackingReader } from './importReader.ts';

/*
 * The worker that reads files: the page's own thread never sees their bytes.
 */

/** Workers have it; the types of pages do not know it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** Bytes that are read at once, so that a file of gigabytes needs no memory of gigabytes. Each reading waits for another process. */
const step = 8_000_000;

function open({ name, blob }: GivenFile): InputFile {
  return {
    name,
    size: blob.size,
    chunks: function* () {
      const reader = new FileReaderSync();
      let from = 0;
      while (from < blob.size) {
        const to = from + (from === 0 ? headSize : step);
        yield new Uint8Array(reader.readAsArrayBuffer(blob.slice(from, to)));
        from = to;
      }
    },
  };
}

const reader = createLocalReader(open);
const remote: PackingReader = {
  read: async (files, onProgress) => handedOver(await (await reader).read(files, onProgress)),
  rejoin: async (targets) => handedOver(await (await reader).rejoin(targets)),
  excerpt: async (file, line) => (await reader).excerpt(file, line),
  lines: async (file) => (await reader).lines(file),
};
expose(remote);

function handedOver(result: ImportResult): PackedResult {
  const { packed, memory } = packResult(result);
  return transfer(packed, [...memory]);
}
