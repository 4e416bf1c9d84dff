import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Topology } from '../domain/topology.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import type { Analysis } from './analyze.ts';
import type { Connection } from './connection.ts';

/** The same analysis without classes: every node and every pod is judged for itself. */
async function loadOneByOne(): Promise<(topology: Topology) => Analysis> {
  vi.resetModules();
  vi.doMock('./members.ts', async (original) => {
    const real = await original<typeof import('./members.ts')>();
    return {
      ...real,
      nodeClasses: (topology: Topology) =>
        topology.nodes.flatMap((node) => real.nodeClasses({ ...topology, nodes: [node] })),
      podClasses: (topology: Topology) => topology.pods.flatMap((pod) => real.podClasses({ ...topology, pods: [pod] })),
    };
  });
  const { analyze } = await import('./analyze.ts');
  // Other tests share this worker's modules.
  vi.doUnmock('./members.ts');
  vi.resetModules();
  return analyze;
}

/** What is said about a connection, but not of whom. */
function verdictOf(connection: Connection): unknown {
  const { id: _id, client, server, count: _count, reasons, tunnel, ...said } = connection;
  const values = Object.values(reasons).map((all) =>
    all.map(({ component, key, setting }) => [component, key, setting]),
  );
  return {
    ...said,
    client: client.component,
    server: server.component,
    values,
    tunnel: tunnel && { ...tunnel, members: 0 },
  };
}

/** The pairs of members that a connection stands for. Rows of a tunnel are told apart by the path inside. */
function pairsOf({ id, path, variant, listener, client, server }: Connection): readonly string[] {
  const inner = variant ? id.split(':')[2] : '';
  const ends = (members: readonly string[]) => (members.length > 0 ? members : ['-']);
  return ends(client.members).flatMap((from) =>
    ends(server.members).map((to) => [path, variant, inner, listener, from, to].join(' ')),
  );
}

/** Every verdict about each pair; two kube-apiservers may say two things about what runs in a tunnel. */
function saidOf(connections: readonly Connection[]): ReadonlyMap<string, ReadonlySet<string>> {
  const said = new Map<string, Set<string>>();
  for (const connection of connections) {
    const verdict = JSON.stringify(verdictOf(connection));
    for (const pair of pairsOf(connection)) said.set(pair, (said.get(pair) ?? new Set()).add(verdict));
  }
  return said;
}

test('judging class by class and one by one gives the same', async () => {
  const { analyze } = await import('./analyze.ts');
  const oneByOne = await loadOneByOne();
  let clusters = 0;
  let pairs = 0;
  fc.assert(
    fc.property(anyTopology({ pinned: false }), (topology) => {
      const classes = analyze(topology).connections;
      const singles = oneByOne(topology).connections;
      const ofClasses = saidOf(classes);
      const ofSingles = saidOf(singles);
      clusters += 1;
      pairs += ofSingles.size;
      // A class may hold more pairs: a pod and its equal one. Each of its own must be among them.
      for (const [pair, verdicts] of ofSingles) expect(ofClasses.get(pair), pair).toEqual(verdicts);
      const unmet = classes.filter((connection) => !pairsOf(connection).some((pair) => ofSingles.has(pair)));
      expect(unmet.map(({ id }) => id)).toEqual([]);
      const counts = (all: readonly Connection[]) => {
        const sums = new Map<string, number>();
        for (const { path, variant, count } of all)
          sums.set(`${path}${variant ?? ''}`, (sums.get(`${path}${variant ?? ''}`) ?? 0) + count);
        return Object.fromEntries(sums);
      };
      expect(counts(classes)).toEqual(counts(singles));
    }),
    { numRuns: runs(60) },
  );
  // biome-ignore lint/suspicious/noConsole: the figure is wanted in the log of the checks
  console.info(`class by class = one by one: ${clusters} clusters, ${pairs} pairs of members`);
});
