import type { Point } from '../geometry/shapes.ts';
import { centered, circle } from './draw.ts';
import { remarkLetters, type SceneOptions, textSize } from './sceneOptions.ts';
import type { Shape } from './shape.ts';

/** The letter of a remark in a ring; what it says stands in the legend. */
export function remarkShapes(
  target: string,
  { x, y }: Point,
  { theme, remarks, detail }: SceneOptions,
): readonly Shape[] {
  const letter = remarkLetters(remarks).get(target);
  if (letter === undefined) return [];
  const size = textSize(12, detail);
  const children: readonly Shape[] = [
    {
      type: 'path',
      d: circle({ x, y }, size * 0.75),
      paint: { fill: theme.ink, stroke: theme.canvas, strokeWidth: 1.5 },
    },
    centered(x, y + size * 0.35, letter, theme.canvas, size, true),
  ];
  return [{ type: 'group', subject: null, title: null, data: { 'data-remark': letter }, children }];
}
