import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { NodePicture, Picture, PictureBox, PictureLine, PicturePart } from '../grouping/picture.ts';
import type { BoxRole } from './layout.ts';
import { byDirection, isBeside, isInbound, staysLocal } from './lineDirection.ts';

/** Distance between two lines that dock at one box. */
export const lane = 40;
export const gap = 14;
export const padding = 16;
/** From the top edge of a frame to its first row of boxes. */
export const frameHead = 26;
/** From the last row of boxes to the bottom edge of a frame, where its name stands. */
const frameFoot = 40;
/** The same where lines go down from the boxes: some end here, with their badges. */
const deepFoot = 112;
/** From such a badge to the bottom edge of the frame. */
export const localBadge = 70;
/** Half the width of a badge with its ring, and some air. */
const badgeHalf = 22;
const titleInset = 14;
export const chipHeight = 26;
export const chipGap = 6;
const upperHeight = 62;
const lowerHeight = 46;
const rowGap = 30;

/** A box before it has a place: as wide as its lines and its name need. */
export type Part = {
  readonly role: BoxRole;
  readonly box: PictureBox;
  /** Lines that dock at its upper edge. */
  readonly lines: readonly PictureLine[];
  /** Lines that dock at its lower edge. */
  readonly below: readonly PictureLine[];
  readonly width: number;
  readonly height: number;
};

/**
 * Up to two boxes below each other. The lines of the lower one run down beside the upper one, so that every line stays
 * one vertical stroke: inbound ones on its left, all others on its right. What leads down from the upper box passes the
 * lower one on the other side.
 */
export type Cell = { readonly upper: Part | null; readonly lower: Part | null; readonly width: number };

/** A boundary with its cells, before it has a place. */
export type Frame = {
  readonly role: 'node' | 'services' | 'extensions';
  readonly box: PictureBox;
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly height: number;
  readonly titleWidth: number;
};

/** The frames below the network: one for each node box, then the services and what the kube-apiserver calls. */
export function framesOf(picture: Picture, measure: TextMeasurer): readonly Frame[] {
  const nodes = picture.nodes.map((node) => nodeFrame(node, measure));
  const row = (parts: readonly PicturePart[], frame: 'services' | 'extensions'): readonly Frame[] => {
    if (parts.length === 0) return [];
    const role = frame === 'services' ? 'service' : 'adjacent';
    const cells = parts.map((part) => cellOf(wideBox(part, role, measure), null));
    const box: PictureBox = { id: `${frame}~`, component: 'service', members: [], names: [], detail: '' };
    return [frameOf(frame, box, cells, 150)];
  };
  return [...nodes, ...row(picture.services, 'services'), ...row(picture.extensions, 'extensions')];
}

/** A box with a name and a line of detail. */
function wideBox({ box, lines }: PicturePart, role: 'service' | 'adjacent', measure: TextMeasurer): Part {
  const widest = Math.max(...[serviceTitle(box), box.detail].map((text) => measure(text, 13, true)));
  const part = { role, box, ...docked(lines), height: upperHeight };
  return { ...part, width: Math.ceil(Math.max(lanesWidth(part), Math.min(190, widest + 28))) };
}

function docked(lines: readonly PictureLine[]): Pick<Part, 'lines' | 'below'> {
  const ordered = sorted(lines);
  return { lines: ordered.filter((line) => !isBeside(line)), below: ordered.filter(isBeside).sort(localLast) };
}

/** Lines to one port stand together, those that stay on the machine at the end. */
function localLast(a: PictureLine, b: PictureLine): number {
  const byPlace = Number(staysLocal(a)) - Number(staysLocal(b));
  return byPlace !== 0 ? byPlace : (a.connection.port ?? 0) - (b.connection.port ?? 0);
}

function lanesWidth({ lines, below }: Pick<Part, 'lines' | 'below'>): number {
  return Math.max(lines.length, below.length) * lane + 12;
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
  const kubeProxy = has('kube-proxy')[0] ?? null;
  const least = kubeProxy && kubeProxy.below.length > 0 ? 190 + kubeProxy.below.length * lane : 0;
  const first = cellOf(
    has('kubelet')[0] ?? null,
    kubeProxy && { ...kubeProxy, width: Math.max(kubeProxy.width, least) },
  );
  const title = Math.min(longestTitle, measure(node.frame.names[0] ?? '', 13, true));
  return frameOf('node', node.frame, [first, ...beside], title + 120);
}

