import { type SettingComponent, settingFact } from '../catalog/settings.ts';
import { groupBy } from '../domain/groupBy.ts';
import { onceFor, onceForBoth, onceForNamed } from '../domain/onceFor.ts';
import { servedServices } from '../domain/servedServices.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import type {
  ClusterNode,
  ControlPlaneComponent,
  ControlPlaneHost,
  Pod,
  Service,
  Topology,
} from '../domain/topology.ts';
import { isKubernetesService } from '../domain/topology.ts';
import { opensLoopback } from './releases.ts';
import { createSettingsReader, type SettingsReader } from './settingsReader.ts';

/** Equal members of the cluster: same settings, so every verdict about one holds for all. */
export type MemberClass<T> = { readonly members: readonly T[]; readonly first: T };

/** Control-plane hosts that run a component, by equal configuration of it. */
export type ComponentClass = MemberClass<ControlPlaneHost> & { readonly reader: SettingsReader };

export type NodeClass = MemberClass<ClusterNode> & {
  readonly kubelet: SettingsReader;
  readonly kubeProxy: SettingsReader;
  readonly agent: SettingsReader | null;
};

export function componentClasses(topology: Topology, component: ControlPlaneComponent): readonly ComponentClass[] {
  const hosts = topology.controlPlanes.filter((host) => host.components[component] !== undefined);
  return classify(hosts, (host) => configSignature(component, host.components[component])).flatMap((members) => {
    const config = members.first.components[component];
    if (!config) return [];
    const reader = createSettingsReader(component, members.first.name, config, topology.kubernetesVersion);
    return [{ ...members, reader }];
  });
}

/** Signature of a node: everything on it that can decide a verdict. */
function nodeSignature(node: ClusterNode): string {
  return [
    configSignature('kubelet', node.kubelet),
    configSignature('kube-proxy', node.kubeProxy),
    configSignature('konnectivity-agent', node.konnectivityAgent),
  ].join('|');
}

export function nodeClasses(topology: Topology): readonly NodeClass[] {
  return identicalNodes(topology).map((members) => {
    const { first } = members;
    const version = topology.kubernetesVersion;
    return {
      ...members,
      kubelet: createSettingsReader('kubelet', first.name, first.kubelet, version),
      kubeProxy: createSettingsReader('kube-proxy', first.name, first.kubeProxy, version),
      agent: first.konnectivityAgent
        ? createSettingsReader('konnectivity-agent', first.name, first.konnectivityAgent, version)
        : null,
    };
  });
}

/**
 * Nodes with the same signature, in the order of their first ones; hosts of the control plane apart, as what is sent to
 * them crosses another network. The same lists give the same classes.
 */
export function identicalNodes({ nodes, controlPlanes }: Hosts): readonly MemberClass<ClusterNode>[] {
  return dividedBy(nodes, controlPlanes.map(({ name }) => name).join('\n'));
}

/** Who is a node, and who is a host of the control plane. */
export type Hosts = Pick<Topology, 'nodes' | 'controlPlanes'>;

const dividedBy = onceForNamed((nodes: readonly ClusterNode[], names) => {
  const hosts = new Set(names.split('\n'));
  return classify(nodes, (node) => `${hosts.has(node.name) ? 'host ' : ''}${nodeSignature(node)}`);
});

/** What decides the verdicts of a pod's own connections. */
export function podSignature(pod: Pod): number {
  return (pod.tokenMounted ? 1 : 0) + (pod.skipsVerification ? 2 : 0);
}

/** Running pods that sit somewhere, by equal signature; those on hosts of the control plane apart, as their nodes are. */
export function podClasses({ pods, nodes, controlPlanes }: Topology): readonly MemberClass<Pod>[] {
  const names = new Set(controlPlanes.map(({ name }) => name));
  const hosts = identicalNodes({ nodes, controlPlanes }).flatMap(({ members, first }) =>
    names.has(first.name) ? members.map(({ id }) => id) : [],
  );
  return podsDividedBy(pods, hosts.join('\n'));
}

const podsDividedBy = onceForNamed((pods: readonly Pod[], ids) => {
  const hosts = new Set(ids.split('\n'));
  return classify(connectedPods(pods), (pod) => podSignature(pod) + (hosts.has(pod.nodeId ?? '') ? 4 : 0));
});

/** Running pods that sit somewhere: all others open and serve nothing. */
export const connectedPods = onceFor((pods: readonly Pod[]): readonly Pod[] =>
  pods.filter((pod) => pod.running && pod.nodeId !== null),
);

