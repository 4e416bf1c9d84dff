import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { loadPart } from '../../browser/loadPart.ts';
import type { Point, Rect } from '../../geometry/shapes.ts';
import type { Listening, Transform } from './listenForZoom.ts';

type Size = { readonly width: number; readonly height: number };
export type PanZoom = {
  /** The present place, read when it is needed; a change of it renders nothing. */
  readonly at: RefObject<Transform>;
  /** The zoom factor that detail is drawn for: it changes when a gesture has ended, so that none waits for a new scene. */
  readonly restedAt: RefObject<number>;
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
  /** After the room has changed: shows once more what was shown as a whole or in part, unless somebody has moved the picture since. */
  readonly again: (isOtherHeight: boolean) => void;
  /** The part of the picture that is in the window. */
  readonly seen: () => Rect | null;
};

/** From here on everything is drawn. */
const closest = 0.9;

/** How far a picture may be zoomed out and in. */
const extent = [0.15, 4] as const;
const [farthest, nearest] = extent;

/**
 * Pan and zoom of one svg element, which moves a group in it without a render for each frame. The first picture waits for
 * nothing: what listens to gestures is loaded after it.
 */
export function usePanZoom(
  ref: RefObject<SVGSVGElement | null>,
  layer: RefObject<SVGGElement | null>,
  { width, height }: Size,
): PanZoom {
  const at = useRef<Transform>({ x: 0, y: 0, k: 1 });
  const restedAt = useRef(1);
  const listening = useRef<Listening | null>(null);
  const listeners = useRef(new Set<() => void>());
  const size = useRef({ width, height });
  size.current = { width, height };
  const shown = useRef<(() => void) | null>(null);

  const place = useCallback(
    (next: Transform, isResting = true) => {
      at.current = next;
      if (isResting) restedAt.current = next.k;
      if (layer.current) layer.current.style.transform = `translate(${next.x}px, ${next.y}px) scale(${next.k})`;
      for (const tell of listeners.current) tell();
    },
    [layer],
  );
  const listen = useCallback((tell: () => void) => {
    listeners.current.add(tell);
    return () => void listeners.current.delete(tell);
  }, []);
  const moveTo = useCallback(
    (next: Transform) => {
      if (listening.current) listening.current.moveTo(next);
      else place(next);
    },
    [place],
  );
  const showWhole = useCallback(
    (least: number) => {
      const area = ref.current?.getBoundingClientRect();
      if (area) moveTo(wholeIn(area, size.current, least));
    },
    [ref, moveTo],
  );

  const showFirst = useCallback(() => {
    shown.current = showFirst;
    showWhole(0.72);
  }, [showWhole]);
  useLayoutEffect(showFirst, [showFirst]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    let isOver = false;
    const listen = async () => {
      const { listenForZoom } = await loadPart(() => import('./listenForZoom.ts'));
      if (isOver) return;
      listening.current = listenForZoom(
        element,
        { at: at.current, extent },
        {
          onMove: (next, gesture) => {
            if (gesture) shown.current = null;
            // A layer of its own moves without being painted anew; scaled it would be blurred.
            if (gesture === 'drag') layer.current?.classList.add('dragged');
            place(next, gesture === null);
          },
          onRest: () => {
            layer.current?.classList.remove('dragged');
            place(at.current);
          },
        },
      );
    };
    const start = () =>
      listen().catch((failure: unknown) => {
        // Whoever takes hold of the picture asks for it again.
        if (!isOver) element.addEventListener('pointerdown', start, { once: true });
        throw failure;
      });
    void start();
    return () => {
      isOver = true;
      element.removeEventListener('pointerdown', start);
      listening.current?.end();
      listening.current = null;
    };
  }, [ref, layer, place]);

  const fit = useCallback(() => {
    shown.current = fit;
    showWhole(farthest);
  }, [showWhole]);
  const showPart = useCallback(
    (partFor: (room: Size) => Rect | null) => {
      shown.current = () => showPart(partFor);
      const element = ref.current;
      if (!element) return;
      const { width, height } = element.getBoundingClientRect();
      const room = { width: (width * 0.96) / closest, height: (height * 0.96) / closest };
      const part = partFor(room);
      // Numbers and badges are drawn from half the size on.
      if (!part) return showWhole(0.5);
      const k = Math.max(
        closest,
        Math.min(1.1, (room.width / part.width) * closest, (room.height / part.height) * closest),
      );
      const x = placed(part.x, part.width, size.current.width, width / k) * -k;
      const y = placed(part.y, part.height, size.current.height, height / k) * -k;
      moveTo({ x, y, k });
    },
    [ref, moveTo, showWhole],
  );
  const again = useCallback(
    (isOtherHeight: boolean) => {
      // Details that open beside the first picture leave it where it is; bars above would push its end out of sight.
      if (shown.current !== showFirst || isOtherHeight) shown.current?.();
    },
    [showFirst],
  );
  const full = useCallback(() => {
    shown.current = null;
    moveTo({ x: 0, y: 0, k: 1 });
  }, [moveTo]);
  const zoomBy = useCallback(
    (factor: number) => {
      shown.current = null;
      const area = ref.current?.getBoundingClientRect();
      if (!area) return;
      const { x, y, k } = at.current;
      const next = Math.max(farthest, Math.min(nearest, k * factor));
      const [middleX, middleY] = [area.width / 2, area.height / 2];
      moveTo({ x: middleX - ((middleX - x) * next) / k, y: middleY - ((middleY - y) * next) / k, k: next });
    },
    [ref, moveTo],
  );
  const center = useCallback(
    ({ x, y }: Point) => {
      shown.current = null;
      const area = ref.current?.getBoundingClientRect();
      const { k } = at.current;
      if (area) moveTo({ x: area.width / 2 - x * k, y: area.height / 2 - y * k, k });
    },
    [ref, moveTo],
  );
  const reveal = useCallback(
    (rect: Rect) => {
      const area = ref.current?.getBoundingClientRect();
      if (!area) return;
      const { x, y, k } = at.current;
      const right = intoView(x + rect.x * k, rect.width * k, area.width);
      const down = intoView(y + rect.y * k, rect.height * k, area.height);
      if (right !== 0 || down !== 0) moveTo({ x: x + right, y: y + down, k });
    },
    [ref, moveTo],
  );
  const showRect = useCallback(
    (rect: Rect) => {
      shown.current = null;
      const area = ref.current?.getBoundingClientRect();
      if (!area) return;
      const k = Math.max(0.5, Math.min(1.5, (area.width * 0.8) / rect.width, (area.height * 0.8) / rect.height));
      const x = area.width / 2 - (rect.x + rect.width / 2) * k;
      const y = area.height / 2 - (rect.y + rect.height / 2) * k;
      moveTo({ x, y, k });
    },
    [ref, moveTo],
  );
  const seen = useCallback((): Rect | null => {
    const area = ref.current?.getBoundingClientRect();
    if (!area) return null;
    const { x, y, k } = at.current;
    return { x: -x / k, y: -y / k, width: area.width / k, height: area.height / k };
  }, [ref]);
  return useMemo(
    () => ({ at, restedAt, listen, zoomBy, full, fit, center, reveal, showRect, showPart, again, seen }),
    [listen, zoomBy, full, fit, center, reveal, showRect, showPart, again, seen],
  );
}

/** Where the window begins, so that a part is in its middle and nothing beyond the picture is shown without need. */
function placed(start: number, length: number, whole: number, room: number): number {
  if (whole <= room) return (whole - room) / 2;
  return Math.max(0, Math.min(whole - room, start + length / 2 - room / 2));
}

/** How far something has to move to be seen, with some of what is around it; 0 where it is seen. */
function intoView(start: number, length: number, room: number): number {
  const [end, edge] = [start + length, 20];
  if (length > room - 2 * edge) return end < edge || start > room - edge ? (room - length) / 2 - start : 0;
  const around = Math.min(70, (room - length) / 2);
  if (start < edge) return around - start;
  return end > room - edge ? room - around - end : 0;
}

/** Shows the whole picture, but never smaller than `least`: text must stay readable at first sight. */
function wholeIn(area: Size, { width, height }: Size, least: number): Transform {
  const k = Math.max(least, Math.min(1, area.width / width, area.height / height));
  return { x: Math.max(0, (area.width - width * k) / 2), y: Math.max(0, (area.height - height * k) / 2), k };
}