/** Pixels; a longer name, of up to 253 characters, is shortened in its middle. */
const longestTitle = 420;

function frameOf(role: Frame['role'], box: PictureBox, cells: readonly Cell[], least: number): Frame {
  const inner = cells.reduce((sum, cell) => sum + cell.width + gap, -gap);
  const below = cells.flatMap(belowLanes);
  const height = frameHead + Math.max(...cells.map(cellHeight)) + (below.length > 0 ? deepFoot : frameFoot);
  const width = Math.max(inner + 2 * padding, Math.ceil(least));
  const free = Math.min(width - titleInset, ...below.map((x) => x + padding - badgeHalf));
  return { role, box, cells, width, height, titleWidth: free - titleInset };
}

/** Where lines go down from a cell of a frame, from the left edge of its first cell. */
function belowLanes(cell: Cell, index: number, cells: readonly Cell[]): readonly number[] {
  const left = cells.slice(0, index).reduce((sum, one) => sum + one.width + gap, 0);
  return cellPlaces(cell).flatMap((place) => place.below.map((x) => left + x));
}

function partOf(box: PictureBox, lines: readonly PictureLine[], measure: TextMeasurer): Part {
  const isPods = box.component === 'pod';
  const byName = Math.min(220, measure(partTitle(box), 13, true) + 28);
  const lanes = docked(lines);
  const width = Math.ceil(Math.max(lanesWidth(lanes), byName, isPods ? 148 : 0));
  const isLow = isPods || box.component === 'kube-proxy';
  const height = isLow ? lowerHeight : upperHeight;
  return { role: isPods ? 'pods' : 'part', box, ...lanes, width, height };
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
  const width = Math.max(upper.width + lower.lines.length * lane, lower.width + upper.below.length * lane);
  const lowerWidth = width - upper.below.length * lane;
  return {
    upper: { ...upper, width: width - lower.lines.length * lane },
    lower: withChips({ ...lower, width: lowerWidth }, lowerWidth),
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

/** Where the boxes of a cell lie and where their lines run, from the top left corner of the cell. */
export function cellPlaces({ upper, lower, width }: Cell): readonly CellPlace[] {
  const lanes = (count: number, left: number): readonly number[] =>
    Array.from({ length: count }, (_unused, index) => left + (index + 0.5) * lane);
  const centered = (part: Part, left: number) =>
    lanes(part.lines.length, left + (part.width - part.lines.length * lane) / 2);
  const lastBelow = (part: Part, left: number) =>
    lanes(part.below.length, left + part.width - 6 - part.below.length * lane);
  const alone = (part: Part, y: number): CellPlace => ({
    part,
    x: 0,
    y,
    lanes: centered(part, 0),
    below: lastBelow(part, 0),
  });
  const lowerTop = upperHeight + rowGap;
  if (!lower) return upper ? [alone(upper, 0)] : [];
  if (!upper) return [alone(lower, lowerTop)];
  const beside = lower.lines.length * lane;
  const passing = upper.below.length * lane;
  const lowerFirst = lower.lines.every(isInbound);
  const upperX = lowerFirst ? beside : 0;
  const lowerX = lowerFirst ? 0 : passing;
  return [
    {
      part: upper,
      x: upperX,
      y: 0,
      lanes: centered(upper, upperX),
      below: lanes(upper.below.length, lowerFirst ? width - passing : 0),
    },
    {
      part: lower,
      x: lowerX,
      y: lowerTop,
      lanes: lanes(lower.lines.length, lowerFirst ? 0 : width - beside),
      below: lastBelow(lower, lowerX),
    },
  ];
}

export type CellPlace = {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly lanes: readonly number[];
  readonly below: readonly number[];
};

/** What a service box is called when it stands for several. */
export function serviceTitle(box: PictureBox): string {
  return box.names.length === 1 ? (box.names[0] ?? '') : `${grouped(box.names.length)} services`;
}

/** 150 000, as people read it in any language. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, count < 10_000 ? '' : '\u00a0');
}

/** What the box of a node's part is called. Kubernetes' own names are not translated. */
export function partTitle(box: PictureBox): string {
  if (box.component === 'pod') {
    const count = box.members.length === 1 ? 'pod' : `${grouped(box.members.length)} pods`;
    return box.detail === '' ? count : `${box.detail}: ${count}`;
  }
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
