import type { Connection } from '../../analysis/connection.ts';
import { fromWorst } from '../../analysis/rules.ts';
import { type Consequence, consequences, type Outcome, outcomeOf } from '../../attack/consequence.ts';
import { openToAnyone } from '../../attack/openToAnyone.ts';
import type { PathId } from '../../catalog/communicationPath.ts';
import { groupBy } from '../../domain/groupBy.ts';
import { isExposed } from '../../remedies/exposed.ts';

/** Connections of one path that are alike in all that a reader is told: one entry of the report. */
export type FindingGroup = { readonly first: Connection; readonly connections: readonly Connection[] };

/** A path with its entries, the worst first. */
export type Finding = { readonly path: PathId; readonly groups: readonly FindingGroup[] };

/** Whether the report has to speak of a connection: it is exposed, or not determined and somebody can do something surely. */
export function isFinding(connection: Connection): boolean {
  const { status, count, exposure } = connection;
  const lists = [exposure.passive, exposure.active, exposure.offPath];
  const isSure = lists.some((list) => list.some((one) => one !== 'unknown'));
  return isExposed(connection) || (count > 0 && status === 'unknown' && isSure);
}

/** What follows for the cluster, on the network as it is assumed to be. */
export function outcomeNow(connection: Connection): Outcome | null {
  const { network, exposure } = connection;
  return outcomeOf(connection, network.trust === 'trusted' ? exposure.offPath : exposure.active, false);
}

/** Whether reaching the server is enough for what follows; else he must be on the wire. */
export function isOffPath(connection: Connection): boolean {
  const now = outcomeNow(connection);
  return now !== null && outcomeOf(connection, connection.exposure.offPath, false)?.consequence === now.consequence;
}

/** Connections by path, alike ones together; the worst first, equally bad ones in the order of the catalog. */
export function findingsOf(connections: readonly Connection[]): readonly Finding[] {
  const byPath = groupBy(connections, ({ path }) => path);
  return [...byPath]
    .map(([path, own]): Finding => ({ path, groups: alike(own).sort((a, b) => weight(a.first) - weight(b.first)) }))
    .sort((a, b) => worst(a) - worst(b));
}

/** The connections in the order of the findings. */
export function worstFirst(connections: readonly Connection[]): readonly Connection[] {
  return findingsOf(connections).flatMap(({ groups }) => groups.flatMap((group) => group.connections));
}

function alike(connections: readonly Connection[]): FindingGroup[] {
  const groups = groupBy(connections, signature);
  return [...groups.values()].flatMap((own) => (own[0] ? [{ first: own[0], connections: own }] : []));
}

function signature(connection: Connection): string {
  const { variant, listener, network, proxy, port, hop, status, exposure, notes, tunnel } = connection;
  const ends = [connection.client.component, connection.server.component];
  return JSON.stringify([
    ends,
    variant,
    listener,
    network.id,
    network.trust,
    proxy,
    port,
    hop,
    status,
    exposure,
    notes,
    tunnel,
  ]);
}

const grave: readonly Consequence[] = ['cluster', 'node-identity', 'exec-or-secrets'];

function worst({ groups }: Finding): number {
  return Math.min(...groups.map(({ first }) => weight(first)));
}

/**
 * What is open to anyone and gives them the cluster, a node or commands comes first: it needs nobody in the middle. Then what
 * crosses a network that is not trusted, by what follows for the cluster, then the class.
 */
function weight(connection: Connection): number {
  const { network, status } = connection;
  const outcome = outcomeNow(connection);
  const consequence = outcome ? consequences.indexOf(outcome.consequence) : consequences.length;
  // What still depends on something is a little less than the next consequence without a condition.
  const conditional = outcome?.condition ? 150 : 0;
  const open = openToAnyone(connection);
  const isGrave = open !== null && open !== 'unknown' && grave.includes(open.consequence);
  const place = isGrave ? -10_000 : network.trust === 'trusted' ? 10_000 : 0;
  return place + consequence * 100 + conditional + fromWorst.indexOf(status);
}
