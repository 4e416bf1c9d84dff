import { connect as connectTcp, type Socket } from 'node:net';
import ssh2, { type Connection, type Server } from 'ssh2';
import type { KnownHop } from '../../analysis/hop.ts';
import { type Exposure, exposures } from '../../analysis/rules.ts';
import type { Observation } from '../../laboratory/record.ts';
import { alteredMark, forgedAnswer, joined, listener } from './attacker.ts';
import { host, type Listening, listen, trueAnswer } from './exchange.ts';

/*
 * The same over SSH: a client that runs a command, or forwards a connection, with and without checking the host key.
 */

const { Client, Server: SshServer, utils } = ssh2;

/** Host keys and user keys of one run. */
export type SshKeys = { readonly host: string; readonly attackerHost: string; readonly user: string };

/** One of some hundred keys that ssh2 makes is too short for its own parser, and is made anew. */
function newKey(): string {
  for (;;) {
    const key = utils.generateKeyPairSync('ed25519').private;
    if (!(utils.parseKey(key) instanceof Error)) return key;
  }
}

export function makeSshKeys(): SshKeys {
  return { host: newKey(), attackerHost: newKey(), user: newKey() };
}

const command = 'cat /var/log/private';
const user = 'tunnel';
const password = 'passw0rd';

type Behavior = {
  readonly hostKey: string;
  /** Whether a login is accepted; what was typed is told as well. */
  readonly accepts: (login: { readonly method: string; readonly key?: Buffer; readonly password?: string }) => boolean;
  readonly run?: (line: string) => Promise<string>;
  /** The port to which forwarded connections are taken. */
  readonly forwardsTo?: number;
};

/** An SSH server; true or the attacker's, by what it accepts. */
export async function sshServer(behavior: Behavior): Promise<Listening> {
  const { hostKey, accepts, run, forwardsTo } = behavior;
  const open = new Set<Connection>();
  const server: Server = new SshServer({ hostKeys: [hostKey] }, (connection) => {
    open.add(connection);
    connection.on('error', () => connection.end());
    connection.on('close', () => open.delete(connection));
    connection.on('authentication', (login) => {
      const key = login.method === 'publickey' ? { key: login.key.data } : {};
      const typed = login.method === 'password' ? { password: login.password } : {};
      // Without a signature the client only asks whether the key would do.
      if (accepts({ method: login.method, ...key, ...typed })) login.accept();
      else login.reject(['publickey', 'password']);
    });
    connection.on('ready', () => {
      connection.on('session', (accept) =>
        accept().on('exec', async (acceptCommand, _reject, info) => {
          const channel = acceptCommand();
          channel.write((await run?.(info.command)) ?? '');
          channel.exit(0);
          channel.end();
        }),
      );
      connection.on('tcpip', (accept) => {
        if (forwardsTo !== undefined) joined(accept() as unknown as Socket, connectTcp(forwardsTo, host));
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      for (const connection of open) connection.end();
      server.close(() => resolve());
    });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close };
}

/** The true server: its own host key, and only the honest user's key or password. */
export function trueSshServer(keys: SshKeys, rest: Pick<Behavior, 'run' | 'forwardsTo'>): Promise<Listening> {
  const known = utils.parseKey(keys.user);
  const publicKey = known instanceof Error ? null : known.getPublicSSH();
  return sshServer({
    hostKey: keys.host,
    accepts: (login) =>
      login.method === 'password'
        ? login.password === password
        : publicKey?.equals(login.key ?? Buffer.alloc(0)) === true,
    ...rest,
  });
}

export type SshSetup = { readonly checksHostKey: boolean; readonly credential: 'sshkey' | 'basic' };

/** Logs in, or says why not. */
function login(port: number, setup: SshSetup, keys: SshKeys): Promise<InstanceType<typeof Client> | string> {
  const known = utils.parseKey(keys.host);
  const trusted = known instanceof Error ? null : known.getPublicSSH();
  return new Promise((resolve) => {
    const client = new Client();
    client.on('ready', () => resolve(client));
    client.on('error', (error) => resolve(error.message));
    client.connect({
      host,
      port,
      username: user,
      ...(setup.credential === 'sshkey' ? { privateKey: keys.user } : { password }),
      ...(setup.checksHostKey ? { hostVerifier: (key: Buffer) => trusted?.equals(key) === true } : {}),
    });
  });
}

async function runCommand(port: number, setup: SshSetup, keys: SshKeys): Promise<string> {
  const client = await login(port, setup, keys);
  if (typeof client === 'string') return client;
  const output = await new Promise<string>((resolve) => {
    client.exec(command, (error, channel) => {
      if (error) return resolve(error.message);
      let text = '';
      channel.on('data', (bytes: Buffer) => {
        text += bytes.toString();
      });
      channel.on('close', () => resolve(text));
      return undefined;
    });
  });
  client.end();
  return output;
}

/** Attacks one SSH hop as the others are attacked. */
export async function sshExperiment(setup: SshSetup, keys: SshKeys): Promise<Observation> {
  const caught = { command: '', password: '' };
  const server = await trueSshServer(keys, { run: async () => trueAnswer });
  const answers = async (line: string, real: boolean) => {
    caught.command = line;
    const stolen = { checksHostKey: false, credential: 'basic' } as const;
    if (!real || caught.password === '') return forgedAnswer;
    return (await runCommand(server.port, stolen, keys)).replaceAll('TRUE', alteredMark);
  };
  const attacker = (real: boolean) =>
    sshServer({
      hostKey: keys.attackerHost,
      accepts: (login) => {
        caught.password = login.password ?? '';
        return login.method !== 'none';
      },
      run: (line) => answers(line, real),
    });
  const spy = await listener(server.port);
  const honest = await runCommand(spy.port, setup, keys);
  const overheard = spy.caught.seen.includes(command) || spy.caught.seen.includes(trueAnswer);
  const [impostor, bridge] = [await attacker(false), await attacker(true)];
  const accepted = await runCommand(impostor.port, setup, keys);
  const bridged = await runCommand(bridge.port, setup, keys);
  const replayed = caught.password === password;
  await Promise.all([spy, server, impostor, bridge].map((one) => one.close()));
  const posed = accepted === forgedAnswer;
  const found: Partial<Record<Exposure, boolean>> = {
    eavesdrop: caught.command !== '',
    tamper: posed,
    'impersonate-server': posed,
    'impersonate-client': replayed,
    'credential-replay': replayed,
  };
  return {
    served: honest === trueAnswer,
    passive: { exposures: overheard ? ['eavesdrop'] : [], readable: [], seen: '', client: honest },
    active: {
      exposures: exposures.filter((one) => found[one] === true),
      readable: [],
      seen: caught.command,
      client: accepted,
    },
    offPath: [],
    relay: bridged.includes(alteredMark),
    bytesChanged: false,
  };
}

/** The hop that a setup is. */
export function sshHop(setup: SshSetup, base: KnownHop): KnownHop {
  return { ...base, proto: 'ssh', verify: setup.checksHostKey ? 'hostkey' : 'none', cred: setup.credential };
}

/** Takes every connection through SSH to a port behind the server; the entry of a tunnel. */
export function sshEntry(port: number, setup: SshSetup, keys: SshKeys): Promise<Listening> {
  return listen((socket) => {
    socket.pause();
    void login(port, setup, keys).then((client) => {
      if (typeof client === 'string') return socket.destroy();
      socket.on('close', () => client.end());
      client.forwardOut(host, 0, host, 1, (error, channel) => {
        if (error) socket.destroy();
        else joined(socket, channel as unknown as Socket);
      });
      return undefined;
    });
  });
}
