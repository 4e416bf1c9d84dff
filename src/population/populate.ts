import { dialedServices, identicalNodes, type MemberClass, podSignature } from '../analysis/members.ts';
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
export type Inhabitants = Pick<Topology, 'controlPlanes' | 'nodes' | 'pods' | 'services'>;

/**
 * Puts every node, pod and service of a cluster in its place: nodes that differ from most of the others first, each with
 * its pods below it, then pods without a node; services beside. Depends on who is there and on what decides verdicts, so a
 * changed setting of the control plane moves nothing.
 */
export function populate(lists: Inhabitants): Population {
  return withClasses(identicalNodes(lists))(lists.pods)(lists.services)(lists);
}

/** The same lists give the same population. */
const withClasses = onceFor((_classes: readonly MemberClass<ClusterNode>[]) =>
  onceFor((_pods: readonly Pod[]) =>
    onceFor((_services: readonly Service[]) => {
      let found: Population | null = null;
      return (lists: Inhabitants) => {
        found ??= placed(lists);
        return found;
      };
    }),
  ),
);

/** Groups of nodes that are alike, the smallest first, and all of them in this order. */
const inOrder = onceFor((classes: readonly MemberClass<ClusterNode>[]) => {
  const groups = classes.map(({ members }) => members).sort((a, b) => a.length - b.length);
  return { groups, ordered: groups.flat() };
});

/** Which pods live where: the half of the work that can be done before. */
export function homesIn(lists: Inhabitants): Homes {
  return homesOf(inOrder(identicalNodes(lists)).ordered, lists.pods);
}

/** What everything is measured by, in sides of a pod's cell. */
type Measures = { readonly usual: number; readonly width: number; readonly title: number };

function measuresOf({ nodes, pods }: Inhabitants): Measures {
  const podsPerNode = pods.length / Math.max(1, nodes.length);
  const usual = Math.max(4, Math.ceil(Math.sqrt(podsPerNode)));
  // Bars and gaps take room too.
  const perNode = (usual + gap) * (barHeight + gap + Math.ceil(podsPerNode / usual));
  const width = Math.max(24, usual, Math.round(Math.sqrt(nodes.length * perNode * 1.15 * aspect)));
  return { usual, width, title: Math.max(1.5, (titlePixels * width) / usualPixels) };
}

function placed(lists: Inhabitants): Population {
  const { nodes, pods, services } = lists;
  const { groups, ordered } = inOrder(identicalNodes(lists));
  const homes = homesOf(ordered, pods);
  const measures = measuresOf(lists);
  const { width, title } = measures;
  const homeless = podsAt(homes, ordered.length);
  const builder = new PopulationBuilder(
    ordered.length + (homeless > 0 ? 1 : 0) + (services.length > 0 ? 1 : 0),
    homes,
    lists,
  );
  let y = 0;
  let block = 0;
  for (const group of groups) {
    y = placeNodes(builder, { group, block, y }, homes, measures) + sectionGap;
    block += group.length;
  }
  if (homeless > 0) y = placeHomeless(builder, { block, y, pods: homeless }, measures) + sectionGap;
  const bottom = Math.max(title, y - sectionGap);
  if (services.length === 0) return builder.finish(width, bottom);
  const x = nodes.length + pods.length > 0 ? width + sectionGap * 2 : 0;
  const size = placeServices(builder, services, { x, bottom }, measures);
  return builder.finish(x + size.width, Math.max(bottom, size.height));
}

function podsAt({ start }: Homes, home: number): number {
  return (start[home + 1] ?? 0) - (start[home] ?? 0);
}

/** A group of nodes in rows of its own; gives where it ends. */
function placeNodes(
  builder: PopulationBuilder,
  { group, block: first, y }: { readonly group: readonly ClusterNode[]; readonly block: number; readonly y: number },
  homes: Homes,
  { usual, width, title }: Measures,
): number {
  const section = builder.beginSection('nodes', 0, y, y + title);
  const kind = builder.kind('node', section, 0, group[0]?.id ?? '', group.length);
  let x = 0;
  let top = y + title;
  let row = builder.beginRow(top);
  let height = 0;
  for (const [index] of group.entries()) {
    const home = first + index;
    const columns = columnsFor(podsAt(homes, home), usual, width);
    if (x > 0 && x + columns > width) {
      builder.endRow(row, height);
      top += height + gap;
      row = builder.beginRow(top);
      x = 0;
      height = 0;
    }
    builder.block({ x, y: top, columns, bar: barHeight, side: 1, kind, section });
    height = Math.max(height, barHeight + builder.pods(home, section, columns));
    x += columns + gap;
  }
  builder.endRow(row, height);
  const ofGroup = (homes.start[first + group.length] ?? 0) - (homes.start[first] ?? 0);
  builder.endSection(section, { nodes: group, pods: ofGroup, width, height: top + height - y });
  return top + height;
}

/** Pods that run nowhere yet; gives where they end. */
function placeHomeless(
  builder: PopulationBuilder,
  { block, y, pods }: { readonly block: number; readonly y: number; readonly pods: number },
  { width, title }: Measures,
): number {
  const columns = Math.floor(width);
  const section = builder.beginSection('unscheduled', 0, y, y + title);
  const row = builder.beginRow(y + title);
  builder.block({ x: 0, y: y + title, columns, bar: 0, side: 1, kind: 0, section });
  const height = builder.pods(block, section, columns);
  builder.endRow(row, height);
  builder.endSection(section, { pods, width, height: title + height });
  return y + title + height;
}

