import type { EndKind, PathId } from '../catalog/communicationPath.ts';
import type { SettingComponent } from '../catalog/settings.ts';
import type { EffectiveSetting } from '../domain/settings.ts';
import type { Crossing } from '../domain/topology.ts';
import type { ChannelSecurity } from './channelSecurity.ts';
import type { Hop } from './hop.ts';
import type { ProxyLeg } from './proxy/proxyLeg.ts';
import type { Tunnel } from './tunnel.ts';

/** One end of a class of equal connections. `members` are element ids; the first by name stands for all. */
export type ConnectionEnd = {
  readonly component: EndKind;
  readonly name: string;
  readonly namespace?: string;
  readonly members: readonly string[];
};

/** A setting that decided something, with the value that counted. */
export type Reason = {
  readonly component: SettingComponent;
  /** The host or node that the value was read on. */
  readonly instance: string;
  readonly key: string;
  readonly setting: EffectiveSetting;
  /** Whether a file showed how this instance is configured, so that an absent key is an observation too. */
  readonly seen: boolean;
};

export type Facet = 'encryption' | 'serverAuthentication' | 'clientAuthentication' | 'authorization' | 'integrity';

/** Facts about a connection that no facet tells. */
export type NoteId =
  | 'serving-certificate-self-signed'
  | 'client-certificate-not-requested'
  | 'no-client-certificate'
  | 'calls-refused'
  | 'per-request-skip'
  | 'always-allow'
  | 'open-kubelet'
  | 'open-etcd'
  | 'historic-ssh'
  | 'rogue-agent'
  | 'no-authorizer-by-design'
  | 'service-dials-pod'
  | 'not-configured'
  | 'tunnel-does-not-verify'
  | 'lb-ends-tls'
  | 'token-handed-over'
  | 'server-verified-by-token'
  | 'plain-server-address'
  | 'probe-never-verifies'
  | 'application-decides'
  | 'digest-independent'
  | 'not-documented-inside';

export const evidences = ['observed', 'default', 'unknown', 'user'] as const;
export type Evidence = (typeof evidences)[number];

/** What the id of a class ends with that is divided off, because it stays within its hosts. */
const ofOwnHost = ':own-host';

/** The id of what a kube-apiserver sends to its own host, beside that of what it sends to others. */
export function ownHostId(id: string): string {
  return id + ofOwnHost;
}

/** The id of the class whose line stands for another one too, where both are drawn at one box. */
export function lineId(id: string): string {
  return id.endsWith(ofOwnHost) ? id.slice(0, -ofOwnHost.length) : id;
}

/** A class of equal connections: same path, same inputs, same verdict. */
export type Connection = ChannelSecurity & {
  /** Stable for the same members and path. */
  readonly id: string;
  readonly path: PathId;
  /** Which row of P19 or P22, `a` to `d`; absent elsewhere. */
  readonly variant?: 'a' | 'b' | 'c' | 'd';
  /** Which listener of A13, which webhook of A07; absent elsewhere. */
  readonly listener?: string;
  readonly client: ConnectionEnd;
  readonly server: ConnectionEnd;
  /** How many connections of this kind the cluster can have; 0 for a documented one that is not configured. */
  readonly count: number;
  readonly network: Crossing;
  /** Which of its pairs of members it stands for, where hosts tell them apart; absent where it is all of them. */
  readonly pairing?: 'own-host' | 'other-hosts';
  /** The proxy that its client is told to use for it; absent where there is none. */
  readonly proxy?: ProxyLeg;
  readonly port: number | null;
  readonly hop: Hop;
  readonly reasons: Readonly<Record<Facet, readonly Reason[]>>;
  readonly notes: readonly NoteId[];
  readonly tunnel: Tunnel | null;
  readonly evidence: Evidence;
};
