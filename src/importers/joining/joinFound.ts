import { factsOf } from '../../catalog/settings.ts';
import { groupBy } from '../../domain/groupBy.ts';
import { type ComponentConfig, unknownConfig } from '../../domain/settings.ts';
import {
  type ClusterNode,
  type Extension,
  type ExternalActor,
  emptyTopology,
  minorVersion,
  type Pod,
  type Service,
} from '../../domain/topology.ts';
import type { FoundComponent, FoundNode, ImportedFact, Target } from '../found.ts';
import type { ImportedCluster, ImportIssue, KubeletQuestion } from '../importResult.ts';
import { type KeptFact, withKeptValues } from '../keptValues.ts';
import { withUnits } from './assembleUnits.ts';
import { byType, componentsOf } from './byType.ts';
import { joinControlPlanes } from './joinControlPlanes.ts';
import { configNamedIn, type KubeletTargets, kubeletsOf, type NodeRole } from './joinKubelets.ts';
import { manifestNamesOf } from './mirrorPods.ts';
import { placeholderControlPlane, placeholderNode } from './placeholders.ts';
import { createTargeting, type TargetOf } from './targeting.ts';
import { withWebhookFiles } from './webhookFiles.ts';
import { withinLimits } from './withinLimits.ts';

export type Joined = ImportedCluster & { readonly issues: readonly ImportIssue[] };

/** One cluster from everything that was recognized in its files. What no file shows stays unknown. */
export function joinFound(all: readonly KeptFact[], sources: readonly string[], targets: KubeletTargets = {}): Joined {
  const issues: ImportIssue[] = [];
  const questions: KubeletQuestion[] = [];
  const shown = withoutDeclared(all);
  const targetOf = createTargeting(namesIn(shown), sources, targets);
  // What a unit starts is put together here, and its variables with it.
  const whole = withWebhookFiles(withUnits(shown, targetOf).map(withKeptValues));
  // Pods and services are nearly all of it, and nearly nothing asks for them.
  const found = whole.filter(({ type }) => type !== 'pod' && type !== 'service');
  const nodes = joinNodes(whole, issues, questions, { targets, targetOf });
  const distribution = byType(found, 'distribution')[0] ?? null;
  const { topology, issues: cut } = withinLimits({
    ...emptyTopology,
    name: sources[0] ?? '',
    kubernetesVersion: versionOf(found),
    distribution: distribution?.distribution ?? null,
    controlPlanes: joinControlPlanes(found, issues, sources),
    nodes,
    pods: joinPods(whole, issues),
    services: joinServices(whole, issues),
    outside: joinClients(found),
    extensions: joinExtensions(found),
    sources,
  });
  issues.push(...cut);
  noteOpenVariables(found, issues);
  return { topology, issues, questions, listed: [...new Set(byType(found, 'listed').map(({ kind }) => kind))] };
}

/** Nodes that a file only declares have made way for real ones, whatever their names are. */
function withoutDeclared(found: readonly ImportedFact[]): readonly ImportedFact[] {
  const isReal = byType(found, 'node').some(({ node }) => node.declared !== true);
  return isReal ? found.filter((one) => one.type !== 'node' || one.node.declared !== true) : found;
}

/** Every node that some file shows, declares or names. */
function namesIn(found: readonly ImportedFact[]): readonly string[] {
  const shown = byType(found, 'node').map(({ node }) => node.name);
  const named = new Set<string>();
  for (const one of found) if (one.type === 'pod' && one.nodeName) named.add(one.nodeName);
  const configured = byType(found, 'kubelet-config').flatMap(({ found: { target } }) =>
    typeof target === 'string' ? [target] : [],
  );
  const started = componentsOf(found, 'kubelet').flatMap(({ host }) => host ?? []);
  return [...new Set([...shown, ...named, ...configured, ...started])];
}

type Targeting = { readonly targets: KubeletTargets; readonly targetOf: TargetOf };

