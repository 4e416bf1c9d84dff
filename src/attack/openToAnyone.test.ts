import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import { userConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { openToAnyone } from './openToAnyone.ts';

const kubeadm = scenario('kubeadm');

function withKubelet(kubelet: ComponentConfig): Topology {
  return { ...kubeadm, nodes: kubeadm.nodes.slice(0, 1).map((node) => ({ ...node, kubelet })) };
}

function withEtcd(values: Readonly<Record<string, string>>): Topology {
  const etcd = userConfig('kubeadm', values);
  return {
    ...kubeadm,
    controlPlanes: kubeadm.controlPlanes.map((host) => ({ ...host, components: { ...host.components, etcd } })),
  };
}

function answers(topology: Topology, path: string, listener?: string) {
  const found = analyze(topology).connections.filter(
    (one) => one.path === path && (listener === undefined || one.listener === listener),
  );
  return found.map((one) => {
    const open = openToAnyone(one);
    return open === null || open === 'unknown' ? open : open.consequence;
  });
}

type Row = readonly [name: string, topology: Topology, path: string, expected: readonly unknown[], listener?: string];

const rows: readonly Row[] = [
  ['a kubelet of bare flags runs commands for anybody', withKubelet(userConfig('flags')), 'A18', ['exec-or-secrets']],
  ['its read-only port lists pods', withKubelet(userConfig('flags')), 'A12', ['read']],
  ['a kubelet of kubeadm asks', withKubelet(userConfig('kubeadm')), 'A18', [null]],
  ['of a kubelet that nobody shows nothing is known', withKubelet(userConfig('unknown')), 'A18', ['unknown']],
  ['only its own host reaches it', withKubelet(userConfig('flags', { address: '127.0.0.1' })), 'A18', [null]],
  [
    'an etcd without TLS is the cluster',
    withEtcd({ 'listen-client-urls': 'http://10.0.0.5:2379' }),
    'A22',
    ['cluster'],
    'client',
  ],
  [
    'and one with TLS that asks nobody',
    withEtcd({ 'listen-client-urls': 'https://10.0.0.5:2379', 'client-cert-auth': 'false', 'trusted-ca-file': '' }),
    'A22',
    ['cluster'],
    'client',
  ],
  ['an etcd of kubeadm asks its peers', withEtcd({}), 'A22', [null], 'peer'],
];

test.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row: [, topology, path, expected, listener] }) => {
  expect(answers(topology, path, listener)).toEqual(expected);
});
