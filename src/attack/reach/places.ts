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
  'kms-plugin',
  'kubeadm',
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'konnectivity-server',
  'etcd',
];
const outsideEnds: readonly EndKind[] = [
  'client',
  'load-balancer',
  'image-registry',
  'oidc-issuer',
  'cloud-api',
  'relying-party',
];
/** Ends that no file says the place of. */
const anywhere: readonly EndKind[] = [
  'anyone',
  'token-webhook',
  'otlp-collector',
  'scheduler-extender',
  'static-pod-server',
];
/** Ends that are pods, wherever they run. */
const podEnds: readonly EndKind[] = [
  'pod',
  'service',
  'metrics-server',
  'scraper',
  'ingress-controller',
  'admission-webhook',
  'aggregated-api',
  'dns',
];

/** The network that an end is on; null where nothing tells. */
export function networkOfEnd(component: EndKind): NetworkId | null {
  if (anywhere.includes(component)) return null;
  if (controlPlaneEnds.includes(component)) return 'control-plane-network';
  return outsideEnds.includes(component) ? 'outside-network' : 'node-network';
}

/** The wires of a connection: its network, and the last stretch at either end. */
export function wiresOf({ network, client, server }: Connection): readonly Wire[] {
  const ends = [client.component, server.component];
  const ofPods = ends.some((end) => podEnds.includes(end)) ? ('pod-network' as const) : null;
  // Nobody else is on what stays within a host, but who shares it with a pod.
  if (network.id === 'host') return ofPods ? [ofPods] : [];
  const found: readonly (Wire | null)[] = [network.id, ...ends.map(networkOfEnd), ofPods];
  return [...new Set(found.filter((one) => one !== null))];
}
