import type { Analysis } from '../../analysis/analyze.ts';
import type { Evidence } from '../../analysis/connection.ts';
import type { Status } from '../../analysis/rules.ts';
import { statuses } from '../../analysis/rules.ts';
import { tableMeasurer } from '../../geometry/textWidth.ts';
import { badgeShapes, pencil, provenanceShapes } from '../../scene/badgeShapes.ts';
import type { Captions } from '../../scene/captions.ts';
import { type ColorBy, displayStatus } from '../../scene/colorBy.ts';
import { label } from '../../scene/draw.ts';
import { facetDotShapes } from '../../scene/facetDots.ts';
import type { Shape } from '../../scene/shape.ts';
import type { Theme } from '../../scene/theme.ts';
import { type Block, textLines, wrapped } from './block.ts';

type LegendItem = {
  readonly width: number;
  readonly words: string;
  readonly draw: (x: number, y: number) => readonly Shape[];
};

/** What lines, badges and marks mean, with how many connections are in each class. */
export function legendBlock(
  connections: Analysis['connections'],
  width: number,
  theme: Theme,
  captions: Captions,
  colorBy: ColorBy,
): Block {
  const counts = countByClass(connections, colorBy);
  const classes = statuses
    .filter((one) => counts[one] > 0)
    .map((status) => classItem(status, counts[status], theme, captions));
  const shapes: Shape[] = [label(24, 16, captions.legend, theme.ink, 14, true)];
  let y = 44;
  for (const row of [classes, markItems(theme, captions)]) {
    let x = 24;
    for (const item of row) {
      const itemWidth = item.width + tableMeasurer(item.words, 13) + 28;
      if (x > 24 && x + itemWidth > width - 24) {
        x = 24;
        y += 40;
      }
      shapes.push(...item.draw(x, y), label(x + item.width, y + 5, item.words, theme.ink));
      x += Math.ceil(itemWidth);
    }
    y += 40;
  }
  return { shapes, width, height: y - 8 };
}

/** How many connections are drawn as each class. */
function countByClass(connections: Analysis['connections'], colorBy: ColorBy): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { protected: 0, open: 0, unverified: 0, plaintext: 0, unknown: 0, local: 0 };
  for (const connection of connections) counts[displayStatus(connection, colorBy)] += connection.count;
  return counts;
}

function classItem(status: Status, count: number, theme: Theme, captions: Captions): LegendItem {
  const style = theme.status[status];
  const stroke = {
    fill: 'none',
    stroke: style.color,
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
function markItems(theme: Theme, { marks }: Captions): readonly LegendItem[] {
  const badge = (evidence: Evidence) => (x: number, y: number) => [
    ...provenanceShapes('protected', { x: x + 17, y }, theme.status.protected, theme, evidence),
    ...badgeShapes('protected', { x: x + 17, y }, theme.status.protected, theme.canvas),
    ...(evidence === 'user' ? pencil({ x: x + 28, y: y - 12 }, theme) : []),
  ];
  return [
    { width: 44, words: marks.dots, draw: (x, y) => facetDotShapes(['yes', 'no', 'unknown'], { x: x + 16, y }, theme) },
    { width: 44, words: marks.observed, draw: badge('observed') },
    { width: 44, words: marks.default, draw: badge('default') },
    { width: 44, words: marks.user, draw: badge('user') },
  ];
}

/** What the user has written, each with the letter that it has in the picture. */
export function remarksBlock(remarks: readonly string[], width: number, theme: Theme, heading: string): Block {
  if (remarks.length === 0) return { width: 0, height: 0, shapes: [] };
  const lines = remarks.flatMap((remark) => wrapped(remark, width - 48, 13));
  return {
    width,
    height: 32 + lines.length * 19,
    shapes: [label(24, 16, heading, theme.ink, 14, true), ...textLines(lines, 24, 40, 19, theme.ink, 13)],
  };
}
