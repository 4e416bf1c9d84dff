import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'node:path';
import { cac } from 'cac';
import { analyze } from '../analysis/analyze.ts';
import { layers } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import type { IssueRow } from '../export/analysisJson.ts';
import { fontChoices, tablePlaces } from '../export/exportSvg.ts';
import { onlyOf } from '../export/only.ts';
import { paperIds } from '../export/picture/paper.ts';
import { referenceMarkdown } from '../export/reference.ts';
import { reportParts } from '../export/report/reportPart.ts';
import { type Area, areas, locales } from '../i18n/texts.ts';
import { loadArea, loadLocale, type Translate } from '../i18n/translate.ts';
import { importFiles } from '../importers/importFiles.ts';
import type { ImportIssue } from '../importers/importResult.ts';
import type { InputFile } from '../importers/source/inputFile.ts';
import type { ReadOutcome } from '../project/projectFile.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { themeIds } from '../scene/theme.ts';
import { onlyIn } from './onlyIn.ts';
import { type Opened, openFiles, shownName } from './openFiles.ts';
import { openOwn } from './openOwn.ts';
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
  .option('--title <title>', 'SVG: title (default: the usual one)')
  .option('--fonts <fonts>', `SVG: ${fontChoices.join(' | ')}`, { default: 'system' })
  .option('--transparent', 'SVG: without a background')
  .option('--no-legend', 'SVG: leave out the legend')
  .option('--no-title-block', 'SVG: leave out title, date, files and version')
  .option('--no-model', 'SVG: leave out the model, which lets the page open the picture again')
  .option('--catalog', 'Print the reference of all paths, rules and claims as Markdown')
  .option('--catalogue', 'The same')
  .option('--remedies', 'Print what closes most with the fewest changes, in order, as Markdown or JSON')
  .option('--parts <parts>', `Report: ${reportParts.join(',')}, or some of them with commas`)
  .option(
    '--query <query>',
    "Only paths for which it holds, as 'status:unverified node:worker-* -path:P08'; not in an SVG",
  )
  .option('--fail-on <classes>', `${failures.join(' | ')}, or several with commas: exit with 1 where a path is so`)
  .action(run);
program.help();
program.version(version);

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

await Promise.all([...(Object.keys(areas) as Area[]).map(loadArea), ...locales.map(loadLocale)]);
try {
  // A lone dash would be an option without a name, and take the next file for its value.
  program.parse(withNegatedQuery(process.argv).map((word) => (word === '-' ? standardInput : word)));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** A query may begin with a minus, and is no option then. */
function withNegatedQuery(words: readonly string[]): readonly string[] {
  const isAsked = (word: string, next: string | undefined) => word === '--query' && /^-[^-]/.test(next ?? '');
  return words.flatMap((word, index) => {
    const before = words[index - 1];
    if (before !== undefined && isAsked(before, word)) return [];
    return isAsked(word, words[index + 1]) ? [`${word}=${words[index + 1]}`] : [word];
  });
}

function run(files: readonly string[], options: GivenOptions): void {
  try {
    const output = outputOf(options);
    if (options.catalog || options.catalogue) deliver(referenceMarkdown(output.t), output);
    else if (files.length === 0) write([scenario('documentation')], [], output);
    else
      analyzeFiles(
        files.map((name) => (name === standardInput ? '-' : name)),
        output,
      );
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    fail(error.message);
  }
}

function analyzeFiles(names: readonly string[], output: Output): void {
  const { t } = output;
  const opened = names.flatMap((name) => open(name, shownName(name, names), t));
  const inputs = opened.filter((one) => 'chunks' in one);
  const refused = opened.filter((one) => 'code' in one);
  const read = inputs.map((input) => ({ input, outcome: openOwn(input) }));
  const own = read.flatMap(({ input, outcome }) => ownModel(input, outcome, t));
  const others = read.filter(({ outcome }) => outcome === null).map(({ input }) => input);
  if (opened.length === 0) return;
  const { clusters, issues } = others.length > 0 ? importFiles(others) : { clusters: [], issues: [] };
  const rows = [...refused, ...issues].map((issue) => issueRow(issue, t));
  const topologies = [...own, ...clusters.map(({ topology }) => topology)];
  if (topologies.length > 0) write(topologies, rows, output);
  else fail(rows.map((row) => `${row.file}:${row.line}: ${row.message}`).join('\n'));
}

function open(name: string, shown: string, t: Translate): readonly Opened[] {
  try {
    return openFiles(name, shown);
  } catch (error) {
    // What is left may look well: a mistyped name must not let a pipeline pass.
    fail(t('cli.no-file', { file: name, reason: error instanceof Error ? error.message : '' }));
    return [];
  }
}

/** A model of our own; one that cannot be read ends the run, since what is left may look well. */
function ownModel({ name }: InputFile, outcome: ReadOutcome | null, t: Translate): readonly Topology[] {
  if (outcome === null) return [];
  if (outcome.ok) return [outcome.topology];
  const { reason, place = '', needs = 0 } = outcome;
  fail(`${name}: ${t(`sharing.reason.${reason}`, { place, needs })}`);
  return [];
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
  if (only !== undefined && texts.length === 1) deliver(only, output);
  else if (output.format === 'json') deliver(`[${texts.map((text) => text.trimEnd()).join(',\n')}]\n`, output);
  else if (joinable.includes(output.format) || output.out === null) deliver(texts.join('\n'), output);
  else for (const [index, text] of texts.entries()) deliver(text, { ...output, out: numbered(output.out, index + 1) });
}

/** The first keeps its name: `map.svg`, `map-2.svg`, … */
function numbered(file: string, number: number): string {
  const { dir, name, ext } = parse(file);
  return number === 1 ? file : `${dir === '' ? '' : `${dir}/`}${name}-${number}${ext}`;
}

function deliver(text: string, { out, t }: Pick<Output, 'out' | 't'>): void {
  if (out === null) process.stdout.write(text);
  else
    try {
      writeFileSync(out, text);
    } catch (error) {
      fail(t('cli.not-written', { file: out, reason: error instanceof Error ? error.message : '' }));
    }
}

function failAt(topology: Topology, output: Output): void {
  const { failOn, t } = output;
  const { connections } = onlyOf(analyze(topology), onlyIn(topology, output));
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
