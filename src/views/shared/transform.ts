import type { Point, Rect } from '../../geometry/shapes.ts';

/** Where a picture is: its origin in pixels of the window, and pixels for one of its own. */
export type Transform = { readonly x: number; readonly y: number; readonly k: number };
export type Size = { readonly width: number; readonly height: number };

/** Zoomed about the middle of the window. */
export function zoomed({ x, y, k }: Transform, area: Size, to: number): Transform {
  const [middleX, middleY] = [area.width / 2, area.height / 2];
  return { x: middleX - ((middleX - x) * to) / k, y: middleY - ((middleY - y) * to) / k, k: to };
}

/** A point of the picture in the middle of the window. */
export function centered({ k }: Transform, area: Size, { x, y }: Point): Transform {
  return { x: area.width / 2 - x * k, y: area.height / 2 - y * k, k };
}

/** A part of the picture in the middle of the window, at some zoom. */
export function placedAt(area: Size, { x, y, width, height }: Rect, k: number): Transform {
  return centered({ x: 0, y: 0, k }, area, { x: x + width / 2, y: y + height / 2 });
}

/** As far as a part of the picture has to move to be in sight, with some of what is around it; null where it is. */
export function revealed({ x, y, k }: Transform, area: Size, rect: Rect): Transform | null {
  const right = intoView(x + rect.x * k, rect.width * k, area.width);
  const down = intoView(y + rect.y * k, rect.height * k, area.height);
  return right === 0 && down === 0 ? null : { x: x + right, y: y + down, k };
}

/** The part of the picture that is in the window. */
export function seenIn({ x, y, k }: Transform, area: Size): Rect {
  return { x: -x / k, y: -y / k, width: area.width / k, height: area.height / k };
}

/** The whole picture, but never smaller than `least`: text must stay readable at first sight. */
export function wholeIn(area: Size, { width, height }: Size, least: number): Transform {
  const k = Math.max(least, Math.min(1, area.width / width, area.height / height));
  return { x: Math.max(0, (area.width - width * k) / 2), y: Math.max(0, (area.height - height * k) / 2), k };
}

/** A part of a picture at some zoom, so that it is in the middle and nothing beyond the picture is shown without need. */
export function partIn(area: Size, whole: Size, part: Rect, k: number): Transform {
  const x = startOf(part.x, part.width, whole.width, area.width / k) * -k;
  const y = startOf(part.y, part.height, whole.height, area.height / k) * -k;
  return { x, y, k };
}

function startOf(start: number, length: number, whole: number, room: number): number {
  if (whole <= room) return (whole - room) / 2;
  return Math.max(0, Math.min(whole - room, start + length / 2 - room / 2));
}

/** How far something has to move to be seen; 0 where it is seen. */
function intoView(start: number, length: number, room: number): number {
  const [end, edge] = [start + length, 20];
  if (length > room - 2 * edge) return end < edge || start > room - edge ? (room - length) / 2 - start : 0;
  const around = Math.min(70, (room - length) / 2);
  if (start < edge) return around - start;
  return end > room - edge ? room - around - end : 0;
}
