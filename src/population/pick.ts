import { blockWidth, type Cell, type Population, type Row } from './population.ts';

/** What is at a place, by arithmetic alone; null where nothing is. */
export function pick(population: Population, x: number, y: number): Cell | null {
  for (const [section, rows] of rowsBySection(population)) {
    const { x: left, width } = section;
    if (x < left || x > left + width + 1) continue;
    const row = rows[lastAt(rows.length, (index) => (rows[index]?.y ?? 0) <= y)];
    if (!row || y >= row.y + row.height) continue;
    const { blocks } = population;
    const block = row.from + lastAt(row.to - row.from, (index) => (blocks.x[row.from + index] ?? 0) <= x);
    if (block < row.from) continue;
    const found = inBlock(population, block, x, y);
    if (found) return found;
  }
  return null;
}

/** The last index for which something holds that holds for the first ones; -1 if for none. */
function lastAt(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inBlock(population: Population, block: number, x: number, y: number): Cell | null {
  const { blocks } = population;
  const left = x - (blocks.x[block] ?? 0);
  const top = y - (blocks.y[block] ?? 0);
  const bar = blocks.bar[block] ?? 0;
  if (left < 0 || top < 0 || left >= blockWidth(population, block)) return null;
  if (top < bar) return nodeCell(population, block);
  const side = blocks.side[block] ?? 1;
  const columns = blocks.columns[block] ?? 1;
  const cell = (blocks.start[block] ?? 0) + Math.floor((top - bar) / side) * columns + Math.floor(left / side);
  return cell < (blocks.start[block + 1] ?? 0) ? cellAt(population, block, cell) : null;
}

/** The node of a block. */
export function nodeCell({ lists, blocks }: Population, block: number): Cell | null {
  const node = lists.nodes[block];
  if (!node || blocks.bar[block] === 0) return null;
  return {
    type: 'node',
    id: node.id,
    name: node.name,
    namespace: null,
    kind: blocks.kind[block] ?? 0,
    block,
    cell: -1,
  };
}

/** A pod or service by the index of its cell. */
export function cellAt({ lists, kind, kinds, member }: Population, block: number, cell: number): Cell | null {
  const ofCell = kind[cell] ?? 0;
  const type = kinds[ofCell]?.type === 'service' ? 'service' : 'pod';
  const found = type === 'service' ? lists.services[member[cell] ?? 0] : lists.pods[member[cell] ?? 0];
  return found ? { type, id: found.id, name: found.name, namespace: found.namespace, kind: ofCell, block, cell } : null;
}

type Shelved = readonly (readonly [section: Population['sections'][number], rows: readonly Row[]])[];

const known = new WeakMap<Population, Shelved>();

/** Services stand beside the nodes, so a height alone does not tell the shelf. */
function rowsBySection(population: Population): Shelved {
  const found = known.get(population);
  if (found) return found;
  const shelved = [
    population.sections.filter(({ type }) => type !== 'services'),
    population.sections.filter(({ type }) => type === 'services'),
  ].flatMap((side): Shelved => {
    const [first] = side;
    if (!first) return [];
    const width = Math.max(...side.map((section) => section.width));
    const rows = population.rows.filter(({ from }) => side.some((one) => from >= one.from && from < one.to));
    return [[{ ...first, width }, rows]];
  });
  known.set(population, shelved);
  return shelved;
}

/** The place of a member by its id; null where it has none. */
export function find(population: Population, id: string): Cell | null {
  const { lists, blocks, member, kinds, kind } = population;
  const node = lists.nodes.findIndex((one) => one.id === id);
  if (node >= 0) return nodeCell(population, node);
  const service = lists.services.findIndex((one) => one.id === id);
  const index = service >= 0 ? service : lists.pods.findIndex((one) => one.id === id);
  if (index < 0) return null;
  const isNamed = (cell: number) => (kinds[kind[cell] ?? 0]?.type === 'service') === service >= 0;
  const cell = member.findIndex((one, at) => one === index && isNamed(at));
  const block = lastAt(blocks.count, (at) => (blocks.start[at] ?? 0) <= cell);
  return cell < 0 ? null : cellAt(population, block, cell);
}

/** The rectangle of a cell. */
export function placeOf({ blocks }: Population, { block, cell }: Cell) {
  const [x, y] = [blocks.x[block] ?? 0, blocks.y[block] ?? 0];
  const [side, columns, bar] = [blocks.side[block] ?? 1, blocks.columns[block] ?? 1, blocks.bar[block] ?? 0];
  if (cell < 0) return { x, y, width: columns * side, height: bar };
  const index = cell - (blocks.start[block] ?? 0);
  return {
    x: x + (index % columns) * side,
    y: y + bar + Math.floor(index / columns) * side,
    width: side,
    height: side,
  };
}

/** The cell to one side; in an empty place the next one in that direction, within a few cells; null at the edge. */
export function adjacentOf(population: Population, cell: Cell, [dx, dy]: readonly [number, number]): Cell | null {
  const { x, y, width, height } = placeOf(population, cell);
  const farthest = Math.max(population.width, population.height);
  for (let away = 0.5; away < farthest; away += 0.5) {
    const found = pick(
      population,
      dx === 0 ? x + width / 2 : dx < 0 ? x - away : x + width + away - 0.01,
      dy === 0 ? y + height / 2 : dy < 0 ? y - away : y + height + away - 0.01,
    );
    if (found && found.id !== cell.id) return found;
  }
  return null;
}
