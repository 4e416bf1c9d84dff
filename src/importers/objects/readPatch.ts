import type { SettingComponent } from '../../catalog/settings.ts';
import { findComponent, readFlags } from '../components/readFlags.ts';
import type { ImportedFact } from '../found.ts';
import { field, list, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** Names that `kubeadm --patches` gives a meaning: `TARGET[SUFFIX]+TYPE.yaml` [kubernetes.io, kubeadm: patches]. */
const patchName = /(?:^|\/)([a-z-]+?)\d*\+(strategic|merge|json)\.(?:ya?ml|json)$/;

/** Whether a file says what shall be added to a configuration, and not all of it. */
export function isPartial(file: string): boolean {
  return patchName.test(file);
}

/** What a file adds; a configuration in it is not the whole one, and what it does not name is not said to be there. */
export function asPartial(found: ImportedFact): ImportedFact | null {
  if (found.type === 'component' && Object.keys(found.found.config.explicitSettings).length === 0) return null;
  if (found.type === 'component')
    return { type: 'component', found: { ...found.found, config: { ...found.found.config, form: 'unknown' } } };
  if (found.type === 'extension') return { ...found, config: { ...found.config, form: 'unknown' } };
  if (found.type === 'kubelet-config')
    return { type: 'kubelet-config', found: { ...found.found, config: { ...found.found.config, form: 'unknown' } } };
  return found;
}

/** A JSON patch [RFC 6902] that adds flags at the end of a command line; null for a list of anything else. */
export function readJsonPatch(object: ObjectAt): readonly ImportedFact[] | null {
  const { value, place } = object;
  const target = patchName.exec(place.file)?.[1];
  const component = target === undefined ? null : componentOf(target);
  if (component === null || !Array.isArray(value)) return null;
  const words = list(value).flatMap((operation, index) => {
    const path = text(field(operation, 'path')) ?? '';
    const added = text(field(operation, 'value'));
    const isFlag = field(operation, 'op') === 'add' && /\/(command|args)\/-$/.test(path);
    return isFlag && added !== undefined ? [{ text: added, line: object.placeOf([index, 'value']).line }] : [];
  });
  const config = { form: 'unknown', explicitSettings: readFlags(component, words, place.file) } as const;
  return [{ type: 'component', found: { component, host: null, config, version: null, place } }];
}

function componentOf(target: string): SettingComponent | null {
  const programs: Readonly<Record<string, string>> = { 'konnectivity-server': 'proxy-server' };
  return findComponent([{ text: programs[target] ?? target, line: 1 }])?.component ?? null;
}
