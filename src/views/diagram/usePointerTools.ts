import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { bottom, type Point, type Rect, right } from '../../geometry/shapes.ts';
import type { Layout, PlacedBox } from '../../layout/layout.ts';
import { ofElements } from '../../state/selection.ts';
import { selectLayout } from '../../state/selectors.ts';
import { useStoreApi } from '../shared/AppStoreContext.ts';
import type { Transform } from '../shared/transform.ts';

/** What follows the pointer: the rubber band, or the outline of what is dragged. In pixels of the picture. */
export type Ghost = { readonly kind: 'band' | 'drag'; readonly rect: Rect };

type Gesture = { readonly subject: string | null; readonly start: Point; readonly from: Rect | null };

/** A shorter way is a click. */
const leastDrag = 5;

/** Shift and drag selects what lies in the band; dragging a pod moves it to a node, dragging a chosen frame pins it. */
export function usePointerTools(svg: RefObject<SVGSVGElement | null>, place: { readonly current: Transform }) {
  const app = useStoreApi();
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const gesture = useRef<Gesture | null>(null);

  const at = (event: PointerEvent): Point => {
    const area = svg.current?.getBoundingClientRect();
    const { x, y, k } = place.current;
    return {
      x: (event.clientX - (area?.left ?? 0) - x) / k,
      y: (event.clientY - (area?.top ?? 0) - y) / k,
    };
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    const under = event.target.closest('[data-drag]')?.getAttribute('data-subject') ?? null;
    const dragged = event.shiftKey ? null : under;
    if (dragged === null && !event.shiftKey) return;
    const from = dragged === null ? null : rectOf(selectLayout(app.getState()), dragged);
    gesture.current = { subject: dragged, start: at(event), from };
  };

  const onPointerMove = (event: PointerEvent) => {
    const now = gesture.current;
    if (!now) return;
    const point = at(event);
    const far = Math.hypot(point.x - now.start.x, point.y - now.start.y) * place.current.k >= leastDrag;
    if (!far && !ghost) return;
    // The pointer may leave the picture while it drags.
    svg.current?.setPointerCapture(event.pointerId);
    setGhost(
      now.from
        ? {
            kind: 'drag',
            rect: { ...now.from, x: now.from.x + point.x - now.start.x, y: now.from.y + point.y - now.start.y },
          }
        : { kind: 'band', rect: between(now.start, point) },
    );
  };

  const onPointerUp = (event: PointerEvent) => {
    const now = gesture.current;
    gesture.current = null;
    if (!now || !ghost) return;
    setGhost(null);
    swallowClick();
    const layout = selectLayout(app.getState());
    if (ghost.kind === 'band') app.getState().select(ofElements(within(layout, ghost.rect)));
    else if (now.subject?.startsWith('pod~')) movePod(now.subject, at(event), layout);
    else if (now.subject) {
      const pin = { x: Math.max(0, ghost.rect.x - layout.origin.x), y: Math.max(0, ghost.rect.y - layout.origin.y) };
      app.getState().edit({ type: 'pin', id: now.subject, pin });
    }
  };

  const movePod = (subject: string, point: Point, layout: Layout) => {
    const target = layout.boxes.find(({ role, rect }) => role === 'node' && contains(rect, point));
    const nodeId = target?.box.members[0];
    const pod = subject.slice('pod~'.length);
    if (nodeId) app.getState().edit({ type: 'change-pods', ids: [pod], change: { nodeId } });
  };

  const onPointerCancel = () => {
    gesture.current = null;
    setGhost(null);
  };

  return { ghost, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}

/** The click that ends a drag must not select anything. */
function swallowClick(): void {
  const stop = (event: MouseEvent) => event.stopPropagation();
  addEventListener('click', stop, { capture: true, once: true });
  setTimeout(() => removeEventListener('click', stop, { capture: true }), 50);
}

function rectOf(layout: Layout, subject: string): Rect | null {
  const box = layout.boxes.find((one) => one.box.id === subject);
  const chips = layout.boxes.flatMap((one) => one.chips);
  return box?.rect ?? chips.find(({ id }) => `pod~${id}` === subject)?.rect ?? null;
}

function between(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= right(rect) && y >= rect.y && y <= bottom(rect);
}

const selectable: readonly PlacedBox['role'][] = ['node', 'pods', 'service', 'outside'];

/** Boxes that lie wholly in the band; a node stands for all that is in it. */
function within(layout: Layout, band: Rect): readonly string[] {
  const inside = (rect: Rect) =>
    rect.x >= band.x && right(rect) <= right(band) && rect.y >= band.y && bottom(rect) <= bottom(band);
  const found = layout.boxes.filter(({ role, rect }) => selectable.includes(role) && inside(rect));
  const nodes = found.filter(({ role }) => role === 'node');
  return found
    .filter((one) => one.role !== 'pods' || !nodes.some((node) => contains(node.rect, one.rect)))
    .map(({ box }) => box.id);
}
