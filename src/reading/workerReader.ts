import type { Remote } from 'comlink';
import { createReaderHere, ImportCancelled, type ImportReader, type PackingReader } from './importReader.ts';

/** Reads in a worker that is started when it is first needed; cancelling ends it, and the next reading starts another. */
export function createWorkerReader(): ImportReader {
  // Some windows have none: there the page reads by itself, and stands still meanwhile.
  if (typeof Worker === 'undefined') return createReaderHere();
  let worker: Worker | null = null;
  let remote: Remote<PackingReader> | null = null;
  let interrupt: (() => void) | null = null;
  const connected = async () => {
    // Inline, because a page that was opened from disk may start no worker from a file; and this one keeps to the policy
    // of the page.
    const [{ proxy, wrap }, { unpackResult }, { default: ImportWorker }] = await Promise.all([
      import('comlink'),
      import('../importers/crossing/unpackResult.ts'),
      import('./importWorker.ts?worker&inline'),
    ]);
    worker ??= new ImportWorker();
    remote ??= wrap<PackingReader>(worker);
    return { remote, proxy, unpackResult };
  };
  return {
    read: async (files, onProgress) => {
      const cancelled = new Promise<never>((_resolve, reject) => {
        interrupt = () => reject(new ImportCancelled());
      });
      const reading = connected().then(async ({ remote, proxy, unpackResult }) =>
        unpackResult(await remote.read(files, proxy(onProgress))),
      );
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
      worker = null;
      remote = null;
      interrupt?.();
    },
  };
}
