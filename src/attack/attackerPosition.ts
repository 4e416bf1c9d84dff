import type { Analysis } from '../analysis/analyze.ts';
import type { NetworkId, Topology } from '../domain/topology.ts';
import { isSharedCa } from '../weaknesses/weakness.ts';
import { weaknessesOf } from '../weaknesses/weaknessesOf.ts';
import type { PositionId } from './positionIds.ts';

/** Where packets pass: the networks of the picture, and within a node the network of its pods. */
export type Wire = NetworkId | 'internet' | 'pod-network';

/** What is taken for granted about a position; the words are in the locale files. */
export const assumptionIds = [
  'trust-is-his',
  'no-firewall',
  'routed',
  'rbac-not-modeled',
  'api-port-reachable',
  'node-ports-reachable',
  'on-the-way',
  'spoofing-works',
  'bridged-pods',
  'no-net-raw',
  'default-capabilities',
  'one-pod',
  'one-node',
  'names-only',
  'perhaps-through-balancer',
  'share-of-tunnel',
  'token-valid',
  'certificate-valid',
  'kube-proxy-everywhere',
  'addresses-known',
] as const;
export type AssumptionId = (typeof assumptionIds)[number];

export const unavailableIds = [
  'no-path',
  'no-node',
  'no-pod',
  'no-load-balancer',
  'no-proxy',
  'no-shared-ca',
  'external-ips-refused',
  'no-tunnel',
  'no-bootstrap',
  'no-token',
] as const;
export type UnavailableId = (typeof unavailableIds)[number];

export type AttackerPosition = {
  readonly id: PositionId;
  /** The wires that he is on: he answers there, or he only listens. */
  readonly wires: Readonly<Partial<Record<Wire, 'active' | 'passive'>>>;
  /** Networks on which he connects to ports. Everybody reaches the kube-apiserver's secure port. */
  readonly ports: readonly NetworkId[];
  /** Whether the cluster's other networks are routed to him too. */
  readonly isInside: boolean;
  /** Whether he reaches the loopback address of a node. */
  readonly isLocal: boolean;
  /** Whose ends are his. */
  readonly holds: 'pod' | 'node' | 'load-balancer' | 'proxy' | 'tunnel-end' | null;
  /** Whether they hold a certificate of the CA that signs clients of the cluster. */
  readonly hasCertificate: boolean;
  /** Whether they may create Services, and so draw the traffic for an address to their pods (CVE-2020-8554). */
  readonly drawsTraffic: boolean;
  readonly token: 'bootstrap' | 'service-account' | null;
  /** Whether he answers when somebody asks for a name. */
  readonly answersNames: boolean;
  readonly assumptions: readonly AssumptionId[];
};

const nowhere = {
  wires: {},
  ports: [],
  isInside: false,
  isLocal: false,
  holds: null,
  token: null,
  answersNames: false,
  hasCertificate: false,
  drawsTraffic: false,
} as const;

const inCluster = ['no-firewall', 'routed', 'rbac-not-modeled'] as const;
const inPod = { ...nowhere, ports: ['node-network'], isInside: true, holds: 'pod', token: 'service-account' } as const;

