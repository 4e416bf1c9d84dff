import { type RefObject, useEffect, useState } from 'react';
import type { Rect } from '../../geometry/shapes.ts';
import type { View } from '../../population/raster.ts';
import { createPanZoom } from '../shared/createPanZoom.ts';
import { placedAt, type Size } from '../shared/transform.ts';

/** Pixels for the side of a pod's cell at most: then its name has room. */
const largest = 160;
const margin = 14;

export type PopulationView = {
  /** The present place, read while drawing; a change of it renders nothing. */
  readonly view: { readonly current: View };
  readonly fit: () => void;
  /** Whether the picture was moved by hand since everything was shown. */
  readonly isMoved: () => boolean;
  readonly zoomBy: (factor: number) => void;
  /** Shows a part of the picture as large as the window allows, or as large as asked. */
  readonly show: (rect: Rect, most?: number) => void;
  /** Moves a place into the window, where it is out of it. */
  readonly reveal: (rect: Rect) => void;
};

/** Pan and zoom of a canvas. */
export function usePopulationView(
  canvas: RefObject<HTMLCanvasElement | null>,
  size: Size,
  onChange: () => void,
): PopulationView {
  const [{ view, update, attach }] = useState(() => createPopulationZoom(canvas, size));
  update(size, onChange);
  useEffect(attach, [attach]);
  return view;
}

function createPopulationZoom(canvas: RefObject<HTMLCanvasElement | null>, first: Size) {
  let size = first;
  let changed = () => {};
  let isMoved = false;
  const { at, change, zoomBy, attach } = createPanZoom({
    element: () => canvas.current,
    extent: (area) => [Math.min(1, Math.min(area.width / size.width, area.height / size.height) * 0.6), largest],
    onMove: () => {
      isMoved = true;
      changed();
    },
  });
  const show: PopulationView['show'] = (rect, most = largest) =>
    change((area) => {
      const k = Math.min(most, (area.width - 2 * margin) / rect.width, (area.height - 2 * margin) / rect.height);
      return placedAt(area, rect, k);
    });
  const showAll = () => {
    show({ x: 0, y: 0, ...size }, 40);
    isMoved = false;
  };
  const reveal: PopulationView['reveal'] = (rect) =>
    change((area, { x, y, k }) => {
      const [left, top] = [x + rect.x * k, y + rect.y * k];
      const [right, below] = [left + rect.width * k, top + rect.height * k];
      const isSeen = left >= 0 && top >= 0 && right <= area.width && below <= area.height;
      return isSeen ? null : placedAt(area, rect, k);
    });
  return {
    view: { view: at, fit: showAll, isMoved: () => isMoved, zoomBy, show, reveal } satisfies PopulationView,
    update: (next: Size, onChange: () => void) => {
      size = next;
      changed = onChange;
    },
    attach: () => {
      showAll();
      return attach();
    },
  };
}
