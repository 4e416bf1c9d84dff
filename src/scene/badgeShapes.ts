import type { Evidence } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { Point } from '../geometry/shapes.ts';
import { circle, round } from './draw.ts';
import type { Shape } from './shape.ts';
import type { LineStyle, Theme } from './theme.ts';

/** A badge is a shape and a glyph, so that it says the same without color. About 28 px wide at scale 1. */
export function badgeShapes(
  status: Status,
  center: Point,
  style: LineStyle,
  casing: string,
  scale = 1,
): readonly Shape[] {
  const paint = { fill: style.color, stroke: casing, strokeWidth: 2 * scale };
  return [
    { type: 'path', d: outlines[status](center, scale), paint },
    ...glyphs[status]({ ...center, scale }, style.glyphColor),
  ];
}

/** The ring around a badge tells how we know: unbroken is seen in a file, broken is an assumed default. */
export function provenanceShapes(
  status: Status,
  center: Point,
  style: LineStyle,
  theme: Theme,
  evidence: Evidence,
): readonly Shape[] {
  if (evidence === 'unknown') return [];
  const d = outlines[status](center, 1);
  const broken = evidence === 'default' ? { dash: '4 3' } : {};
  return [
    { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: 10, roundJoins: true } },
    { type: 'path', d, paint: { fill: 'none', stroke: style.color, strokeWidth: 8, roundJoins: true, ...broken } },
    { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: 5, roundJoins: true } },
  ];
}

/** Set by the user. */
export function pencil({ x, y }: Point, theme: Theme): readonly Shape[] {
  const d = `M${at(x - 5, y + 5)}L${at(x - 4, y + 1)}L${at(x + 3, y - 6)}L${at(x + 6, y - 3)}L${at(x - 1, y + 4)}Z`;
  return [{ type: 'path', d, paint: { fill: theme.ink, stroke: theme.canvas, strokeWidth: 1.5 } }];
}

const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

function polygon({ x, y }: Point, scale: number, corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([dx, dy]) => at(x + dx * scale, y + dy * scale)).join('L')}Z`;
}

const outlines: Readonly<Record<Status, (center: Point, scale: number) => string>> = {
  protected: (center, scale) => circle(center, 12 * scale),
  open: (center, scale) =>
    polygon(center, scale, [
      [0, -14],
      [14, 0],
      [0, 14],
      [-14, 0],
    ]),
  unverified: (center, scale) =>
    polygon(center, scale, [
      [0, -14],
      [14.5, 11],
      [-14.5, 11],
    ]),
  plaintext: (center, scale) =>
    polygon(center, scale, [
      [-5.5, -13],
      [5.5, -13],
      [13, -5.5],
      [13, 5.5],
      [5.5, 13],
      [-5.5, 13],
      [-13, 5.5],
      [-13, -5.5],
    ]),
  unknown: (center, scale) =>
    polygon(center, scale, [
      [-12, -12],
      [12, -12],
      [12, 12],
      [-12, 12],
    ]),
  local: (center, scale) =>
    polygon(center, scale, [
      [0, -13],
      [13, -2],
      [9, -2],
      [9, 11],
      [-9, 11],
      [-9, -2],
      [-13, -2],
    ]),
};

type Place = Point & { readonly scale: number };

function padlock({ x, y, scale }: Place, color: string, open: boolean): readonly Shape[] {
  const r = round(3.5 * scale);
  const on = (dx: number, dy: number) => at(x + dx * scale, y + dy * scale);
  const down = (dy: number) => round(y + dy * scale);
  const shackle = open
    ? `M${on(3.5, -4)}A${r} ${r} 0 0 1 ${on(9.5, -4)}V${down(-1)}`
    : `M${on(-3.5, -1)}V${down(-3)}A${r} ${r} 0 0 1 ${on(3.5, -3)}V${down(-1)}`;
  const body = { x: round(x - 5 * scale), y: down(-1), width: round(10 * scale), height: round(7.5 * scale) };
  return [
    { type: 'rect', ...body, radius: 1.5, paint: { fill: color } },
    { type: 'path', d: shackle, paint: { fill: 'none', stroke: color, strokeWidth: 2 * scale } },
  ];
}

function letter({ x, y, scale }: Place, text: string, color: string, drop: number): readonly Shape[] {
  const size = round(14 * scale);
  const below = round(y + drop * scale);
  return [{ type: 'text', x: round(x), y: below, text, size, bold: true, anchor: 'middle', fill: color }];
}

function person({ x, y, scale }: Place, color: string): readonly Shape[] {
  const r = round(5.5 * scale);
  const body = `M${at(x - r, y + 6 * scale)}A${r} ${r} 0 0 1 ${at(x + r, y + 6 * scale)}Z`;
  return [
    { type: 'path', d: circle({ x, y: y - 4 * scale }, round(3.2 * scale)), paint: { fill: color } },
    { type: 'path', d: body, paint: { fill: color } },
  ];
}

const glyphs: Readonly<Record<Status, (place: Place, color: string) => readonly Shape[]>> = {
  protected: (place, color) => padlock(place, color, false),
  open: (place, color) => person(place, color),
  unverified: (place, color) => letter(place, '?', color, 8),
  plaintext: ({ x, y, scale }, color) => padlock({ x: x - 2.5 * scale, y: y + 0.5, scale }, color, true),
  unknown: (place, color) => letter(place, '?', color, 5),
  local: () => [],
};
