import { identicalNodes, podSignature, proxiedServices } from '../analysis/members.ts';
import { onceFor, onceForBoth } from '../domain/onceFor.ts';
import type { ClusterNode, Pod, Service, Topology } from '../domain/topology.ts';
import type { CellClass, Population, Row, Section } from './population.ts';

/** Between two blocks. */
const gap = 1;
const barHeight = 2;
const serviceSide = 2;
/** Between two sections, beside the title. */
const sectionGap = 3;
/** A title is about this high on a picture that is this wide, both in pixels. */
const titlePixels = 26;
const usualPixels = 860;
/** Width to height of the whole. */
const aspect = 1.6;

/** Who lives in a cluster. */
export type Inhabitants = Pick<Topology, 'nodes' | 'pods' | 'services'>;

/**
 * Puts every node, pod and service of a cluster in its place: nodes that differ from most of the others first, each with
 * its pods below it, then pods without a node; services beside. Depends on who is there and on what decides verdicts, so a
 * changed setting of the control plane moves nothing.
 */
export function populate({ nodes, pods, services }: Inhabitants): Population {
  return withNodes(nodes)(pods)(services);
}

/** The same lists give the same population. */
const withNodes = onceFor((nodes: readonly ClusterNode[]) =>
  onceFor((pods: readonly Pod[]) => onceFor((services: readonly Service[]) => placed({ nodes, pods, services }))),
);

/** Groups of nodes that are alike, the smallest first, and all of them in this order. */
const inOrder = onceFor((nodes: readonly ClusterNode[]) => {
  const groups = identicalNodes(nodes)
    .map(({ members }) => members)
    .sort((a, b) => a.length - b.length);
  return { groups, ordered: groups.flat() };
});

/** Which pods live where: the half of the work that can be done before. */
export function homesIn({ nodes, pods }: Inhabitants): Homes {
  return homesOf(inOrder(nodes).ordered, pods);
}

function placed({ nodes, pods, services }: Inhabitants): Population {
  const { groups, ordered } = inOrder(nodes);
  const homes = homesOf(ordered, pods);
  const usual = Math.max(4, Math.ceil(Math.sqrt(pods.length / Math.max(1, nodes.length))));
  // Bars and gaps take room too.
  const perNode = (usual + gap) * (barHeight + gap + Math.ceil(pods.length / Math.max(1, nodes.length) / usual));
  const width = Math.max(24, usual, Math.round(Math.sqrt(nodes.length * perNode * 1.15 * aspect)));
  const title = Math.max(1.5, (titlePixels * width) / usualPixels);
  const homeless = homes.start[ordered.length + 1] !== homes.start[ordered.length];
  const builder = createBuilder(ordered.length + (homeless ? 1 : 0) + (services.length > 0 ? 1 : 0), homes, {
    nodes: ordered,
    pods,
    services,
  });

  let y = 0;
  let block = 0;
  for (const group of groups) {
    const section = builder.beginSection('nodes', 0, y, y + title);
    const kind = builder.kind('node', section, 0, group[0]?.id ?? '', group.length);
    const first = block;
    let x = 0;
    let top = y + title;
    let row = builder.beginRow(top);
    let height = 0;
    for (const _node of group) {
      const own = (homes.start[block + 1] ?? 0) - (homes.start[block] ?? 0);
      const columns = columnsFor(own, usual, width);
      if (x > 0 && x + columns > width) {
        builder.endRow(row, height);
        top += height + gap;
        row = builder.beginRow(top);
        x = 0;
        height = 0;
      }
      builder.block({ x, y: top, columns, bar: barHeight, side: 1, kind, section });
      height = Math.max(height, barHeight + builder.pods(block, section, columns));
      block += 1;
      x += columns + gap;
    }
    builder.endRow(row, height);
    const ofGroup = (homes.start[block] ?? 0) - (homes.start[first] ?? 0);
    builder.endSection(section, { nodes: group, pods: ofGroup, width, height: top + height - y });
    y = top + height + sectionGap;
  }
  if (homeless) {
    const section = builder.beginSection('unscheduled', 0, y, y + title);
    const row = builder.beginRow(y + title);
    builder.block({ x: 0, y: y + title, columns: Math.floor(width), bar: 0, side: 1, kind: 0, section });
    const height = builder.pods(block, section, Math.floor(width));
    builder.endRow(row, height);
    const lost = (homes.start[block + 1] ?? 0) - (homes.start[block] ?? 0);
    builder.endSection(section, { pods: lost, width, height: title + height });
    y += title + height + sectionGap;
  }
  let right = width;
  let bottom = Math.max(title, y - sectionGap);
  if (services.length > 0) {
    const rows = Math.max(1, Math.floor((bottom - title) / serviceSide));
    const columns = Math.max(Math.ceil((width * 0.16) / serviceSide), Math.ceil(services.length / rows));
    const x = nodes.length + pods.length > 0 ? width + sectionGap * 2 : 0;
    const section = builder.beginSection('services', x, 0, title);
    const row = builder.beginRow(title);
    builder.block({ x, y: title, columns, bar: 0, side: serviceSide, kind: 0, section });
    const height = builder.services(section, columns);
    builder.endRow(row, height);
    builder.endSection(section, { services, width: columns * serviceSide, height: title + height });
    right = x + columns * serviceSide;
    bottom = Math.max(bottom, title + height);
  }
  return builder.finish(right, bottom);
}

