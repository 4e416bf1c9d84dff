import { cac } from 'cac';
import { type Analysis, analyse } from '../analysis/analyse.ts';
import { type Layer, layers } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import { analysisJson, type IssueRow } from '../export/analysisJson.ts';
import { exportSvg } from '../export/exportSvg.ts';
import { referenceMarkdown } from '../export/reference.ts';
import { remediesJson, remediesMarkdown } from '../export/remediesReport.ts';
import { markdownReport } from '../export/report.ts';
import { type Area, areas, type Locale, locales } from '../i18n/texts.ts';
import { loadArea, loadLocale, type Translate, translator } from '../i18n/translate.ts';
import { importFiles } from '../importers/importFiles.ts';
import type { ImportIssue } from '../importers/importResult.ts';
import type { InputFile } from '../importers/source/inputFile.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { openFiles } from './openFiles.ts';

/** Stands for a lone dash while the command line is parsed; no file can have this name. */
const standardInput = '\0';

const formats = ['json', 'markdown', 'svg'] as const;
type Format = (typeof formats)[number];
/** Classes of paths at which a pipeline may stop. */
const failures = ['unverified', 'plaintext', 'unknown'] as const;
type Failure = (typeof failures)[number];

const program = cac('analyze');
program
  .command('[...files]', 'Analyse files, folders and archives of a cluster, or - for standard input')
  .option('--format <format>', formats.join(' | '), { default: 'markdown' })
  .option('--lang <lang>', locales.join(' | '), { default: 'en' })
  .option('--catalogue', 'Print the reference of all paths, rules and claims as Markdown')
  .option('--remedies', 'Print what closes most with the fewest changes, in order, as Markdown or JSON')
  .option('--paths <paths>', `${layers.join(' | ')}; what the SVG shows`, { default: 'documented' })
  .option('--fail-on <classes>', `${failures.join(' | ')}, or several with commas: exit with 1 where a path is so`)
  .action(run);
program.help();

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

await Promise.all([...(Object.keys(areas) as Area[]).map(loadArea), ...locales.map(loadLocale)]);
try {
  // A lone dash would be an option without a name, and take the next file for its value.
  program.parse(process.argv.map((word) => (word === '-' ? standardInput : word)));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

type Options = {
  readonly format: unknown;
  readonly lang: unknown;
  readonly paths: unknown;
  readonly catalogue?: boolean;
  readonly remedies?: boolean;
  readonly failOn?: unknown;
};

type Output = {
  readonly format: Format;
  readonly locale: Locale;
  readonly layer: Layer;
  readonly failOn: readonly Failure[];
  readonly remedies: boolean;
  readonly t: Translate;
};

function run(files: readonly string[], options: Options): void {
  const layer = layers.find((one) => one === options.paths);
  const locale = locales.find((one) => one === options.lang);
  const format = formats.find((one) => one === options.format);
  const wanted = options.failOn === undefined ? [] : String(options.failOn).split(',');
  const failOn = wanted.flatMap((name) => failures.find((one) => one === name) ?? []);
  const t = translator(locale ?? 'en');
  if (!locale) fail(t('cli.bad-option', { option: '--lang', choices: locales.join(', ') }));
  else if (!format) fail(t('cli.bad-option', { option: '--format', choices: formats.join(', ') }));
  else if (!layer) fail(t('cli.bad-option', { option: '--paths', choices: layers.join(', ') }));
  else if (failOn.length < wanted.length)
    fail(t('cli.bad-option', { option: '--fail-on', choices: failures.join(', ') }));
  else if (options.remedies && format === 'svg')
    fail(t('cli.bad-option', { option: '--format', choices: 'json, markdown' }));
  else if (options.catalogue) process.stdout.write(referenceMarkdown(t));
  else {
    const output = { format, locale, layer, failOn, remedies: options.remedies === true, t };
    if (files.length === 0) write([scenario('documentation')], [], output);
    else
      analyseFiles(
        files.map((name) => (name === standardInput ? '-' : name)),
        output,
      );
  }
}

function analyseFiles(names: readonly string[], output: Output): void {
  const { t } = output;
  const inputs = names.flatMap((name) => open(name, t));
  const { clusters, issues } = importFiles(inputs);
  const rows = issues.map((issue) => issueRow(issue, t));
  const topologies = clusters.map(({ topology }) => topology);
  if (topologies.length > 0) write(topologies, rows, output);
  else fail(rows.map((row) => `${row.file}:${row.line}: ${row.message}`).join('\n'));
}

function open(name: string, t: Translate): readonly InputFile[] {
  try {
    return openFiles(name);
  } catch (error) {
    // What is left may look well: a mistyped name must not let a pipeline pass.
    fail(t('cli.no-file', { file: name, reason: error instanceof Error ? error.message : '' }));
    return [];
  }
}

function issueRow(issue: ImportIssue, t: Translate): IssueRow {
  const { code, severity, place, params } = issue;
  const { file, line, column } = place;
  const message = `${t(`issue.${code}`, params)} ${t(`advice.${code}`, params)}`;
  return { code, severity, file, line, ...(column !== undefined && { column }), message };
}

/** Each cluster after the other; several in JSON as one array. */
function write(topologies: readonly Topology[], issues: readonly IssueRow[], output: Output): void {
  const { format, locale, layer, failOn, remedies, t } = output;
  const date = new Date().toISOString().slice(0, 10);
  const texts = topologies.map((topology, index) => {
    const analysis = analyse(topology);
    const own = index === 0 ? issues : [];
    failAt(analysis, failOn, t);
    if (remedies && format !== 'svg')
      return format === 'json' ? remediesJson(topology, t) : remediesMarkdown(topology, t);
    return {
      json: () => analysisJson(topology, analysis, own),
      markdown: () => markdownReport(t, topology, analysis, own),
      svg: () => exportSvg(topology, { t, locale, theme: 'light', colouring: 'overall', layer, date }),
    }[format]();
  });
  const isArray = format === 'json' && texts.length > 1;
  process.stdout.write(isArray ? `[${texts.map((text) => text.trimEnd()).join(',\n')}]\n` : texts.join('\n'));
}

function failAt(analysis: Analysis, failOn: readonly Failure[], t: Translate): void {
  for (const wanted of failOn) {
    const found = analysis.connections.filter(({ status, count }) => status === wanted && count > 0);
    if (found.length === 0) continue;
    const paths = [...new Set(found.map(({ path }) => path))].join(', ');
    process.stderr.write(`${t('cli.failed-on', { status: t(`status.${wanted}`), paths })}\n`);
    process.exitCode ||= 1;
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
