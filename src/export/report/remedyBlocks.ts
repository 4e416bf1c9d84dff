import { settingName } from '../../catalog/settings.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Change } from '../../remedies/change.ts';
import { cisEditionOf } from '../../remedies/cisEdition.ts';
import { limitCommands } from '../../remedies/exposed.ts';
import { bsiEdition, type Check, remedyFacts } from '../../remedies/remedyFacts.ts';
import type { Fix, RankedFix, SmallestSet } from '../../remedies/smallestSet.ts';
import { type Block, code, type Item, type Line, list, paragraph, type Section } from './block.ts';
import { numbersOf } from './pathWords.ts';

/** The smallest set in its order, what nothing closes, and what closes most. */
export function remedyBlocks(
  { plans, open, exposed }: SmallestSet,
  ranked: readonly RankedFix[],
  kubernetesVersion: string,
  t: Translate,
): readonly Section[] {
  const [best, ...others] = plans;
  const count = best?.fixes.length ?? 0;
  const lead = best ? 'fixes.smallest-lead' : exposed === 0 ? 'fixes.none-open' : 'fixes.smallest-none';
  const alternatives = others.map(({ fixes }) => alternative(best?.fixes ?? [], fixes, t));
  const most = ranked.map(({ remedy, closes }) => ({
    line: [`${t(`remedy.${remedy}.title`)}: ${t('fixes.closes-count', { count: closes })}`],
  }));
  return [
    {
      kind: 'section',
      title: [t('fixes.smallest')],
      blocks: [
        paragraph(t(lead, { exposed, count })),
        ...(best?.fixes ?? []).map((fix) => fixSection(fix, kubernetesVersion, t)),
        ...list(alternatives),
      ],
    },
    ...section(t('fixes.stays-open'), list(openItems(open, t))),
    ...section(t('fixes.top'), list(most, true)),
  ];
}

function section(title: string, blocks: readonly Block[]): readonly Section[] {
  return blocks.length === 0 ? [] : [{ kind: 'section', title: [title], blocks }];
}

function alternative(best: readonly Fix[], fixes: readonly Fix[], t: Translate): Item {
  const titles = (some: readonly Fix[]) => some.map(({ remedy }) => t(`remedy.${remedy}.title`)).join('; ');
  const missing = best.filter(({ remedy }) => !fixes.some((one) => one.remedy === remedy));
  const added = fixes.filter(({ remedy }) => !best.some((one) => one.remedy === remedy));
  return { line: [`${t('fixes.alternatives', { from: titles(missing) })}: ${titles(added)}`] };
}

function openItems(open: SmallestSet['open'], t: Translate): readonly Item[] {
  const reasons = [...new Set(open.map(({ because }) => because))];
  return reasons.map((because) => ({
    line: [
      `${numbersOf(open.filter((one) => one.because === because).map(({ path }) => path))}: ${t(`limit.${because}`)}`,
    ],
    items: (limitCommands[because] ?? []).map((command) => ({ line: [code(command)] })),
  }));
}

function fixSection({ remedy, changes, closes, breaks, order }: Fix, kubernetesVersion: string, t: Translate): Section {
  const edition = cisEditionOf(kubernetesVersion);
  const { checks, leaves = [], cis = [], bsi = [], commands = [] } = remedyFacts[remedy];
  const references = [
    ...(edition && cis.length > 0 ? [`${edition.title}: ${cis.join(', ')}`] : []),
    ...(bsi.length > 0 ? [`${bsiEdition}: ${bsi.join(', ')}`] : []),
  ];
  const labeled = (label: string, text: string): readonly Item[] =>
    text === '' ? [] : [{ line: [`${label}: ${text}`] }];
  const items: readonly Item[] = [
    ...changes.map((change) => ({ line: changeLine(change) })),
    ...commands.map((command) => ({ line: [code(command)] })),
    ...labeled(t('fixes.closes'), numbersOf(closes) || t('fixes.closes-nothing')),
    ...labeled(t('fixes.breaks'), breaks.map((id) => t(`breaks.${id}`)).join('; ')),
    ...labeled(t('fixes.leaves'), leaves.map((id) => t(`leaves.${id}`)).join(' ')),
    ...checks.map((check) => ({ line: checkLine(check, t) })),
    ...labeled(t('fixes.references'), references.join('; ')),
  ];
  return {
    kind: 'section',
    id: `remedy-${remedy}`,
    title: [`${order}. ${t(`remedy.${remedy}.title`)}`],
    blocks: [paragraph(t(`remedy.${remedy}.do`)), ...list(items)],
  };
}

/** What to set on which component, as one types it. */
export function changeLine({ component, key, value }: Change): Line {
  const name = component === 'pod' ? key : settingName(component, key);
  return [`${component}: `, code(`${name}=${value}`)];
}

/** A command, and what it prints where the remedy holds. */
export function checkLine(check: Check, t: Translate): Line {
  const expected = 'sees' in check ? t(`sees.${check.sees}`) : code(check.expect);
  return [`${t('fixes.verify')}: `, code(check.command), ` (${t('fixes.expect')}: `, expected, ')'];
}
