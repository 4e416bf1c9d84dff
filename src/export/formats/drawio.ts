import type { Topology } from '../../domain/topology.ts';
import { bottom, type Point, type Rect, right } from '../../geometry/shapes.ts';
import { shortened, tableMeasurer } from '../../geometry/textWidth.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { RoutedLink, Strip } from '../../layout/layout.ts';
import { themes } from '../../scene/theme.ts';
import { reasonGiven } from '../decisions.ts';
import { escapeXml } from '../escapeXml.ts';
import {
  badgeShare,
  type ChartBox,
  type ChartFlow,
  classesOf,
  type FlowChart,
  oneLine,
  pathLines,
} from './flowChart.ts';

const theme = themes.light;
/** Room for the title above the picture. */
const head = 64;

type Cell = {
  readonly id: string;
  readonly parent: string;
  readonly value: string;
  readonly style: string;
  readonly rect: Rect;
  /** Written as data of the element, which draw.io shows and searches. */
  readonly data?: Readonly<Record<string, string>>;
};

/** The picture for draw.io (diagrams.net): boxes and lines where ours are, https://www.drawio.com/doc/faq/diagram-source-edit. */
export function drawioText(topology: Topology, chart: FlowChart, date: string, t: Translate): string {
  const { layout, boxes, flows } = chart;
  const name = oneLine(topology.name, 120);
  const title = `${t('app.title')}: ${name}`;
  const line = `Kubernetes ${topology.kubernetesVersion} · ${date} · ${t('export.generated')}`;
  const cells = [
    text('title', title, { x: 24, y: 12, width: 900, height: 28 }, 20, true),
    text('subtitle', line, { x: 24, y: 40, width: 900, height: 20 }, 13, false),
    ...layout.strips.map((strip, index) => stripCell(strip, index, chart)),
    ...boxes.filter(({ isFrame }) => isFrame).map((box) => boxCell(box, null)),
    ...boxes.filter(({ isFrame }) => !isFrame).map((box) => boxCell(box, frameOf(box, boxes))),
    ...layout.boxes.flatMap(({ box, chips, rect }) =>
      chipCells(chips, rect, boxes.find(({ id }) => id === box.id)?.key),
    ),
  ];
  const edges = flows.map((flow) => edgeOf(flow, chart, t));
  const ends = edges.flatMap(({ markers }) => markers);
  const low = Math.max(layout.height, ...boxes.map(({ rect }) => bottom(rect)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mxfile host="mitmap" compressed="false">',
    `<diagram id="mitmap" name="${escapeXml(name || 'mitmap')}">`,
    `<mxGraphModel dx="1200" dy="800" grid="1" gridSize="10" page="0" background="${theme.canvas}" math="0" shadow="0">`,
    '<root>',
    '<mxCell id="0"/>',
    '<mxCell id="1" parent="0"/>',
    ...[...cells, ...ends, ...legendCells(chart, low + head + 24, t)].map(vertex),
    ...edges.map(({ xml }) => xml),
    '</root>',
    '</mxGraphModel>',
    '</diagram>',
    '</mxfile>',
    '',
  ].join('\n');
}

function styleOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${value};`)
    .join('');
}

const font = { fontColor: theme.ink, fontFamily: 'Helvetica' };

function text(id: string, value: string, rect: Rect, size: number, bold: boolean): Cell {
  const style = `text;${styleOf({ align: 'left', verticalAlign: 'middle', fontSize: size, fontStyle: bold ? 1 : 0, ...font })}`;
  return { id, parent: '1', value, style, rect };
}

function stripCell({ rect, network }: Strip, index: number, { captions }: FlowChart): Cell {
  const style = styleOf({
    fillColor: theme.strip[network.trust],
    strokeColor: 'none',
    align: 'left',
    spacingLeft: 24,
    fontSize: 13,
    ...font,
  });
  const value = `${captions.networks[network.id]}\n(${captions.trust[network.trust]})`;
  return { id: `strip${index}`, parent: '1', value, style, rect: down(rect) };
}

function boxCell(box: ChartBox, frame: ChartBox | null): Cell {
  const { key, role, rect, title, isFrame } = box;
  const value = shortened(oneLine(title, 200), rect.width - 12, 13, true, tableMeasurer);
  const upper = role === 'control-plane' || role === 'adjacent-group' || role === 'pods' || role === 'apiserver';
  const style = styleOf({
    rounded: 1,
    arcSize: isFrame ? 3 : 12,
    fillColor: isFrame ? theme.panel : role === 'apiserver' ? theme.hub : theme.raised,
    strokeColor: isFrame ? theme.boundary : theme.border,
    strokeWidth: 1.5,
    fontSize: role === 'apiserver' ? 16 : 13,
    fontStyle: 1,
    ...font,
    ...(isFrame ? { container: 1, collapsible: 0, dashed: 1, dashPattern: '9 5', align: 'left', spacingLeft: 8 } : {}),
    verticalAlign: upper ? 'top' : isFrame ? 'bottom' : 'middle',
    ...(role === 'pods' && box.box.members.length > 20 ? { verticalAlign: 'middle' } : {}),
  });
  const names = box.box.names
    .slice(0, 20)
    .map((name) => oneLine(name))
    .join(', ');
  const place = frame ? within(rect, frame.rect) : down(rect);
  return {
    id: key,
    parent: frame?.key ?? '1',
    value,
    style,
    rect: place,
    data: { component: box.box.component, names },
  };
}

function frameOf({ parent }: ChartBox, boxes: readonly ChartBox[]): ChartBox | null {
  return boxes.find(({ key }) => key === parent) ?? null;
}

function chipCells(
  chips: readonly { readonly id: string; readonly name: string; readonly rect: Rect }[],
  around: Rect,
  parent: string | undefined,
): readonly Cell[] {
  if (!parent) return [];
  const style = styleOf({ rounded: 1, fillColor: theme.panel, strokeColor: theme.border, fontSize: 12, ...font });
  return chips.map(({ name, rect }, index) => ({
    id: `${parent}c${index}`,
    parent,
    value: shortened(oneLine(name, 200), rect.width - 8, 12, false, tableMeasurer),
    style,
    rect: within(rect, around),
  }));
}

type Edge = { readonly xml: string; readonly markers: readonly Cell[] };

/** A line along our own course. Where ours ends at no box, it ends at a small dot. */
function edgeOf(flow: ChartFlow, { layout, boxes, captions }: FlowChart, t: Translate): Edge {
  const { key, connection, count, link, decision } = flow;
  const points = wholeCourse(link, layout.links);
  const [first, last] = [points[0] ?? link.badge, points.at(-1) ?? link.badge];
  const from = endAt(first, `${key}s`, boxes);
  const to = endAt(last, `${key}t`, boxes);
  const { color, width, dash } = theme.status[connection.status];
  const style = styleOf({
    edgeStyle: 'none',
    rounded: 0,
    strokeColor: color,
    strokeWidth: width,
    ...(dash === null ? {} : { dashed: 1, dashPattern: dash }),
    endArrow: link.joins ? 'oval' : 'block',
    endFill: 1,
    ...attached('exit', first, from.rect),
    ...attached('entry', last, to.rect),
    fontSize: 12,
    fontStyle: 1,
    labelBackgroundColor: theme.canvas,
    labelBorderColor: color,
    ...font,
  });
  const value = `${connection.path}${count > 1 ? ` ×${count}` : ''}`;
  const data = {
    path: connection.path,
    status: connection.status,
    tooltip: oneLine(captions.path(connection, count), 300),
    ...(decision && { decision: oneLine(`${t(`remark.${decision.kind}`)}: ${reasonGiven(decision, t)}`, 300) }),
  };
  const share = Math.round((2 * badgeShare(points, link.badge) - 1) * 1000) / 1000;
  const turns = points.slice(1, -1).map((point) => `<mxPoint x="${round(point.x)}" y="${round(point.y + head)}"/>`);
  const array = turns.length > 0 ? `<Array as="points">${turns.join('')}</Array>` : '';
  const xml = [
    objectStart(key, value, data),
    `<mxCell style="${style}" edge="1" parent="1" source="${from.id}" target="${to.id}">`,
    `<mxGeometry x="${share}" relative="1" as="geometry">${array}</mxGeometry>`,
    '</mxCell></object>',
  ].join('');
  return { xml, markers: [from.marker, to.marker].flatMap((marker) => marker ?? []) };
}

/** A line that joins the bus of its class, with the rest of the way. */
function wholeCourse(link: RoutedLink, links: readonly RoutedLink[]): readonly Point[] {
  if (!link.joins) return link.points;
  const whole = links.find((one) => one.connection === link.connection && !one.joins);
  return [...link.points, ...(whole?.points.slice(2) ?? [])];
}

type End = { readonly id: string; readonly rect: Rect; readonly marker: Cell | null };

function endAt(point: Point, id: string, boxes: readonly ChartBox[]): End {
  const touching = boxes.filter(({ rect }) => touches(rect, point));
  const found = touching.find(({ isFrame }) => !isFrame) ?? touching.find(({ role }) => role === 'adjacent-group');
  if (found) return { id: found.key, rect: found.rect, marker: null };
  const rect = { x: point.x - 4, y: point.y - 4, width: 8, height: 8 };
  const style = `ellipse;${styleOf({ fillColor: theme.canvas, strokeColor: theme.border })}`;
  return { id, rect, marker: { id, parent: '1', value: '', style, rect: down(rect) } };
}

function touches(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x - 1 && x <= right(rect) + 1 && y >= rect.y - 1 && y <= bottom(rect) + 1;
}

/** Where on a box a line begins or ends, as shares of its sides. */
function attached(side: 'exit' | 'entry', { x, y }: Point, rect: Rect): Readonly<Record<string, number>> {
  const share = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
  return {
    [`${side}X`]: share((x - rect.x) / rect.width),
    [`${side}Y`]: share((y - rect.y) / rect.height),
    [`${side}Perimeter`]: 0,
  };
}

function legendCells({ flows, captions }: FlowChart, top: number, t: Translate): readonly Cell[] {
  const classes = classesOf(flows).flatMap(({ status, count }, index): readonly Cell[] => {
    const { color, width, dash } = theme.status[status];
    const y = top + 34 + index * 26;
    const style = `line;${styleOf({ strokeColor: color, strokeWidth: width, ...(dash === null ? {} : { dashed: 1, dashPattern: dash }) })}`;
    const words = `${captions.status[status]} (${count})`;
    return [
      { id: `legend-${status}`, parent: '1', value: '', style, rect: { x: 24, y, width: 60, height: 20 } },
      text(`legend-${status}-words`, words, { x: 96, y, width: 300, height: 20 }, 13, false),
    ];
  });
  const paths = pathLines(flows, t).map((line, index) =>
    text(
      `legend-path${index}`,
      line,
      { x: 440 + Math.floor(index / 12) * 420, y: top + 34 + (index % 12) * 22, width: 400, height: 20 },
      13,
      false,
    ),
  );
  return [text('legend', captions.legend, { x: 24, y: top, width: 300, height: 24 }, 14, true), ...classes, ...paths];
}

function vertex({ id, parent, value, style, rect, data }: Cell): string {
  const { x, y, width, height } = rect;
  const geometry = `<mxGeometry x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" as="geometry"/>`;
  if (!data)
    return `<mxCell id="${id}" value="${attribute(value)}" style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell>`;
  return `${objectStart(id, value, data)}<mxCell style="${style}" vertex="1" parent="${parent}">${geometry}</mxCell></object>`;
}

function objectStart(id: string, label: string, data: Readonly<Record<string, string>>): string {
  const more = Object.entries(data).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `<object id="${id}" label="${attribute(label)}"${more.join('')}>`;
}

/** A line feed in an attribute would be read as a space. */
function attribute(value: string): string {
  return escapeXml(value).replaceAll('\n', '&#10;');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function down(rect: Rect): Rect {
  return { ...rect, y: rect.y + head };
}

/** The place in a container, which counts from its corner. */
function within(rect: Rect, around: Rect): Rect {
  return { ...rect, x: rect.x - around.x, y: rect.y - around.y };
}
