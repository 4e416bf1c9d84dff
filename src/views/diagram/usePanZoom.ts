import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Point, Rect } from '../../geometry/shapes.ts';
import { createPanZoom } from '../shared/createPanZoom.ts';
import {
  centered,
  partIn,
  placedAt,
  revealed,
  type Size,
  seenIn,
  type Transform,
  wholeIn,
} from '../shared/transform.ts';

export type PanZoom = {
  /** The present place, read when it is needed; a change of it renders nothing. */
  readonly at: { readonly current: Transform };
  /** The zoom factor that detail is drawn for: it changes when a gesture has ended, so that none waits for a new scene. */
  readonly restedAt: { readonly current: number };
  /** Tells of each change of the place; gives what ends it. */
  readonly listen: (tell: () => void) => () => void;
  readonly zoomBy: (factor: number) => void;
  readonly full: () => void;
  readonly fit: () => void;
  /** Moves a point of the picture into the middle of the window. */
  readonly center: (point: Point) => void;
  /** Moves a part of the picture into view, when it is out of it. */
  readonly reveal: (rect: Rect) => void;
  /** Shows a part of the picture as large as it is readable. */
  readonly showRect: (rect: Rect) => void;
  /** Shows what a choice for the room at `closest` finds, with every detail; the whole picture where it finds nothing. */
  readonly showPart: (partFor: (room: Size) => Rect | null) => void;
  /** After the room has changed: shows once more what was shown as a whole or in part, unless it was moved by hand since. */
  readonly again: (isOtherHeight: boolean) => void;
  /** The part of the picture that is in the window. */
  readonly seen: () => Rect | null;
};

/** From here on everything is drawn. */
const closest = 0.9;

/** How far a picture may be zoomed out and in. */
const extent = [0.15, 4] as const;

/** Pan and zoom of one svg element, which moves a group in it. */
export function usePanZoom(
  svg: RefObject<SVGSVGElement | null>,
  layer: RefObject<SVGGElement | null>,
  size: Size,
): PanZoom {
  const [{ view, setSize, showFirst, attach }] = useState(() => createDiagramZoom(svg, layer, size));
  setSize(size);
  useLayoutEffect(showFirst, [showFirst]);
  useEffect(attach, [attach]);
  return view;
}

function createDiagramZoom(svg: RefObject<SVGSVGElement | null>, layer: RefObject<SVGGElement | null>, first: Size) {
  let size = first;
  const restedAt = { current: 1 };
  const listeners = new Set<() => void>();
  /** What was shown as a whole or in part, until it is moved by hand. */
  let shown: (() => void) | null = null;

  const place = ({ x, y, k }: Transform, isResting: boolean) => {
    if (isResting) restedAt.current = k;
    if (layer.current) layer.current.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
    for (const tell of listeners) tell();
  };
  const { at, area, change, zoomBy, attach } = createPanZoom({
    element: () => svg.current,
    extent: () => extent,
    onMove: (to, gesture) => {
      if (gesture) shown = null;
      // A layer of its own moves without being painted anew; scaled it would be blurred.
      if (gesture === 'drag') layer.current?.classList.add('dragged');
      place(to, gesture === null);
    },
    onRest: () => {
      layer.current?.classList.remove('dragged');
      place(at.current, true);
    },
  });
  const showWhole = (least: number) => change((room) => wholeIn(room, size, least));
  const showFirst = () => {
    shown = showFirst;
    showWhole(0.72);
  };
  const fit = () => {
    shown = fit;
    showWhole(extent[0]);
  };
  const showPart: PanZoom['showPart'] = (partFor) => {
    shown = () => showPart(partFor);
    change((window) => {
      const room = { width: (window.width * 0.96) / closest, height: (window.height * 0.96) / closest };
      const part = partFor(room);
      // Numbers and badges are drawn from half the size on.
      if (!part) return wholeIn(window, size, 0.5);
      const k = Math.min(1.1, (room.width / part.width) * closest, (room.height / part.height) * closest);
      return partIn(window, size, part, Math.max(closest, k));
    });
  };
  const byHand = (to: Parameters<typeof change>[0]) => {
    shown = null;
    change(to);
  };
  const view: PanZoom = {
    at,
    restedAt,
    listen: (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    zoomBy: (factor) => {
      shown = null;
      zoomBy(factor);
    },
    full: () => byHand(() => ({ x: 0, y: 0, k: 1 })),
    fit,
    center: (point) => byHand((room, now) => centered(now, room, point)),
    reveal: (rect) => change((room, now) => revealed(now, room, rect)),
    showRect: (rect) =>
      byHand((room) => {
        const k = Math.min(1.5, (room.width * 0.8) / rect.width, (room.height * 0.8) / rect.height);
        return placedAt(room, rect, Math.max(0.5, k));
      }),
    showPart,
    again: (isOtherHeight) => {
      // Details that open beside the first picture leave it where it is; bars above would push its end out of sight.
      if (shown !== showFirst || isOtherHeight) shown?.();
    },
    seen: () => {
      const room = area();
      return room && seenIn(at.current, room);
    },
  };
  const setSize = (next: Size) => {
    size = next;
  };
  return { view, setSize, showFirst, attach };
}
