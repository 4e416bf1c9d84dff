import type { Network, Pin } from '../domain/topology.ts';
import { bottom, centerX, type Point, type Rect, right } from '../geometry/shapes.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { Picture, PictureBox, PictureLine } from '../grouping/picture.ts';
import {
  type Cell,
  cellPlaces,
  chipColumns,
  chipGap,
  chipHeight,
  componentTitle,
  frameHead,
  framesOf,
  gap,
  lane,
  listsMembers,
  type Part,
  padding,
} from './frames.ts';
import type { BoxRole, Layout, PlacedBox, PortChip, RoutedLink } from './layout.ts';
import { isAgentLine, isInbound } from './lineDirection.ts';
import { placeFrames } from './placeFrames.ts';
import { boxPort, type Docked, hubPorts } from './portChips.ts';

/*
 * The picture is built of columns. The kube-apiserver spans them all, so each line to or from it is one vertical
 * stroke over the box at its other end: no bends, no crossings, no foreign box in the way, by construction. Only the
 * Konnectivity agents, whose server is another box, share a bus below the control plane.
 */
const margin = 24;
const labelColumn = 176;
const planeHead = 34;
const componentHeight = 46;
const componentLines = 104;
const hubHeight = 66;
const planeFoot = 14;
const outsideHeight = 44;
const outsideStep = 56;
const stripHeight = 118;
const busStep = 14;
const serverGap = 84;

export type LayoutOptions = {
  readonly network: Network;
  /** Frames that the user has put somewhere, by the id of their box. */
  readonly pins: Readonly<Record<string, Pin>>;
  readonly measure: TextMeasurer;
};

/** Places every box and routes every line. Deterministic: the same picture gives the same layout. */
export function layoutPicture(picture: Picture, { network, pins, measure }: LayoutOptions): Layout {
  const left = margin + labelColumn;
  const frames = placeFrames(framesOf(picture, measure), pins);
  const framesWidth = Math.max(0, ...frames.map(({ frame, x }) => x + frame.width));
  const components = componentParts(picture, measure);
  const componentsWidth = components.reduce((sum, part) => sum + part.width + gap, -gap) + 4 * padding;
  const buses = agentBuses(picture);
  const server = picture.konnectivityServer;
  const hubWidth = Math.max(framesWidth, componentsWidth, 420);
  const serverWidth = server ? Math.max(150, buses.length * lane + 2 * padding) : 0;
  const planeWidth = hubWidth + (server ? serverGap + serverWidth + padding : 0);
  const planeHeight = Math.max(
    planeHead + componentHeight + componentLines + hubHeight + planeFoot,
    planeHead + picture.outside.length * outsideStep,
  );

  const plane: Rect = { x: left, y: margin, width: planeWidth, height: planeHeight };
  const hubTop = plane.y + planeHead + componentHeight + componentLines;
  const hub: Rect = { x: left + 8, y: hubTop, width: hubWidth - 16, height: hubHeight };
  const busTop = bottom(plane) + 20;
  const stripTop = bottom(plane) + 30 + (buses.length > 0 ? (buses.length + 1) * busStep : 0);
  const strip: Rect = { x: 0, y: stripTop, width: left + planeWidth + margin, height: stripHeight };
  const framesTop = bottom(strip) + 40;

  const boxes: PlacedBox[] = [
    placed('control-plane', picture.hosts, plane),
    ...(picture.apiServer.members.length > 0 ? [placed('apiserver', picture.apiServer, hub)] : []),
    ...picture.outside.map(({ box }, index) => {
      const y = plane.y + planeHead + index * outsideStep;
      return placed('outside', box, { x: margin, y, width: labelColumn - 36, height: outsideHeight });
    }),
  ];
  const links: RoutedLink[] = [];
  const ports: PortChip[] = [];
  placeComponents(components, hub, plane, boxes, links);
  const serverRect: Rect | null = server
    ? { x: right(hub) + 8 + serverGap, y: hub.y, width: serverWidth, height: hub.height }
    : null;
  if (server && serverRect) {
    boxes.push(placed('component', server.box, serverRect));
    links.push(...serverLinks(server, serverRect, hub));
    const agentPort = buses[0]?.line.connection.port;
    if (agentPort) {
      const chip = { x: serverRect.x + 8, y: bottom(serverRect) - 22, width: 62, height: 18 };
      ports.push({ rect: chip, text: `:${agentPort}` });
    }
  }

  const railY = strip.y + 34;
  const docked: Docked[] = [];
  for (const { frame, x, drop } of frames) {
    const at: Rect = { x: left + x, y: framesTop + drop, width: frame.width, height: frame.height };
    boxes.push(placed(frame.role, frame.box, at));
    for (const { part, rect, lanes } of partsIn(frame.cells, at)) {
      boxes.push(placed(part.role, part.box, rect, chipsOf(part, rect)));
      const own = part.lines.map((line, index): Docked => ({ line, x: lanes[index] ?? rect.x }));
      docked.push(...own);
      ports.push(...boxPort(own, rect.y, measure));
      for (const { line, x: laneX } of own) {
        if (isAgentLine(line) && serverRect) {
          const index = buses.findIndex((bus) => bus.line.connection === line.connection);
          const target = serverRect.x + padding + lane / 2 + index * lane;
          const bus = busTop + index * busStep;
          links.push(
            agentLink(line, { x: laneX, y: rect.y }, bus, { x: target, y: bottom(serverRect) }, railY, part.box),
          );
        } else {
          links.push(hubLink(line, laneX, hub, rect, railY, part.box.id));
        }
      }
    }
  }
  ports.push(...hubPorts(docked, hub, measure));
  const lowest = Math.max(0, ...frames.map(({ frame, drop }) => framesTop + drop + frame.height));
  return {
    width: strip.width,
    height: Math.max(lowest, framesTop) + margin,
    boxes,
    ports,
    links: joinedBuses(links),
    strip: { rect: strip, network, label: { x: margin, y: strip.y + 18, width: labelColumn - 8, height: 80 } },
    origin: { x: left, y: framesTop },
  };
}

