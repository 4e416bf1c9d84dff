import type { Analysis } from '../../analysis/analyze.ts';
import type { Connection, ConnectionEnd } from '../../analysis/connection.ts';
import type { Layer } from '../../analysis/layer.ts';
import { fromWorst, type Status } from '../../analysis/rules.ts';
import { shownNetworks } from '../../analysis/shownNetworks.ts';
import type { PathId } from '../../catalog/communicationPath.ts';
import { groupBy } from '../../domain/groupBy.ts';
import type { Remark, Topology } from '../../domain/topology.ts';
import { bottom, centerX, type Point, type Rect, right } from '../../geometry/shapes.ts';
import { tableMeasurer } from '../../geometry/textWidth.ts';
import { groupTopology } from '../../grouping/groupTopology.ts';
import type { PictureBox } from '../../grouping/picture.ts';
import { captionsOf } from '../../i18n/captions.ts';
import type { Translate } from '../../i18n/translate.ts';
import { componentTitle, partTitle, serviceTitle } from '../../layout/frames.ts';
import type { BoxRole, Layout, PlacedBox, RoutedLink } from '../../layout/layout.ts';
import { layoutPicture } from '../../layout/layoutPicture.ts';
import type { Captions } from '../../scene/captions.ts';
import { decisionOn } from '../decisions.ts';

/** A box with the frame that it stands in. */
export type ChartBox = {
  /** Short, unique, the same for the same model: `b0`, `b1`. */
  readonly key: string;
  readonly id: string;
  readonly role: BoxRole;
  readonly box: PictureBox;
  readonly rect: Rect;
  readonly title: string;
  readonly isFrame: boolean;
  /** The key of the frame around it. */
  readonly parent: string | null;
};

/** A line between two boxes, by their keys. */
export type ChartFlow = {
  readonly key: string;
  readonly connection: Connection;
  readonly count: number;
  readonly source: string;
  readonly target: string;
  readonly link: RoutedLink;
  /** What somebody decided about it: accepted or out of scope, with a reason. */
  readonly decision: Remark | null;
};

/** The picture as boxes in frames and lines between them, as other drawing tools want it. */
export type FlowChart = {
  readonly layout: Layout;
  readonly captions: Captions;
  readonly boxes: readonly ChartBox[];
  readonly flows: readonly ChartFlow[];
};

export type FlowChartOptions = {
  readonly t: Translate;
  readonly layer: Layer;
  /** `together`: equal nodes are one box. `as-drawn`: as in the picture, unless that were thousands of boxes. */
  readonly nodes: 'together' | 'as-drawn';
};

/** More nodes than these are never drawn one by one in a file for another tool. */
const mostSingleNodes = 40;
const frameRoles: readonly BoxRole[] = ['control-plane', 'node', 'services', 'extensions', 'adjacent-group'];

/** Lays a model out and finds both ends of each line. */
export function flowChart(topology: Topology, analysis: Analysis, { t, layer, nodes }: FlowChartOptions): FlowChart {
  const { nodeGrouping } = topology.arrangement;
  const drawn = nodes === 'together' ? nodes : topology.nodes.length > mostSingleNodes ? 'auto' : nodeGrouping;
  const arranged = { ...topology, arrangement: { ...topology.arrangement, nodeGrouping: drawn } };
  const layout = layoutPicture(groupTopology(arranged, analysis, layer), {
    networks: shownNetworks(topology),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  });
  const captions = captionsOf(t);
  const boxes = chartBoxes(layout, captions);
  const flows = chartFlows(layout, boxes, analysis).map(
    (flow): ChartFlow => ({ ...flow, decision: decisionOn(topology, flow.connection) }),
  );
  return { layout, captions, boxes, flows };
}

