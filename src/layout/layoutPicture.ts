import type { ShownNetwork } from '../analysis/shownNetworks.ts';
import type { Pin } from '../domain/topology.ts';
import { bottom, centerX, type Point, type Rect, right } from '../geometry/shapes.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { Picture, PictureBox, PictureLine, PicturePart } from '../grouping/picture.ts';
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
  localBadge,
  type Part,
  padding,
} from './frames.ts';
import type { BoxRole, Layout, PlacedBox, PortChip, RoutedLink } from './layout.ts';
import { isAgentLine, isBeside, isInbound, staysLocal } from './lineDirection.ts';
import { placeFrames } from './placeFrames.ts';
import { boxPort, type Docked, hubPorts, portsBelow } from './portChips.ts';

/*
 * The picture is built of columns. The kube-apiserver spans them all, so each line to or from it is one vertical
 * stroke over the box at its other end: no bends, no crossings, no foreign box in the way, by construction. Only the
 * Konnectivity agents, whose server is another box, share a bus below the control plane.
 */
const margin = 24;
const labelColumn = 176;
/** Room for the badges of lines that come from outside. */
const outsideLines = 72;
const planeHead = 34;
const componentHeight = 46;
const componentGap = 32;
const componentLines = 104;
const hubHeight = 66;
const planeFoot = 14;
const outsideHeight = 44;
const outsideStep = 56;
const stripHeight = 118;
const busStep = 14;
const serverGap = 84;
/** From one level line to the next, with badge, number and count between them. */
const levelStep = 84;
const adjacentBoxHeight = 44;
const adjacentBarHeight = 96;
/** Room for the words for whoever is on the network, in any language. */
const anyoneWidth = 210;

export type LayoutOptions = {
  /** The network below the control plane, and the one below the nodes. */
  readonly networks: { readonly cluster: ShownNetwork; readonly node: ShownNetwork };
  /** Frames that the user has put somewhere, by the id of their box. */
  readonly pins: Readonly<Record<string, Pin>>;
  readonly measure: TextMeasurer;
};

/** Places every box and routes every line. Deterministic: the same picture gives the same layout. */
export function layoutPicture(picture: Picture, { networks, pins, measure }: LayoutOptions): Layout {
  const frames = placeFrames(framesOf(picture, measure), pins);
  const components = componentParts(picture, measure);
  const plan = planOf(picture, frames, components);
  const parts = [
    inPlane(picture, components, plan, measure),
    ...frames.map((placedFrame) => inFrame(placedFrame, plan, measure)),
  ];
  const docked = parts.flatMap((part) => part.docked);
  const { strip, below } = plan;
  return {
    width: strip.width,
    height: (below ? bottom(below.bar) : plan.lowest) + margin,
    boxes: parts.flatMap(({ boxes }) => boxes),
    ports: [...parts.flatMap(({ ports }) => ports), ...hubPorts(docked, plan.hub, measure)],
    links: joinedBuses(parts.flatMap(({ links }) => links)),
    strips: [
      { rect: strip, network: networks.cluster, label: labelIn(strip) },
      ...(below ? [{ rect: below.strip, network: networks.node, label: labelIn(below.strip) }] : []),
    ],
    origin: { x: plan.plane.x, y: plan.framesTop },
  };
}

type PlacedFrame = ReturnType<typeof placeFrames>[number];

/** Where the large things are, of which everything else takes its place. */
type Plan = {
  readonly plane: Rect;
  readonly hub: Rect;
  /** Of the konnectivity-server, where one runs. */
  readonly server: Rect | null;
  readonly buses: readonly { readonly line: PictureLine }[];
  readonly busTop: number;
  readonly strip: Rect;
  readonly framesTop: number;
  /** The lowest edge of all frames. */
  readonly lowest: number;
  /** The network of the nodes, where it is drawn. */
  readonly below: { readonly strip: Rect; readonly bar: Rect } | null;
};

/** What one part of the picture consists of. */
type Placement = {
  readonly boxes: readonly PlacedBox[];
  readonly links: readonly RoutedLink[];
  readonly ports: readonly PortChip[];
  /** Lines that end at the kube-apiserver, which marks its ports over them. */
  readonly docked: readonly Docked[];
};

function callersOf({ outside }: Picture): readonly PicturePart[] {
  return outside.filter(({ lines }) => lines.length > 0);
}

