import { bottom, centerX, type Point, type Rect, right } from '../../geometry/shapes.ts';
import { badgeReach } from '../../layout/badgeMetrics.ts';
import type { Layout, PlacedBox } from '../../layout/layout.ts';
import { lineSubject } from '../../state/focus.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Everything in the picture that can have the focus, with its place: boxes, pods, and paths at their badges. */
export function stops(layout: Layout): ReadonlyMap<string, Rect> {
  const found = new Map<string, Rect>();
  for (const { role, box, rect, chips } of layout.boxes) {
    if (box.members.length > 0) found.set(box.id, nameOf(role, rect));
    for (const chip of chips) found.set(`pod~${chip.id}`, chip.rect);
  }
  for (const link of layout.links) {
    found.set(lineSubject(link), {
      x: link.badge.x - badgeReach,
      y: link.badge.y - badgeReach,
      width: 2 * badgeReach,
      height: 2 * badgeReach,
    });
  }
  return found;
}

/** A boundary stands where its name is, so that one can walk past it into it. */
function nameOf(role: PlacedBox['role'], rect: Rect): Rect {
  if (role === 'control-plane') return { ...rect, height: 30 };
  if (role === 'pods') return { ...rect, height: 34 };
  return role === 'node' ? { ...rect, y: bottom(rect) - 14, height: 14 } : rect;
}

/**
 * The nearest stop in a direction: what lies straight ahead wins over what is nearer but aside. A boundary around the
 * start is not ahead of it. Null at the edge of the picture.
 */
export function nextStop(places: ReadonlyMap<string, Rect>, from: string, direction: Direction): string | null {
  const start = places.get(from);
  if (!start) return null;
  const origin: Point = { x: centerX(start), y: start.y + start.height / 2 };
  let best: { readonly id: string; readonly cost: number } | null = null;
  for (const [id, rect] of places) {
    if (id === from) continue;
    const ahead = distanceAhead(start, rect, direction);
    if (ahead < 0) continue;
    const near = nearest(rect, origin);
    const aside =
      direction === 'left' || direction === 'right' ? Math.abs(near.y - origin.y) : Math.abs(near.x - origin.x);
    const cost = ahead + aside * 3;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}

/** Pixels from the edge of one box to the facing edge of the other; negative when it is not ahead. */
function distanceAhead(from: Rect, to: Rect, direction: Direction): number {
  switch (direction) {
    case 'left':
      return from.x - right(to);
    case 'right':
      return to.x - right(from);
    case 'up':
      return from.y - bottom(to);
    case 'down':
      return to.y - bottom(from);
  }
}

function nearest(rect: Rect, { x, y }: Point): Point {
  return { x: Math.min(Math.max(x, rect.x), right(rect)), y: Math.min(Math.max(y, rect.y), bottom(rect)) };
}
