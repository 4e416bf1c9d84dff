import { effectiveSetting, settingComponents } from '../catalog/settings.ts';
import type { ComponentRef, TopologyEdit } from '../domain/edit.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import { networkIds, networkOf, type Topology } from '../domain/topology.ts';
import { instancesOf } from '../remedies/change.ts';
import type { LessonChange } from './lesson.ts';
import { withChanges } from './lessonModel.ts';

/** What leads from one model to another: settings, networks and version one by one, or else the other model whole. */
export function recordedChanges(before: Topology, after: Topology): readonly LessonChange[] {
  if (isSame(before, after)) return [];
  const changes = [...settingChanges(before, after), ...networkChanges(before, after)];
  return isSame(withChanges(before, changes), after) ? changes : [{ type: 'replace', topology: after }];
}

function networkChanges(before: Topology, after: Topology): readonly TopologyEdit[] {
  const version = after.kubernetesVersion;
  const networks = networkIds.flatMap((id): readonly TopologyEdit[] => {
    const { trust } = networkOf(after, id);
    return networkOf(before, id).trust === trust ? [] : [{ type: 'set-network', id, trust }];
  });
  return before.kubernetesVersion === version ? networks : [...networks, { type: 'set-version', version }];
}

/** One change for all instances where all got the same value, else one for each group. */
function settingChanges(before: Topology, after: Topology): readonly LessonChange[] {
  return settingComponents.flatMap((component): readonly LessonChange[] => {
    const old = new Map(instancesOf(before, component).map(({ ref, config }) => [nameOf(ref), config]));
    const groups = new Map<string, { readonly key: string; readonly value: string | null; refs: ComponentRef[] }>();
    const instances = instancesOf(after, component);
    for (const { ref, config } of instances) {
      for (const key of changedKeys(old.get(nameOf(ref)), config)) {
        const value = config.explicitSettings[key]?.value ?? null;
        const id = JSON.stringify([key, value]);
        const group = groups.get(id) ?? { key, value, refs: [] };
        group.refs.push(ref);
        groups.set(id, group);
      }
    }
    return [...groups.values()].map(({ key, value, refs }): LessonChange => {
      const hasAll = instances.every(
        ({ config }) => effectiveSetting(component, config, key, after.kubernetesVersion).value === value,
      );
      return value !== null && hasAll ? { component, key, value } : { type: 'set-setting', refs, key, value };
    });
  });
}

function changedKeys(before: ComponentConfig | undefined, { explicitSettings }: ComponentConfig): readonly string[] {
  const keys = [...new Set([...Object.keys(before?.explicitSettings ?? {}), ...Object.keys(explicitSettings)])];
  return keys.filter((key) => before?.explicitSettings[key]?.value !== explicitSettings[key]?.value);
}

function nameOf(ref: ComponentRef): string {
  return JSON.stringify(ref);
}

/** Equal but for how the picture is arranged, where a value comes from, and the order of keys. */
function isSame(one: Topology, other: Topology): boolean {
  return plain(one) === plain(other);
}

function plain(topology: Topology): string {
  const { arrangement: _arranged, ...rest } = topology;
  return JSON.stringify(rest, (key, value: unknown) => {
    if (key === 'source' || key === 'origin' || key === 'overruled') return undefined;
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isMap ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  });
}
