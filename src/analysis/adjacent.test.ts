import { expect, test } from 'vitest';
import { applyEdit } from '../domain/applyEdit.ts';
import type { ComponentRef, TopologyEdit } from '../domain/edit.ts';
import type { ExtensionKind, Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { analyze } from './analyze.ts';

/** Status and what anybody can do off the path, for each connection of one path, without repeats. */
function verdicts(topology: Topology, path: string): readonly string[] {
  const found = analyze(topology).connections.filter((one) => one.path === path);
  return [...new Set(found.map((one) => [one.status, ...one.exposure.offPath].join(' ')))].sort();
}

function edited(topology: Topology, ...edits: readonly TopologyEdit[]): Topology {
  return edits.reduce(applyEdit, topology);
}

const host: ComponentRef = { at: 'control-plane', hostId: 'control-plane-1', component: 'kube-apiserver' };
const etcd: ComponentRef = { at: 'control-plane', hostId: 'control-plane-1', component: 'etcd' };
const members = scenario('ha').controlPlanes.map(
  ({ id }): ComponentRef => ({ at: 'control-plane', hostId: id, component: 'etcd' }),
);
const kubelet = (nodeId: string): ComponentRef => ({ at: 'node', nodeId, component: 'kubelet' });
const both = [kubelet('worker-1'), kubelet('worker-2')];
const set = (ref: ComponentRef | readonly ComponentRef[], key: string, value: string): TopologyEdit => ({
  type: 'set-setting',
  refs: [ref].flat() as readonly ComponentRef[],
  key,
  value,
});

/** A topology with one extension whose settings are given. */
function withExtension(topology: Topology, kind: ExtensionKind, values: Readonly<Record<string, string>>): Topology {
  const without = { ...topology, extensions: topology.extensions.filter((one) => one.kind !== kind) };
  const added = applyEdit(without, { type: 'add-extension', kind });
  const id = added.extensions.at(-1)?.id ?? '';
  return edited(added, ...Object.entries(values).map(([key, value]) => set({ at: 'element', id }, key, value)));
}

const kubeadm = scenario('kubeadm');
const remoteEtcd = edited(kubeadm, set(host, 'etcd-servers', 'https://10.0.0.5:2379'));

test.each<readonly [string, string, Topology, readonly string[]]>([
  ['A01', 'kubeadm: TLS on both sides, within a host', kubeadm, ['local']],
  ['A01', 'TLS on both sides, over the network', remoteEtcd, ['protected']],
  [
    'A01',
    'plain on loopback',
    edited(kubeadm, set(host, 'etcd-servers', 'http://127.0.0.1:2379')),
    ['local impersonate-client'],
  ],
  [
    'A01',
    'plain on the network',
    edited(kubeadm, set(host, 'etcd-servers', 'http://10.0.0.5:2379')),
    ['plaintext impersonate-client'],
  ],
  [
    'A01',
    'etcd asks nobody',
    edited(remoteEtcd, set(etcd, 'client-cert-auth', 'false'), set(etcd, 'trusted-ca-file', '')),
    ['open impersonate-client'],
  ],
  [
    'A01',
    'since etcd 3.4 a trusted CA alone demands certificates',
    edited(remoteEtcd, set(etcd, 'client-cert-auth', 'false')),
    ['protected'],
  ],
  ['A01', 'etcd without a CA flag is still verified', edited(remoteEtcd, set(host, 'etcd-cafile', '')), ['protected']],
  [
    'A01',
    'an address without a scheme, and files for TLS',
    edited(remoteEtcd, set(host, 'etcd-servers', '10.0.0.5:2379')),
    ['protected'],
  ],
  ['A02', 'one etcd has no peers', kubeadm, []],
  ['A02', 'three members of kubeadm', scenario('ha'), ['protected']],
  [
    'A02',
    'three members with etcd’s own defaults',
    edited(scenario('ha'), { type: 'set-form', refs: members, form: 'flags' }),
    ['plaintext impersonate-client'],
  ],
  ['A03', 'kubectl with a certificate', kubeadm, ['protected']],
  [
    'A03',
    'kubectl without verification',
    edited(kubeadm, set({ at: 'element', id: 'kubectl' }, 'kubeconfig.insecure-skip-tls-verify', 'true')),
    ['unverified'],
  ],
  ['A04', 'forwards TCP', scenario('ha'), ['protected']],
  [
    'A04',
    'ends TLS',
    edited(scenario('ha'), set({ at: 'element', id: 'load-balancer' }, 'mode', 'tls')),
    ['unverified'],
  ],
  ['A05', 'no credential', withExtension(kubeadm, 'admission-webhook', {}), ['open impersonate-client']],
  [
    'A05',
    'certificate demanded',
    withExtension(kubeadm, 'admission-webhook', { 'client-credential': 'x509' }),
    ['protected'],
  ],
  ['A06', 'with caBundle', withExtension(kubeadm, 'aggregated-api', { 'spec.caBundle': 'CA' }), ['protected']],
  [
    'A06',
    'insecureSkipTLSVerify',
    withExtension(kubeadm, 'aggregated-api', { 'spec.insecureSkipTLSVerify': 'true' }),
    ['unverified'],
  ],
  ['A07', 'not configured', kubeadm, []],
  [
    'A07',
    'a file that nobody showed',
    edited(kubeadm, set(host, 'authorization-webhook-config-file', '/etc/w.yaml')),
    ['unknown unknown'],
  ],
  ['A08', 'no peer CA, no peer proxy', scenario('ha'), []],
  ['A09', 'in-cluster CA', withExtension(kubeadm, 'metrics-server', {}), ['protected']],
  [
    'A09',
    '--kubelet-insecure-tls',
    withExtension(kubeadm, 'metrics-server', { 'kubelet-insecure-tls': 'true' }),
    ['unverified'],
  ],
  [
    'A09',
    'completely insecure',
    withExtension(kubeadm, 'metrics-server', { 'deprecated-kubelet-completely-insecure': 'true' }),
    ['plaintext impersonate-client'],
  ],
  ['A10', 'a socket', kubeadm, ['local']],
  ['A11', 'probes on the node', kubeadm, ['local impersonate-client']],
  ['A12', 'kubeadm closes it', kubeadm, []],
  [
    'A12',
    'bare flags leave it open',
    edited(kubeadm, { type: 'set-form', refs: both, form: 'flags' }),
    ['plaintext impersonate-client'],
  ],
  ['A12', 'nobody knows', edited(kubeadm, { type: 'set-form', refs: both, form: 'unknown' }), ['unknown unknown']],
  ['A13', 'kubeadm', kubeadm, ['local', 'local impersonate-client', 'plaintext impersonate-client']],
  ['A14', 'no encryption', kubeadm, ['plaintext impersonate-client']],
  ['A14', 'mesh', withExtension(kubeadm, 'pod-network', { encryption: 'mesh' }), ['protected']],
  [
    'A14',
    'WireGuard proves nodes, not pods',
    withExtension(kubeadm, 'pod-network', { encryption: 'wireguard' }),
    ['open impersonate-client'],
  ],
  ['A14', 'a pod network that nobody showed', { ...kubeadm, extensions: [] }, ['unknown unknown']],
  ['A15', 'no encryption', kubeadm, ['plaintext impersonate-client']],
  ['A16', 'no NodePort', kubeadm, []],
  ['A16', 'NodePort', scenario('everything-wrong'), ['plaintext impersonate-client']],
  ['A17', 'system roots', kubeadm, ['protected']],
  ['A17', 'skip_verify', withExtension(kubeadm, 'image-registry', { skip_verify: 'true' }), ['unverified']],
  ['A17', 'http', withExtension(kubeadm, 'image-registry', { scheme: 'http' }), ['plaintext']],
  ['A18', 'self-signed kubelet', kubeadm, ['unverified']],
  [
    'A18',
    'open kubelet',
    edited(kubeadm, { type: 'set-form', refs: both, form: 'flags' }),
    ['unverified impersonate-client'],
  ],
  ['A19', 'agents by token', scenario('konnectivity'), ['protected']],
  ['A20', '1.34', kubeadm, []],
  ['A20', '1.19, all interfaces', scenario('everything-wrong'), ['plaintext impersonate-client']],
  ['A21', 'k3s', scenario('k3s'), ['protected']],
])('%s: %s', (path, _name, topology, expected) => {
  expect(verdicts(topology, path)).toEqual(expected);
});

test('the plain status port of the controller-manager ends with 1.22, that of the scheduler with 1.23', () => {
  const plain = (version: string) =>
    analyze(applyEdit(scenario('documentation'), { type: 'set-version', version }))
      .connections.filter(({ listener }) => listener?.endsWith('plain'))
      .map(({ status, port }) => `${status} ${port}`);
  expect(plain('1.21')).toEqual(['plaintext 10251', 'plaintext 10252']);
  expect(plain('1.22')).toEqual(['plaintext 10251']);
  expect(plain('1.23')).toEqual([]);
  expect(plain('unknown')).toEqual(['unknown null', 'unknown null']);
});

test('1.5 had both defaults of anonymous access, so that nothing tells', () => {
  const clientAuthPolicy = (version: string) =>
    analyze(applyEdit(kubeadm, { type: 'set-version', version })).connections.find(({ path }) => path === 'P01')?.hop
      .clientAuthPolicy;
  expect(clientAuthPolicy('1.5')).toBe('required-or-optional');
  expect(clientAuthPolicy('1.6')).toBe('optional');
});

test('A20 ends with 1.20', () => {
  const wrong = scenario('everything-wrong');
  expect(verdicts(applyEdit(wrong, { type: 'set-version', version: '1.20' }), 'A20')).toEqual([]);
});

test('a token is only handed over where the kubelet is not verified', () => {
  const exposures = (values: Readonly<Record<string, string>>) =>
    analyze(withExtension(kubeadm, 'metrics-server', values)).connections.find((one) => one.path === 'A09')?.exposure
      .active;
  expect(exposures({})).toEqual([]);
  expect(exposures({ 'kubelet-insecure-tls': 'true' })).toContain('credential-replay');
});
