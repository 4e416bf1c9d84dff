import { communicationPaths } from '../catalogue/communicationPaths.ts';
import type { Topology } from '../domain/topology.ts';
import type { Connection } from './connection.ts';
import { nodeClasses } from './members.ts';
import { controlPlaneNeighbours } from './rules/adjacent/controlPlaneNeighbours.ts';
import { listeners } from './rules/adjacent/listeners.ts';
import { nodeNeighbours } from './rules/adjacent/nodeNeighbours.ts';
import { webhooks } from './rules/adjacent/webhooks.ts';
import { workload } from './rules/adjacent/workload.ts';
import { clusterToControlPlane } from './rules/clusterToControlPlane.ts';
import { kubelet } from './rules/kubelet.ts';
import { proxies } from './rules/proxies.ts';
import { throughTunnels } from './rules/tunnels.ts';

export type Analysis = { readonly connections: readonly Connection[] };

/** Every connection of a cluster, class by class, with its verdict: documented paths in the order of their ids, then adjacent ones. */
export function analyse(topology: Topology): Analysis {
  const nodes = nodeClasses(topology);
  const direct = [
    ...clusterToControlPlane(topology, nodes),
    ...kubelet(topology, nodes),
    ...proxies(topology, nodes),
    ...webhooks(topology),
  ];
  const adjacent = [
    ...controlPlaneNeighbours(topology, nodes),
    ...nodeNeighbours(topology, nodes),
    ...listeners(topology, nodes),
    ...workload(topology),
  ];
  const connections = [...throughTunnels(topology, nodes, direct), ...adjacent].sort((a, b) => rank(a) - rank(b));
  return { connections };
}

const order = new Map(communicationPaths.map(({ id }, index) => [id, index]));

function rank({ path }: Connection): number {
  return order.get(path) ?? 0;
}
