import type { Analysis } from '../analysis/analyze.ts';
import type { PositionId } from '../attack/positionIds.ts';
import type { Reach } from '../attack/reach/reachOf.ts';
import { loadPart } from '../browser/loadPart.ts';
import type { Topology } from '../domain/topology.ts';

type ReachOf = (topology: Topology, analysis: Analysis, position: PositionId) => Reach;

// Loaded before the first attacker is set, so that nobody else waits for it.
let loaded: ReachOf | null = null;

export async function loadReach(): Promise<void> {
  loaded ??= (await loadPart(() => import('../attack/reach/reachOf.ts'))).reachOf;
}

/** What an attacker reaches; null while there is none. */
export function attackerReach(topology: Topology, analysis: Analysis, attacker: PositionId | null): Reach | null {
  return attacker === null || loaded === null ? null : loaded(topology, analysis, attacker);
}
