import { fromWorst, type Status } from '../analysis/rules.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import { blockWidth, type Population } from '../population/population.ts';
import type { Theme } from '../scene/theme.ts';
import { escapeXml } from './escapeXml.ts';

export type PopulationExport = {
  readonly population: Population;
  /** The class of each kind; null where no path concerns it. */
  readonly classes: readonly (Status | null)[];
  readonly theme: Theme;
  /** By section. */
  readonly titles: readonly string[];
  readonly name: string;
  readonly t: Translate;
  readonly locale: Locale;
};

/** Units of the drawing for the side of a pod's cell. */
const unit = 10;
const margin = 30;

/**
 * Every node, pod and service as SVG, with one path element for each class: at the documented maximum that is six elements
 * and some megabytes, and not 165,000 elements that no program opens. Classes differ in shape as well as in color.
 */
export function exportPopulation({ population, classes, theme, titles, name, t, locale }: PopulationExport): string {
  const { width, height, sections } = population;
  const size = Math.max(14, (width * unit) / 62);
  const head = size * 4.4;
  const [wide, high] = [Math.ceil(width * unit + 2 * margin + size * 8), Math.ceil(height * unit + head + 2 * margin)];
  const parts = cellsByClass(population, classes);
  const ordered = [...fromWorst, null].filter((status) => parts.has(status));
  const words = (status: Status | null) => (status === null ? t('population.no-path') : t(`status.${status}`));
  const written = new Intl.NumberFormat(locale).format;
  let legendX = margin;
  const legend = ordered.map((status) => {
    const text = `${words(status)}: ${written(parts.get(status)?.count ?? 0)}`;
    const x = legendX;
    legendX += size * (2.6 + text.length * 0.56);
    return (
      `<path d="${shape(status, x, margin + size * 2, size)}" fill="${colorOf(status, theme)}"/>` +
      `<text x="${round(x + size * 1.4)}" y="${round(margin + size * 2.85)}">${escapeXml(text)}</text>`
    );
  });
  const title = name === '' ? t('population.title') : `${t('population.title')}: ${name}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="1600" height="${round((1600 * high) / wide)}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml([...titles, ...ordered.map((status) => `${words(status)}: ${written(parts.get(status)?.count ?? 0)}`)].join('. '))}</desc>`,
    `<rect width="${wide}" height="${high}" fill="${theme.canvas}"/>`,
    `<g font-family="Arial, Helvetica, Liberation Sans, sans-serif" font-size="${round(size)}" fill="${theme.ink}">`,
    `<text x="${margin}" y="${round(margin + size)}" font-weight="bold">${escapeXml(title)}</text>`,
    ...legend,
    ...sections.map(
      (section, index) =>
        `<text x="${round(margin + section.x * unit)}" y="${round(margin + head + section.top * unit - size * 0.4)}" font-size="${round(size * 0.9)}">${escapeXml(titles[index] ?? '')}</text>`,
    ),
    '</g>',
    `<g transform="translate(${margin} ${round(margin + head)})">`,
    ...ordered.map(
      (status) =>
        `<path d="${parts.get(status)?.d.join('') ?? ''}" fill="${colorOf(status, theme)}"><title>${escapeXml(words(status))}</title></path>`,
    ),
    '</g>',
    '</svg>\n',
  ].join('\n');
}

type Part = { readonly d: string[]; count: number };

function cellsByClass(population: Population, classes: PopulationExport['classes']): ReadonlyMap<Status | null, Part> {
  const { blocks, kind } = population;
  const parts = new Map<Status | null, Part>();
  const partOf = (ofKind: number): Part => {
    const status = classes[ofKind] ?? null;
    const known = parts.get(status) ?? { d: [], count: 0 };
    parts.set(status, known);
    return known;
  };
  for (let block = 0; block < blocks.count; block += 1) {
    const [left, top] = [(blocks.x[block] ?? 0) * unit, round((blocks.y[block] ?? 0) * unit)];
    const bar = (blocks.bar[block] ?? 0) * unit;
    if (bar > 0) {
      const part = partOf(blocks.kind[block] ?? 0);
      part.d.push(`M${left} ${top}h${blockWidth(population, block) * unit - 2}v${bar - 2}H${left}z`);
      part.count += 1;
    }
    const side = (blocks.side[block] ?? 1) * unit;
    const columns = blocks.columns[block] ?? 1;
    const from = blocks.start[block] ?? 0;
    for (let cell = from; cell < (blocks.start[block + 1] ?? 0); cell += 1) {
      const ofKind = kind[cell] ?? 0;
      const part = partOf(ofKind);
      const x = left + ((cell - from) % columns) * side;
      const y = round(top + bar + Math.floor((cell - from) / columns) * side);
      part.d.push(shape(classes[ofKind] ?? null, x, y, side - 2));
      part.count += 1;
    }
  }
  return parts;
}

/** The shape of a cell of a class, as path data. */
function shape(status: Status | null, x: number, y: number, side: number): string {
  const [half, s] = [round(side / 2), round(side)];
  switch (status) {
    case 'plaintext':
      return `M${x} ${y}h${s}v${s}h-${s}z`;
    case 'unverified':
      return `M${x} ${round(y + side)}h${s}l-${half}-${s}z`;
    case 'open':
      return `M${round(x + side / 2)} ${y}l${half} ${half}-${half} ${half}-${half}-${half}z`;
    case 'unknown':
      return `M${x} ${round(y + side / 4)}h${s}v${half}h-${s}z`;
    case 'protected':
      return `M${x} ${round(y + side / 2)}a${half} ${half} 0 0 1 ${s} 0a${half} ${half} 0 0 1-${s} 0z`;
    default:
      return `M${round(x + side / 4)} ${round(y + side / 4)}h${half}v${half}h-${half}z`;
  }
}

function colorOf(status: Status | null, theme: Theme): string {
  return status === null ? theme.border : theme.status[status].color;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
