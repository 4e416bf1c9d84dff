/** Points and rectangles in pixels at 100 %, y downwards. */
export type Point = { readonly x: number; readonly y: number };
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export function right(rect: Rect): number {
  return rect.x + rect.width;
}

export function bottom(rect: Rect): number {
  return rect.y + rect.height;
}

export function centerX(rect: Rect): number {
  return rect.x + rect.width / 2;
}

/** Whether two rectangles share area; touching edges do not count. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** Whether a horizontal or vertical segment runs through the inside of a rectangle. */
export function crosses(from: Point, to: Point, rect: Rect): boolean {
  const left = Math.min(from.x, to.x);
  const top = Math.min(from.y, to.y);
  const spanX = Math.max(from.x, to.x);
  const spanY = Math.max(from.y, to.y);
  return left < right(rect) && spanX > rect.x && top < bottom(rect) && spanY > rect.y;
}
