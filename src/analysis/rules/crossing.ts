import type { EndKind, PathId } from '../../catalog/communicationPath.ts';
import { onceForNamed } from '../../domain/onceFor.ts';
import { servicesBefore } from '../../domain/servedServices.ts';
import { type CrossingId, crossingOf, type Pod, type Service, type Topology } from '../../domain/topology.ts';
import { type Connection, type ConnectionEnd, ownHostId } from '../connection.ts';
import { hostNames } from '../hostNames.ts';
import type { MemberClass, NodeClass } from '../members.ts';

/*
 * What a connection crosses, by its two hosts. Linux delivers what is sent to an own address without a network [IPROUTE].
 * The address that a component dials is not in the model, so that only the kube-apiserver's way to nodes and pods is told
 * by hosts alone; of all others a cluster that is one host is.
 */

/** From a kube-apiserver to an address of nodes: control planes reach each other's hosts over their own network. */
export function toNodes({ controlPlanes }: Topology, { members, first }: NodeClass): CrossingId {
  // A host that only something else implies may be one of several.
  const isShown = members.every(({ implied }) => implied !== true);
  if (!isShown || !controlPlanes.some(({ name }) => name === first.name)) return 'cluster-network';
  return controlPlanes.length === 1 ? 'host' : 'control-plane-network';
}

/** From a kube-apiserver to pods; those of another host are behind the pod network, whoever's host it is. */
export function toPods({ nodes, controlPlanes }: Topology, { first }: MemberClass<Pod>): CrossingId {
  const [only, ...others] = controlPlanes;
  const node = nodes.find(({ id }) => id === first.nodeId);
  const isOwn = node?.implied !== true && node?.name === only?.name && others.length === 0;
  return isOwn ? 'host' : 'cluster-network';
}

/** Services by what a kube-apiserver crosses to them: it dials their pods, so that one with pods elsewhere is dialed there too. */
export function servicesByCrossing(
  { nodes, controlPlanes, pods }: Topology,
  services: readonly Service[],
): readonly (readonly [CrossingId, readonly Service[]])[] {
  const [only, ...others] = controlPlanes;
  const own = nodes.find(({ name, implied }) => name === only?.name && implied !== true);
  if (!own || others.length > 0) return [['cluster-network', services]];
  const { here, elsewhere } = podsByHost(pods, own.id);
  const [near, far] = [servicesBefore(services, here), servicesBefore(services, elsewhere)];
  const isHere = (service: Service) => near.has(service) && !far.has(service);
  const groups = [
    ['host', services.filter(isHere)],
    ['cluster-network', services.filter((one) => !isHere(one))],
  ] as const;
  return groups.filter(([, own]) => own.length > 0);
}

const podsByHost = onceForNamed((pods: readonly Pod[], nodeId) => ({
  here: pods.filter((pod) => pod.nodeId === nodeId),
  elsewhere: pods.filter((pod) => pod.nodeId !== nodeId),
}));

/** Paths of a kube-apiserver to hosts. What it sends to pods is left together, as their network is that of most of it. */
const toHosts: readonly PathId[] = ['P08', 'P09', 'P10', 'P11', 'P12', 'P13'];

/**
 * The connections, those of several kube-apiservers divided: what each sends to its own host stays within it, what it sends
 * to the others' crosses their network.
 */
export function withOwnHosts(topology: Topology, connections: readonly Connection[]): readonly Connection[] {
  if (topology.controlPlanes.length < 2) return connections;
  const within = crossingOf(topology, 'host');
  return connections.flatMap((one) => {
    if (one.tunnel !== null || one.count === 0 || !toHosts.includes(one.path)) return [one];
    const [clients, servers] = [hostNames(topology, one.client), hostNames(topology, one.server)];
    // Members of hosts of the control plane are in classes of their own.
    if (servers[0] === undefined || !topology.controlPlanes.some(({ name }) => name === servers[0])) return [one];
    const near = { ...one, id: ownHostId(one.id), pairing: 'own-host' as const, network: within };
    const far = { ...one, pairing: 'other-hosts' as const };
    return [
      withPairs(near, clients, servers, (client, server) => client === server),
      withPairs(far, clients, servers, (client, server) => client !== server),
    ].filter(({ count }) => count > 0);
  });
}

/** A class with those members and connections alone whose hosts fit. */
function withPairs(
  connection: Connection,
  clients: readonly string[],
  servers: readonly string[],
  fits: (client: string, server: string) => boolean,
): Connection {
  const kept = (end: ConnectionEnd, isKept: (place: number) => boolean) => ({
    ...end,
    members: end.members.filter((_id, place) => isKept(place)),
  });
  return {
    ...connection,
    client: kept(connection.client, (place) => servers.some((server) => fits(clients[place] ?? '', server))),
    server: kept(connection.server, (place) => clients.some((client) => fits(client, servers[place] ?? ''))),
    count: clients.reduce((sum, client) => sum + servers.filter((server) => fits(client, server)).length, 0),
  };
}

/** Whether a cluster is one host: control plane, node and pods on the same, and nothing before it. */
export function isOneHost({ controlPlanes, nodes, outside }: Topology): boolean {
  const [node] = nodes;
  return (
    nodes.length === 1 &&
    controlPlanes.length === 1 &&
    node?.implied !== true &&
    node?.name === controlPlanes[0]?.name &&
    !outside.some(({ kind }) => kind === 'load-balancer')
  );
}

/** Ends that are on some host of the cluster, whichever it is. */
const onHosts: readonly EndKind[] = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
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
