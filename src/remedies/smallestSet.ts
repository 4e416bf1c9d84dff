import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import type { LimitId, PathId } from '../catalog/communicationPath.ts';
import type { Topology } from '../domain/topology.ts';
import { applyChanges, type Change } from './change.ts';
import { exposedIn, isClosed, isExposed, limitOf, representatives } from './exposed.ts';
import { remedyFacts } from './remedyFacts.ts';
import { type BreakId, type RemedyId, remedyIds } from './remedyIds.ts';
import { changesOf, isPrepared } from './resolveRemedy.ts';

/** One remedy in a plan, with what it does after those before it. */
export type Fix = {
  readonly remedy: RemedyId;
  readonly changes: readonly Change[];
  /** Paths of which it closes connections. */
  readonly closes: readonly PathId[];
  /** Paths that are still open after it. */
  readonly leavesOpen: readonly PathId[];
  readonly breaks: readonly BreakId[];
  /** From 1. */
  readonly order: number;
};

/** Remedies that together close as much as can be closed. */
export type Plan = { readonly fixes: readonly Fix[] };

export type OpenPath = { readonly path: PathId; readonly count: number; readonly because: LimitId };

export type SmallestSet = {
  /** The best plan first; the others need as few remedies. Empty where nothing can be closed. */
  readonly plans: readonly Plan[];
  /** What stays open whatever is set. */
  readonly open: readonly OpenPath[];
  /** Exposed connections over untrusted networks, before. */
  readonly exposed: number;
};

/** Plans of the same size that are worth showing. */
const mostPlans = 4;

/**
 * The fewest remedies that close every connection over an untrusted network that a setting can close. Exact: each goal's
 * minimal sets are all found, then the smallest union of one for each goal. It rests on this: a remedy never opens again
 * what others have closed (a test compares it with trying every subset).
 */
export function smallestSet(topology: Topology): SmallestSet {
  const found = known.get(topology) ?? searched(topology);
  known.set(topology, found);
  return found;
}

/** A report, a picture and each path of a model ask for the same set. */
const known = new WeakMap<Topology, SmallestSet>();

function searched(topology: Topology): SmallestSet {
  const small = representatives(topology);
  const search = createSearch(small);
  const all = search.candidates;
  const goals = search.goals.filter((_goal, index) => search.closed(all).has(index));
  const choices = goals.map((goal) => minimalSets(search, search.goals.indexOf(goal)));
  const plans = smallestUnions(distinct(choices)).map((ids) => ({ fixes: orderedFixes(topology, ids) }));
  const exposed = exposedIn(analyze(topology));
  return { plans: plans.slice(0, mostPlans), open: openPaths(exposed, goals), exposed: exposed.length };
}

type Search = {
  readonly candidates: readonly RemedyId[];
  readonly goals: readonly Connection[];
  /** Indices of the goals that some remedies close; one without what comes before it does nothing. */
  readonly closed: (ids: readonly RemedyId[]) => ReadonlySet<number>;
};

/** Everything that can be tried on a cluster, each combination analyzed once. */
function createSearch(topology: Topology): Search {
  const goals = exposedIn(analyze(topology));
  const candidates = remedyIds.filter((id) => changesOf(topology, id).length > 0);
  const known = new Map<string, ReadonlySet<number>>();
  const closed = (ids: readonly RemedyId[]): ReadonlySet<number> => {
    const able = enabled(topology, ids);
    const key = able.join();
    const before = known.get(key);
    if (before) return before;
    const analysis = analyze(applyAll(topology, able));
    const found = new Set(goals.flatMap((goal, index) => (isClosed(goal, analysis) ? [index] : [])));
    known.set(key, found);
    return found;
  };
  // What closes nothing, alone or with all others, only costs time.
  const whole = closed(candidates);
  const useful = candidates.filter((id) => isUseful(id, candidates, closed, whole));
  return { candidates: useful, goals, closed };
}

function isUseful(
  id: RemedyId,
  candidates: readonly RemedyId[],
  closed: Search['closed'],
  whole: ReadonlySet<number>,
): boolean {
  // An alternative of another one is missed by nobody: it counts where it closes something by itself.
  const others = candidates.filter((one) => one !== id && !alternatives(one, id));
  return closed(others).size < whole.size;
}

function alternatives(one: RemedyId, other: RemedyId): boolean {
  return alternativeGroups.some((group) => group.includes(one) && group.includes(other));
}

/** Remedies that do the same in another way. */
const alternativeGroups: readonly (readonly RemedyId[])[] = [
  ['kubelet-serving-certificates', 'kubelet-certificate-files'],
  ['insecure-port', 'insecure-port-loopback'],
  ['load-balancer-tcp', 'load-balancer-verifies'],
  ['konnectivity-agents-token', 'konnectivity-agents-certificate'],
  ['kubelet-authorization', 'kubelet-client-certificate'],
];

/** Those of some remedies that have what must come before them. */
export function enabled(topology: Topology, ids: readonly RemedyId[]): readonly RemedyId[] {
  return remedyIds.filter((id) => {
    const { after } = remedyFacts[id];
    return ids.includes(id) && (!after || isPrepared(topology, id) || after.some((one) => ids.includes(one)));
  });
}

