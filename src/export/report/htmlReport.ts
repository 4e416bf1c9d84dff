import type { Topology } from '../../domain/topology.ts';
import type { Locale } from '../../i18n/texts.ts';
import { escapeXml } from '../escapeXml.ts';
import { badge, badgeSymbols } from './badges.ts';
import type { Block, Inline, Item, Line, Table } from './block.ts';
import { plainText } from './plainText.ts';
import { type ReportContent, type ReportSection, reportContent, withParts } from './reportContent.ts';
import type { ReportOptions } from './reportPart.ts';
import { reportStyle } from './reportStyle.ts';

/** Nothing but what stands in the file: no script, no request. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file that needs nothing else, not even a script. */
export function htmlReport(topology: Topology, options: ReportOptions): string {
  const { locale, svg, parts } = options;
  return writeHtml(withParts(reportContent(topology, options), parts), { locale, svg });
}

type Written = { readonly locale: Locale; readonly svg: string | null };

/** A finished content as HTML. Without a picture the section for it is left out. */
export function writeHtml(content: ReportContent, { locale, svg }: Written): string {
  const sections = content.sections.filter(({ part }) => part !== 'picture' || svg !== null);
  const page: Page = { ids: new Set(sections.flatMap(({ blocks }) => idsOf(blocks))), svg: svg ?? '' };
  const title = text(`${content.title}: ${content.name}`);
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${reportStyle}</style>`,
    '</head>',
    '<body>',
    badgeSymbols(),
    '<header>',
    '<p class="eyebrow">mitmap</p>',
    `<h1>${title}</h1>`,
    facts(content.facts, page),
    contents(content.contents, sections),
    '</header>',
    '<main>',
    ...sections.map((section, index) => part(section, index, page)),
    '</main>',
    `<footer><p class="made">${text(content.made)}</p></footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What can be pointed to, and the picture. */
type Page = { readonly ids: ReadonlySet<string>; readonly svg: string };

function idsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return [...(block.id ? [block.id] : []), ...idsOf(block.blocks)];
    return block.kind === 'table' ? block.rows.flatMap(({ id }) => id ?? []) : [];
  });
}

function contents(label: string, sections: readonly ReportSection[]): string {
  const entries = sections.map(
    ({ part: id, title, count }) =>
      `<li><a href="#part-${id}">${text(title)}</a>${count === null ? '' : ` (${count})`}</li>`,
  );
  return `<nav aria-label="${text(label)}"><ol>${entries.join('')}</ol></nav>`;
}

function part({ part: id, title, blocks }: ReportSection, index: number, page: Page): string {
  const { width, height } = sizeOf(page.svg);
  const isPoster = id === 'picture' && width > widest;
  const isSide = id === 'table' || (id === 'picture' && width > height);
  return [
    `<section class="part${isPoster ? ' poster' : isSide ? ' side' : ''}" id="part-${id}" aria-labelledby="title-${id}">`,
    `<h2 id="title-${id}">${index + 1} ${text(title)}</h2>`,
    ...blocks.map((block) => markup(block, 3, page)),
    '</section>',
  ].join('\n');
}

