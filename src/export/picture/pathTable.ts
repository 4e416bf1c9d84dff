import type { Connection } from '../../analysis/connection.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Translate } from '../../i18n/translate.ts';
import { badgeShapes } from '../../scene/badgeShapes.ts';
import { type ColorBy, displayStatus } from '../../scene/colorBy.ts';
import { centered, label } from '../../scene/draw.ts';
import type { Shape } from '../../scene/shape.ts';
import type { Theme } from '../../scene/theme.ts';
import { type Block, emptyBlock, textLines, wrapped } from './block.ts';

/** The least width at which the columns can be read. */
export const tableWidth = 760;

type Row = { readonly connection: Connection; readonly count: number; readonly cells: readonly string[] };

const size = 12;
const step = 16;
const columns = [
  { head: 'export.path', share: 0.25 },
  { head: 'export.from-to', share: 0.24 },
  { head: 'export.status', share: 0.18 },
  { head: 'exporting.attacker', share: 0.23 },
  { head: 'export.count', share: 0.1 },
] as const;

/** Every path of the picture with its number: what it is, between whom, and what somebody in the middle can do. */
export function tableBlock(
  connections: readonly Connection[],
  width: number,
  theme: Theme,
  colorBy: ColorBy,
  t: Translate,
): Block {
  const rows = rowsOf(connections, t);
  if (rows.length === 0) return emptyBlock;
  const first = 84;
  const room = width - first - 24;
  const places = columns.map(
    (_, index) => first + room * columns.slice(0, index).reduce((sum, { share }) => sum + share, 0),
  );
  const heads = columns.map(({ head, share }) => wrapped(t(head), room * share - 14, size, true));
  const shapes: Shape[] = [
    label(24, 16, t('exporting.listed'), theme.ink, 14, true),
    ...heads.flatMap((lines, index) =>
      lines.map((line, row) => label(places[index] ?? 0, 44 + row * step, line, theme.muted, size, true)),
    ),
  ];
  let y = 38 + Math.max(...heads.map((lines) => lines.length)) * step;
  for (const row of rows) {
    const lines = row.cells.map((cell, index) => wrapped(cell, room * (columns[index]?.share ?? 0) - 14, size));
    const height = Math.max(30, Math.max(...lines.map((one) => one.length)) * step + 10);
    const status = displayStatus(row.connection, colorBy);
    shapes.push(
      { type: 'path', d: `M24 ${y}H${width - 24}`, paint: { fill: 'none', stroke: theme.boundary, strokeWidth: 0.5 } },
      ...badgeShapes(status, { x: 38, y: y + 15 }, theme.status[status], theme.canvas, 0.7),
      centered(64, y + 19, pathNumber(row.connection.path), theme.ink, size, true),
      ...lines.flatMap((one, index) => textLines(one, places[index] ?? 0, y + 19, step, theme.ink, size)),
    );
    y += height;
  }
  return { width, height: y + 16, shapes };
}

/** Connections that say the same are one row. */
function rowsOf(connections: readonly Connection[], t: Translate): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const connection of connections) {
    const { path, client, server, port, exposure, status, count } = connection;
    const can = [...new Set([...exposure.passive, ...exposure.active])].map((one) => t(`exposure.${one}`)).join(', ');
    const cells = [
      t(`path.${path}.name`),
      `${client.component} → ${server.component}${port === null ? '' : ` :${port}`}`,
      t(`status.${status}`),
      can || (status === 'unknown' ? t('status.unknown') : t('exposure.nothing')),
    ];
    const key = `${path} ${cells.join(' ')}`;
    const sum = (rows.get(key)?.count ?? 0) + count;
    rows.set(key, { connection, count: sum, cells: [...cells, String(sum)] });
  }
  return [...rows.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function order({ connection, cells }: Row): string {
  // Documented paths come before adjacent ones, as in the picture's numbers.
  return `${connection.path.startsWith('P') ? 0 : 1}${connection.path} ${cells.join(' ')}`;
}
