import { type Network, networkOf, type Topology } from '../domain/topology.ts';
import { isOneHost } from './rules/crossing.ts';

/** A network as the picture shows it; in a cluster of one host nothing crosses it. */
export type ShownNetwork = Network & { readonly isWithinHost?: true };

/** The networks that the picture shows as bands. */
export function shownNetworks(topology: Topology): { readonly cluster: ShownNetwork; readonly node: ShownNetwork } {
  const cluster = networkOf(topology, 'cluster-network');
  return {
    cluster: isOneHost(topology) ? { ...cluster, trust: 'trusted', isWithinHost: true } : cluster,
    node: networkOf(topology, 'node-network'),
  };
}
