import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import { pathNumber } from '../catalog/communicationPath.ts';
import type { Point } from '../geometry/shapes.ts';
import { besideBadge, directionTip, dotsBelow, from, numberBelow } from '../layout/badgeMetrics.ts';
import type { RoutedLink } from '../layout/layout.ts';
import { badgeShapes, pencil, provenanceShapes } from './badgeShapes.ts';
import { displayStatus } from './colorBy.ts';
import { centered, circle, pathOf, round } from './draw.ts';
import { facetDotShapes, facetDotsOf } from './facetDots.ts';
import { remarkShapes } from './remarkShapes.ts';
import { type SceneOptions, textSize } from './sceneOptions.ts';
import type { Shape } from './shape.ts';
import type { Theme } from './theme.ts';

/** A line from client to server with its badge. */
export function linkShapes(link: RoutedLink, options: SceneOptions): Shape {
  if (options.answersHidden) return hiddenLink(link, options);
  const { theme, captions, colorBy } = options;
  const status = displayStatus(link.connection, colorBy);
  const style = theme.status[status];
  const d = pathOf(link.points);
  const was = options.changed?.get(link.connection.id);
  return {
    type: 'group',
    subject: { type: 'connection', id: `${link.connection.id}@${link.boxId}` },
    title: captions.path(link.connection, link.count) + (was ? ` (← ${captions.status[was]})` : ''),
    data: { ...connectionData(link.connection, link.count), ...(was ? { 'data-was': was } : {}) },
    anchor: link.badge,
    course: d,
    children: [
      ...envelopeShapes(link, theme),
      { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: style.width + 5 } },
      {
        type: 'path',
        d,
        paint: {
          fill: 'none',
          stroke: style.color,
          strokeWidth: style.width,
          ...(style.dash ? { dash: style.dash } : {}),
          ...(status === 'local' ? { roundCaps: true } : {}),
        },
      },
      ...arrowShapes(link, style.color, theme.canvas),
      ...(options.detail.level === 'overview' ? [] : markShapes(link, status, options)),
    ],
  };
}

/** A line that tells where it leads, and nothing of its class: one color, one width, and an empty badge. */
function hiddenLink(link: RoutedLink, options: SceneOptions): Shape {
  const { theme, captions } = options;
  const { connection, badge } = link;
  const d = pathOf(link.points);
  return {
    type: 'group',
    subject: { type: 'connection', id: `${connection.id}@${link.boxId}` },
    title: captions.hiddenPath(connection, link.count),
    data: {
      'data-client': connection.client.component,
      'data-count': String(link.count),
      'data-path': connection.path,
      'data-server': connection.server.component,
    },
    anchor: badge,
    course: d,
    children: [
      ...envelopeShapes(link, theme),
      { type: 'path', d, paint: { fill: 'none', stroke: theme.canvas, strokeWidth: 7.5 } },
      { type: 'path', d, paint: { fill: 'none', stroke: theme.muted, strokeWidth: 2.5 } },
      ...arrowShapes(link, theme.muted, theme.canvas),
      ...(options.detail.level === 'overview'
        ? []
        : [
            {
              type: 'path' as const,
              d: circle(badge, 11),
              paint: { fill: theme.raised, stroke: theme.muted, strokeWidth: 2.5 },
            },
            ...numberShapes(link, theme.muted, options),
          ]),
    ],
  };
}

