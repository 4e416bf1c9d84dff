import { onceFor } from '../domain/onceFor.ts';
import { bottom, overlaps, type Point, type Rect, right } from '../geometry/shapes.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import type { Layout } from '../layout/layout.ts';
import type { Group, Scene, Shape } from '../scene/shape.ts';

/*
 * What must hold of every picture, read off the finished shapes: what overlaps, is cut, is too small or lies in the way.
 */

type Segment = { readonly from: Point; readonly to: Point };
type Mark = { readonly owner: string; readonly what: string; readonly rect: Rect };
type Line = { readonly id: string; readonly segments: readonly Segment[] };

/** Half a pixel of rounding is no fault. */
const tolerance = 0.5;
const leastText = 12;
const leastLaneDistance = 20;

export type PictureReport = {
  readonly faults: readonly string[];
  readonly lines: number;
  readonly crossings: number;
};

/** Everything that is wrong with a picture, and how often its lines cross. */
export function inspectPicture(scene: Scene, layout: Layout): PictureReport {
  const groups = scene.shapes.filter((shape): shape is Group => shape.type === 'group');
  const links = groups.filter((one) => one.subject?.type === 'connection');
  const lines = links.map(lineOf);
  const marks = [...links.flatMap(marksOfLink), ...groups.filter((one) => !links.includes(one)).flatMap(textsOf)];
  const plates = layout.ports.map(({ rect, text }): Mark => ({ owner: `port ${text} ${rect.x}`, what: text, rect }));
  const withoutPlates = marks.filter(({ what }) => !what.startsWith(':'));
  return {
    faults: [
      ...overlapping([...withoutPlates, ...plates]),
      ...linesThroughMarks(lines, withoutPlates),
      ...linesThroughBoxes(lines, layout),
      ...linesTooClose(lines),
      ...badgesOffRail(layout),
      ...smallTexts(groups),
      ...textsBeyondTheirBox(groups),
      ...cutOff(marks, scene),
    ],
    lines: lines.length,
    crossings: crossings(lines),
  };
}

/** Several checks ask for the same shapes. */
const flat: (shape: Shape) => readonly Exclude<Shape, Group>[] = onceFor((shape: Shape) =>
  shape.type === 'group' ? shape.children.flatMap(flat) : [shape],
);

function pointsOf(d: string): readonly Point[] {
  return [...d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

function lineOf(link: Group): Line {
  const paths = flat(link).filter(
    (shape) => shape.type === 'path' && shape.paint.fill === 'none' && shape.paint.roundJoins !== true,
  );
  // The casing comes after the tunnel's envelope, and has the line's own points.
  const drawn = paths.map((shape) => (shape.type === 'path' ? pointsOf(shape.d) : [])).filter((one) => one.length > 1);
  const longest = drawn.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  return {
    id: link.subject?.id ?? '',
    segments: longest.slice(1).map((to, index) => ({ from: longest[index] ?? to, to })),
  };
}

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, to, index) => {
    const from = points[index] ?? to;
    return sum + Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  }, 0);
}

function textRect(shape: Extract<Shape, { readonly type: 'text' }>): Rect {
  const width = tableMeasurer(shape.text, shape.size, shape.bold);
  const left = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width;
  return { x: shape.x - left, y: shape.y - shape.size * 0.75, width, height: shape.size * 0.95 };
}

/** Number, count and badge of a line; what lies within a badge is part of it. */
function marksOfLink(link: Group): readonly Mark[] {
  const owner = link.subject?.id ?? '';
  return flat(link).flatMap((shape): Mark[] => {
    if (shape.type === 'rect') return [{ owner, what: 'plate', rect: shape }];
    if (shape.type === 'text') return [{ owner, what: shape.text, rect: textRect(shape) }];
    if (shape.type === 'placed') return [];
    const filled = shape.paint.fill !== 'none';
    const ring = shape.paint.roundJoins === true;
    return filled || ring
      ? [{ owner, what: 'badge', rect: boundsOf(shape.d, ring ? (shape.paint.strokeWidth ?? 0) / 2 : 0) }]
      : [];
  });
}

