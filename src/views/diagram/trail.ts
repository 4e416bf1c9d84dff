import type { Rect } from '../../geometry/shapes.ts';
import type { Layout, PlacedBox } from '../../layout/layout.ts';
import { lineSubject } from '../../state/focus.ts';
import { stops } from './walk.ts';

/** A step on the way into the picture. */
export type Step =
  | { readonly kind: 'box'; readonly id: string; readonly rect: Rect; readonly placed: PlacedBox }
  | { readonly kind: 'pod'; readonly id: string; readonly rect: Rect; readonly name: string }
  | { readonly kind: 'line'; readonly id: string; readonly rect: Rect; readonly connection: string };

/** The boxes around a subject of the scene, from the outermost, and the subject itself; none where it is not drawn. */
export function trail(layout: Layout, subject: string): readonly Step[] {
  const link = layout.links.find((one) => lineSubject(one) === subject || one.connection.id === subject);
  const around = (rect: Rect) =>
    layout.boxes
      .filter(({ rect: outer }) => outer !== rect && isIn(rect, outer))
      .toSorted((a, b) => b.rect.width * b.rect.height - a.rect.width * a.rect.height)
      .map(boxStep);
  if (link) {
    const end = layout.boxes.find(({ box }) => box.id === link.boxId);
    const rect = stops(layout).get(lineSubject(link));
    if (!end || !rect) return [];
    return [
      ...around(end.rect),
      boxStep(end),
      { kind: 'line', id: lineSubject(link), rect, connection: link.connection.id },
    ];
  }
  const own = layout.boxes.find(({ box }) => box.id === subject);
  if (own) return [...around(own.rect), boxStep(own)];
  const chip = layout.boxes.flatMap(({ chips }) => chips).find(({ id }) => `pod~${id}` === subject);
  return chip ? [...around(chip.rect), { kind: 'pod', id: subject, rect: chip.rect, name: chip.name }] : [];
}

function boxStep(placed: PlacedBox): Step {
  return { kind: 'box', id: placed.box.id, rect: placed.rect, placed };
}

function isIn(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
