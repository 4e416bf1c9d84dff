import { type Analysis, analyze } from '../../analysis/analyze.ts';
import type { Connection } from '../../analysis/connection.ts';
import { type PathId, pathNumber } from '../../catalog/communicationPath.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { isClosed, isExposed, limitCommands, limitOf, sameConnection } from '../../remedies/exposed.ts';
import { type Effect, remediesForEach } from '../../remedies/forConnection.ts';
import { remedyFacts } from '../../remedies/remedyFacts.ts';
import type { RemedyId } from '../../remedies/remedyIds.ts';
import { changesOf } from '../../remedies/resolveRemedy.ts';
import { applyAll, type SmallestSet, withPreparation } from '../../remedies/smallestSet.ts';
import { type Block, code, type Inline, type Item, list, paragraph, type Section } from './block.ts';
import { attackBlocks, derivationLines, groupFacts, statusWord, whyBlocks } from './connectionBlocks.ts';
import { type Finding, type FindingGroup, findingsOf } from './findings.ts';
import { pathHeading } from './pathWords.ts';
import { remarksOn } from './remarks.ts';
import { changeLine, checkLine } from './remedyBlocks.ts';

type Ground = {
  readonly topology: Topology;
  readonly t: Translate;
  readonly effects: ReadonlyMap<string, readonly Effect[]>;
  /** The cluster after the smallest set; null where there is none. */
  readonly afterwards: Analysis | null;
  /** What was written so far, with the path that it was written for. */
  readonly told: Map<string, PathId>;
};

/** What is shorter is rather repeated than referred to. */
const shortest = 400;

/** Everything about each exposed path, the worst first. */
export function exposedBlocks(
  topology: Topology,
  exposed: readonly Connection[],
  { plans }: SmallestSet,
  t: Translate,
): readonly Block[] {
  const findings = findingsOf(exposed);
  if (findings.length === 0) return [paragraph(t('report.nothing-exposed'))];
  const fixes = plans[0]?.fixes.map(({ remedy }) => remedy);
  const ground: Ground = {
    topology,
    t,
    effects: remediesForEach(
      topology,
      findings.flatMap(({ groups }) => groups.map(({ first }) => first)),
    ),
    afterwards: fixes ? analyze(applyAll(topology, fixes)) : null,
    told: new Map(),
  };
  return findings.map((finding) => findingSection(finding, ground));
}

function findingSection({ path, groups }: Finding, ground: Ground): Section {
  const { t } = ground;
  const [only, ...others] = groups;
  const details = (group: FindingGroup) => groupBlocks(group, ground);
  return {
    kind: 'section',
    id: `path-${path}`,
    title: [pathHeading(path, t)],
    blocks: [
      paragraph(t(`path.${path}.flow`)),
      ...(only && others.length === 0
        ? details(only)
        : groups.map(
            (group, index): Section => ({
              kind: 'section',
              title: [groupTitle(group, index, t), ': ', statusWord(group.first, t)],
              blocks: details(group),
            }),
          )),
    ],
  };
}

function groupTitle({ first }: FindingGroup, index: number, t: Translate): string {
  const { variant, listener, client, server } = first;
  const name = [variant && `(${variant})`, listener].filter(Boolean).join(' ');
  return `${t('report.class', { number: index + 1 })} ${name || `${client.component} → ${server.component}`}`;
}

function groupBlocks(group: FindingGroup, ground: Ground): readonly Block[] {
  const { topology, t, told } = ground;
  const part = (title: string, blocks: readonly Block[]): readonly Section[] => {
    if (blocks.length === 0) return [];
    // Many paths share settings and remedies: what stands above word for word is not said again.
    const words = JSON.stringify(blocks);
    const before = words.length > shortest ? told.get(words) : undefined;
    if (before === undefined) told.set(words, group.first.path);
    const same = before === undefined ? blocks : [sameAs(before, t)];
    return [{ kind: 'section', title: [title], blocks: same }];
  };
  return [
    groupFacts(group, t),
    ...remarksOn(group.connections, topology, t).map(
      (text): Block => ({ kind: 'paragraph', line: [text], tone: 'call' }),
    ),
    ...part(t('report.why'), whyBlocks(group, topology, t)),
    ...part(t('report.attack'), attackBlocks(group, t)),
    ...part(t('inspector.close'), closingBlocks(group, ground)),
    ...part(t('report.residual'), residualBlocks(group, ground)),
  ];
}

function sameAs(path: PathId, t: Translate): Block {
  return paragraph(`${t('report.same-as')} `, { kind: 'see', id: `path-${path}`, text: pathNumber(path) }, '.');
}

