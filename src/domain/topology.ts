import { type Labels, matches } from './labels.ts';
import type { ComponentConfig } from './settings.ts';

/** Who is on the wire: nobody hostile, possibly somebody, or we do not know. */
export type Trust = 'trusted' | 'untrusted' | 'unknown';

/** The networks that paths cross: the documented ones the first two, adjacent ones all. */
export const networkIds = ['control-plane-network', 'cluster-network', 'node-network', 'outside-network'] as const;
export type NetworkId = (typeof networkIds)[number];

export type Network = { readonly id: NetworkId; readonly name: string; readonly trust: Trust };

/** What a connection crosses: a network, the Internet, or nothing but its own host. */
export const crossingIds = [...networkIds, 'internet', 'host'] as const;
export type CrossingId = (typeof crossingIds)[number];
export type Crossing = Omit<Network, 'id'> & { readonly id: CrossingId };

/** The components that can run on a control-plane host, in drawing order. */
export const controlPlaneComponents = [
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'etcd',
  'konnectivity-server',
  'kube-apiserver',
] as const;
export type ControlPlaneComponent = (typeof controlPlaneComponents)[number];

export type ControlPlaneHost = {
  readonly id: string;
  readonly name: string;
  /** Components that run here. One that is absent does not run on this host. */
  readonly components: Readonly<Partial<Record<ControlPlaneComponent, ComponentConfig>>>;
};

export type NodeComponent = 'kubelet' | 'kube-proxy' | 'konnectivity-agent';

export type ClusterNode = {
  readonly id: string;
  readonly name: string;
  readonly kubelet: ComponentConfig;
  readonly kubeProxy: ComponentConfig;
  /** Null where no agent runs. */
  readonly konnectivityAgent: ComponentConfig | null;
  /** True for a node that no file shows, only something else that must run on one. It is not counted. */
  readonly implied?: boolean;
  /** Where it stands, and the group of machines that it was made with, as its labels say. */
  readonly zone?: string;
  readonly pool?: string;
  /** IP addresses that it has. */
  readonly addresses?: readonly string[];
  /** Those of them that are of the type ExternalIP. */
  readonly externalAddresses?: readonly string[];
};

export type Pod = {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** Null for a pod that is not scheduled. */
  readonly nodeId: string | null;
  readonly labels: Labels;
  readonly hostNetwork: boolean;
  /** False once a pod has completed or failed: it opens and serves nothing. */
  readonly running: boolean;
  /** Whether a service account token is mounted, so that the pod can talk to the kube-apiserver. */
  readonly tokenMounted: boolean;
  /** The pod's client skips server verification, as `curl -k` does. */
  readonly skipsVerification: boolean;
  readonly ports: readonly number[];
};

export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

export type Service = {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly type: ServiceType;
  readonly clusterIp: string | null;
  readonly selector: Labels;
  readonly ports: readonly number[];
  /** Names of the pods behind it, where it has no selector and an EndpointSlice tells. */
  readonly endpointPods?: readonly string[];
  /** Addresses beside its own that it takes connections for: those of its specification, and those of its status. */
  readonly externalIps?: readonly string[];
  readonly loadBalancerIps?: readonly string[];
  /** Those of its ports that it has not for TCP, but for UDP or SCTP alone. */
  readonly udpPorts?: readonly number[];
};

export type OutsideKind = 'client' | 'load-balancer';
/** Somebody outside of the cluster: kubectl, CI, or the load balancer before the kube-apiserver. */
export type ExternalActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: OutsideKind;
  readonly settings: ComponentConfig;
};

/** What a cluster has beside its own components. Each decides one of the adjacent paths. */
export const extensionKinds = [
  'admission-webhook',
  'aggregated-api',
  'metrics-server',
  'pod-network',
  'image-registry',
  'scraper',
  'ingress-controller',
] as const;
export type ExtensionKind = (typeof extensionKinds)[number];
export type Extension = {
  readonly id: string;
  readonly name: string;
  readonly kind: ExtensionKind;
  readonly settings: ComponentConfig;
};

/** Where a user has put a frame: pixels from the first frame's place, to the right and down. */
export type Pin = { readonly x: number; readonly y: number };

/**
 * What is one box: equal nodes above a dozen, always, or never; or equal nodes of one node pool, of one zone, or with the
 * pods of each namespace apart.
 */
