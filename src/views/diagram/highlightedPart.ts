import type { Point, Rect } from '../../geometry/shapes.ts';
import type { Layout, RoutedLink } from '../../layout/layout.ts';
import { type Highlight, highlightedBoxes, highlightedLinks } from '../../state/focus.ts';

type Room = { readonly width: number; readonly height: number };

/** Lines that a search for the best part begins at; no lesson has more of them. */
const mostBegins = 60;

/**
 * The part of the picture that shows most of what is pointed at and still fits into the room: as many of the paths as
 * possible, then further lines of the same paths, then boxes. Null where nothing of it is drawn.
 */
export function highlightedPart(layout: Layout, highlight: Highlight, room: Room): Rect | null {
  const links = highlightedLinks(layout, highlight);
  const boxes = highlightedBoxes(layout, highlight).map(({ rect }) => rect);
  if (links.length === 0) return boxes.reduce<Rect | null>((all, box) => withinRoom(all, box, room), null);
  const parts = links.slice(0, mostBegins).map((link) => grown(link, links, boxes, room));
  const best = parts.reduce((one, other) => (other.worth > one.worth ? other : one));
  return best.rect;
}

function grown(begin: RoutedLink, links: readonly RoutedLink[], boxes: readonly Rect[], room: Room) {
  const taken = new Set([begin]);
  const paths = new Set([begin.connection.path]);
  let rect = around(begin.badge);
  for (;;) {
    const fitting = links
      .filter((link) => !taken.has(link))
      .map((link) => ({ link, isNew: !paths.has(link.connection.path), whole: joined(rect, around(link.badge)) }))
      .filter(({ whole }) => fits(whole, room))
      .sort((one, other) => Number(other.isNew) - Number(one.isNew) || sizeOf(one.whole) - sizeOf(other.whole));
    const [next] = fitting;
    if (!next) break;
    taken.add(next.link);
    paths.add(next.link.connection.path);
    rect = next.whole;
  }
  let shown = 0;
  for (const box of boxes) {
    const whole = joined(rect, box);
    if (!fits(whole, room)) continue;
    rect = whole;
    shown += 1;
  }
  return { rect, worth: paths.size * 10_000 + taken.size * 100 + shown };
}

/** The badge with its dots, its ring and the plate of its number. */
function around({ x, y }: Point): Rect {
  return { x: x - 50, y: y - 50, width: 100, height: 110 };
}

function joined(one: Rect, other: Rect): Rect {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** What is larger than the room by itself is shown with its beginning. */
function withinRoom(all: Rect | null, box: Rect, room: Room): Rect {
  if (all === null)
    return { ...box, width: Math.min(box.width, room.width), height: Math.min(box.height, room.height) };
  const whole = joined(all, box);
  return fits(whole, room) ? whole : all;
}

function fits(rect: Rect, { width, height }: Room): boolean {
  return rect.width <= width && rect.height <= height;
}

function sizeOf({ width, height }: Rect): number {
  return width * height;
}
