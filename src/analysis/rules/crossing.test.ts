import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../domain/applyEdit.ts';
import type { ClusterNode, Topology } from '../../domain/topology.ts';
import { scenario } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { runs } from '../../testing/runs.ts';
import { analyze } from '../analyze.ts';
import { isOneHost } from './crossing.ts';

/** What each path crosses, and how many of its connections. */
function crossings(topology: Topology, path: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { path: own, network, count, variant } of analyze(topology).connections)
    if (own === path && !variant) found[network.id] = (found[network.id] ?? 0) + count;
  return found;
}

/** The first nodes become the hosts of the control plane, as in a cluster whose hosts run kubelets. */
function joined(topology: Topology): Topology {
  const { controlPlanes } = topology;
  const nodes = topology.nodes.map((node, at) => ({ ...node, name: controlPlanes[at]?.name ?? node.name }));
  return { ...topology, nodes };
}

const kubeadm = scenario('kubeadm');
const [first] = kubeadm.nodes;
if (!first) throw new Error('the scenario has no node');
const alone: Topology = joined({
  ...kubeadm,
  nodes: [first],
  pods: kubeadm.pods.map((pod) => ({ ...pod, nodeId: first.id })),
});

test('a cluster of one host crosses nothing between its own parts', () => {
  expect(isOneHost(alone)).toBe(true);
  for (const path of ['P01', 'P03', 'P04', 'P05', 'P08', 'P12', 'P14', 'P16', 'A14', 'A25'])
    expect(Object.keys(crossings(alone, path)), path).toEqual(['host']);
  // Others reach its ports over its networks, and its images come from elsewhere.
  expect(Object.keys(crossings(alone, 'A18'))).toEqual(['node-network']);
  expect(Object.keys(crossings(alone, 'A17'))).toEqual(['node-network']);
  // What the settings say of TLS stays.
  expect(analyze(alone).connections.find(({ path }) => path === 'P08')?.status).toBe('unverified');
});

test('a load balancer takes what is dialed by its address off the host', () => {
  const behind = applyEdit(alone, { type: 'add-outside', kind: 'load-balancer' });
  expect(isOneHost(behind)).toBe(false);
  expect(Object.keys(crossings(behind, 'P01'))).toEqual(['cluster-network']);
  expect(Object.keys(crossings(behind, 'P08'))).toEqual(['host']);
});

test('a host that only something else implies may be one of several', () => {
  const implied = { ...alone, nodes: alone.nodes.map((node) => ({ ...node, implied: true })) };
  expect(isOneHost(implied)).toBe(false);
  for (const path of ['P01', 'P08', 'P14'])
    expect(Object.keys(crossings(implied, path)), path).toEqual(['cluster-network']);
});

test('three control planes reach each other over their own network, and workers over the one between', () => {
  const ha = joined(scenario('ha'));
  const hosts = ha.controlPlanes.length;
  const workers = ha.nodes.length - Math.min(hosts, ha.nodes.length);
  const found = crossings(ha, 'P08');
  expect(found['control-plane-network']).toBe(hosts * (ha.nodes.length - workers));
  expect(found['cluster-network'] ?? 0).toBe(hosts * workers);
  expect(found['host']).toBeUndefined();
});

test('pods on the one control-plane host are reached without a network, others over the one between', () => {
  const mixed = joined({ ...kubeadm, pods: kubeadm.pods });
  const here = mixed.pods.filter(({ nodeId }) => nodeId === mixed.nodes[0]?.id).length;
  const found = crossings(mixed, 'P14');
  expect(found['host']).toBe(here);
  expect(found['cluster-network']).toBe(mixed.pods.length - here);
  // The Service `kubernetes` leads to any kube-apiserver, shown or not.
  expect(Object.keys(crossings(mixed, 'P04'))).toEqual(['cluster-network']);
});

test('the hosts decide in any cluster, and a node that joins changes nothing for the others', () => {
  const another: ClusterNode = { ...first, id: 'another', name: 'another' };
  fc.assert(
    fc.property(anyTopology({ pinned: false }), fc.boolean(), (generated, areHosts) => {
      const topology = areHosts ? joined(generated) : generated;
      const names = new Set(topology.controlPlanes.map(({ name }) => name));
      const onControlPlane = topology.nodes.filter(({ name }) => names.has(name)).length;
      const hosts = topology.controlPlanes.length;
      for (const path of ['P08', 'P12']) {
        const found = crossings(topology, path);
        expect(found['cluster-network'] ?? 0).toBe(hosts * (topology.nodes.length - onControlPlane));
        expect((found['host'] ?? 0) + (found['control-plane-network'] ?? 0)).toBe(hosts * onControlPlane);
        const more = crossings({ ...topology, nodes: [...topology.nodes, another] }, path);
        expect(more['host']).toBe(found['host']);
        expect(more['control-plane-network']).toBe(found['control-plane-network']);
      }
    }),
    { numRuns: runs(200) },
  );
});
