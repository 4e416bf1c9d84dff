import { fromWorst } from '../../analysis/rules.ts';
import { isFrame } from '../../scene/boxShapes.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { pathOf } from '../../scene/draw.ts';
import { themes } from '../../scene/theme.ts';
import { selectLayout } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { OverviewMap } from './OverviewMap.tsx';
import type { PanZoom } from './usePanZoom.ts';

/** The picture of the paths in small. */
export function PictureMap({ view }: { readonly view: PanZoom }) {
  const size = useAppStore(selectLayout);
  return (
    <OverviewMap size={size} seen={view.seen} listen={view.listen} goTo={view.center}>
      {({ width, height }) => <SmallPicture width={width} height={height} />}
    </OverviewMap>
  );
}

/** Boundaries, boxes and, in one stroke for each class, all lines; the worst class lies on top. */
function SmallPicture({ width, height }: { readonly width: number; readonly height: number }) {
  const layout = useAppStore(selectLayout);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  const isAnswerHidden = useAppStore((state) => state.hiddenAnswers === 'verdicts');
  const links = (status: (typeof fromWorst)[number]) =>
    layout.links.filter(({ connection }) => displayStatus(connection, colorBy) === status);
  const strokes = isAnswerHidden
    ? [{ color: theme.muted, links: layout.links }]
    : fromWorst.toReversed().map((status) => ({ color: theme.status[status].color, links: links(status) }));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${layout.width} ${layout.height}`} preserveAspectRatio="none">
      <rect width="100%" height="100%" fill={theme.canvas} />
      {layout.strips.map(({ rect, network }) => (
        <rect key={network.id} {...rect} fill={theme.strip[network.trust]} />
      ))}
      {layout.boxes.map((placed) => (
        <rect
          key={placed.box.id}
          {...placed.rect}
          fill={isFrame(placed) ? theme.panel : theme.raised}
          stroke={theme.border}
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {strokes.map((stroke) => (
        <path
          key={stroke.color}
          d={stroke.links.map(({ points }) => pathOf(points)).join('')}
          fill="none"
          stroke={stroke.color}
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
