import { scoreOf } from '../../catalog/vulnerabilities.ts';
import type { SourcePlace } from '../../domain/settings.ts';
import type { Translate } from '../../i18n/translate.ts';
import { vulnerabilityOf, type Weakness, type WeaknessTopic } from '../../weaknesses/weakness.ts';
import { certaintyText, fixText, weaknessSource, weaknessText, weaknessTitle } from '../weaknessWords.ts';

/** What each weakness is, once. */
export function topicsOf(weaknesses: readonly Weakness[]): readonly WeaknessTopic[] {
  return [...new Set(weaknesses.map(({ topic }) => topic))];
}

/** The lowest number of each class of CVSS 3.1, for what has no number of its own. */
const scores: Readonly<Record<Weakness['severity'], string>> = {
  critical: '9.0',
  high: '7.0',
  medium: '4.0',
  low: '1.0',
};
const levels = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;

/** A rule of SARIF for one kind of weakness; that of a vulnerability carries its tag. */
export function ruleOfWeakness(topic: WeaknessTopic, weaknesses: readonly Weakness[], t: Translate) {
  const own = weaknesses.filter((one) => one.topic === topic);
  const [first] = own;
  if (!first) return { id: topic };
  const help = own.map((one) => fixText(one, t)).join('\n\n');
  const vulnerability = vulnerabilityOf({ topic });
  const { url } = weaknessSource({ topic });
  return {
    id: topic,
    shortDescription: { text: weaknessTitle({ topic }, t) },
    fullDescription: { text: weaknessText(first, t).replaceAll('`', '') },
    help: { text: help.replaceAll('`', ''), markdown: help },
    ...(url === null ? {} : { helpUri: url }),
    defaultConfiguration: { level: levels[first.severity] },
    properties: {
      'security-severity': vulnerability ? scoreOf(vulnerability).toFixed(1) : scores[first.severity],
      tags: ['security', ...(vulnerability ? [`external/cve/${vulnerability.toLowerCase()}`] : [])],
    },
  };
}

type WeaknessOptions = {
  /** Of its rule among all. */
  readonly index: number;
  /** What is named where no line decided. */
  readonly fallback: SourcePlace;
  readonly physical: (place: SourcePlace) => unknown;
  readonly t: Translate;
};

/** A result of SARIF for one weakness. */
export function resultOfWeakness(weakness: Weakness, { index, fallback, physical, t }: WeaknessOptions) {
  const { id, topic, severity, isSure, on, connections, reasons } = weakness;
  const [place = fallback, ...related] = reasons.flatMap(({ setting }) => setting.source ?? []);
  const names = on.length > 0 ? `${t('weaknesses.on')} ${on.join(', ')}. ` : '';
  return {
    ruleId: topic,
    ruleIndex: index,
    level: isSure ? levels[severity] : 'note',
    message: {
      text: `${weaknessTitle(weakness, t)}. ${certaintyText(weakness, t)}. ${names}${weaknessText(weakness, t)}`.replaceAll(
        '`',
        '',
      ),
    },
    locations: [{ physicalLocation: physical(place) }],
    relatedLocations: related.map((one, index) => ({ id: index + 1, physicalLocation: physical(one) })),
    partialFingerprints: { 'weakness/v1': id },
    suppressions: [],
    properties: { severity, applies: isSure || 'unknown', paths: [...new Set(connections.map(({ path }) => path))] },
  };
}
