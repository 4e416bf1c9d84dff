import type { Analysis } from '../analysis/analyse.ts';
import type { Evidence } from '../analysis/connection.ts';
import type { Layer } from '../analysis/layer.ts';
import type { Status } from '../analysis/rules.ts';
import { networksOf, type Topology } from '../domain/topology.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { badgeShapes, pencil, provenanceShapes } from '../scene/badgeShapes.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Captions } from '../scene/captions.ts';
import { type Colouring, drawnClass } from '../scene/colourBy.ts';
import { pipShapes } from '../scene/pipShapes.ts';
import { fullDetail } from '../scene/sceneOptions.ts';
import type { Scene, Shape } from '../scene/shape.ts';
import { type Theme, type ThemeId, themes } from '../scene/theme.ts';

export type DiagramOptions = {
  readonly theme: ThemeId;
  readonly captions: Captions;
  readonly colouring: Colouring;
  readonly layer: Layer;
};

/** Everything from topology to picture, in one call. */
export function diagramScene(topology: Topology, analysis: Analysis, options: DiagramOptions): Scene {
  const picture = groupTopology(topology, analysis, options.layer);
  const layout = layoutPicture(picture, {
    networks: networksOf(topology),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  });
  return buildScene(layout, {
    ...options,
    theme: themes[options.theme],
    measure: tableMeasurer,
    detail: fullDetail,
    remarks: topology.remarks,
  });
}

export type TitleBlock = {
  readonly title: string;
  readonly lines: readonly string[];
  /** One line for each remark, each beginning with its letter. */
  readonly remarks: readonly string[];
};

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
  const below = remarkShapes(block.remarks, scene.height + top + legend.height, scene.width, theme, options);
  return {
    ...scene,
    height: scene.height + top + legend.height + below.height,
    shapes: [...title, ...scene.shapes.map((shape) => moved(shape, top)), ...legend.shapes, ...below.shapes],
  };
}

function text(x: number, y: number, content: string, size: number, bold: boolean, theme: Theme): Shape {
  return { type: 'text', x, y, text: content, size, bold, anchor: 'start', fill: theme.ink };
}

type LegendItem = {
  readonly width: number;
  readonly words: string;
  readonly draw: (x: number, y: number) => readonly Shape[];
};

function legendShapes(analysis: Analysis, top: number, width: number, theme: Theme, options: DiagramOptions) {
  const counts = countByClass(analysis, options.colouring);
  const classes = statuses
    .filter((one) => counts[one] > 0)
    .map((status) => classItem(status, counts[status], theme, options));
  const shapes: Shape[] = [text(24, top + 16, options.captions.legend, 14, true, theme)];
  let y = top + 44;
  for (const row of [classes, markItems(theme, options)]) {
    let x = 24;
    for (const item of row) {
      const itemWidth = item.width + tableMeasurer(item.words, 13) + 28;
      if (x > 24 && x + itemWidth > width - 24) {
        x = 24;
        y += 40;
      }
      shapes.push(...item.draw(x, y), text(x + item.width, y + 5, item.words, 13, false, theme));
      x += Math.ceil(itemWidth);
    }
    y += 40;
  }
  return { shapes, height: y - top };
}

function classItem(status: Status, count: number, theme: Theme, { captions }: DiagramOptions): LegendItem {
  const style = theme.status[status];
  const stroke = {
    fill: 'none',
    stroke: style.colour,
    strokeWidth: style.width,
    ...(style.dash ? { dash: style.dash } : {}),
  };
  return {
    width: 94,
    words: `${captions.status[status]} (${count})`,
    draw: (x, y) => [
      { type: 'path', d: `M${x} ${y}H${x + 46}`, paint: stroke },
      ...badgeShapes(status, { x: x + 68, y }, style, theme.canvas),
    ],
  };
}

/** What the dots below a badge and the ring around it say. */
function markItems(theme: Theme, { captions }: DiagramOptions): readonly LegendItem[] {
  const { marks } = captions;
  const badge = (evidence: Evidence) => (x: number, y: number) => [
    ...provenanceShapes('protected', { x: x + 17, y }, theme.status.protected, theme, evidence),
    ...badgeShapes('protected', { x: x + 17, y }, theme.status.protected, theme.canvas),
    ...(evidence === 'user' ? pencil({ x: x + 28, y: y - 12 }, theme) : []),
  ];
  return [
    { width: 44, words: marks.pips, draw: (x, y) => pipShapes(['yes', 'no', 'unknown'], { x: x + 16, y }, theme) },
    { width: 44, words: marks.observed, draw: badge('observed') },
    { width: 44, words: marks.default, draw: badge('default') },
    { width: 44, words: marks.user, draw: badge('user') },
  ];
}

function remarkShapes(
  remarks: readonly string[],
  top: number,
  width: number,
  theme: Theme,
  { captions }: DiagramOptions,
) {
  if (remarks.length === 0) return { shapes: [], height: 0 };
  const lines = remarks.flatMap((remark) => wrapped(remark, width - 48));
  const shapes: Shape[] = [
    text(24, top + 16, captions.remarks, 14, true, theme),
    ...lines.map((line, index) => text(24, top + 40 + index * 19, line, 13, false, theme)),
  ];
  return { shapes, height: 44 + lines.length * 19 };
}

function wrapped(content: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of content.split(/\s+/)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && tableMeasurer(joined, 13) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
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
