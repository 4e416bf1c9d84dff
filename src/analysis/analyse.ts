import type { Topology } from '../domain/topology.ts';
import type { Connection } from './connection.ts';
import { nodeClasses } from './members.ts';
import { clusterToControlPlane } from './rules/clusterToControlPlane.ts';
import { kubelet } from './rules/kubelet.ts';
import { proxies } from './rules/proxies.ts';
import { throughTunnels } from './rules/tunnels.ts';

export type Analysis = { readonly connections: readonly Connection[] };

/** Every documented connection of a cluster, class by class, with its verdict, in the order of the path ids. */
export function analyse(topology: Topology): Analysis {
  const nodes = nodeClasses(topology);
  const direct = [...clusterToControlPlane(topology, nodes), ...kubelet(topology, nodes), ...proxies(topology, nodes)];
  const connections = [...throughTunnels(topology, nodes, direct)].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
  return { connections };
}
