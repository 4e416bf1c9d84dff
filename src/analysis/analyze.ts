import { communicationPaths } from '../catalog/communicationPaths.ts';
import type { Topology } from '../domain/topology.ts';
import type { Connection } from './connection.ts';
import { nodeClasses } from './members.ts';
import { withProxies } from './proxy/withProxies.ts';
import { apiServers } from './rules/adjacent/apiServers.ts';
import { beyond } from './rules/adjacent/beyond.ts';
import { externalClients } from './rules/adjacent/clients.ts';
import { etcd } from './rules/adjacent/etcd.ts';
import { joining } from './rules/adjacent/joining.ts';
import { listeners } from './rules/adjacent/listeners.ts';
import { nodeSide } from './rules/adjacent/nodes.ts';
import { tunnelClients } from './rules/adjacent/tunnelServers.ts';
import { webhooks } from './rules/adjacent/webhooks.ts';
import { workload } from './rules/adjacent/workload.ts';
import { clusterToControlPlane } from './rules/clusterToControlPlane.ts';
import { withCrossings, withOwnHosts } from './rules/crossing.ts';
import { withDialed } from './rules/dialed.ts';
import { kubelet } from './rules/kubelet.ts';
import { proxies } from './rules/proxies.ts';
import { withReachableLoopback } from './rules/reachableLoopback.ts';
import { throughTunnels } from './rules/tunnels.ts';

export type Analysis = { readonly connections: readonly Connection[] };

/** Every connection of a cluster, class by class, with its verdict: documented paths in the order of their ids, then adjacent ones. */
export function analyze(topology: Topology): Analysis {
  const nodes = nodeClasses(topology);
  const direct = [
    ...clusterToControlPlane(topology, nodes),
    ...kubelet(topology, nodes),
    ...proxies(topology, nodes),
    ...webhooks(topology),
  ];
  const adjacent = [
    ...etcd(topology),
    ...externalClients(topology),
    ...apiServers(topology),
    ...tunnelClients(topology, nodes),
    ...nodeSide(topology, nodes),
    ...listeners(topology, nodes),
    ...workload(topology, nodes),
    ...beyond(topology, nodes),
    ...joining(topology, nodes),
  ];
  const found = [...throughTunnels(topology, nodes, direct), ...adjacent];
  const crossed = withCrossings(topology, withReachableLoopback(topology, withOwnHosts(topology, found)));
  const connections = [...withProxies(topology, withDialed(topology, crossed))].sort((a, b) => rank(a) - rank(b));
  return { connections };
}

const order = new Map(communicationPaths.map(({ id }, index) => [id, index]));

function rank({ path }: Connection): number {
  return order.get(path) ?? 0;
}
