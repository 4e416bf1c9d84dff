import { expose, transfer } from 'comlink';
import type { ImportResult } from '../importers/importResult.ts';
import type { InputFile } from '../importers/source/inputFile.ts';
import type { PackedResult } from '../importers/transfer/packed.ts';
import { packResult } from '../importers/transfer/packResult.ts';
import { canRead, chunksOf } from './chunksOf.ts';
import { createLocalReader, type GivenFile, type PackingReader } from './importReader.ts';
import { streamBytes } from './streamBytes.ts';

/*
 * The worker that reads files: the page's own thread never sees their bytes.
 */

/** Smaller files are there before a stream of them has begun. */
const large = 1_000_000;

function open({ name, blob }: GivenFile): InputFile {
  const file: InputFile = { name, size: blob.size, chunks: () => chunksOf(blob) };
  return blob.size < large ? file : { ...file, arriving: () => streamBytes(blob) ?? file.chunks() };
}

const reader = createLocalReader(open);
const remote: PackingReader = {
  read: async (files, onProgress) => handedOver(await (await reader).read(files, onProgress)),
  rejoin: async (targets) => handedOver(await (await reader).rejoin(targets)),
  excerpt: async (file, line) => (await reader).excerpt(file, line),
  lines: async (file) => (await reader).lines(file),
  canRead,
};
expose(remote);

function handedOver(result: ImportResult): PackedResult {
  const { packed, memory } = packResult(result);
  return transfer(packed, [...memory]);
}
