import { createHash, X509Certificate } from 'node:crypto';
import { connect as connectTcp, createServer as createTcpServer, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer, rootCertificates, type TLSSocket } from 'node:tls';
import type { Authz, ClientAuthPolicy, Credential, Verify } from '../../analysis/hop.ts';
import { type Identities, type Identity, serverName } from './certificates.ts';

/*
 * An honest client and a true server that speak HTTP/1.1 over real sockets on the loopback address, and nothing of an
 * attacker. Requests and answers are a few lines, so that what an attacker saw can be shown as it is.
 */

export type TlsVersion = 'TLSv1.2' | 'TLSv1.3';
export const host = '127.0.0.1';
/** What the server knows about whoever may ask; what nobody else is told. */
export const trueAnswer = 'TRUE-LOG';
const publicAnswer = 'TRUE-VERSION';
export const privatePath = '/private';
export const publicPath = '/public';
const secrets = { bearer: 'Bearer s3cr3t-token', basic: `Basic ${Buffer.from('user:passw0rd').toString('base64')}` };
/** How long nothing may come before somebody hangs up, in milliseconds. */
const patience = 2000;

/** A listener that can be closed with everything it has open. */
export type Listening = { readonly port: number; readonly close: () => Promise<void> };

/** Listens on a free port of the loopback address. */
export function listen(
  accept: (socket: Socket) => void,
  tls: Parameters<typeof createTlsServer>[0] | null = null,
): Promise<Listening> {
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A torn connection is a result here, seen at its other end.
    socket.on('error', () => socket.destroy());
  };
  const server = tls ? createTlsServer(tls, accept) : createTcpServer(accept);
  server.on('connection', keep);
  server.on('secureConnection', (socket: TLSSocket) => socket.on('error', () => socket.destroy()));
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy();
      server.close(() => resolve());
    });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : 0, close });
    });
  });
}

/** One HTTP message: everything up to the end of its body. */
export function readMessage(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = () => {
      socket.off('data', take);
      resolve(text);
    };
    const take = (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (isComplete(text)) done();
    };
    socket.on('data', take);
    socket.once('close', done);
    socket.once('error', done);
    socket.setTimeout(patience, () => socket.destroy());
  });
}

function isComplete(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0);
  return text.length >= end + 4 + length;
}

export type ServerSetup = {
  readonly version: TlsVersion | null;
  readonly anonymousPolicy: ClientAuthPolicy;
  readonly authz: Authz;
  readonly identity: Identity;
};

/** A server as Kubernetes has them: it asks for a certificate without insisting, and decides by the request. */
export function serve(setup: ServerSetup, identities: Identities): Promise<Listening> {
  const { version, anonymousPolicy, identity } = setup;
  const tls = version && {
    ...identity,
    minVersion: version,
    maxVersion: version,
    ca: identities.ca,
    requestCert: anonymousPolicy !== 'open',
    rejectUnauthorized: false,
  };
  return listen((socket) => {
    void readMessage(socket).then((request) => {
      if (request !== '') socket.end(answerTo(request, whoAsks(request, socket, setup), setup));
    });
  }, tls);
}

/** The name behind a request; null for nobody, `false` for a credential that does not count. */
function whoAsks(request: string, socket: Socket, { anonymousPolicy }: ServerSetup): string | null | false {
  if (anonymousPolicy === 'open') return null;
  const sent = /authorization: (.+)\r\n/i.exec(request)?.[1];
  if (sent !== undefined) return Object.values(secrets).includes(sent) ? 'honest-client' : false;
  if (!('getPeerX509Certificate' in socket)) return null;
  const peer = socket as TLSSocket;
  const certificate = peer.getPeerX509Certificate();
  if (!certificate) return null;
  return peer.authorized && certificate.subject === 'CN=honest-client' ? 'honest-client' : false;
}

function answerTo(request: string, who: string | null | false, { anonymousPolicy, authz }: ServerSetup): string {
  if (who === false || (who === null && anonymousPolicy === 'required')) return answer(401, 'Unauthorized');
  if (request.includes(` ${publicPath} `)) return answer(200, publicAnswer);
  const allowed = who !== null || anonymousPolicy === 'open' || authz === 'none';
  return allowed ? answer(200, trueAnswer) : answer(403, 'Forbidden');
}

/** An HTTP answer with a body. */
export function answer(status: number, body: string): string {
  return `HTTP/1.1 ${status} x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

export type ClientSetup = {
  readonly version: TlsVersion | null;
  readonly verify: Verify;
  readonly cred: Credential;
};

export type Answer = {
  /** 0 where no answer came. */
  readonly status: number;
  readonly body: string;
  /** Why the client hung up before it sent anything; null where it did not. */
  readonly refused: string | null;
};

/** The honest client's request, as it stands on the wire. */
function requestFor(path: string, cred: Credential): string {
  const authorization = cred === 'bearer' || cred === 'basic' ? `Authorization: ${secrets[cred]}\r\n` : '';
  return `GET ${path} HTTP/1.1\r\nHost: ${serverName}\r\n${authorization}\r\n`;
}

/** Asks whoever answers at a port, as the honest client does: it checks first and sends then. */
export async function ask(port: number, path: string, setup: ClientSetup, identities: Identities): Promise<Answer> {
  const socket = await dial(port, setup, identities);
  if (typeof socket === 'string') return { status: 0, body: '', refused: socket };
  socket.write(requestFor(path, setup.cred));
  const text = await readMessage(socket);
  socket.destroy();
  return { ...parsed(text), refused: null };
}

export function parsed(text: string): { readonly status: number; readonly body: string } {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0);
  return { status, body: text.slice(text.indexOf('\r\n\r\n') + 4) };
}

/** A connection whose server is as proven as the client asks for, or why there is none. */
function dial(port: number, setup: ClientSetup, identities: Identities): Promise<Socket | string> {
  return new Promise((resolve) => {
    const { version, verify, cred } = setup;
    if (version === null) {
      const plain = connectTcp(port, host, () => resolve(plain));
      plain.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      return;
    }
    const socket = connectTls(
      {
        port,
        host,
        servername: serverName,
        minVersion: version,
        maxVersion: version,
        ...trust(verify, identities),
        ...(cred === 'x509' || cred === 'frontproxy' ? identities.client : {}),
      },
      () => {
        if (verify === 'pin' && keyHash(socket.getPeerX509Certificate()) !== pinOf(identities)) {
          socket.destroy();
          resolve('the key is not the pinned one');
        } else resolve(socket);
      },
    );
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

function trust(verify: Verify, identities: Identities) {
  switch (verify) {
    case 'none':
    case 'pin':
      return { rejectUnauthorized: false };
    case 'chain':
      return { ca: identities.ca, checkServerIdentity: () => undefined };
    case 'roots':
      return { ca: [...rootCertificates, identities.publicCa] };
    default:
      return { ca: identities.ca };
  }
}

function pinOf(identities: Identities): string {
  return keyHash(new X509Certificate(identities.server.cert));
}

function keyHash(certificate: X509Certificate | undefined): string {
  const key = certificate?.publicKey.export({ type: 'spki', format: 'der' }) ?? '';
  return createHash('sha256').update(key).digest('hex');
}
