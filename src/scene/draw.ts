import type { Point } from '../geometry/shapes.ts';
import type { Group, Shape } from './shape.ts';

/** Shapes that belong together and stand for nothing that can be selected. */
export function group(children: readonly Shape[]): Group {
  return { type: 'group', subject: null, title: null, data: {}, children };
}

export function label(x: number, y: number, text: string, fill: string, size = 13, bold = false): Shape {
  return { type: 'text', x: round(x), y: round(y), text, size, bold, anchor: 'start', fill };
}

export function centered(
  x: number,
  y: number,
  text: string,
  fill: string,
  size = 13,
  bold = false,
  mono = false,
): Shape {
  return { type: 'text', x: round(x), y: round(y), text, size, bold, mono, anchor: 'middle', fill };
}

/** Tenths of a pixel: finer differences cannot be seen and would make files larger. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function rounded<T extends Record<'x' | 'y' | 'width' | 'height', number>>(rect: T): T {
  return { ...rect, x: round(rect.x), y: round(rect.y), width: round(rect.width), height: round(rect.height) };
}

export function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

export function circle({ x, y }: Point, r: number): string {
  const radius = round(r);
  return `M${round(x - r)} ${round(y)}A${radius} ${radius} 0 1 1 ${round(x + r)} ${round(y)}A${radius} ${radius} 0 1 1 ${round(x - r)} ${round(y)}Z`;
}
