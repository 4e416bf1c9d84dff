import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { namesHold } from '../query/members.ts';
import { parseQuery } from '../query/parseQuery.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { anyMember, memberName, type Pairs, pairsOf } from './pairs.ts';
import { sortedRows } from './sortPairs.ts';

const everything = parseQuery('');

type Row = { readonly connection: Connection; readonly client: number; readonly server: number };

function rowsOf(pairs: Pairs): readonly Row[] {
  return [...pairs.classOf].flatMap((index, row) => {
    const connection = pairs.classes[index];
    return connection
      ? [{ connection, client: pairs.client[row] ?? anyMember, server: pairs.server[row] ?? anyMember }]
      : [];
  });
}

function named({ connection, client, server }: Row, topology: Topology): string {
  const from = memberName(connection.client, client, topology) ?? '*';
  return `${connection.path} ${from} > ${memberName(connection.server, server, topology) ?? '*'}`;
}

/** The class of which a row is the only connection. */
function single({ connection, client, server }: Row): Connection {
  const only = (end: Connection['client'], place: number) =>
    place === anyMember ? end : { ...end, members: end.members.slice(place, place + 1) };
  return { ...connection, client: only(connection.client, client), server: only(connection.server, server) };
}

describe('a class is taken apart', () => {
  test('into as many rows as it has connections, each there once, in generated clusters', () => {
    let counted = 0;
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const { connections } = analyze(topology);
        const pairs = pairsOf(connections, everything, topology);
        const rows = rowsOf(pairs);
        expect(pairs.count).toBe(connections.reduce((sum, { count }) => sum + count, 0));
        expect(new Set(rows.map((row) => `${row.connection.id} ${row.client} ${row.server}`)).size).toBe(rows.length);
        for (const connection of connections) {
          const own = rows.filter((row) => row.connection === connection);
          const isWhole = own.length === 1 && own[0]?.client === anyMember && own[0].server === anyMember;
          if (!isWhole) expect(own).toHaveLength(connection.count);
          else counted += 1;
        }
      }),
      { numRuns: runs(150) },
    );
    expect(counted).toBeGreaterThan(0);
  });

  const ha = scenario('ha');
  const rowsOfPath = (path: string) =>
    rowsOf(
      pairsOf(
        analyze(ha).connections.filter((one) => one.path === path && !one.variant),
        everything,
        ha,
      ),
    ).map((row) => named(row, ha));

  test('each kube-apiserver to each node', () => {
    expect(rowsOfPath('P08')).toHaveLength(ha.controlPlanes.length * ha.nodes.length);
    expect(rowsOfPath('P08')).toContain('P08 control-plane-2 > worker-3');
  });

  test('a kubelet to whichever kube-apiserver answers', () => {
    expect(rowsOfPath('P01')).toEqual(['P01 worker-1 > *', 'P01 worker-2 > *', 'P01 worker-3 > *']);
  });

  test('a kubelet to the pods of its own node', () => {
    const hosted = analyze(ha).connections.filter(
      ({ client, server, count }) => client.component === 'kubelet' && server.component === 'pod' && count > 0,
    );
    expect(hosted.length).toBeGreaterThan(0);
    for (const row of rowsOf(pairsOf(hosted, everything, ha))) {
      const pod = ha.pods.find(({ id }) => id === row.connection.server.members[row.server]);
      expect(row.connection.client.members[row.client]).toBe(pod?.nodeId);
    }
  });

  test('a pod to any other one, and never to itself', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const calls = analyze(topology).connections.filter(
          ({ path, server }) => path === 'A14' && server.members.length > 1,
        );
        for (const { client, server } of rowsOf(pairsOf(calls, everything, topology))) expect(server).not.toBe(client);
      }),
      { numRuns: runs(50) },
    );
    expect(
      rowsOf(pairsOf(analyze(ha).connections, everything, ha)).some(({ connection }) => connection.path === 'A14'),
    ).toBe(true);
  });

  test('a member of etcd to every other one, and not to itself', () => {
    const peers = rowsOf(pairsOf(analyze(ha).connections, everything, ha)).filter(
      ({ connection: { client, server } }) => client.component === 'etcd' && server.component === 'etcd',
    );
    expect(peers).toHaveLength(6);
    for (const { connection, client, server } of peers)
      expect(connection.client.members[client]).not.toBe(connection.server.members[server]);
  });
});

test.each([
  'node:*1',
  'pod:web* node:*2',
  '-pod:web*',
  'ns:default',
  'service:* -service:web',
  'node:nobody',
  'host:*',
  '-ns:default -node:*1',
])('%s keeps the rows for which it holds one by one', (text) => {
  const query = parseQuery(text);
  fc.assert(
    fc.property(anyTopology({ pinned: false }), (topology) => {
      const { connections } = analyze(topology);
      const wanted = rowsOf(pairsOf(connections, everything, topology)).filter((row) =>
        namesHold(query, single(row), topology),
      );
      const found = rowsOf(pairsOf(connections, query, topology));
      expect(found.map((row) => named(row, topology))).toEqual(wanted.map((row) => named(row, topology)));
    }),
    { numRuns: runs(60) },
  );
});

describe('rows are sorted', () => {
  const topologies = anyTopology({ pinned: false });

  test.each(['client', 'server'] as const)('by the name of the %s, and stay what they are', (end) => {
    fc.assert(
      fc.property(topologies, fc.boolean(), (topology, descending) => {
        const pairs = pairsOf(analyze(topology).connections, everything, topology);
        const order = [...sortedRows(pairs, { by: end }, descending, topology)];
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from(pairs.classOf, (_index, row) => row));
        const rows = rowsOf(pairs);
        const keys = order.map((row) => {
          const { connection, [end]: place } = rows[row] ?? { connection: undefined, [end]: anyMember };
          return connection ? `${connection[end].component} ${memberName(connection[end], place, topology) ?? ''}` : '';
        });
        const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(keys).toEqual(descending ? sorted.toReversed() : sorted);
      }),
      { numRuns: runs(100) },
    );
  });

  test('by what a class has, numbers as numbers, and equal ones keep their order', () => {
    const topology = scenario('ha');
    const pairs = pairsOf(analyze(topology).connections, everything, topology);
    const order = sortedRows(pairs, { by: 'class', value: ({ port }) => port ?? -1 }, false, topology);
    const ports = [...order].map((row) => pairs.classes[pairs.classOf[row] ?? 0]?.port ?? -1);
    expect(ports).toEqual(ports.toSorted((a, b) => a - b));
    const same = [...order].filter((_row, place) => ports[place] === ports[0]);
    expect(same).toEqual(same.toSorted((a, b) => a - b));
  });
});
