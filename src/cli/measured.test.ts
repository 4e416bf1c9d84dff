import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { analyzeFromSource } from '../testing/analyzeCommand.ts';
import { importOne } from '../testing/importOne.ts';

/*
 * What was measured on kube-apiserver 1.20.2 and 1.36.2 under attack, each on the small configuration that it was measured
 * with: the verdicts of `analyze` must be the outcomes.
 */

const pki = '/etc/kubernetes/pki';

function container(name: string, host: string, flags: readonly string[]): string {
  const args = flags.map((flag) => `    - ${flag}`).join('\n');
  return `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: kube-system}
spec:
  nodeName: ${host}
  automountServiceAccountToken: false
  containers:
  - name: ${name}
    image: registry.k8s.io/${name}:v1.36.2
    command:
    - ${name}
${args}
`;
}

const usual = [`--client-ca-file=${pki}/ca.crt`, '--authorization-mode=Node,RBAC'];
const clientCert = [
  `--kubelet-client-certificate=${pki}/apiserver-kubelet-client.crt`,
  `--kubelet-client-key=${pki}/apiserver-kubelet-client.key`,
];
const kubeletCa = `--kubelet-certificate-authority=${pki}/kubelet-ca.crt`;
const apiServer = (...flags: readonly string[]) => container('kube-apiserver', 'master', [...usual, ...flags]);
const workload = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Pod
  metadata: {name: pod-a, labels: {app: a}}
  spec: {nodeName: node-a, containers: [{name: c}]}
- apiVersion: v1
  kind: Service
  metadata: {name: svc-a}
  spec: {selector: {app: a}, ports: [{port: 80}]}
