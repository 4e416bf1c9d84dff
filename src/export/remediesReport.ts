import type { Topology } from '../domain/topology.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Change } from '../remedies/change.ts';
import { limitCommands } from '../remedies/exposed.ts';
import { remedyFacts } from '../remedies/remedyFacts.ts';
import { type Fix, rankFixes, smallestSet } from '../remedies/smallestSet.ts';

/** A change in the words of the contract. */
function changeRow({ component, key, value }: Change) {
  return { component, key, value };
}

function fixRow({ remedy, changes, closes, leavesOpen, breaks, order }: Fix, t: Translate) {
  return {
    id: remedy,
    title: t(`remedy.${remedy}.title`),
    changes: changes.map(changeRow),
    closes,
    leavesOpen,
    breaks: breaks.map((id) => t(`breaks.${id}`)),
    order,
  };
}

/** The smallest set, its alternatives, and the ranked remedies, as the JSON contract has them; see README. */
export function remediesJson(topology: Topology, t: Translate): string {
  const { plans, open, exposed } = smallestSet(topology);
  const [best, ...others] = plans;
  const report = {
    schemaVersion: 1,
    exposed,
    fixes: (best?.fixes ?? []).map((fix) => fixRow(fix, t)),
    alternatives: others.map(({ fixes }) => fixes.map(({ remedy }) => remedy)),
    ranked: rankFixes(topology).map(({ remedy, fixes, closes }) => ({
      id: remedy,
      connections: closes,
      fixes: fixes.map((fix) => fixRow(fix, t)),
    })),
    notClosable: open.map(({ path, count, because }) => ({
      path,
      count,
      because: t(`limit.${because}`),
      commands: limitCommands[because] ?? [],
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The same for people. */
export function remediesMarkdown(topology: Topology, t: Translate): string {
  const { plans, open, exposed } = smallestSet(topology);
  const [best, ...others] = plans;
  const count = best?.fixes.length ?? 0;
  const lead = best ? 'fixes.smallest-lead' : exposed === 0 ? 'fixes.none-open' : 'fixes.smallest-none';
  const alternatives = others.map(({ fixes }) => {
    const titles = (some: readonly Fix[]) => some.map(({ remedy }) => t(`remedy.${remedy}.title`)).join('; ');
    const missing = (best?.fixes ?? []).filter(({ remedy }) => !fixes.some((one) => one.remedy === remedy));
    const added = fixes.filter(({ remedy }) => !best?.fixes.some((one) => one.remedy === remedy));
    return `- ${t('fixes.alternatives', { from: titles(missing) })}: ${titles(added)}`;
  });
  const ranked = rankFixes(topology).map(
    ({ remedy, closes }) => `1. ${t(`remedy.${remedy}.title`)}: ${t('fixes.closes-count', { count: closes })}`,
  );
  return [
    `# ${t('fixes.title')}`,
    `## ${t('fixes.smallest')}`,
    t(lead, { exposed, count }),
    ...(best?.fixes ?? []).map((fix) => fixText(fix, t)),
    ...(alternatives.length > 0 ? [alternatives.join('\n')] : []),
    ...(open.length > 0 ? [`## ${t('fixes.stays-open')}`, openText(open, t)] : []),
    ...(ranked.length > 0 ? [`## ${t('fixes.top')}`, ranked.join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

function openText(open: ReturnType<typeof smallestSet>['open'], t: Translate): string {
  const reasons = [...new Set(open.map(({ because }) => because))];
  const paths = (because: string) => open.filter((one) => one.because === because).map(({ path }) => path);
  return reasons
    .flatMap((because) => [
      `- ${paths(because).join(' ')}: ${t(`limit.${because}`)}`,
      ...(limitCommands[because] ?? []).map((command) => `  - \`${command}\``),
    ])
    .join('\n');
}

function fixText({ remedy, changes, closes, breaks, order }: Fix, t: Translate): string {
  const { checks, leaves = [], cis = [], bsi = [], commands = [] } = remedyFacts[remedy];
  const references = [...cis.map((id) => `CIS ${id}`), ...bsi.map((id) => `BSI ${id}`)];
  const line = (label: string, text: string) => (text === '' ? [] : [`- ${label}: ${text}`]);
  return [
    `### ${order}. ${t(`remedy.${remedy}.title`)}`,
    '',
    t(`remedy.${remedy}.do`),
    '',
    ...changes.map(({ component, key, value }) => `- ${component}: \`${key}=${value}\``),
    ...commands.map((command) => `- \`${command}\``),
    ...line(t('fixes.closes'), closes.join(' ') || t('fixes.closes-nothing')),
    ...line(t('fixes.breaks'), breaks.map((id) => t(`breaks.${id}`)).join('; ')),
    ...line(t('fixes.leaves'), leaves.map((id) => t(`leaves.${id}`)).join(' ')),
    ...checks.map((check) => {
      const expected = 'sees' in check ? t(`sees.${check.sees}`) : `\`${check.expect}\``;
      return `- ${t('fixes.verify')}: \`${check.command}\` (${t('fixes.expect')}: ${expected})`;
    }),
    ...line(t('fixes.references'), references.join(', ')),
  ].join('\n');
}