function planOf(picture: Picture, frames: readonly PlacedFrame[], components: readonly Part[]): Plan {
  const hasCallers = callersOf(picture).length > 0;
  const left = margin + labelColumn + (hasCallers ? outsideLines : 0);
  const framesWidth = Math.max(0, ...frames.map(({ frame, x }) => x + frame.width));
  const hubWidth = Math.max(framesWidth, componentsWidth(picture, components), 420);
  const buses = agentBuses(picture);
  const serverPart = picture.konnectivityServer;
  const lanes = serverPart ? Math.max(buses.length, callersLines(serverPart).length) : 0;
  const serverWidth = serverPart ? Math.max(150, lanes * lane + 2 * padding) : 0;
  const planeWidth = hubWidth + (serverPart ? serverGap + serverWidth + padding : 0);
  const hubAndLevels = hubHeight + (levelsIn(picture) - 1) * levelStep;
  const planeHeight = Math.max(
    planeHead + componentHeight + componentLines + hubAndLevels + planeFoot,
    planeHead + picture.outside.length * outsideStep,
  );
  const plane: Rect = { x: left, y: margin, width: planeWidth, height: planeHeight };
  const hubTop = plane.y + planeHead + componentHeight + componentLines;
  const hub: Rect = { x: left + 8, y: hubTop, width: hubWidth - 16, height: hubAndLevels };
  const stripTop = bottom(plane) + 30 + (buses.length > 0 ? (buses.length + 1) * busStep : 0);
  const strip: Rect = { x: 0, y: stripTop, width: left + planeWidth + margin, height: stripHeight };
  const framesTop = bottom(strip) + 40;
  const lowest = Math.max(framesTop, ...frames.map(({ frame, y }) => framesTop + y + frame.height));
  return {
    plane,
    hub,
    server: serverPart && { x: right(hub) + 8 + serverGap, y: hub.y, width: serverWidth, height: hub.height },
    buses,
    busTop: bottom(plane) + 20,
    strip,
    framesTop,
    lowest,
    below: picture.adjacent && adjacentPlace(lowest + 30, strip.width, { ...hub, x: left, width: hubWidth }),
  };
}

function componentsWidth({ ownLines }: Picture, components: readonly Part[]): number {
  const ofParts = components.reduce((sum, part) => sum + part.width + componentGap, -componentGap);
  // What the kube-apiserver opens by itself stands behind the last of them.
  const ofOwn = ownLines.length > 0 ? ownLines.length * lane + padding : 0;
  return ofParts + 4 * padding + ofOwn;
}

/** Lines that reach the kube-apiserver from the side, below each other. */
function levelsIn(picture: Picture): number {
  const { konnectivityServer: server } = picture;
  const hasCallers = callersOf(picture).length > 0;
  const ofCallers = hasCallers ? picture.outside.reduce((sum, { lines }) => sum + levelsOf(lines), 0) : 0;
  return Math.max(1, ofCallers, server ? levelLines(server).length : 0);
}

/** Control plane, what is outside, and everybody else on the network of the nodes. */
function inPlane(picture: Picture, components: readonly Part[], plan: Plan, measure: TextMeasurer): Placement {
  const { plane, hub, below, server: serverRect, buses } = plan;
  const { konnectivityServer: server } = picture;
  const first: readonly PlacedBox[] = [
    placed('control-plane', picture.hosts, plane),
    ...(picture.apiServer.members.length > 0 ? [placed('apiserver', picture.apiServer, hub)] : []),
    ...placedOutside(picture, plane, hub),
    ...(below ? placedAdjacent(picture.adjacent ?? [], below.bar, measure) : []),
  ];
  const upon = placedComponents(components, hub, plane);
  const agentPort = buses[0]?.line.connection.port;
  return {
    boxes: [...first, ...upon.boxes, ...(server && serverRect ? [placed('component', server.box, serverRect)] : [])],
    links: [
      ...callersOf(picture).flatMap((caller) => outsideLinks(caller, first, hub)),
      ...upon.links,
      ...ownLinks(picture, upon.boxes, hub),
      ...(server && serverRect ? serverLinks(server, serverRect, hub) : []),
    ],
    ports:
      serverRect && agentPort
        ? [
            {
              rect: { x: serverRect.x + 8, y: bottom(serverRect) - 22, width: 62, height: 18 },
              text: `:${agentPort}`,
            },
          ]
        : [],
    docked: [],
  };
}

/** A frame with what is in it, and all lines from there. */
function inFrame({ frame, x, y }: PlacedFrame, plan: Plan, measure: TextMeasurer): Placement {
  const at: Rect = { x: plan.plane.x + x, y: plan.framesTop + y, width: frame.width, height: frame.height };
  const parts = partsIn(frame.cells, at).map((part) => inPart(part, at, plan, measure));
  return {
    boxes: [
      { ...placed(frame.role, frame.box, at), titleWidth: frame.titleWidth },
      ...parts.flatMap(({ boxes }) => boxes),
    ],
    links: parts.flatMap(({ links }) => links),
    ports: parts.flatMap(({ ports }) => ports),
    docked: parts.flatMap(({ docked }) => docked),
  };
}