function placed(role: BoxRole, box: PictureBox, rect: Rect, chips: PlacedBox['chips'] = []): PlacedBox {
  return { role, box, rect, chips };
}

type PlacedPart = { readonly part: Part; readonly rect: Rect; readonly lanes: readonly number[] };

function partsIn(cells: readonly Cell[], frame: Rect): readonly PlacedPart[] {
  let x = frame.x + padding;
  return cells.flatMap((cell) => {
    const left = x;
    x += cell.width + gap;
    return cellPlaces(cell).map(
      (place): PlacedPart => ({
        part: place.part,
        rect: {
          x: left + place.x,
          y: frame.y + frameHead + place.y,
          width: place.part.width,
          height: place.part.height,
        },
        lanes: place.lanes.map((at) => left + at),
      }),
    );
  });
}

function chipsOf({ role, box }: Part, at: Rect): PlacedBox['chips'] {
  if (role !== 'pods' || !listsMembers(box)) return [];
  const across = chipColumns(box, at.width);
  const width = (at.width - 20 - (across - 1) * chipGap) / across;
  return box.members.map((id, index) => ({
    id,
    name: box.names[index] ?? '',
    rect: {
      x: at.x + 10 + (index % across) * (width + chipGap),
      y: at.y + 36 + Math.floor(index / across) * (chipHeight + chipGap),
      width,
      height: chipHeight,
    },
  }));
}

function componentParts(picture: Picture, measure: TextMeasurer): readonly Part[] {
  return picture.components.map(({ box, lines }) => ({
    role: 'component' as const,
    box,
    lines,
    width: Math.ceil(Math.max(lines.length * lane + 24, measure(componentTitle(box), 13, true) + 32)),
    height: componentHeight,
  }));
}

function placeComponents(
  parts: readonly Part[],
  hub: Rect,
  plane: Rect,
  boxes: PlacedBox[],
  links: RoutedLink[],
): void {
  let x = hub.x + padding;
  for (const part of parts) {
    const rect: Rect = { x, y: plane.y + planeHead, width: part.width, height: part.height };
    boxes.push(placed('component', part.box, rect));
    const start = centerX(rect) - ((part.lines.length - 1) * lane) / 2;
    for (const [index, line] of part.lines.entries()) {
      const laneX = start + index * lane;
      const points = [
        { x: laneX, y: bottom(rect) },
        { x: laneX, y: hub.y },
      ];
      links.push({ ...line, points, badge: { x: laneX, y: bottom(rect) + 22 }, envelope: null, boxId: part.box.id });
    }
    x += part.width + 32;
  }
}

function serverLinks(server: NonNullable<Picture['konnectivityServer']>, rect: Rect, hub: Rect): readonly RoutedLink[] {
  const y = rect.y + 24;
  return server.lines
    .filter((line) => line.connection.path === 'P20')
    .map((line) => ({
      ...line,
      points: [
        { x: right(hub), y },
        { x: rect.x, y },
      ],
      badge: { x: (right(hub) + rect.x) / 2 - 2, y },
      envelope: null,
      boxId: server.box.id,
    }));
}

/** One bus for each class of agents. */
function agentBuses(picture: Picture): readonly { readonly line: PictureLine }[] {
  const lines = picture.nodes.flatMap((node) => node.parts.flatMap((part) => part.lines.filter(isAgentLine)));
  return lines
    .filter((line, index) => lines.findIndex((other) => other.connection === line.connection) === index)
    .map((line) => ({ line }));
}

function agentLink(
  line: PictureLine,
  from: Point,
  bus: number,
  target: Point,
  railY: number,
  box: PictureBox,
): RoutedLink {
  const points = [from, { x: from.x, y: bus }, { x: target.x, y: bus }, target];
  return { ...line, points, badge: { x: from.x, y: railY }, envelope: null, boxId: box.id };
}

/** Of the lines on one bus only the longest is drawn to the server; the others join it where they meet it. */
function joinedBuses(links: readonly RoutedLink[]): readonly RoutedLink[] {
  const longest = new Map<string, RoutedLink>();
  for (const link of links) {
    if (link.points.length < 4) continue;
    const known = longest.get(link.connection.id);
    if (!known || startX(link) < startX(known)) longest.set(link.connection.id, link);
  }
  return links.map((link) =>
    link.points.length < 4 || longest.get(link.connection.id) === link
      ? link
      : { ...link, points: link.points.slice(0, 2), joins: true },
  );
}

function startX({ points }: RoutedLink): number {
  return points[0]?.x ?? 0;
}

function hubLink(line: PictureLine, x: number, hub: Rect, at: Rect, railY: number, boxId: string): RoutedLink {
  const top: Point = { x, y: bottom(hub) };
  const end: Point = { x, y: at.y };
  const points = isInbound(line) ? [end, top] : [top, end];
  const envelope = line.connection.tunnel ? { from: { x, y: top.y + 20 }, to: { x, y: end.y - 26 } } : null;
  return { ...line, points, badge: { x, y: railY }, envelope, boxId };
}
