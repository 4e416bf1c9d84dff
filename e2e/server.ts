import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** What answers in place of the files; false leaves it to them. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A static server whose files can be replaced while it runs, and that knows what it was asked for. */
export type StaticServer = {
  readonly port: number;
  /** Addresses in the order in which they were asked for. */
  readonly requested: string[];
  /** Serves another folder from now on. */
  readonly serve: (folder: string) => void;
  /** Asked before the files from now on; null for nobody. */
  readonly answerFirst: (answer: Answer | null) => void;
  readonly close: () => Promise<void>;
};

/** @param under the path that the files lie under */
export async function startServer(folder: string, under = '/'): Promise<StaticServer> {
  let served = folder;
  let answer: Answer | null = null;
  const requested: string[] = [];
  const server = createServer(async (request, response) => {
    const { url = '' } = request;
    requested.push(url);
    if (answer?.(request, response)) return;
    const [path = ''] = url.split('?');
    try {
      if (!path.startsWith(under) || path.includes('..')) throw new Error('outside');
      const name = path.slice(under.length) || 'index.html';
      const content = await readFile(join(served, name));
      response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream').end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, done));
  return {
    port: (server.address() as AddressInfo).port,
    requested,
    serve: (next) => {
      served = next;
    },
    answerFirst: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
