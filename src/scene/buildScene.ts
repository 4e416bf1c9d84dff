import { fromWorst } from '../analysis/rules.ts';
import type { Layout, PlacedBox, RoutedLink } from '../layout/layout.ts';
import { badgeShapes } from './badgeShapes.ts';
import { boxShapes, hasRoomForName, isFrame } from './boxShapes.ts';
import { displayStatus } from './colorBy.ts';
import { centered, group, label, rounded } from './draw.ts';
import { linkShapes } from './linkShapes.ts';
import { type SceneOptions, textSize } from './sceneOptions.ts';
import type { Scene, Shape } from './shape.ts';
import { farWords, stripShapes } from './stripShapes.ts';

/** The picture as shapes. What is drawn later lies above: strip, frames, boxes, lines, badges, port plates. */
export function buildScene(layout: Layout, options: SceneOptions): Scene {
  const frames = layout.boxes.filter(isFrame);
  const { level } = options.detail;
  const others = layout.boxes.filter((box) => !isFrame(box) && (level !== 'overview' || box.role === 'apiserver'));
  return {
    width: layout.width,
    height: layout.height,
    background: options.theme.canvas,
    shapes: [
      ...layout.strips.map((strip) => stripShapes(strip, options)),
      ...frames.map((box) => boxShapes(box, layout, options)),
      ...others.map((box) => boxShapes(box, layout, options)),
      ...layout.links.toSorted((a, b) => drawingRank(a) - drawingRank(b)).map((link) => linkShapes(link, options)),
      ...(level === 'full' ? [portShapes(layout, options)] : []),
      ...(level === 'overview'
        ? [
            // A frame's worst class is not told while classes are asked.
            ...(options.answersHidden ? [] : frames.map((box) => summaryShapes(box, layout, options))),
          ]
        : []),
      ...(level === 'far' || level === 'overview' ? layout.strips.map((strip) => farWords(strip, options)) : []),
    ],
  };
}

/** Lines that bend come late, so that they bridge what they cross; those that join them come last, with their dot. */
function drawingRank({ points, joins }: RoutedLink): number {
  return joins ? 2 : points.length > 2 ? 1 : 0;
}

function portShapes({ ports }: Layout, { theme, detail }: SceneOptions): Shape {
  return group(
    ports.flatMap(({ rect, text }): Shape[] => [
      {
        type: 'rect',
        ...rounded(rect),
        radius: 4,
        paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1 },
      },
      centered(rect.x + rect.width / 2, rect.y + 13.5, text, theme.ink, textSize(12, detail), false, true),
    ]),
  );
}

/** For a boundary seen from far away: its worst class, and how many of its lines are of it. */
function summaryShapes(frame: PlacedBox, layout: Layout, options: SceneOptions): Shape {
  const { theme, detail, colorBy, measure } = options;
  const { x, y, width, height } = frame.rect;
  const inside = layout.links.filter(({ boxId }) => {
    const box = layout.boxes.find((one) => one.box.id === boxId && !isFrame(one));
    return box && box.rect.x >= x && box.rect.x < x + width && box.rect.y >= y && box.rect.y < y + height;
  });
  const classes = inside.map((link) => displayStatus(link.connection, colorBy));
  const worst = fromWorst.find((status) => classes.includes(status));
  if (!worst) return group([]);
  const count = inside.reduce((sum, link, index) => sum + (classes[index] === worst ? link.count : 0), 0);
  const text = `×${count}`;
  // The name of the boundary needs its own room: below in a node, above in the control plane.
  const isPlane = frame.role === 'control-plane';
  const named = isPlane || frame.role === 'node' || hasRoomForName(height, detail);
  const title = named ? textSize(13, detail) + 24 : 0;
  const room = (isPlane ? 190 : height) - title;
  const scale = Math.max(1, Math.min(detail.textScale, room / 34, width / 80));
  const size = Math.min(textSize(13, detail), room * 0.95);
  const half = (30 * scale + measure(text, size, true)) / 2;
  const center = { x: x + width / 2 - half + 15 * scale, y: (isPlane ? y + title : y) + room / 2 };
  return {
    type: 'group',
    subject: null,
    title: options.captions.status[worst],
    data: {},
    children: [
      ...badgeShapes(worst, center, theme.status[worst], theme.canvas, scale),
      label(center.x + 19 * scale, center.y + size * 0.36, text, theme.ink, size, true),
    ],
  };
}
