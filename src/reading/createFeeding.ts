import type { FeedOrder } from './feeding.ts';

/** The threads that take large files from the disk and cut them. */
export type Feeding = {
  /** Where the stretches of a file arrive when somebody asks for them. */
  readonly portFor: (blob: Blob) => MessagePort;
  readonly end: () => void;
};

/** Starts them. */
export async function createFeeding(): Promise<Feeding> {
  const { default: FeedWorker } = await import('./feedWorker.ts?worker&inline');
  const [bytes, cutting] = [new FeedWorker(), new FeedWorker()];
  const order = (worker: Worker, given: FeedOrder, ports: readonly MessagePort[]) =>
    worker.postMessage(given, [...ports]);
  return {
    portFor: (blob) => {
      const [raw, cut] = [new MessageChannel(), new MessageChannel()];
      order(bytes, { blob, to: raw.port1 }, [raw.port1]);
      order(cutting, { from: raw.port2, to: cut.port1 }, [raw.port2, cut.port1]);
      return cut.port2;
    },
    end: () => {
      bytes.terminate();
      cutting.terminate();
    },
  };
}
