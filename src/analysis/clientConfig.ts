import { onceFor } from '../domain/onceFor.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import type { ConnectionEnd } from './connection.ts';

/** The configuration of one member of a connection's client; null for a client that has none in the model. */
export function clientConfig(
  topology: Topology,
  component: ConnectionEnd['component'],
  id: string,
): ComponentConfig | null {
  const node = nodesById(topology.nodes).get(id);
  switch (component) {
    case 'kubelet':
      return node?.kubelet ?? null;
    case 'kube-proxy':
      return node?.kubeProxy ?? null;
    case 'konnectivity-agent':
      return node?.konnectivityAgent ?? null;
    case 'client':
      return topology.outside.find((one) => one.id === id)?.settings ?? null;
    case 'kube-apiserver':
    case 'kube-scheduler':
    case 'kube-controller-manager':
    case 'cloud-controller-manager':
      return topology.controlPlanes.find((host) => host.id === id)?.components[component] ?? null;
    default:
      return null;
  }
}

/** Nodes by their ids. */
export const nodesById = onceFor((nodes: Topology['nodes']) => new Map(nodes.map((node) => [node.id, node])));
