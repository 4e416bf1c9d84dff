import type { Connection, Facet, Reason } from '../../analysis/connection.ts';
import { settingName } from '../../catalog/settings.ts';
import { groupBy } from '../../domain/groupBy.ts';
import type { EffectiveSetting } from '../../domain/settings.ts';
import { originWords } from '../../i18n/originWords.ts';
import type { Translate } from '../../i18n/translate.ts';
import { code, cut, type Line } from './block.ts';

/** A setting with what counted, wherever it is the same. */
export type SettingEvidence = {
  readonly component: Reason['component'];
  readonly key: string;
  readonly setting: EffectiveSetting;
  readonly instances: readonly string[];
  /** File and line of each instance that has one. */
  readonly places: readonly string[];
};

type Instance = Pick<Reason, 'component' | 'key' | 'instance' | 'setting'>;

/** Settings of many instances, those that say the same as one. */
export function merged(settings: readonly Instance[]): readonly SettingEvidence[] {
  const groups = groupBy(settings, ({ component, key, setting }) =>
    JSON.stringify([component, key, setting.value, setting.origin, setting.basis]),
  );
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        component: first.component,
        key: first.key,
        setting: first.setting,
        instances: own.map(({ instance }) => instance),
        places: own.flatMap(({ setting }) => (setting.source ? [`${setting.source.file}:${setting.source.line}`] : [])),
      },
    ];
  });
}

/** What decided a facet of some connections that are alike. */
export function evidenceOf(connections: readonly Connection[], facet: Facet): readonly SettingEvidence[] {
  return merged(connections.flatMap(({ reasons }) => reasons[facet]));
}

/** A setting, its value, and where that comes from. */
export function evidenceLine(evidence: SettingEvidence, version: string, t: Translate): Line {
  const { component, key, setting, places } = evidence;
  const { value, origin } = setting;
  const name = settingName(component, key);
  const absent = value === null && origin !== 'unknown' ? `${t('setting.not-set')}, ` : '';
  const place = places.length > 0 ? `: ${cut(places, 2)}` : '';
  return [
    `${component} `,
    code(value === null ? name : `${name}=${value}`),
    ` (${absent}${originWords(setting, version, t)}${place})`,
  ];
}
