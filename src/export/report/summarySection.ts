import type { Connection } from '../../analysis/connection.ts';
import { fromWorst } from '../../analysis/rules.ts';
import { groupBy } from '../../domain/groupBy.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { remedyFacts } from '../../remedies/remedyFacts.ts';
import type { Fix, SmallestSet } from '../../remedies/smallestSet.ts';
import { decisionOn } from '../decisions.ts';
import { type Block, type Card, type Inline, type Item, list, paragraph } from './block.ts';
import { outcomeText } from './connectionBlocks.ts';
import { isFinding, isOffPath, worstFirst } from './findings.ts';
import { numbersOf, pathHeading } from './pathWords.ts';

/** What is exposed, what of it weighs most, and what closes most of it. */
export function summaryBlocks(
  topology: Topology,
  connections: readonly Connection[],
  { plans }: SmallestSet,
  t: Translate,
): readonly Block[] {
  const counted = countable(connections);
  const exposed = counted.filter(isFinding);
  const fixes = plans[0]?.fixes ?? [];
  return [
    { kind: 'cards', cards: cardsOf(counted, t) },
    paragraph(
      t('report.total', {
        connections: sum(counted),
        kinds: counted.length,
        exposed: exposed.length,
        crossing: exposed.filter(({ network }) => network.trust !== 'trusted').length,
      }),
      ...(counted.length < connections.length ? [` ${t('report.not-counted')}`] : []),
    ),
    { kind: 'paragraph', line: [worstSentence(worstFirst(exposed)[0], t)], tone: 'call' },
    ...acceptedBlocks(exposed, topology, t),
    ...(fixes.length > 0
      ? [paragraph(t('report.smallest-set', { count: fixes.length })), ...list(stepItems(fixes, t), true)]
      : []),
  ];
}

/** The steps that close something, in their order; below each what prepares it. */
function stepItems(fixes: readonly Fix[], t: Translate): readonly Item[] {
  const title = ({ remedy }: Fix): Inline => ({
    kind: 'see',
    id: `remedy-${remedy}`,
    text: t(`remedy.${remedy}.title`),
  });
  const closing = fixes.filter(({ closes }) => closes.length > 0);
  // What closes nothing itself stands below the step that waits for it, else below the first one after it.
  const preparing = groupBy(
    fixes.filter(({ closes }) => closes.length === 0),
    ({ order, remedy }) =>
      closing.find((step) => remedyFacts[step.remedy].after?.includes(remedy)) ??
      closing.find((step) => step.order > order) ??
      closing.at(-1),
  );
  return closing.map((step) => ({
    line: [title(step), `: ${t('fixes.closes')} ${numbersOf(step.closes)}`],
    items: (preparing.get(step) ?? []).map((before) => ({ line: [`${t('fixes.first')}: `, title(before)] })),
  }));
}

/** Connections that exist; the rows of P19 and P22 repeat those that run in a tunnel. */
function countable(connections: readonly Connection[]): readonly Connection[] {
  return connections.filter(({ count, variant }) => count > 0 && variant === undefined);
}

function sum(connections: readonly Connection[]): number {
  return connections.reduce((total, { count }) => total + count, 0);
}

function cardsOf(connections: readonly Connection[], t: Translate): readonly Card[] {
  return fromWorst.map((status) => {
    const own = connections.filter((one) => one.status === status);
    return {
      status,
      word: t(`status.${status}`),
      connections: sum(own),
      detail: t(own.length === 1 ? 'report.one-kind' : 'report.kinds', { count: own.length }),
    };
  });
}

function worstSentence(worst: Connection | undefined, t: Translate): string {
  if (!worst) return t('report.nothing-exposed');
  const path = pathHeading(worst.path, t);
  const outcome = outcomeText(worst, t);
  if (!outcome) return t('report.worst-trusted', { path });
  return t(isOffPath(worst) ? 'report.worst-port' : 'report.worst', { path, outcome });
}

function acceptedBlocks(exposed: readonly Connection[], topology: Topology, t: Translate): readonly Block[] {
  const accepted = exposed.filter((one) => decisionOn(topology, one) !== null);
  return accepted.length === 0 ? [] : [paragraph(t('report.accepted', { count: accepted.length }))];
}