function chartBoxes({ boxes }: Layout, captions: Captions): ChartBox[] {
  const keyed = boxes.map((placed, index) => ({ placed, key: `b${index}`, isFrame: frameRoles.includes(placed.role) }));
  const frames = keyed.filter(({ isFrame }) => isFrame);
  return keyed.map(({ placed, key, isFrame }): ChartBox => {
    const around = isFrame ? undefined : frames.find((frame) => contains(frame.placed.rect, placed.rect));
    const { role, box, rect } = placed;
    return { key, id: box.id, role, box, rect, isFrame, parent: around?.key ?? null, title: titleOf(placed, captions) };
  });
}

function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer) + 0.5
  );
}

/** What the picture calls a box, without the limits of its width. */
function titleOf({ role, box }: PlacedBox, captions: Captions): string {
  const names = namesOf(box, captions);
  switch (role) {
    case 'control-plane':
      return names === '' ? captions.controlPlane : `${captions.controlPlane}: ${names}`;
    case 'node':
      return `${captions.node} ${names}`;
    case 'services':
    case 'extensions':
    case 'adjacent-group':
      return captions[role];
    case 'apiserver':
    case 'component':
      return componentTitle(box);
    case 'part':
      return partTitle(box);
    case 'pods':
      return `${partTitle(box)}: ${names}`;
    case 'adjacent':
      return box.names[0] ?? captions.anyone;
    case 'service':
      return serviceTitle(box);
    case 'outside':
      return names;
  }
}

function namesOf({ names }: PictureBox, captions: Captions): string {
  return names.length > 3 ? `${names[0]} … ${captions.identical(names.length)}` : names.join(', ');
}

type Line = Omit<ChartFlow, 'decision'>;

/** Adds a box for every end that the picture has none for, below everything else. */
function chartFlows(layout: Layout, boxes: ChartBox[], { connections }: Analysis): readonly Line[] {
  const members = new Map(boxes.map(({ key, box }) => [key, new Set(box.members)]));
  const has = (one: ChartBox, end: ConnectionEnd) =>
    isKind(one, end.component) &&
    (end.members.length === 0 ||
      one.box.members.length === 0 ||
      end.members.some((id) => members.get(one.key)?.has(id)));
  const find = (end: ConnectionEnd, near: ChartBox | undefined): ChartBox => {
    const able = boxes.filter((one) => !one.isFrame && has(one, end));
    const beside = able.filter((one) => one.parent === near?.parent);
    // Pods talk to other pods rather than to themselves.
    const found = [...beside, ...able].find((one) => one !== near) ?? able[0];
    return found ?? added(end, layout, boxes);
  };
  const routed = layout.links.map((link, index): Line => {
    const { connection, count } = link;
    const near = boxes.find(({ id, isFrame }) => id === link.boxId && !isFrame);
    const isClient = near !== undefined && has(near, connection.client);
    const source = isClient ? near : find(connection.client, near);
    const target = isClient || !near ? find(connection.server, near) : near;
    return { key: `e${index}`, connection, count, source: source.key, target: target.key, link };
  });
  const seen = new Set(layout.links.map(({ connection }) => connection.id));
  const others = connections.filter(({ id, count, variant }) => count > 0 && !variant && !seen.has(id));
  return [...routed, ...others.map((connection, index) => straight(connection, `o${index}`, find))];
}

/** A connection for which the picture has no line of its own: whoever calls from outside has one there. */
function straight(
  connection: Connection,
  key: string,
  find: (end: ConnectionEnd, near: ChartBox | undefined) => ChartBox,
): Line {
  const source = find(connection.client, undefined);
  const target = find(connection.server, source);
  const points = [source, target].map(({ rect }) => ({ x: centerX(rect), y: rect.y + rect.height / 2 }));
  const [from, to] = [points[0] ?? { x: 0, y: 0 }, points[1] ?? { x: 0, y: 0 }];
  const badge = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const { count } = connection;
  const link = { connection, count, points, badge, envelope: null, boxId: source.id };
  return { key, connection, count, source: source.key, target: target.key, link };
}

