import type { SettingComponent } from '../../catalog/settings.ts';
import { commandFound } from '../components/commandFound.ts';
import { findComponent } from '../components/readFlags.ts';
import { commandsOf } from '../components/shellWords.ts';
import type { ImportedFact } from '../found.ts';
import { field, text } from '../source/fields.ts';
import { fromBase64, type ObjectAt } from '../source/objectAt.ts';

/** What a host scanner calls the components whose command lines it has read. */
const scanned: readonly (readonly [string, SettingComponent])[] = [
  ['APIServerInfo', 'kube-apiserver'],
  ['controllerManagerInfo', 'kube-controller-manager'],
  ['ControllerManagerInfo', 'kube-controller-manager'],
  ['SchedulerInfo', 'kube-scheduler'],
  ['schedulerInfo', 'kube-scheduler'],
];

/** KubeletInfo and ControlPlaneInfo of a host scanner: command lines of running processes, and a file in base64. */
export function readHostScan(object: ObjectAt): readonly ImportedFact[] {
  const { value } = object;
  const host = text(field(value, 'metadata', 'name')) ?? null;
  if (field(value, 'kind') === 'ControlPlaneInfo')
    return scanned.flatMap(([name, component]) => commandAt(object, ['data', name, 'cmdLine'], component, host));
  const path = ['data', 'configFile', 'content'];
  const file = fromBase64(field(value, ...path));
  const config = file === undefined ? [] : object.embedded(path, file);
  return [
    ...commandAt(object, ['data', 'cmdLine'], 'kubelet', host),
    ...config.map(
      (found): ImportedFact =>
        found.type === 'kubelet-config' ? { ...found, found: { ...found.found, target: host } } : found,
    ),
  ];
}

function commandAt(
  object: ObjectAt,
  path: readonly string[],
  component: SettingComponent,
  host: string | null,
): readonly ImportedFact[] {
  const content = text(field(object.value, ...path));
  if (!content) return [];
  const { file, line } = object.placeOf(path);
  const [words = []] = commandsOf(content);
  const own = findComponent(words)?.words ?? words;
  return commandFound({ file, lineAt: () => line }, component, own, { host });
}
