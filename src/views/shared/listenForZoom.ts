import { select, zoom, zoomIdentity } from 'd3';
import type { Transform } from './transform.ts';

/** Moves a picture, and tells whether a gesture did or somebody else. */
export type Listening = { readonly moveTo: (transform: Transform) => void; readonly end: () => void };

/** Who wants to know. */
export type Listeners = {
  /** With the gesture that moved the picture; null where somebody else did. */
  readonly onMove: (transform: Transform, gesture: 'drag' | 'zoom' | null) => void;
  /** A gesture has ended. */
  readonly onRest: () => void;
};

/** Lets wheel, drag and pinch move a picture that is at a place already. What listens is loaded once the picture is there. */
export function listenForZoom(
  element: HTMLElement | SVGElement,
  { at, extent }: { readonly at: Transform; readonly extent: readonly [number, number] },
  { onMove, onRest }: Listeners,
): Listening {
  const place = ({ x, y, k }: Transform) => zoomIdentity.translate(x, y).scale(k);
  const behavior = zoom<HTMLElement | SVGElement, unknown>()
    .scaleExtent([...extent])
    // Shift draws a rubber band, and what can be dragged is not the canvas.
    .filter((event: MouseEvent) => !event.shiftKey && !event.button && !(event.type !== 'wheel' && isDraggable(event)));
  const selection = select<HTMLElement | SVGElement, unknown>(element).call(behavior).on('dblclick.zoom', null);
  selection.call(behavior.transform, place(at));
  behavior.on('end', onRest);
  let scale = at.k;
  behavior.on('zoom', ({ transform: { x, y, k }, sourceEvent }) => {
    onMove({ x, y, k }, sourceEvent ? (k === scale ? 'drag' : 'zoom') : null);
    scale = k;
  });
  return {
    moveTo: (transform) => void selection.call(behavior.transform, place(transform)),
    end: () => void selection.on('.zoom', null),
  };
}

function isDraggable(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-drag]') !== null;
}
