import type { Analysis } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import { isAdjacent, type PathId } from '../catalog/communicationPath.ts';

export type VerdictChange = { readonly before: Connection; readonly now: Connection };

/** A path whose connections changed their class, came or went; null where there was or is none. */
export type PathDifference = { readonly path: PathId; readonly was: Status | null; readonly is: Status | null };

/** What differs between two analyses, path by path, without repeats. */
export function pathDifferences(before: Analysis, now: Analysis): readonly PathDifference[] {
  const [old, present] = [before, now].map(({ connections }) => new Map(connections.map((one) => [one.id, one])));
  const ids = new Set([...(old?.keys() ?? []), ...(present?.keys() ?? [])]);
  const found = new Map<string, PathDifference>();
  for (const id of ids) {
    const [was, is] = [old?.get(id), present?.get(id)];
    const path = (is ?? was)?.path;
    if (!path || was?.status === is?.status) continue;
    found.set([path, was?.status, is?.status].join(), { path, was: was?.status ?? null, is: is?.status ?? null });
  }
  return [...found.values()].sort((a, b) => order(a.path) - order(b.path));
}

function order(path: PathId): number {
  return (isAdjacent(path) ? 100 : 0) + Number(path.slice(1));
}

/** Connections whose status is another one than before; added and removed ones do not count. */
export function statusChanges(before: Analysis, now: Analysis): readonly VerdictChange[] {
  const known = new Map(before.connections.map((connection) => [connection.id, connection]));
  return now.connections.flatMap((connection) => {
    const old = known.get(connection.id);
    return old && old.status !== connection.status ? [{ before: old, now: connection }] : [];
  });
}
