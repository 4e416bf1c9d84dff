import type { PathId } from '../catalog/communicationPath.ts';
import { type SettingComponent, settingName } from '../catalog/settings.ts';
import { isVariable } from '../domain/settings.ts';
import type { Analysis } from './analyze.ts';
import type { Connection, Reason } from './connection.ts';
import type { Hop } from './hop.ts';

/** Settings of one component that no file shows, and the paths that wait for them. */
export type OpenQuestion = {
  readonly component: SettingComponent;
  /** As a reader types them. */
  readonly settings: readonly string[];
  readonly paths: readonly PathId[];
};

/** What would have to be known for the paths whose class is not determined. */
export function openQuestions({ connections }: Analysis): readonly OpenQuestion[] {
  const byComponent = new Map<SettingComponent, { settings: Set<string>; paths: Set<PathId> }>();
  for (const { status, path, reasons } of connections) {
    if (status !== 'unknown') continue;
    for (const { component, key, setting } of Object.values(reasons).flat()) {
      if (setting.origin !== 'unknown') continue;
      const entry = byComponent.get(component) ?? { settings: new Set(), paths: new Set() };
      entry.settings.add(settingName(component, key));
      entry.paths.add(path);
      byComponent.set(component, entry);
    }
  }
  return [...byComponent]
    .map(([component, { settings, paths }]) => ({ component, settings: [...settings], paths: [...paths] }))
    .sort((a, b) => b.paths.length - a.paths.length);
}

/** Why a connection is not determined: settings that no file shows, variables that none resolves, or what is no setting. */
export type Unknowns = {
  readonly settings: readonly Reason[];
  readonly variables: readonly Reason[];
  /** Inputs that are unknown although every setting is known; empty where settings are the reason. */
  readonly inputs: readonly (keyof Hop)[];
};

export function unknownsOf({ reasons, hop }: Connection): Unknowns {
  const all = Object.values(reasons).flat();
  const settings = all.filter(({ setting }) => setting.origin === 'unknown');
  const variables = all.filter(({ setting }) => isVariable(setting.value));
  const isSetting = settings.length + variables.length > 0;
  const inputs = (Object.keys(hop) as (keyof Hop)[]).filter((key) => hop[key] === 'unknown');
  return { settings, variables, inputs: isSetting ? [] : inputs };
}
