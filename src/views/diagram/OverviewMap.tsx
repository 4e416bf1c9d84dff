import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Point, Rect } from '../../geometry/shapes.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './overviewMap.css';

type Props = {
  /** The whole picture, in its own units. */
  readonly size: { readonly width: number; readonly height: number };
  /** The part of it that is in the window. */
  readonly seen: () => Rect | null;
  /** Tells of each change of that part. */
  readonly listen: (tell: () => void) => () => void;
  readonly goTo: (point: Point) => void;
  /** Draws the picture in small, `scale` pixels for a unit. */
  readonly children: (map: { readonly width: number; readonly height: number; readonly scale: number }) => ReactNode;
};

/** Pixels of its longer side. */
const longest = 120;

/** A whole picture in small, with a frame around what the window shows. Hidden while that is everything. */
export function OverviewMap({ size, seen, listen, goTo, children }: Props) {
  const t = useAppStore(selectTranslate);
  const frame = useRef<HTMLDivElement>(null);
  const scale = Math.min(longest / size.width, longest / size.height);
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  useEffect(() => {
    const place = () => {
      const [element, part] = [frame.current, seen()];
      if (!element || !part) return;
      const [left, top] = [Math.max(0, part.x * scale), Math.max(0, part.y * scale)];
      const right = Math.min(width, (part.x + part.width) * scale);
      const bottom = Math.min(height, (part.y + part.height) * scale);
      const isAll = left <= 1 && top <= 1 && right >= width - 1 && bottom >= height - 1;
      element.parentElement?.classList.toggle('whole', isAll);
      Object.assign(element.style, {
        transform: `translate(${Math.min(left, width - 4)}px, ${Math.min(top, height - 4)}px)`,
        width: `${Math.max(4, right - left)}px`,
        height: `${Math.max(4, bottom - top)}px`,
      });
    };
    place();
    return listen(place);
  }, [seen, listen, scale, width, height]);
  const go = (event: MouseEvent) => {
    const { left, top, width: wide, height: high } = event.currentTarget.getBoundingClientRect();
    goTo({ x: ((event.clientX - left) / wide) * size.width, y: ((event.clientY - top) / high) * size.height });
  };
  return (
    // A second way with the pointer: keys walk and zoom in the picture itself.
    <div className="overview-map" title={t('app.map')} aria-hidden="true" onClick={go}>
      {children({ width, height, scale })}
      <div ref={frame} className="overview-map-frame" />
    </div>
  );
}
