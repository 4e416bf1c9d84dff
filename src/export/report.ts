import type { Analysis } from '../analysis/analyse.ts';
import type { Connection } from '../analysis/connection.ts';
import { exposures } from '../analysis/rules.ts';
import { techniquesOf, threatsOf } from '../attack/tags.ts';
import type { Topology } from '../domain/topology.ts';
import type { Translate } from '../i18n/translate.ts';
import type { IssueRow } from './analysisJson.ts';

/** The analysis as Markdown: a table of paths, and what was wrong with the input. */
export function markdownReport(
  t: Translate,
  topology: Topology,
  analysis: Analysis,
  issues: readonly IssueRow[],
): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.map((cell) => escaped(String(cell))).join(' | ')} |`;
  const heads = [
    'export.path',
    'export.from-to',
    'export.count',
    'export.status',
    'inspector.attack',
    'attacker.tags',
    'inspector.evidence',
  ] as const;
  const lines = analysis.connections.map((connection) =>
    row([
      `${connection.path}${connection.variant ?? ''} ${t(`path.${connection.path}.name`)}`,
      `${connection.client.name} → ${connection.server.name}`,
      connection.count,
      t(`status.${connection.status}`),
      connection.exposure.active.map((one) => t(`exposure.${one}`)).join(', ') || t('exposure.nothing'),
      tagsOf(connection, t),
      t(`evidence.${connection.evidence}`),
    ]),
  );
  const problems = issues.map(
    (issue) =>
      `- ${escaped(`${issue.file}:${issue.line}`)} (${t(`severity.${issue.severity as 'error'}`)}): ${escaped(issue.message)}`,
  );
  return [
    `# ${t('app.title')}`,
    '',
    t('app.description'),
    '',
    `Kubernetes ${topology.kubernetesVersion}, ${topology.nodes.length} Nodes, ${topology.pods.length} Pods, ${topology.services.length} Services`,
    '',
    row(heads.map((head) => t(head))),
    row(heads.map(() => '---')),
    ...lines,
    ...(problems.length > 0 ? ['', `## ${t('export.problems')}`, '', ...problems] : []),
    '',
  ].join('\n');
}

/** What an active attacker could do, in the names that STRIDE and MITRE ATT&CK have for it. */
function tagsOf(connection: Connection, t: Translate): string {
  const found = exposures.filter((exposure) => connection.exposure.active.includes(exposure));
  const threats = found.flatMap((exposure) => threatsOf[exposure].map((threat) => t(`threat.${threat}`)));
  const ids = found.flatMap((exposure) => techniquesOf(connection, exposure));
  return [...new Set([...threats, ...ids])].join(', ');
}

/** A name may hold anything: nothing in it may become Markdown or HTML. */
function escaped(text: string): string {
  return text
    .replace(/[|\\`*_[\]#]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/\s+/g, ' ');
}
