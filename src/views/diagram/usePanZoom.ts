import { select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Rect } from '../../geometry/shapes.ts';

export type Transform = { readonly x: number; readonly y: number; readonly k: number };
type Size = { readonly width: number; readonly height: number };
export type PanZoom = {
  readonly transform: Transform;
  readonly zoomBy: (factor: number) => void;
  readonly full: () => void;
  readonly fit: () => void;
  /** Moves a point of the picture into view, when it is out of it. */
  readonly reveal: (x: number, y: number) => void;
  /** Shows a part of the picture as large as it is readable. */
  readonly showRect: (rect: Rect) => void;
  /** Shows what a choice for the room at `closest` finds, with every detail; the whole picture where it finds nothing. */
  readonly showPart: (partFor: (room: Size) => Rect | null) => void;
  /** Shows once more what was shown as a whole or in part, unless somebody has moved the picture since. */
  readonly again: () => void;
  /** The part of the picture that is in the window. */
  readonly seen: () => Rect | null;
};

/** From here on everything is drawn. */
const closest = 0.9;

/** Pan and zoom of one svg element. d3 listens and computes; React draws. */
export function usePanZoom(ref: RefObject<SVGSVGElement | null>, width: number, height: number): PanZoom {
  const [transform, setTransform] = useState<Transform>({ x: 0, y: 0, k: 1 });
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const size = useRef({ width, height });
  size.current = { width, height };
  const shown = useRef<(() => void) | null>(null);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const selection = select(element);
    const created = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.15, 4])
      // Shift draws a rubber band, and what can be dragged is not the canvas.
      .filter(
        (event: MouseEvent) => !event.shiftKey && !event.button && !(event.type !== 'wheel' && isDraggable(event)),
      )
      .on('zoom', ({ transform: { x, y, k }, sourceEvent }) => {
        if (sourceEvent) shown.current = null;
        setTransform({ x, y, k });
      });
    behaviour.current = created;
    selection.call(created).on('dblclick.zoom', null);
    show(element, created, size.current, 0.72);
    return () => {
      selection.on('.zoom', null);
    };
  }, [ref]);

  const fit = useCallback(() => {
    shown.current = fit;
    if (ref.current && behaviour.current) show(ref.current, behaviour.current, size.current, 0.15);
  }, [ref]);
  const showPart = useCallback(
    (partFor: (room: Size) => Rect | null) => {
      shown.current = () => showPart(partFor);
      const element = ref.current;
      if (!element || !behaviour.current) return;
      const { width, height } = element.getBoundingClientRect();
      const room = { width: (width * 0.96) / closest, height: (height * 0.96) / closest };
      const part = partFor(room);
      // Numbers and badges are drawn from half the size on.
      if (!part) return show(element, behaviour.current, size.current, 0.5);
      const k = Math.max(
        closest,
        Math.min(1.1, (room.width / part.width) * closest, (room.height / part.height) * closest),
      );
      const x = placed(part.x, part.width, size.current.width, width / k) * -k;
      const y = placed(part.y, part.height, size.current.height, height / k) * -k;
      select(element).call(behaviour.current.transform, zoomIdentity.translate(x, y).scale(k));
    },
    [ref],
  );
  const again = useCallback(() => shown.current?.(), []);
  const full = useCallback(() => {
    shown.current = null;
    if (ref.current && behaviour.current) select(ref.current).call(behaviour.current.transform, zoomIdentity);
  }, [ref]);
  const zoomBy = useCallback(
    (factor: number) => {
      shown.current = null;
      if (ref.current && behaviour.current) select(ref.current).call(behaviour.current.scaleBy, factor);
    },
    [ref],
  );
  const reveal = useCallback(
    (x: number, y: number) => {
      const element = ref.current;
      if (!element || !behaviour.current) return;
      const area = element.getBoundingClientRect();
      const [atX, atY] = zoomTransform(element).apply([x, y]);
      const seen = atX > 20 && atX < area.width - 20 && atY > 20 && atY < area.height - 20;
      if (!seen) select(element).call(behaviour.current.translateTo, x, y);
    },
    [ref],
  );
  const showRect = useCallback(
    (rect: Rect) => {
      shown.current = null;
      const element = ref.current;
      if (!element || !behaviour.current) return;
      const area = element.getBoundingClientRect();
      const k = Math.max(0.5, Math.min(1.5, (area.width * 0.8) / rect.width, (area.height * 0.8) / rect.height));
      const x = area.width / 2 - (rect.x + rect.width / 2) * k;
      const y = area.height / 2 - (rect.y + rect.height / 2) * k;
      select(element).call(behaviour.current.transform, zoomIdentity.translate(x, y).scale(k));
    },
    [ref],
  );
  const seen = useCallback((): Rect | null => {
    const element = ref.current;
    if (!element) return null;
    const area = element.getBoundingClientRect();
    const { x, y, k } = zoomTransform(element);
    return { x: -x / k, y: -y / k, width: area.width / k, height: area.height / k };
  }, [ref]);
  return useMemo(
    () => ({ transform, zoomBy, full, fit, reveal, showRect, showPart, again, seen }),
    [transform, zoomBy, full, fit, reveal, showRect, showPart, again, seen],
  );
}

function isDraggable(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-drag]') !== null;
}

/** Where the window begins, so that a part is in its middle and nothing beyond the picture is shown without need. */
function placed(start: number, length: number, whole: number, room: number): number {
  if (whole <= room) return (whole - room) / 2;
  return Math.max(0, Math.min(whole - room, start + length / 2 - room / 2));
}

/** Shows the whole picture, but never smaller than `least`: text must stay readable at first sight. */
function show(
  element: SVGSVGElement,
  behaviour: ZoomBehavior<SVGSVGElement, unknown>,
  { width, height }: { readonly width: number; readonly height: number },
  least: number,
): void {
  const area = element.getBoundingClientRect();
  const k = Math.max(least, Math.min(1, area.width / width, area.height / height));
  const x = Math.max(0, (area.width - width * k) / 2);
  const y = Math.max(0, (area.height - height * k) / 2);
  select(element).call(behaviour.transform, zoomIdentity.translate(x, y).scale(k));
}
