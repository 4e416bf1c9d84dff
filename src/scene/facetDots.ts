import type { Connection } from '../analysis/connection.ts';
import type { Point } from '../geometry/shapes.ts';
import { circle } from './draw.ts';
import type { Shape } from './shape.ts';
import type { Theme } from './theme.ts';

export type FacetDot = 'yes' | 'no' | 'unknown';

/** Encrypted, server proven, client proven; none for what stays on the machine. */
export function facetDotsOf(connection: Connection): readonly FacetDot[] {
  if (connection.encryption === 'local') return [];
  const known = [connection.encryption, connection.serverAuthentication, connection.clientAuthentication];
  return known.map((value) => (value === 'none' ? 'no' : value === 'unknown' ? 'unknown' : 'yes'));
}

/** Dots beside each other: full is yes, empty is no, broken is not determined. */
export function facetDotShapes(dots: readonly FacetDot[], center: Point, theme: Theme): readonly Shape[] {
  return dots.map((pip, index): Shape => {
    const at = { x: center.x + (index - 1) * 10.5, y: center.y };
    const fill = pip === 'yes' ? theme.ink : theme.canvas;
    const broken = pip === 'unknown' ? { dash: '2.5 2' } : {};
    return { type: 'path', d: circle(at, 3.2), paint: { fill, stroke: theme.ink, strokeWidth: 1.5, ...broken } };
  });
}
