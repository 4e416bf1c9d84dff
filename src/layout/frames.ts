import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { NodePicture, Picture, PictureBox, PictureLine } from '../grouping/picture.ts';
import type { BoxRole } from './layout.ts';
import { byDirection, isInbound } from './lineDirection.ts';

/** Distance between two lines that dock at one box. */
export const lane = 40;
export const gap = 14;
export const padding = 16;
/** From the top edge of a frame to its first row of boxes. */
export const frameHead = 26;
/** From the last row of boxes to the bottom edge of a frame, where its name stands. */
const frameFoot = 40;
export const chipHeight = 26;
export const chipGap = 6;
const upperHeight = 62;
const lowerHeight = 46;
const rowGap = 30;

/** A box before it has a place: as wide as its lines and its name need. */
export type Part = {
  readonly role: BoxRole;
  readonly box: PictureBox;
  readonly lines: readonly PictureLine[];
  readonly width: number;
  readonly height: number;
};

/**
 * Up to two boxes below each other. The lines of the lower one run down beside the upper one, so that every line stays
 * one vertical stroke: inbound ones on its left, all others on its right.
 */
export type Cell = { readonly upper: Part | null; readonly lower: Part | null; readonly width: number };

/** A boundary with its cells, before it has a place. */
export type Frame = {
  readonly role: 'node' | 'services';
  readonly box: PictureBox;
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly height: number;
};

/** The frames below the network: one for each node box, then the services. */
export function framesOf(picture: Picture, measure: TextMeasurer): readonly Frame[] {
  const nodes = picture.nodes.map((node) => nodeFrame(node, measure));
  if (picture.services.length === 0) return nodes;
  const cells = picture.services.map(({ box, lines }) => {
    const widest = Math.max(...[serviceTitle(box), box.detail].map((text) => measure(text, 13, true)));
    const width = Math.ceil(Math.max(lines.length * lane + 12, Math.min(190, widest + 28)));
    return cellOf({ role: 'service', box, lines: sorted(lines), width, height: upperHeight }, null);
  });
  const box: PictureBox = { id: 'services~', component: 'service', members: [], names: [], detail: '' };
  return [...nodes, frameOf('services', box, cells, 150)];
}

/** kube-proxy lies below the kubelet and pods below what else runs on the node. */
function nodeFrame(node: NodePicture, measure: TextMeasurer): Frame {
  const parts = node.parts.map((part) => partOf(part.box, part.lines, measure));
  const has = (component: string) => parts.filter((part) => part.box.component === component);
  const pods = has('pod');
  const others = parts.filter((part) => !['pod', 'kubelet', 'kube-proxy'].includes(part.box.component));
  const beside = Array.from({ length: Math.max(pods.length, others.length) }, (_unused, index) =>
    cellOf(others[index] ?? null, pods[index] ?? null),
  );
  const cells = [cellOf(has('kubelet')[0] ?? null, has('kube-proxy')[0] ?? null), ...beside];
  const title = node.frame.names[0] ?? '';
  return frameOf('node', node.frame, cells, measure(title, 13, true) + 120);
}

function frameOf(role: Frame['role'], box: PictureBox, cells: readonly Cell[], least: number): Frame {
  const inner = cells.reduce((sum, cell) => sum + cell.width + gap, -gap);
  const height = frameHead + Math.max(...cells.map(cellHeight)) + frameFoot;
  return { role, box, cells, width: Math.max(inner + 2 * padding, Math.ceil(least)), height };
}

function partOf(box: PictureBox, lines: readonly PictureLine[], measure: TextMeasurer): Part {
  const isPods = box.component === 'pod';
  const byName = Math.min(220, measure(partTitle(box), 13, true) + 28);
  const width = Math.ceil(Math.max(lines.length * lane + 12, byName, isPods ? 148 : 0));
  const isLow = isPods || box.component === 'kube-proxy';
  const height = isLow ? lowerHeight : upperHeight;
  return { role: isPods ? 'pods' : 'part', box, lines: sorted(lines), width, height };
}

function sorted(lines: readonly PictureLine[]): readonly PictureLine[] {
  return [...lines].sort(byDirection);
}

function cellOf(upper: Part | null, lower: Part | null): Cell {
  if (!upper || !lower) {
    const only = upper ?? lower;
    const width = only?.width ?? 0;
    return { upper, lower: lower ? withChips(lower, width) : null, width };
  }
  const width = Math.max(upper.width + lower.lines.length * lane, lower.width);
  return {
    upper: { ...upper, width: width - lower.lines.length * lane },
    lower: withChips({ ...lower, width }, width),
    width,
  };
}

/** Pods that are listed one by one make their box higher. */
function withChips(part: Part, width: number): Part {
  if (part.role !== 'pods' || !listsMembers(part.box)) return part;
  const rows = Math.ceil(part.box.members.length / chipColumns(part.box, width));
  return { ...part, height: lowerHeight + rows * (chipHeight + chipGap) };
}

function cellHeight({ upper, lower }: Cell): number {
  return lower ? upperHeight + rowGap + lower.height : (upper?.height ?? upperHeight);
}

/** Where the boxes of a cell lie and where their lines come down, from the top left corner of the cell. */
export function cellPlaces({ upper, lower, width }: Cell): readonly CellPlace[] {
  const lanesOf = (part: Part, left: number): readonly number[] =>
    part.lines.map((_line, index) => left + (index + 0.5) * lane);
  const centred = (part: Part, left: number) => left + (part.width - part.lines.length * lane) / 2;
  const lowerTop = upperHeight + rowGap;
  if (!lower) return upper ? [{ part: upper, x: 0, y: 0, lanes: lanesOf(upper, centred(upper, 0)) }] : [];
  if (!upper) return [{ part: lower, x: 0, y: lowerTop, lanes: lanesOf(lower, centred(lower, 0)) }];
  const beside = lower.lines.length * lane;
  const lowerFirst = lower.lines.length > 0 && lower.lines.every(isInbound);
  const upperX = lowerFirst ? beside : 0;
  return [
    { part: upper, x: upperX, y: 0, lanes: lanesOf(upper, centred(upper, upperX)) },
    { part: lower, x: 0, y: lowerTop, lanes: lanesOf(lower, lowerFirst ? 0 : width - beside) },
  ];
}

export type CellPlace = {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly lanes: readonly number[];
};

/** What a service box is called when it stands for several. */
export function serviceTitle(box: PictureBox): string {
  return box.names.length === 1 ? (box.names[0] ?? '') : `${box.names.length} services`;
}

/** What the box of a node's part is called. Kubernetes' own names are not translated. */
export function partTitle(box: PictureBox): string {
  if (box.component === 'pod') return box.members.length === 1 ? 'pod' : `${box.members.length} pods`;
  return box.component === 'node' ? 'node ports' : box.component;
}

/** Up to twenty pods are listed one by one; of more, only the number is said. */
export function listsMembers(box: PictureBox): boolean {
  return box.members.length <= 20;
}

/** A few pods stand below each other with long names; many stand two or more abreast. */
export function chipColumns(box: PictureBox, width: number): number {
  const least = box.members.length > 4 ? 88 : 130;
  return Math.max(1, Math.floor((width - 14) / (least + chipGap)));
}

/** A component, and on how many hosts it runs. */
export function componentTitle(box: PictureBox): string {
  return box.members.length > 1 ? `${box.component} ×${box.members.length}` : box.component;
}
