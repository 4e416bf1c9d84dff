import ipaddr from 'ipaddr.js';
import type { PathId } from '../../catalog/communicationPath.ts';
import { hostOf } from '../../domain/hostOf.ts';
import { onceFor, onceForBoth } from '../../domain/onceFor.ts';
import { type ClusterNode, type CrossingId, crossingOf, type Topology } from '../../domain/topology.ts';
import { clientConfig, nodesById } from '../clientConfig.ts';
import type { Connection } from '../connection.ts';
import { isLoopback } from './isLoopback.ts';

/*
 * What a connection crosses by the address that it is dialed by: an own address of its host stays within the host [IPROUTE], and
 * an address that is routed everywhere is that of the Internet, unless a provider manages the control plane: what nodes of EKS
 * send to a public endpoint leaves their network and not that of Amazon [EKSENDPOINT].
 */

/** The setting that says what the client of a path dials. */
const dialing: Readonly<Partial<Record<PathId, string>>> = {
  P01: 'kubeconfig.server',
  P03: 'kubeconfig.server',
  P05: 'kubeconfig.server',
  P06: 'kubeconfig.server',
  P07: 'kubeconfig.server',
  A01: 'etcd-servers',
  A03: 'kubeconfig.server',
};
const toNodes: readonly PathId[] = ['P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'A18'];

/** The connections with what their addresses say; those without an address that is known stay as they are. */
export function withDialed(topology: Topology, connections: readonly Connection[]): readonly Connection[] {
  return connections.map((one) => {
    if (one.hop.medium === 'loopback' || one.hop.medium === 'uds') return one;
    const id = one.network.id === 'host' ? crossingAway(topology, one) : crossingFor(topology, one);
    return id === null ? one : { ...one, network: crossingOf(topology, id) };
  });
}

function crossingFor(topology: Topology, connection: Connection): CrossingId | null {
  const { path, client } = connection;
  if (toNodes.includes(path)) return isEveryNodePublic(topology, connection) ? 'internet' : null;
  const key = dialing[path];
  if (!key) return null;
  if (path === 'A03' && isEndpointPublic(topology)) return 'internet';
  if (onNodes.includes(client.component)) {
    // A flag of the control plane changes no node, and of nodes there may be thousands.
    const known = answersOf(topology.nodes, client.members);
    const name = `${client.component} ${key} ${isManaged(topology)}`;
    const answer = known.get(name) ?? { crossing: answerFor(topology, connection, key) };
    known.set(name, answer);
    return answer.crossing;
  }
  return answerFor(topology, connection, key);
}

const onNodes: readonly Connection['client']['component'][] = ['kubelet', 'kube-proxy'];

const answersOf = onceForBoth(
  (_nodes: Topology['nodes'], _members: readonly string[]) =>
    new Map<string, { readonly crossing: CrossingId | null }>(),
);

function answerFor(topology: Topology, { path, client }: Connection, key: string): CrossingId | null {
  const answers = client.members.map((id) => {
    const setting = clientConfig(topology, client.component, id)?.explicitSettings[key];
    if (!setting || setting.origin === 'unknown') return null;
    const hosts = setting.value.split(',').map(hostOf).filter(Boolean);
    const own = ownAddresses(topology, id);
    if (hosts.length > 0 && hosts.every((host) => own.includes(host))) return 'host';
    return hosts.some(isPublic) && (path === 'A03' || !isManaged(topology)) ? 'internet' : null;
  });
  if (answers.includes('internet')) return 'internet';
  return answers.length > 0 && answers.every((one) => one === 'host') ? 'host' : null;
}

/** Names by which a cluster of one host calls itself. */
const ownNames: readonly string[] = ['localhost', 'control-plane.minikube.internal'];

/**
 * What is crossed in a cluster of one host by what is dialed at another address or name: a balancer, or an endpoint that leads
 * back. Where the host's own addresses are not known, a private one is taken for its own.
 */
function crossingAway(topology: Topology, { path, client }: Connection): CrossingId | null {
  const key = dialing[path];
  if (!key) return null;
  const away = client.members.flatMap((id) => {
    const setting = clientConfig(topology, client.component, id)?.explicitSettings[key];
    if (!setting || setting.origin === 'unknown') return [];
    const own = ownAddresses(topology, id);
    return setting.value
      .split(',')
      .map((one) => hostOf(one).toLowerCase())
      .filter((host) => host !== '' && !isLoopback(host) && !own.includes(host) && !isOwnName(topology, host))
      .filter((host) => !ipaddr.isValid(host) || own.length > 0 || isPublic(host));
  });
  if (away.length === 0) return null;
  if (away.some(isPublic) && !isManaged(topology)) return 'internet';
  return path === 'P01' || path === 'P03' ? 'cluster-network' : 'control-plane-network';
}

function isOwnName({ nodes }: Topology, host: string): boolean {
  return ownNames.includes(host) || nodes.some(({ name }) => name.toLowerCase() === host);
}

/** The addresses of the host that a member runs on. */
function ownAddresses({ nodes, controlPlanes }: Topology, id: string): readonly string[] {
  const node = nodesById(nodes).get(id);
  if (node) return node.addresses ?? [];
  const host = controlPlanes.find((one) => one.id === id);
  return (host && byName(nodes).get(host.name)?.addresses) ?? [];
}

const byName = onceFor((nodes: Topology['nodes']) => new Map(nodes.map((node) => [node.name, node])));

function isEveryNodePublic(topology: Topology, { client, server: { members } }: Connection): boolean {
  const known = nodesById(topology.nodes);
  const [id = ''] = client.members;
  const config = clientConfig(topology, client.component, id);
  const preferred = config?.explicitSettings['kubelet-preferred-address-types']?.value.split(',') ?? [];
  const [type] = preferred.map((one) => one.trim()).filter((one) => one === 'InternalIP' || one === 'ExternalIP');
  return (
    members.length > 0 && members.every((member) => hasOnlyPublic(dialedOf(known.get(member), type === 'ExternalIP')))
  );
}

/** The addresses of a node that are dialed: those of the type that is preferred, where it has some. */
function dialedOf(node: ClusterNode | undefined, isExternalFirst: boolean): readonly string[] {
  const { addresses = [], externalAddresses = [] } = node ?? {};
  const internal = addresses.filter((one) => !externalAddresses.includes(one));
  const [first, second] = isExternalFirst ? [externalAddresses, internal] : [internal, externalAddresses];
  return first.length > 0 ? first : second;
}

function hasOnlyPublic(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every(isPublic);
}

/** Whether an address is routed on the Internet: none of RFC 1918, 6598, 4193, link-local, loopback or of documentation. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

function isManaged({ distribution }: Topology): boolean {
  return distribution === 'eks' || distribution === 'gke' || distribution === 'aks';
}

/** Whether a provider says that it serves the kube-apiserver to the outside. */
function isEndpointPublic({ controlPlanes }: Topology): boolean {
  return controlPlanes.some(
    ({ components }) => components['kube-apiserver']?.explicitSettings['endpoint.publicAccess']?.value === 'true',
  );
}
