import type { PathId } from '../catalog/communicationPath.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import { onceFor } from '../domain/onceFor.ts';
import { type CrossingId, crossingOf, type Topology } from '../domain/topology.ts';
import { channelSecurity } from './channelSecurity.ts';
import type { Connection, ConnectionEnd, Evidence, Facet, NoteId, Reason } from './connection.ts';
import type { Hop } from './hop.ts';
import type { Member } from './memberLists.ts';
import { idsOf } from './members.ts';

export type ConnectionParts = {
  readonly path: PathId;
  readonly client: ConnectionEnd;
  readonly server: ConnectionEnd;
  readonly count: number;
  readonly hop: Hop;
  readonly reasons?: Partial<Readonly<Record<Facet, readonly Reason[]>>>;
  readonly notes?: readonly NoteId[];
  readonly network?: CrossingId;
  readonly port?: number | null;
  readonly variant?: 'a' | 'b' | 'c' | 'd';
  readonly listener?: string;
  readonly withoutAuthorizer?: boolean;
};

/** One class of connections with its verdict. */
export function connect(topology: Topology, parts: ConnectionParts): Connection {
  const withoutAuthorizer = parts.withoutAuthorizer ?? false;
  const { encryption, serverAuthentication, clientAuthentication, authorization, integrity } = parts.reasons ?? {};
  const reasons = {
    encryption: encryption ?? [],
    serverAuthentication: serverAuthentication ?? [],
    clientAuthentication: clientAuthentication ?? [],
    authorization: authorization ?? [],
    integrity: integrity ?? [],
  };
  const security = channelSecurity(parts.hop, withoutAuthorizer);
  // Written out: with the verdict spread into it, making this one object took a third of an analysis.
  const connection: Connection = {
    encryption: security.encryption,
    serverAuthentication: security.serverAuthentication,
    clientAuthentication: security.clientAuthentication,
    authorization: security.authorization,
    integrity: security.integrity,
    exposure: security.exposure,
    status: security.status,
    id: [parts.path, parts.variant, parts.listener, parts.client.members[0], parts.server.members[0]]
      .filter(Boolean)
      .join(':'),
    path: parts.path,
    client: parts.client,
    server: parts.server,
    count: parts.count,
    network: crossingOf(topology, parts.network ?? 'cluster-network'),
    port: parts.port === undefined ? communicationPath(parts.path).port : parts.port,
    hop: parts.hop,
    reasons,
    notes: withoutAuthorizer ? [...(parts.notes ?? []), 'no-authorizer-by-design'] : (parts.notes ?? []),
    tunnel: null,
    evidence: evidenceOf(security.status, reasons),
  };
  const { variant, listener } = parts;
  if (!variant && !listener) return connection;
  return { ...connection, ...(variant ? { variant } : {}), ...(listener ? { listener } : {}) };
}

/** A connection whose hop has turned out to be another, with the reasons for it. */
export function withHop(connection: Connection, hop: Hop, reasons: readonly Reason[]): Connection {
  const security = channelSecurity(hop, connection.notes.includes('no-authorizer-by-design'));
  const all = { ...connection.reasons, encryption: [...connection.reasons.encryption, ...reasons] };
  return { ...connection, ...security, hop, reasons: all, evidence: evidenceOf(security.status, all) };
}

/** The first of some members by name, after which an end is named. */
export const firstByName = onceFor((members: readonly Member[]): Member | undefined => {
  let first = members[0];
  for (const member of members) if (first && member.name < first.name) first = member;
  return first;
});

/** An end of a connection, named after its first member by name. */
export function endOf(component: ConnectionEnd['component'], members: readonly Member[]): ConnectionEnd {
  const first = firstByName(members);
  return {
    component,
    name: first?.name ?? component,
    ...(first?.namespace === undefined ? {} : { namespace: first.namespace }),
    members: idsOf(members),
  };
}

/**
 * The weakest link: a verdict is as well known as the least known value that it rests on. That a server is not verified
 * rests on what its client checks, and on nothing else.
 */
function evidenceOf(status: Connection['status'], reasons: Connection['reasons']): Evidence {
  const ofServer = reasons.serverAuthentication;
  const decisive = status === 'unverified' && ofServer.length > 0 ? ofServer : Object.values(reasons).flat();
  const known = decisive.map(({ setting, seen }) => (setting.origin === 'default' && seen ? 'object' : setting.origin));
  if (known.includes('unknown')) return 'unknown';
  if (known.length === 0 || known.includes('default')) return 'default';
  return known.includes('user') ? 'user' : 'observed';
}
