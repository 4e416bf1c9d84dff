import { effectiveSetting, isFromCredentialFile, type SettingComponent } from '../catalog/settings.ts';
import { onceForNamed } from '../domain/onceFor.ts';
import { type ComponentConfig, type EffectiveSetting, isVariable } from '../domain/settings.ts';
import type { Reason } from './connection.ts';

/** Reads the settings of one component instance; each answer is a reason that can be shown. */
export type SettingsReader = {
  readonly component: SettingComponent;
  readonly instance: string;
  readonly reason: (key: string) => Reason;
  /** Value, null when not set, `unknown` when nothing tells. */
  readonly value: (key: string) => string | null | 'unknown';
  /** Whether a text is set. */
  readonly isSet: (key: string) => boolean | 'unknown';
  /** A boolean as Go's flag parser reads it, or YAML 1.1, which components read their files by. */
  readonly isTrue: (key: string) => boolean | 'unknown';
};

export function createSettingsReader(
  component: SettingComponent,
  instance: string,
  config: ComponentConfig,
  kubernetesVersion: string,
): SettingsReader {
  const seen = Object.values(config.explicitSettings).some((explicit) => explicit.source !== null);
  const known = readOf(config, `${component} ${kubernetesVersion}`);
  const read = (key: string): EffectiveSetting => {
    const found = known.get(key) ?? effectiveSetting(component, config, key, kubernetesVersion);
    known.set(key, found);
    return found;
  };
  const value = (key: string): string | null | 'unknown' => {
    const setting = read(key);
    if (setting.origin === 'unknown') return 'unknown';
    // A variable that no file resolves: we know that something stands there, not what.
    return isVariable(setting.value) ? 'unknown' : setting.value;
  };
  return {
    component,
    instance,
    reason: (key) => ({ component, instance, key, setting: read(key), seen: seen && !isFromCredentialFile(key) }),
    value,
    isSet: (key) => {
      const setting = read(key);
      return setting.origin === 'unknown' ? 'unknown' : setting.value !== null;
    },
    isTrue: (key) => {
      const text = value(key);
      if (text === 'unknown') return 'unknown';
      return text !== null && /^(1|t|true|y|yes|on)$/i.test(text);
    },
  };
}

/** What was read of a configuration, as a component in a version: a change elsewhere leaves most of a cluster as it was. */
const readOf = onceForNamed((_config: ComponentConfig, _reader) => new Map<string, EffectiveSetting>());

/** Whether both hold; known as soon as one does not. */
export function both(one: boolean | 'unknown', other: boolean | 'unknown'): boolean | 'unknown' {
  if (one === false || other === false) return false;
  return one === 'unknown' || other === 'unknown' ? 'unknown' : true;
}

export function not(answer: boolean | 'unknown'): boolean | 'unknown' {
  return answer === 'unknown' ? 'unknown' : !answer;
}

/** Whether one of two holds; known as soon as one does. */
export function either(one: boolean | 'unknown', other: boolean | 'unknown'): boolean | 'unknown' {
  if (one === true || other === true) return true;
  return one === 'unknown' || other === 'unknown' ? 'unknown' : false;
}

/** Chooses by an answer that may be unknown. */
export function ifKnown<T, U>(answer: boolean | 'unknown', yes: T, no: U): T | U | 'unknown' {
  if (answer === 'unknown') return 'unknown';
  return answer ? yes : no;
}
