import type { Connection } from '../../analysis/connection.ts';
import { openQuestions, unknownsOf } from '../../analysis/openQuestions.ts';
import { isOneHost } from '../../analysis/rules/crossing.ts';
import { type TechniqueId, techniques, techniquesSource, techniqueUrl } from '../../attack/tags.ts';
import { clusterKindOf, collecting } from '../../catalog/collecting.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { distributionIds, distributions } from '../../catalog/distributions.ts';
import { ruleIds } from '../../catalog/ruleIds.ts';
import { settingName } from '../../catalog/settings.ts';
import { type SourceTag, sources } from '../../catalog/sources.ts';
import { groupBy } from '../../domain/groupBy.ts';
import type { Topology } from '../../domain/topology.ts';
import { originWords } from '../../i18n/originWords.ts';
import { remarkLines } from '../../i18n/remarks.ts';
import type { Translate } from '../../i18n/translate.ts';
import { cisEditionOf } from '../../remedies/cisEdition.ts';
import { remarkLetters } from '../../scene/sceneOptions.ts';
import { type IssueRow, settingRows } from '../analysisJson.ts';
import { type Block, code, cut, type Item, type Line, list, paragraph, type Section } from './block.ts';
import { merged } from './evidence.ts';
import { numbersOf } from './pathWords.ts';

/** Places of one message that are named before the rest is only counted. */
const mostPlaces = 5;

/** Settings that decided something, of every instance that has them. */
export function decidingSettings(topology: Topology, connections: readonly Connection[]) {
  const keys = new Set(
    connections.flatMap(({ reasons }) =>
      Object.values(reasons).flatMap((own) => own.map(({ component, key }) => `${component} ${key}`)),
    ),
  );
  return settingRows(topology).filter(({ component, key }) => keys.has(`${component} ${key}`));
}

/** What is taken to be so: who is on which network, the version, and every value that no file shows. */
export function assumptionBlocks(
  topology: Topology,
  connections: readonly Connection[],
  t: Translate,
): readonly Block[] {
  const { kubernetesVersion: version, networks } = topology;
  const assumed = decidingSettings(topology, connections)
    .filter(({ origin }) => origin === 'default' || origin === 'user')
    .map(({ component, instance, key, ...setting }) => ({ component, instance, key, setting }));
  const remarks = remarkLines(topology, connections, new Set(remarkLetters(topology.remarks).values()), t);
  return [
    paragraph(version === 'unknown' ? t('report.version-unknown') : t('report.version-is', { version })),
    ...distributionBlocks(topology, t),
    {
      kind: 'table',
      caption: t('app.networks'),
      heads: [t('column.network'), t('report.trust'), t('report.means')],
      rows: networks.map(({ id, trust }) => ({
        cells: [[t(`network.${id}`)], [t(`trust.${trust}`)], [t(`report.trust-${trust}`)]],
      })),
    },
    ...(isOneHost(topology) ? [paragraph(t('report.one-host'))] : []),
    ...(connections.some(({ network }) => network.id === 'host') ? [paragraph(t('report.own-address'))] : []),
    ...(assumed.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: t('report.assumed-values'),
            heads: [t('report.component'), t('report.setting'), t('report.value'), t('report.origin'), t('report.on')],
            rows: merged(assumed).map(({ component, key, setting, instances }) => ({
              cells: [
                [component],
                [code(settingName(component, key))],
                [setting.value === null ? t('setting.not-set') : code(setting.value)],
                [originWords(setting, version, t)],
                [cut(instances)],
              ],
            })),
          },
        ]
      : []),
    ...(remarks.length > 0 ? [section(t('remark.legend'), list(remarks.map((line) => ({ line: [line] }))))] : []),
  ];
}

function section(title: string, blocks: readonly Block[]): Section {
  return { kind: 'section', title: [title], blocks };
}

function distributionBlocks({ distribution }: Topology, t: Translate): readonly Block[] {
  const id = distributionIds.find((one) => one === distribution);
  if (!id) return [];
  return [
    paragraph(
      `${distributions[id].name}: ${t(`distribution.${id}.known`)} ${t('distribution.unknown')}: ${t(`distribution.${id}.unknown`)}`,
    ),
  ];
}

