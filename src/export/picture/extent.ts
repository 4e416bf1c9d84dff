import { overlaps, type Rect } from '../../geometry/shapes.ts';
import type { Kept } from '../../grouping/partOfPicture.ts';
import type { Scene, Shape, Subject } from '../../scene/shape.ts';
import type { Block } from './block.ts';

/**
 * How much of the model is drawn: all; what a window shows of it, with what is dimmed there dimmed; or some boxes and
 * lines with what is at their other ends.
 */
export type Extent =
  | { readonly type: 'whole' }
  | { readonly type: 'visible'; readonly view: Rect; readonly isDimmed: (subject: Subject) => boolean }
  | { readonly type: 'selection'; readonly kept: Kept };

/** The picture, or the part of it that a window shows. */
export function pictureBlock(scene: Scene, extent: Extent): Block {
  const { width, height, shapes } = scene;
  if (extent.type !== 'visible') return { width, height, shapes };
  const whole = { x: 0, y: 0, width, height };
  const clip = common(extent.view, whole) ?? whole;
  const seen = shapes.filter((shape) => {
    const bounds = boundsOf(shape);
    return bounds === null || overlaps(bounds, clip);
  });
  const children = dimmed(seen, extent.isDimmed);
  return {
    width: clip.width,
    height: clip.height,
    shapes: [{ type: 'placed', x: -clip.x, y: -clip.y, scale: 1, clip, children }],
  };
}

/** What can be read in a picture: connections by their ids, remarks by their letters. What is faint is left out. */
export function shownIn(shapes: readonly Shape[]): {
  readonly connections: ReadonlySet<string>;
  readonly remarks: ReadonlySet<string>;
} {
  const connections = new Set<string>();
  const remarks = new Set<string>();
  const visit = (shape: Shape): void => {
    if (shape.type === 'placed' && shape.opacity === undefined) shape.children.forEach(visit);
    if (shape.type !== 'group') return;
    const { subject, data, children } = shape;
    if (subject?.type === 'connection') connections.add(subject.id.slice(0, subject.id.lastIndexOf('@')));
    const letter = data['data-remark'];
    if (letter !== undefined) remarks.add(letter);
    children.forEach(visit);
  };
  shapes.forEach(visit);
  return { connections, remarks };
}

/** As on the page: `.subject.dimmed` in `views/diagram/diagram.css`. */
const faint = 0.15;

function dimmed(shapes: readonly Shape[], isDimmed: (subject: Subject) => boolean): readonly Shape[] {
  return shapes.map((shape): Shape => {
    if (shape.type !== 'group') return shape;
    const { subject } = shape;
    if (!subject || !isDimmed(subject)) return { ...shape, children: dimmed(shape.children, isDimmed) };
    return { type: 'placed', x: 0, y: 0, scale: 1, opacity: faint, children: [shape] };
  });
}

function common(a: Rect, b: Rect): Rect | null {
  if (!overlaps(a, b)) return null;
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)].map(Math.round) as [number, number];
  const width = Math.round(Math.min(a.x + a.width, b.x + b.width)) - x;
  const height = Math.round(Math.min(a.y + a.height, b.y + b.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Where a shape surely lies within; null for a text alone, which is never large. */
function boundsOf(shape: Shape): Rect | null {
  const points = cornersOf(shape);
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs) - 1, Math.min(...ys) - 1];
  return { x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y };
}

type Corner = readonly [number, number];

function cornersOf(shape: Shape): readonly Corner[] {
  switch (shape.type) {
    case 'rect':
      return [
        [shape.x, shape.y],
        [shape.x + shape.width, shape.y + shape.height],
      ];
    case 'path':
      return pathCorners(shape.d);
    case 'text':
      return [];
    case 'group':
    case 'placed':
      return shape.children.flatMap(cornersOf);
  }
}

/** The ends of the absolute commands M, L, H, V, A and Z, which are all that the scene's paths use. */
function pathCorners(d: string): readonly Corner[] {
  const corners: Corner[] = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers = ''] of d.matchAll(/([MLHVA])([^MLHVAZ]*)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [last = 0, beforeLast = 0] = [values.at(-1), values.at(-2)];
    if (command === 'H') x = last;
    else if (command === 'V') y = last;
    else [x, y] = [beforeLast, last];
    corners.push([x, y]);
  }
  return corners;
}
