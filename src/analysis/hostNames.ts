import type { Topology } from '../domain/topology.ts';
import { nodesById } from './clientConfig.ts';
import type { ConnectionEnd } from './connection.ts';

/** The host of each member of an end, a kube-apiserver or a part of a node; `?` where it is not known, or only implied. */
export function hostNames(
  { controlPlanes, nodes }: Topology,
  { component, members }: ConnectionEnd,
): readonly string[] {
  if (component === 'kube-apiserver')
    return members.map((id) => controlPlanes.find((one) => one.id === id)?.name ?? '');
  const known = nodesById(nodes);
  return members.map((id) => {
    const node = known.get(id);
    return node && node.implied !== true ? node.name : '?';
  });
}