/** The steps of the smallest set that are needed here, in their order, then alternatives: what each changes and breaks, and how one sees it. */
function closingBlocks({ first }: FindingGroup, { topology, t, effects }: Ground): readonly Block[] {
  const own = effects.get(first.id) ?? [];
  if (own.length === 0 && !isExposed(first)) return [paragraph(t('fix.unknown'))];
  if (own.length === 0) return [paragraph(t('report.nothing-closes'))];
  const planned = own.filter((one) => one.planned);
  const others = own.filter((one) => !one.planned);
  const listed = new Set(planned.map(({ remedy }) => remedy));
  const itemsOf = (effects: readonly Effect[]) => effects.map((effect) => remedyItem(effect, listed, topology, t));
  return [
    ...list(itemsOf(planned), true),
    ...(planned.length > 0 && others.length > 0 ? [paragraph(t('report.alternatives'))] : []),
    ...list(itemsOf(others)),
  ];
}

function remedyItem({ remedy, does }: Effect, listed: ReadonlySet<RemedyId>, topology: Topology, t: Translate): Item {
  const { breaks = [], checks } = remedyFacts[remedy];
  const [before] = withPreparation(topology, remedy);
  const first =
    before && before !== remedy && !listed.has(before) ? `. ${t('fixes.first')}: ${t(`remedy.${before}.title`)}` : '';
  const title: Inline = { kind: 'see', id: `remedy-${remedy}`, text: t(`remedy.${remedy}.title`) };
  return {
    line: [title, ` (${t(`fixes.of-path-${does}`)}${first})`],
    items: [
      ...changesOf(topology, remedy).map((change) => ({ line: changeLine(change) })),
      ...(breaks.length > 0
        ? [{ line: [`${t('fixes.breaks')}: ${breaks.map((id) => t(`breaks.${id}`)).join('; ')}`] }]
        : []),
      ...checks.map((check) => ({ line: checkLine(check, t) })),
    ],
  };
}

/** What is left after everything that can be set has been set. */
function residualBlocks({ first }: FindingGroup, { t, effects, afterwards }: Ground): readonly Block[] {
  const own = effects.get(first.id) ?? [];
  const left = new Set(own.flatMap(({ remedy, planned }) => (planned ? (remedyFacts[remedy].leaves ?? []) : [])));
  const isClosedThen = afterwards !== null && isClosed(first, afterwards);
  const isUnknownThen = afterwards !== null && sameConnection(first, afterwards)?.status === 'unknown';
  // The smallest set is only for networks that are not trusted: elsewhere it says nothing about what could be closed.
  const isOpenForGood =
    isExposed(first) &&
    !isClosedThen &&
    !isUnknownThen &&
    !own.some(({ does }) => does === 'closes') &&
    (own.length === 0 || first.network.trust !== 'trusted');
  const limit = limitOf(first);
  return list([
    ...(afterwards ? [{ line: afterwardsLine(first, afterwards, t) }] : []),
    ...(isOpenForGood
      ? [{ line: [`${t('report.stays')} ${t(`limit.${limit}`)}`], items: commandItems(limitCommands[limit] ?? []) }]
      : []),
    // That a remedy does nothing alone is said where the remedies are.
    ...[...left].filter((id) => id !== 'nothing-alone').map((id) => ({ line: [t(`leaves.${id}`)] })),
  ]);
}

function commandItems(commands: readonly string[]): readonly Item[] {
  return commands.map((command) => ({ line: [code(command)] }));
}

function afterwardsLine(connection: Connection, afterwards: Analysis, t: Translate): readonly Inline[] {
  const now = sameConnection(connection, afterwards);
  return [`${t('report.afterwards')}: `, now ? statusWord(now, t) : t('report.gone')];
}

/** How each path that is not exposed is protected, and by which settings. */
export function protectedBlocks(
  topology: Topology,
  connections: readonly Connection[],
  t: Translate,
): readonly Block[] {
  const findings = findingsOf(connections);
  if (findings.length === 0) return [paragraph(t('report.nothing-protected'))];
  return findings
    .toSorted(
      (a, b) =>
        connections.findIndex(({ path }) => path === a.path) - connections.findIndex(({ path }) => path === b.path),
    )
    .map(
      ({ path, groups }): Section => ({
        kind: 'section',
        title: [pathHeading(path, t)],
        blocks: groups.flatMap((group) => [groupFacts(group, t), ...whyBlocks(group, topology, t)]),
      }),
    );
}

/** Each rule with what went into it and what came out, by the names of the program, for whoever checks it. */
export function derivationBlocks(connections: readonly Connection[], t: Translate): readonly Block[] {
  return [
    { kind: 'paragraph', line: [t('report.derivation-lead')], tone: 'muted' },
    ...findingsOf(connections).map(
      ({ path, groups }): Section => ({
        kind: 'section',
        title: [pathHeading(path, t)],
        blocks: groups.map(
          ({ first }): Block => ({
            kind: 'list',
            small: true,
            items: derivationLines(first).map((line) => ({ line })),
          }),
        ),
      }),
    ),
  ];
}
