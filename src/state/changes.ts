import type { Analysis } from '../analysis/analyse.ts';
import type { Connection } from '../analysis/connection.ts';

export type VerdictChange = { readonly before: Connection; readonly now: Connection };

/** Connections whose status is another one than before; added and removed ones do not count. */
export function statusChanges(before: Analysis, now: Analysis): readonly VerdictChange[] {
  const known = new Map(before.connections.map((connection) => [connection.id, connection]));
  return now.connections.flatMap((connection) => {
    const old = known.get(connection.id);
    return old && old.status !== connection.status ? [{ before: old, now: connection }] : [];
  });
}
