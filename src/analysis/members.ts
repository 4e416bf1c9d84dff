import { type SettingComponent, settingFact } from '../catalogue/settings.ts';
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
export function nodeSignature(node: ClusterNode): string {
  return [
    configSignature('kubelet', node.kubelet),
    configSignature('kube-proxy', node.kubeProxy),
    configSignature('konnectivity-agent', node.konnectivityAgent),
  ].join('|');
}

export function nodeClasses(topology: Topology): readonly NodeClass[] {
  return classify(topology.nodes, nodeSignature).map((members) => {
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

/** What decides the verdicts of a pod's own connections. */
export function podSignature(pod: Pod): string {
  return [pod.tokenMounted, pod.skipsVerification].join('|');
}

/** Running pods that sit somewhere, by equal signature. */
export function podClasses(topology: Topology): readonly MemberClass<Pod>[] {
  return classify(
    topology.pods.filter((pod) => pod.running && pod.nodeId !== null),
    podSignature,
  );
}

/** Services that the kube-apiserver's proxy can reach: those with a selector of their own. */
export function proxiedServices(topology: Topology): readonly Service[] {
  return topology.services.filter(
    (service) =>
      !isKubernetesService(service) && service.type !== 'ExternalName' && Object.keys(service.selector).length > 0,
  );
}

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
];

/** What decides a verdict in a configuration: its form, and for each known key the value and whether somebody stated it. */
function configSignature(component: SettingComponent, config: ComponentConfig | null | undefined): string {
  if (!config) return '-';
  const stated = Object.entries(config.stated).flatMap(([key, { value, origin }]) => {
    const fact = settingFact(component, key);
    if (!fact) return [];
    const onlySet = fact.type === 'text' && !decisiveTexts.includes(key) && value !== '';
    return [`${key}=${onlySet ? 'set' : value}(${origin})`];
  });
  return [config.form, ...stated.sort()].join(';');
}

function classify<T>(members: readonly T[], signature: (member: T) => string): readonly MemberClass<T>[] {
  const classes = new Map<string, T[]>();
  for (const member of members) {
    const key = signature(member);
    const found = classes.get(key);
    if (found) found.push(member);
    else classes.set(key, [member]);
  }
  return [...classes.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ members: group, first }];
  });
}
