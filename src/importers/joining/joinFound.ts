import { type ComponentConfig, unknownConfig } from '../../domain/settings.ts';
import {
  type ClusterNode,
  type Extension,
  emptyTopology,
  minorVersion,
  type Outside,
  type Pod,
  type Service,
} from '../../domain/topology.ts';
import type { Found, FoundComponent, FoundNode } from '../found.ts';
import type { ImportedCluster, ImportIssue, KubeletQuestion } from '../importResult.ts';
import { byType, componentsOf } from './byType.ts';
import { joinControlPlanes } from './joinControlPlanes.ts';
import { type KubeletTargets, kubeletsOf } from './joinKubelets.ts';
import { manifestNamesOf } from './mirrorPods.ts';

export type Joined = ImportedCluster & { readonly issues: readonly ImportIssue[] };

/** One cluster from everything that was recognised in its files. What no file shows stays unknown. */
export function joinFound(found: readonly Found[], sources: readonly string[], targets: KubeletTargets = {}): Joined {
  const issues: ImportIssue[] = [];
  const questions: KubeletQuestion[] = [];
  const nodes = joinNodes(found, issues, questions, targets);
  const distribution = byType(found, 'distribution')[0] ?? null;
  const topology = {
    ...emptyTopology,
    name: sources[0] ?? '',
    kubernetesVersion: versionOf(found),
    distribution: distribution?.distribution ?? null,
    controlPlanes: joinControlPlanes(found, issues, sources),
    nodes,
    pods: joinPods(found, issues),
    services: joinServices(found, issues),
    outside: joinClients(found),
    extensions: joinExtensions(found),
    sources,
  };
  noteOpenVariables(found, issues);
  return { topology, issues, questions, listed: [...new Set(byType(found, 'listed').map(({ kind }) => kind))] };
}

function joinNodes(
  found: readonly Found[],
  issues: ImportIssue[],
  questions: KubeletQuestion[],
  targets: KubeletTargets,
): readonly ClusterNode[] {
  const shown = new Map<string, FoundNode>();
  for (const { node } of byType(found, 'node')) {
    // What is shown counts for more than what is declared.
    if (node.declared !== true || !shown.has(node.name)) shown.set(node.name, node);
  }
  const named = byType(found, 'pod').flatMap(({ nodeName }) => (nodeName ? [nodeName] : []));
  const configured = byType(found, 'kubelet-config').flatMap(({ found: { target } }) =>
    typeof target === 'string' ? [target] : [],
  );
  const started = componentsOf(found, 'kubelet').flatMap(({ host }) => host ?? []);
  const names = [...new Set([...shown.keys(), ...named, ...configured, ...started])];
  // Something must run a kubelet, even where no file shows a node.
  const all = names.length > 0 ? names : ['node'];
  const kubelets = kubeletsOf(
    found,
    all.map((name) => ({ name, controlPlane: shown.get(name)?.controlPlane === true })),
    targets,
  );
  issues.push(...kubelets.issues);
  questions.push(...kubelets.questions);
  const agents = componentsOf(found, 'konnectivity-agent');
  const proxies = componentsOf(found, 'kube-proxy');
  return all.map((name): ClusterNode => {
    const node = shown.get(name);
    const kubelet = kubelets.of(name);
    const stated = node?.port ? { ...kubelet.stated, port: node.port } : kubelet.stated;
    return {
      id: `node:${name}`,
      name,
      kubelet: { ...kubelet, stated },
      kubeProxy: onNode(proxies, name) ?? unknownConfig,
      konnectivityAgent: onNode(agents, name),
      ...(node && node.declared !== true ? {} : { implied: true }),
    };
  });
}

/**
 * The configuration of a component on a node: what names the node wins over what counts for all, flags over files. What
 * shows only a part of it, as a kubeconfig does, changes nothing else.
 */
function onNode(components: readonly FoundComponent[], name: string): ComponentConfig | null {
  const own = components.filter(({ host }) => host === name || host === null);
  if (own.length === 0) return null;
  const weight = ({ host, config }: FoundComponent) =>
    (host === name ? 4 : 0) + (config.form === 'flags' ? 2 : config.form === 'unknown' ? 1 : 0);
  const layers = [...own].sort((a, b) => weight(a) - weight(b)).map(({ config }) => config);
  const forms = layers.map(({ form }) => form);
  const form = ['config-file', 'flags'].find((one) => forms.some((known) => known === one));
  return {
    form: form === 'config-file' || form === 'flags' ? form : (forms.at(-1) ?? 'unknown'),
    stated: Object.assign({}, ...layers.map(({ stated }) => stated)),
  };
}