/** The box around a path of M, L, A, H, V and Z with absolute coordinates. */
function boundsOf(d: string, margin: number): Rect {
  let [left, top, end, foot] = [Infinity, Infinity, -Infinity, -Infinity];
  const meet = (x: number, y: number, radius: number) => {
    left = Math.min(left, x);
    end = Math.max(end, x);
    top = Math.min(top, y - radius);
    foot = Math.max(foot, y + radius);
  };
  let [x, y] = [0, 0];
  for (const part of d.match(/[MLAHV][^MLAHVZ]*/g) ?? []) {
    const values = part.slice(1).trim().split(' ');
    if (part.startsWith('H')) x = Number(values[0]);
    else if (part.startsWith('V')) y = Number(values[0]);
    else [x, y] = [Number(values.at(-2)), Number(values.at(-1))];
    meet(x, y, part.startsWith('A') ? Number(values[0]) : 0);
  }
  return { x: left - margin, y: top - margin, width: end - left + 2 * margin, height: foot - top + 2 * margin };
}

function textsOf(one: Group): readonly Mark[] {
  return flat(one).flatMap((shape) =>
    shape.type === 'text'
      ? [{ owner: `${one.title ?? 'text'} ${shape.x}`, what: shape.text, rect: textRect(shape) }]
      : [],
  );
}

function shrunk(rect: Rect): Rect {
  const by = Math.min(tolerance, rect.width / 3, rect.height / 3);
  return { x: rect.x + by, y: rect.y + by, width: rect.width - 2 * by, height: rect.height - 2 * by };
}

/** Pairs of marks of different owners that share area, found in one sweep from left to right. */
function overlapping(marks: readonly Mark[]): readonly string[] {
  const sorted = marks.map((mark) => ({ ...mark, rect: shrunk(mark.rect) })).sort((a, b) => a.rect.x - b.rect.x);
  const faults: string[] = [];
  for (const [index, mark] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const other = sorted[next];
      if (!other || other.rect.x > right(mark.rect)) break;
      if (mark.owner !== other.owner && overlaps(mark.rect, other.rect)) {
        faults.push(`${mark.what} of ${mark.owner} lies on ${other.what} of ${other.owner}`);
      }
    }
  }
  return faults;
}

function crossesRect({ from, to }: Segment, rect: Rect): boolean {
  return (
    Math.min(from.x, to.x) < right(rect) &&
    Math.max(from.x, to.x) > rect.x &&
    Math.min(from.y, to.y) < bottom(rect) &&
    Math.max(from.y, to.y) > rect.y
  );
}

function linesThroughMarks(lines: readonly Line[], marks: readonly Mark[]): readonly string[] {
  const firm = marks.map((mark) => ({ ...mark, rect: shrunk(mark.rect) }));
  const narrow = firm.filter(({ rect }) => rect.width <= 60).sort((a, b) => a.rect.x - b.rect.x);
  const wide = firm.filter(({ rect }) => rect.width > 60);
  return lines.flatMap((line) =>
    line.segments.flatMap((segment) => {
      const least = Math.min(segment.from.x, segment.to.x) - 60;
      const most = Math.max(segment.from.x, segment.to.x);
      const near: Mark[] = [...wide];
      for (let index = firstAt(narrow, least); index < narrow.length; index += 1) {
        const mark = narrow[index];
        if (!mark || mark.rect.x > most) break;
        near.push(mark);
      }
      return (
        near
          .filter((mark) => crossesRect(segment, mark.rect))
          // A line may meet the dot where another of its class joins its bus.
          .filter((mark) => connectionOf(mark.owner) !== connectionOf(line.id))
          .map((mark) => `${line.id} runs through ${mark.what} of ${mark.owner}`)
      );
    }),
  );
}

function connectionOf(owner: string): string {
  return owner.split('@')[0] ?? '';
}

