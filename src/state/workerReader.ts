import { proxy, type Remote, wrap } from 'comlink';
import { ImportCancelled, type ImportReader } from './importReader.ts';

/** Reads in a worker that is started when it is first needed; cancelling ends it, and the next reading starts another. */
export function createWorkerReader(): ImportReader {
  let worker: Worker | null = null;
  let remote: Remote<Omit<ImportReader, 'cancel'>> | null = null;
  let interrupt: (() => void) | null = null;
  const connected = () => {
    worker ??= new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
    remote ??= wrap<Omit<ImportReader, 'cancel'>>(worker);
    return remote;
  };
  return {
    read: async (files, onProgress) => {
      const cancelled = new Promise<never>((_resolve, reject) => {
        interrupt = () => reject(new ImportCancelled());
      });
      return await Promise.race([connected().read(files, proxy(onProgress)), cancelled]);
    },
    rejoin: async (targets) => await connected().rejoin(targets),
    excerpt: async (file, line) => await connected().excerpt(file, line),
    cancel: () => {
      worker?.terminate();
      worker = null;
      remote = null;
      interrupt?.();
    },
  };
}
