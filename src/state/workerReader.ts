import type { Remote } from 'comlink';
import { ImportCancelled, type ImportReader } from './importReader.ts';

type RemoteReader = Omit<ImportReader, 'cancel'>;

/** Reads in a worker that is started when it is first needed; cancelling ends it, and the next reading starts another. */
export function createWorkerReader(): ImportReader {
  let worker: Worker | null = null;
  let remote: Remote<RemoteReader> | null = null;
  let interrupt: (() => void) | null = null;
  const connected = async () => {
    // Inline, because a page that was opened from disk may start no worker from a file; and this one keeps to the policy
    // of the page.
    const [{ proxy, wrap }, { default: ImportWorker }] = await Promise.all([
      import('comlink'),
      import('./importWorker.ts?worker&inline'),
    ]);
    worker ??= new ImportWorker();
    remote ??= wrap<RemoteReader>(worker);
    return { remote, proxy };
  };
  return {
    read: async (files, onProgress) => {
      const cancelled = new Promise<never>((_resolve, reject) => {
        interrupt = () => reject(new ImportCancelled());
      });
      const reading = connected().then(({ remote, proxy }) => remote.read(files, proxy(onProgress)));
      return await Promise.race([reading, cancelled]);
    },
    rejoin: async (targets) => await (await connected()).remote.rejoin(targets),
    excerpt: async (file, line) => await (await connected()).remote.excerpt(file, line),
    // A worker that has read nothing has no lines, and need not be started to say so.
    lines: async (file) => (remote ? await remote.lines(file) : null),
    cancel: () => {
      worker?.terminate();
      worker = null;
      remote = null;
      interrupt?.();
    },
  };
}