function firstAt(sorted: readonly Mark[], x: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.rect.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

const frames = ['control-plane', 'node', 'services', 'extensions', 'adjacent-group'];

function linesThroughBoxes(lines: readonly Line[], layout: Layout): readonly string[] {
  const boxes = layout.boxes
    .filter(({ role }) => !frames.includes(role))
    .map(({ rect, box }) => ({ rect: shrunk(rect), id: box.id }));
  return lines.flatMap((line) =>
    line.segments.flatMap((segment) =>
      boxes.flatMap(({ rect, id }) => (crossesRect(segment, rect) ? [`${line.id} crosses ${id}`] : [])),
    ),
  );
}

/** Two lines side by side; a line that joins its own class's bus is the same line there. */
function linesTooClose(lines: readonly Line[]): readonly string[] {
  const verticals = lines
    .flatMap(({ id, segments }) =>
      segments.filter(({ from, to }) => from.x === to.x).map((segment) => ({ id, segment })),
    )
    .sort((a, b) => a.segment.from.x - b.segment.from.x);
  const faults: string[] = [];
  for (const [index, a] of verticals.entries()) {
    for (let next = index + 1; next < verticals.length; next += 1) {
      const b = verticals[next];
      if (!b || b.segment.from.x - a.segment.from.x >= leastLaneDistance) break;
      const [low, high] = [range(a.segment), range(b.segment)];
      if (a.id !== b.id && low[0] < high[1] && high[0] < low[1]) faults.push(`${a.id} is too close to ${b.id}`);
    }
  }
  return faults;
}

function range({ from, to }: Segment): readonly [number, number] {
  return [Math.min(from.y, to.y), Math.max(from.y, to.y)];
}

function badgesOffRail({ links, strips }: Layout): readonly string[] {
  return strips.flatMap((strip) => badgesOffRailOf(links, strip));
}

function badgesOffRailOf(links: Layout['links'], strip: Layout['strips'][number]): readonly string[] {
  const crossing = links.filter(({ points }) => {
    const ys = points.map(({ y }) => y);
    return Math.min(...ys) <= strip.rect.y && Math.max(...ys) >= bottom(strip.rect);
  });
  const [rail] = crossing.map(({ badge }) => badge.y);
  return crossing.flatMap(({ badge, points, connection }) =>
    badge.y === rail && badge.y > strip.rect.y && badge.y < bottom(strip.rect) && badge.x === points[0]?.x
      ? []
      : [`the badge of ${connection.id} is off its rail`],
  );
}

function smallTexts(groups: readonly Group[]): readonly string[] {
  return groups
    .flatMap(flat)
    .flatMap((shape) =>
      shape.type === 'text' && shape.size < leastText ? [`"${shape.text}" is ${shape.size} px`] : [],
    );
}

function textsBeyondTheirBox(groups: readonly Group[]): readonly string[] {
  return groups.flatMap((one) => {
    if (one.subject?.type !== 'element')
      return one.children.flatMap((child) => (child.type === 'group' ? textsBeyondTheirBox([child]) : []));
    const box = one.children.find((child) => child.type === 'rect');
    if (box?.type !== 'rect') return [];
    return flat(one).flatMap((shape) => {
      if (shape.type !== 'text') return [];
      const rect = textRect(shape);
      const inside = rect.x >= box.x && right(rect) <= right(box) && rect.y >= box.y && bottom(rect) <= bottom(box);
      return inside ? [] : [`"${shape.text}" leaves its box`];
    });
  });
}

function cutOff(marks: readonly Mark[], { width, height }: Scene): readonly string[] {
  return marks.flatMap(({ rect, what }) =>
    rect.x >= 0 && rect.y >= 0 && right(rect) <= width && bottom(rect) <= height ? [] : [`${what} is cut off`],
  );
}

/** How often a line of one connection crosses a line of another. */
function crossings(lines: readonly Line[]): number {
  const verticals = lines.flatMap(({ id, segments }) =>
    segments.filter(({ from, to }) => from.x === to.x).map((s) => ({ id, s })),
  );
  const levels = lines.flatMap(({ id, segments }) =>
    segments.filter(({ from, to }) => from.y === to.y).map((s) => ({ id, s })),
  );
  return levels.reduce((sum, level) => {
    const [left, most] = [Math.min(level.s.from.x, level.s.to.x), Math.max(level.s.from.x, level.s.to.x)];
    return (
      sum +
      verticals.filter(({ id, s }) => {
        const [top, low] = range(s);
        return id !== level.id && s.from.x > left && s.from.x < most && top < level.s.from.y && low > level.s.from.y;
      }).length
    );
  }, 0);
}
