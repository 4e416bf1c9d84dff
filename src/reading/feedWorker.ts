import { createCutting } from '../importers/source/cutJson.ts';
import type { Stretch } from '../importers/source/stretch.ts';
import { chunksOf } from './chunksOf.ts';
import { ask, type Fed, type FeedOrder } from './feeding.ts';

/*
 * Two of these feed the worker that reads a large file.
 */

addEventListener('message', ({ data }: MessageEvent<FeedOrder>) => {
  if ('blob' in data) sendBytes(data.blob, data.to);
  else sendStretches(data.from, data.to);
});

/** Sends the next bytes each time somebody asks. */
function sendBytes(blob: Blob, to: MessagePort): void {
  const chunks = chunksOf(blob);
  const send = (fed: Fed<Uint8Array>, memory: readonly ArrayBuffer[] = []) => to.postMessage(fed, [...memory]);
  to.onmessage = () => {
    try {
      const next = chunks.next();
      if (next.done) send({ end: null });
      else send({ part: next.value }, [next.value.buffer]);
    } catch (error) {
      send({ end: String(error) });
    }
  };
}

/** Cuts what comes, and asks for more whenever somebody asks it. */
function sendStretches(from: MessagePort, to: MessagePort): void {
  const cutting = createCutting();
  const send = (fed: Fed<Stretch>, memory: readonly Transferable[] = []) => to.postMessage(fed, [...memory]);
  const sendStretch = (stretch: Stretch) => send({ part: stretch }, memoryOf(stretch));
  to.onmessage = () => ask(from);
  // Each of the parts that were asked for ahead is answered with the end.
  let isOver = false;
  from.onmessage = ({ data }: MessageEvent<Fed<Uint8Array>>) => {
    if (isOver) return;
    if ('part' in data) sendStretch(cutting.next(data.part));
    else if (data.end === null) sendStretch(cutting.last());
    isOver = cutting.isOver() || 'end' in data;
    if (isOver) send('end' in data ? data : { end: null });
  };
}

/** Everything that is handed over with a stretch instead of being copied. */
function memoryOf({ memory, kept, numbers }: Stretch): readonly Transferable[] {
  return [
    ...new Set([...memory, kept, numbers].map(({ buffer }) => buffer).filter((one) => one instanceof ArrayBuffer)),
  ];
}
