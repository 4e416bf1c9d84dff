import { loadPart } from '../browser/loadPart.ts';
import type { Excerpt } from '../importers/excerpt.ts';
import type { ImportIssue, ImportResult } from '../importers/importResult.ts';
import type { KubeletTargets } from '../importers/joining/joinKubelets.ts';
import type { Progress } from '../importers/recognize.ts';
import type { InputFile } from '../importers/source/inputFile.ts';
import type { PackedResult } from '../importers/transfer/packed.ts';

/** A file as the browser gives it, with its path in a folder that was dropped. */
export type GivenFile = { readonly name: string; readonly blob: Blob };

/** Reads files somewhere: in a worker, or here. The last files that were read stay at hand. */
export type ImportReader = {
  readonly read: (files: readonly GivenFile[], onProgress: (progress: Progress) => void) => Promise<ImportResult>;
  /** Joins what was read once more, with what the user has said about kubelets. */
  readonly rejoin: (targets: KubeletTargets) => Promise<ImportResult>;
  readonly excerpt: (file: string, line: number) => Promise<Excerpt | null>;
  /** All lines of a file that was read; null where it is no longer at hand. */
  readonly lines: (file: string) => Promise<readonly string[] | null>;
  /** Starts what reads, before there is a file: whoever drags one, or opens the guide, is about to give it. */
  readonly wake: () => void;
  /** Ends a reading that is under way; its promise is rejected with `ImportCanceled`. */
  readonly cancel: () => void;
};

/** What a worker answers to a page: results are handed over, not copied. */
export type PackingReader = Pick<ImportReader, 'excerpt' | 'lines'> & {
  readonly read: (...given: Parameters<ImportReader['read']>) => Promise<PackedResult>;
  readonly rejoin: (...given: Parameters<ImportReader['rejoin']>) => Promise<PackedResult>;
  /** Whether the worker may read what the page gives it. */
  readonly canRead: (probe: Blob) => boolean;
};

export class ImportCanceled extends Error {}

/** Reads in the place where it is called, as a worker does for a page. */
export async function createLocalReader(
  open: (file: GivenFile) => InputFile | ImportIssue | Promise<InputFile | ImportIssue>,
): Promise<Omit<ImportReader, 'cancel' | 'wake'>> {
  // Readers and the YAML parser are rarely needed, so they are not part of the first load.
  const [{ join }, { recognize, recognizeAsync }, { excerptOf, linesOf }] = await Promise.all([
    loadPart(() => import('../importers/importFiles.ts')),
    loadPart(() => import('../importers/recognize.ts')),
    loadPart(() => import('../importers/excerpt.ts')),
  ]);
  let files: readonly InputFile[] = [];
  let recognized = recognize([]);
  return {
    read: async (given, onProgress) => {
      const opened = await Promise.all(given.map(open));
      files = opened.filter((one) => 'chunks' in one);
      const { issues, ...rest } = await recognizeAsync(files, paced(onProgress));
      recognized = { ...rest, issues: [...opened.filter((one) => 'code' in one), ...issues] };
      return join(recognized);
    },
    rejoin: async (targets) => join(recognized, targets),
    excerpt: async (file, line) => excerptOf(files, file, line),
    lines: async (file) => linesOf(files, file),
  };
}

/** Milliseconds between two reports: each makes the page draw, and takes a core from the reading. */
const pace = 150;

function paced(onProgress: (progress: Progress) => void): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < pace && progress.readBytes < progress.allBytes) return;
    last = now;
    onProgress(progress);
  };
}

/** Megabytes of a file that a page may hold whole. */
const mostHeld = 400;

/** Opens a file by holding all of it. */
async function openWhole({ name, blob }: GivenFile): Promise<InputFile | ImportIssue> {
  if (blob.size > mostHeld * 1_000_000) {
    const params = { most: String(mostHeld) };
    return { code: 'too-large-here', severity: 'error', place: { file: name, line: 1 }, params };
  }
  const bytes = await blob.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  if (bytes === null) return { code: 'unreadable', severity: 'error', place: { file: name, line: 1 }, params: {} };
  return { name, size: bytes.length, chunks: () => (bytes.length > 0 ? [bytes] : []) };
}

/** Reads on the thread that asks, where there are no workers. */
export function createReaderHere(): ImportReader {
  let started: ReturnType<typeof createLocalReader> | undefined;
  const reader = () => {
    started ??= createLocalReader(openWhole).catch((failure: unknown) => {
      // The next try may find the server again.
      started = undefined;
      throw failure;
    });
    return started;
  };
  return {
    read: async (files, onProgress) => (await reader()).read(files, onProgress),
    rejoin: async (targets) => (await reader()).rejoin(targets),
    excerpt: async (file, line) => (await reader()).excerpt(file, line),
    lines: async (file) => (await reader()).lines(file),
    wake: () => void reader().catch(() => {}),
    cancel: () => {},
  };
}