function markup(block: Block, level: number, page: Page): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${line(block.line, page)}</p>`;
    case 'list':
      return items(block.items, block.ordered ? 'ol' : 'ul', page, block.small ? ' class="small"' : '');
    case 'facts':
      return facts(block.rows, page);
    case 'cards':
      return `<ul class="cards">${block.cards.map(card).join('')}</ul>`;
    case 'picture':
      return `${note(block, page)}<figure><div class="picture" tabindex="0" role="group" aria-label="${text(block.caption)}">\n${inlineSvg(page.svg)}\n</div><figcaption>${text(block.caption)}</figcaption></figure>`;
    case 'table':
      return table(block, page);
    case 'section': {
      const tag = `h${Math.min(level, 6)}`;
      return [
        `<section${block.id ? ` id="${text(block.id)}"` : ''}>`,
        `<${tag}>${line(block.title, page)}</${tag}>`,
        ...block.blocks.map((one) => markup(one, level + 1, page)),
        '</section>',
      ].join('\n');
    }
  }
}

function facts(rows: readonly (readonly [string, Line])[], page: Page): string {
  const entries = rows.map(([label, words]) => `<dt>${text(label)}</dt><dd>${line(words, page)}</dd>`);
  return `<dl>${entries.join('\n')}</dl>`;
}

function items(some: readonly Item[], tag: 'ol' | 'ul', page: Page, attributes = ''): string {
  const entries = some.map(({ line: words, items: inner = [] }) => {
    const below = inner.length > 0 ? items(inner, 'ul', page) : '';
    return `<li>${line(words, page)}${below}</li>`;
  });
  return `<${tag}${attributes}>${entries.join('\n')}</${tag}>`;
}

function card({ status, word, connections, detail }: Extract<Block, { kind: 'cards' }>['cards'][number]): string {
  const none = connections === 0 ? ' class="none"' : '';
  return `<li${none}><span class="status">${badge(status)}${text(word)}</span><b>${connections}</b><small>${text(detail)}</small></li>`;
}

function table({ caption, heads, rows, wide }: Table, page: Page): string {
  const cells = (words: readonly Line[]) =>
    words
      .map((cell, index) => (index === 0 ? `<th scope="row">${line(cell, page)}</th>` : `<td>${line(cell, page)}</td>`))
      .join('');
  return [
    `<div class="scroll${wide ? ' wide' : ''}" tabindex="0" role="group" aria-label="${text(caption)}">`,
    `<table><caption>${text(caption)}</caption>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(({ id, cells: own }) => `<tr${id ? ` id="${text(id)}"` : ''}>${cells(own)}</tr>`),
    '</tbody></table></div>',
  ].join('\n');
}

function line(words: Line, page: Page): string {
  return words.map((one) => run(one, page)).join('');
}

function run(one: Inline, page: Page): string {
  if (typeof one === 'string') return text(one);
  switch (one.kind) {
    case 'strong':
      return `<b>${text(one.text)}</b>`;
    case 'code':
      return `<code>${text(one.text)}</code>`;
    case 'status':
      return `<span class="status">${badge(one.status)}${text(one.text)}</span>`;
    case 'link':
      return `<a${one.text === one.href ? ' class="bare"' : ''} href="${text(one.href)}" rel="noreferrer">${text(one.text)}</a>`;
    case 'see':
      return page.ids.has(one.id) ? `<a href="#${text(one.id)}">${text(one.text)}</a>` : text(one.text);
  }
}

/** A name may hold anything: nothing in it may become HTML. */
function text(words: string): string {
  return escapeXml(plainText(words));
}

/** The picture as part of a page: without the prologue of a file, and without the model that a file may carry. */
function inlineSvg(svg: string): string {
  return svg
    .replace(/<\?xml[^>]*\?>\s*/, '')
    .replace(/<metadata[\s\S]*?<\/metadata>\s*/g, '')
    .trim();
}

function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '1', height = '1'] = /<svg[^>]*\bviewBox="[\d.-]+ [\d.-]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Wider than this, a picture gets a page of its own, A3 on its side. */
const widest = 2400;

/** What the style sheet leaves for a picture on that page, in points. */
const poster = { width: 1120, height: 690 };

/** That the text of a wide picture is small on paper. */
function note({ wide }: Extract<Block, { kind: 'picture' }>, { svg }: Page): string {
  const { width, height } = sizeOf(svg);
  if (width <= widest) return '';
  const sizes = [...svg.matchAll(/\bfont-size(?:="|:)([\d.]+)/g)].map(([, size]) => Number(size));
  const least = Math.min(...sizes, 12);
  return `<p class="muted">${text(wide(least * Math.min(poster.width / width, poster.height / height)))}</p>`;
}
