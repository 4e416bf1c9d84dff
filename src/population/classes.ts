import type { Connection } from '../analysis/connection.ts';
import { isMember } from '../analysis/members.ts';
import { fromWorst } from '../analysis/rules.ts';
import { type ColorBy, displayStatus } from '../scene/colorBy.ts';
import type { CellClass } from './population.ts';

/** Whether a connection begins or ends at a member. */
export function touches({ client, server }: Connection, id: string): boolean {
  return isMember(client.members, id) || isMember(server.members, id);
}

/** The worst of the given connections of each kind; null for a kind that none of them concerns. */
export function worstConnections(
  kinds: readonly CellClass[],
  connections: readonly Connection[],
  colorBy: ColorBy,
): readonly (Connection | null)[] {
  const ranked = connections
    .filter(({ count }) => count > 0)
    .map((connection) => ({ connection, rank: fromWorst.indexOf(displayStatus(connection, colorBy)) }))
    .sort((a, b) => a.rank - b.rank);
  return kinds.map(({ first }) => ranked.find(({ connection }) => touches(connection, first))?.connection ?? null);
}
