import type { Connection, NoteId } from '../../analysis/connection.ts';
import { fromWorst } from '../../analysis/rules.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Translate } from '../../i18n/translate.ts';
import { touches } from '../../population/classes.ts';
import { type Difference, differencesBetween } from '../../population/differences.ts';
import type { Section } from '../../population/population.ts';

type Numbers = (value: number) => string;

/** What a section is called. */
export function sectionTitle(section: Section, t: Translate, written: Numbers): string {
  const pods = section.pods > 0 ? ` · ${t('population.pods', { count: written(section.pods) })}` : '';
  switch (section.type) {
    case 'nodes': {
      const [only] = section.nodes;
      const isOne = section.nodes.length === 1;
      return (isOne ? (only?.name ?? '') : t('population.nodes', { count: written(section.nodes.length) })) + pods;
    }
    case 'unscheduled':
      return t('population.unscheduled', { count: written(section.pods) });
    case 'services':
      return t('population.services', { count: written(section.services.length) });
  }
}

/** In what the nodes of a section differ from those of another one. */
export function differencesOf(section: Section, usual: Section, version: string): readonly Difference[] {
  const [own, others] = [section.nodes[0], usual.nodes[0]];
  return own && others && section !== usual ? differencesBetween(own, others, version) : [];
}

/** What is worse at the nodes of a section than at those of another one. */
type Consequence = {
  /** The less, the graver. */
  readonly rank: number;
  readonly words: (t: Translate) => string;
};

/** The worst that is true of the nodes of a section and not of those of another one. */
export function consequenceOf(section: Section, usual: Section, connections: readonly Connection[]): Consequence {
  const at = (id: string) => connections.filter((one) => one.count > 0 && touches(one, id));
  const [own, others] = [at(section.nodes[0]?.id ?? ''), at(usual.nodes[0]?.id ?? '')];
  const said = new Set(others.flatMap(({ notes }) => notes));
  const note = gravest.find((one) => !said.has(one) && own.some(({ notes }) => notes.includes(one)));
  if (note) return { rank: gravest.indexOf(note), words: (t) => t(`note.${note}`) };
  const worse = own.find(({ path, status }) => {
    const usually = others.filter((one) => one.path === path).map((one) => fromWorst.indexOf(one.status));
    return fromWorst.indexOf(status) < Math.min(fromWorst.length - 1, ...usually);
  });
  if (!worse) return { rank: gravest.length + fromWorst.length, words: () => '' };
  const { path, status } = worse;
  return {
    rank: gravest.length + fromWorst.indexOf(status),
    words: (t) => `${pathNumber(path)} ${t(`path.${path}.name`)}: ${t(`status.${status}`)}`,
  };
}

/** Notes that tell more than a class does, the gravest first. */
const gravest: readonly NoteId[] = [
  'open-kubelet',
  'token-handed-over',
  'always-allow',
  'rogue-agent',
  'calls-refused',
];

/** A difference in words, with the setting as Kubernetes calls it. */
export function differenceWords({ component, key, value, usual }: Difference, t: Translate): string {
  if (key !== null) {
    const known = (one: string | null) => one ?? t('population.not-set');
    return t('population.difference', { key: `${component} ${key}`, value: known(value), usual: known(usual) });
  }
  if (value === null) return t('population.runs-not', { component });
  if (usual === null) return t('population.runs', { component });
  return t(value === 'unknown' ? 'population.config-unknown' : 'population.config-known', { component });
}

/** A node's name without its domain, which all nodes of a cluster share. */
export function ownPart(name: string): string {
  const [own = name] = name.split('.');
  return /^[\d.]+$/.test(name) ? name : own;
}