function inPart({ part, rect, lanes, below }: PlacedPart, frame: Rect, plan: Plan, measure: TextMeasurer): Placement {
  const docked = part.lines.map((line, index): Docked => ({ line, x: lanes[index] ?? rect.x }));
  const leaving = part.below.map((line, index): Docked => ({ line, x: below[index] ?? rect.x }));
  const reached = leaving.filter(({ line }) => !staysLocal(line) && isServer(line, part.box));
  return {
    boxes: [placed(part.role, part.box, rect, chipsOf(part, rect))],
    links: [
      ...docked.map((one) => upLink(one, part.box, rect, plan)),
      ...leaving.map(({ line, x }) => {
        const foot = bottom(frame) - localBadge;
        const end = staysLocal(line) || !plan.below ? foot : plan.below.bar.y;
        const badge = staysLocal(line) || !plan.below ? foot : plan.below.strip.y + 34;
        return besideLink(line, { x, from: bottom(rect), to: end }, badge, part.box);
      }),
    ],
    ports: [...boxPort(docked, rect.y + 2, measure), ...portsBelow(reached, bottom(rect) - 20, measure)],
    docked,
  };
}

/** Up from a box: to the kube-apiserver, or along a bus to the konnectivity-server. */
function upLink({ line, x }: Docked, box: PictureBox, rect: Rect, plan: Plan): RoutedLink {
  const { hub, server, buses, busTop, strip } = plan;
  const railY = strip.y + 34;
  if (!isAgentLine(line) || !server) return hubLink(line, x, hub, rect, railY, box.id);
  const index = buses.findIndex((bus) => bus.line.connection === line.connection);
  const target = { x: server.x + padding + lane / 2 + index * lane, y: bottom(server) };
  return agentLink(line, { x, y: rect.y }, busTop + index * busStep, target, railY, box);
}

function labelIn(strip: Rect): Rect {
  return { x: margin, y: strip.y + 18, width: labelColumn - 8, height: 80 };
}

function placed(role: BoxRole, box: PictureBox, rect: Rect, chips: PlacedBox['chips'] = []): PlacedBox {
  return { role, box, rect, chips, titleWidth: rect.width - 28 };
}

/** The network of the nodes, and the bar for everybody else on it. */
function adjacentPlace(top: number, width: number, hub: Rect): { readonly strip: Rect; readonly bar: Rect } {
  const strip: Rect = { x: 0, y: top, width, height: stripHeight };
  return { strip, bar: { x: hub.x, y: bottom(strip) + 30, width: hub.width, height: adjacentBarHeight } };
}

function placedAdjacent(adjacent: readonly PictureBox[], bar: Rect, measure: TextMeasurer): readonly PlacedBox[] {
  const frame: PictureBox = { id: 'adjacent~', component: 'anyone', members: [], names: [], detail: '' };
  const room = (bar.width - padding) / adjacent.length - gap;
  let x = bar.x + padding;
  const boxes = adjacent.map((box) => {
    const title = box.names[0] ?? box.component;
    const least = box.members.length === 0 ? anyoneWidth : 120;
    const width = Math.floor(Math.min(room, Math.max(least, measure(title, 13, true) + 32)));
    const rect: Rect = { x, y: bar.y + 38, width, height: adjacentBoxHeight };
    x += width + gap;
    return placed('adjacent', box, rect);
  });
  return [placed('adjacent-group', frame, bar), ...boxes];
}

/** Who calls from outside stands beside the kube-apiserver; who is only shown, beside the control plane. */
function placedOutside(picture: Picture, plane: Rect, hub: Rect): readonly PlacedBox[] {
  const anyLines = picture.outside.some(({ lines }) => lines.length > 0);
  const top = anyLines ? hub.y : plane.y + planeHead;
  const step = anyLines ? levelStep : outsideStep;
  let level = 0;
  return picture.outside.map(({ box, lines }) => {
    const levels = anyLines ? levelsOf(lines) : 1;
    const height = outsideHeight + (levels - 1) * levelStep;
    const at = { x: margin, y: top + level * step, width: labelColumn - 36, height };
    level += levels;
    return placed('outside', box, at);
  });
}

/** A caller is as high as its lines need: one for each class of kube-apiserver that it calls. */
function levelsOf(lines: readonly PictureLine[]): number {
  return Math.max(1, lines.length);
}

function outsideLinks({ box, lines }: PicturePart, boxes: readonly PlacedBox[], hub: Rect): readonly RoutedLink[] {
  const rect = boxes.find((one) => one.box === box)?.rect;
  if (!rect) return [];
  return lines.map((line, index) => {
    const y = rect.y + outsideHeight / 2 + index * levelStep;
    return {
      ...line,
      points: [
        { x: right(rect), y },
        { x: hub.x, y },
      ],
      badge: { x: right(rect) + 42, y },
      envelope: null,
      boxId: box.id,
    };
  });
}