`;

const kubeletFile = (fields: string) => `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
${fields}`;
const clientCa = `authentication: {anonymous: {enabled: false}, x509: {clientCAFile: ${pki}/ca.crt}}\n`;
/** The kubelets of the measurement: what they do with strangers. */
const kubelets = {
  'A: bare flags': '/usr/bin/kubelet --v=2\n',
  'B: anonymous off, client CA, Webhook': kubeletFile(`${clientCa}authorization: {mode: Webhook}\n`),
  'C: anonymous on, client CA, Webhook': kubeletFile(
    `authentication: {anonymous: {enabled: true}, x509: {clientCAFile: ${pki}/ca.crt}}\nauthorization: {mode: Webhook}\n`,
  ),
  'D: empty file': kubeletFile(''),
  'E: anonymous off, client CA, AlwaysAllow': kubeletFile(`${clientCa}authorization: {mode: AlwaysAllow}\n`),
} as const;

function connections(...texts: readonly string[]): readonly Connection[] {
  const { topology, issues } = importOne([...texts, workload].map((text, index) => [`${index}.yaml`, text]));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!topology) throw new Error('nothing was read');
  return analyze(topology).connections;
}

/** The outcome of one path in the words of the measurement. */
function outcome(path: string, ...texts: readonly string[]): string {
  const found = connections(...texts).filter((one) => one.path === path && !one.variant);
  const outcomes = found.map(({ exposure }) =>
    [
      ...(exposure.passive.includes('eavesdrop') ? ['overheard'] : []),
      ...(exposure.active.includes('eavesdrop') ? ['read'] : []),
      ...(exposure.active.includes('impersonate-server') ? ['forged'] : []),
      ...(exposure.relay === true ? ['relayed'] : []),
      ...(exposure.active.includes('credential-replay') ? ['stolen'] : []),
      ...(exposure.offPath.includes('impersonate-client') ? ['strangers'] : []),
      ...(exposure.active.includes('downgrade') ? ['may be skipped'] : []),
    ].join(', '),
  );
  return [...new Set(outcomes)].join(' | ') || 'refused';
}

const closed = kubelets['B: anonymous off, client CA, Webhook'];
const bare = kubelets['A: bare flags'];

test.each([
  ['no CA, no client certificate, kubelet demands one', apiServer(), closed, 'read, forged'],
  ['no CA, no client certificate, anonymous kubelet', apiServer(), bare, 'read, forged, relayed, strangers'],
  ['no CA, client certificate', apiServer(...clientCert), closed, 'read, forged'],
  ['no CA, client certificate, anonymous kubelet', apiServer(...clientCert), bare, 'read, forged, relayed, strangers'],
  ['right CA, client certificate', apiServer(...clientCert, kubeletCa), closed, 'refused'],
  ['right CA, no client certificate', apiServer(kubeletCa), closed, 'refused'],
  ['an empty CA flag is none', apiServer(...clientCert, '--kubelet-certificate-authority='), closed, 'read, forged'],
])('apiserver → kubelet, exec: %s', (_name, server, kubelet, expected) => {
  for (const path of ['P09', 'P10', 'P11']) expect(outcome(path, server, kubelet)).toBe(expected);
});

test('logs alone may be asked for without the check, by a switch of the user', () => {
  expect(outcome('P08', apiServer(...clientCert, kubeletCa), closed)).toBe('may be skipped');
  expect(outcome('P09', apiServer(...clientCert, kubeletCa), closed)).toBe('refused');
});

test.each([
  ['A: bare flags', 'read, forged, relayed, strangers', 'none'],
  ['B: anonymous off, client CA, Webhook', 'read, forged', 'x509'],
  ['C: anonymous on, client CA, Webhook', 'read, forged', 'x509'],
  // The kubelet never asks for the certificate, so that the honest call is refused too.
  ['D: empty file', 'read, forged', 'none'],
  ['E: anonymous off, client CA, AlwaysAllow', 'read, forged', 'x509'],
] as const)('kubelet %s', (name, expected, credential) => {
  expect(outcome('P09', apiServer(...clientCert), kubelets[name])).toBe(expected);
  const exec = connections(apiServer(...clientCert), kubelets[name]).find(({ path }) => path === 'P09');
  expect(exec?.hop.cred).toBe(credential);
  expect(exec?.notes.includes('calls-refused')).toBe(name === 'D: empty file');
});

test('directly at the kubelet’s port: strangers are served with bare flags, and nowhere else', () => {
  const served = Object.entries(kubelets).filter(([, kubelet]) =>
    outcome('A18', apiServer(...clientCert), kubelet).includes('strangers'),
  );
  expect(served.map(([name]) => name)).toEqual(['A: bare flags']);
  expect(outcome('A12', apiServer(...clientCert), bare)).toContain('overheard');
  expect(connections(apiServer(...clientCert), closed).some(({ path }) => path === 'A12')).toBe(false);
});

test.each([
  ['without a CA', apiServer(...clientCert)],
  ['with the kubelet CA', apiServer(...clientCert, kubeletCa)],
])('apiserver proxy, %s: no flag changes pods, services and other node ports', (_name, server) => {
  for (const path of ['P12', 'P14', 'P16']) {
    expect(outcome(path, server, closed)).toBe('overheard, read, forged, relayed, strangers');
  }
  for (const path of ['P13', 'P15', 'P17'])
    expect(outcome(path, server, closed)).toBe('read, forged, relayed, strangers');
  // The user's token never reaches a backend.
  for (const one of connections(server, closed).filter(({ path }) => /^P1[2-7]$/.test(path)))
    expect(one.exposure.active).not.toContain('credential-replay');
});

const apiService = (spec: string) => `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1.example.test}
spec: {service: {name: svc-a, namespace: default}, group: example.test, version: v1${spec}}
`;
const proxyClient = `--proxy-client-cert-file=${pki}/front-proxy-client.crt`;

test.each([
  ['insecureSkipTLSVerify', ', insecureSkipTLSVerify: true', 'read, forged'],
  ['caBundle', ', caBundle: Q0E=', 'refused'],
  ['neither: the system’s roots', '', 'refused'],
])('aggregated API: %s', (_name, spec, expected) => {
  expect(outcome('A06', apiServer(proxyClient), apiService(spec))).toBe(expected);
});

test.each([
  ['caBundle', 'caBundle: Q0E=, '],
  ['none', ''],
])('validating webhook, %s: always verified, and no credential is sent', (_name, bundle) => {
  const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: w}
webhooks:
- name: w.example.test
  clientConfig: {${bundle}service: {name: svc-a, namespace: default}}
`;
  expect(outcome('A05', apiServer(), webhook)).toBe('strangers');
});

const kubeconfig = (cluster: string, user: string) => `apiVersion: v1
kind: Config
current-context: me
contexts: [{name: me, context: {cluster: c, user: u}}]
clusters: [{name: c, cluster: {${cluster}}}]
users: [{name: u, user: {${user}}}]
`;
const [token, certificate] = ['token: TOKEN-ADMIN', 'client-certificate: /admin.crt, client-key: /admin.key'];
const [checked, skipped] = [
  'server: "https://10.0.0.1:6443", certificate-authority: /ca.crt',
  'server: "https://10.0.0.1:6443", insecure-skip-tls-verify: true',
];

test.each([
  ['right CA, token', kubeconfig(checked, token), 'refused'],
  ['right CA, certificate', kubeconfig(checked, certificate), 'refused'],
  ['skip, token', kubeconfig(skipped, token), 'read, forged, relayed, stolen'],
  ['skip, certificate', kubeconfig(skipped, certificate), 'read, forged'],
  ['http:// address', kubeconfig('server: "http://10.0.0.1:8080"', token), 'overheard, read, forged, relayed'],
])('kubectl → apiserver: %s', (_name, config, expected) => {
  expect(outcome('A03', apiServer(), config)).toBe(expected);
});

