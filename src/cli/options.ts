import { type Layer, layers } from '../analysis/layer.ts';
import { type FontChoice, fontChoices, type PictureOptions, tablePlaces, usualPicture } from '../export/exportSvg.ts';
import { dataFormatIds } from '../export/formats/formats.ts';
import { paperIds } from '../export/picture/paper.ts';
import { type ReportPart, reportParts, usualParts } from '../export/report/reportPart.ts';
import { problemWords } from '../i18n/queryWords.ts';
import { type Locale, locales } from '../i18n/texts.ts';
import { type Translate, translator } from '../i18n/translate.ts';
import { parseQuery, type Query } from '../query/parseQuery.ts';
import { themeIds } from '../scene/theme.ts';

export const formats = ['markdown', 'html', 'svg', ...dataFormatIds] as const;
export type Format = (typeof formats)[number];

/** Classes of paths at which a pipeline may stop. */
export const failures = ['open', 'unverified', 'plaintext', 'unknown'] as const;
export type Failure = (typeof failures)[number];

/** The options as they were typed; `cac` knows nothing of their values. */
export type GivenOptions = {
  readonly format: unknown;
  readonly lang: unknown;
  readonly paths?: unknown;
  readonly out?: unknown;
  readonly date?: unknown;
  readonly theme: unknown;
  readonly size: unknown;
  readonly table: unknown;
  readonly model: boolean;
  readonly legend: boolean;
  readonly titleBlock: boolean;
  readonly transparent?: boolean;
  readonly title?: unknown;
  readonly fonts: unknown;
  readonly parts?: unknown;
  readonly catalog?: boolean;
  /** As earlier versions spelled it. */
  readonly catalogue?: boolean;
  readonly remedies?: boolean;
  readonly failOn?: unknown;
  readonly query?: unknown;
};

export type Output = {
  readonly format: Format;
  readonly locale: Locale;
  readonly t: Translate;
  readonly layer: Layer;
  readonly failOn: readonly Failure[];
  /** Which connections are written and judged; null for all. */
  readonly query: Query | null;
  readonly remedies: boolean;
  /** Where to write; null for standard output. */
  readonly out: string | null;
  /** As `2026-11-23`. */
  readonly date: string;
  readonly picture: PictureOptions;
  readonly fonts: FontChoice;
  readonly parts: ReadonlySet<ReportPart>;
};

/** A value that is none of the choices. */
export class BadOption extends Error {}

/** What was asked for. @throws BadOption with a message for the user */
export function outputOf(given: GivenOptions): Output {
  const locale = locales.find((one) => one === given.lang);
  const t = translator(locale ?? 'en');
  const choice = <T extends string>(option: string, value: unknown, choices: readonly T[]): T => {
    const chosen = choices.find((one) => one === value);
    if (chosen === undefined) throw new BadOption(t('cli.bad-option', { option, choices: choices.join(', ') }));
    return chosen;
  };
  const remedies = given.remedies === true;
  const format = choice('--format', given.format, remedies ? (['markdown', 'json'] as const) : formats);
  const wanted = given.failOn === undefined ? [] : String(given.failOn).split(',');
  const date = given.date === undefined ? new Date().toISOString().slice(0, 10) : String(given.date);
  if (!isDay(date)) throw new BadOption(t('cli.bad-option', { option: '--date', choices: '2026-01-31' }));
  return {
    format,
    locale: choice('--lang', given.lang, locales),
    t,
    // A picture of all paths is for those who ask for it; a table of them is what an audit needs.
    layer: choice('--paths', given.paths ?? (format === 'svg' ? 'documented' : 'all'), layers),
    failOn: wanted.map((name) => choice('--fail-on', name, failures)),
    query: queryIn(given, format, t),
    remedies,
    out: given.out === undefined ? null : String(given.out),
    date,
    picture: {
      ...usualPicture,
      theme: choice('--theme', given.theme, themeIds),
      paper: choice('--size', given.size, paperIds),
      table: choice('--table', given.table, tablePlaces),
      model: given.model,
      legend: given.legend,
      titleBlock: given.titleBlock,
      transparent: given.transparent === true,
      title: given.title === undefined ? '' : String(given.title),
    },
    fonts: choice('--fonts', given.fonts, fontChoices),
    parts:
      given.parts === undefined
        ? usualParts
        : new Set(
            String(given.parts)
              .split(',')
              .map((part) => choice('--parts', part, reportParts)),
          ),
  };
}

/** Terms that speak of what somebody does in the page. */
const onlyInPage: readonly string[] = ['changed', 'selected'];

function queryIn(
  { query: typed, catalog, catalogue, remedies }: GivenOptions,
  format: Format,
  t: Translate,
): Query | null {
  if (typed === undefined) return null;
  // Given several times, all of it must hold.
  const query = parseQuery([typed].flat().map(String).join(' '));
  const [other] = [
    ...(catalog || catalogue ? ['--catalog'] : []),
    ...(remedies === true ? ['--remedies'] : []),
    ...(format === 'svg' ? ['--format svg'] : []),
  ];
  if (other !== undefined) throw new BadOption(t('query.not-with', { option: other }));
  const [first] = query.problems;
  if (first) throw new BadOption(query.problems.map((one) => `--query: ${problemWords(one, t)}`).join('\n'));
  const meaningless = query.terms.find(({ field }) => onlyInPage.includes(field));
  if (meaningless) throw new BadOption(t('query.not-on-command-line', { word: meaningless.field }));
  return query;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