function isKind({ box }: ChartBox, kind: ConnectionEnd['component']): boolean {
  if (box.component !== 'outside') return box.component === kind;
  return kind === 'client' || kind === 'load-balancer';
}

function added(end: ConnectionEnd, layout: Layout, boxes: ChartBox[]): ChartBox {
  const id = `${end.component}~${end.members[0] ?? ''}`;
  const index = boxes.filter(({ key }) => key.startsWith('x')).length;
  const made: ChartBox = {
    key: `x${index}`,
    id,
    role: 'adjacent',
    box: { id, component: end.component, members: end.members, names: [end.name], detail: '' },
    rect: { x: 24 + index * 190, y: layout.height + 20, width: 170, height: 44 },
    title: end.name === end.component ? end.name : `${end.component} ${end.name}`,
    isFrame: false,
    parent: null,
  };
  boxes.push(made);
  return made;
}

/** Lines of the same class between the same two boxes, as one. */
export type Bundle = {
  readonly source: string;
  readonly target: string;
  readonly status: Status;
  /** Each path once, with what was decided about all its lines in the bundle. */
  readonly labels: readonly string[];
};

/** Between two boxes there are often four lines of one class: as one with four numbers they can be read. */
export function bundled(flows: readonly ChartFlow[], t: Translate): readonly Bundle[] {
  const bundles = groupBy(flows, ({ source, target, connection }) => `${source} ${target} ${connection.status}`);
  return [...bundles.values()].flatMap((own): readonly Bundle[] => {
    const [first] = own;
    if (!first) return [];
    const { source, target, connection } = first;
    const byPath = groupBy(own, (flow) => flow.connection.path);
    const labels = [...byPath].map(([path, some]) => labelOf(path, some, t));
    return [{ source, target, status: connection.status, labels }];
  });
}

/** A path's id, and in brackets what somebody decided about all of its lines. */
function labelOf(path: PathId, flows: readonly ChartFlow[], t: Translate): string {
  const [kind, ...others] = new Set(flows.map(({ decision }) => decision?.kind ?? null));
  return kind && others.length === 0 ? `${path} (${t(`remark.${kind}`)})` : path;
}

/** The classes that are drawn, from the worst on, each with its number of connections. */
export function classesOf(flows: readonly ChartFlow[]): readonly { readonly status: Status; readonly count: number }[] {
  return fromWorst.flatMap((status) => {
    const own = flows.filter(({ connection }) => connection.status === status);
    return own.length === 0 ? [] : [{ status, count: own.reduce((sum, { count }) => sum + count, 0) }];
  });
}

/** A line for each drawn path: its id, as every format has it, and its name. */
export function pathLines(flows: readonly ChartFlow[], t: Translate): readonly string[] {
  const paths = [...new Set(flows.map(({ connection }) => connection.path))].sort((a, b) => rank(a) - rank(b));
  return paths.map((path) => `${path} ${t(`path.${path}.name`)}`);
}

function rank(path: string): number {
  return Number(path.slice(1)) + (path.startsWith('A') ? 100 : 0);
}

/** A name may hold anything: one line of it, of a length that a diagram can show. */
export function oneLine(text: string, most = 80): string {
  const chars = [
    ...text
      .replace(/\s+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trim(),
  ];
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : chars.join('');
}

/** Where the middle of a line's badge is, as a share of its length. */
export function badgeShare(points: readonly Point[], badge: Point): number {
  let length = 0;
  let at: number | null = null;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    const step = Math.hypot(point.x - before.x, point.y - before.y);
    const along = Math.hypot(badge.x - before.x, badge.y - before.y);
    const isOn = Math.abs(along + Math.hypot(point.x - badge.x, point.y - badge.y) - step) < 1;
    if (at === null && isOn) at = length + along;
    length += step;
  }
  return length === 0 || at === null ? 0.5 : at / length;
}
