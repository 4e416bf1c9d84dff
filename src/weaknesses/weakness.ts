import type { Connection, Reason } from '../analysis/connection.ts';
import { type VulnerabilityId, vulnerabilityIds } from '../catalog/vulnerabilities.ts';

/** What a weakness is; each has words of its own, and so has each vulnerability. */
const weaknessTopics = [
  /** A Service takes connections for an address of the cluster’s own parts. */
  'external-ip',
  'load-balancer-ip',
  /** Who holds a client certificate of the cluster is let into etcd, or may join it. */
  'etcd-shared-ca',
  'etcd-peer-shared-ca',
  /** Who holds a client certificate of the cluster may name any user to the kube-apiserver. */
  'front-proxy-shared-ca',
  /** External IPs are refused, and the status of a LoadBalancer Service is not. */
  'load-balancer-status',
  /** The kube-apiserver is served to every address of the Internet. */
  'endpoint-open',
  /** Requests go through a proxy, which can do something with them, or only see them. */
  'proxy',
  'proxy-verified',
  ...vulnerabilityIds,
] as const;
export type WeaknessTopic = (typeof weaknessTopics)[number];

export const severities = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** Why a vulnerability is only possible. */
export const openReasons = ['record', 'vendor', 'release', 'policy'] as const;
export type OpenReason = (typeof openReasons)[number];

/** Something beside the settings of a path that decides who can be in the middle of it, or what they gain there. */
export type Weakness = {
  /** Stable for the same cluster. */
  readonly id: string;
  readonly topic: WeaknessTopic;
  readonly severity: Severity;
  /** False where what nobody shows decides whether it is there. */
  readonly isSure: boolean;
  /** Whose it is: names of hosts and nodes, or namespace and name of a Service. */
  readonly on: readonly string[];
  /** What its words name. */
  readonly params: Readonly<Record<string, string>>;
  /** The connections that it changes. */
  readonly connections: readonly Connection[];
  readonly reasons: readonly Reason[];
};

/** Whether a weakness lets those in who hold a client certificate of the cluster. */
export function isSharedCa(topic: WeaknessTopic): boolean {
  return topic === 'etcd-shared-ca' || topic === 'etcd-peer-shared-ca' || topic === 'front-proxy-shared-ca';
}

/** The vulnerability that a weakness is; null where it is none. */
export function vulnerabilityOf({ topic }: Pick<Weakness, 'topic'>): VulnerabilityId | null {
  return vulnerabilityIds.find((id) => id === topic) ?? null;
}
