import type { Point } from '../geometry/shapes.ts';
import { centred, circle } from './draw.ts';
import { remarkLetters, type SceneOptions } from './sceneOptions.ts';
import type { Shape } from './shape.ts';

/** The letter of a remark in a ring; what it says stands in the legend. */
export function remarkShapes(target: string, { x, y }: Point, { theme, remarks }: SceneOptions): readonly Shape[] {
  const letter = remarkLetters(remarks).get(target);
  if (letter === undefined) return [];
  const children: readonly Shape[] = [
    { type: 'path', d: circle({ x, y }, 9), paint: { fill: theme.ink, stroke: theme.canvas, strokeWidth: 1.5 } },
    centred(x, y + 4.2, letter, theme.canvas, 12, true),
  ];
  return [{ type: 'group', subject: null, title: null, data: { 'data-remark': letter }, children }];
}