const positions: Readonly<Record<PositionId, Omit<AttackerPosition, 'id'>>> = {
  outside: {
    ...nowhere,
    wires: { 'outside-network': 'active', internet: 'active' },
    ports: ['outside-network'],
    assumptions: ['trust-is-his', 'on-the-way', 'api-port-reachable', 'node-ports-reachable', 'rbac-not-modeled'],
  },
  'control-plane-network': {
    ...nowhere,
    wires: { 'control-plane-network': 'active' },
    ports: ['control-plane-network'],
    isInside: true,
    assumptions: ['trust-is-his', 'spoofing-works', ...inCluster],
  },
  'cluster-network': {
    ...nowhere,
    wires: { 'cluster-network': 'active' },
    ports: ['cluster-network'],
    isInside: true,
    assumptions: ['trust-is-his', 'on-the-way', ...inCluster],
  },
  'node-network': {
    ...nowhere,
    wires: { 'node-network': 'active' },
    ports: ['node-network'],
    isInside: true,
    assumptions: ['trust-is-his', 'spoofing-works', ...inCluster],
  },
  pod: { ...inPod, assumptions: ['no-net-raw', 'one-pod', ...inCluster] },
  'pod-net-raw': {
    ...inPod,
    wires: { 'pod-network': 'active' },
    assumptions: ['trust-is-his', 'bridged-pods', 'one-pod', ...inCluster],
  },
  'pod-host-network': {
    ...inPod,
    wires: { 'node-network': 'passive', 'pod-network': 'passive' },
    isLocal: true,
    assumptions: ['trust-is-his', 'default-capabilities', 'one-pod', 'one-node', ...inCluster],
  },
  'node-root': {
    ...nowhere,
    wires: { 'node-network': 'active', 'pod-network': 'active' },
    ports: ['node-network'],
    isInside: true,
    isLocal: true,
    holds: 'node',
    hasCertificate: true,
    assumptions: ['trust-is-his', 'one-node', 'spoofing-works', ...inCluster],
  },
  'load-balancer': {
    ...nowhere,
    holds: 'load-balancer',
    assumptions: ['perhaps-through-balancer', 'rbac-not-modeled'],
  },
  proxy: { ...nowhere, holds: 'proxy', assumptions: ['rbac-not-modeled'] },
  dns: { ...nowhere, answersNames: true, assumptions: ['names-only', 'rbac-not-modeled'] },
  'tunnel-end': {
    ...nowhere,
    ports: ['node-network'],
    isInside: true,
    holds: 'tunnel-end',
    assumptions: ['share-of-tunnel', 'one-node', ...inCluster],
  },
  'bootstrap-token': {
    ...nowhere,
    token: 'bootstrap',
    assumptions: ['token-valid', 'api-port-reachable', 'rbac-not-modeled'],
  },
  'service-account-token': {
    ...nowhere,
    token: 'service-account',
    assumptions: ['token-valid', 'api-port-reachable', 'rbac-not-modeled'],
  },
  'client-certificate': {
    ...nowhere,
    hasCertificate: true,
    assumptions: ['certificate-valid', 'api-port-reachable', 'no-firewall'],
  },
  'service-creator': {
    ...nowhere,
    drawsTraffic: true,
    assumptions: ['kube-proxy-everywhere', 'addresses-known', 'rbac-not-modeled'],
  },
};

export function attackerPosition(id: PositionId): AttackerPosition {
  return { id, ...positions[id] };
}

/** Why a cluster does not have a position; null where it does. */
export function whyUnavailable(topology: Topology, analysis: Analysis, id: PositionId): UnavailableId | null {
  const { connections } = analysis;
  const weaknesses = weaknessesOf(topology, analysis);
  const has = (path: string) => connections.some((one) => one.path === path && one.count > 0);
  if (!connections.some(({ count }) => count > 0)) return 'no-path';
  switch (id) {
    case 'node-network':
    case 'node-root':
      return topology.nodes.length > 0 ? null : 'no-node';
    case 'pod':
    case 'pod-net-raw':
    case 'pod-host-network':
      return topology.pods.some((pod) => pod.running && pod.nodeId !== null) ? null : 'no-pod';
    case 'load-balancer':
      return has('A04') ? null : 'no-load-balancer';
    case 'proxy':
      return connections.some(({ proxy }) => proxy !== undefined) ? null : 'no-proxy';
    case 'client-certificate':
      return weaknesses.some(({ topic }) => isSharedCa(topic)) ? null : 'no-shared-ca';
    case 'service-creator':
      return weaknesses.some(({ topic }) => topic === 'CVE-2020-8554') ? null : 'external-ips-refused';
    case 'tunnel-end':
      return connections.some(({ tunnel, count }) => tunnel !== null && count > 0) ? null : 'no-tunnel';
    case 'bootstrap-token':
      return has('P02') ? null : 'no-bootstrap';
    case 'service-account-token':
      return has('P04') ? null : 'no-token';
    default:
      return null;
  }
}
