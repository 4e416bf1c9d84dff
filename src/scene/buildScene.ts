import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import { bottom, centerX, type Point, right } from '../geometry/shapes.ts';
import { shortened, type TextMeasurer } from '../geometry/textWidth.ts';
import type { BoxRole, Layout, PlacedBox, RoutedLink } from '../layout/layout.ts';
import { partTitle, serviceTitle } from '../layout/layoutPicture.ts';
import { badgeShapes } from './badgeShapes.ts';
import type { Captions } from './captions.ts';
import { type Colouring, drawnClass } from './colourBy.ts';
import type { Group, Scene, Shape } from './shape.ts';
import type { Theme } from './theme.ts';

export type SceneOptions = {
  readonly theme: Theme;
  readonly captions: Captions;
  readonly colouring: Colouring;
  readonly measure: TextMeasurer;
};

/** The picture as shapes. What is drawn later lies above: strip, frames, lines, boxes, badges. */
export function buildScene(layout: Layout, options: SceneOptions): Scene {
  const frames = layout.boxes.filter(isFrame);
  const others = layout.boxes.filter((box) => !isFrame(box));
  return {
    width: layout.width,
    height: layout.height,
    background: options.theme.canvas,
    shapes: [
      stripShapes(layout, options),
      ...frames.map((box) => boxShapes(box, options)),
      ...others.map((box) => boxShapes(box, options)),
      // Lines that bend come last, so that they bridge what they cross.
      ...layout.links.toSorted((a, b) => a.points.length - b.points.length).map((link) => linkShapes(link, options)),
      portShapes(layout, options),
    ],
  };
}

function isFrame({ role }: PlacedBox): boolean {
  return role === 'control-plane' || role === 'node' || role === 'services';
}

function group(children: readonly Shape[]): Group {
  return { type: 'group', subject: null, title: null, data: {}, children };
}

function label(x: number, y: number, text: string, fill: string, size = 13, bold = false): Shape {
  return { type: 'text', x: round(x), y: round(y), text, size, bold, anchor: 'start', fill };
}

function centred(x: number, y: number, text: string, fill: string, size = 13, bold = false, mono = false): Shape {
  return { type: 'text', x: round(x), y: round(y), text, size, bold, mono, anchor: 'middle', fill };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function stripShapes(layout: Layout, options: SceneOptions): Shape {
  const { theme, captions, measure } = options;
  const { strip } = layout;
  const { rect, network } = strip;
  const words = wrapped(captions.network, strip.label.width, measure);
  const trustY = strip.label.y + words.length * 17 + 4;
  return {
    type: 'group',
    subject: { type: 'element', id: `network~${network.id}` },
    title: `${captions.network}: ${captions.trust[network.trust]}`,
    data: { 'data-network': network.id, 'data-trust': network.trust },
    children: [
      { type: 'rect', ...rect, radius: 0, paint: { fill: theme.strip[network.trust] } },
      ...words.map((line, index) => label(strip.label.x, strip.label.y + 10 + index * 17, line, theme.ink, 13, true)),
      trustShapes(layout, trustY, options),
    ],
  };
}

/** The plate that says whether the network is trusted, and on the screen switches it. */
function trustShapes({ strip }: Layout, y: number, { theme, captions, measure }: SceneOptions): Shape {
  const { network, label: place } = strip;
  const words = captions.trust[network.trust];
  return {
    type: 'group',
    subject: { type: 'trust', id: network.id },
    title: `${captions.network}: ${words}`,
    data: {},
    children: [
      {
        type: 'rect',
        x: place.x - 2,
        y,
        width: Math.ceil(measure(words, 13)) + 26,
        height: 26,
        radius: 13,
        paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1.5 },
      },
      label(place.x + 11, y + 17.5, words, theme.ink, 13),
    ],
  };
}

function wrapped(text: string, width: number, measure: TextMeasurer): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(joined, 13, true) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

const radii: Readonly<Record<BoxRole, number>> = {
  'control-plane': 14,
  node: 14,
  services: 14,
  apiserver: 8,
  component: 8,
  part: 8,
  pods: 8,
  service: 22,
  outside: 8,
};

