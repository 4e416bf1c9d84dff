import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import { importOne } from '../importOne.ts';
import { type Identities, type Identity, makeIdentities } from '../laboratory/certificates.ts';
import { freePort, temporaryFolder, versionOf } from './program.ts';

/*
 * A real etcd that trusts the CA of the cluster's clients, or one of its own, with and without allowed names: whom it lets in is
 * what the weakness of a shared CA says.
 */

const version = versionOf('etcd', ['--version']);
const place = temporaryFolder();
let identities: Identities;
const files: Record<string, string> = {};

beforeAll(async () => {
  if (version === null) return;
  identities = await makeIdentities();
  files['cluster'] = place.write('cluster.crt', identities.ca);
  files['own'] = place.write('own.crt', identities.publicCa);
  files['cert'] = place.write('server.crt', identities.server.cert);
  files['key'] = place.write('server.key', identities.server.key);
});
afterAll(() => place.remove());

type Setup = { readonly trusts: 'cluster' | 'own'; readonly names: 'none' | 'hostname' | 'cn' };
const setups: readonly Setup[] = (['cluster', 'own'] as const).flatMap((trusts) =>
  (['none', 'hostname', 'cn'] as const).map((names) => ({ trusts, names })),
);

/** For clients there is no flag for the CN. */
function flagsOf({ trusts, names }: Setup): readonly string[] {
  const allowed = {
    none: [],
    hostname: ['--client-cert-allowed-hostname=client.test', '--peer-cert-allowed-hostname=client.test'],
    cn: ['--peer-cert-allowed-cn=honest-client'],
  };
  return [
    ...['', 'peer-'].flatMap((prefix) => [
      `--${prefix}cert-file=${files['cert']}`,
      `--${prefix}key-file=${files['key']}`,
      `--${prefix}trusted-ca-file=${files[trusts]}`,
      `--${prefix}client-cert-auth=true`,
    ]),
    ...allowed[names],
  ];
}

/** Whether etcd answers who brings a certificate along. */
function isServed(port: number, { cert, key }: Identity): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTls({ host: '127.0.0.1', port, rejectUnauthorized: false, cert, key }, () =>
      socket.write('GET /version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'),
    );
    socket.on('data', (data) => resolve(/^HTTP\/1.1 200/.test(data.toString())));
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}

type Seen = { readonly named: boolean; readonly other: boolean };

/** Who of the cluster's clients is let in at each port: one with the allowed name, and any other. */
async function admitted(setup: Setup): Promise<Readonly<Record<'client' | 'peer', Seen>> | null> {
  const [clientPort, peerPort] = [await freePort(), await freePort()];
  const [clients, peers] = [`https://127.0.0.1:${clientPort}`, `https://127.0.0.1:${peerPort}`];
  const child = spawn(
    'etcd',
    [
      ...flagsOf(setup),
      `--listen-client-urls=${clients}`,
      `--advertise-client-urls=${clients}`,
      `--listen-peer-urls=${peers}`,
      `--initial-advertise-peer-urls=${peers}`,
      `--initial-cluster=default=${peers}`,
      `--data-dir=${join(place.folder, `data-${clientPort}`)}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const isServing = await new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => /serving client requests/.test(text.toString()) && resolve(true));
    child.once('exit', () => resolve(false));
  });
  try {
    if (!isServing) return null;
    const at = async (port: number): Promise<Seen> => ({
      named: await isServed(port, identities.client),
      other: await isServed(port, identities.withoutName),
    });
    return { client: await at(clientPort), peer: await at(peerPort) };
  } finally {
    child.kill('SIGKILL');
  }
}

/** Which of the two ports our weaknesses say that every client certificate of the cluster opens. */
function claimed(setup: Setup): Readonly<Record<'client' | 'peer', boolean>> {
  const container = (name: string, flags: readonly string[]) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}-a, namespace: kube-system}
spec:
  nodeName: a
  containers:
  - {name: ${name}, image: "${name}:${version}", command: ${JSON.stringify([name, ...flags])}}
`;
  const listening = ['--listen-client-urls=https://10.0.0.5:2379', '--listen-peer-urls=https://10.0.0.5:2380'];
  const { topology } = importOne([
    [
      'all.yaml',
      [
        container('kube-apiserver', [`--client-ca-file=${files['cluster']}`]),
        container('etcd', [...flagsOf(setup), ...listening]),
      ].join('---\n'),
    ],
  ]);
  const topics = topology ? weaknessesOf(topology, analyze(topology)).map(({ topic }) => topic) : [];
  return { client: topics.includes('etcd-shared-ca'), peer: topics.includes('etcd-peer-shared-ca') };
}

describe.skipIf(version === null)('a real etcd and the CA of the cluster', () => {
  const seen: { readonly setup: Setup; readonly found: Readonly<Record<'client' | 'peer', Seen>> }[] = [];

  test('lets in whom the weakness says, in every combination of CA and allowed names', async () => {
    for (const setup of setups) {
      const found = await admitted(setup);
      if (found) seen.push({ setup, found });
    }
    const differing = seen.filter(({ setup, found }) => {
      const { client, peer } = claimed(setup);
      return client !== found.client.other || peer !== found.peer.other;
    });
    process.stdout.write(`etcd CAs ${version}: ${seen.length} setups, ${differing.length} disagreements\n`);
    expect(differing).toEqual([]);
    expect(seen).toHaveLength(setups.length);
  }, 120_000);

  test('a certificate for an allowed name is let in, and one of another CA never', () => {
    for (const { setup, found } of seen) {
      expect(found.client.named, JSON.stringify(setup)).toBe(setup.trusts === 'cluster');
    }
  });

  test('would notice a rule that takes no notice of names, or of the CA', () => {
    expect(seen.some(({ setup, found }) => (setup.trusts === 'cluster') !== found.client.other)).toBe(true);
    expect(seen.some(({ setup, found }) => (setup.names === 'none') !== found.client.other)).toBe(true);
  });
});

test.runIf(version === null)('etcd is not on this machine: its CAs were not tried', () => {
  process.stdout.write('etcd: skipped, not on this machine (Debian: etcd-server)\n');
});
