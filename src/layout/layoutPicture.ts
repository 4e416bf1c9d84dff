import type { Network } from '../domain/topology.ts';
import { bottom, centerX, type Point, type Rect, right } from '../geometry/shapes.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { NodePicture, Picture, PictureBox, PictureLine } from '../grouping/picture.ts';
import type { BoxRole, Layout, PlacedBox, PortChip, RoutedLink } from './layout.ts';

/*
 * The picture is built of columns. The kube-apiserver spans them all, so each line to or from it is one vertical
 * stroke over the box at its other end: no bends, no crossings, no foreign box in the way, by construction. Only the
 * Konnectivity agents, whose server is another box, need a channel of their own below the control plane.
 */
const lane = 40;
const margin = 24;
const labelColumn = 176;
const gap = 14;
const padding = 16;
const componentHeight = 46;
const partHeight = 62;
const chipHeight = 26;
const stripHeight = 116;
const channelStep = 14;

type Column = {
  readonly role: BoxRole;
  readonly box: PictureBox;
  readonly lines: readonly PictureLine[];
  readonly width: number;
  readonly height: number;
};

type Frame = {
  readonly role: 'node' | 'services';
  readonly box: PictureBox;
  readonly columns: readonly Column[];
  readonly width: number;
};

/** Places every box and routes every line. Deterministic: the same picture gives the same layout. */
export function layoutPicture(picture: Picture, network: Network, measure: TextMeasurer): Layout {
  const frames = framesOf(picture, measure);
  const agents = picture.nodes.flatMap((node) => node.parts.flatMap((part) => part.lines.filter(isAgentLine)));
  const server = picture.konnectivityServer;
  const left = margin + labelColumn;
  const framesWidth = frames.reduce((sum, frame) => sum + frame.width + gap, -gap);
  const components = componentColumns(picture, measure);
  const componentsWidth = components.reduce((sum, column) => sum + column.width + gap, -gap) + 2 * padding;
  const hubWidth = Math.max(framesWidth, componentsWidth, 420);
  const serverWidth = server ? Math.max(150, agents.length * lane + 2 * padding) : 0;
  const planeWidth = hubWidth + (server ? serverWidth + gap + 84 + padding : 0);

  const plane: Rect = { x: left, y: margin, width: planeWidth, height: 34 + componentHeight + 82 + 66 + 14 };
  const hub: Rect = { x: left, y: margin + 34 + componentHeight + 82, width: hubWidth, height: 66 };
  const hubRect: Rect = { ...hub, x: hub.x + 8, width: hub.width - 16 };
  const stripTop = bottom(plane) + 30 + agents.length * channelStep;
  const strip: Rect = { x: 0, y: stripTop, width: left + planeWidth + margin, height: stripHeight };
  const framesTop = bottom(strip) + 40;

  const boxes: PlacedBox[] = [];
  const ports: PortChip[] = [];
  const links: RoutedLink[] = [];
  boxes.push(placed('control-plane', picture.hosts, plane));
  boxes.push(placed('apiserver', picture.apiServer, hubRect));
  placeComponents(components, hubRect, plane, boxes, links);
  placeOutside(picture, plane, boxes);

  const serverRect = server ? { x: right(hub) + 84, y: hub.y, width: serverWidth, height: hub.height } : null;
  if (server && serverRect) placeKonnectivityServer(server, serverRect, hubRect, boxes, links, ports, agents);

  let x = left;
  let agentNumber = 0;
  const frameHeight = Math.max(...frames.map((frame) => frameHeightOf(frame)), 0);
  for (const frame of frames) {
    const rect: Rect = { x, y: framesTop, width: frame.width, height: frameHeight };
    boxes.push(placed(frame.role, frame.box, rect));
    let columnX = x + padding;
    for (const column of frame.columns) {
      const at: Rect = { x: columnX, y: framesTop + 26, width: column.width, height: column.height };
      boxes.push(placed(column.role, column.box, at, chipsOf(column, at)));
      const laneStart = at.x + (at.width - column.lines.length * lane) / 2 + lane / 2;
      const ordered = [...column.lines].sort(byDirection);
      for (const [index, line] of ordered.entries()) {
        const laneX = laneStart + index * lane;
        const rail: Point = { x: laneX, y: strip.y + 42 };
        if (isAgentLine(line) && serverRect) {
          const channel = bottom(plane) + 20 + agentNumber * channelStep;
          const target = serverRect.x + padding + lane / 2 + agentNumber * lane;
          agentNumber += 1;
          const points = [
            { x: laneX, y: at.y },
            { x: laneX, y: channel },
            { x: target, y: channel },
            { x: target, y: bottom(serverRect) },
          ];
          links.push({ ...line, points, badge: rail, envelope: null, boxId: column.box.id });
        } else {
          links.push(hubLink(line, laneX, hubRect, at, rail, column.box.id));
        }
      }
      ports.push(...portChips(ordered, laneStart, at, hubRect, measure));
      columnX += column.width + gap;
    }
    x += frame.width + gap;
  }
  return {
    width: strip.width,
    height: framesTop + frameHeight + margin,
    boxes,
    ports,
    links,
    strip: { rect: strip, network, label: { x: margin, y: strip.y + 18, width: labelColumn - 8, height: 80 } },
  };
}

