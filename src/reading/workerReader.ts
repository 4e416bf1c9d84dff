import type { Remote } from 'comlink';
import type { Progress } from '../importers/recognise.ts';
import { createFeeding, type Feeding } from './createFeeding.ts';
import {
  createReaderHere,
  type GivenFile,
  ImportCancelled,
  type ImportReader,
  type PackingReader,
} from './importReader.ts';

/** Bytes from which a file is worth more threads than one. */
const large = 16_000_000;

function isLarge({ blob }: GivenFile): boolean {
  return blob.size >= large;
}

/** Reads in a worker that is started when it is first needed; cancelling ends it, and the next reading starts another. */
export function createWorkerReader(): ImportReader {
  // Some windows have none: there the page reads by itself, and stands still meanwhile.
  if (typeof Worker === 'undefined') return createReaderHere();
  let worker: Worker | null = null;
  let remote: Remote<PackingReader> | null = null;
  let feeding: Feeding | null = null;
  let interrupt: (() => void) | null = null;
  const connected = async () => {
    // Inline, because a page that was opened from disk may start no worker from a file; and this one keeps to the policy
    // of the page.
    const [{ proxy, transfer, wrap }, { unpackResult }, { default: ImportWorker }] = await Promise.all([
      import('comlink'),
      import('../importers/crossing/unpackResult.ts'),
      import('./importWorker.ts?worker&inline'),
    ]);
    worker ??= new ImportWorker();
    remote ??= wrap<PackingReader>(worker);
    return { remote, proxy, transfer, unpackResult };
  };
  /** Lets other threads begin with the large files. */
  const fed = async (files: readonly GivenFile[]): Promise<readonly GivenFile[]> => {
    if (!files.some(isLarge)) return files;
    feeding ??= await createFeeding();
    return files.map((file) => (feeding && isLarge(file) ? { ...file, cut: feeding.portFor(file.blob) } : file));
  };
  const endFeeding = () => {
    feeding?.end();
    feeding = null;
  };
  return {
    read: async (files, onProgress) => {
      const cancelled = new Promise<never>((_resolve, reject) => {
        interrupt = () => reject(new ImportCancelled());
      });
      const reading = connected().then(async ({ remote, proxy, transfer, unpackResult }) => {
        const given = await fed(files);
        const ports = given.flatMap(({ cut }) => cut ?? []);
        const told = (progress: Progress) => {
          // What is joined next needs the memory.
          if (progress.readBytes === progress.allBytes) endFeeding();
          onProgress(progress);
        };
        return unpackResult(await remote.read(transfer([...given], ports), proxy(told)));
      });
      return await Promise.race([reading, cancelled]);
    },
    rejoin: async (targets) => {
      const { remote, unpackResult } = await connected();
      return await unpackResult(await remote.rejoin(targets));
    },
    excerpt: async (file, line) => await (await connected()).remote.excerpt(file, line),
    // A worker that has read nothing has no lines, and need not be started to say so.
    lines: async (file) => (remote ? await remote.lines(file) : null),
    wake: () => void connected(),
    cancel: () => {
      worker?.terminate();
      endFeeding();
      worker = null;
      remote = null;
      interrupt?.();
    },
  };
}
