import type { Analysis } from '../analysis/analyze.ts';
import type { Worth } from '../catalog/communicationPath.ts';
import { worthOf } from '../catalog/communicationPaths.ts';
import type { Topology } from '../domain/topology.ts';
import { type Asset, type AttackStep, attackSteps, type Capability } from './attackSteps.ts';
import type { PositionId } from './positionIds.ts';
import { type Reach, reachOf } from './reach/reachOf.ts';

/** Steps from a position to an asset; each begins with what the one before it gave. */
export type Chain = readonly AttackStep[];

export type AttackPaths = {
  readonly asset: Asset;
  readonly shortest: Chain | null;
  /** The shortest ones first; no capability twice, and no more than `mostShown`. */
  readonly chains: readonly Chain[];
  /** How many there are within `longest` steps. */
  readonly total: number;
  /** Connections of which nothing tells whether they open another way. */
  readonly undetermined: readonly string[];
};

const mostShown = 24;
const longest = 6;

/** The ways from where an attacker stands to what he wants. */
export function attackPaths(topology: Topology, analysis: Analysis, position: PositionId, asset: Asset): AttackPaths {
  return pathsFrom(reachOf(topology, analysis, position), analysis, asset);
}

/** As `attackPaths`, where the reach is known already. */
export function pathsFrom(reach: Reach, analysis: Analysis, asset: Asset): AttackPaths {
  const steps = attackSteps(reach, analysis);
  const start: Capability = reach.position.holds === 'node' && reach.unavailable === null ? 'node-root' : 'start';
  const chains = [...chainsTo(asset, steps, start, [], new Set([start, 'start']))].sort(byLength);
  return {
    asset,
    shortest: chains[0] ?? null,
    chains: chains.slice(0, mostShown),
    total: chains.length,
    undetermined: reach.ranked
      .filter(({ gained, connection }) => gained.includes('unknown') && !deadEnds.includes(worthOf(connection.path)))
      .map(({ connection }) => connection.id),
  };
}

/** What leads nowhere else once it is open. */
const deadEnds: readonly Worth[] = ['traffic', 'tunnel', 'runtime', 'read-only', 'status'];

function* chainsTo(
  asset: Asset,
  steps: readonly AttackStep[],
  at: Capability,
  chain: Chain,
  seen: ReadonlySet<Capability>,
): Generator<Chain> {
  if (chain.length === longest) return;
  for (const step of steps) {
    if (step.from !== at || seen.has(step.to)) continue;
    const longer = [...chain, step];
    if (step.to === asset) yield longer;
    else yield* chainsTo(asset, steps, step.to, longer, new Set([...seen, step.to]));
  }
}

function byLength(a: Chain, b: Chain): number {
  return a.length - b.length || conditions(a) - conditions(b);
}

function conditions(chain: Chain): number {
  return chain.filter(({ condition }) => condition !== null).length;
}
