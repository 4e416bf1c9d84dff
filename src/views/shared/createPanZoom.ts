import { loadPart } from '../../browser/loadPart.ts';
import type { Listening } from './listenForZoom.ts';
import { type Size, type Transform, zoomed } from './transform.ts';

export type PanZoomParts<E extends HTMLElement | SVGElement> = {
  readonly element: () => E | null;
  /** How far the picture may be zoomed out and in. */
  readonly extent: (area: Size) => readonly [number, number];
  /** With the gesture that moved the picture; null where the page did. */
  readonly onMove: (to: Transform, gesture: 'drag' | 'zoom' | null) => void;
  /** A gesture has ended. */
  readonly onRest?: () => void;
};

export type PanZoomCore = {
  /** The present place, read when it is needed; a change of it renders nothing. */
  readonly at: { readonly current: Transform };
  /** The window of the picture; null while it has no room. */
  readonly area: () => Size | null;
  /** Moves the picture to a place that is worked out from the present one; null leaves it. */
  readonly change: (to: (area: Size, at: Transform) => Transform | null) => void;
  readonly zoomBy: (factor: number) => void;
  /** Begins to listen to gestures; gives what ends it. */
  readonly attach: () => () => void;
};

/**
 * Pan and zoom of a picture in an element, without a render for each frame. The first picture waits for nothing: what
 * listens to gestures is loaded after it.
 */
export function createPanZoom<E extends HTMLElement | SVGElement>(parts: PanZoomParts<E>): PanZoomCore {
  const { element, extent, onMove, onRest } = parts;
  const at: { current: Transform } = { current: { x: 0, y: 0, k: 1 } };
  let listening: Listening | null = null;
  const moved = (to: Transform, gesture: 'drag' | 'zoom' | null) => {
    at.current = to;
    onMove(to, gesture);
  };
  const area = () => {
    const box = element()?.getBoundingClientRect();
    return box && box.width > 0 ? box : null;
  };
  const change: PanZoomCore['change'] = (to) => {
    const room = area();
    const next = room && to(room, at.current);
    if (!next) return;
    if (listening) listening.moveTo(next);
    else moved(next, null);
  };
  return {
    at,
    area,
    change,
    zoomBy: (factor) =>
      change((room, now) => {
        const [least, most] = extent(room);
        return zoomed(now, room, Math.max(least, Math.min(most, now.k * factor)));
      }),
    attach: () => {
      const taken = element();
      if (!taken) return () => {};
      let isOver = false;
      const listen = async () => {
        const { listenForZoom } = await loadPart(() => import('./listenForZoom.ts'));
        const room = area() ?? { width: 1, height: 1 };
        if (!isOver)
          listening = listenForZoom(
            taken,
            { at: at.current, extent: extent(room) },
            { onMove: moved, onRest: () => onRest?.() },
          );
      };
      const start = () =>
        listen().catch((failure: unknown) => {
          // Whoever takes hold of the picture asks for it again.
          if (!isOver) taken.addEventListener('pointerdown', start, { once: true });
          throw failure;
        });
      void start();
      return () => {
        isOver = true;
        taken.removeEventListener('pointerdown', start);
        listening?.end();
        listening = null;
      };
    },
  };
}