export const nodeGroupings = ['auto', 'together', 'apart', 'pool', 'zone', 'namespace'] as const;
export type NodeGrouping = (typeof nodeGroupings)[number];

/** What a user has decided about the picture itself. */
export type Arrangement = {
  /** By the id of the frame's box. */
  readonly pins: Readonly<Record<string, Pin>>;
  readonly nodeGrouping: NodeGrouping;
  /** Nodes that stand alone whatever they are like, by their ids. */
  readonly alone?: readonly string[];
};

/** What somebody has written about an element or a connection. It never changes a verdict. */
export const remarkKinds = ['note', 'accepted', 'out-of-scope'] as const;
export type RemarkKind = (typeof remarkKinds)[number];
export type Remark = { readonly kind: RemarkKind; readonly text: string };

/** Everything that a user models or imports. The only thing that is stored; all else is derived from it. */
export type Topology = {
  readonly name: string;
  /** Minor version such as `1.27`, or `unknown`. */
  readonly kubernetesVersion: string;
  /** Id of the distribution that its files or its nodes name; null where nothing tells. */
  readonly distribution: string | null;
  readonly controlPlanes: readonly ControlPlaneHost[];
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
  readonly outside: readonly ExternalActor[];
  readonly extensions: readonly Extension[];
  readonly networks: readonly Network[];
  /** Lists the documented tunnels too, as `count: 0`, when none is configured. */
  readonly listDocumentedTunnels: boolean;
  /** Files that the model came from. */
  readonly sources: readonly string[];
  /** Set where pseudonyms stand for the names, so that nobody takes them for names: the mark of their key, where it has one. */
  readonly pseudonymous?: true | string;
  readonly arrangement: Arrangement;
  /** By the id of the element or the connection. */
  readonly remarks: Readonly<Record<string, Remark>>;
};

export const defaultNetworks: readonly Network[] = [
  { id: 'control-plane-network', name: 'control-plane network', trust: 'trusted' },
  { id: 'cluster-network', name: 'network between control plane and nodes', trust: 'untrusted' },
  { id: 'node-network', name: 'node and pod network', trust: 'untrusted' },
  { id: 'outside-network', name: 'outside of the cluster', trust: 'untrusted' },
];

export const emptyTopology: Topology = {
  name: '',
  kubernetesVersion: 'unknown',
  distribution: null,
  controlPlanes: [],
  nodes: [],
  pods: [],
  services: [],
  outside: [],
  extensions: [],
  networks: defaultNetworks,
  listDocumentedTunnels: false,
  sources: [],
  arrangement: { pins: {}, nodeGrouping: 'auto' },
  remarks: {},
};

export function networkOf(topology: Topology, id: NetworkId): Network {
  const known = [...topology.networks, ...defaultNetworks].find((network) => network.id === id);
  return known ?? { id, name: id, trust: 'unknown' };
}

/** Linux delivers what is sent to an own address, or through a pod's veth pair, without any network: nobody else is there. */
const withinHost: Crossing = { id: 'host', name: 'within the host', trust: 'trusted' };

/** Anybody may be on the way, and nobody can say otherwise. */
const internet: Crossing = { id: 'internet', name: 'the Internet', trust: 'untrusted' };

/** What is crossed, by its id. */
export function crossingOf(topology: Topology, id: CrossingId): Crossing {
  if (id === 'host') return withinHost;
  return id === 'internet' ? internet : networkOf(topology, id);
}

/** Running pods that a service selects, in its own namespace. */
export function podsOfService(topology: Topology, service: Service): readonly Pod[] {
  return topology.pods.filter((pod) => pod.running && pod.namespace === service.namespace && isBehind(pod, service));
}

/** Whether a service selects a pod of its namespace, or its endpoints name it. */
export function isBehind({ name, labels }: Pod, { selector, endpointPods = [] }: Service): boolean {
  return matches(selector, labels) || endpointPods.includes(name);
}

/** The Service through which pods reach the kube-apiserver. */
export function isKubernetesService(service: Service): boolean {
  return service.name === 'kubernetes' && service.namespace === 'default';
}

/** Minor version as a number, `1.27` to 27; null when unknown. */
export function minorVersion(version: string): number | null {
  const found = /^v?1\.(\d+)/.exec(version);
  return found ? Number(found[1]) : null;
}
