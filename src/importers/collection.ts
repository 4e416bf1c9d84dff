import type { Found } from './found.ts';

/** How much has been found. */
export type Counts = { readonly nodes: number; readonly pods: number; readonly services: number };

/** What was found so far, as small as it can be kept: a cluster has hundreds of thousands of pods. */
export type Collection = {
  readonly add: (found: Found) => void;
  readonly all: () => readonly Found[];
  readonly counts: () => Counts;
};

/**
 * Collects what readers find. Parts that are equal become one object; what a list says of each of its items, and what each
 * object had that is not read, is kept once for each file.
 */
export function createCollection(): Collection {
  const found: Found[] = [];
  const counts = { nodes: 0, pods: 0, services: 0 };
  const listed = new Set<string>();
  const dropped = new Map<string, { readonly first: Dropped; count: number }>();
  const share = createSharing();
  const add = (one: Found) => {
    if (one.type === 'dropped') {
      const key = `${one.what} ${one.place.file}`;
      const known = dropped.get(key);
      if (known) known.count += one.count;
      else dropped.set(key, { first: one, count: one.count });
      return;
    }
    if (one.type === 'listed') {
      const key = `${one.kind} ${one.place.file}`;
      if (listed.has(key)) return;
      listed.add(key);
    }
    if (one.type === 'node') counts.nodes += 1;
    if (one.type === 'pod') counts.pods += 1;
    if (one.type === 'service') counts.services += 1;
    found.push(share(one));
  };
  return {
    add,
    all: () => [...found, ...[...dropped.values()].map(({ first, count }): Found => ({ ...first, count }))],
    counts: () => ({ ...counts }),
  };
}

type Dropped = Extract<Found, { readonly type: 'dropped' }>;

/** Gives the same with what it has in common with earlier ones in the same objects. */
function createSharing(): (found: Found) => Found {
  const texts = new Map<string, string>();
  const objects = new Map<string, object>();
  const text = (one: string): string => {
    const known = texts.get(one);
    if (known === undefined) texts.set(one, one);
    return known ?? one;
  };
  const object = <T extends object>(one: T): T => {
    const key = JSON.stringify(one);
    const known = objects.get(key);
    if (known === undefined) objects.set(key, one);
    // Equal text is an equal value, of the same type therefore.
    return (known as T | undefined) ?? one;
  };
  const map = createMapSharing();
  const numbers = new Map<string, readonly number[]>();
  const numbersOnce = (one: readonly number[]) => {
    const key = one.join();
    const known = numbers.get(key);
    if (known === undefined) numbers.set(key, one);
    return known ?? one;
  };
  return (found) => {
    if (found.type === 'pod') {
      const { pod, nodeName } = found;
      return {
        type: 'pod',
        nodeName: nodeName === null ? null : text(nodeName),
        place: found.place,
        pod: { ...pod, namespace: text(pod.namespace), labels: map(pod.labels), ports: numbersOnce(pod.ports) },
      };
    }
    if (found.type !== 'service') return found;
    const { service } = found;
    const { namespace, selector, ports } = service;
    return {
      ...found,
      service: { ...service, namespace: text(namespace), selector: map(selector), ports: object(ports) },
    };
  };
}

type StringMap = Readonly<Record<string, string>>;

/** More different labels than any cluster has; products of two such numbers are still whole. */
const most = 2 ** 26;

/**
 * The same for maps of texts. They are walked key by key, from state to state: to write each down first takes four times as
 * long.
 */
function createMapSharing(): (one: StringMap) => StringMap {
  const pairs = new Map<string, Map<string, number>>();
  /** By the state that one comes from and the pair that comes next: the state that they lead to. */
  const states = new Map<number, number>();
  const maps = new Map<number, StringMap>();
  let pairCount = 0;
  const numberOf = (key: string, value: string): number => {
    const values = pairs.get(key) ?? new Map<string, number>();
    if (values.size === 0) pairs.set(key, values);
    const known = values.get(value);
    if (known !== undefined) return known;
    pairCount += 1;
    values.set(value, pairCount);
    return pairCount;
  };
  return (one) => {
    let state = 0;
    for (const [key, value] of Object.entries(one)) {
      const step = state * most + numberOf(key, value);
      const next = states.get(step) ?? states.size + 1;
      states.set(step, next);
      state = next;
    }
    const known = maps.get(state);
    if (known === undefined) maps.set(state, one);
    return known ?? one;
  };
}
