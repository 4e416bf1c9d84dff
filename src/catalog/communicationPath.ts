import type { SettingComponent } from './settings.ts';
import type { SourceTag } from './sources.ts';

/** Paths that the documentation names or directly implies. */
export const documentedPathIds = [
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
export const adjacentPathIds = [
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
] as const;
export type AdjacentPathId = (typeof adjacentPathIds)[number];

export type PathId = DocumentedPathId | AdjacentPathId;

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

/** What the documentation itself says about untrusted and public networks. */
export type DocumentedVerdict =
  | 'safe'
  | 'unsafe'
  | 'unsafe-unless-kubelet-ca'
  | 'listeners-only'
  | 'replacement'
  | 'not-covered';

/** Headings of the seed document, German v1.27. */
export type SeedSection =
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
  readonly documented: DocumentedVerdict;
  /** Null for a path that the document does not name. */
  readonly seedSection: SeedSection | null;
  /** True where the seed names the path only by implication. */
  readonly implied: boolean;
  /** Kubernetes minor versions in which the path exists; open ends are absent. */
  readonly versions?: { readonly from?: number; readonly until?: number };
  readonly sources: readonly SourceTag[];
};
