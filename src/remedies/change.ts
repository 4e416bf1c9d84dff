import { effectiveSetting, isGone, type SettingComponent, settingFact } from '../catalog/settings.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { ComponentRef } from '../domain/edit.ts';
import { groupBy } from '../domain/groupBy.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import { controlPlaneComponents, minorVersion, type Topology } from '../domain/topology.ts';

/** A change of one setting on every instance of a component; of pods, what their client checks. */
export type Change = {
  readonly component: SettingComponent | 'pod';
  readonly key: string;
  readonly value: string;
  /** Leaves alone what has any value already: another path to a file is as good. */
  readonly unless?: 'set';
};

/** One component on one host or element. */
export type Instance = { readonly ref: ComponentRef; readonly config: ComponentConfig; readonly name: string };

/** Every instance of a component in a cluster. */
export function instancesOf(topology: Topology, component: SettingComponent): readonly Instance[] {
  const ofHost = controlPlaneComponents.find((name) => name === component);
  if (ofHost)
    return topology.controlPlanes.flatMap((host) => {
      const config = host.components[ofHost];
      const ref = { at: 'control-plane' as const, hostId: host.id, component: ofHost };
      return config ? [{ ref, config, name: host.name }] : [];
    });
  if (component === 'kubelet' || component === 'kube-proxy' || component === 'konnectivity-agent')
    return topology.nodes.flatMap((node) => {
      const config =
        component === 'kubelet' ? node.kubelet : component === 'kube-proxy' ? node.kubeProxy : node.konnectivityAgent;
      return config ? [{ ref: { at: 'node' as const, nodeId: node.id, component }, config, name: node.name }] : [];
    });
  const outside = component === 'kubectl' ? 'client' : component;
  return [
    ...topology.outside.filter(({ kind }) => kind === outside),
    ...topology.extensions.filter(({ kind }) => kind === component),
  ].map(({ id, name, settings }) => ({ ref: { at: 'element' as const, id }, config: settings, name }));
}

/** Whether an instance does not yet have what a change asks for, and its version knows the setting. */
function needs(topology: Topology, change: Change, component: SettingComponent, config: ComponentConfig): boolean {
  const fact = settingFact(component, change.key);
  const minor = minorVersion(topology.kubernetesVersion);
  if (fact && minor !== null && isGone(fact, minor)) return false;
  // A flag that some versions refuse is only set where it is set already, or the version is known to take it.
  if (fact?.inert !== undefined && minor === null && !config.explicitSettings[change.key]) return false;
  const { value, origin } = effectiveSetting(component, config, change.key, topology.kubernetesVersion);
  if (origin === 'unknown') return true;
  // An empty value takes a setting back.
  return change.unless === 'set' ? value === null : (value ?? '') !== change.value;
}

/** Whether a change would change anything. */
export function isNeeded(topology: Topology, change: Change): boolean {
  const { component } = change;
  if (component === 'pod') return topology.pods.some((pod) => pod.skipsVerification);
  return instancesOf(topology, component).some(({ config }) => needs(topology, change, component, config));
}

/** Instances of a component that need the same of some changes, and whether they are all that there are. */
export type Group = {
  readonly changes: readonly Change[];
  readonly instances: readonly Instance[];
  readonly isWhole: boolean;
};

/** The instances of a component by which of some changes each of them needs; those that need none are left out. */
export function groupsOf(
  topology: Topology,
  component: SettingComponent,
  changes: readonly Change[],
): readonly Group[] {
  const all = instancesOf(topology, component);
  const needed = ({ config }: Instance) => changes.filter((change) => needs(topology, change, component, config));
  const byForm = groupBy(all, (one) => [one.config.form === 'flags', ...needed(one).map(({ key }) => key)].join(' '));
  return [...byForm.values()].flatMap((instances) => {
    const own = instances[0] ? needed(instances[0]) : [];
    return own.length > 0 ? [{ changes: own, instances, isWhole: instances.length === all.length }] : [];
  });
}

/** A cluster with some changes made, as a user would make them by hand. */
export function applyChanges(topology: Topology, changes: readonly Change[]): Topology {
  return changes.reduce((changed, change) => {
    const { component, key, value } = change;
    if (component === 'pod') {
      const ids = changed.pods.filter((pod) => pod.skipsVerification).map(({ id }) => id);
      return applyEdit(changed, { type: 'change-pods', ids, change: { skipsVerification: value === 'true' } });
    }
    const refs = instancesOf(changed, component)
      .filter(({ config }) => needs(changed, change, component, config))
      .map(({ ref }) => ref);
    return refs.length === 0 ? changed : applyEdit(changed, { type: 'set-setting', refs, key, value });
  }, topology);
}