/** The pods of each node by its id, running or not; those without a node by null. */
export const podsByNode = onceFor((pods: readonly Pod[]) => groupBy(pods, ({ nodeId }) => nodeId));

/** The scheduled pods of some nodes, in the order of the nodes. */
export const podsOn = onceForBoth((pods: readonly Pod[], nodes: readonly ClusterNode[]): readonly Pod[] => {
  const byNode = podsByNode(pods);
  return nodes.flatMap(({ id }) => byNode.get(id) ?? []);
});

/** The running pods on some nodes. */
export const runningPodsOn = onceForBoth((pods: readonly Pod[], nodes: readonly ClusterNode[]): readonly Pod[] =>
  podsOn(pods, nodes).filter(({ running }) => running),
);

/** Services that somebody dials: those with pods behind them. The kube-apiserver's own, and names of other hosts, are none. */
export const dialedServices = onceForBoth((services: readonly Service[], pods: readonly Pod[]): readonly Service[] => {
  const served = servedServices(services, pods);
  return services.filter(
    (service) =>
      !isKubernetesService(service) &&
      service.type !== 'ExternalName' &&
      (Object.keys(service.selector).length > 0 || (service.endpointPods ?? []).length > 0) &&
      served.has(service),
  );
});

/** The ids of some members. The same list gives the same ids, so that who asks twice can compare lists by identity. */
export const idsOf = onceFor((members: readonly { readonly id: string }[]): readonly string[] =>
  members.map(({ id }) => id),
);

/** Whether an id is in a list; asked again of the same list, and mostly of its first ones, so that no set is built of it. */
export function isMember(ids: readonly string[], id: string): boolean {
  const known = answersOf(ids);
  const found = known.get(id) ?? ids.includes(id);
  known.set(id, found);
  return found;
}

const answersOf = onceFor((_ids: readonly string[]) => new Map<string, boolean>());

/** Settings whose text decides something; of any other text only whether it is set. */
const decisiveTexts = [
  'authorization-mode',
  'proxy-strategies',
  'insecure-bind-address',
  'etcd-servers',
  'bind-address',
  'healthzBindAddress',
  'metricsBindAddress',
  'listen-metrics-urls',
  'listen-client-urls',
  'listen-peer-urls',
  'image.version',
  'master',
  'api-servers',
  'address',
  'health-bind-address',
  'kubelet-preferred-address-types',
  'authorizationConfiguration.authorizers',
  'staticPodURL',
  'tracing.endpoint',
  'tracingConfiguration.endpoint',
  'discovery.file.kubeConfigPath',
  'service-account-issuer',
  'cri.stream_server_address',
  'admin-bind-address',
  'environment.HTTPS_PROXY',
  'environment.HTTP_PROXY',
  'environment.NO_PROXY',
  'kubeconfig.proxy-url',
];

/** Agents announce their own addresses: only what kind they are decides. */
function decisiveText(key: string, value: string): string {
  if (key === 'providerID') return value.split(':')[0] ?? '';
  // Of a release it counts only whether it leaves loopback addresses open, which needs no version of the cluster.
  if (key === 'kubeletVersion') return String(opensLoopback(withRelease(value), 'unknown'));
  if (key === 'agent-identifiers') return (value.match(/(?:^|[&?])(ipv4|ipv6|host)=/g) ?? ['set']).join('');
  return decisiveTexts.includes(key) || value === '' ? value : 'set';
}

function withRelease(value: string): ComponentConfig {
  return { form: 'unknown', explicitSettings: { kubeletVersion: { value, origin: 'object', source: null } } };
}

/** What decides a verdict in a configuration: its form, and for each known key the value and whether somebody stated it. */
function configSignature(component: SettingComponent, config: ComponentConfig | null | undefined): string {
  return config ? signaturesOf(config, component) : '-';
}

/** Nodes that are configured alike share one configuration, so that it is written down once. */
const signaturesOf = onceForNamed((config: ComponentConfig, component: SettingComponent) =>
  signatureOf(component, config),
);

function signatureOf(component: SettingComponent, config: ComponentConfig): string {
  const explicitSettings = Object.entries(config.explicitSettings).flatMap(([key, { value, origin }]) => {
    const fact = settingFact(component, key);
    if (!fact) return [];
    const decisive = fact.type === 'text' ? decisiveText(key, value) : value;
    return [`${key}=${decisive}(${origin})`];
  });
  return [config.form, ...explicitSettings.sort()].join(';');
}

function classify<T, S>(members: readonly T[], signature: (member: T) => S): readonly MemberClass<T>[] {
  return [...groupBy(members, signature).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ members: group, first }];
  });
}
