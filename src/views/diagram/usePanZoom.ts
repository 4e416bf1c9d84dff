import { select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Rect } from '../../geometry/shapes.ts';

export type Transform = { readonly x: number; readonly y: number; readonly k: number };
export type PanZoom = {
  readonly transform: Transform;
  readonly zoomBy: (factor: number) => void;
  readonly full: () => void;
  readonly fit: () => void;
  /** Moves a point of the picture into view, when it is out of it. */
  readonly reveal: (x: number, y: number) => void;
  /** Shows a part of the picture as large as it is readable. */
  readonly showRect: (rect: Rect) => void;
  /** The part of the picture that is in the window. */
  readonly seen: () => Rect | null;
};

/** Pan and zoom of one svg element. d3 listens and computes; React draws. */
export function usePanZoom(ref: RefObject<SVGSVGElement | null>, width: number, height: number): PanZoom {
  const [transform, setTransform] = useState<Transform>({ x: 0, y: 0, k: 1 });
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  const size = useRef({ width, height });
  size.current = { width, height };

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
      .on('zoom', ({ transform: { x, y, k } }) => setTransform({ x, y, k }));
    behaviour.current = created;
    selection.call(created).on('dblclick.zoom', null);
    show(element, created, size.current, 0.72);
    return () => {
      selection.on('.zoom', null);
    };
  }, [ref]);

  const fit = useCallback(() => {
    if (ref.current && behaviour.current) show(ref.current, behaviour.current, size.current, 0.15);
  }, [ref]);
  const full = useCallback(() => {
    if (ref.current && behaviour.current) select(ref.current).call(behaviour.current.transform, zoomIdentity);
  }, [ref]);
  const zoomBy = useCallback(
    (factor: number) => {
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
    () => ({ transform, zoomBy, full, fit, reveal, showRect, seen }),
    [transform, zoomBy, full, fit, reveal, showRect, seen],
  );
}

function isDraggable(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-drag]') !== null;
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