test.each([
  ['mode absent is AlwaysAllow, and anonymous is switched off', [], 'required', 'none'],
  [
    'AlwaysAllow with anonymous asked for',
    ['--authorization-mode=AlwaysAllow', '--anonymous-auth=true'],
    'required',
    'none',
  ],
  [
    'AlwaysAllow among the modes',
    ['--authorization-mode=AlwaysAllow,RBAC', '--anonymous-auth=true'],
    'required',
    'none',
  ],
  ['Node,RBAC', ['--authorization-mode=Node,RBAC'], 'optional', 'policy'],
  ['anonymous off', ['--authorization-mode=Node,RBAC', '--anonymous-auth=false'], 'required', 'policy'],
  [
    'an authentication file is not bound by the reset',
    ['--authentication-config=/a.yaml'],
    'required-or-optional',
    'none',
  ],
] as const)('anonymous access: %s', (_name, flags, clientAuthPolicy, authz) => {
  const server = container('kube-apiserver', 'master', [`--client-ca-file=${pki}/ca.crt`, ...flags]);
  const [pod] = connections(server, closed).filter(({ path }) => path === 'P04');
  expect(pod?.hop).toMatchObject({ clientAuthPolicy, authz });
});

test('flags that do nothing or are unknown decide nothing', () => {
  const dead = apiServer(...clientCert, '--insecure-port=8080', '--kubelet-https=false', '--ssh-user=core');
  const found = connections(dead, closed);
  expect(found.some(({ path }) => path === 'A20' || path === 'P18')).toBe(false);
  for (const one of found.filter(({ path }) => path === 'P09')) expect(one.hop.proto).toBe('tls');
});

const egress = `apiVersion: apiserver.k8s.io/v1beta1
kind: EgressSelectorConfiguration
egressSelections:
- name: cluster
  connection:
    proxyProtocol: HTTPConnect
    transport: {tcp: {url: "https://proxy:8131", tlsConfig: {clientCert: /c.crt, clientKey: /c.key}}}
`;
const server = container('proxy-server', 'master', ['--agent-port=8132', '--cluster-ca-cert=/ca.crt']);
const agent = container('proxy-agent', 'node-a', ['--ca-cert=/ca.crt', '--agent-cert=/agent.crt']);

test.each([
  ['no kubelet CA: behind the tunnel all is forged', [], 'P08', true],
  ['kubelet CA: refused behind the tunnel too', [kubeletCa], 'P09', false],
  ['pod proxy: plain at the tunnel’s end', [kubeletCa], 'P14', true],
] as const)('egress selector, %s', (_name, flags, path, expected) => {
  const api = apiServer(...clientCert, '--egress-selector-config-file=/e.yaml', ...flags);
  const [one] = connections(api, egress, server, agent, closed).filter(
    (found) => found.path === path && !found.variant,
  );
  const end = one?.tunnel?.segments.find(({ segment }) => segment === 'tunnel-end');
  expect(end?.active.includes('impersonate-server')).toBe(expected);
  expect(one?.tunnel?.segments.find(({ segment }) => segment === 'tunnel')?.active).toEqual([]);
});

const etcd = (...flags: readonly string[]) => container('etcd', 'master', flags);
const demanding = etcd('--client-cert-auth=true', '--trusted-ca-file=/etcd-ca.crt', '--cert-file=/etcd.crt');
const [http, https] = ['--etcd-servers=http://10.0.0.5:2379', '--etcd-servers=https://10.0.0.5:2379'];

test.each([
  ['http://', apiServer(http), etcd(), 'overheard, read, forged, relayed, strangers'],
  [
    'https://, CA and certificate',
    apiServer(https, '--etcd-cafile=/ca.crt', '--etcd-certfile=/c.crt'),
    demanding,
    'refused',
  ],
  ['https:// without any TLS flag is verified all the same', apiServer(https), demanding, 'refused'],
  ['https://, etcd asks nobody', apiServer(https, '--etcd-cafile=/ca.crt'), etcd('--cert-file=/etcd.crt'), 'strangers'],
])('apiserver → etcd: %s', (_name, api, store, expected) => {
  expect(outcome('A01', api, store)).toBe(expected);
});

test('the command line says the same of the same files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mitmap-'));
  const files = [apiServer(...clientCert), closed, workload].map((text, index) => {
    const file = join(folder, `${index}.yaml`);
    writeFileSync(file, text);
    return file;
  });
  const { stdout } = analyzeFromSource('--format', 'json', ...files);
  const printed: readonly Connection[] = JSON.parse(stdout).connections;
  const own = connections(apiServer(...clientCert), closed);
  expect(printed.map(({ path, status }) => `${path} ${status}`)).toEqual(
    own.map(({ path, status }) => `${path} ${status}`),
  );
});
