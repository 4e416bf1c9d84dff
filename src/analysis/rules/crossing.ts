import type { EndKind } from '../../catalog/communicationPath.ts';
import { type CrossingId, crossingOf, type Pod, type Topology } from '../../domain/topology.ts';
import type { Connection, ConnectionEnd } from '../connection.ts';
import type { MemberClass, NodeClass } from '../members.ts';

/*
 * What a connection crosses, by its two hosts and the address that it is dialed by. Addresses are not in the model: a
 * component is taken to dial an own address of the host where there is one control-plane host and no load balancer.
 */

/** From a kube-apiserver to an address of nodes: control planes reach each other's hosts over their own network. */
export function toNodes(topology: Topology, node: NodeClass): CrossingId {
  if (!isControlPlane(topology, node)) return 'cluster-network';
  return topology.controlPlanes.length === 1 ? 'host' : 'control-plane-network';
}

/**
 * Between kube-apiservers and pods. Where there are several control planes, the Service `kubernetes` leads to any of them,
 * and pods of another host are behind the pod network, whoever's host it is.
 */
export function withPods(topology: Topology, { first }: MemberClass<Pod>): CrossingId {
  return runsOnControlPlane(topology, first) && topology.controlPlanes.length === 1 ? 'host' : 'cluster-network';
}

function runsOnControlPlane({ nodes, controlPlanes }: Topology, { nodeId }: Pod): boolean {
  const node = nodes.find(({ id }) => id === nodeId);
  return node !== undefined && controlPlanes.some(({ name }) => name === node.name);
}

/** From nodes to the kube-apiserver, whose address may be that of a load balancer. */
export function fromNodes(topology: Topology, node: NodeClass): CrossingId {
  return isControlPlane(topology, node) && hasOwnAddress(topology) ? 'host' : 'cluster-network';
}

/** From a component of the control plane to the kube-apiserver. */
export function withinControlPlane(topology: Topology): CrossingId {
  return hasOwnAddress(topology) ? 'host' : 'control-plane-network';
}

function isControlPlane({ controlPlanes }: Topology, { first }: NodeClass): boolean {
  return controlPlanes.some(({ name }) => name === first.name);
}

function hasOwnAddress({ controlPlanes, outside }: Topology): boolean {
  return controlPlanes.length === 1 && !outside.some(({ kind }) => kind === 'load-balancer');
}

/** Whether a cluster is one host: control plane, node and pods on the same. */
export function isOneHost(topology: Topology): boolean {
  const { controlPlanes, nodes } = topology;
  return nodes.length === 1 && nodes[0]?.name === controlPlanes[0]?.name && hasOwnAddress(topology);
}

/** Ends that are on some host of the cluster, whichever it is. */
const onHosts: readonly EndKind[] = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'etcd',
  'konnectivity-server',
  'konnectivity-agent',
  'kubelet',
  'kube-proxy',
  'node',
  'sshd',
  'container-runtime',
  'kms-plugin',
  'pod',
  'service',
  'dns',
  'metrics-server',
  'scraper',
  'ingress-controller',
  'aggregated-api',
  'admission-webhook',
];

/** The connections of a cluster; of one host, what has both ends in it leaves nothing to a network. */
export function withCrossings(topology: Topology, connections: readonly Connection[]): readonly Connection[] {
  if (!isOneHost(topology)) return connections;
  const network = crossingOf(topology, 'host');
  const stays = (end: ConnectionEnd) => onHosts.includes(end.component) && !isByUrl(topology, end);
  return connections.map((one) => (stays(one.client) && stays(one.server) ? { ...one, network } : one));
}

/** A webhook by URL may be anywhere. */
function isByUrl({ extensions }: Topology, { component, members }: ConnectionEnd): boolean {
  return (
    component === 'admission-webhook' &&
    extensions.some(({ id, settings }) => members.includes(id) && settings.explicitSettings['clientConfig.url'])
  );
}
