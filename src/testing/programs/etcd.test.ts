import { spawn } from 'node:child_process';
import http from 'node:http';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import type { Hop } from '../../analysis/hop.ts';
import { importOne } from '../importOne.ts';
import { type Identities, makeIdentities } from '../laboratory/certificates.ts';
import { freePort, temporaryFolder, versionOf } from './program.ts';

/*
 * A real etcd on the loopback address, in every combination of scheme, certificates and demands, for clients and for peers:
 * whom it serves is what the rules say of its listeners.
 */

const version = versionOf('etcd', ['--version']);

type Setup = {
  readonly scheme: 'http' | 'https';
  readonly certificates: 'files' | 'auto';
  readonly hasCa: boolean;
  readonly clientCertAuth: 'true' | 'false' | null;
};

const setups: readonly Setup[] = (['http', 'https'] as const).flatMap((scheme) =>
  (['files', 'auto'] as const).flatMap((certificates) =>
    [false, true].flatMap((hasCa) =>
      ([null, 'false', 'true'] as const).map((clientCertAuth) => ({ scheme, certificates, hasCa, clientCertAuth })),
    ),
  ),
);

/** What somebody brings along: nothing at all, TLS alone, a certificate of the CA, one of another CA. */
const credentials = ['plain', 'none', 'of-ca', 'of-nobody'] as const;
type Credential = (typeof credentials)[number];
type Outcome = Readonly<Record<Credential, boolean>>;

let identities: Identities;
const place = temporaryFolder();
const files: Record<string, string> = {};

beforeAll(async () => {
  if (version === null) return;
  identities = await makeIdentities();
  files['ca'] = place.write('ca.crt', identities.ca);
  files['cert'] = place.write('server.crt', identities.server.cert);
  files['key'] = place.write('server.key', identities.server.key);
});
afterAll(() => place.remove());

/** The flags of one side; `prefix` is `peer-` for peers. */
function flagsOf(setup: Setup, prefix: '' | 'peer-'): readonly string[] {
  const demand = prefix === '' ? 'client-cert-auth' : 'peer-client-cert-auth';
  return [
    ...(setup.certificates === 'files'
      ? [`--${prefix}cert-file=${files['cert']}`, `--${prefix}key-file=${files['key']}`]
      : [`--${prefix}auto-tls`]),
    ...(setup.hasCa ? [`--${prefix}trusted-ca-file=${files['ca']}`] : []),
    ...(setup.clientCertAuth === null ? [] : [`--${demand}=${setup.clientCertAuth}`]),
  ];
}

type Running = { readonly clientPort: number; readonly peerPort: number; readonly flags: readonly string[] };

/** Starts etcd, asks it, and stops it; null where it does not start with these flags. */
async function withEtcd<T>(client: Setup, peer: Setup, ask: (running: Running) => Promise<T>): Promise<T | null> {
  const [clientPort, peerPort] = [await freePort(), await freePort()];
  const data = join(place.folder, `data-${clientPort}`);
  const peerUrl = `${peer.scheme}://127.0.0.1:${peerPort}`;
  const clientUrl = `${client.scheme}://127.0.0.1:${clientPort}`;
  const flags = [
    `--listen-client-urls=${clientUrl}`,
    `--listen-peer-urls=${peerUrl}`,
    ...flagsOf(client, ''),
    ...flagsOf(peer, 'peer-'),
  ];
  const rest = [
    `--advertise-client-urls=${clientUrl}`,
    `--initial-advertise-peer-urls=${peerUrl}`,
    `--initial-cluster=default=${peerUrl}`,
    `--data-dir=${data}`,
  ];
  const child = spawn('etcd', [...flags, ...rest], { stdio: ['ignore', 'pipe', 'pipe'] });
  const isServing = await new Promise<boolean>((resolve) => {
    const look = (text: Buffer) =>
      /serving (insecure )?client requests|serving insecure client/.test(text.toString()) && resolve(true);
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', () => resolve(false));
  });
  try {
    return isServing ? await ask({ clientPort, peerPort, flags }) : null;
  } finally {
    child.kill('SIGKILL');
  }
}

