import type { Connection } from '../../analysis/connection.ts';
import type { EndKind } from '../../catalog/communicationPath.ts';
import type { NetworkId } from '../../domain/topology.ts';
import type { Wire } from '../attackerPosition.ts';

/** Ends that run on a node, or are what a node serves. */
export const nodeEnds: readonly EndKind[] = [
  'kubelet',
  'kube-proxy',
  'konnectivity-agent',
  'sshd',
  'container-runtime',
  'node',
  'pod',
  'service',
];

const controlPlaneEnds: readonly EndKind[] = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'konnectivity-server',
  'etcd',
];
const outsideEnds: readonly EndKind[] = ['client', 'load-balancer', 'image-registry'];
/** Ends that are pods, wherever they run. */
const podEnds: readonly EndKind[] = ['pod', 'service', 'metrics-server', 'admission-webhook', 'aggregated-api'];

/** The network that an end is on; null where nothing tells. */
export function networkOfEnd(component: EndKind): NetworkId | null {
  if (component === 'anyone' || component === 'token-webhook') return null;
  if (controlPlaneEnds.includes(component)) return 'control-plane-network';
  return outsideEnds.includes(component) ? 'outside-network' : 'node-network';
}

/** The wires of a connection: its network, and the last stretch at either end. */
export function wiresOf({ network, client, server }: Connection): readonly Wire[] {
  const ends = [client.component, server.component];
  const found: readonly (Wire | null)[] = [
    network.id,
    ...ends.map(networkOfEnd),
    ends.some((end) => podEnds.includes(end)) ? 'pod-network' : null,
  ];
  return [...new Set(found.filter((one) => one !== null))];
}
