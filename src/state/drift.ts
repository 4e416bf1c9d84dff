import { analyze } from '../analysis/analyze.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import { effectiveSetting, factsOf, type SettingComponent } from '../catalog/settings.ts';
import type { ComponentConfig, EffectiveSetting } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { type PathDifference, pathDifferences, unchangedPaths } from './changes.ts';

export type ElementKind = 'Node' | 'Pod' | 'Service' | 'control plane';

/** One element that came or went. */
export type ElementChange = { readonly kind: ElementKind; readonly name: string; readonly change: 'added' | 'removed' };

/** One setting of one component that has another value, or comes from somewhere else, on so many hosts or nodes. */
export type SettingChange = {
  readonly component: SettingComponent;
  readonly key: string;
  readonly before: EffectiveSetting;
  readonly after: EffectiveSetting;
  readonly count: number;
};

/** What differs between a cluster as it was and as its files show it now. */
export type Drift = {
  readonly elements: readonly ElementChange[];
  readonly settings: readonly SettingChange[];
  readonly verdicts: readonly PathDifference[];
  /** Paths of which nothing is judged otherwise. */
  readonly unchanged: readonly PathId[];
};

export function driftBetween(before: Topology, after: Topology): Drift {
  return {
    elements: elementChanges(before, after),
    settings: settingChanges(before, after),
    verdicts: pathDifferences(analyze(before), analyze(after)),
    unchanged: unchangedPaths(analyze(before), analyze(after)),
  };
}

function elementChanges(before: Topology, after: Topology): readonly ElementChange[] {
  const [old, now] = [namesOf(before), namesOf(after)];
  const added = [...now].flatMap(([id, one]) => (old.has(id) ? [] : [{ ...one, change: 'added' as const }]));
  const removed = [...old].flatMap(([id, one]) => (now.has(id) ? [] : [{ ...one, change: 'removed' as const }]));
  return [...added, ...removed];
}

function namesOf({ nodes, pods, services, controlPlanes }: Topology) {
  const qualified = ({ namespace, name }: { readonly namespace: string; readonly name: string }) =>
    `${namespace}/${name}`;
  const all: readonly { readonly kind: ElementKind; readonly name: string }[] = [
    ...controlPlanes.map(({ name }) => ({ kind: 'control plane' as const, name })),
    ...nodes.filter((node) => node.implied !== true).map(({ name }) => ({ kind: 'Node' as const, name })),
    ...pods.map((pod) => ({ kind: 'Pod' as const, name: qualified(pod) })),
    ...services.map((service) => ({ kind: 'Service' as const, name: qualified(service) })),
  ];
  return new Map(all.map((one) => [`${one.kind} ${one.name}`, one]));
}

function settingChanges(before: Topology, after: Topology): readonly SettingChange[] {
  const old = configsOf(before);
  const found = new Map<string, SettingChange>();
  for (const [id, { component, config }] of configsOf(after)) {
    const past = old.get(id);
    if (!past || past.config === config) continue;
    for (const { key } of factsOf(component)) {
      const was = effectiveSetting(component, past.config, key, before.kubernetesVersion);
      const is = effectiveSetting(component, config, key, after.kubernetesVersion);
      if (was.value === is.value && (was.origin === 'unknown') === (is.origin === 'unknown')) continue;
      const group = [component, key, was.value, was.origin, is.value, is.origin].join('\n');
      const count = (found.get(group)?.count ?? 0) + 1;
      found.set(group, { component, key, before: was, after: is, count });
    }
  }
  return [...found.values()];
}

function configsOf({ controlPlanes, nodes, extensions, outside }: Topology) {
  const configs = new Map<string, { readonly component: SettingComponent; readonly config: ComponentConfig }>();
  for (const { name, components } of controlPlanes)
    for (const [component, config] of Object.entries(components))
      if (config) configs.set(`${name} ${component}`, { component: component as SettingComponent, config });
  for (const { name, kubelet, kubeProxy, konnectivityAgent } of nodes) {
    configs.set(`${name} kubelet`, { component: 'kubelet', config: kubelet });
    configs.set(`${name} kube-proxy`, { component: 'kube-proxy', config: kubeProxy });
    if (konnectivityAgent)
      configs.set(`${name} konnectivity-agent`, { component: 'konnectivity-agent', config: konnectivityAgent });
  }
  for (const { name, kind, settings } of extensions)
    configs.set(`${kind} ${name}`, { component: kind, config: settings });
  for (const { name, kind, settings } of outside)
    configs.set(`${kind} ${name}`, { component: kind === 'client' ? 'kubectl' : kind, config: settings });
  return configs;
}
