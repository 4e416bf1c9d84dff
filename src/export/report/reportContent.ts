import { analyze } from '../../analysis/analyze.ts';
import { inLayer } from '../../analysis/layer.ts';
import { distributionIds, distributions } from '../../catalog/distributions.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { rankFixes, smallestSet } from '../../remedies/smallestSet.ts';
import { weaknessesAmong, weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import { onlyOf } from '../only.ts';
import { type Block, cut, type Line } from './block.ts';
import { derivationBlocks, exposedBlocks, protectedBlocks } from './exposedSection.ts';
import { isFinding } from './findings.ts';
import {
  assumptionBlocks,
  decidingSettings,
  messageBlocks,
  sourceBlocks,
  undeterminedBlocks,
} from './groundSections.ts';
import { remedyBlocks } from './remedyBlocks.ts';
import type { ContentOptions, ReportPart } from './reportPart.ts';
import { summaryBlocks } from './summarySection.ts';
import { tableBlocks } from './tableSection.ts';
import { weaknessBlocks } from './weaknessBlocks.ts';

/** Names of files that are listed before the rest is only counted. */
const mostFiles = 12;

export type ReportSection = {
  readonly part: ReportPart | 'summary';
  readonly title: string;
  /** How many things it tells of; null where that says nothing. */
  readonly count: number | null;
  readonly blocks: readonly Block[];
};

/** A whole report in words, before it is written as HTML or Markdown. */
export type ReportContent = {
  readonly title: string;
  /** Name of the cluster. */
  readonly name: string;
  readonly facts: readonly (readonly [string, Line])[];
  readonly sections: readonly ReportSection[];
  /** Words that a writer needs beside the sections. */
  readonly contents: string;
  readonly made: string;
};

/** Everything that a report can say about a cluster; `withParts` leaves out what is not wanted. */
export function reportContent(topology: Topology, options: ContentOptions): ReportContent {
  const { t, locale, layer, date, version, issues, only } = options;
  const all = inLayer(analyze(topology), layer);
  const { connections } = onlyOf(all, only);
  const weaknesses = weaknessesAmong(weaknessesOf(topology, all), connections);
  const set = smallestSet(topology);
  const existing = connections.filter(({ count }) => count > 0);
  const exposed = connections.filter(isFinding);
  const guarded = existing.filter(({ status }) => status === 'protected' || status === 'local');
  const unknown = existing.filter(({ status }) => status === 'unknown');
  const paths = (some: typeof connections) => new Set(some.map(({ path }) => path)).size;
  const of = (part: ReportSection['part'], title: string, count: number | null, blocks: readonly Block[]) => ({
    part,
    title,
    count,
    blocks,
  });
  const caption = t('report.picture-caption');
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const wide = (points: number) => t('report.picture-wide', { points: decimal.format(points) });
  return {
    title: t('report.heading'),
    name: topology.name || t('start.unnamed'),
    facts: [
      ...titleFacts(topology, connections, options),
      ...(only ? [queryFact(only.query, connections.length, all.connections.length, t)] : []),
    ],
    sections: [
      of('summary', t('export.summary'), null, summaryBlocks(topology, connections, set, t)),
      of('picture', t('app.picture'), null, [
        { kind: 'picture', caption, elsewhere: t('report.picture-elsewhere'), wide },
      ]),
      of('table', t('table.title'), connections.length, tableBlocks(connections, t)),
      of('exposed', t('report.exposed'), paths(exposed), exposedBlocks(topology, exposed, set, t)),
      of('weaknesses', t('weaknesses.title'), weaknesses.length, weaknessBlocks(weaknesses, t)),
      of('protected', t('report.protected'), paths(guarded), protectedBlocks(topology, guarded, t)),
      of('remedies', t('fixes.title'), set.plans[0]?.fixes.length ?? 0, remediesIn(topology, t)),
      of('assumptions', t('report.assumptions'), null, assumptionBlocks(topology, connections, t)),
      of('undetermined', t('report.undetermined'), paths(unknown), undeterminedBlocks(topology, connections, t)),
      of('messages', t('app.problems'), issues.length, messageBlocks(issues, t)),
      of('derivation', t('report.derivation'), null, derivationBlocks(existing, t)),
      of('sources', t('report.sources'), null, sourceBlocks(topology, connections, t)),
    ],
    contents: t('report.contents'),
    made: `${t('export.generated')} ${version}, ${date}`,
  };
}

/** What was asked for, how much of all it is, and what it does not narrow. */
function queryFact(query: string, shown: number, all: number, t: Translate): readonly [string, Line] {
  return [t('query.name'), [t('query.shown', { query, shown, all }), ` ${t('query.remedies-of-all')}`]];
}

function remediesIn(topology: Topology, t: Translate) {
  const lead: Block = { kind: 'paragraph', line: [t('report.remedies-lead')], tone: 'muted' };
  return [lead, ...remedyBlocks(smallestSet(topology), rankFixes(topology), topology.kubernetesVersion, t)];
}

function titleFacts(
  topology: Topology,
  connections: Parameters<typeof decidingSettings>[1],
  { t, layer, date, version }: ContentOptions,
): ReportContent['facts'] {
  const { kubernetesVersion, distribution, nodes, pods, services, sources } = topology;
  const id = distributionIds.find((one) => one === distribution);
  const values = decidingSettings(topology, connections);
  const having = (origin: string) => values.filter((one) => one.origin === origin).length;
  return [
    [t('report.cluster'), [topology.name || t('start.unnamed')]],
    [t('report.date'), [date]],
    [t('app.version'), [kubernetesVersion === 'unknown' ? t('value.unknown') : kubernetesVersion]],
    ...(id ? [[t('report.distribution'), [distributions[id].name]] as const] : []),
    [
      t('report.size'),
      [
        t('report.size-of', {
          nodes: nodes.filter(({ implied }) => implied !== true).length,
          pods: pods.length,
          services: services.length,
        }),
      ],
    ],
    [t('export.sources'), [sources.length > 0 ? cut(sources, mostFiles) : t('report.no-files')]],
    [t('app.layer'), [t(`layer.${layer}`)]],
    [
      t('report.values'),
      [t('report.values-of', { all: values.length, assumed: having('default'), unknown: having('unknown') })],
    ],
    [t('report.made-with'), [`mitmap ${version}`]],
  ];
}

/** A report with only some of its parts. */
export function withParts(content: ReportContent, parts: ReadonlySet<ReportPart>): ReportContent {
  return { ...content, sections: content.sections.filter(({ part }) => part === 'summary' || parts.has(part)) };
}
