import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { headSize, type InputFile, inMemory } from '../importers/source/inputFile.ts';
import { isIgnored } from '../importers/source/unpack.ts';

/** Bytes that are read at once, so that a file of gigabytes needs no memory of gigabytes. */
const step = 8_000_000;

/**
 * Files, the files of folders, and standard input for `-`.
 * @param given what the user named, where `name` lies in it
 * @throws the error of the file system, where a name leads nowhere
 */
export function openFiles(name: string, given = name): readonly InputFile[] {
  if (name === '-') return [inMemory('stdin', readFileSync(0))];
  const { size } = statSync(name);
  if (!statSync(name).isDirectory()) return [{ name, size, given, chunks: () => chunksOf(name) }];
  return readdirSync(name)
    .sort()
    .filter((entry) => !isIgnored(entry))
    .flatMap((entry) => openFiles(join(name, entry), given));
}

function* chunksOf(name: string): Generator<Uint8Array> {
  const descriptor = openSync(name, 'r');
  try {
    for (let size = headSize; ; size = step) {
      const buffer = new Uint8Array(size);
      const length = readSync(descriptor, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
