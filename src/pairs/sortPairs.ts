import type { Connection, ConnectionEnd } from '../analysis/connection.ts';
import { type Member, memberKinds, numbersOf } from '../analysis/memberLists.ts';
import { onceFor } from '../domain/onceFor.ts';
import type { Topology } from '../domain/topology.ts';
import { anyMember, fullName, type Pairs } from './pairs.ts';

/** What rows are sorted by: a word or a number that all rows of a class share, or the name of an end. */
export type PairOrder =
  | { readonly by: 'class'; readonly value: (connection: Connection) => string | number }
  | { readonly by: 'client' | 'server' };

/** The rows in an order, as their numbers. Rows that are equal in it keep the order that they have. */
export function sortedRows(pairs: Pairs, order: PairOrder, descending: boolean, topology: Topology): Uint32Array {
  const { keys, size } = order.by === 'class' ? classKeys(pairs, order.value) : endKeys(pairs, order.by, topology);
  // Keys are small whole numbers, so that rows are counted into their places: a million takes no longer than a frame or two.
  const starts = new Uint32Array(size + 1);
  const slot = (key: number) => (descending ? size - 1 - key : key);
  for (const key of keys) starts[slot(key) + 1] = (starts[slot(key) + 1] ?? 0) + 1;
  for (let at = 1; at <= size; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) {
    const at = slot(keys[row] ?? 0);
    const place = starts[at] ?? 0;
    sorted[place] = row;
    starts[at] = place + 1;
  }
  return sorted;
}

/** A whole number from 0 on for each row, and how many there are. */
type Keys = { readonly keys: Uint32Array; readonly size: number };

function classKeys({ classes, classOf }: Pairs, value: (connection: Connection) => string | number): Keys {
  const values = classes.map(value);
  const inOrder = [...new Set(values)].sort(byNumberOrWord);
  const rank = new Map(inOrder.map((one, index) => [one, index]));
  const ranks = values.map((one) => rank.get(one) ?? 0);
  return { keys: classOf.map((index) => ranks[index] ?? 0), size: inOrder.length };
}

/** By the component, and among those of one kind by the name; who may be any of several comes first. */
function endKeys({ classes, classOf, ...places }: Pairs, end: 'client' | 'server', topology: Topology): Keys {
  const components = [...new Set(classes.map((one) => one[end].component))].sort();
  const firstKey = new Map<ConnectionEnd['component'], number>();
  const unlisted = new Map<ConnectionEnd['component'], readonly string[]>();
  let size = 0;
  for (const component of components) {
    const kind = memberKinds[component];
    const ends = classes.flatMap((one) => (one[end].component === component ? one[end] : []));
    const names = kind === undefined ? [...new Set(ends.flatMap(unlistedNames))].sort(compare) : [];
    unlisted.set(component, names);
    firstKey.set(component, size);
    size += 1 + (kind === undefined ? names.length : topology[kind].length);
  }
  const keyOf = classes.map((one): ((place: number) => number) => {
    const { component, members } = one[end];
    const first = firstKey.get(component) ?? 0;
    const kind = memberKinds[component];
    if (kind === undefined) {
      const own = unlistedNames(one[end]).map((name) => 1 + (unlisted.get(component)?.indexOf(name) ?? 0));
      return (place) => first + (own[own.length === 1 ? 0 : place] ?? 0);
    }
    const list: readonly Member[] = topology[kind];
    const [numbers, ranks] = [numbersOf(list, members), ranksOf(list)];
    return (place) => {
      const number = numbers[members.length === 1 ? 0 : place];
      return number === undefined ? first : first + 1 + (ranks[number] ?? 0);
    };
  });
  const column = places[end];
  return { keys: classOf.map((index, row) => keyOf[index]?.(column[row] ?? anyMember) ?? 0), size };
}

/** Ends such as a load balancer are in no list whose members are counted: there are few of them. */
function unlistedNames({ name, members }: ConnectionEnd): readonly string[] {
  return members.length > 1 ? members : [name];
}

/** The place of each member in the order of the names. */
const ranksOf = onceFor((list: readonly Member[]): Uint32Array => {
  const names = list.map((member) => fullName(member) ?? '');
  const ranks = Uint32Array.from(names, (_name, index) => index);
  // What kubectl prints is in this order already.
  if (names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name)) return ranks;
  const sorted = ranks.slice().sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
  for (let rank = 0; rank < sorted.length; rank += 1) ranks[sorted[rank] ?? 0] = rank;
  return ranks;
});

/** Plain order of characters: a million comparisons by the rules of a language take seconds. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byNumberOrWord(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