function isAgentLine(line: PictureLine): boolean {
  return line.connection.path === 'P21';
}

function isInbound(line: PictureLine): boolean {
  return line.connection.server.component === 'kube-apiserver' || isAgentLine(line);
}

/** In every box what goes up is on the left and what comes down is on the right. */
function byDirection(a: PictureLine, b: PictureLine): number {
  const byWay = Number(isInbound(b)) - Number(isInbound(a));
  return byWay !== 0
    ? byWay
    : a.connection.path < b.connection.path
      ? -1
      : a.connection.path > b.connection.path
        ? 1
        : 0;
}

function placed(role: BoxRole, box: PictureBox, rect: Rect, chips: PlacedBox['chips'] = []): PlacedBox {
  return { role, box, rect, chips };
}

function framesOf(picture: Picture, measure: TextMeasurer): readonly Frame[] {
  const nodes = picture.nodes.map((node) => nodeFrame(node, measure));
  if (picture.services.length === 0) return nodes;
  const columns = picture.services.map(({ box, lines }): Column => {
    const widest = Math.max(...[serviceTitle(box), box.detail].map((text) => measure(text, 13, true)));
    return {
      role: 'service',
      box,
      lines,
      width: Math.max(lines.length * lane + 12, Math.min(190, widest + 28)),
      height: partHeight,
    };
  });
  const box: PictureBox = { id: 'services~', component: 'service', members: [], names: [], detail: '' };
  return [...nodes, { role: 'services', box, columns, width: widthOf(columns, 150) }];
}

/** What a service box is called when it stands for several. */
export function serviceTitle(box: PictureBox): string {
  return box.names.length === 1 ? (box.names[0] ?? '') : `${box.names.length} services`;
}

function nodeFrame(node: NodePicture, measure: TextMeasurer): Frame {
  const columns = node.parts.map(({ box, lines }): Column => {
    const title = partTitle(box);
    const byLanes = lines.length * lane + 12;
    const isPods = box.component === 'pod';
    const width = Math.max(byLanes, Math.min(220, measure(title, 13, true) + 28), isPods ? 148 : 0);
    const rows = isPods && listsMembers(box) ? Math.ceil(box.members.length / chipColumns(width)) : 0;
    return { role: isPods ? 'pods' : 'part', box, lines, width, height: partHeight + rows * (chipHeight + 6) };
  });
  const title = node.frame.names[0] ?? '';
  return { role: 'node', box: node.frame, columns, width: widthOf(columns, measure(title, 13, true) + 120) };
}

/** What the box of a node's part is called. Kubernetes' own names are not translated. */
export function partTitle(box: PictureBox): string {
  if (box.component === 'pod') return box.members.length === 1 ? 'pod' : `${box.members.length} pods`;
  return box.component === 'node' ? 'node ports' : box.component;
}

/** Up to twenty pods are listed one by one; of more, only the number is said. */
function listsMembers(box: PictureBox): boolean {
  return box.members.length <= 20;
}

function chipColumns(width: number): number {
  return Math.max(1, Math.floor((width - 10) / 130));
}

function chipsOf(column: Column, at: Rect): PlacedBox['chips'] {
  if (column.role !== 'pods' || !listsMembers(column.box)) return [];
  const across = chipColumns(column.width);
  const width = (column.width - 10 - (across - 1) * 6 - 10) / across;
  return column.box.members.map((id, index) => ({
    id,
    name: column.box.names[index] ?? '',
    rect: {
      x: at.x + 10 + (index % across) * (width + 6),
      y: at.y + 54 + Math.floor(index / across) * (chipHeight + 6),
      width,
      height: chipHeight,
    },
  }));
}

function widthOf(columns: readonly Column[], least: number): number {
  const inner = columns.reduce((sum, column) => sum + column.width + gap, -gap);
  return Math.max(inner + 2 * padding, least);
}