/** A node of far more pods than usual is wider, so that it is no tower. */
function columnsFor(pods: number, usual: number, width: number): number {
  const factor = Math.ceil(Math.sqrt(pods / (usual * usual * 4)));
  return Math.min(Math.max(usual, usual * factor), Math.max(usual, Math.floor(width)));
}

/** Pods in the order of their nodes, and on each node those of one code together. */
type Homes = {
  /** The first pod of each node, of those without a node, and one past the last of all. */
  readonly start: Uint32Array;
  /** Indices into the list of pods. */
  readonly order: Uint32Array;
  /** By index into the list of pods. */
  readonly code: Uint8Array;
};

/** What decides a pod's class, as a number from 0 to 7. */
const codes = 8;

const homesOf = onceForBoth(sortByHome);

/** Two passes over the pods and no comparison: at 150,000 of them a sort would take longer than a frame. */
function sortByHome(nodes: readonly ClusterNode[], pods: readonly Pod[]): Homes {
  const position = new Map(nodes.map(({ id }, index): [string, number] => [id, index]));
  const bucket = new Uint32Array(pods.length);
  const code = new Uint8Array(pods.length);
  const next = new Uint32Array((nodes.length + 1) * codes + 1);
  for (const [index, pod] of pods.entries()) {
    const own = podSignature(pod) + (pod.running ? 0 : 4);
    const home = (pod.nodeId === null ? undefined : position.get(pod.nodeId)) ?? nodes.length;
    const at = home * codes + own;
    code[index] = own;
    bucket[index] = at;
    next[at + 1] = (next[at + 1] ?? 0) + 1;
  }
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const start = Uint32Array.from({ length: nodes.length + 2 }, (_unused, node) => next[node * codes] ?? pods.length);
  const order = new Uint32Array(pods.length);
  for (let index = 0; index < pods.length; index += 1) {
    const at = bucket[index] ?? 0;
    const place = next[at] ?? 0;
    order[place] = index;
    next[at] = place + 1;
  }
  return { start, order, code };
}

type BlockParts = {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly bar: number;
  readonly side: number;
  readonly kind: number;
  readonly section: number;
};

