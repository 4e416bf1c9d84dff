import { onceFor, onceForBoth } from '../../domain/onceFor.ts';
import { type ClusterNode, type ControlPlaneHost, minorVersion, type Topology } from '../../domain/topology.ts';
import { withHop } from '../connect.ts';
import type { Connection, Reason } from '../connection.ts';
import { perhapsReachable } from '../hop.ts';
import { opensLoopback } from '../releases.ts';

/*
 * CVE-2020-8558: older kubelets and kube-proxies set `route_localnet` and left the loopback address open to neighbors of the
 * node and to its containers. What a listener there serves to everybody, it serves to them.
 */

/** The connections with what loopback addresses really keep out; most clusters have none of those kubelets. */
export function withReachableLoopback(topology: Topology, connections: readonly Connection[]): readonly Connection[] {
  return connections.map((one) => {
    if (one.hop.medium !== 'loopback' || one.client.component !== 'anyone') return one;
    const { answer, decisive } = worstAt(topology, one.server.members);
    if (answer === false || !decisive) return one;
    const medium = answer === true ? 'reachable-loopback' : perhapsReachable;
    return withHop(one, { ...one.hop, medium }, [reasonOf(decisive)]);
  });
}

type Worst = { readonly answer: boolean | 'unknown'; readonly decisive: ClusterNode | null };

/** What the worst kubelet of some hosts does; of the same lists the same is said, and of nodes there may be thousands. */
function worstAt(topology: Topology, members: readonly string[]): Worst {
  const { nodes, controlPlanes, kubernetesVersion } = topology;
  const isOfNodes = nodesById(nodes).has(members[0] ?? '');
  const known = isOfNodes ? knownOf(nodes, members) : knownOf(controlPlanes, nodes);
  const name = isOfNodes ? kubernetesVersion : `${kubernetesVersion} ${members.join(' ')}`;
  const found = known.get(name) ?? worstOf(topology, members);
  known.set(name, found);
  return found;
}

const knownOf = onceForBoth(
  (_one: readonly object[], _other: readonly (object | string)[]) => new Map<string, Worst>(),
);

function worstOf(topology: Topology, members: readonly string[]): Worst {
  const kubelets = kubeletsAt(topology, members);
  const answers = kubelets.map((node) => answerOf(node, topology.kubernetesVersion));
  const answer = answers.includes(true) || (answers.includes('unknown') ? ('unknown' as const) : false);
  return { answer, decisive: kubelets[answers.indexOf(answer)] ?? null };
}

/** Of a host of which neither a kubelet is shown nor a version is told, there is nothing to be said. */
function answerOf({ kubelet, implied }: ClusterNode, version: string): boolean | 'unknown' {
  const isTold = implied !== true || minorVersion(version) !== null || kubelet.explicitSettings['kubeletVersion'];
  return isTold ? opensLoopback(kubelet, version) : false;
}

function reasonOf({ name, kubelet }: ClusterNode): Reason {
  const told = kubelet.explicitSettings['kubeletVersion'];
  const setting = told
    ? { value: told.value, origin: told.origin, source: told.source }
    : ({ value: null, origin: 'unknown', source: null } as const);
  return { component: 'kubelet', instance: name, key: 'kubeletVersion', setting, seen: told !== undefined };
}

/** The kubelets of the hosts that serve; a host of the control plane that is no node has none. */
function kubeletsAt({ nodes, controlPlanes }: Topology, members: readonly string[]): readonly ClusterNode[] {
  const [own, named, hosts] = [nodesById(nodes), nodesByName(nodes), hostsById(controlPlanes)];
  const found = members.flatMap((id) => own.get(id) ?? named.get(hosts.get(id)?.name ?? '') ?? []);
  return [...new Map(found.map((node) => [node.kubelet, node])).values()];
}

const nodesById = onceFor((nodes: readonly ClusterNode[]) => new Map(nodes.map((node) => [node.id, node])));
const nodesByName = onceFor((nodes: readonly ClusterNode[]) => new Map(nodes.map((node) => [node.name, node])));
const hostsById = onceFor((hosts: readonly ControlPlaneHost[]) => new Map(hosts.map((host) => [host.id, host])));
