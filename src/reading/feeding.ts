import { Unreadable, type Wait } from '../importers/source/inputFile.ts';
import type { Stretch } from '../importers/source/stretch.ts';

/*
 * A large file goes through three threads: one takes its bytes from the disk, one cuts them, one reads what was cut. Each
 * sends the next part when the one behind it has asked for it.
 */

/** What a feeding worker is to do. */
export type FeedOrder =
  | { readonly blob: Blob; readonly to: MessagePort }
  | { readonly from: MessagePort; readonly to: MessagePort };

/** A part, or why there are no more: null for the end of the file, else what went wrong. */
export type Fed<T> = { readonly part: T } | { readonly end: string | null };

/** Asks for the next part. */
export function ask(port: MessagePort): void {
  port.postMessage(null);
}

/** Parts that are on their way at a time: enough that nobody waits, and few enough to bound the memory. */
const ahead = 2;

/**
 * The stretches that come through a port, and a wait where the next is not there yet. They can be taken once.
 * @throws {Unreadable} where the bytes could not be taken
 */
export function* received(port: MessagePort): Generator<Stretch | Wait> {
  const arrived: Fed<Stretch>[] = [];
  let tell = () => {};
  port.onmessage = ({ data }: MessageEvent<Fed<Stretch>>) => {
    arrived.push(data);
    tell();
  };
  for (let asked = 0; asked < ahead; asked += 1) ask(port);
  try {
    while (true) {
      const next = arrived.shift();
      if (next === undefined) {
        yield {
          until: new Promise((resolve) => {
            tell = resolve;
          }),
        };
      } else if ('part' in next) {
        yield next.part;
        ask(port);
      } else {
        if (next.end !== null) throw new Unreadable(next.end);
        return;
      }
    }
  } finally {
    port.close();
  }
}
