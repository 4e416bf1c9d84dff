import { type Analysis, analyse } from '../analysis/analyse.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { isClosed, representatives, sameConnection } from './exposed.ts';
import { type RemedyId, remedyIds } from './remedyIds.ts';
import { changesOf } from './resolveRemedy.ts';
import { applyAll, withPreparation } from './smallestSet.ts';

/** What a remedy does for one connection, by itself and with what must come before it. */
export type Effect = { readonly remedy: RemedyId; readonly does: 'closes' | 'part' };

/** The remedies that do something for a connection: applied, analysed, compared. Nothing is claimed that does not show. */
export function remediesFor(topology: Topology, connection: Connection): readonly Effect[] {
  return remediesForEach(topology, [connection]).get(connection.id) ?? [];
}

/** The same for many connections, by their ids: each remedy is applied and analysed once for all of them. */
export function remediesForEach(
  topology: Topology,
  connections: readonly Connection[],
): ReadonlyMap<string, readonly Effect[]> {
  const small = representatives(topology);
  const found = new Map<string, Effect[]>(connections.map(({ id }) => [id, []]));
  for (const remedy of remedyIds) {
    if (changesOf(small, remedy).length === 0) continue;
    const analysis = analyse(applyAll(small, withPreparation(small, remedy)));
    for (const connection of connections) {
      const does = effectOn(connection, analysis);
      if (does) found.get(connection.id)?.push({ remedy, does });
    }
  }
  return found;
}

function effectOn(connection: Connection, analysis: Analysis): Effect['does'] | null {
  if (connection.status !== 'protected' && connection.status !== 'local' && isClosed(connection, analysis))
    return 'closes';
  const now = sameConnection(connection, analysis);
  return now && isLess(connection, now) ? 'part' : null;
}

/** Whether an attacker can do less than before, and nothing more. */
function isLess(before: Connection, now: Connection): boolean {
  const lists = (one: Connection) => [one.exposure.passive, one.exposure.active, one.exposure.offPath];
  const [old, present] = [lists(before), lists(now)];
  const isSubset = present.every((list, index) => list.every((exposure) => old[index]?.includes(exposure)));
  const count = (some: typeof old) => some.reduce((sum, list) => sum + list.length, 0);
  return isSubset && (count(present) < count(old) || isBetter(before, now));
}

/** The same exposures in a better class: who is let in is known now, or what he may do. */
function isBetter(before: Connection, now: Connection): boolean {
  const proves = (one: Connection) =>
    Number(one.clientAuthentication !== 'none') +
    Number(one.authorization === 'policy') +
    Number(one.encryption === 'verified' || one.encryption === 'local');
  return proves(now) > proves(before);
}
