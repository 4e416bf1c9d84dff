import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import type { LimitId } from '../catalog/communicationPath.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import type { Topology } from '../domain/topology.ts';

/** Commands that only read, which help where no setting does: who may use the proxy, so that nobody has to [KAA]. */
export const limitCommands: Partial<Readonly<Record<LimitId, readonly string[]>>> = {
  proxy: [
    `kubectl get clusterroles,roles -A -o json | jq -r '.items[] | select(any(.rules[]?.resources[]?; . == "*" or endswith("/proxy"))) | .metadata.name'`,
    'kubectl auth can-i create pods/proxy --as=USER -n NAMESPACE',
    'kubectl port-forward -n NAMESPACE pod/NAME 8443:8443',
  ],
  ssh: ['kubectl version'],
  'client-decides': ['kubectl auth can-i get nodes/proxy --as=USER'],
};

/** Whether somebody can do something on a connection, were its network hostile. Undetermined ones are no finding. */
export function isExposed({ status, count }: Connection): boolean {
  return count > 0 && (status === 'unverified' || status === 'plaintext' || status === 'open');
}

/** Exposed connections over a network that is not known to be trusted. */
export function exposedIn({ connections }: Analysis): readonly Connection[] {
  return connections.filter((one) => isExposed(one) && one.network.trust !== 'trusted');
}

/**
 * What has become of a connection after a change: it may be in another class now, with other members, or be gone.
 * @returns the connection now, or null where there is none any more
 */
export function sameConnection(wanted: Connection, { connections }: Analysis): Connection | null {
  const [client, server] = [wanted.client.members[0], wanted.server.members[0]];
  const has = (members: readonly string[], id: string | undefined) =>
    id === undefined ? members.length === 0 : members.includes(id);
  const found = connections.find(
    (one) =>
      one.path === wanted.path &&
      one.variant === wanted.variant &&
      one.listener === wanted.listener &&
      has(one.client.members, client) &&
      has(one.server.members, server),
  );
  return found ?? null;
}

/** Whether nobody can do anything on a connection any more: it is protected, local, or does not exist. */
export function isClosed(wanted: Connection, analysis: Analysis): boolean {
  const now = sameConnection(wanted, analysis);
  return now === null || now.status === 'protected' || now.status === 'local';
}

/** Why a connection stays open whatever is set. */
export function limitOf({ path, variant }: Connection): LimitId {
  // Within a tunnel the connections to kubelets differ from those to backends.
  return variant === 'a' ? 'ssh' : communicationPath(path).limit;
}

/**
 * A cluster with one element of each class, in which every class of connections of the whole is there once: what is asked
 * of it many times has a cost that does not grow with the cluster.
 */
export function representatives(topology: Topology): Topology {
  const { connections } = analyze(topology);
  const kept = new Set<string>();
  for (const { client, server } of connections)
    for (const members of [client.members, server.members]) for (const id of members.slice(0, 2)) kept.add(id);
  const nodes = topology.nodes.filter(({ id }) => kept.has(id));
  const nodeIds = new Set(nodes.map(({ id }) => id));
  const pods = topology.pods.filter(({ id, nodeId }) => kept.has(id) && nodeId !== null);
  const homes = new Set(pods.flatMap(({ nodeId }) => nodeId ?? []));
  return {
    ...topology,
    nodes: topology.nodes.filter(({ id }) => nodeIds.has(id) || homes.has(id)),
    pods,
    services: topology.services.filter(
      ({ id, type }) => kept.has(id) || type === 'NodePort' || type === 'LoadBalancer',
    ),
  };
}