/** Services beside the nodes, about as high as these. */
function placeServices(
  builder: PopulationBuilder,
  services: readonly Service[],
  { x, bottom }: { readonly x: number; readonly bottom: number },
  { width: ofNodes, title }: Measures,
): { readonly width: number; readonly height: number } {
  const rows = Math.max(1, Math.floor((bottom - title) / serviceSide));
  const columns = Math.max(Math.ceil((ofNodes * 0.16) / serviceSide), Math.ceil(services.length / rows));
  const section = builder.beginSection('services', x, 0, title);
  const row = builder.beginRow(title);
  builder.block({ x, y: title, columns, bar: 0, side: serviceSide, kind: 0, section });
  const own = builder.services(section, columns);
  builder.endRow(row, own);
  const size = { width: columns * serviceSide, height: title + own };
  builder.endSection(section, { services, ...size });
  return size;
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

/** What is known of each block, in typed arrays. */
function emptyBlocks(count: number) {
  return {
    count,
    x: new Float64Array(count),
    y: new Float64Array(count),
    columns: new Uint32Array(count),
    bar: new Uint8Array(count),
    side: new Uint8Array(count),
    start: new Uint32Array(count + 1),
    kind: new Uint32Array(count),
    section: new Uint32Array(count),
  };
}

/** Collects what `Population` holds, one block after the other. */
class PopulationBuilder {
  readonly #homes: Homes;
  readonly #lists: Inhabitants;
  readonly #blocks: ReturnType<typeof emptyBlocks>;
  readonly #member: Uint32Array;
  readonly #kindOfCell: Uint32Array;
  readonly #kinds: { -readonly [K in keyof CellClass]: CellClass[K] }[] = [];
  readonly #kindByKey = new Map<number, number>();
  readonly #sections: Section[] = [];
  readonly #rows: Row[] = [];
  #block = 0;
  #cell = 0;

  constructor(blockCount: number, homes: Homes, lists: Inhabitants) {
    this.#homes = homes;
    this.#lists = lists;
    this.#blocks = emptyBlocks(blockCount);
    const cells = lists.pods.length + lists.services.length;
    this.#member = new Uint32Array(cells);
    this.#kindOfCell = new Uint32Array(cells);
  }

  kind(type: CellClass['type'], section: number, code: number, first: string, count: number): number {
    const key = (section * 3 + whats.indexOf(type)) * 16 + code;
    const known = this.#kindByKey.get(key);
    const one = known === undefined ? undefined : this.#kinds[known];
    if (known !== undefined && one) {
      one.count += count;
      return known;
    }
    this.#kinds.push({ type, first, count, section });
    this.#kindByKey.set(key, this.#kinds.length - 1);
    return this.#kinds.length - 1;
  }

  beginSection(type: Section['type'], x: number, y: number, top: number): number {
    const from = this.#block;
    this.#sections.push({ type, x, y, top, width: 0, height: 0, nodes: [], pods: 0, services: [], from, to: from });
    return this.#sections.length - 1;
  }

  endSection(index: number, rest: Partial<Section>): void {
    const begun = this.#sections[index];
    if (begun) this.#sections[index] = { ...begun, ...rest, to: this.#block };
  }

  beginRow(y: number): number {
    this.#rows.push({ y, height: 0, from: this.#block, to: this.#block });
    return this.#rows.length - 1;
  }

  endRow(index: number, height: number): void {
    const begun = this.#rows[index];
    if (begun) this.#rows[index] = { ...begun, height, to: this.#block };
  }

  block(parts: BlockParts): void {
    const [blocks, at] = [this.#blocks, this.#block];
    blocks.x[at] = parts.x;
    blocks.y[at] = parts.y;
    blocks.columns[at] = parts.columns;
    blocks.bar[at] = parts.bar;
    blocks.side[at] = parts.side;
    blocks.kind[at] = parts.kind;
    blocks.section[at] = parts.section;
    blocks.start[at] = this.#cell;
    this.#block += 1;
  }

  /** The pods of a home below the block that was begun last; gives their height. */
  pods(home: number, section: number, columns: number): number {
    const { start, order, code } = this.#homes;
    const [from, to] = [start[home] ?? 0, start[home + 1] ?? 0];
    let last = -1;
    let ofCell = 0;
    for (let at = from; at < to; at += 1) {
      const index = order[at] ?? 0;
      const own = code[index] ?? 0;
      ofCell = own === last ? ofCell : this.kind('pod', section, own, this.#lists.pods[index]?.id ?? '', 0);
      last = own;
      const one = this.#kinds[ofCell];
      if (one) one.count += 1;
      this.#place(index, ofCell);
    }
    this.#blocks.start[this.#block] = this.#cell;
    return Math.ceil((to - from) / columns);
  }

  /** Services that somebody dials, then the others; gives their height. */
  services(section: number, columns: number): number {
    const { services, pods } = this.#lists;
    const proxied = new Set(dialedServices(services, pods));
    const code = (service: Service) => serviceTypes.indexOf(service.type) + (proxied.has(service) ? 0 : 4);
    const indices = services.map((_service, index) => index);
    const ranks = services.map(code);
    indices.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
    for (const index of indices)
      this.#place(index, this.kind('service', section, ranks[index] ?? 0, services[index]?.id ?? '', 1));
    this.#blocks.start[this.#block] = this.#cell;
    return Math.ceil(services.length / columns) * serviceSide;
  }

  finish(width: number, height: number): Population {
    return {
      width,
      height,
      sections: this.#sections,
      kinds: this.#kinds,
      rows: this.#rows,
      blocks: this.#blocks,
      member: this.#member,
      kind: this.#kindOfCell,
      lists: this.#lists,
    };
  }

  #place(index: number, ofCell: number): void {
    this.#member[this.#cell] = index;
    this.#kindOfCell[this.#cell] = ofCell;
    this.#cell += 1;
  }
}

const whats: readonly CellClass['type'][] = ['node', 'pod', 'service'];
const serviceTypes: readonly Service['type'][] = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];
