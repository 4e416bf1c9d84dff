import { bottom, centerX, overlaps, type Rect, right } from '../geometry/shapes.ts';
import { shortened, wrapped } from '../geometry/textWidth.ts';
import { componentTitle, partTitle, serviceTitle } from '../layout/frames.ts';
import type { BoxRole, Layout, PlacedBox } from '../layout/layout.ts';
import { centered, label, round, rounded } from './draw.ts';
import { remarkShapes } from './remarkShapes.ts';
import { type Detail, type SceneOptions, textSize } from './sceneOptions.ts';
import type { Shape } from './shape.ts';

/** A boundary that contains other boxes. */
export function isFrame({ role }: PlacedBox): boolean {
  return ['control-plane', 'node', 'services', 'extensions', 'adjacent-group'].includes(role);
}

/** Seen from far away a low frame has room for its worst class or for its name, not for both. */
export function hasRoomForName(height: number, detail: Detail): boolean {
  return detail.level !== 'overview' || height >= textSize(13, detail) + 64;
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
  extensions: 14,
  'adjacent-group': 14,
  adjacent: 8,
};

/** A box with its name, the chips of its members, and, where it stands for several, the edges of the cards behind it. */
export function boxShapes(placed: PlacedBox, layout: Layout, options: SceneOptions): Shape {
  const { theme, remarks } = options;
  const { rect, role, box } = placed;
  const frame = isFrame(placed);
  const fill = frame ? theme.panel : role === 'apiserver' ? theme.hub : theme.raised;
  const stroke = frame ? theme.boundary : theme.border;
  const paint = { fill, stroke, strokeWidth: 1.5, ...(frame ? { dash: '9 5' } : {}) };
  const target = bearsRemarks(role) ? remarked(box.members, remarks) : undefined;
  return {
    type: 'group',
    subject: box.members.length > 0 ? { type: 'element', id: box.id } : null,
    title: box.names.length > 0 ? `${box.component}: ${namesIn(box)}` : null,
    data: { 'data-element': box.component, 'data-names': box.names.slice(0, mostNames).join(' ') },
    children: [
      { type: 'rect', ...rounded(rect), radius: radii[role], paint },
      ...(isStack(placed) ? cardEdges(placed, stroke) : []),
      ...boxText(placed, layout, options),
      ...chipShapes(placed, options),
      ...(target
        ? remarkShapes(target, { x: right(rect) - 12, y: rect.y + (frame ? 14 : rect.height - 11) }, options)
        : []),
    ],
  };
}

/** Names that are said of a box; it may stand for 150,000. */
const mostNames = 20;

function namesIn({ names }: PlacedBox['box']): string {
  if (names.length <= mostNames) return names.join(', ');
  return `${names.slice(0, mostNames).join(', ')} … (${names.length})`;
}

/** The first member with a remark; most pictures have none, and a box may have 150,000 members. */
function remarked(members: readonly string[], remarks: SceneOptions['remarks']): string | undefined {
  return Object.keys(remarks).length === 0 ? undefined : members.find((id) => remarks[id]);
}

/** A remark stands where the element itself is drawn, not at each of its parts. */
function bearsRemarks(role: BoxRole): boolean {
  return role === 'control-plane' || role === 'node' || role === 'service' || role === 'outside';
}

function isStack({ role, box }: PlacedBox): boolean {
  return box.members.length > 1 && (role === 'node' || role === 'component' || role === 'apiserver');
}

/** Two more card edges to the lower right: one box for several. */
function cardEdges({ rect, role }: PlacedBox, stroke: string): readonly Shape[] {
  const r = radii[role];
  return [4, 8].map((by): Shape => {
    const d = `M${round(rect.x + r + by)} ${round(bottom(rect) + by)}H${round(right(rect) - r + by)}A${r} ${r} 0 0 0 ${round(right(rect) + by)} ${round(bottom(rect) - r + by)}V${round(rect.y + r + by)}`;
    return { type: 'path', d, paint: { fill: 'none', stroke, strokeWidth: 1.25 } };
  });
}