/** A variable that stands for flags and that no file resolves leaves all that is not stated open. */
function noteOpenVariables(found: readonly Found[], issues: ImportIssue[]): void {
  const supplied = new Set(byType(found, 'component').flatMap((one) => one.found.supplies ?? []));
  for (const { found: one } of byType(found, 'component')) {
    const open = (one.open ?? []).filter((name) => !supplied.has(name.split(' ')[0] ?? ''));
    if (open.length === 0) continue;
    const names = open.map((name) => `$${name.split(' ')[0]}`).join(', ');
    const files = [...new Set(open.flatMap((name) => name.split(' ').slice(1)))].join(', ');
    const params = { component: one.component, names, files: files || '?' };
    issues.push({ code: 'unresolved-variable', severity: 'warning', place: one.place, params });
  }
}

function joinPods(found: readonly Found[], issues: ImportIssue[]): readonly Pod[] {
  const pods = new Map<string, Pod>();
  const all = byType(found, 'pod');
  const mirrored = manifestNamesOf(all.map(({ pod, nodeName }) => ({ ...pod, nodeName })));
  for (const { pod, nodeName, place } of all) {
    if (nodeName === null && mirrored.has(`${pod.namespace}/${pod.name}`)) continue;
    const id = `pod:${pod.namespace}/${pod.name}`;
    if (pods.has(id)) issues.push(duplicate('Pod', pod.name, place));
    pods.set(id, { ...pod, id, nodeId: nodeName === null ? null : `node:${nodeName}` });
  }
  return [...pods.values()];
}

function joinServices(found: readonly Found[], issues: ImportIssue[]): readonly Service[] {
  const behind = new Map<string, readonly string[]>();
  for (const { namespace, service, pods } of byType(found, 'endpoints')) {
    const id = `${namespace}/${service}`;
    behind.set(id, [...new Set([...(behind.get(id) ?? []), ...pods])]);
  }
  const services = new Map<string, Service>();
  for (const { service, place } of byType(found, 'service')) {
    const name = `${service.namespace}/${service.name}`;
    const id = `service:${name}`;
    if (services.has(id)) issues.push(duplicate('Service', service.name, place));
    const endpointPods = behind.get(name);
    // A selector says the same, and goes on to be right when pods change.
    const isNeeded = endpointPods && Object.keys(service.selector).length === 0;
    services.set(id, { ...service, id, ...(isNeeded ? { endpointPods } : {}) });
  }
  return [...services.values()];
}

function duplicate(kind: string, name: string, place: ImportIssue['place']): ImportIssue {
  return { code: 'duplicate-object', severity: 'warning', place, params: { kind, name } };
}

function joinClients(found: readonly Found[]): readonly Outside[] {
  return byType(found, 'client').map(({ name, config }, index) => ({
    id: `client:${index}:${name}`,
    name,
    kind: 'client',
    settings: config,
  }));
}

function joinExtensions(found: readonly Found[]): readonly Extension[] {
  const shown = byType(found, 'extension').map(({ kind, name, config }): [string, Extension] => {
    const id = `${kind}:${name}`;
    return [id, { id, name, kind, settings: config }];
  });
  const [metrics] = componentsOf(found, 'metrics-server');
  const id = 'metrics-server';
  const extra: readonly [string, Extension][] = metrics
    ? [[id, { id, name: id, kind: id, settings: metrics.config }]]
    : [];
  return [...new Map([...shown, ...extra]).values()];
}

/** What kubeadm says, else the kube-apiserver's image, else the oldest kubelet. */
function versionOf(found: readonly Found[]): string {
  const stated = byType(found, 'version')[0]?.version;
  const image = byType(found, 'component').flatMap((one) => one.found.version ?? [])[0];
  const kubelets = byType(found, 'node')
    .map(({ node }) => minorVersion(node.version ?? ''))
    .filter((minor): minor is number => minor !== null);
  if (stated ?? image) return stated ?? image ?? 'unknown';
  return kubelets.length > 0 ? `1.${Math.min(...kubelets)}` : 'unknown';
}
