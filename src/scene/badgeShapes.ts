import type { Status } from '../analysis/rules.ts';
import type { Point } from '../geometry/shapes.ts';
import type { Shape } from './shape.ts';
import type { LineStyle } from './theme.ts';

/** A badge is a shape and a glyph, so that it says the same without colour. Drawn about 24 px wide. */
export function badgeShapes(status: Status, center: Point, style: LineStyle, casing: string): readonly Shape[] {
  const paint = { fill: style.colour, stroke: casing, strokeWidth: 2 };
  return [{ type: 'path', d: outlines[status](center), paint }, ...glyphs[status](center, style.glyph)];
}

const at = (x: number, y: number): string => `${round(x)} ${round(y)}`;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function polygon({ x, y }: Point, corners: readonly (readonly [number, number])[]): string {
  return `M${corners.map(([dx, dy]) => at(x + dx, y + dy)).join('L')}Z`;
}

function circle({ x, y }: Point, r: number): string {
  return `M${at(x - r, y)}A${r} ${r} 0 1 1 ${at(x + r, y)}A${r} ${r} 0 1 1 ${at(x - r, y)}Z`;
}

const outlines: Readonly<Record<Status, (center: Point) => string>> = {
  protected: (center) => circle(center, 13),
  open: (center) =>
    polygon(center, [
      [0, -16],
      [16, 0],
      [0, 16],
      [-16, 0],
    ]),
  unverified: (center) =>
    polygon(center, [
      [0, -16],
      [17, 13],
      [-17, 13],
    ]),
  plaintext: (center) =>
    polygon(center, [
      [-6, -14],
      [6, -14],
      [14, -6],
      [14, 6],
      [6, 14],
      [-6, 14],
      [-14, 6],
      [-14, -6],
    ]),
  unknown: (center) =>
    polygon(center, [
      [-12, -12],
      [12, -12],
      [12, 12],
      [-12, 12],
    ]),
  local: (center) =>
    polygon(center, [
      [0, -13],
      [13, -2],
      [9, -2],
      [9, 11],
      [-9, 11],
      [-9, -2],
      [-13, -2],
    ]),
};

function padlock({ x, y }: Point, colour: string, open: boolean): readonly Shape[] {
  const shackle = open
    ? `M${at(x - 3.5, y - 1)}V${round(y - 4)}A3.5 3.5 0 0 1 ${at(x + 3.5, y - 4)}M${at(x + 3.5, y - 4)}V${round(y - 3.4)}`
    : `M${at(x - 3.5, y - 1)}V${round(y - 3)}A3.5 3.5 0 0 1 ${at(x + 3.5, y - 3)}V${round(y - 1)}`;
  const shift = open ? `M${at(x + 3.5, y - 4)}A3.5 3.5 0 0 1 ${at(x + 9.5, y - 4)}V${round(y - 1)}` : shackle;
  return [
    { type: 'rect', x: round(x - 5), y: round(y - 1), width: 10, height: 7.5, radius: 1.5, paint: { fill: colour } },
    { type: 'path', d: shift, paint: { fill: 'none', stroke: colour, strokeWidth: 2 } },
  ];
}

function letter({ x, y }: Point, text: string, colour: string, drop: number): readonly Shape[] {
  return [
    { type: 'text', x: round(x), y: round(y + drop), text, size: 15, bold: true, anchor: 'middle', fill: colour },
  ];
}

function person({ x, y }: Point, colour: string): readonly Shape[] {
  return [
    { type: 'path', d: circle({ x, y: y - 4 }, 3.4), paint: { fill: colour } },
    { type: 'path', d: `M${at(x - 6.5, y + 7)}A6.5 6.5 0 0 1 ${at(x + 6.5, y + 7)}Z`, paint: { fill: colour } },
  ];
}

const glyphs: Readonly<Record<Status, (center: Point, colour: string) => readonly Shape[]>> = {
  protected: (center, colour) => padlock(center, colour, false),
  open: (center, colour) => person(center, colour),
  unverified: (center, colour) => letter(center, '?', colour, 9),
  plaintext: ({ x, y }, colour) => padlock({ x: x - 2.5, y: y + 0.5 }, colour, true),
  unknown: (center, colour) => letter(center, '?', colour, 5.5),
  local: () => [],
};
