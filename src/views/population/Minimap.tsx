import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Point, Rect } from '../../geometry/shapes.ts';
import { paint } from '../../population/raster.ts';
import { OverviewMap } from '../diagram/OverviewMap.tsx';
import type { Drawing } from './drawPopulation.ts';
import type { PopulationView } from './usePopulationView.ts';

type Props = {
  readonly drawing: Drawing;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: PopulationView;
  readonly listen: (tell: () => void) => () => void;
};

/** The whole population in small. */
export function Minimap({ drawing, canvas, view, listen }: Props) {
  const seen = useCallback((): Rect | null => {
    if (!canvas.current) return null;
    const { x, y, k } = view.view.current;
    const { clientWidth, clientHeight } = canvas.current;
    return { x: -x / k, y: -y / k, width: clientWidth / k, height: clientHeight / k };
  }, [canvas, view]);
  const goTo = ({ x, y }: Point) => {
    const part = seen();
    if (part) view.reveal({ ...part, x: x - part.width / 2, y: y - part.height / 2 });
  };
  return (
    <OverviewMap size={drawing.population} seen={seen} listen={listen} goTo={goTo}>
      {(map) => <SmallCells drawing={drawing} {...map} />}
    </OverviewMap>
  );
}

type SmallProps = {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
};

function SmallCells({ drawing, width, height, scale }: SmallProps) {
  const own = useRef<HTMLCanvasElement>(null);
  const { population } = drawing;
  useEffect(() => {
    const context = own.current?.getContext('2d', { alpha: false });
    if (!context) return;
    const image = context.createImageData(width, height);
    const pixels = { data: new Uint32Array(image.data.buffer), width, height };
    paint(pixels, population, { x: 0, y: 0, k: scale }, drawing);
    context.putImageData(image, 0, 0);
  }, [drawing, population, scale, width, height]);
  return <canvas ref={own} width={width} height={height} />;
}
