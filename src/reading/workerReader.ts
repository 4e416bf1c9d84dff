import type { Remote } from 'comlink';
import { loadPart } from '../browser/loadPart.ts';
import { createReaderHere, ImportCanceled, type ImportReader, type PackingReader } from './importReader.ts';

/** A worker that answers; `ended` is rejected once it no longer does. */
type Running = { readonly worker: Worker; readonly remote: Remote<PackingReader>; readonly ended: Promise<never> };

/**
 * Reads in a worker that is started when it is first needed; canceling ends it, and the next reading starts another.
 * Where a browser has no workers, or starts none, the page reads by itself and stands still meanwhile.
 */
export function createWorkerReader(): ImportReader {
  const here = createReaderHere();
  if (typeof Worker === 'undefined') return here;
  let running: Promise<Running> | null = null;
  let isRefused = false;
  let interrupt: (() => void) | null = null;
  const connected = async () => {
    const [{ proxy }, { unpackResult }] = await Promise.all([
      loadPart(() => import('comlink')),
      loadPart(() => import('../importers/transfer/unpackResult.ts')),
    ]);
    running ??= startWorker().catch((failure: unknown) => {
      running = null;
      if (failure instanceof Refused) isRefused = true;
      throw failure;
    });
    return { ...(await running), proxy, unpackResult };
  };
  /** Asks the worker, or the page itself where none starts. */
  const asked = async <T>(
    worker: (connection: Awaited<ReturnType<typeof connected>>) => Promise<T>,
    page: () => Promise<T>,
  ): Promise<T> => {
    if (isRefused) return await page();
    try {
      const connection = await connected();
      return await Promise.race([worker(connection), connection.ended]);
    } catch (failure) {
      if (failure instanceof Refused) return await page();
      throw failure;
    }
  };
  return {
    read: async (files, onProgress) => {
      const canceled = new Promise<never>((_resolve, reject) => {
        interrupt = () => reject(new ImportCanceled());
      });
      const reading = asked(
        async ({ remote, proxy, unpackResult }) => unpackResult(await remote.read(files, proxy(onProgress))),
        () => here.read(files, onProgress),
      );
      return await Promise.race([reading, canceled]);
    },
    rejoin: (targets) =>
      asked(
        async ({ remote, unpackResult }) => unpackResult(await remote.rejoin(targets)),
        () => here.rejoin(targets),
      ),
    excerpt: (file, line) =>
      asked(
        ({ remote }) => remote.excerpt(file, line),
        () => here.excerpt(file, line),
      ),
    // A worker that has read nothing has no lines, and need not be started to say so.
    lines: async (file) => {
      if (isRefused) return await here.lines(file);
      return running ? await (await running).remote.lines(file) : null;
    },
    // A failure is told once there is something to read.
    wake: () => void connected().catch(() => {}),
    cancel: () => {
      void running?.then(
        ({ worker }) => worker.terminate(),
        () => {},
      );
      running = null;
      interrupt?.();
    },
  };
}

/** The browser does not let this page start a worker. */
class Refused extends Error {}

/** @throws Refused */
async function startWorker(): Promise<Running> {
  // Inline, because a page that was opened from disk may start no worker from a file; and this one keeps to the policy
  // of the page.
  const [{ wrap }, { default: ImportWorker }] = await Promise.all([
    loadPart(() => import('comlink')),
    loadPart(() => import('./importWorker.ts?worker&inline')),
  ]);
  const worker = refusedUnless(() => new ImportWorker());
  let hasStarted = false;
  const ended = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) =>
      reject(hasStarted ? new Error(message || 'The thread that reads files has ended') : new Refused(message)),
    );
  });
  ended.catch(() => {});
  const remote = wrap<PackingReader>(worker);
  // The answer says that it runs, and whether it may read.
  if (!(await Promise.race([remote.canRead(new Blob(['mitmap'])), ended]))) {
    worker.terminate();
    throw new Refused('The thread that reads files may not read them');
  }
  hasStarted = true;
  return { worker, remote, ended };
}

function refusedUnless<T>(start: () => T): T {
  try {
    return start();
  } catch (cause) {
    throw new Refused(String(cause), { cause });
  }
}
