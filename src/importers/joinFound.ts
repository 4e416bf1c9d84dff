import type { SettingComponent } from '../catalogue/settings.ts';
import { type ComponentConfig, unknownConfig } from '../domain/settings.ts';
import {
  type ClusterNode,
  type ControlPlaneComponent,
  type ControlPlaneHost,
  controlPlaneComponents,
  type Extension,
  emptyTopology,
  minorVersion,
  type Outside,
  type Pod,
  type Service,
  type Topology,
} from '../domain/topology.ts';
import type { Found, FoundComponent, FoundKubeletConfig } from './found.ts';
import type { ImportIssue } from './importResult.ts';

export type Joined = { readonly topology: Topology; readonly issues: readonly ImportIssue[] };

/** One cluster from everything that was recognised in its files. What no file shows stays unknown. */
export function joinFound(found: readonly Found[], sources: readonly string[]): Joined {
  const issues: ImportIssue[] = [];
  const nodes = joinNodes(found, issues);
  const controlPlanes = joinControlPlanes(found, issues, sources);
  const topology: Topology = {
    ...emptyTopology,
    name: sources[0] ?? '',
    kubernetesVersion: versionOf(found),
    controlPlanes,
    nodes,
    pods: joinPods(found, issues),
    services: joinServices(found, issues),
    outside: joinClients(found),
    extensions: joinExtensions(found),
    sources,
  };
  return { topology, issues };
}

type ByType<T extends Found['type']> = Extract<Found, { readonly type: T }>;

function ofType<T extends Found['type']>(found: readonly Found[], type: T): readonly ByType<T>[] {
  return found.filter((one): one is ByType<T> => one.type === type);
}

function componentsOf(found: readonly Found[], component: SettingComponent): readonly FoundComponent[] {
  return ofType(found, 'component')
    .map((one) => one.found)
    .filter((one) => one.component === component);
}

function joinNodes(found: readonly Found[], issues: ImportIssue[]): readonly ClusterNode[] {
  const kubelet = kubeletConfig(found, issues);
  const shown = new Map(ofType(found, 'node').map(({ node }) => [node.name, node]));
  const named = ofType(found, 'pod').flatMap(({ nodeName }) => (nodeName ? [nodeName] : []));
  const names = [...new Set([...shown.keys(), ...named])];
  // Something must run a kubelet, even where no file shows a node.
  const all = names.length > 0 ? names : ['node'];
  const agents = componentsOf(found, 'konnectivity-agent');
  const proxies = componentsOf(found, 'kube-proxy');
  return all.map((name): ClusterNode => {
    const node = shown.get(name);
    const stated = node?.port ? { ...kubelet.stated, port: node.port } : kubelet.stated;
    return {
      id: `node:${name}`,
      name,
      kubelet: { ...kubelet, stated },
      kubeProxy: proxies.find((one) => one.host === name || one.host === null)?.config ?? unknownConfig,
      konnectivityAgent: agents.find((one) => one.host === name || one.host === null)?.config ?? null,
      ...(node ? {} : { implied: true }),
    };
  });
}

function kubeletConfig(found: readonly Found[], issues: ImportIssue[]): ComponentConfig {
  const configs = ofType(found, 'kubelet-config').map((one) => one.found);
  const bases = configs.filter(({ config }) => config.form !== 'unknown');
  const dropIns = configs.filter(({ config }) => config.form === 'unknown');
  const base = bases.at(-1);
  if (base) noteKubeletConfig(bases, base, issues);
  const stated = Object.assign({}, base?.config.stated, ...dropIns.map(({ config }) => config.stated));
  const [line] = componentsOf(found, 'kubelet').map((one) => one.config);
  if (!line) return { form: base?.config.form ?? 'unknown', stated };
  // A flag wins over the file; a file that is named and not shown leaves all else open.
  const form = base?.config.form ?? (line.stated['config'] ? 'unknown' : line.form);
  return { form, stated: { ...stated, ...line.stated } };
}

function noteKubeletConfig(
  bases: readonly FoundKubeletConfig[],
  base: FoundKubeletConfig,
  issues: ImportIssue[],
): void {
  const code = bases.length > 1 ? 'kubelet-configs-several' : 'kubelet-config-for-all';
  const severity = bases.length > 1 ? 'warning' : 'info';
  issues.push({ code, severity, place: base.place, params: { file: base.place.file } });
}

