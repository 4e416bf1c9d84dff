import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../domain/applyEdit.ts';
import type { ClusterNode, Pod, Service, Topology } from '../../domain/topology.ts';
import { emptyTopology } from '../../domain/topology.ts';
import { groupTopology } from '../../grouping/groupTopology.ts';
import { pairsOf } from '../../pairs/pairs.ts';
import { parseQuery } from '../../query/parseQuery.ts';
import { scenario } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { importOne } from '../../testing/importOne.ts';
import { runs } from '../../testing/runs.ts';
import { weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
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

test.each([
  ['https://10.0.0.5:6443', 'host'],
  ['https://127.0.0.1:6443', 'host'],
  ['https://control-plane-1:6443', 'host'],
  ['https://control-plane.minikube.internal:8443', 'host'],
  ['https://10.0.0.99:6443', 'cluster-network'],
  ['https://api.example.org:6443', 'cluster-network'],
  ['https://34.90.1.2:6443', 'internet'],
])('one host whose kubelet dials %s crosses %s', (server, expected) => {
  const dialing = {
    ...alone,
    nodes: alone.nodes.map((node) => ({
      ...node,
      name: 'control-plane-1',
      addresses: ['10.0.0.5'],
      kubelet: {
        ...node.kubelet,
        explicitSettings: {
          ...node.kubelet.explicitSettings,
          'kubeconfig.server': { value: server, origin: 'file' as const, source: null },
        },
      },
    })),
  };
  expect(isOneHost(dialing)).toBe(true);
  expect(Object.keys(crossings(dialing, 'P01'))).toEqual([expected]);
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

test('pods on the one control-plane host are reached without a network, others over the one between', () => {
  const mixed = joined({ ...kubeadm, pods: kubeadm.pods });
  const here = mixed.pods.filter(({ nodeId }) => nodeId === mixed.nodes[0]?.id).length;
  const found = crossings(mixed, 'P14');
  expect(found['host']).toBe(here);
  expect(found['cluster-network']).toBe(mixed.pods.length - here);
  // The Service `kubernetes` leads to any kube-apiserver, shown or not.
  expect(Object.keys(crossings(mixed, 'P04'))).toEqual(['cluster-network']);
});

test('a Service with pods on the one control-plane host alone is reached without a network, any other is not', () => {
  const [here, there] = [kubeadm.nodes[0]?.id ?? '', kubeadm.nodes[1]?.id ?? ''];
  const podOf = (name: string, nodeId: string) =>
    ({ ...kubeadm.pods[0], id: name, name, nodeId, labels: { app: name.split('-')[0] ?? '' } }) as Pod;
  const serviceOf = (name: string) =>
    ({ ...kubeadm.services[1], id: `s-${name}`, name, selector: { app: name } }) as Service;
  const mixed = joined({
    ...kubeadm,
    pods: [podOf('near-1', here), podOf('both-1', here), podOf('both-2', there), podOf('far-1', there)],
    services: ['near', 'both', 'far'].map(serviceOf),
  });
  const names = analyze(mixed).connections.flatMap(({ path, server, network }) =>
    path === 'P16' ? [`${network.id} ${server.members.join()}`] : [],
  );
  expect(names).toEqual(['host s-near', 'cluster-network s-both,s-far']);
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

describe('the address that is dialed', () => {
  const kubeconfig = (server: string, user: string) => `apiVersion: v1
kind: Config
current-context: x
contexts: [{name: x, context: {cluster: c, user: "${user}"}}]
clusters: [{name: c, cluster: {server: "${server}", certificate-authority: /ca.crt}}]
users: [{name: "${user}", user: {client-certificate: /c.crt, client-key: /c.key}}]
`;
  const node = (name: string, address: string) =>
    `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\nstatus: {addresses: [{type: InternalIP, address: ${address}}]}\n`;
  const nodes = `${node('w1', '10.0.0.2')}---\n${node('w2', '10.0.0.3')}`;
  const networksOf = (files: readonly (readonly [string, string])[], path: string) => {
    const { topology } = importOne(files);
    return analyze(topology ?? emptyTopology).connections.flatMap((one) => (one.path === path ? [one.network.id] : []));
  };

  test.each([
    ['https://10.0.0.1:6443', 'cluster-network'],
    ['https://34.90.1.2:6443', 'internet'],
    ['https://[2a01:4f8::5]:6443', 'internet'],
    ['https://100.64.0.1:6443', 'cluster-network'],
    ['https://203.0.113.5:6443', 'cluster-network'],
    ['https://[fd00::5]:6443', 'cluster-network'],
    ['https://10.0.0.2:6443', 'host'],
    ['https://api.example.org:6443', 'cluster-network'],
  ])('of a kubelet: %s is over %s', (server, expected) => {
    const files = [
      ['w1/etc/kubernetes/kubelet.conf', kubeconfig(server, 'system:node:w1')],
      ['nodes.yaml', nodes],
    ] as const;
    expect(networksOf(files, 'P01')).toContain(expected);
  });

  test('of people', () => {
    expect(networksOf([['config', kubeconfig('https://34.90.1.2:6443', 'admin')]], 'A03')).toEqual(['internet']);
    expect(networksOf([['config', kubeconfig('https://10.0.0.1:6443', 'admin')]], 'A03')).toEqual(['outside-network']);
  });

  test('nodes that have no other address than one of the Internet are called over it', () => {
    const cp =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: kube-system}\nspec: {nodeName: cp, containers: [{name: a, image: "x/kube-apiserver:v1.30.1", command: [kube-apiserver, "--x=y"]}]}\n';
    const one = (address: string) => networksOf([['all.yaml', `${cp}---\n${node('w1', address)}`]], 'P08');
    expect(one('34.90.1.3')).toContain('internet');
    expect(one('10.0.0.3')).not.toContain('internet');
    const both = node('w1', '10.0.0.3').replace(/addresses: \[/, '$&{type: ExternalIP, address: 34.90.1.3}, ');
    const preferring = (flag: string) => networksOf([['all.yaml', `${cp.replace('--x=y', flag)}---\n${both}`]], 'P08');
    expect(both).toContain('ExternalIP');
    expect(preferring('--x=y')).not.toContain('internet');
    expect(preferring('--kubelet-preferred-address-types=InternalIP,ExternalIP')).not.toContain('internet');
    expect(preferring('--kubelet-preferred-address-types=ExternalIP,InternalIP')).toContain('internet');
  });

  const config = kubeconfig('https://ABC.gr7.eu-west-1.eks.amazonaws.com', 'admin');
  test.each([
    [
      'EKS, public',
      {
        cluster: {
          version: '1.30',
          resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] },
        },
      },
      'internet',
      true,
    ],
    [
      'EKS, public to some',
      {
        cluster: {
          version: '1.30',
          resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['198.51.100.0/24'] },
        },
      },
      'internet',
      false,
    ],
    [
      'EKS, private',
      {
        cluster: { version: '1.30', resourcesVpcConfig: { endpointPublicAccess: false, endpointPrivateAccess: true } },
      },
      'outside-network',
      false,
    ],
    [
      'GKE, public',
      { currentMasterVersion: '1.30.1-gke.1', privateClusterConfig: { enablePrivateEndpoint: false } },
      'internet',
      true,
    ],
    [
      'GKE, private endpoint',
      { currentMasterVersion: '1.30.1-gke.1', privateClusterConfig: { enablePrivateEndpoint: true } },
      'outside-network',
      false,
    ],
    [
      'GKE, authorized networks',
      {
        currentMasterVersion: '1.30.1-gke.1',
        privateClusterConfig: { enablePrivateNodes: true, enablePrivateEndpoint: false },
        masterAuthorizedNetworksConfig: { enabled: true, cidrBlocks: [{ cidrBlock: '198.51.100.0/24' }] },
      },
      'internet',
      false,
    ],
    [
      'EKS, public to two halves of everything',
      {
        cluster: {
          version: '1.30',
          resourcesVpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/1', '128.0.0.0/1'] },
        },
      },
      'internet',
      true,
    ],
    [
      'GKE, where nothing is false',
      {
        currentMasterVersion: '1.30.1-gke.1',
        endpoint: '34.1.2.3',
        privateClusterConfig: { enablePrivateNodes: true },
      },
      'internet',
      true,
    ],
    [
      'GKE, authorized networks that are switched off',
      {
        currentMasterVersion: '1.30.1-gke.1',
        endpoint: '34.1.2.3',
        masterAuthorizedNetworksConfig: { cidrBlocks: [{ cidrBlock: '198.51.100.0/24' }] },
      },
      'internet',
      true,
    ],
    [
      'GKE, no authorized network',
      {
        currentMasterVersion: '1.30.1-gke.1',
        endpoint: '34.1.2.3',
        masterAuthorizedNetworksConfig: { enabled: true },
      },
      'internet',
      false,
    ],
    [
      'GKE, by name only',
      {
        currentMasterVersion: '1.30.1-gke.1',
        endpoint: '34.1.2.3',
        controlPlaneEndpointsConfig: { ipEndpointsConfig: { enabled: false, enablePublicEndpoint: true } },
      },
      'outside-network',
      false,
    ],
    [
      'AKS, of which nobody asked for anything',
      { kubernetesVersion: '1.30', agentPoolProfiles: [], apiServerAccessProfile: null },
      'internet',
      true,
    ],
    [
      'AKS, public',
      { kubernetesVersion: '1.30', agentPoolProfiles: [], apiServerAccessProfile: { enablePrivateCluster: false } },
      'internet',
      true,
    ],
    [
      'AKS, private',
      { kubernetesVersion: '1.30', agentPoolProfiles: [], apiServerAccessProfile: { enablePrivateCluster: true } },
      'outside-network',
      false,
    ],
  ])('a provider says it: %s', (_what, description, expected, isOpen) => {
    const files = [
      ['all/config', config],
      ['all/cluster.json', JSON.stringify(description)],
      ['all/nodes.yaml', node('w1', '10.0.0.2')],
    ] as const;
    expect(networksOf(files, 'A03')).toEqual([expected]);
    const { topology } = importOne(files);
    const found = topology ? weaknessesOf(topology, analyze(topology)) : [];
    expect(found.some(({ topic }) => topic === 'endpoint-open')).toBe(isOpen);
  });
});

describe('several control planes', () => {
  const ha = joined(scenario('ha'));
  const [three, nodes] = [ha.controlPlanes.length, ha.nodes.length];

  test('each sends to its own host without a network, and to the others over their own', () => {
    const workers = { ...ha, nodes: [...ha.nodes, ...['w-1', 'w-2'].map((id) => ({ ...first, id, name: id }))] };
    expect([three, nodes]).toEqual([3, 3]);
    for (const path of ['P08', 'P09', 'P10', 'P11', 'P12', 'P13'])
      expect(crossings(workers, path), path).toEqual({ host: 3, 'control-plane-network': 6, 'cluster-network': 6 });
  });

  test('its rows are those of one host, and of two', () => {
    const rows = analyze(ha).connections.filter(({ path }) => path === 'P08');
    const pairs = pairsOf(rows, parseQuery(''), ha);
    expect(pairs.count).toBe(9);
    for (const [row, index] of pairs.classOf.entries()) {
      const connection = rows[index];
      const [client, server] = [pairs.client[row] ?? -1, pairs.server[row] ?? -1];
      const host = ha.controlPlanes.find(({ id }) => id === connection?.client.members[client]);
      const node = ha.nodes.find(({ id }) => id === connection?.server.members[server]);
      expect(host?.name === node?.name).toBe(connection?.network.id === 'host');
    }
  });

  test('the picture has one line for both, and counts all', () => {
    const { nodes: boxes } = groupTopology(ha, analyze(ha), 'documented');
    const lines = boxes
      .flatMap(({ parts }) => parts.flatMap((part) => part.lines))
      .filter(({ connection }) => connection.path === 'P08');
    expect(lines.map(({ count }) => count).reduce((sum, one) => sum + one, 0)).toBe(9);
    expect(new Set(lines.map(({ connection }) => connection.network.id))).toEqual(new Set(['control-plane-network']));
  });
});
