import type { KeptFact } from './keptValues.ts';

/** How much has been found. */
export type Counts = { readonly nodes: number; readonly pods: number; readonly services: number };

/** What was found so far. */
export type Collection = {
  readonly add: (found: KeptFact) => void;
  readonly all: () => readonly KeptFact[];
  readonly counts: () => Counts;
};

/** Collects what readers find. What a list says of each of its items, and what each object had that is not read, is kept once. */
export function createCollection(): Collection {
  const found: KeptFact[] = [];
  const counts = { nodes: 0, pods: 0, services: 0 };
  const listed = new Set<string>();
  const dropped = new Map<string, { readonly first: Dropped; count: number }>();
  const add = (one: KeptFact) => {
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
    found.push(one);
  };
  return {
    add,
    all: () => [...found, ...[...dropped.values()].map(({ first, count }): KeptFact => ({ ...first, count }))],
    counts: () => ({ ...counts }),
  };
}

type Dropped = Extract<KeptFact, { readonly type: 'dropped' }>;
