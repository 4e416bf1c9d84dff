import type { PathId } from '../catalogue/communicationPath.ts';
import { communicationPath } from '../catalogue/communicationPaths.ts';
import { type NetworkId, networkOf, type Topology } from '../domain/topology.ts';
import { channelSecurity } from './channelSecurity.ts';
import type { Connection, ConnectionEnd, Evidence, Facet, NoteId, Reason } from './connection.ts';
import type { Hop } from './hop.ts';

export type ConnectionParts = {
  readonly path: PathId;
  readonly client: ConnectionEnd;
  readonly server: ConnectionEnd;
  readonly count: number;
  readonly hop: Hop;
  readonly reasons?: Partial<Readonly<Record<Facet, readonly Reason[]>>>;
  readonly notes?: readonly NoteId[];
  readonly network?: NetworkId;
  readonly port?: number | null;
  readonly variant?: 'a' | 'b' | 'c' | 'd';
  readonly withoutAuthorizer?: boolean;
};

/** One class of connections with its verdict. */
export function connect(topology: Topology, parts: ConnectionParts): Connection {
  const withoutAuthorizer = parts.withoutAuthorizer ?? false;
  const reasons = {
    encryption: [],
    serverAuthentication: [],
    clientAuthentication: [],
    authorization: [],
    integrity: [],
    ...parts.reasons,
  };
  return {
    ...channelSecurity(parts.hop, withoutAuthorizer),
    id: [parts.path, parts.variant, parts.client.members[0], parts.server.members[0]].filter(Boolean).join(':'),
    path: parts.path,
    ...(parts.variant ? { variant: parts.variant } : {}),
    client: parts.client,
    server: parts.server,
    count: parts.count,
    network: networkOf(topology, parts.network ?? 'cluster-network'),
    port: parts.port === undefined ? communicationPath(parts.path).port : parts.port,
    hop: parts.hop,
    reasons,
    notes: withoutAuthorizer ? [...(parts.notes ?? []), 'no-authorizer-by-design'] : (parts.notes ?? []),
    tunnel: null,
    evidence: evidenceOf(Object.values(reasons).flat()),
  };
}

/** An end of a connection, named after its first member by name. */
export function endOf(
  component: ConnectionEnd['component'],
  members: readonly { readonly id: string; readonly name: string; readonly namespace?: string }[],
): ConnectionEnd {
  const [first] = [...members].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    component,
    name: first?.name ?? component,
    ...(first?.namespace === undefined ? {} : { namespace: first.namespace }),
    members: members.map((member) => member.id),
  };
}

/** The weakest link: a verdict is as well known as the least known value that it rests on. */
function evidenceOf(reasons: readonly Reason[]): Evidence {
  const origins = new Set(reasons.map((reason) => reason.setting.origin));
  if (origins.has('unknown')) return 'unknown';
  if (origins.has('default') && !hasStatedCause(origins)) return 'default';
  if (origins.has('user')) return 'user';
  return origins.size > 0 && hasStatedCause(origins) ? 'observed' : 'default';
}

function hasStatedCause(origins: ReadonlySet<string>): boolean {
  return ['flag', 'file', 'object', 'user'].some((origin) => origins.has(origin));
}