/** Whether the version is told to who brings this along. */
function isServed(port: number, credential: Credential): Promise<boolean> {
  if (credential === 'plain')
    return new Promise((resolve) => {
      http
        .get({ host: '127.0.0.1', port, path: '/version', timeout: 5000 }, ({ statusCode }) =>
          resolve(statusCode === 200),
        )
        .on('error', () => resolve(false));
    });
  const own = credential === 'of-ca' ? identities.member : credential === 'of-nobody' ? identities.selfSigned : null;
  return new Promise((resolve) => {
    const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, ...own }, () =>
      socket.write('GET /version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    );
    socket.on('data', (data) => resolve(/^HTTP\/1.1 200/.test(data.toString())));
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}

async function outcomeAt(port: number): Promise<Outcome> {
  const found = await Promise.all(credentials.map(async (one) => [one, await isServed(port, one)] as const));
  return Object.fromEntries(found) as Outcome;
}

/** What the rules say of a listener, as who is served there; null where they say that they cannot know. */
type Rule = (hop: Hop) => Outcome | null;
const ourRule: Rule = ({ proto, clientAuthPolicy }) =>
  clientAuthPolicy === 'unknown'
    ? null
    : {
        plain: proto === 'plain',
        none: proto === 'tls' && clientAuthPolicy === 'open',
        'of-ca': proto === 'tls',
        'of-nobody': proto === 'tls' && clientAuthPolicy === 'open',
      };

/** The hop of each side, from the command line by way of the importer. */
function hopsOf(flags: readonly string[]): Readonly<Record<'client' | 'peer', Hop>> {
  const manifest = `apiVersion: v1
kind: Pod
metadata: {name: etcd-a, namespace: kube-system}
spec:
  nodeName: a
  containers:
  - {name: etcd, image: "etcd:${version}", command: ${JSON.stringify(['etcd', ...flags])}}
`;
  const { topology } = importOne([['etcd.yaml', manifest]]);
  const found = topology ? analyze(topology).connections.filter(({ path }) => path === 'A22') : [];
  const hop = (side: string) => {
    const one = found.find(({ listener }) => listener === side);
    if (!one) throw new Error(`no listener for ${side}`);
    return one.hop;
  };
  return { client: hop('client'), peer: hop('peer') };
}

describe.skipIf(version === null)('a real etcd', () => {
  const seen: { readonly setup: Setup; readonly side: string; readonly hop: Hop; readonly outcome: Outcome }[] = [];
  const disagreements = (rule: Rule) =>
    seen.filter(({ hop, outcome }) => {
      const claimed = rule(hop);
      return claimed !== null && JSON.stringify(claimed) !== JSON.stringify(outcome);
    });

  test('serves whom the rules say, in every combination', async () => {
    let idle = 0;
    for (const [index, client] of setups.entries()) {
      // Each side meets every combination, and both at once, so that neither can have what the other has.
      const peer = setups[(index * 7 + 5) % setups.length] ?? client;
      const found = await withEtcd(client, peer, async ({ clientPort, peerPort, flags }) => {
        const hops = hopsOf(flags);
        return [
          { setup: client, side: 'client', hop: hops.client, outcome: await outcomeAt(clientPort) },
          { setup: peer, side: 'peer', hop: hops.peer, outcome: await outcomeAt(peerPort) },
        ];
      });
      if (found) seen.push(...found);
      else idle += 1;
    }
    const differing = disagreements(ourRule);
    process.stdout.write(
      `etcd ${version}: ${seen.length} setups, ${differing.length} disagreements, ${idle} do not start\n`,
    );
    expect(differing).toEqual([]);
    expect(seen.length).toBeGreaterThan(20);
  }, 120_000);

  test.each<readonly [string, Rule]>([
    [
      'certificates beside http count',
      (hop) => (hop.proto === 'plain' ? ourRule({ ...hop, proto: 'tls' }) : ourRule(hop)),
    ],
    ['nobody is asked for a certificate', (hop) => ourRule({ ...hop, clientAuthPolicy: 'open' })],
    ['everybody is asked for a certificate', (hop) => ourRule({ ...hop, clientAuthPolicy: 'required' })],
  ])('would notice a wrong rule: %s', (_name, rule) => {
    expect(disagreements(rule).length).toBeGreaterThan(0);
  });
});

test.runIf(version === null)('etcd is not on this machine: its listeners were not tried', () => {
  process.stdout.write('etcd: skipped, not on this machine (Debian: etcd-server)\n');
});