/** A cluster after some remedies. */
export function applyAll(topology: Topology, ids: readonly RemedyId[]): Topology {
  return ids.reduce((changed, id) => applyChanges(changed, changesOf(changed, id)), topology);
}

/** Every set of remedies that closes a goal and of which none can be spared. */
function minimalSets(search: Search, goal: number): readonly (readonly RemedyId[])[] {
  const found = new Map<string, readonly RemedyId[]>();
  const seen = new Set<string>();
  const within = (universe: readonly RemedyId[]): void => {
    const key = universe.join();
    if (seen.has(key) || !search.closed(universe).has(goal)) return;
    seen.add(key);
    const minimal = shrunk(universe, (ids) => search.closed(ids).has(goal));
    found.set(minimal.join(), minimal);
    for (const id of minimal) within(universe.filter((one) => one !== id));
  };
  within(search.candidates);
  return [...found.values()];
}

/** A set of which none can be spared: halves are tried before single ones, since most of a set is for other goals. */
function shrunk(universe: readonly RemedyId[], holds: (ids: readonly RemedyId[]) => boolean): readonly RemedyId[] {
  let left = universe;
  for (let size = Math.ceil(universe.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + size)];
      if (holds(without)) left = without;
      else at += size;
    }
  }
  return left;
}

function distinct(
  choices: readonly (readonly (readonly RemedyId[])[])[],
): readonly (readonly (readonly RemedyId[])[])[] {
  return [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
}

/** All unions of one set for each goal that have the fewest members, the preferred remedies first. */
function smallestUnions(choices: readonly (readonly (readonly RemedyId[])[])[]): readonly (readonly RemedyId[])[] {
  // Goals with one way decide what is needed anyway; the others are then often met.
  const byWays = [...choices].sort((a, b) => a.length - b.length);
  let best: readonly (readonly RemedyId[])[] = [];
  let size = Number.POSITIVE_INFINITY;
  const choose = (index: number, chosen: ReadonlySet<RemedyId>): void => {
    if (chosen.size > size) return;
    const ways = byWays[index];
    if (!ways) {
      if (chosen.size < size) best = [];
      size = chosen.size;
      best = [...best, remedyIds.filter((id) => chosen.has(id))];
      return;
    }
    if (ways.some((way) => way.every((id) => chosen.has(id)))) choose(index + 1, chosen);
    else for (const way of ways) choose(index + 1, new Set([...chosen, ...way]));
  };
  choose(0, new Set());
  const rank = (ids: readonly RemedyId[]) => ids.reduce((sum, id) => sum + remedyIds.indexOf(id), 0);
  const unique = [...new Map(best.map((ids) => [ids.join(), ids])).values()].filter((ids) => ids.length > 0);
  return unique.sort((a, b) => rank(a) - rank(b));
}

/** Remedies in the order in which they are safe, each with what it does on top of those before it. */
function orderedFixes(topology: Topology, ids: readonly RemedyId[]): readonly Fix[] {
  let now = topology;
  let analysis: Analysis = analyze(topology);
  let open = exposedIn(analysis);
  return remedyIds
    .filter((id) => ids.includes(id))
    .map((remedy, index): Fix => {
      const changes = changesOf(now, remedy);
      now = applyChanges(now, changes);
      analysis = analyze(now);
      const closed = open.filter((one) => isClosed(one, analysis));
      open = exposedIn(analysis);
      return {
        remedy,
        changes,
        closes: pathsOf(closed),
        leavesOpen: pathsOf(open),
        breaks: remedyFacts[remedy].breaks ?? [],
        order: index + 1,
      };
    });
}

/** Single remedies, each with what must come before it, by how many connections they close. */
export type RankedFix = { readonly remedy: RemedyId; readonly fixes: readonly Fix[]; readonly closes: number };

/** The remedies that close most, the best first. */
export function rankFixes(topology: Topology): readonly RankedFix[] {
  const search = createSearch(representatives(topology));
  const before = exposedIn(analyze(topology));
  return search.candidates
    .map((remedy): RankedFix => {
      const ids = withPreparation(topology, remedy);
      const analysis = analyze(applyAll(topology, ids));
      const closes = before.filter((one) => isClosed(one, analysis)).reduce((sum, { count }) => sum + count, 0);
      return { remedy, fixes: orderedFixes(topology, ids), closes };
    })
    .filter(({ closes }) => closes > 0)
    .sort((a, b) => b.closes - a.closes);
}

/** A remedy with the first way to prepare it, where that is missing. */
export function withPreparation(topology: Topology, id: RemedyId): readonly RemedyId[] {
  const [first] = remedyFacts[id].after ?? [];
  return first && !isPrepared(topology, id) ? [first, id] : [id];
}

function openPaths(exposed: readonly Connection[], closable: readonly Connection[]): readonly OpenPath[] {
  const found = new Map<PathId, OpenPath>();
  const isClosable = (one: Connection) => closable.some((goal) => goal.id === one.id);
  for (const one of exposed.filter((connection) => isExposed(connection) && !isClosable(connection))) {
    const known = found.get(one.path);
    found.set(
      one.path,
      known
        ? { ...known, count: known.count + one.count }
        : { path: one.path, count: one.count, because: limitOf(one) },
    );
  }
  return [...found.values()];
}

function pathsOf(connections: readonly Connection[]): readonly PathId[] {
  return [...new Set(connections.map(({ path }) => path))];
}
