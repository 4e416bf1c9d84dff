import type { PathId } from '../catalogue/communicationPath.ts';
import { type SettingComponent, settingName } from '../catalogue/settings.ts';
import type { Analysis } from './analyse.ts';

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
