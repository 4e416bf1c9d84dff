import type { Analysis } from '../analysis/analyze.ts';
import type { Connection, ConnectionEnd } from '../analysis/connection.ts';
import { type Exposure, exposures, type Status } from '../analysis/rules.ts';
import { isAdjacent, type PathId } from '../catalog/communicationPath.ts';
import { groupBy } from '../domain/groupBy.ts';
import { onceForBoth } from '../domain/onceFor.ts';

/** The same connections before and after, where their class or what can be done on them differs. */
export type VerdictChange = { readonly before: Connection; readonly now: Connection };

/** Connections of a path that changed, came or went; null where there was or is none. */
export type PathDifference = {
  readonly path: PathId;
  readonly was: Status | null;
  readonly is: Status | null;
  /** What can be done now and could not before, and the other way round. */
  readonly gained: readonly Exposure[];
  readonly lost: readonly Exposure[];
};

/** What differs between two analyses, connection by connection, without repeats: that a class splits changes nothing. */
export function pathDifferences(before: Analysis, now: Analysis): readonly PathDifference[] {
  const [old, present] = [byKind(before), byKind(now)];
  const found = new Map<string, PathDifference>();
  const note = (was: Connection | null, is: Connection | null) => {
    const one = differenceOf(was, is);
    if (one) found.set([one.path, one.was, one.is, ...one.gained, '', ...one.lost].join(), one);
  };
  for (const kind of new Set([...old.keys(), ...present.keys()])) {
    const [olds, news] = [old.get(kind) ?? [], present.get(kind) ?? []];
    for (const is of news) {
      const same = olds.filter((was) => isShared(was, is));
      if (same.length === 0) note(null, is);
      for (const was of same) note(was, is);
    }
    for (const was of olds) if (!news.some((is) => isShared(was, is))) note(was, null);
  }
  return [...found.values()].sort((a, b) => order(a.path) - order(b.path));
}

/** Paths of which every connection is there before and after, and judged the same. */
export function unchangedPaths(before: Analysis, now: Analysis): readonly PathId[] {
  const changed = new Set(pathDifferences(before, now).map(({ path }) => path));
  const paths = new Set(now.connections.map(({ path }) => path));
  return [...paths].filter((path) => !changed.has(path)).sort((a, b) => order(a) - order(b));
}

function differenceOf(was: Connection | null, is: Connection | null): PathDifference | null {
  const path = (is ?? was)?.path;
  if (!path) return null;
  const gained = was && is ? newIn(is, was) : [];
  const lost = was && is ? newIn(was, is) : [];
  if (was?.status === is?.status && gained.length + lost.length === 0) return null;
  return { path, was: was?.status ?? null, is: is?.status ?? null, gained, lost };
}

/** What can be done on one connection and not on the other, by listening, in the middle, or from anywhere. */
function newIn({ exposure: one }: Connection, { exposure: other }: Connection): readonly Exposure[] {
  const ways = ['passive', 'active', 'offPath'] as const;
  return exposures.filter((what) => ways.some((way) => one[way].includes(what) && !other[way].includes(what)));
}

/** Classes that can have connections in common: of the same path, row and listener. */
function byKind({ connections }: Analysis): ReadonlyMap<string, readonly Connection[]> {
  return groupBy(connections, ({ path, variant, listener }) => [path, variant, listener].join(' '));
}

/** Whether some connection is of both classes. */
function isShared(one: Connection, other: Connection): boolean {
  return hasCommon(one.client, other.client) && hasCommon(one.server, other.server);
}

function hasCommon({ members: own }: ConnectionEnd, { members: others }: ConnectionEnd): boolean {
  // Who has no members is nobody in particular, and the same before and after.
  return own === others || own.length + others.length === 0 || overlaps(own, others);
}

const overlaps = onceForBoth((own: readonly string[], others: readonly string[]): boolean => {
  const known = new Set(own);
  return others.some((id) => known.has(id));
});

function order(path: PathId): number {
  return (isAdjacent(path) ? 100 : 0) + Number(path.slice(1));
}

/** Connections that were there before and are judged otherwise now; each class of now once. */
export function verdictChanges(before: Analysis, now: Analysis): readonly VerdictChange[] {
  const old = byKind(before);
  return [...byKind(now)].flatMap(([kind, news]) =>
    news.flatMap((is) => {
      const changed = (old.get(kind) ?? []).find((was) => isShared(was, is) && differenceOf(was, is) !== null);
      return changed ? [{ before: changed, now: is }] : [];
    }),
  );
}

/** Those of them that are in another class than before. */
export function statusChanges(before: Analysis, now: Analysis): readonly VerdictChange[] {
  return verdictChanges(before, now).filter((change) => change.before.status !== change.now.status);
}

/** Whether a change takes something from an attacker, gives them something, or neither can be said. */
export function directionOf({ before, now }: VerdictChange): 'better' | 'worse' | 'other' {
  const isSafe = ({ status }: Connection) => status === 'protected' || status === 'local';
  if (isSafe(before) !== isSafe(now)) return isSafe(now) ? 'better' : 'worse';
  const { gained = [], lost = [] } = differenceOf(before, now) ?? {};
  if (gained.length > 0) return lost.length > 0 ? 'other' : 'worse';
  return lost.length > 0 ? 'better' : 'other';
}
