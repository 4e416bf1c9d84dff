import type { Analysis } from '../analysis/analyse.ts';
import type { Status } from '../analysis/rules.ts';
import { networkOf, type Topology } from '../domain/topology.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { badgeShapes } from '../scene/badgeShapes.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Captions } from '../scene/captions.ts';
import { type Colouring, drawnClass } from '../scene/colourBy.ts';
import type { Scene, Shape } from '../scene/shape.ts';
import { type Theme, type ThemeId, themes } from '../scene/theme.ts';

export type DiagramOptions = {
  readonly theme: ThemeId;
  readonly captions: Captions;
  readonly colouring: Colouring;
};

/** Everything from topology to picture, in one call. */
export function diagramScene(topology: Topology, analysis: Analysis, options: DiagramOptions): Scene {
  const picture = groupTopology(topology, analysis);
  const layout = layoutPicture(picture, networkOf(topology, 'cluster-network'), tableMeasurer);
  return buildScene(layout, { ...options, theme: themes[options.theme], measure: tableMeasurer });
}

export type TitleBlock = { readonly title: string; readonly lines: readonly string[] };

const statuses: readonly Status[] = ['protected', 'open', 'unverified', 'plaintext', 'unknown', 'local'];

/** How many connections are drawn as each class. */
function countByClass(analysis: Analysis, colouring: Colouring): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { protected: 0, open: 0, unverified: 0, plaintext: 0, unknown: 0, local: 0 };
  for (const connection of analysis.connections) {
    if (!connection.variant) counts[drawnClass(connection, colouring)] += connection.count;
  }
  return counts;
}

/** The picture with a title block above and a legend below, for a file. */
export function withFrame(scene: Scene, analysis: Analysis, block: TitleBlock, options: DiagramOptions): Scene {
  const theme = themes[options.theme];
  const top = 40 + block.lines.length * 18;
  const title: Shape[] = [
    text(24, 30, block.title, 20, true, theme),
    ...block.lines.map((line, index) => text(24, 50 + index * 18, line, 13, false, theme)),
  ];
  const legend = legendShapes(analysis, scene.height + top, scene.width, theme, options);
  return {
    ...scene,
    height: scene.height + top + legend.height,
    shapes: [...title, ...scene.shapes.map((shape) => moved(shape, top)), ...legend.shapes],
  };
}

function text(x: number, y: number, content: string, size: number, bold: boolean, theme: Theme): Shape {
  return { type: 'text', x, y, text: content, size, bold, anchor: 'start', fill: theme.ink };
}

function legendShapes(analysis: Analysis, top: number, width: number, theme: Theme, options: DiagramOptions) {
  const counts = countByClass(analysis, options.colouring);
  const shapes: Shape[] = [text(24, top + 16, options.captions.legend, 14, true, theme)];
  let x = 24;
  let y = top + 44;
  for (const status of statuses.filter((one) => counts[one] > 0)) {
    const words = `${options.captions.status[status]} (${counts[status]})`;
    const itemWidth = 96 + tableMeasurer(words, 13) + 28;
    if (x > 24 && x + itemWidth > width - 24) {
      x = 24;
      y += 40;
    }
    const style = theme.status[status];
    const stroke = {
      fill: 'none',
      stroke: style.colour,
      strokeWidth: style.width,
      ...(style.dash ? { dash: style.dash } : {}),
    };
    shapes.push({ type: 'path', d: `M${x} ${y}H${x + 46}`, paint: stroke });
    shapes.push(...badgeShapes(status, { x: x + 68, y }, style, theme.canvas));
    shapes.push(text(x + 94, y + 5, words, 13, false, theme));
    x += Math.ceil(itemWidth);
  }
  return { shapes, height: y - top + 40 };
}

/** The same shape further down. */
function moved(shape: Shape, by: number): Shape {
  switch (shape.type) {
    case 'rect':
    case 'text':
      return { ...shape, y: Math.round((shape.y + by) * 10) / 10 };
    case 'path':
      return { ...shape, d: movedPath(shape.d, by) };
    case 'group':
      return { ...shape, children: shape.children.map((child) => moved(child, by)) };
  }
}

/** Moves the absolute commands M, L, H, V, A and Z, which are all that our paths use. */
function movedPath(d: string, by: number): string {
  const down = (value: string) => String(Math.round((Number(value) + by) * 10) / 10);
  return d.replace(/([MLVA])([^MLHVAZ]*)/g, (_all, command: string, numbers: string) => {
    const values = numbers.trim().split(/[\s,]+/);
    const index = command === 'V' ? 0 : values.length - 1;
    return command + values.map((value, at) => (at === index ? down(value) : value)).join(' ');
  });
}
