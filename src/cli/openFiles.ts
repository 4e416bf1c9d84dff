import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { isAbsolute, join, normalize, resolve, sep } from 'node:path';
import type { ImportIssue } from '../importers/importResult.ts';
import { headSize, type InputFile, inMemory } from '../importers/source/inputFile.ts';
import { isIgnored } from '../importers/source/unpack.ts';

/** Bytes that are read at once, so that a file of gigabytes needs no memory of gigabytes. */
const step = 8_000_000;

/**
 * What a file or folder is called in what is written: where it lies on this machine is nobody's business. Of several with the
 * same end so much more of each as tells them apart.
 */
export function shownName(name: string, all: readonly string[]): string {
  if (!isAbsolute(name) && !normalize(name).startsWith('..')) return name;
  const parts = (of: string) => resolve(of).split(sep).filter(Boolean);
  const own = parts(name);
  for (let length = 1; length < own.length; length += 1) {
    const end = own.slice(-length).join('/');
    const same = all.filter((other) => parts(other).slice(-length).join('/') === end);
    if (new Set(same.map((other) => resolve(other))).size === 1) return end;
  }
  return own.join('/') || 'cluster';
}

/** A file, or what is wrong with something that is none. */
export type Opened = InputFile | ImportIssue;

/**
 * Files, the files of folders, and standard input for `-`. What lies in a folder and cannot be read is told, and the rest is
 * there: links that lead nowhere, around in a circle or out of the folder, and what is no file.
 * @param name what the user named
 * @param shown what it is called in what is written
 * @throws the error of the file system, where that leads nowhere
 */
export function openFiles(name: string, shown = name): readonly Opened[] {
  if (name === '-') return [inMemory('stdin', readFileSync(0))];
  const stat = statSync(name);
  if (!stat.isDirectory()) return [opened(name, stat, { given: shown, shown })];
  return openFolder(name, { given: shown, shown, root: realpathSync(name), around: [] });
}

/** Where something is called as it is written, and what the user named that it lies in. */
type Named = { readonly given: string; readonly shown: string };

type Folder = Named & {
  readonly root: string;
  /** The real paths of the folders that this one lies in. */
  readonly around: readonly string[];
};

function openFolder(name: string, { given, shown, root, around }: Folder): readonly Opened[] {
  const path = realpathSync(name);
  if (around.includes(path)) return [refused(shown, 'link-not-followed')];
  return readdirSync(name)
    .sort()
    .filter((entry) => !isIgnored(entry))
    .flatMap((entry): readonly Opened[] => {
      const inner = join(name, entry);
      const named = { given, shown: join(shown, entry) };
      try {
        const target = realpathSync(inner);
        if (target !== root && !target.startsWith(root + sep)) return [refused(named.shown, 'link-not-followed')];
        const stat = statSync(inner);
        return stat.isDirectory()
          ? openFolder(inner, { ...named, root, around: [...around, path] })
          : [opened(inner, stat, named)];
      } catch {
        return [refused(named.shown, lstatSync(inner).isSymbolicLink() ? 'link-not-followed' : 'unreadable')];
      }
    });
}

/** A pipe or a device may never end. */
function opened(name: string, stat: Stats, { given, shown }: Named): Opened {
  if (!stat.isFile()) return refused(shown, 'not-a-file');
  return { name: shown, size: stat.size, given, chunks: () => chunksOf(name) };
}

function refused(file: string, code: ImportIssue['code']): ImportIssue {
  return { code, severity: 'warning', place: { file, line: 1 }, params: {} };
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