function boxText({ rect, role, box, titleWidth }: PlacedBox, layout: Layout, options: SceneOptions): readonly Shape[] {
  const { theme, captions, measure, detail } = options;
  const size = textSize(13, detail);
  const isFull = detail.level === 'full';
  const middle = centerX(rect);
  /** The name of a box: at `y`, or where little else is drawn in the middle of the room above `floor`. */
  const named = (text: string, y: number, floor = bottom(rect)): readonly Shape[] => {
    if (isFull)
      return [centered(middle, y, shortened(text, rect.width - 12, size, true, measure), theme.ink, size, true)];
    const line = size * 1.1;
    const most = Math.max(1, Math.floor((floor - rect.y - 4) / line));
    const words = wrapped(text, rect.width - 8, Math.min(2, most), size, measure);
    const first = (rect.y + floor) / 2 + size * 0.36 - ((words.length - 1) * line) / 2;
    return words.map((word, index) => centered(middle, first + index * line, word, theme.ink, size, true));
  };
  const names =
    box.names.length > 3 ? `${box.names[0]} … ${captions.identical(box.names.length)}` : box.names.join(', ');
  const frameTitle = (text: string) =>
    label(rect.x + 14, bottom(rect) - 14, shortened(text, titleWidth, size, true, measure), theme.ink, size, true);
  const serviceDetail = () => {
    const small = textSize(12, detail);
    return centered(
      middle,
      rect.y + 47,
      shortened(box.detail, rect.width - 16, small, false, measure),
      theme.muted,
      small,
    );
  };
  switch (role) {
    case 'control-plane': {
      // Above boxes there is no room for the whole height of enlarged letters.
      const y = rect.y + (detail.level === 'overview' ? 9 + size : Math.min(9 + size, 28));
      const title = label(rect.x + 14, y, captions.controlPlane, theme.ink, textSize(14, detail), true);
      if (detail.level === 'overview') return [title];
      const room = rect.width - measure(captions.controlPlane, textSize(14, detail), true) - 48;
      const hosts: Shape = {
        type: 'text',
        x: round(right(rect) - 14),
        y,
        size,
        bold: false,
        anchor: 'end',
        fill: theme.muted,
        text: shortened(names, room, size, false, measure),
      };
      return [title, hosts];
    }
    case 'node': {
      const { length } = box.names;
      // From afar there is room for the name of a group or for that of a node, not for both.
      if (detail.level === 'overview') return [frameTitle(box.detail === '' ? names : `${box.detail} · ${length}`)];
      return [frameTitle(`${box.detail === '' ? '' : `${box.detail}: `}${captions.node} ${names}`)];
    }
    case 'services':
    case 'extensions':
      return hasRoomForName(rect.height, detail) ? [frameTitle(captions[role])] : [];
    case 'adjacent-group':
      return [label(rect.x + 14, rect.y + 12 + size, captions['adjacent-group'], theme.ink, size, true)];
    case 'apiserver': {
      const large = textSize(16, detail);
      // From very far away the bar is lower than letters that could be read.
      if (large > rect.height) return [];
      const y = rect.y + (isFull ? 30 : rect.height / 2 + large * 0.36);
      return hubTitles(rect.width).map((at) => label(rect.x + at, y, componentTitle(box), theme.ink, large, true));
    }
    case 'component':
      return named(componentTitle(box), rect.y + 28);
    case 'part':
    case 'pods': {
      const isList = role === 'pods' && box.members.length <= 20;
      const y = isList ? rect.y + 25 : rect.y + rect.height / 2 + belowMiddle(rect, layout, options);
      return named(partTitle(box), y, isList ? rect.y + 38 : bottom(rect));
    }
    case 'adjacent': {
      const y = rect.y + rect.height / 2 + belowMiddle(rect, layout, options);
      return named(box.names[0] ?? captions.anyone, y);
    }
    case 'service':
      return [...named(serviceTitle(box), rect.y + 28), ...(isFull ? [serviceDetail()] : [])];
    case 'outside':
      return named(box.names[0] ?? '', rect.y + 27);
  }
}

/** How far below its middle the name of a box stands, so that it is clear of the port plates at its edges. */
function belowMiddle(rect: Rect, { ports }: Layout, { detail }: SceneOptions): number {
  if (detail.level !== 'full') return 4.5;
  const own = ports.filter((port) => overlaps(port.rect, rect));
  const atTop = own.some((port) => port.rect.y < rect.y + rect.height / 2 - 9);
  const atBottom = own.some((port) => bottom(port.rect) > bottom(rect) - 9);
  return 4.5 + (atTop ? 8.5 : 0) - (atBottom ? 9 : 0);
}

/** A wide bar says its name again and again, so that it is read wherever one looks. */
function hubTitles(width: number): readonly number[] {
  const every = 1100;
  return Array.from(
    { length: Math.max(1, Math.floor((width - 300) / every) + 1) },
    (_unused, index) => 16 + index * every,
  );
}

function chipShapes({ chips }: PlacedBox, { theme, measure, remarks, ...options }: SceneOptions): readonly Shape[] {
  const size = textSize(12, options.detail);
  return chips.map(({ id, name, rect }) => ({
    type: 'group',
    subject: { type: 'element', id: `pod~${id}` },
    title: name,
    data: { 'data-element': 'pod', 'data-names': name },
    children: [
      { type: 'rect', ...rounded(rect), radius: 6, paint: { fill: theme.panel, stroke: theme.border, strokeWidth: 1 } },
      centered(
        centerX(rect),
        rect.y + rect.height / 2 + size / 3,
        shortened(name, rect.width - 8, size, false, measure),
        theme.ink,
        size,
      ),
      ...(remarks[id]
        ? remarkShapes(
            id,
            { x: right(rect) - 11, y: rect.y + rect.height / 2 },
            { ...options, theme, measure, remarks },
          )
        : []),
    ],
  }));
}
