import type { Analysis } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';

/** A query that leaves out connections, as it was written, and what it lets through. */
export type Only = { readonly query: string; readonly passes: (connection: Connection) => boolean };

/** The connections that a query lets through; all where there is none. */
export function onlyOf(analysis: Analysis, only: Only | undefined): Analysis {
  return only ? { connections: analysis.connections.filter(only.passes) } : analysis;
}
