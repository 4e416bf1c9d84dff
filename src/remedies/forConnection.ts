import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { isClosed, representatives, sameConnection } from './exposed.ts';
import { type RemedyId, remedyIds } from './remedyIds.ts';
import { changesOf } from './resolveRemedy.ts';
import { applyAll, enabled, smallestSet, withPreparation } from './smallestSet.ts';

/** What a remedy does for one connection, by itself and with what must come before it. */
export type Effect = {
  readonly remedy: RemedyId;
  readonly does: 'closes' | 'part';
  /** A step of the smallest set without which the connection would be worse off after it. */
  readonly planned: boolean;
};

/**
 * The remedies that do something for a connection: applied, analyzed, compared. Nothing is claimed that does not show.
 * Fast enough to follow a selection: it does not ask for the smallest set, so nothing counts as planned.
 */
export function remediesFor(topology: Topology, connection: Connection): readonly Effect[] {
  return effectsOn(representatives(topology), [connection], null).get(connection.id) ?? [];
}

/**
 * The same for many connections, by their ids: each remedy is applied and analyzed once for all of them. First come the
 * steps of the smallest set that a connection needs, in their order, even such as do nothing alone; then alternatives.
 */
export function remediesForEach(
  topology: Topology,
  connections: readonly Connection[],
): ReadonlyMap<string, readonly Effect[]> {
  const small = representatives(topology);
  return effectsOn(small, connections, plannedSteps(topology, small));
}

function effectsOn(
  small: Topology,
  connections: readonly Connection[],
  steps: Steps | null,
): ReadonlyMap<string, readonly Effect[]> {
  const found = new Map<string, Effect[]>(connections.map(({ id }) => [id, []]));
  for (const remedy of remedyIds) {
    if (changesOf(small, remedy).length === 0) continue;
    const analysis = analyze(applyAll(small, withPreparation(small, remedy)));
    for (const connection of connections) {
      const planned = steps?.isNeeded(remedy, connection) ?? false;
      const does = effectOn(connection, analysis) ?? (planned ? 'part' : null);
      if (does) found.get(connection.id)?.push({ remedy, does, planned });
    }
  }
  for (const own of found.values()) own.sort((a, b) => Number(b.planned) - Number(a.planned));
  return found;
}

type Steps = { readonly isNeeded: (remedy: RemedyId, connection: Connection) => boolean };

/** The steps of the smallest set of the models that were asked about. */
const known = new WeakMap<Topology, Steps | null>();

function plannedSteps(topology: Topology, small: Topology): Steps | null {
  const before = known.get(topology);
  if (before !== undefined) return before;
  const ids = smallestSet(topology).plans[0]?.fixes.map(({ remedy }) => remedy) ?? [];
  const steps = ids.length > 0 ? stepsOf(small, ids) : null;
  known.set(topology, steps);
  return steps;
}

function stepsOf(topology: Topology, ids: readonly RemedyId[]): Steps {
  const all = analyze(applyAll(topology, ids));
  const without = new Map(
    ids.map((id) => {
      const others = ids.filter((one) => one !== id);
      return [id, analyze(applyAll(topology, enabled(topology, others)))];
    }),
  );
  return {
    isNeeded: (remedy, connection) => {
      const analysis = without.get(remedy);
      return analysis !== undefined && isWorse(connection, analysis, all);
    },
  };
}

/** Whether an attacker can do more on a connection in one cluster than in another. */
function isWorse(connection: Connection, here: Analysis, there: Analysis): boolean {
  const [now, better] = [sameConnection(connection, here), sameConnection(connection, there)];
  if (now === null || better === null) return now !== null && better === null && !isClosed(connection, here);
  return (isClosed(connection, there) && !isClosed(connection, here)) || isLess(now, better);
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
  // That a check can be switched off is news only where there was none before, and less than having none.
  const counted = (one: Connection) => lists(one).map((list) => list.filter((exposure) => exposure !== 'downgrade'));
  const [old, present] = [counted(before), counted(now)];
  const isSubset = present.every((list, index) => list.every((exposure) => old[index]?.includes(exposure)));
  const count = (some: typeof old) => some.reduce((sum, list) => sum + list.length, 0);
  if (!isSubset) return false;
  if (count(present) < count(old)) return true;
  const gained = lists(now).some((list, index) => list.some((exposure) => !lists(before)[index]?.includes(exposure)));
  const lost = lists(before).some((list, index) => list.some((exposure) => !lists(now)[index]?.includes(exposure)));
  return !gained && (lost || isBetter(before, now));
}

/** The same exposures in a better class: who is let in is known now, or what he may do. */
function isBetter(before: Connection, now: Connection): boolean {
  const strength = (one: Connection) =>
    Number(one.clientAuthentication !== 'none') +
    Number(one.authorization === 'policy') +
    Number(one.encryption === 'verified' || one.encryption === 'local');
  return strength(now) > strength(before);
}
