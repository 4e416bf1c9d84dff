import type { Point } from '../geometry/shapes.ts';

/*
 * Where things stand around a badge, in the picture's pixels from its middle: everybody who draws, hits or keeps clear of
 * one asks here.
 */

/** Half the width of a badge with its ring. */
export const badgeReach = 14;

/** The middle of the row of dots below a badge. */
export const dotsBelow = 21.5;

/** The upper edge of the pill with the path's number. */
export const numberBelow = 28;

/** The tip of the arrow beside the strip, on a line that goes up or down. */
export const directionTip = { up: -31, down: 84 } as const;

/** Where a pencil, a remark, the badge of before a trial and the word for a proxy stand. */
export const besideBadge = {
  pencil: { x: 11, y: -12 },
  remark: { x: -12, y: -13 },
  before: { x: -11, y: -27 },
  /** On the line itself, before the arrow. */
  proxy: { x: 0, y: -52 },
} as const satisfies Readonly<Record<string, Point>>;

/** A point at a distance from a badge. */
export function from(badge: Point, { x, y }: Point): Point {
  return { x: badge.x + x, y: badge.y + y };
}
