import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { paint } from '../../population/raster.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../AppStoreContext.ts';
import type { Drawing } from './drawPopulation.ts';
import type { PopulationView } from './usePopulationView.ts';

type Props = {
  readonly drawing: Drawing;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: PopulationView;
  readonly listen: (tell: () => void) => () => void;
};

const longest = 150;

/** The whole population in small, with a frame around what the window shows. Hidden while that is everything. */
export function Minimap({ drawing, canvas, view, listen }: Props) {
  const t = useAppStore(selectTranslate);
  const own = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { population } = drawing;
  const k = Math.min(longest / population.width, longest / population.height);
  const [width, height] = [
    Math.max(1, Math.round(population.width * k)),
    Math.max(1, Math.round(population.height * k)),
  ];
  useEffect(() => {
    const context = own.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(width, height);
    const pixels = { data: new Uint32Array(image.data.buffer), width, height };
    paint(pixels, population, { x: 0, y: 0, k }, drawing);
    context.putImageData(image, 0, 0);
  }, [drawing, population, k, width, height]);
  useEffect(() => {
    const place = () => {
      const [element, seen] = [frame.current, canvas.current];
      if (!element || !seen) return;
      const { x, y, k: zoom } = view.view.current;
      const [left, top] = [Math.max(0, (-x / zoom) * k), Math.max(0, (-y / zoom) * k)];
      const [right, bottom] = [
        Math.min(width, ((seen.clientWidth - x) / zoom) * k),
        Math.min(height, ((seen.clientHeight - y) / zoom) * k),
      ];
      const isAll = left <= 1 && top <= 1 && right >= width - 1 && bottom >= height - 1;
      element.parentElement?.classList.toggle('whole', isAll);
      Object.assign(element.style, {
        transform: `translate(${left}px, ${top}px)`,
        width: `${Math.max(4, right - left)}px`,
        height: `${Math.max(4, bottom - top)}px`,
      });
    };
    place();
    return listen(place);
  }, [view, listen, canvas, k, width, height]);
  const go = (event: MouseEvent) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const seen = canvas.current;
    if (!seen) return;
    const zoom = view.view.current.k;
    const [wide, high] = [seen.clientWidth / zoom, seen.clientHeight / zoom];
    view.reveal({
      x: (event.clientX - left) / k - wide / 2,
      y: (event.clientY - top) / k - high / 2,
      width: wide,
      height: high,
    });
  };
  return (
    // A second way with the pointer: keys walk and zoom in the picture itself.
    <div className="population-map" title={t('population.map')} aria-hidden="true" onClick={go}>
      <canvas ref={own} width={width} height={height} />
      <div ref={frame} className="population-map-frame" />
    </div>
  );
}
