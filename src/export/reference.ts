import { type Claim, claims, claimsAbout } from '../catalog/claims.ts';
import { type CommunicationPath, pathNumber } from '../catalog/communicationPath.ts';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { distributionIds, distributions } from '../catalog/distributions.ts';
import { ruleIds } from '../catalog/ruleIds.ts';
import { settingName } from '../catalog/settings.ts';
import { type SourceTag, sources } from '../catalog/sources.ts';
import { timeline } from '../catalog/timeline.ts';
import type { Translate } from '../i18n/translate.ts';

type ReferencePartId = 'paths' | 'rules' | 'claims' | 'versions' | 'distributions';

/** One thing of the catalog: what it is, facts about it, where they were read. */
export type ReferenceEntry = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly sources: readonly SourceTag[];
};

/** A chapter of the reference: one table over all, and a section for each entry. */
export type ReferencePart = {
  readonly id: ReferencePartId;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly entries: readonly ReferenceEntry[];
};

/** The whole catalog in words, from the same data as the picture. */
export function reference(t: Translate): readonly ReferencePart[] {
  return [pathsPart(t), rulesPart(t), claimsPart(t), versionsPart(t), distributionsPart(t)];
}

function pathsPart(t: Translate): ReferencePart {
  return {
    id: 'paths',
    title: t('reference.paths'),
    heads: [
      t('column.number'),
      t('column.path'),
      t('reference.protocol'),
      t('reference.port'),
      t('reference.documented'),
    ],
    rows: communicationPaths.map((path) => [
      pathNumber(path.id),
      t(`path.${path.id}.name`),
      path.protocol,
      path.port === null ? '–' : String(path.port),
      t(`documented.short.${path.documented}`),
    ]),
    entries: communicationPaths.map((path) => ({
      id: path.id,
      title: `${path.id} ${t(`path.${path.id}.name`)}`,
      text: t(`path.${path.id}.flow`),
      facts: pathFacts(path, t),
      sources: path.sources,
    })),
  };
}

function pathFacts(path: CommunicationPath, t: Translate): ReferenceEntry['facts'] {
  const settings = path.settings.map(([component, key]) => `${component} ${settingName(component, key)}`);
  const about = claimsAbout(path.id);
  return [
    [t('inspector.opens'), path.client],
    [t('inspector.serves'), path.server],
    [t('reference.protocol'), path.port === null ? path.protocol : `${path.protocol}, TCP ${path.port}`],
    [t('reference.exists'), versionsOf(path, t)],
    [t('reference.settings'), settings.join('; ') || t('reference.none')],
    [t('reference.documented'), t(`documented.${path.documented}`)],
    ...(path.germanPageSection ? [[t('inspector.section'), `“${path.germanPageSection}” (v1.27)`] as const] : []),
    ...about.map((claim) => [t('reference.claims-about'), claimLine(claim, t)] as const),
  ];
}

function versionsOf({ versions }: CommunicationPath, t: Translate): string {
  const parts = [
    ...(versions?.from ? [t('reference.exists-from', { from: versions.from })] : []),
    ...(versions?.until ? [t('reference.exists-until', { until: versions.until })] : []),
  ];
  return parts.join(', ') || t('reference.exists-all');
}

function claimLine({ id, verdict }: Claim, t: Translate): string {
  return `${t(`claim.${id}.says`)} (${t(`claim.verdict.${verdict}`)})`;
}

const rulesTests = 'analysis/vectors.test.ts, laboratory/laboratory.test.ts';

function rulesPart(t: Translate): ReferencePart {
  const entries = ruleIds.map((id): ReferenceEntry => {
    return { id, title: id, text: t(`rule.${id}`), facts: [[t('reference.test'), rulesTests]], sources: ['LAB'] };
  });
  return {
    id: 'rules',
    title: t('reference.rules'),
    heads: [t('reference.rule'), t('reference.says')],
    rows: entries.map(({ id, text }) => [id, text]),
    entries,
  };
}

function claimsPart(t: Translate): ReferencePart {
  return {
    id: 'claims',
    title: t('reference.claims'),
    heads: [t('claim.says'), t('claim.checked'), t('reference.became'), t('reference.test')],
    rows: claims.map((claim) => [
      t(`claim.${claim.id}.says`),
      t(`claim.verdict.${claim.verdict}`),
      [...claim.paths, ...claim.rules].join(' ') || '–',
      testOf(claim),
    ]),
    entries: claims.map((claim) => ({
      id: claim.id,
      title: t(`claim.${claim.id}.says`),
      text: t(`claim.${claim.id}.truth`),
      facts: [
        [t('inspector.section'), `“${claim.section}” (v1.27)`],
        [t('claim.checked'), `${t(`claim.verdict.${claim.verdict}`)}; ${t(`claim.check.${claim.check}`)}`],
        [t('documentation.english'), t(`claim.${claim.id}.english`)],
        [t('reference.became'), [...claim.paths, ...claim.rules].join(' ') || '–'],
        [t('reference.test'), testOf(claim)],
      ],
      sources: claim.sources,
    })),
  };
}

/** Where a claim is held. */
function testOf({ id }: Claim): string {
  return `analysis/claims.test.ts: ${id}`;
}

function versionsPart(t: Translate): ReferencePart {
  const entries = timeline.map(({ id, minor, paths, sources: read, planned }): ReferenceEntry => {
    const version = planned ? `1.${minor} (${t('reference.planned')})` : `1.${minor}`;
    return {
      id,
      title: version,
      text: t(`change.${id}`),
      facts: paths.length > 0 ? [[t('reference.paths'), paths.join(' ')]] : [],
      sources: read,
    };
  });
  return {
    id: 'versions',
    title: t('reference.versions'),
    heads: [t('reference.version'), t('reference.change')],
    rows: entries.map(({ title, text }) => [title, text]),
    entries,
  };
}

function distributionsPart(t: Translate): ReferencePart {
  const entries = distributionIds.map(
    (id): ReferenceEntry => ({
      id,
      title: distributions[id].name,
      text: t(`distribution.${id}.known`),
      facts: [[t('distribution.unknown'), t(`distribution.${id}.unknown`)]],
      sources: distributions[id].sources,
    }),
  );
  return {
    id: 'distributions',
    title: t('reference.distributions'),
    heads: [t('reference.distributions'), t('distribution.known'), t('distribution.unknown')],
    rows: entries.map(({ title, text, facts }) => [title, text, facts[0]?.[1] ?? '']),
    entries,
  };
}

/** The reference as one Markdown file; the command line and the app write the same. */
export function referenceMarkdown(t: Translate): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const source = (tag: SourceTag) => {
    const { title, url } = sources[tag];
    const plain = title.replaceAll(/[[\]]/g, '');
    return url === null ? plain : `[${plain}](${url})`;
  };
  const parts = reference(t).flatMap(({ title, heads, rows, entries }) => [
    `## ${title}`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows.map(row),
    '',
    ...entries.flatMap((entry) => [
      `### ${entry.title}`,
      '',
      ...(entry.text === entry.title ? [] : [entry.text, '']),
      ...entry.facts.map(([label, value]) => `- ${label}: ${value}`),
      `- ${t('reference.sources')}: ${entry.sources.map(source).join('; ')}`,
      '',
    ]),
  ]);
  return [`# mitmap: ${t('reference.title')}`, '', t('reference.lead'), '', ...parts].join('\n');
}
