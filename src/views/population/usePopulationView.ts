import { select, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from 'd3';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Rect } from '../../geometry/shapes.ts';
import type { View } from '../../population/raster.ts';

/** Pixels for the side of a pod's cell at most: then its name has room. */
const largest = 160;
const margin = 14;

export type PopulationView = {
  /** The present place, read while drawing; a change of it renders nothing. */
  readonly view: RefObject<View>;
  readonly fit: () => void;
  /** Whether somebody has moved the picture since everything was shown. */
  readonly isMoved: () => boolean;
  readonly zoomBy: (factor: number) => void;
  /** Shows a part of the picture as large as the window allows, or as large as asked. */
  readonly show: (rect: Rect, most?: number) => void;
  /** Moves a place into the window, where it is out of it. */
  readonly reveal: (rect: Rect) => void;
};

/** Pan and zoom of a canvas, without a render for each frame. */
export function usePopulationView(
  canvas: RefObject<HTMLCanvasElement | null>,
  { width, height }: { readonly width: number; readonly height: number },
  onChange: () => void,
): PopulationView {
  const view = useRef<View>({ x: 0, y: 0, k: 1 });
  const behavior = useRef<ZoomBehavior<HTMLCanvasElement, unknown> | null>(null);
  const moved = useRef(false);
  const changed = useRef(onChange);
  changed.current = onChange;
  const size = useRef({ width, height });
  size.current = { width, height };

  const show = useCallback(
    ({ x, y, width: wide, height: high }: Rect, most = largest) => {
      const element = canvas.current;
      if (!element || !behavior.current) return;
      const area = element.getBoundingClientRect();
      if (area.width === 0) return;
      const k = Math.min(most, (area.width - 2 * margin) / wide, (area.height - 2 * margin) / high);
      const at = zoomIdentity
        .translate((area.width - wide * k) / 2 - x * k, (area.height - high * k) / 2 - y * k)
        .scale(k);
      select(element).call(behavior.current.transform, at);
    },
    [canvas],
  );
  const showAll = useCallback(() => {
    show({ x: 0, y: 0, ...size.current }, 40);
    moved.current = false;
  }, [show]);
  const isMoved = useCallback(() => moved.current, []);
  const zoomBy = useCallback(
    (factor: number) => {
      if (canvas.current && behavior.current) select(canvas.current).call(behavior.current.scaleBy, factor);
    },
    [canvas],
  );
  const reveal = useCallback(
    (rect: Rect) => {
      const element = canvas.current;
      if (!element || !behavior.current) return;
      const { x, y, k } = zoomTransform(element);
      const area = element.getBoundingClientRect();
      const [left, top] = [x + rect.x * k, y + rect.y * k];
      const isSeen =
        left >= 0 && top >= 0 && left + rect.width * k <= area.width && top + rect.height * k <= area.height;
      if (!isSeen)
        select(element).call(behavior.current.translateTo, rect.x + rect.width / 2, rect.y + rect.height / 2);
    },
    [canvas],
  );

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const area = element.getBoundingClientRect();
    const whole = Math.min(area.width / size.current.width, area.height / size.current.height);
    const created = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent([Math.min(1, whole * 0.6), largest])
      .on('zoom', ({ transform: { x, y, k } }) => {
        view.current = { x, y, k };
        moved.current = true;
        changed.current();
      });
    behavior.current = created;
    select(element).call(created).on('dblclick.zoom', null);
    showAll();
    return () => {
      select(element).on('.zoom', null);
    };
  }, [canvas, showAll]);

  return useMemo(
    () => ({ view, fit: showAll, isMoved, zoomBy, show, reveal }),
    [showAll, isMoved, zoomBy, show, reveal],
  );
}
