import { factsOf } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, scalar } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import { type CommandWord, isSecretFlag } from './readFlags.ts';

/*
 * What etcd takes beside its command line: `ETCD_SOME_FLAG` where --some-flag is not given [etcd, pkg/flags], or one file in
 * the place of all flags and variables [etcd, etcdmain/config.go].
 */

/** A variable of etcd's environment as the flag that it stands for; null for any other, and for a secret. */
export function etcdFlag(name: string, value: string, place: Omit<CommandWord, 'text'>): CommandWord | null {
  const flag = /^ETCD_([A-Z][A-Z0-9_]*)$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
  return flag === undefined || isSecretFlag(flag) ? null : { ...place, text: `--${flag}=${value}` };
}

/** Whether `etcd` is told to be something else than a server: a proxy, a gateway. */
export function isNoServer(words: readonly CommandWord[]): boolean {
  return words[0] !== undefined && !words[0].text.startsWith('-');
}

const sections = { '': '', 'client-transport-security': '', 'peer-transport-security': 'peer-' } as const;

/** Whether an object without a kind is etcd's configuration file. */
export function isEtcdConfig(value: unknown): boolean {
  return ['listen-client-urls', 'client-transport-security', 'listen-peer-urls'].some(
    (key) => field(value, key) !== undefined,
  );
}

/** etcd's configuration file [etcd.conf.yml.sample]: its fields are the flags, those for TLS in two sections. */
export function readEtcdConfig({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const known = new Set(factsOf('etcd').map(({ key }) => key));
  const explicitSettings: Record<string, ExplicitSetting> = {};
  for (const [section, prefix] of Object.entries(sections)) {
    const at = section === '' ? [] : [section];
    const fields = field(value, ...at);
    if (typeof fields !== 'object' || fields === null) continue;
    for (const name of Object.keys(fields)) {
      const content = scalar(field(value, ...at, name));
      // In the sections the fields have shorter names than the flags.
      const key = `${prefix}${name}`;
      if (content !== undefined && known.has(key))
        explicitSettings[key] = explicitSetting(content, 'file', placeOf([...at, name]));
    }
  }
  const config = { form: 'config-file', explicitSettings } as const;
  return [{ type: 'component', found: { component: 'etcd', host: null, config, version: null, place } }];
}
