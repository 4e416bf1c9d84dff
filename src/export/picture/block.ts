import { tableMeasurer } from '../../geometry/textWidth.ts';
import { label, round } from '../../scene/draw.ts';
import type { Placed, Shape } from '../../scene/shape.ts';

/** A part of a page: shapes from its own upper left corner, and how much room they need. */
export type Block = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };

export const emptyBlock: Block = { width: 0, height: 0, shapes: [] };

/** A block at a place. */
export function at(x: number, y: number, { shapes }: Pick<Block, 'shapes'>, scale = 1): Placed {
  return { type: 'placed', x: round(x), y: round(y), scale, children: shapes };
}

/** One below the other; empty ones take no room. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  const filled = blocks.filter(({ height }) => height > 0);
  const shapes: Shape[] = [];
  let y = 0;
  for (const block of filled) {
    if (y > 0) y += gap;
    shapes.push(at(0, y, block));
    y += block.height;
  }
  return { width: Math.max(0, ...filled.map(({ width }) => width)), height: y, shapes };
}

/** Side by side. */
export function beside(left: Block, right: Block, gap: number): Block {
  const x = left.width + gap;
  return {
    width: x + right.width,
    height: Math.max(left.height, right.height),
    shapes: [at(0, 0, left), at(x, 0, right)],
  };
}

/** Lines of text, one below the other, from the left. */
export function textLines(lines: readonly string[], x: number, y: number, step: number, fill: string, size: number) {
  return lines.map((line, index) => label(x, y + index * step, line, fill, size));
}

/** A text in lines that are no wider than `width`. A word that is wider is cut. */
export function wrapped(content: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/).flatMap((one) => pieces(one, width, size, bold))) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && tableMeasurer(joined, size, bold) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, width: number, size: number, bold: boolean): readonly string[] {
  if (tableMeasurer(word, size, bold) <= width) return [word];
  const cut: string[] = [''];
  for (const char of word) {
    const last = cut.at(-1) ?? '';
    if (last !== '' && tableMeasurer(last + char, size, bold) > width) cut.push(char);
    else cut[cut.length - 1] = last + char;
  }
  return cut;
}
