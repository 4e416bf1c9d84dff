import type { Topology } from '../../domain/topology.ts';
import type { Block, Inline, Item, Line, Table } from './block.ts';
import { plainText } from './plainText.ts';
import { type ReportContent, reportContent, withParts } from './reportContent.ts';
import type { ReportOptions } from './reportPart.ts';

/** The report as Markdown. It holds no picture: it names `pictureFile` where the caller writes one beside it. */
export function markdownReport(topology: Topology, options: ReportOptions): string {
  return writeMarkdown(withParts(reportContent(topology, options), options.parts), options.pictureFile);
}

/** A finished content as Markdown. */
export function writeMarkdown(content: ReportContent, pictureFile?: string): string {
  const parts = [
    `# ${escaped(`mitmap: ${content.title}`)}`,
    content.facts.map(([label, line]) => `- **${escaped(label)}**: ${inline(line)}`).join('\n'),
    ...content.sections.flatMap(({ title, blocks }, index) => [
      `## ${index + 1}. ${escaped(title)}`,
      ...markdownBlocks(blocks, 3, pictureFile),
    ]),
    escaped(content.made),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Blocks as pieces of Markdown that want an empty line between them. Sections are headings of this level. */
export function markdownBlocks(blocks: readonly Block[], level: number, pictureFile?: string): readonly string[] {
  return blocks.flatMap((block) => pieces(block, level, pictureFile));
}

function pieces(block: Block, level: number, pictureFile?: string): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.tone === 'call' ? `**${inline(block.line)}**` : inline(block.line)];
    case 'list':
      return [items(block.items, block.ordered === true, '')];
    case 'facts':
      return [block.rows.map(([label, line]) => `- ${escaped(label)}: ${inline(line)}`).join('\n')];
    case 'cards':
      return [
        block.cards
          .map(({ word, connections, detail }) => `- ${escaped(word)}: **${connections}** (${escaped(detail)})`)
          .join('\n'),
      ];
    case 'picture':
      return pictureFile === undefined
        ? [escaped(block.elsewhere)]
        : [`![${escaped(block.caption)}](<${encodeURI(pictureFile).replace(/[<>]/g, '')}>)`];
    case 'table':
      return [table(block)];
    case 'section':
      return [
        `${'#'.repeat(Math.min(level, 6))} ${inline(block.title)}`,
        ...markdownBlocks(block.blocks, level + 1, pictureFile),
      ];
  }
}

function items(some: readonly Item[], ordered: boolean, indent: string): string {
  return some
    .map(({ line, items: inner = [] }, index) => {
      const mark = ordered ? `${index + 1}.` : '-';
      const below = inner.length > 0 ? `\n${items(inner, false, `${indent}${' '.repeat(mark.length + 1)}`)}` : '';
      return `${indent}${mark} ${inline(line)}${below}`;
    })
    .join('\n');
}

function table({ heads, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(heads.map(escaped)),
    row(heads.map(() => '---')),
    ...rows.map(({ cells }) => row(cells.map((cell) => inline(cell, true)))),
  ].join('\n');
}

function inline(line: Line, inTable = false): string {
  return line.map((one) => run(one, inTable)).join('');
}

function run(one: Inline, inTable: boolean): string {
  if (typeof one === 'string') return escaped(one);
  switch (one.kind) {
    case 'strong':
      return `**${escaped(one.text)}**`;
    case 'code':
      // A bar within code would end the cell, and what escapes it would be seen.
      return inTable && one.text.includes('|') ? escaped(one.text) : codeSpan(one.text);
    case 'link':
      return `[${escaped(one.text)}](${one.href})`;
    case 'status':
    case 'see':
      return escaped(one.text);
  }
}

function codeSpan(text: string): string {
  const plain = plainText(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(plain) ? ' ' : '';
  return plain.trim() === '' ? escaped(plain) : `${fence}${pad}${plain}${pad}${fence}`;
}

/** A name may hold anything: nothing in it may become Markdown, HTML or a link. */
function escaped(text: string): string {
  return plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[|\\`*_[\]#~]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    .replaceAll('@', '&#64;');
}
