import { effectiveSetting, type SettingComponent, settingFact } from '../catalog/settings.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import type { ClusterNode } from '../domain/topology.ts';

/** A setting in which a node is not as most of the others are; null where nothing is set, or where the component does not run. */
export type Difference = {
  readonly component: SettingComponent;
  /** The setting; null where one configuration is known and the other one is not, or one does not run at all. */
  readonly key: string | null;
  readonly value: string | null;
  readonly usual: string | null;
};

/** In which settings a node differs from a usual one. */
export function differencesBetween(
  node: ClusterNode,
  usual: ClusterNode,
  kubernetesVersion: string,
): readonly Difference[] {
  const parts = [
    ['kubelet', node.kubelet, usual.kubelet],
    ['kube-proxy', node.kubeProxy, usual.kubeProxy],
    ['konnectivity-agent', node.konnectivityAgent, usual.konnectivityAgent],
  ] as const;
  return parts.flatMap(([component, own, others]) => between(component, own, others, kubernetesVersion));
}

function between(
  component: SettingComponent,
  own: ComponentConfig | null,
  usual: ComponentConfig | null,
  version: string,
): readonly Difference[] {
  if (own === usual) return [];
  const whole = (config: ComponentConfig | null) => (config === null ? null : config.form);
  if (own === null || usual === null || (own.form === 'unknown') !== (usual.form === 'unknown'))
    return [{ component, key: null, value: whole(own), usual: whole(usual) }];
  const keys = new Set([...Object.keys(own.explicitSettings), ...Object.keys(usual.explicitSettings)]);
  return [...keys].sort().flatMap((key): readonly Difference[] => {
    if (!settingFact(component, key)) return [];
    const [value, others] = [own, usual].map((config) => effectiveSetting(component, config, key, version).value);
    return value === others ? [] : [{ component, key, value: value ?? null, usual: others ?? null }];
  });
}