/** What no file shows, which paths wait for it, and what would show it. */
export function undeterminedBlocks(
  { distribution }: Topology,
  connections: readonly Connection[],
  t: Translate,
): readonly Block[] {
  const unknown = connections.filter(({ status, count }) => status === 'unknown' && count > 0);
  if (unknown.length === 0) return [paragraph(t('open.none'))];
  const steps = collecting[clusterKindOf(distribution)];
  const questions = openQuestions({ connections }).map(({ component, settings, paths }): Item => {
    const step = steps.find(({ shows }) => shows.includes(component));
    return {
      line: [`${numbersOf(paths)}: ${t('open.because', { component, settings: settings.join(', ') })}`],
      items: step
        ? [{ line: [`${t('open.settles')} ${t(`collect.${step.id}`)} `, code(step.command)] }]
        : [{ line: [t('open.ask')] }],
    };
  });
  const paths = [...groupBy(unknown, ({ path }) => path)].map(
    ([path, own]): Item => ({
      line: [{ kind: 'see', id: `path-${path}`, text: pathNumber(path) }, ` ${t(`path.${path}.name`)}`],
      items: [...new Set(own.flatMap((one) => unknownWords(one, t)))].map((words) => ({ line: [words] })),
    }),
  );
  return [paragraph(t('report.undetermined-lead')), ...list(paths), ...list(questions)];
}

/** Why a connection is not determined; that a file is missing is said only where one would tell. */
function unknownWords(connection: Connection, t: Translate): readonly string[] {
  const { settings, variables, inputs } = unknownsOf(connection);
  const named = inputs.flatMap((input) => namedInputs.find((one) => one === input) ?? []);
  return [
    ...(settings.length > 0 ? [t('report.unknown-setting')] : []),
    ...variables.map(({ component, key }) =>
      t('report.unknown-variable', { component, settings: settingName(component, key) }),
    ),
    ...named.map((input) => t(`report.unknown-${input}`)),
    ...(inputs.length > named.length ? [t('report.unknown-other')] : []),
    ...connection.notes.map((note) => t(`note.${note}`)),
  ];
}

const namedInputs = ['verify', 'cred', 'clientAuthPolicy', 'authz'] as const;

/** What was said about the files, each message once. */
export function messageBlocks(issues: readonly IssueRow[], t: Translate): readonly Block[] {
  if (issues.length === 0) return [paragraph(t('problems.none'))];
  const groups = groupBy(issues, ({ severity, message }) => `${severity} ${message}`);
  const rows = [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const places = own.map(({ file, line }) => `${file}:${line}`);
    return [{ cells: [[severityWord(first.severity, t)], [first.message], [cut(places, mostPlaces)]] }];
  });
  const heads = [t('report.severity'), t('report.message'), t('report.place')];
  return [{ kind: 'table', caption: t('app.problems'), heads, rows }];
}

function severityWord(severity: string, t: Translate): string {
  const known = (['error', 'warning', 'info'] as const).find((one) => one === severity);
  return known ? t(`severity.${known}`) : severity;
}

/** How the report knows what it claims: the method, the rules in words, and where every fact was read. */
export function sourceBlocks(
  { kubernetesVersion }: Topology,
  connections: readonly Connection[],
  t: Translate,
): readonly Block[] {
  const edition = cisEditionOf(kubernetesVersion);
  const paths = [...groupBy(connections, ({ path }) => path).keys()];
  const uses = paths.flatMap((path) => communicationPath(path).sources.map((tag) => ({ tag, path })));
  const bySource = groupBy(uses, ({ tag }) => tag);
  return [
    section(t('report.method'), [paragraph(t('report.method-text'))]),
    section(t('reference.rules'), [
      {
        kind: 'table',
        caption: t('reference.rules'),
        heads: [t('reference.rule'), t('reference.says')],
        rows: ruleIds.map((id) => ({ id: `rule-${id}`, cells: [[id], [t(`rule.${id}`)]] })),
      },
    ]),
    section(t('inspector.sources'), [
      ...(edition ? [paragraph(t('report.cis', edition))] : []),
      ...list([...bySource].map(([tag, own]) => sourceItem(tag, numbersOf(own.map(({ path }) => path))))),
    ]),
    section('MITRE ATT&CK', [
      {
        kind: 'table',
        caption: t('report.techniques'),
        heads: [t('report.technique'), t('inspector.sources')],
        rows: techniqueIds.map((id) => ({
          id: `technique-${id}`,
          cells: [[`${id} ${techniques[id]}`], [{ kind: 'link', href: techniqueUrl(id), text: techniqueUrl(id) }]],
        })),
      },
      ...list([sourceItem(techniquesSource, '')]),
    ]),
  ];
}

const techniqueIds = (Object.keys(techniques) as TechniqueId[]).sort();

function sourceItem(tag: SourceTag, paths: string): Item {
  const { title, url } = sources[tag];
  const link: Line = url === null ? [title] : [{ kind: 'link', href: url, text: title }];
  return { line: paths === '' ? link : [...link, `: ${paths}`] };
}
