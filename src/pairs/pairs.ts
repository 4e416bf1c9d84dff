import type { Connection } from '../analysis/connection.ts';
import { hostNames } from '../analysis/hostNames.ts';
import { type Member, memberKinds, numbersOf } from '../analysis/memberLists.ts';
import type { Topology } from '../domain/topology.ts';
import { marksFit, marksOfPairs, namesHold } from '../query/members.ts';
import type { Query } from '../query/parseQuery.ts';

/*
 * A class of connections is some clients, some servers and a number. Here it is taken apart into rows of one client and one
 * server, as numbers in typed arrays: a cluster of 150,000 pods has a million of them.
 */

/** An end of a row that may be any member of its class, such as whichever kube-apiserver answers. */
export const anyMember = -1;

/** Rows of one client and one server. */
export type Pairs = {
  readonly classes: readonly Connection[];
  /** By row: the place of its class in `classes`. */
  readonly classOf: Uint32Array;
  /** By row: the place of its client among the members of the class, or `anyMember`. */
  readonly client: Int32Array;
  /** By row: the same of its server. */
  readonly server: Int32Array;
  /** How many connections the rows stand for: a row of which both ends may be any stands for all of its class. */
  readonly count: number;
};

/** How the connections of a class fall to its members. */
type Division =
  /** Each client to each server. */
  | 'each'
  /** Each client to each server but itself, as members of etcd do. */
  | 'others'
  /** Each member to itself, as a kubelet to its container runtime. */
  | 'itself'
  /** Each client to each server of its own host, or to each of all other hosts. */
  | 'own-host'
  | 'other-hosts'
  /** Each server from the node that it runs on: the kubelet's probes stay on the node (`analysis/rules/adjacent/nodeAdjacent.ts`). */
  | 'hosted'
  /** Each client to one of the servers. */
  | 'clients'
  /** Each server from one of the clients. */
  | 'servers'
  /** Nothing tells. */
  | 'whole';

function divisionOf({ client, server, count, pairing }: Connection): Division {
  const [clients, servers] = [client.members.length, server.members.length];
  if (count === 0) return 'whole';
  if (pairing) return pairing;
  if (count === clients * servers) return 'each';
  if (count === clients * (servers - 1) && client.members.every((id) => server.members.includes(id))) return 'others';
  // Two components of one machine; ends of one component are different members, such as pods that call each other.
  const isSameMachine =
    client.component !== server.component && client.members.every((id, at) => id === server.members[at]);
  if (count === clients && count === servers && isSameMachine) return 'itself';
  if (client.component === 'kubelet' && server.component === 'pod' && count === servers) return 'hosted';
  if (count === clients) return 'clients';
  return count === servers ? 'servers' : 'whole';
}

/** Takes classes apart, and keeps the rows for which the names of a query hold. */
export function pairsOf(classes: readonly Connection[], query: Query, topology: Topology): Pairs {
  const parts = classes.map((connection) => rowsOf(connection, query, topology));
  const length = parts.reduce((sum, { client }) => sum + client.length, 0);
  const pairs = {
    classes,
    classOf: new Uint32Array(length),
    client: new Int32Array(length),
    server: new Int32Array(length),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
  let at = 0;
  for (const [index, { client, server }] of parts.entries()) {
    pairs.classOf.fill(index, at, at + client.length);
    pairs.client.set(client, at);
    pairs.server.set(server, at);
    at += client.length;
  }
  return pairs;
}

type Rows = { readonly client: Int32Array; readonly server: Int32Array; readonly count: number };

function rowsOf(connection: Connection, query: Query, topology: Topology): Rows {
  const division = divisionOf(connection);
  const [clients, servers] = [connection.client.members.length, connection.server.members.length];
  const marks = marksOfPairs(query, connection, topology);
  const fits = (client: number, server: number) =>
    marks === null || marksFit(query, marks.client.of(client), marks.server.of(server));
  const clientFits = (client: number) =>
    marks === null || marks.server.different.some((other) => marksFit(query, marks.client.of(client), other));
  const serverFits = (server: number) =>
    marks === null || marks.client.different.some((other) => marksFit(query, other, marks.server.of(server)));
  const found = growing();
  switch (division) {
    case 'each':
    case 'others':
      for (let client = 0; client < clients; client += 1) {
        const own = division === 'others' ? connection.server.members.indexOf(memberAt(connection.client, client)) : -1;
        for (let server = 0; server < servers; server += 1)
          if (server !== own && fits(client, server)) found.add(client, server);
      }
      break;
    case 'own-host':
    case 'other-hosts': {
      const [from, to] = [hostNames(topology, connection.client), hostNames(topology, connection.server)];
      for (const [client, name] of from.entries())
        for (const [server, host] of to.entries())
          if ((name === host) === (division === 'own-host') && fits(client, server)) found.add(client, server);
      break;
    }
    case 'itself':
      for (let place = 0; place < clients; place += 1) if (fits(place, place)) found.add(place, place);
      break;
    case 'hosted': {
      const hosts = hostsOf(connection, topology);
      for (let server = 0; server < servers; server += 1) {
        const client = hosts[server] ?? anyMember;
        if (client === anyMember ? serverFits(server) : fits(client, server)) found.add(client, server);
      }
      break;
    }
    case 'clients':
      for (let client = 0; client < clients; client += 1) if (clientFits(client)) found.add(client, anyMember);
      break;
    case 'servers':
      for (let server = 0; server < servers; server += 1) if (serverFits(server)) found.add(anyMember, server);
      break;
    case 'whole':
      if (namesHold(query, connection, topology)) found.add(anyMember, anyMember);
  }
  const { client, server } = found.rows();
  return { client, server, count: division === 'whole' ? connection.count * client.length : client.length };
}

function memberAt({ members }: Connection['client'], place: number): string {
  return members[place] ?? '';
}

/** By pod of the server's end: the place of its node in the client's end. */
function hostsOf({ client, server }: Connection, { nodes, pods }: Topology): Int32Array {
  const placeOfNode = new Map<string, number>();
  for (const [place, number] of numbersOf(nodes, client.members).entries())
    placeOfNode.set(nodes[number]?.id ?? '', place);
  return numbersOf(pods, server.members).map((number) => placeOfNode.get(pods[number]?.nodeId ?? '') ?? anyMember);
}

/** Two columns of unknown length. */
function growing() {
  let client = new Int32Array(64);
  let server = new Int32Array(64);
  let length = 0;
  return {
    add: (one: number, other: number) => {
      if (length === client.length) {
        client = enlarged(client);
        server = enlarged(server);
      }
      client[length] = one;
      server[length] = other;
      length += 1;
    },
    rows: () => ({ client: client.subarray(0, length), server: server.subarray(0, length) }),
  };
}

function enlarged(column: Int32Array) {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

/** A member of an end as it is named to a reader; null where it may be any of them. */
export function memberName({ component, name, members }: Connection['client'], place: number, topology: Topology) {
  const kind = memberKinds[component];
  const at = members.length === 1 ? 0 : place;
  if (members.length === 0 || (kind === undefined && members.length === 1)) return name;
  if (at === anyMember) return null;
  if (kind === undefined) return members[at] ?? name;
  const list: readonly Member[] = topology[kind];
  return fullName(list[numbersOf(list, members)[at] ?? -1]) ?? name;
}

/** With its namespace, where it has one: equal names in two namespaces are two things. */
export function fullName(member: Member | undefined): string | null {
  if (!member) return null;
  return member.namespace === undefined ? member.name : `${member.namespace}/${member.name}`;
}