/** What the kube-apiserver opens to its equals, and a port of its own that anybody may use, stand upon it. */
function ownLinks(picture: Picture, boxes: readonly PlacedBox[], hub: Rect): readonly RoutedLink[] {
  const free = Math.max(
    hub.x + padding,
    ...boxes.filter(({ role }) => role === 'component').map(({ rect }) => right(rect)),
  );
  return picture.ownLines.map((line, index) => {
    const x = free + lane + index * lane;
    const badge = { x, y: hub.y - componentLines + 16 };
    return { ...line, points: [badge, { x, y: hub.y }], badge, envelope: null, boxId: picture.apiServer.id };
  });
}

type PlacedPart = {
  readonly part: Part;
  readonly rect: Rect;
  readonly lanes: readonly number[];
  readonly below: readonly number[];
};

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
        below: place.below.map((at) => left + at),
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
    below: [],
    width: Math.ceil(Math.max(lines.length * lane + 24, measure(componentTitle(box), 13, true) + 32)),
    height: componentHeight,
  }));
}

function placedComponents(parts: readonly Part[], hub: Rect, plane: Rect): Pick<Placement, 'boxes' | 'links'> {
  const boxes: PlacedBox[] = [];
  const links: RoutedLink[] = [];
  let x = hub.x + padding;
  for (const part of parts) {
    const rect: Rect = { x, y: plane.y + planeHead, width: part.width, height: part.height };
    boxes.push(placed('component', part.box, rect));
    const start = centerX(rect) - ((part.lines.length - 1) * lane) / 2;
    for (const [index, line] of part.lines.entries()) {
      links.push(componentLink(line, start + index * lane, rect, hub, part.box));
    }
    x += part.width + componentGap;
  }
  return { boxes, links };
}

/** Whether the connection ends at a box, and does not begin there. */
function isServer({ connection: { client, server } }: PictureLine, { component }: PictureBox): boolean {
  return server.component === component && client.component !== component;
}

/** Between a component and the kube-apiserver; where the other end is neither, the line ends at its badge. */
function componentLink(line: PictureLine, x: number, rect: Rect, hub: Rect, box: PictureBox): RoutedLink {
  // A head at the box needs room before the badge.
  const badge = { x, y: bottom(rect) + (isServer(line, box) ? 34 : 22) };
  const start = { x, y: bottom(rect) };
  const end = isBeside(line) ? badge : { x, y: hub.y };
  const points = isServer(line, box) ? [end, start] : [start, end];
  return { ...line, points, badge, envelope: null, boxId: box.id };
}

/** The lines between kube-apiserver and konnectivity-server, one below the other. */
function levelLines(server: PicturePart): readonly PictureLine[] {
  return server.lines.filter(({ connection: { client, server: end } }) =>
    [client, end].every(({ component }) => component === 'kube-apiserver' || component === 'konnectivity-server'),
  );
}

/** Those that come to the konnectivity-server from nowhere in particular. */
function callersLines(server: PicturePart): readonly PictureLine[] {
  return server.lines.filter(({ connection }) => connection.client.component === 'anyone');
}

function serverLinks(server: PicturePart, rect: Rect, hub: Rect): readonly RoutedLink[] {
  const fromAbove = callersLines(server).map((line, index): RoutedLink => {
    const x = rect.x + padding + (index + 0.5) * lane;
    const badge = { x, y: rect.y - componentLines + 16 };
    return { ...line, points: [badge, { x, y: rect.y }], badge, envelope: null, boxId: server.box.id };
  });
  const fromSide = levelLines(server).map((line, index) => {
    const y = rect.y + 24 + index * levelStep;
    const [near, far] = [
      { x: right(hub), y },
      { x: rect.x, y },
    ];
    const points = line.connection.server.component === 'kube-apiserver' ? [far, near] : [near, far];
    return { ...line, points, badge: { x: (near.x + far.x) / 2 - 2, y }, envelope: null, boxId: server.box.id };
  });
  return [...fromSide, ...fromAbove];
}

/** Down from a box to the network of the nodes, or to a badge in the foot of its frame. */
function besideLink(
  line: PictureLine,
  { x, from, to }: { readonly x: number; readonly from: number; readonly to: number },
  badge: number,
  box: PictureBox,
): RoutedLink {
  const [near, far] = [
    { x, y: from },
    { x, y: to },
  ];
  const { connection, count } = line;
  // Named one by one: to spread what so many lines are made of takes longer than all the rest.
  return {
    connection,
    count,
    points: isServer(line, box) ? [far, near] : [near, far],
    badge: { x, y: badge },
    envelope: null,
    boxId: box.id,
  };
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
  const { connection, count } = line;
  return { connection, count, points, badge: { x, y: railY }, envelope, boxId };
}