function joinNodes(
  whole: readonly ImportedFact[],
  issues: ImportIssue[],
  questions: KubeletQuestion[],
  { targets, targetOf }: Targeting,
): readonly ClusterNode[] {
  const names = namesIn(whole);
  const found = whole.filter(({ type }) => type !== 'pod');
  const shown = new Map(byType(found, 'node').map(({ node }): [string, FoundNode] => [node.name, node]));
  const known = names.map((name): NodeRole => {
    const node = shown.get(name);
    return { name, controlPlane: node?.controlPlane === true, group: node?.group ?? null };
  });
  // Something must run a kubelet, even where no file shows a node.
  const all = known.length > 0 ? known : placeholdersFor(found);
  const kubelets = kubeletsOf(found, all, targetOf, targets);
  issues.push(...kubelets.issues);
  questions.push(...kubelets.questions);
  const agentsOn = byHost(componentsOf(found, 'konnectivity-agent'));
  const proxies = componentsOf(found, 'kube-proxy').map((one) => ({ ...one, host: one.host ?? nameOf(one, targetOf) }));
  const proxiesOn = byHost(proxies);
  noteUnseenProxy(proxies, issues);
  return all.map(({ name }): ClusterNode => {
    const node = shown.get(name);
    const kubelet = kubelets.of(name);
    const explicitSettings = { ...kubelet.explicitSettings, ...node?.kubelet };
    return {
      id: `node:${name}`,
      name,
      kubelet: { ...kubelet, explicitSettings },
      kubeProxy: proxyOn(proxiesOn(name), name),
      konnectivityAgent: onNode(agentsOn(name), name),
      ...(node && node.declared !== true ? {} : { implied: true }),
      ...(node?.zone !== undefined && { zone: node.zone }),
      ...(node?.pool !== undefined && { pool: node.pool }),
      ...(node?.addresses !== undefined && { addresses: node.addresses }),
      ...(node?.externalAddresses !== undefined && { externalAddresses: node.externalAddresses }),
    };
  });
}

/** Nodes of which nothing is known but whom settings are for: one for each role that has some of its own. */
function placeholdersFor(found: readonly ImportedFact[]): readonly NodeRole[] {
  const targets: readonly Target[] = [
    ...byType(found, 'kubelet-config').map((one) => one.found.target ?? null),
    ...componentsOf(found, 'kubelet').map((one) => one.target ?? null),
  ];
  const ofControlPlane = targets.filter(
    (target) =>
      target !== null &&
      typeof target === 'object' &&
      'role' in target &&
      ['control-plane', 'initialized', 'joined-control-plane'].includes(target.role),
  );
  return [
    ...(ofControlPlane.length > 0 ? [{ name: placeholderControlPlane, controlPlane: true, group: null }] : []),
    ...(ofControlPlane.length > 0 && ofControlPlane.length === targets.length
      ? []
      : [{ name: placeholderNode, controlPlane: false, group: null }]),
  ];
}

function nameOf({ place, target }: FoundComponent, targetOf: TargetOf): string | null {
  const named = targetOf(place.file, target);
  return typeof named === 'string' ? named : null;
}

/** Of some components those that run on a host, or nobody says where, in their order. */
function byHost(components: readonly FoundComponent[]): (host: string) => readonly FoundComponent[] {
  const numbered = components.map((one, number) => ({ one, number }));
  const groups = groupBy(numbered, ({ one }) => one.host);
  const anywhere = groups.get(null) ?? [];
  return (host) => [...anywhere, ...(groups.get(host) ?? [])].sort((a, b) => a.number - b.number).map(({ one }) => one);
}

/**
 * The configuration of a component on a node: what names the node wins over what counts for all, flags over files. What
 * shows only a part of it, as a kubeconfig does, changes nothing else.
 */
function onNode(own: readonly FoundComponent[], name: string): ComponentConfig | null {
  if (own.length === 0) return null;
  const weight = ({ host, config }: FoundComponent) =>
    (host === name ? 4 : 0) + (config.form === 'flags' ? 2 : config.form === 'unknown' ? 1 : 0);
  const layers = [...own].sort((a, b) => weight(a) - weight(b)).map(({ config }) => config);
  const forms = layers.map(({ form }) => form);
  const form = ['config-file', 'flags'].find((one) => forms.some((known) => known === one));
  return {
    form: form === 'config-file' || form === 'flags' ? form : (forms.at(-1) ?? 'unknown'),
    explicitSettings: Object.assign({}, ...layers.map(({ explicitSettings }) => explicitSettings)),
  };
}

/**
 * A node's kube-proxy. With `--config` it takes its settings from that file alone: its flags for them are ignored
 * [kubernetes.io, kube-proxy reference; kubernetes#108737]. Without the file they are unknown.
 */
function proxyOn(own: readonly FoundComponent[], name: string): ComponentConfig {
  const isByFile = own.some(({ config }) => configNamedIn(config.explicitSettings) !== null);
  const file = onNode(own.filter(isConfigFile), name);
  const parts = isByFile || file ? own.map((one) => (isConfigFile(one) ? one : withoutFlags(one))) : own;
  const config = onNode(parts, name) ?? unknownConfig;
  return isByFile && !file ? { ...config, form: 'unknown' } : config;
}

function isConfigFile({ config }: FoundComponent): boolean {
  return config.form === 'config-file';
}

/** What a file takes the place of, left out of a command line; whose kubeconfig it is, is another matter. */
function withoutFlags(one: FoundComponent): FoundComponent {
  const fields = new Set(factsOf('kube-proxy').flatMap(({ key, flag }) => (flag ? [key] : [])));
  const explicitSettings = Object.fromEntries(
    Object.entries(one.config.explicitSettings).filter(([key]) => !fields.has(key)),
  );
  return { ...one, config: { ...one.config, explicitSettings } };
}

