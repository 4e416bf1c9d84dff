import type { SettingComponent } from './settings.ts';
import type { SourceTag } from './sources.ts';

/** Paths that the documentation names or directly implies. */
const documentedPathIds = [
  'P01',
  'P02',
  'P03',
  'P04',
  'P05',
  'P06',
  'P07',
  'P08',
  'P09',
  'P10',
  'P11',
  'P12',
  'P13',
  'P14',
  'P15',
  'P16',
  'P17',
  'P18',
  'P19',
  'P20',
  'P21',
  'P22',
] as const;
export type DocumentedPathId = (typeof documentedPathIds)[number];

/** Paths beside them, which an engineer expects in such a picture and the page does not name. */
const adjacentPathIds = [
  'A01',
  'A02',
  'A03',
  'A04',
  'A05',
  'A06',
  'A07',
  'A08',
  'A09',
  'A10',
  'A11',
  'A12',
  'A13',
  'A14',
  'A15',
  'A16',
  'A17',
  'A18',
  'A19',
  'A20',
  'A21',
  'A22',
  'A23',
  'A24',
  'A25',
  'A26',
  'A27',
  'A28',
  'A29',
  'A30',
  'A31',
  'A32',
  'A33',
  'A34',
  'A35',
  'A36',
  'A37',
] as const;
export type AdjacentPathId = (typeof adjacentPathIds)[number];

/** Every path, in the order in which they are always listed. */
export const pathIds = [...documentedPathIds, ...adjacentPathIds] as const;
export type PathId = (typeof pathIds)[number];

/** Whether a path belongs to the second layer of the picture. */
export function isAdjacent(id: PathId): id is AdjacentPathId {
  return id.startsWith('A');
}

/** The number of a path as people say it: `P08` is 8, `A09` is A9. */
export function pathNumber(id: PathId): string {
  const number = String(Number(id.slice(1)));
  return isAdjacent(id) ? `A${number}` : number;
}

/** What can be at an end of a path. */
export const endKinds = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'konnectivity-server',
  'konnectivity-agent',
  'kubelet',
  'kube-proxy',
  'node',
  'pod',
  'service',
  'sshd',
  'etcd',
  'client',
  'load-balancer',
  'admission-webhook',
  'aggregated-api',
  'token-webhook',
  'metrics-server',
  'container-runtime',
  'image-registry',
  'oidc-issuer',
  'otlp-collector',
  'kms-plugin',
  'scheduler-extender',
  'static-pod-server',
  'dns',
  'cloud-api',
  'scraper',
  'instance-metadata',
  'kubeadm',
  'relying-party',
  'ingress-controller',
  /** Anyone who can reach the port. */
  'anyone',
] as const;
export type EndKind = (typeof endKinds)[number];

export const pathFamilies = [
  'cluster-to-control-plane',
  'apiserver-to-kubelet',
  'apiserver-proxy',
  'tunnel',
  'beside-control-plane',
  'beside-node',
  'beside-workload',
] as const;
export type PathFamily = (typeof pathFamilies)[number];

/** Which words say what is at stake; paths that carry the same share them. */
export type Stake =
  | 'P01'
  | 'P02'
  | 'P03'
  | 'P04'
  | 'PC'
  | 'P08'
  | 'P09'
  | 'P10'
  | 'P11'
  | 'PX'
  | 'PT'
  | 'AE'
  | 'AU'
  | 'AW'
  | 'AG'
  | 'AM'
  | 'AN'
  | 'AP'
  | 'AI'
  | 'AO'
  | 'AS'
  | 'AD'
  | 'AT'
  | 'AX'
  | 'AV'
  | 'AR'
  | 'AY';

/** What an attacker on a path comes by beside its bytes; it decides what follows for the cluster and where attack paths begin. */
export type Worth =
  /** Everything, without any credential. */
  | 'insecure-port'
  /** All objects, as they are stored. */
  | 'etcd'
  /** A node: its pods, or its identity. */
  | 'node'
  | 'bootstrap'
  /** The token of a ServiceAccount: of a pod, of a controller manager, of another component, of an add-on. */
  | 'pod-account'
  | 'controller'
  | 'component'
  | 'account'
  /** A person's credential. */
  | 'user'
  /** Who is who, and who may do what. */
  | 'decision'
  /** What a node runs. */
  | 'image'
  | 'runtime'
  /** The kubelet's API: commands and sessions, its other answers, and as whoever talks to it directly meets it. */
  | 'exec'
  | 'kubelet-read'
  | 'kubelet-api'
  | 'read-only'
  | 'status'
  /** The place of a tunnel's end. */
  | 'tunnel'
  /** Nothing but what passes. */
  | 'traffic';

/** How the client finds the server. */
export type Route = 'node' | 'pod' | 'service' | 'config' | 'registry';

/** Whether the client asks DNS for the server; `kubelet-address` as `--kubelet-preferred-address-types` says. */
export type Dialed = 'name' | 'address' | 'kubelet-address' | 'unknown';

/** Why no setting closes a connection. */
export type LimitId = 'proxy' | 'ssh' | 'application' | 'client-decides' | 'network-not-modeled' | 'no-setting';

/** What the documentation itself says about untrusted and public networks. */
export type DocumentedVerdict =
  | 'safe'
  | 'unsafe'
  | 'unsafe-unless-kubelet-ca'
  | 'listeners-only'
  | 'replacement'
  /** It speaks of plain HTTP, which holds for every port of a node but the kubelet's. */
  | 'kubelet-port'
  | 'not-covered';

/** Headings of the German page, v1.27. */
export type GermanPageSection =
  | 'Cluster zum Master'
  | 'Apiserver zum kubelet'
  | 'Apiserver zu Nodes, Pods und Services'
  | 'SSH Tunnels';

/** One entry of the catalog: who opens a connection to whom, and what decides how it is protected. */
export type CommunicationPath = {
  readonly id: PathId;
  readonly family: PathFamily;
  readonly client: EndKind;
  readonly server: EndKind;
  readonly protocol: string;
  /** TCP port when nothing else is set; null where the target decides or no port exists. */
  readonly port: number | null;
  /** Settings that decide the verdict, as component and key. */
  readonly settings: readonly (readonly [SettingComponent, string])[];
  readonly stake: Stake;
  readonly worth: Worth;
  readonly route: Route;
  readonly dialed: Dialed;
  /** The request as the end of the session reads it; names in capitals stand for what was asked for. */
  readonly request: string;
  /** Why a connection stays exposed that no setting closes. */
  readonly limit: LimitId;
  readonly documented: DocumentedVerdict;
  /** Null for a path that the document does not name. */
  readonly germanPageSection: GermanPageSection | null;
  /** True where the page names the path only by implication. */
  readonly implied: boolean;
  /** Kubernetes minor versions in which the path exists; open ends are absent. */
  readonly versions?: { readonly from?: number; readonly until?: number };
  readonly sources: readonly SourceTag[];
};
