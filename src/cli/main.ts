import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'node:path';
import { cac } from 'cac';
import { analyse } from '../analysis/analyse.ts';
import { layers } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import type { IssueRow } from '../export/analysisJson.ts';
import { tablePlaces } from '../export/exportSvg.ts';
import { paperIds } from '../export/picture/paper.ts';
import { referenceMarkdown } from '../export/reference.ts';
import { type Area, areas, locales } from '../i18n/texts.ts';
import { loadArea, loadLocale, type Translate } from '../i18n/translate.ts';
import { importFiles } from '../importers/importFiles.ts';
import type { ImportIssue } from '../importers/importResult.ts';
import type { InputFile } from '../importers/source/inputFile.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { themeIds } from '../scene/theme.ts';
import { openFiles } from './openFiles.ts';
import { BadOption, failures, formats, type GivenOptions, type Output, outputOf } from './options.ts';
import { textOf } from './write.ts';

/** Stands for a lone dash while the command line is parsed; no file can have this name. */
const standardInput = '\0';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

const program = cac('analyze');
program
  .command('[...files]', 'Analyse files, folders and archives of a cluster, or - for standard input')
  .option('--format <format>', formats.join(' | '), { default: 'markdown' })
  .option('--out <file>', 'Write into this file; standard output without it')
  .option('--lang <lang>', locales.join(' | '), { default: 'en' })
  .option('--paths <paths>', `${layers.join(' | ')} (default: documented in an SVG, else all)`)
  .option('--date <date>', 'Date in title and report, as 2026-01-31 (default: today)')
  .option('--theme <theme>', `SVG: ${themeIds.join(' | ')}`, { default: 'light' })
  .option('--size <size>', `SVG: ${paperIds.join(' | ')}`, { default: 'natural' })
  .option('--table <place>', `SVG: ${tablePlaces.join(' | ')}`, { default: 'fitting' })
  .option('--no-model', 'SVG: leave out the model, which lets the page open the picture again')
  .option('--catalogue', 'Print the reference of all paths, rules and claims as Markdown')
  .option('--remedies', 'Print what closes most with the fewest changes, in order, as Markdown or JSON')
  .option('--fail-on <classes>', `${failures.join(' | ')}, or several with commas: exit with 1 where a path is so`)
  .action(run);
program.help();
program.version(version);

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

await Promise.all([...(Object.keys(areas) as Area[]).map(loadArea), ...locales.map(loadLocale)]);
try {
  // A lone dash would be an option without a name, and take the next file for its value.
  program.parse(process.argv.map((word) => (word === '-' ? standardInput : word)));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function run(files: readonly string[], options: GivenOptions): void {
  try {
    const output = outputOf(options);
    if (options.catalogue) deliver(referenceMarkdown(output.t), output.out);
    else if (files.length === 0) write([scenario('documentation')], [], output);
    else
      analyseFiles(
        files.map((name) => (name === standardInput ? '-' : name)),
        output,
      );
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    fail(error.message);
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

/** Formats of which several do not make one file; their clusters go into files of their own. */
const joinable: readonly Output['format'][] = ['json', 'markdown'];

/** Each cluster after the other; several in JSON as one array. */
function write(topologies: readonly Topology[], issues: readonly IssueRow[], output: Output): void {
  const texts = topologies.map((topology, index) => {
    failAt(topology, output);
    return textOf(topology, index === 0 ? issues : [], output, version);
  });
  const [only] = texts;
  if (only !== undefined && texts.length === 1) deliver(only, output.out);
  else if (output.format === 'json') deliver(`[${texts.map((text) => text.trimEnd()).join(',\n')}]\n`, output.out);
  else if (joinable.includes(output.format) || output.out === null) deliver(texts.join('\n'), output.out);
  else for (const [index, text] of texts.entries()) deliver(text, numbered(output.out, index + 1));
}

/** The first keeps its name: `map.svg`, `map-2.svg`, … */
function numbered(file: string, number: number): string {
  const { dir, name, ext } = parse(file);
  return number === 1 ? file : `${dir === '' ? '' : `${dir}/`}${name}-${number}${ext}`;
}

function deliver(text: string, out: string | null): void {
  if (out === null) process.stdout.write(text);
  else writeFileSync(out, text);
}

function failAt(topology: Topology, { failOn, t }: Output): void {
  const { connections } = analyse(topology);
  for (const wanted of failOn) {
    const found = connections.filter(({ status, count }) => status === wanted && count > 0);
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
