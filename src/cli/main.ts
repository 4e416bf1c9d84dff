import { readFileSync } from 'node:fs';
import { cac } from 'cac';
import { analyse } from '../analysis/analyse.ts';
import { type Layer, layers } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import { analysisJson, type IssueRow } from '../export/analysisJson.ts';
import { exportSvg } from '../export/exportSvg.ts';
import { referenceMarkdown } from '../export/reference.ts';
import { markdownReport } from '../export/report.ts';
import { type Locale, locales } from '../i18n/texts.ts';
import { loadArea, loadLocale, type Translate, translator } from '../i18n/translate.ts';
import { importFiles } from '../importers/importFiles.ts';
import type { ImportIssue, InputFile } from '../importers/importResult.ts';
import { scenario } from '../scenarios/scenarios.ts';

const formats = ['json', 'markdown', 'svg'] as const;
type Format = (typeof formats)[number];

const program = cac('analyze');
program
  .command('[...files]', 'Analyse files of a cluster; without files, the documentation’s cluster')
  .option('--format <format>', formats.join(' | '), { default: 'markdown' })
  .option('--lang <lang>', locales.join(' | '), { default: 'en' })
  .option('--catalogue', 'Print the reference of all paths, rules and claims as Markdown')
  .option('--paths <paths>', `${layers.join(' | ')}; what the SVG shows`, { default: 'documented' })
  .action(run);
program.help();

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

await Promise.all([loadArea('interface'), loadArea('explanations'), loadArea('reference'), ...locales.map(loadLocale)]);
try {
  program.parse();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

type Options = {
  readonly format: unknown;
  readonly lang: unknown;
  readonly paths: unknown;
  readonly catalogue?: boolean;
};

function run(files: readonly string[], options: Options): void {
  const layer = layers.find((one) => one === options.paths);
  const locale = locales.find((one) => one === options.lang);
  const format = formats.find((one) => one === options.format);
  const t = translator(locale ?? 'en');
  if (!locale) fail(t('cli.bad-option', { option: '--lang', choices: locales.join(', ') }));
  else if (!format) fail(t('cli.bad-option', { option: '--format', choices: formats.join(', ') }));
  else if (!layer) fail(t('cli.bad-option', { option: '--paths', choices: layers.join(', ') }));
  else if (options.catalogue) process.stdout.write(referenceMarkdown(t));
  else if (files.length === 0) write(scenario('documentation'), [], { format, locale, layer, t });
  else analyseFiles(files, { format, locale, layer, t });
}

type Output = { readonly format: Format; readonly locale: Locale; readonly layer: Layer; readonly t: Translate };

function analyseFiles(files: readonly string[], output: Output): void {
  const { t } = output;
  const inputs = files.map((name) => open(name, t)).filter((input) => input !== null);
  const { topology, issues } = importFiles(inputs);
  const rows = issues.map((issue) => issueRow(issue, t));
  if (topology) write(topology, rows, output);
  else fail(rows.map((row) => `${row.file}:${row.line}: ${row.message}`).join('\n'));
}

function open(name: string, t: Translate): InputFile | null {
  try {
    return { name, bytes: readFileSync(name) };
  } catch (error) {
    process.stderr.write(`${t('cli.no-file', { file: name, reason: error instanceof Error ? error.message : '' })}\n`);
    return null;
  }
}

function issueRow(issue: ImportIssue, t: Translate): IssueRow {
  const { code, severity, place, params } = issue;
  return { code, severity, file: place.file, line: place.line, message: t(`issue.${code}`, params) };
}

function write(topology: Topology, issues: readonly IssueRow[], { format, locale, layer, t }: Output): void {
  const analysis = analyse(topology);
  const date = new Date().toISOString().slice(0, 10);
  const output = {
    json: () => analysisJson(topology, analysis, issues),
    markdown: () => markdownReport(t, topology, analysis, issues),
    svg: () => exportSvg(topology, { t, locale, theme: 'light', colouring: 'overall', layer, date }),
  }[format]();
  process.stdout.write(output);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