/** What tools may read off a drawn connection; see README. */
function connectionData(connection: Connection, count: number): Readonly<Record<string, string>> {
  return {
    'data-client': connection.client.component,
    'data-client-authentication': connection.clientAuthentication,
    'data-count': String(count),
    'data-encryption': connection.encryption,
    'data-integrity': connection.integrity,
    'data-path': connection.path,
    ...(connection.proxy ? { 'data-proxy': connection.proxy.address } : {}),
    'data-server': connection.server.component,
    'data-server-authentication': connection.serverAuthentication,
    'data-status': connection.status,
  };
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

/** A head at the server and, where the line crosses the network, one beside the strip: direction at a glance. */
function arrowShapes({ points, badge, joins }: RoutedLink, color: string, casing: string): readonly Shape[] {
  const last = points.at(-1);
  const before = points.at(-2);
  const [first, second] = points;
  if (!last || !before || !first || !second) return [];
  const paint = { fill: color, stroke: casing, strokeWidth: 1 };
  const up = second.y < first.y;
  const long = first.x === second.x && Math.abs(second.y - first.y) > 140;
  const beside: Point = { x: first.x, y: badge.y + directionTip[up ? 'up' : 'down'] };
  const heads: Shape[] = long ? [{ type: 'path', d: arrowHead(first, beside), paint }] : [];
  return joins
    ? [...heads, { type: 'path', d: circle(last, 4.5), paint }]
    : [...heads, { type: 'path', d: arrowHead(before, last), paint }];
}

function arrowHead(from: Point, tip: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = { x: tip.x - dx * 12, y: tip.y - dy * 12 };
  const corner = (side: number) => `${round(base.x - dy * 6 * side)} ${round(base.y + dx * 6 * side)}`;
  return `M${round(tip.x)} ${round(tip.y)}L${corner(1)}L${corner(-1)}Z`;
}

/** Badge, pips, number and count, below each other. */
function markShapes(link: RoutedLink, status: Status, options: SceneOptions): readonly Shape[] {
  const { theme, detail, remarks } = options;
  const { connection, badge } = link;
  const style = theme.status[status];
  return [
    ...provenanceShapes(status, badge, style, theme, connection.evidence),
    ...badgeShapes(status, badge, style, theme.canvas),
    ...(connection.evidence === 'user' ? pencil(from(badge, besideBadge.pencil), theme) : []),
    ...(detail.level === 'full'
      ? facetDotShapes(facetDotsOf(connection), { x: badge.x, y: badge.y + dotsBelow }, theme)
      : []),
    ...numberShapes(link, style.color, options),
    ...proxyShapes(link, style.color, options),
    ...wasShapes(link, options),
    ...(remarks[connection.id] ? remarkShapes(connection.id, from(badge, besideBadge.remark), options) : []),
  ];
}

/** A box on the line: it passes through a proxy, or may. */
function proxyShapes({ connection, badge }: RoutedLink, color: string, options: SceneOptions): readonly Shape[] {
  const { theme, detail } = options;
  if (!connection.proxy || detail.level !== 'full') return [];
  const { x, y } = from(badge, besideBadge.proxy);
  const paint = { fill: theme.raised, stroke: color, strokeWidth: 1.5 };
  return [
    {
      type: 'rect',
      x: round(x - 19),
      y: round(y - 9),
      width: 38,
      height: 18,
      radius: 2,
      paint: connection.proxy.isSure ? paint : { ...paint, dash: '3 3' },
    },
    centered(x, y + 4, 'proxy', theme.ink, textSize(12, detail)),
  ];
}

/** The class before a trial, small, with an arrow to the one now. */
function wasShapes({ connection, badge }: RoutedLink, { theme, changed }: SceneOptions): readonly Shape[] {
  const was = changed?.get(connection.id);
  if (!was) return [];
  const at = from(badge, besideBadge.before);
  const arrow = `M${round(at.x + 9)} ${round(at.y)}H${round(at.x + 15)}M${round(at.x + 12)} ${round(at.y - 3)}L${round(at.x + 15)} ${round(at.y)}L${round(at.x + 12)} ${round(at.y + 3)}`;
  return [
    {
      type: 'rect',
      x: round(at.x - 10),
      y: round(at.y - 10),
      width: 32,
      height: 20,
      radius: 10,
      paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1 },
    },
    ...badgeShapes(was, at, theme.status[was], theme.canvas, 0.55),
    { type: 'path', d: arrow, paint: { fill: 'none', stroke: theme.ink, strokeWidth: 1.5 } },
  ];
}

function numberShapes(link: RoutedLink, color: string, { theme, measure, detail }: SceneOptions): readonly Shape[] {
  const number = pathNumber(link.connection.path);
  const count = link.count > 1 && detail.level !== 'far' ? `×${compact(link.count)}` : null;
  const size = textSize(12, detail);
  const { x } = link.badge;
  const y = link.badge.y + numberBelow;
  const height = size + 6;
  const shapes: Shape[] = [];
  const width = measure(number, size, true);
  // Seen from afar a number of three letters would cover its adjacent.
  if (width <= widest || detail.level === 'full') {
    shapes.push(
      {
        type: 'rect',
        x: round(x - pillWidth(width) / 2),
        y: round(y),
        width: round(pillWidth(width)),
        height: round(height),
        radius: round(height / 2),
        paint: { fill: theme.raised, stroke: color, strokeWidth: 1.5 },
      },
      centered(x, y + height / 2 + size * 0.375, number, theme.ink, size, true),
    );
  }
  // Six signs are as wide as a lane; thin ones leave their adjacent alone.
  const isBold = count !== null && measure(count, size, true) <= widest;
  const countWidth = count === null ? 0 : measure(count, size, isBold);
  const plate = Math.min(countWidth + 6, Math.max(countWidth, widest + 1));
  if (count !== null && (countWidth <= widest || detail.level === 'full')) {
    shapes.push(
      {
        type: 'rect',
        x: round(x - plate / 2),
        y: round(y + height + 2),
        width: round(plate),
        height: round(size + 4),
        radius: 3,
        paint: { fill: theme.canvas },
      },
      centered(x, y + height + 2 + size * 1.04, count, theme.ink, size, isBold),
    );
  }
  return shapes;
}

/** The widest text at a badge that leaves its adjacent alone; lines are 40 apart. */
const widest = 38;

/** A pill is as wide as its lane at most, unless its text is wider. */
function pillWidth(text: number): number {
  return Math.min(text + 14, Math.max(widest, text + 4));
}

/** 1500 as 1.5k, so that a count fits into its lane. */
function compact(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? `${Math.round(count / 100) / 10}k` : `${Math.round(count / 1000)}k`;
}