function boxShapes(placed: PlacedBox, options: SceneOptions): Shape {
  const { theme } = options;
  const { rect, role, box } = placed;
  const frame = isFrame(placed);
  const fill = frame ? theme.panel : role === 'apiserver' ? theme.hub : theme.raised;
  const stroke = frame ? theme.boundary : theme.border;
  return {
    type: 'group',
    subject: box.members.length > 0 ? { type: 'element', id: box.id } : null,
    title: box.names.length > 0 ? `${box.component}: ${box.names.join(', ')}` : null,
    data: { 'data-element': box.component, 'data-names': box.names.slice(0, 20).join(' ') },
    children: [
      {
        type: 'rect',
        ...rect,
        radius: radii[role],
        paint: { fill, stroke, strokeWidth: 1.5, ...(frame ? { dash: '9 5' } : {}) },
      },
      ...boxText(placed, options),
      ...chipShapes(placed, options),
    ],
  };
}

function boxText({ rect, role, box }: PlacedBox, { theme, captions, measure }: SceneOptions): readonly Shape[] {
  const fitted = (text: string, bold = false) => shortened(text, rect.width - 12, 13, bold, measure);
  const middle = centerX(rect);
  const names = box.names.length > 3 ? `${box.names[0]} … ${captions.alike(box.names.length)}` : box.names.join(', ');
  switch (role) {
    case 'control-plane':
      return [
        label(rect.x + 14, rect.y + 22, captions.controlPlane, theme.ink, 14, true),
        {
          type: 'text',
          x: round(right(rect) - 14),
          y: rect.y + 22,
          size: 13,
          bold: false,
          anchor: 'end',
          fill: theme.muted,
          text: shortened(names, rect.width - measure(captions.controlPlane, 14, true) - 48, 13, false, measure),
        },
      ];
    case 'node':
      return [label(rect.x + 14, bottom(rect) - 16, fitted(`${captions.node} ${names}`, true), theme.ink, 13, true)];
    case 'services':
      return [label(rect.x + 14, bottom(rect) - 16, captions.services, theme.ink, 13, true)];
    case 'apiserver':
      return [
        centred(
          middle,
          rect.y + 26,
          box.members.length > 1 ? `kube-apiserver ×${box.members.length}` : 'kube-apiserver',
          theme.ink,
          16,
          true,
        ),
      ];
    case 'component': {
      const title = box.members.length > 1 ? `${box.component} ×${box.members.length}` : box.component;
      return [centred(middle, rect.y + 28, fitted(title, true), theme.ink, 13, true)];
    }
    case 'part':
      return [centred(middle, rect.y + 42, fitted(partTitle(box), true), theme.ink, 13, true)];
    case 'pods':
      return [centred(middle, rect.y + 42, fitted(partTitle(box), true), theme.ink, 13, true)];
    case 'service':
      return [
        centred(middle, rect.y + 28, fitted(serviceTitle(box), true), theme.ink, 13, true),
        centred(middle, rect.y + 47, fitted(box.detail), theme.muted, 12),
      ];
    case 'outside':
      return [centred(middle, rect.y + 27, fitted(box.names[0] ?? '', true), theme.ink, 13, true)];
  }
}

function chipShapes({ chips }: PlacedBox, { theme, measure }: SceneOptions): readonly Shape[] {
  return chips.map(({ id, name, rect }) => ({
    type: 'group',
    subject: { type: 'element', id: `pod~${id}` },
    title: name,
    data: { 'data-element': 'pod', 'data-names': name },
    children: [
      { type: 'rect', ...rounded(rect), radius: 6, paint: { fill: theme.panel, stroke: theme.border, strokeWidth: 1 } },
      centred(centerX(rect), rect.y + 17, shortened(name, rect.width - 8, 12, false, measure), theme.ink, 12),
    ],
  }));
}

function rounded<T extends Record<'x' | 'y' | 'width' | 'height', number>>(rect: T): T {
  return { ...rect, x: round(rect.x), width: round(rect.width) };
}

function portShapes({ ports }: Layout, { theme }: SceneOptions): Shape {
  return group(
    ports.flatMap(({ rect, text }): Shape[] => [
      {
        type: 'rect',
        ...rounded(rect),
        radius: 4,
        paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1 },
      },
      centred(centerX(rect), rect.y + 13.5, text, theme.ink, 12, false, true),
    ]),
  );
}