/** Collects what `Population` holds, one block after the other. */
function createBuilder(blockCount: number, homes: Homes, { nodes, pods, services }: Inhabitants) {
  const blocks = {
    count: blockCount,
    x: new Float64Array(blockCount),
    y: new Float64Array(blockCount),
    columns: new Uint32Array(blockCount),
    bar: new Uint8Array(blockCount),
    side: new Uint8Array(blockCount),
    start: new Uint32Array(blockCount + 1),
    kind: new Uint32Array(blockCount),
    section: new Uint32Array(blockCount),
  };
  const member = new Uint32Array(pods.length + services.length);
  const kindOfCell = new Uint32Array(pods.length + services.length);
  const kinds: { -readonly [K in keyof CellClass]: CellClass[K] }[] = [];
  const kindByKey = new Map<number, number>();
  const sections: Section[] = [];
  const rows: Row[] = [];
  let block = 0;
  let cell = 0;

  const kind = (type: CellClass['type'], section: number, code: number, first: string, count: number): number => {
    const key = (section * 3 + whats.indexOf(type)) * 16 + code;
    const known = kindByKey.get(key);
    const one = known === undefined ? undefined : kinds[known];
    if (known !== undefined && one) {
      one.count += count;
      return known;
    }
    kinds.push({ type, first, count, section });
    kindByKey.set(key, kinds.length - 1);
    return kinds.length - 1;
  };

  const place = (index: number, ofCell: number): void => {
    member[cell] = index;
    kindOfCell[cell] = ofCell;
    cell += 1;
  };

  return {
    kind,
    beginSection: (type: Section['type'], x: number, y: number, top: number): number => {
      sections.push({ type, x, y, top, width: 0, height: 0, nodes: [], pods: 0, services: [], from: block, to: block });
      return sections.length - 1;
    },
    endSection: (index: number, rest: Partial<Section>): void => {
      const begun = sections[index];
      if (begun) sections[index] = { ...begun, ...rest, to: block };
    },
    beginRow: (y: number): number => {
      rows.push({ y, height: 0, from: block, to: block });
      return rows.length - 1;
    },
    endRow: (index: number, height: number): void => {
      const begun = rows[index];
      if (begun) rows[index] = { ...begun, height, to: block };
    },
    block: (parts: BlockParts): void => {
      blocks.x[block] = parts.x;
      blocks.y[block] = parts.y;
      blocks.columns[block] = parts.columns;
      blocks.bar[block] = parts.bar;
      blocks.side[block] = parts.side;
      blocks.kind[block] = parts.kind;
      blocks.section[block] = parts.section;
      blocks.start[block] = cell;
      block += 1;
    },
    /** The pods of a home below the block that was begun last; gives their height. */
    pods: (home: number, section: number, columns: number): number => {
      const [from, to] = [homes.start[home] ?? 0, homes.start[home + 1] ?? 0];
      let last = -1;
      let ofCell = 0;
      for (let at = from; at < to; at += 1) {
        const index = homes.order[at] ?? 0;
        const code = homes.code[index] ?? 0;
        ofCell = code === last ? ofCell : kind('pod', section, code, pods[index]?.id ?? '', 0);
        last = code;
        const one = kinds[ofCell];
        if (one) one.count += 1;
        place(index, ofCell);
      }
      blocks.start[block] = cell;
      return Math.ceil((to - from) / columns);
    },
    /** Services that the kube-apiserver's proxy reaches, then the others; gives their height. */
    services: (section: number, columns: number): number => {
      const proxied = new Set(proxiedServices({ services }));
      const code = (service: Service) => serviceTypes.indexOf(service.type) + (proxied.has(service) ? 0 : 4);
      const indices = services.map((_service, index) => index);
      const ranks = services.map(code);
      indices.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
      for (const index of indices)
        place(index, kind('service', section, ranks[index] ?? 0, services[index]?.id ?? '', 1));
      blocks.start[block] = cell;
      return Math.ceil(services.length / columns) * serviceSide;
    },
    finish: (width: number, height: number): Population => ({
      width,
      height,
      sections,
      kinds,
      rows: rows,
      blocks,
      member,
      kind: kindOfCell,
      lists: { nodes, pods, services },
    }),
  };
}

const whats: readonly CellClass['type'][] = ['node', 'pod', 'service'];
const serviceTypes: readonly Service['type'][] = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
