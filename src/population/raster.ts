import type { Status } from '../analysis/rules.ts';
import { blockHeight, blockWidth, type Population, type Row } from './population.ts';

/** What the window shows: the place of the picture's origin in pixels, and pixels for a length of 1. */
export type View = { readonly x: number; readonly y: number; readonly k: number };

/** One color as the bytes of a canvas hold it, and the mark that says the same without color. */
export type Ink = { readonly fill: number; readonly mark: number; readonly status: Status | null };

export type Pixels = { readonly data: Uint32Array; readonly width: number; readonly height: number };

/** From this size on, in pixels, a cell stands alone and bears its mark. */
const smallestMarked = 7;
/** From this size on there is room between two cells. */
const smallestApart = 3;

/**
 * Draws what is in the window, pixel by pixel: cells that are too small to stand alone are drawn as one with their equals,
 * so that a frame costs what the window has pixels and not what the cluster has pods.
 * @param inks by kind
 * @param lit by cell, where only some are to be seen; 0 is drawn faintly
 */
export function paint(
  pixels: Pixels,
  population: Population,
  view: View,
  { inks, faint, background, highlight }: PaintOptions,
): void {
  pixels.data.fill(background);
  for (const row of population.rows) {
    if (!isSeen(row, view, pixels)) continue;
    for (let block = row.from; block < row.to; block += 1)
      paintBlock(pixels, population, view, block, { inks, faint, background, highlight });
  }
}

export type PaintOptions = {
  readonly inks: readonly Ink[];
  /** The same for what is not lit. */
  readonly faint: readonly Ink[];
  readonly background: number;
  readonly highlight: { readonly cells: Uint8Array; readonly blocks: Uint8Array } | null;
};

function isSeen(row: Row, { y, k }: View, { height }: Pixels): boolean {
  return y + (row.y + row.height) * k > 0 && y + row.y * k < height;
}

function paintBlock(pixels: Pixels, population: Population, view: View, block: number, options: PaintOptions): void {
  const { blocks, kind } = population;
  const { inks, faint, highlight } = options;
  const { k } = view;
  const left = view.x + (blocks.x[block] ?? 0) * k;
  const top = view.y + (blocks.y[block] ?? 0) * k;
  const wide = blockWidth(population, block) * k;
  if (left > pixels.width || left + wide < 0) return;
  const bar = (blocks.bar[block] ?? 0) * k;
  if (bar > 0) {
    const ink = (highlight && highlight.blocks[block] === 0 ? faint : inks)[blocks.kind[block] ?? 0];
    if (ink) cell(pixels, left, top, wide, bar, ink);
  }
  const side = (blocks.side[block] ?? 1) * k;
  const columns = blocks.columns[block] ?? 1;
  const [from, to] = [blocks.start[block] ?? 0, blocks.start[block + 1] ?? 0];
  const firstRow = Math.max(0, Math.floor((-top - bar) / side));
  const lastRow = Math.min(Math.ceil((to - from) / columns), Math.ceil((pixels.height - top - bar) / side));
  for (let row = firstRow; row < lastRow; row += 1) {
    const y = top + bar + row * side;
    const end = Math.min(to, from + (row + 1) * columns);
    for (let at = from + row * columns; at < end; ) {
      const ofKind = kind[at] ?? 0;
      const isHighlighted = !highlight || highlight.cells[at] === 1;
      const ink = (isHighlighted ? inks : faint)[ofKind];
      const x = left + (at - from - row * columns) * side;
      let run = 1;
      if (side < smallestApart)
        while (
          at + run < end &&
          kind[at + run] === ofKind &&
          (!highlight || (highlight.cells[at + run] === 1) === isHighlighted)
        )
          run += 1;
      if (ink) cell(pixels, x, y, side * run, side, ink, side < smallestApart);
      at += run;
    }
  }
}

function cell(pixels: Pixels, x: number, y: number, width: number, height: number, ink: Ink, isRun = false): void {
  const space = isRun ? 0 : height >= 8 ? 2 : height >= smallestApart ? 1 : 0;
  const [x0, y0] = [Math.round(x), Math.round(y)];
  const [x1, y1] = [Math.max(x0 + 1, Math.round(x + width) - space), Math.max(y0 + 1, Math.round(y + height) - space)];
  rect(pixels, x0, y0, x1, y1, ink.fill);
  if (height >= smallestMarked) markCell(pixels, x0, y0, Math.min(x1 - x0, y1 - y0), ink);
  else texture(pixels, x0, y0, x1, y1, ink);
}

function rect({ data, width, height }: Pixels, x0: number, y0: number, x1: number, y1: number, color: number): void {
  const [left, right] = [Math.max(0, x0), Math.min(width, x1)];
  if (left >= right) return;
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1) data.fill(color, y * width + left, y * width + right);
}

/** Where cells are too small for a mark, the whole area is hatched: unverified aslant, not encrypted dotted, unknown level. */
function texture({ data, width, height }: Pixels, x0: number, y0: number, x1: number, y1: number, ink: Ink): void {
  const holds = textures[ink.status ?? 'local'];
  if (!holds) return;
  const [left, right] = [Math.max(0, x0), Math.min(width, x1)];
  for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1)
    for (let x = left; x < right; x += 1) if (holds(x, y)) data[y * width + x] = ink.mark;
}

const textures: Partial<Readonly<Record<Status, (x: number, y: number) => boolean>>> = {
  unverified: (x, y) => (x + y) % 6 === 0,
  plaintext: (x, y) => x % 4 === 0 && y % 4 === 0,
  unknown: (_x, y) => y % 4 === 0,
};

/** The mark of a class in the corner of its cell: it does not hide how large the cell is, nor its name. */
function markCell(pixels: Pixels, x: number, y: number, size: number, { status, mark }: Ink): void {
  if (status === null) return;
  const s = Math.max(3, Math.min(12, Math.round(size * 0.45)));
  const [left, top] = [x + Math.max(1, Math.round(size * 0.18)), y + Math.max(1, Math.round(size * 0.18))];
  const shape = marks[status];
  for (let dy = 0; dy < s; dy += 1)
    for (let dx = 0; dx < s; dx += 1)
      if (shape(dx / (s - 1), dy / (s - 1))) rect(pixels, left + dx, top + dy, left + dx + 1, top + dy + 1, mark);
}

/** On a unit square, from its upper left corner. */
const marks: Readonly<Record<Status, (x: number, y: number) => boolean>> = {
  protected: () => false,
  open: (x, y) => (x - 0.5) ** 2 + (y - 0.5) ** 2 <= 0.26,
  unverified: (x, y) => Math.abs(x - 0.5) <= y / 2,
  plaintext: (x, y) => Math.abs(x - y) < 0.2 || Math.abs(1 - x - y) < 0.2,
  unknown: (_x, y) => y > 0.35 && y < 0.65,
  local: (x, y) => x < 0.2 || x > 0.8 || y < 0.2 || y > 0.8,
};

/** Whether a block is in the window at all, for those who write names. */
export function blockOnScreen(
  population: Population,
  view: View,
  block: number,
  width: number,
  height: number,
): boolean {
  const x = view.x + (population.blocks.x[block] ?? 0) * view.k;
  const y = view.y + (population.blocks.y[block] ?? 0) * view.k;
  return (
    x < width &&
    y < height &&
    x + blockWidth(population, block) * view.k > 0 &&
    y + blockHeight(population, block) * view.k > 0
  );
}
