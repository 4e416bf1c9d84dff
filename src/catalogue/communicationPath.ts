import type { SettingComponent } from './settings.ts';
import type { SourceTag } from './sources.ts';

/** The documented paths; adjacent paths (A01 to A21) get a second list beside `communicationPaths`. */
export type PathId =
  | 'P01'
  | 'P02'
  | 'P03'
  | 'P04'
  | 'P05'
  | 'P06'
  | 'P07'
  | 'P08'
  | 'P09'
  | 'P10'
  | 'P11'
  | 'P12'
  | 'P13'
  | 'P14'
  | 'P15'
  | 'P16'
  | 'P17'
  | 'P18'
  | 'P19'
  | 'P20'
  | 'P21'
  | 'P22';

/** What can be at an end of a path. */
export type EndKind =
  | 'kube-apiserver'
  | 'kube-scheduler'
  | 'kube-controller-manager'
  | 'cloud-controller-manager'
  | 'konnectivity-server'
  | 'konnectivity-agent'
  | 'kubelet'
  | 'kube-proxy'
  | 'node'
  | 'pod'
  | 'service'
  | 'sshd';

export type PathFamily = 'cluster-to-control-plane' | 'apiserver-to-kubelet' | 'apiserver-proxy' | 'tunnel';

/** What the documentation itself says about untrusted and public networks. */
export type DocumentedVerdict = 'safe' | 'unsafe' | 'unsafe-unless-kubelet-ca' | 'listeners-only' | 'not-covered';

/** Headings of the seed document, German v1.27. */
export type SeedSection =
  | 'Cluster zum Master'
  | 'Apiserver zum kubelet'
  | 'Apiserver zu Nodes, Pods und Services'
  | 'SSH Tunnels';

/** One entry of the catalogue: who opens a connection to whom, and what decides how it is protected. */
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
  readonly seedSection: SeedSection;
  /** True where the seed names the path only by implication. */
  readonly implied: boolean;
  /** Kubernetes minor versions in which the path exists; open ends are absent. */
  readonly versions?: { readonly from?: number; readonly until?: number };
  readonly sources: readonly SourceTag[];
};
