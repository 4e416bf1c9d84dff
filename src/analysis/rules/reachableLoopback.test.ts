import { expect, test } from 'vitest';
import { importOne } from '../../testing/importOne.ts';
import { analyze } from '../analyze.ts';

/*
 * CVE-2020-8558 from files to verdicts: the release of the kubelet of the same host decides whether what listens on its loopback
 * address is local.
 */

const node = (name: string, version: string) =>
  `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\nstatus: {nodeInfo: {kubeletVersion: ${version}}}\n`;
const etcd = `apiVersion: v1
kind: Pod
metadata: {name: etcd-cp1, namespace: kube-system}
spec:
  nodeName: cp1
  containers:
  - name: etcd
    image: registry.k8s.io/etcd:3.4.3-0
    command: [etcd, "--listen-metrics-urls=http://127.0.0.1:2381", "--listen-client-urls=https://127.0.0.1:2379", "--client-cert-auth=true", "--cert-file=/s.crt", "--trusted-ca-file=/ca.crt"]
`;

function metricsAndClients(files: readonly (readonly [string, string])[]) {
  const { topology } = importOne(files);
  if (!topology) throw new Error('nothing was read');
  const { connections } = analyze(topology);
  const of = (path: string, start: string) =>
    connections.find((one) => one.path === path && one.listener?.startsWith(start))?.status;
  return [of('A13', 'etcd metrics'), of('A22', 'client')];
}

test.each([
  ['v1.18.3', 'open', 'local'],
  ['v1.18.4', 'local', 'local'],
  ['v1.18.4-rc.1', 'unknown', 'local'],
  ['v1.18.5-rc.0', 'local', 'local'],
  ['v1.17.6', 'open', 'local'],
  ['v1.16.11', 'local', 'local'],
  ['v1.14.10', 'open', 'local'],
  ['v1.14.10-gke.42', 'unknown', 'local'],
  ['v1.17.6+k3s1', 'open', 'local'],
  ['v1.18.3-eks-065dce', 'unknown', 'local'],
  ['v1.27.3', 'local', 'local'],
])('a kubelet %s', (version, ...expected) => {
  expect(metricsAndClients([['a.yaml', `${node('cp1', version)}---\n${etcd}`]])).toEqual(expected);
});

test('the kubelet of another host opens nothing here', () => {
  const files = `${node('cp1', 'v1.18.4')}---\n${node('w1', 'v1.18.3')}---\n${etcd}`;
  expect(metricsAndClients([['a.yaml', files]])[0]).toBe('local');
});

test('where neither a kubelet nor a version is shown, nothing is said against an address of the host itself', () => {
  expect(metricsAndClients([['a.yaml', etcd]])[0]).toBe('local');
});
