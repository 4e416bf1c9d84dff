import type { Status } from '../../analysis/rules.ts';
import type { Rect } from '../../geometry/shapes.ts';
import { shortened, tableMeasurer } from '../../geometry/textWidth.ts';
import { cellAt } from '../../population/pick.ts';
import { blockWidth, type Population } from '../../population/population.ts';
import { blockOnScreen, type Ink, paint, type View } from '../../population/raster.ts';
import type { Theme } from '../../scene/theme.ts';
import { ownPart } from './sectionWords.ts';

export type Drawing = {
  readonly population: Population;
  readonly inks: readonly Ink[];
  readonly faint: readonly Ink[];
  readonly background: number;
  readonly highlight: { readonly cells: Uint8Array; readonly blocks: Uint8Array } | null;
  readonly theme: Theme;
  readonly titles: readonly string[];
  /** The class of each kind; null where no path concerns it. */
  readonly classes: readonly (Status | null)[];
  /** What is selected, or where the keys are. */
  readonly marked: Rect | null;
};

/** Letters are never smaller than this. */
const textSize = 12;
/** Names are drawn where a bar, or a cell, is at least this wide; narrower ones would only say "…". */
const narrowestName = 56;

/** Draws the cells, then the words, into a canvas whose pixels are those of the screen. */
export function drawPopulation(canvas: HTMLCanvasElement, drawing: Drawing, view: View, ratio: number): void {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return;
  const { width, height } = canvas;
  if (width === 0 || height === 0) return;
  const image = imageFor(canvas, width, height);
  const data = new Uint32Array(image.data.buffer);
  const { population, theme } = drawing;
  const scaled = { x: view.x * ratio, y: view.y * ratio, k: view.k * ratio };
  paint({ data, width, height }, population, scaled, drawing);
  context.putImageData(image, 0, 0);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const size = { width: width / ratio, height: height / ratio };
  writeNames(context, drawing, view, size);
  writeTitles(context, drawing, view, size, theme);
  // Among thousands a few cells are a speck, whatever their color.
  const groups = population.sections.filter(({ type }) => type === 'nodes');
  context.lineWidth = 1.5;
  context.strokeStyle = theme.ink;
  for (const { x, y, top, width, height } of groups.slice(0, -1)) {
    // From above the title's letters to below the last cell.
    const from = view.y + top * view.k - 18;
    context.strokeRect(view.x + x * view.k - 4, from, width * view.k + 8, view.y + (y + height) * view.k + 1 - from);
  }
  if (drawing.marked) frame(context, drawing.marked, view, theme);
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/** Two lines, so that one of them is seen on any color. */
function frame(context: CanvasRenderingContext2D, { x, y, width, height }: Rect, view: View, theme: Theme): void {
  const at = [view.x + x * view.k - 2, view.y + y * view.k - 2, width * view.k + 3, height * view.k + 3] as const;
  context.lineWidth = 5;
  context.strokeStyle = theme.canvas;
  context.strokeRect(...at);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.ink;
  context.strokeRect(...at);
}

const images = new WeakMap<HTMLCanvasElement, ImageData>();

/** One buffer for each canvas: a new one for every frame would be rubbish by the megabyte. */
function imageFor(canvas: HTMLCanvasElement, width: number, height: number): ImageData {
  const known = images.get(canvas);
  if (known && known.width === width && known.height === height) return known;
  const made = new ImageData(width, height);
  images.set(canvas, made);
  return made;
}

type Size = { readonly width: number; readonly height: number };

/** Titles stand above their section, and stay in sight while any of it is. */
function writeTitles(context: CanvasRenderingContext2D, drawing: Drawing, view: View, size: Size, theme: Theme): void {
  const { population, titles } = drawing;
  context.font = `600 13px ${fonts}`;
  context.textBaseline = 'alphabetic';
  for (const [index, section] of population.sections.entries()) {
    const left = view.x + section.x * view.k;
    const top = view.y + section.y * view.k;
    const end = top + section.height * view.k;
    const right = left + section.width * view.k;
    if (end < 24 || top > size.height || right < 40 || left > size.width) continue;
    const x = Math.max(left, 6);
    const baseline = Math.min(Math.max(view.y + section.top * view.k - 6, 17), end);
    const beside = population.sections.filter((one) => one.x >= section.x + section.width);
    const limit = Math.min(size.width, ...beside.map((one) => view.x + one.x * view.k - 4));
    const room = Math.max(90, limit - x - 8);
    const text = shortened(titles[index] ?? '', room, 13, true, tableMeasurer);
    const wide = context.measureText(text).width;
    context.fillStyle = theme.canvas;
    context.globalAlpha = 0.88;
    context.fillRect(x - 4, baseline - 15, wide + 8, 20);
    context.globalAlpha = 1;
    context.fillStyle = theme.ink;
    context.fillText(text, x, baseline);
  }
}

/** What the widths of texts are known of. */
const fonts = 'Arial, "Helvetica Neue", Helvetica, "Liberation Sans", sans-serif';

/** Names of nodes on their bars, and of pods and services in their cells, where there is room for them. */
function writeNames(context: CanvasRenderingContext2D, drawing: Drawing, view: View, size: Size): void {
  const { population, inks, theme } = drawing;
  const { blocks, lists } = population;
  context.font = `${textSize}px ${fonts}`;
  context.textBaseline = 'middle';
  for (let block = 0; block < blocks.count; block += 1) {
    const wide = blockWidth(population, block) * view.k;
    if (wide < narrowestName || !blockOnScreen(population, view, block, size.width, size.height)) continue;
    const bar = (blocks.bar[block] ?? 0) * view.k;
    const x = view.x + (blocks.x[block] ?? 0) * view.k;
    const y = view.y + (blocks.y[block] ?? 0) * view.k;
    if (bar >= textSize + 4) {
      const ink = inks[blocks.kind[block] ?? 0];
      context.fillStyle = ink?.status ? theme.status[ink.status].glyphColor : theme.ink;
      const mark = Math.min(bar, 28) * 0.45 + bar * 0.2 + 6;
      const text = shortened(ownPart(lists.nodes[block]?.name ?? ''), wide - mark - 8, textSize, false, tableMeasurer);
      context.fillText(text, x + mark, y + bar / 2);
    }
    writeCells(context, drawing, view, size, block, y + bar);
  }
}

function writeCells(
  context: CanvasRenderingContext2D,
  { population, inks, theme }: Drawing,
  view: View,
  size: Size,
  block: number,
  top: number,
): void {
  const { blocks, kind } = population;
  const side = (blocks.side[block] ?? 1) * view.k;
  if (side < narrowestName) return;
  const columns = blocks.columns[block] ?? 1;
  const x = view.x + (blocks.x[block] ?? 0) * view.k;
  const [from, to] = [blocks.start[block] ?? 0, blocks.start[block + 1] ?? 0];
  const first = Math.max(0, Math.floor(-top / side)) * columns;
  for (let cell = from + first; cell < to; cell += 1) {
    const left = x + ((cell - from) % columns) * side;
    const upper = top + Math.floor((cell - from) / columns) * side;
    if (upper > size.height) return;
    if (left > size.width || left + side < 0) continue;
    const ink = inks[kind[cell] ?? 0];
    context.fillStyle = ink?.status ? theme.status[ink.status].glyphColor : theme.ink;
    const name = cellAt(population, block, cell)?.name ?? '';
    context.fillText(shortened(name, side - 12, textSize, false, tableMeasurer), left + 5, upper + side * 0.75);
  }
}