function linkShapes(link: RoutedLink, options: SceneOptions): Shape {
  const { theme, captions, colouring } = options;
  const status = drawnClass(link.connection, colouring);
  const style = theme.status[status];
  const d = pathOf(link.points);
  return {
    type: 'group',
    subject: { type: 'connection', id: `${link.connection.id}@${link.boxId}` },
    title: captions.path(link.connection, link.count),
    data: connectionData(link.connection, link.count),
    children: [
      ...envelopeShapes(link, theme),
      { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: style.width + 5 } },
      {
        type: 'path',
        d,
        paint: {
          fill: 'none',
          stroke: style.colour,
          strokeWidth: style.width,
          ...(style.dash ? { dash: style.dash } : {}),
          ...(status === 'local' ? { roundCaps: true } : {}),
        },
      },
      ...arrowShapes(link.points, style.colour, theme.canvas),
      ...badgeShapes(status, link.badge, style, theme.canvas),
      ...numberShapes(link, status, options),
    ],
  };
}

/** What tools may read off a drawn connection; see README. */
function connectionData(connection: Connection, count: number): Readonly<Record<string, string>> {
  return {
    'data-path': connection.path,
    'data-status': connection.status,
    'data-encryption': connection.encryption,
    'data-server-authentication': connection.serverAuthentication,
    'data-client-authentication': connection.clientAuthentication,
    'data-integrity': connection.integrity,
    'data-client': connection.client.component,
    'data-server': connection.server.component,
    'data-count': String(count),
  };
}

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

/** A tube around the part of the line that runs inside a tunnel. */
function envelopeShapes({ envelope }: RoutedLink, theme: Theme): readonly Shape[] {
  if (!envelope) return [];
  const d = pathOf([envelope.from, envelope.to]);
  const cap = ({ x, y }: Point) => `M${round(x - 10)} ${round(y)}H${round(x + 10)}`;
  return [
    { type: 'path', d, paint: { fill: 'none', stroke: theme.tunnel, strokeWidth: 17 } },
    { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: 13 } },
    {
      type: 'path',
      d: cap(envelope.from) + cap(envelope.to),
      paint: { fill: 'none', stroke: theme.tunnel, strokeWidth: 3 },
    },
  ];
}

/** A head at the server and one in mid-line, so that the direction is seen without following the line. */
function arrowShapes(points: readonly Point[], colour: string, casing: string): readonly Shape[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last || !before) return [];
  const length = Math.hypot(last.x - before.x, last.y - before.y);
  const along = (distance: number): Point => ({
    x: last.x - ((last.x - before.x) / length) * distance,
    y: last.y - ((last.y - before.y) / length) * distance,
  });
  const heads = length > 120 ? [last, along(46)] : [last];
  return heads.map(
    (tip): Shape => ({
      type: 'path',
      d: arrowHead(before, tip),
      paint: { fill: colour, stroke: casing, strokeWidth: 1 },
    }),
  );
}

function arrowHead(from: Point, tip: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = { x: tip.x - dx * 12, y: tip.y - dy * 12 };
  const corner = (side: number) => `${round(base.x - dy * 6 * side)} ${round(base.y + dx * 6 * side)}`;
  return `M${round(tip.x)} ${round(tip.y)}L${corner(1)}L${corner(-1)}Z`;
}

function numberShapes(link: RoutedLink, status: Status, { theme, measure }: SceneOptions): readonly Shape[] {
  const number = String(Number(link.connection.path.slice(1)));
  const count = link.count > 1 ? `×${compact(link.count)}` : null;
  const width = measure(number, 12, true) + 14;
  const horizontal = link.points.length === 2 && link.points[0]?.y === link.points[1]?.y;
  const x = link.badge.x;
  const y = link.badge.y + (horizontal ? 18 : 19);
  const pill: Shape = {
    type: 'rect',
    x: round(x - width / 2),
    y: round(y),
    width: round(width),
    height: 18,
    radius: 9,
    paint: { fill: theme.raised, stroke: theme.status[status].colour, strokeWidth: 1.5 },
  };
  const shapes: Shape[] = [pill, centred(x, y + 13.5, number, theme.ink, 12, true)];
  if (count === null) return shapes;
  const countWidth = measure(count, 12, true) + 6;
  return [
    ...shapes,
    {
      type: 'rect',
      x: round(x - countWidth / 2),
      y: round(y + 20),
      width: round(countWidth),
      height: 16,
      radius: 3,
      paint: { fill: theme.canvas },
    },
    centred(x, y + 32.5, count, theme.ink, 12, true),
  ];
}

/** 1500 as 1.5k, so that a count fits into its lane. */
function compact(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000 ? `${Math.floor(count / 100) / 10}k` : `${Math.floor(count / 1000)}k`;
}
