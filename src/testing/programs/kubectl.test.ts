import { spawn } from 'node:child_process';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import type { Hop } from '../../analysis/hop.ts';
import { importOne } from '../importOne.ts';
import { type Identities, makeIdentities, serverName } from '../laboratory/certificates.ts';
import { temporaryFolder, versionOf } from './program.ts';

/*
 * A real kubectl, with every combination of server check and credential, against the true server and against an attacker in
 * its place: whom it talks to and what it hands over is what the rules say of its kubeconfig.
 */

const version = versionOf('kubectl', ['version', '--client']);

const checks = ['ca', 'other-ca', 'skip', 'roots'] as const;
/** Without any credential kubectl asks the person before it for a name. */
const sent = ['x509', 'x509-without-key', 'token', 'x509-and-token', 'basic'] as const;
const servers = ['true-server', 'attacker', 'plain'] as const;

type Setup = {
  readonly server: (typeof servers)[number];
  readonly check: (typeof checks)[number];
  readonly credential: (typeof sent)[number];
};
type Outcome = { readonly asks: boolean; readonly secret: boolean; readonly certificate: boolean };

const setups: readonly Setup[] = servers.flatMap((server) =>
  (server === 'plain' ? (['ca'] as const) : checks).flatMap((check) =>
    sent.map((credential) => ({ server, check, credential })),
  ),
);

let identities: Identities;
const place = temporaryFolder();
const ports: Partial<Record<Setup['server'], number>> = {};
let recorded: Outcome | null = null;
const opened: (http.Server | https.Server)[] = [];

beforeAll(async () => {
  if (version === null) return;
  identities = await makeIdentities();
  const record: http.RequestListener = (request, response) => {
    const certificate = (request.socket as TLSSocket).getPeerCertificate?.();
    recorded = {
      asks: true,
      secret: request.headers.authorization !== undefined,
      certificate: certificate !== undefined && Object.keys(certificate).length > 0,
    };
    response.setHeader('content-type', 'application/json');
    response.end('{"major": "1", "minor": "30", "gitVersion": "v1.30.0"}');
  };
  const asking = { requestCert: true, rejectUnauthorized: false };
  const made = {
    'true-server': https.createServer({ ...identities.server, ...asking }, record),
    attacker: https.createServer({ ...identities.selfSigned, ...asking }, record),
    plain: http.createServer(record),
  };
  for (const name of servers) {
    const server = made[name];
    opened.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    ports[name] = (server.address() as AddressInfo).port;
  }
});
afterAll(() => {
  for (const server of opened) server.close();
  place.remove();
});

function kubeconfigOf({ server, check, credential }: Setup): string {
  const data = (pem: string) => Buffer.from(pem).toString('base64');
  const { client } = identities;
  const certificate = `client-certificate-data: ${data(client.cert)}`;
  const key = `client-key-data: ${data(client.key)}`;
  const clusterChecks = {
    ca: `certificate-authority-data: ${data(identities.ca)}`,
    'other-ca': `certificate-authority-data: ${data(identities.publicCa)}`,
    skip: 'insecure-skip-tls-verify: true',
    roots: '',
  };
  const credentials = {
    x509: `${certificate}\n    ${key}`,
    'x509-without-key': certificate,
    token: 'token: a-token',
    'x509-and-token': `${certificate}\n    ${key}\n    token: a-token`,
    basic: 'username: somebody\n    password: a-password',
  };
  return `apiVersion: v1
kind: Config
current-context: x
contexts:
- {name: x, context: {cluster: c, user: u}}
clusters:
- name: c
  cluster:
    server: ${server === 'plain' ? 'http' : 'https'}://127.0.0.1:${ports[server]}
    ${server === 'plain' || check === 'skip' ? '' : `tls-server-name: ${serverName}`}
    ${server === 'plain' ? '' : clusterChecks[check]}
users:
- name: u
  user:
    ${credentials[credential]}
`;
}

async function outcomeOf(kubeconfig: string): Promise<Outcome> {
  recorded = null;
  const path = place.write('kubeconfig', kubeconfig);
  const child = spawn('kubectl', ['--kubeconfig', path, 'get', '--raw', '/version'], {
    env: { PATH: process.env['PATH'] ?? '', HOME: place.folder },
    stdio: 'ignore',
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return recorded ?? { asks: false, secret: false, certificate: false };
}

const apiServer = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver-a, namespace: kube-system}
spec:
  nodeName: a
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.30.1
    command: [kube-apiserver, --client-ca-file=/ca.crt, "--authorization-mode=Node,RBAC"]
`;

function hopOf(kubeconfig: string): Hop {
  const { topology } = importOne([
    ['apiserver.yaml', apiServer],
    ['admin.conf', kubeconfig],
  ]);
  const found = topology && analyze(topology).connections.find(({ path }) => path === 'A03');
  if (!found) throw new Error('no kubectl was read');
  return found.hop;
}

/** What the rules say happens at a server. Whose CA it is, they cannot see: a wrong one refuses, which is no exposure. */
type Rule = (hop: Hop, setup: Setup) => Outcome;
const ourRule: Rule = ({ proto, verify, cred }, { server, check, credential }) => {
  const isTrusted = proto === 'plain' || verify === 'none' || (server === 'true-server' && check === 'ca');
  // kubectl does not start with half of a credential.
  const asks = isTrusted && credential !== 'x509-without-key';
  return {
    asks,
    secret: asks && (cred === 'bearer' || cred === 'basic'),
    certificate: asks && proto === 'tls' && ['x509', 'x509-and-token'].includes(credential),
  };
};

describe.skipIf(version === null)('a real kubectl', () => {
  const seen: { readonly setup: Setup; readonly hop: Hop; readonly outcome: Outcome }[] = [];
  const disagreements = (rule: Rule) =>
    seen.filter(({ setup, hop, outcome }) => JSON.stringify(rule(hop, setup)) !== JSON.stringify(outcome));

  test('talks to whom the rules say, and hands over what they say', async () => {
    for (const setup of setups) {
      const kubeconfig = kubeconfigOf(setup);
      seen.push({ setup, hop: hopOf(kubeconfig), outcome: await outcomeOf(kubeconfig) });
    }
    const differing = disagreements(ourRule);
    process.stdout.write(`kubectl ${version}: ${seen.length} setups, ${differing.length} disagreements\n`);
    expect(differing).toEqual([]);
  }, 180_000);

  test.each<readonly [string, Rule]>([
    [
      'a token beside a certificate is not sent',
      (hop, setup) => ({ ...ourRule(hop, setup), secret: setup.credential === 'token' }),
    ],
    [
      'without a CA nothing is verified',
      (hop, setup) => ourRule(setup.check === 'roots' ? { ...hop, verify: 'none' } : hop, setup),
    ],
    [
      'to http credentials are sent',
      (hop, setup) => ourRule(hop.proto === 'plain' ? { ...hop, cred: 'bearer' } : hop, setup),
    ],
  ])('would notice a wrong rule: %s', (_name, rule) => {
    expect(disagreements(rule).length).toBeGreaterThan(0);
  });
});

test.runIf(version === null)('kubectl is not on this machine: what it sends was not tried', () => {
  process.stdout.write('kubectl: skipped, not on this machine (Debian: kubernetes-client)\n');
});
