import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Identities, Identity } from './certificates.ts';
import { type Answer, answer, host, type Listening, listen, parsed, readMessage, type TlsVersion } from './exchange.ts';

/*
 * Attackers who own the address that the client dials. None of them has a key of an honest party. They work on bytes of
 * real connections, and report what they got.
 */

export const forgedAnswer = 'FORGED-LOG';
/** What a relay makes of the word TRUE in an answer: same length, other meaning. */
const altered = (text: string) => text.replaceAll('TRUE', 'FAKE');
export const alteredMark = 'FAKE';

/** What passed through an attacker's hands. */
export type Catch = { seen: string; wire: Buffer; answered: string };

function nothing(): Catch {
  return { seen: '', wire: Buffer.alloc(0), answered: '' };
}

export type Attack = Listening & { readonly caught: Catch };

/** Listens only: hands every byte on, in both directions, and keeps a copy. */
export async function listener(target: number): Promise<Attack> {
  const caught = nothing();
  const keep = (bytes: Buffer) => {
    caught.wire = Buffer.concat([caught.wire, bytes]);
    caught.seen = caught.wire.toString('latin1');
    return bytes;
  };
  return { ...(await splice(target, keep, keep)), caught };
}

/** Changes bytes in flight without answering anything: in plain text the path of the request, in TLS one bit of data. */
export async function tamperer(target: number, from: string, to: string): Promise<Attack> {
  const caught = nothing();
  const isTls = (bytes: Buffer) => bytes[0] === 0x17;
  const onward = (bytes: Buffer) => {
    if (!isTls(bytes)) return Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');
    const changed = Buffer.from(bytes);
    const last = changed.length - 1;
    changed[last] = (changed[last] ?? 0) ^ 1;
    return changed;
  };
  const back = (bytes: Buffer) => {
    caught.answered += bytes.toString('latin1');
    return bytes;
  };
  return { ...(await splice(target, onward, back)), caught };
}

function splice(
  target: number,
  onward: (bytes: Buffer) => Buffer,
  back: (bytes: Buffer) => Buffer,
): Promise<Listening> {
  return listen((client) => {
    const server = connectTcp(target, host);
    client.on('data', (bytes: Buffer) => server.write(onward(bytes)));
    server.on('data', (bytes: Buffer) => client.write(back(bytes)));
    client.on('close', () => server.destroy());
    server.on('close', () => client.end());
    server.on('error', () => client.destroy());
  });
}

export type Mask = { readonly version: TlsVersion; readonly identity: Identity } | null;

function tlsOf(mask: Mask) {
  return mask && { ...mask.identity, minVersion: mask.version, maxVersion: mask.version };
}

/** Answers in the server's place with words of his own. */
export async function impostor(mask: Mask): Promise<Attack> {
  const caught = nothing();
  const listening = await listen((client) => {
    void readMessage(client).then((request) => {
      if (request === '') return;
      caught.seen += request;
      client.end(answer(200, forgedAnswer));
    });
  }, tlsOf(mask));
  return { ...listening, caught };
}

/** Bridges to the true server over a connection of his own, and alters what it answers. */
export async function relay(mask: Mask, target: number): Promise<Attack> {
  const caught = nothing();
  const listening = await listen((client) => {
    void readMessage(client).then(async (request) => {
      if (request === '') return;
      caught.seen += request;
      caught.answered = await sendRaw(target, mask?.version ?? null, request);
      client.end(altered(caught.answered));
    });
  }, tlsOf(mask));
  return { ...listening, caught };
}

/** Hands what comes out of the client's TLS on to another attacker, who sits on the inner channel. */
export function opened(mask: Mask, next: number): Promise<Listening> {
  return listen((client) => joined(client, connectTcp(next, host)), tlsOf(mask));
}

/** Two connections as one. */
export function joined(left: Socket, right: Socket): void {
  left.pipe(right);
  right.pipe(left);
  left.on('close', () => right.destroy());
  right.on('close', () => left.destroy());
  left.on('error', () => right.destroy());
  right.on('error', () => left.destroy());
}

/** Sends a request over a connection of the attacker's own, who verifies nothing and has no certificate. */
async function sendRaw(port: number, version: TlsVersion | null, request: string): Promise<string> {
  const socket = await new Promise<Socket | null>((resolve) => {
    const done: Socket =
      version === null
        ? connectTcp(port, host, () => resolve(done))
        : connectTls({ port, host, rejectUnauthorized: false, minVersion: version, maxVersion: version }, () =>
            resolve(done),
          );
    done.on('error', () => resolve(null));
  });
  if (!socket) return '';
  socket.write(request);
  const text = await readMessage(socket);
  socket.destroy();
  return text;
}

/** Whether a request with what was caught is answered, by a server that serves no strangers. */
export async function replay(port: number, version: TlsVersion | null, path: string, seen: string): Promise<boolean> {
  const credential = /authorization: [^\r\n]+\r\n/i.exec(seen)?.[0];
  if (credential === undefined) return false;
  return parsed(await sendRaw(port, version, `GET ${path} HTTP/1.1\r\n${credential}\r\n`)).status === 200;
}

/** Tries the client's public certificate with another key; a handshake wants a proof that only the true key gives. */
export function replayCertificate(port: number, version: TlsVersion, identities: Identities): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const socket: TLSSocket = connectTls(
        {
          port,
          host,
          rejectUnauthorized: false,
          minVersion: version,
          maxVersion: version,
          cert: identities.client.cert,
          key: identities.attackerKey,
        },
        () => resolve(true),
      );
      socket.on('error', () => resolve(false));
    } catch {
      resolve(false);
    }
  });
}

/** Whether somebody without any credential gets what only the client should get. */
export async function anonymousClient(port: number, version: TlsVersion | null, path: string): Promise<Answer> {
  const text = await sendRaw(port, version, `GET ${path} HTTP/1.1\r\n\r\n`);
  return { ...parsed(text), refused: null };
}