function joinControlPlanes(
  found: readonly Found[],
  issues: ImportIssue[],
  sources: readonly string[],
): readonly ControlPlaneHost[] {
  const hosts = new Map<string, Partial<Record<ControlPlaneComponent, ComponentConfig>>>();
  const fromNodes = ofType(found, 'node').flatMap(({ node }) => (node.controlPlane ? [node.name] : []));
  const observed = ofType(found, 'component')
    .map((one) => one.found)
    .filter(isObserved);
  const fallback = fromNodes.length === 1 && fromNodes[0] ? fromNodes[0] : 'control-plane';
  for (const one of observed) {
    const component = controlPlaneComponents.find((name) => name === one.component);
    if (!component) continue;
    const host = hostFor(hosts, one.host ?? fallback, component, one.host === null);
    hosts.set(host, { ...hosts.get(host), [component]: one.config });
  }
  for (const name of fromNodes) if (!hosts.has(name)) hosts.set(name, {});
  if (hosts.size === 0) hosts.set('control-plane', {});
  const egress = Object.assign({}, ...ofType(found, 'egress').map((one) => one.stated));
  const all = [...hosts].map(([name, components]) => ({
    id: `host:${name}`,
    name,
    components: completed(found, components, egress),
  }));
  if (all.every((host) => host.components['kube-apiserver']?.form === 'unknown')) {
    const place = { file: sources[0] ?? '', line: 1 };
    issues.push({ code: 'control-plane-not-shown', severity: 'info', place, params: {} });
  }
  return all;
}

/** A second static manifest of the same component belongs to another host. */
function hostFor(
  hosts: ReadonlyMap<string, Partial<Record<ControlPlaneComponent, ComponentConfig>>>,
  name: string,
  component: ControlPlaneComponent,
  unnamed: boolean,
): string {
  let host = name;
  for (let number = 2; unnamed && hosts.get(host)?.[component] !== undefined; number += 1) host = `${name}-${number}`;
  return host;
}

function isObserved(one: FoundComponent): boolean {
  return one.config.form !== 'kubeadm';
}

/** The components every control-plane host has, with kubeadm's configuration where no command line is shown. */
function completed(
  found: readonly Found[],
  components: Partial<Record<ControlPlaneComponent, ComponentConfig>>,
  egress: ComponentConfig['stated'],
): ControlPlaneHost['components'] {
  const always = ['kube-scheduler', 'kube-controller-manager', 'kube-apiserver'] as const;
  const filled = Object.fromEntries(always.map((name) => [name, components[name] ?? fromKubeadm(found, name)]));
  const apiServer = filled['kube-apiserver'] ?? unknownConfig;
  const etcd = components.etcd ?? (componentsOf(found, 'etcd').length > 0 ? fromKubeadm(found, 'etcd') : null);
  return {
    ...components,
    ...filled,
    ...(etcd ? { etcd } : {}),
    'kube-apiserver': { ...apiServer, stated: { ...apiServer.stated, ...egress } },
  };
}

function fromKubeadm(found: readonly Found[], component: SettingComponent): ComponentConfig {
  const configs = componentsOf(found, component).filter((one) => !isObserved(one));
  if (configs.length === 0) return unknownConfig;
  return { form: 'kubeadm', stated: Object.assign({}, ...configs.map((one) => one.config.stated)) };
}

function joinPods(found: readonly Found[], issues: ImportIssue[]): readonly Pod[] {
  const pods = new Map<string, Pod>();
  for (const { pod, nodeName, place } of ofType(found, 'pod')) {
    const id = `pod:${pod.namespace}/${pod.name}`;
    if (pods.has(id))
      issues.push({ code: 'duplicate-object', severity: 'warning', place, params: { kind: 'Pod', name: pod.name } });
    pods.set(id, { ...pod, id, nodeId: nodeName === null ? null : `node:${nodeName}` });
  }
  return [...pods.values()];
}

function joinServices(found: readonly Found[], issues: ImportIssue[]): readonly Service[] {
  const services = new Map<string, Service>();
  for (const { service, place } of ofType(found, 'service')) {
    const id = `service:${service.namespace}/${service.name}`;
    if (services.has(id))
      issues.push({
        code: 'duplicate-object',
        severity: 'warning',
        place,
        params: { kind: 'Service', name: service.name },
      });
    services.set(id, { ...service, id });
  }
  return [...services.values()];
}

function joinClients(found: readonly Found[]): readonly Outside[] {
  return ofType(found, 'client').map(({ name, config }, index) => ({
    id: `client:${index}:${name}`,
    name,
    kind: 'client',
    settings: config,
  }));
}

function joinExtensions(found: readonly Found[]): readonly Extension[] {
  const shown = ofType(found, 'extension').map(
    ({ kind, name, config }): Extension => ({ id: `${kind}:${name}`, name, kind, settings: config }),
  );
  const [metrics] = componentsOf(found, 'metrics-server');
  return metrics
    ? [...shown, { id: 'metrics-server', name: 'metrics-server', kind: 'metrics-server', settings: metrics.config }]
    : shown;
}

/** What kubeadm says, else the kube-apiserver's image, else the oldest kubelet. */
function versionOf(found: readonly Found[]): string {
  const stated = ofType(found, 'version')[0]?.version;
  const image = ofType(found, 'component').flatMap((one) => one.found.version ?? [])[0];
  const kubelets = ofType(found, 'node')
    .map(({ node }) => minorVersion(node.version ?? ''))
    .filter((minor): minor is number => minor !== null);
  if (stated ?? image) return stated ?? image ?? 'unknown';
  return kubelets.length > 0 ? `1.${Math.min(...kubelets)}` : 'unknown';
}
