import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Pod, Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { touches, worstConnections } from './classes.ts';
import { cellAt, find, nodeCell, pick, placeOf } from './pick.ts';
import { populate } from './populate.ts';
import type { Cell, Population } from './population.ts';
import { paint } from './raster.ts';

function cellsOf(population: Population): readonly Cell[] {
  const { blocks } = population;
  const found: (Cell | null)[] = [];
  for (let block = 0; block < blocks.count; block += 1) {
    found.push(nodeCell(population, block));
    for (let cell = blocks.start[block] ?? 0; cell < (blocks.start[block + 1] ?? 0); cell += 1)
      found.push(cellAt(population, block, cell));
  }
  return found.filter((cell) => cell !== null);
}

const many = (count: number, nodeOf: (index: number) => string | null): readonly Pod[] =>
  Array.from({ length: count }, (_unused, index) => ({
    id: `pod:shop/web-${index}`,
    name: `web-${index}`,
    namespace: 'shop',
    nodeId: nodeOf(index),
    labels: {},
    hostNetwork: false,
    running: true,
    tokenMounted: true,
    skipsVerification: false,
    ports: [],
  }));

const withPods = (pods: readonly Pod[]): Topology => ({ ...scenario('kubeadm'), pods });
const firstNode = scenario('kubeadm').nodes[0]?.id ?? '';

describe('the population view', () => {
  test('every node, pod and service has one cell, which is found where it is drawn and lies on no other', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const population = populate(topology);
        const cells = cellsOf(population);
        const { nodes, pods, services } = topology;
        expect(cells.map(({ id }) => id).sort()).toEqual([...nodes, ...pods, ...services].map(({ id }) => id).sort());
        for (const cell of cells) {
          const place = placeOf(population, cell);
          expect(pick(population, place.x + place.width / 2, place.y + place.height / 2)).toEqual(cell);
          expect(place.x + place.width).toBeLessThanOrEqual(population.width + 1e-9);
          expect(place.y + place.height).toBeLessThanOrEqual(population.height + 1e-9);
          expect(find(population, cell.id)).toEqual(cell);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('a cell has the worst class of all connections that end at its member', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const population = populate(topology);
        const { connections } = analyze(topology);
        const worst = worstConnections(population.kinds, connections, 'overall');
        const order = ['plaintext', 'unverified', 'open', 'unknown', 'protected', 'local'];
        for (const cell of cellsOf(population)) {
          const own = connections.filter((one) => one.count > 0 && touches(one, cell.id)).map(({ status }) => status);
          const expected = order.find((status) => own.some((one) => one === status)) ?? null;
          expect(worst[cell.kind]?.status ?? null, cell.id).toBe(expected);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('a changed flag of the control plane moves nothing', () => {
    const topology = scenario('ha');
    const [host, ...others] = topology.controlPlanes;
    const apiServer = host?.components['kube-apiserver'];
    if (!host || !apiServer) throw new Error('the scenario has a kube-apiserver');
    const explicitSettings = {
      ...apiServer.explicitSettings,
      'anonymous-auth': { value: 'false', origin: 'user', source: null } as const,
    };
    const changed = {
      ...host,
      components: { ...host.components, 'kube-apiserver': { ...apiServer, explicitSettings: explicitSettings } },
    };
    const after: Topology = { ...topology, controlPlanes: [changed, ...others] };
    expect(populate(after)).toEqual(populate(topology));
  });

  test('one node with 5,000 pods is no tower', () => {
    const { width, height } = populate(withPods(many(5000, () => firstNode)));
    expect(height / width).toBeLessThan(4);
    expect(width / height).toBeLessThan(4);
  });

  test('pods without a node, or with one that the model does not know, have a place of their own', () => {
    const population = populate(withPods(many(30, (index) => (index % 2 === 0 ? null : 'node:gone'))));
    const own = population.sections.find(({ type }) => type === 'unscheduled');
    expect(own?.pods).toBe(30);
  });

  test('an empty cluster has no cells', () => {
    expect(cellsOf(populate({ ...scenario('kubeadm'), nodes: [], pods: [], services: [] }))).toEqual([]);
  });

  test('what is drawn has the color of its kind, near and far', () => {
    const population = populate(withPods(many(40, () => firstNode)));
    const inks = population.kinds.map((_kind, index) => ({ fill: index + 1, mark: 100, status: null }));
    for (const k of [0.5, 2, 5, 20]) {
      const pixels = { data: new Uint32Array(900 * 700), width: 900, height: 700 };
      paint(pixels, population, { x: 3, y: 2, k }, { inks, faint: inks, background: 0, highlight: null });
      for (const cell of cellsOf(population)) {
        const { x, y, width, height } = placeOf(population, cell);
        const at = [Math.floor(3 + (x + width / 2) * k), Math.floor(2 + (y + height / 2) * k)] as const;
        // Below a pixel adjacent share one.
        if (at[0] < 900 && at[1] < 700 && k >= 2) expect(pixels.data[at[1] * 900 + at[0]]).toBe(cell.kind + 1);
      }
    }
  });
});