function frameHeightOf(frame: Frame): number {
  return 26 + Math.max(...frame.columns.map((column) => column.height), partHeight) + 44;
}

function componentColumns(picture: Picture, measure: TextMeasurer): readonly Column[] {
  return picture.components.map(({ box, lines }) => ({
    role: 'component' as const,
    box,
    lines,
    width: Math.max(lines.length * lane + 24, measure(box.component, 13, true) + 40),
    height: componentHeight,
  }));
}

function placeComponents(
  columns: readonly Column[],
  hub: Rect,
  plane: Rect,
  boxes: PlacedBox[],
  links: RoutedLink[],
): void {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const space = columns.length > 1 ? Math.min(64, (hub.width - 2 * padding - total) / (columns.length - 1)) : 0;
  let x = hub.x + padding;
  for (const column of columns) {
    const rect: Rect = { x, y: plane.y + 34, width: column.width, height: column.height };
    boxes.push(placed('component', column.box, rect));
    const start = centerX(rect) - ((column.lines.length - 1) * lane) / 2;
    for (const [index, line] of column.lines.entries()) {
      const laneX = start + index * lane;
      const points = [
        { x: laneX, y: bottom(rect) },
        { x: laneX, y: hub.y },
      ];
      links.push({ ...line, points, badge: { x: laneX, y: bottom(rect) + 26 }, envelope: null, boxId: column.box.id });
    }
    x += column.width + space;
  }
}

function placeOutside(picture: Picture, plane: Rect, boxes: PlacedBox[]): void {
  for (const [index, { box }] of picture.outside.entries()) {
    const rect: Rect = { x: margin, y: plane.y + 34 + index * 56, width: labelColumn - 36, height: 44 };
    boxes.push(placed('outside', box, rect));
  }
}

function placeKonnectivityServer(
  server: NonNullable<Picture['konnectivityServer']>,
  rect: Rect,
  hub: Rect,
  boxes: PlacedBox[],
  links: RoutedLink[],
  ports: PortChip[],
  agents: readonly PictureLine[],
): void {
  boxes.push(placed('component', server.box, rect));
  for (const line of server.lines.filter((one) => one.connection.path === 'P20')) {
    const y = rect.y + 20;
    const points = [
      { x: right(hub), y },
      { x: rect.x, y },
    ];
    links.push({
      ...line,
      points,
      badge: { x: (right(hub) + rect.x) / 2 - 2, y },
      envelope: null,
      boxId: server.box.id,
    });
  }
  const [first] = agents;
  if (first)
    ports.push({
      rect: { x: rect.x + 8, y: bottom(rect) - 22, width: 62, height: 18 },
      text: `:${first.connection.port ?? 8091}`,
    });
}

function hubLink(line: PictureLine, x: number, hub: Rect, at: Rect, rail: Point, boxId: string): RoutedLink {
  const top: Point = { x, y: bottom(hub) };
  const end: Point = { x, y: at.y };
  const points = isInbound(line) ? [end, top] : [top, end];
  const envelope = line.connection.tunnel ? { from: { x, y: top.y + 20 }, to: { x, y: end.y - 26 } } : null;
  return { ...line, points, badge: rail, envelope, boxId };
}

/** A chip for each run of lines that dock at one port: on the kube-apiserver for inbound, on the box for outbound. */
function portChips(
  lines: readonly PictureLine[],
  start: number,
  at: Rect,
  hub: Rect,
  measure: TextMeasurer,
): readonly PortChip[] {
  const chips: PortChip[] = [];
  const run = (members: readonly number[], text: string, y: number) => {
    const [first] = members;
    const last = members.at(-1);
    if (first === undefined || last === undefined) return;
    const middle = start + ((first + last) / 2) * lane;
    const width = Math.max((last - first) * lane + 30, measure(text, 12) + 12);
    chips.push({ rect: { x: middle - width / 2, y, width, height: 18 }, text });
  };
  const indexed = lines.map((line, index) => ({ line, index }));
  const inbound = indexed.filter(({ line }) => isInbound(line) && !isAgentLine(line));
  const outbound = indexed.filter(({ line }) => !isInbound(line));
  const portOf = (found: readonly { readonly line: PictureLine }[]) => found[0]?.line.connection.port;
  run(
    inbound.map(({ index }) => index),
    `:${portOf(inbound) ?? 6443}`,
    bottom(hub) - 20,
  );
  const port = portOf(outbound);
  if (port)
    run(
      outbound.map(({ index }) => index),
      `:${port}`,
      at.y + 2,
    );
  return chips;
}