function noteUnseenProxy(proxies: readonly FoundComponent[], issues: ImportIssue[]): void {
  const naming = proxies.find(({ config }) => configNamedIn(config.explicitSettings) !== null);
  if (!naming || proxies.some(isConfigFile)) return;
  const params = { component: 'kube-proxy', file: configNamedIn(naming.config.explicitSettings) ?? '' };
  issues.push({ code: 'config-not-shown', severity: 'warning', place: naming.place, params });
}

/** A variable that stands for flags and that no file resolves leaves all that is not stated open. */
function noteOpenVariables(found: readonly ImportedFact[], issues: ImportIssue[]): void {
  for (const { found: one } of byType(found, 'component')) {
    const { open = [] } = one;
    if (open.length === 0) continue;
    const names = open.map((name) => `$${name.split(' ')[0]}`).join(', ');
    const files = [...new Set(open.flatMap((name) => name.split(' ').slice(1)))].join(', ');
    const params = { component: one.component, names, files: files || '?' };
    issues.push({ code: 'unresolved-variable', severity: 'warning', place: one.place, params });
  }
}

function joinPods(found: readonly ImportedFact[], issues: ImportIssue[]): readonly Pod[] {
  const pods = new Map<string, Pod>();
  const all = byType(found, 'pod');
  const mirrored = manifestNamesOf(
    all.map(({ pod: { namespace, name }, nodeName }) => ({ namespace, name, nodeName })),
  );
  const nodeIds = new Map<string, string>();
  const nodeIdOf = (name: string) => {
    const id = nodeIds.get(name) ?? `node:${name}`;
    nodeIds.set(name, id);
    return id;
  };
  for (const { pod, nodeName, place } of all) {
    const { namespace, name, labels, hostNetwork, running, tokenMounted, skipsVerification, ports } = pod;
    if (nodeName === null && mirrored.has(`${namespace}/${name}`)) continue;
    const id = `pod:${namespace}/${name}`;
    if (pods.has(id)) issues.push(duplicate('Pod', name, place));
    const nodeId = nodeName === null ? null : nodeIdOf(nodeName);
    // Named one by one, because a hundred thousand copies of an object with further fields take twice as long and as much.
    pods.set(id, {
      id,
      name,
      namespace,
      nodeId,
      labels,
      hostNetwork,
      running,
      tokenMounted,
      skipsVerification,
      ports,
    });
  }
  return [...pods.values()];
}

function joinServices(found: readonly ImportedFact[], issues: ImportIssue[]): readonly Service[] {
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

function joinClients(found: readonly ImportedFact[]): readonly ExternalActor[] {
  return byType(found, 'client').map(({ name, config }, index) => ({
    id: `client:${index}:${name}`,
    name,
    kind: 'client',
    settings: config,
  }));
}

function joinExtensions(found: readonly ImportedFact[]): readonly Extension[] {
  const seen = new Map<string, number>();
  const shown = byType(found, 'extension').map(({ kind, name: own, config }): [string, Extension] => {
    const told = `${kind}:${own}`;
    seen.set(told, (seen.get(told) ?? 0) + 1);
    // Jobs of several files may have one name and are not the same, unlike objects.
    const number = kind === 'scraper' && seen.get(told) !== 1 ? ` (${seen.get(told)})` : '';
    const [id, name] = [`${told}${number}`, `${own}${number}`];
    return [id, { id, name, kind, settings: config }];
  });
  const [metrics] = componentsOf(found, 'metrics-server');
  const id = 'metrics-server';
  const extra: readonly [string, Extension][] = metrics
    ? [[id, { id, name: id, kind: id, settings: metrics.config }]]
    : [];
  return [...new Map([...shown, ...extra]).values()];
}

/** What kubeadm says, else the kube-apiserver's image, else the oldest of other images, else the oldest kubelet. */
function versionOf(found: readonly ImportedFact[]): string {
  const explicit = byType(found, 'version')[0]?.version;
  const versions = byType(found, 'component').filter((one) => one.found.version !== null);
  const image = (
    versions.find((one) => one.found.component === 'kube-apiserver') ??
    versions.sort((a, b) => (minorVersion(a.found.version ?? '') ?? 0) - (minorVersion(b.found.version ?? '') ?? 0))[0]
  )?.found.version;
  const kubelets = byType(found, 'node')
    .map(({ node }) => minorVersion(node.version ?? ''))
    .filter((minor): minor is number => minor !== null);
  if (explicit ?? image) return explicit ?? image ?? 'unknown';
  return kubelets.length > 0 ? `1.${Math.min(...kubelets)}` : 'unknown';
}
