import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { type ClusterNode, nodeGroupings, type Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { groupTopology } from './groupTopology.ts';

test('a line that docks at a box counts exactly those of the box that are in its class', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: false }), (topology) => {
      const picture = groupTopology(topology, analyze(topology), 'all');
      const parts = [...picture.nodes.flatMap((node) => node.parts), ...picture.services, ...picture.outside];
      for (const { box, lines } of parts) {
        for (const { connection } of lines) {
          const ends = [connection.client.members, connection.server.members];
          const here = ends.map((members) => box.members.filter((id) => members.includes(id)).length);
          const isAll = box.component === 'service' ? Math.max(...here) > 0 : here.includes(box.members.length);
          expect(isAll, `${connection.id} at ${box.id}`).toBe(true);
        }
      }
    }),
    { numRuns: runs(60) },
  );
});

const settings = (node: ClusterNode) => JSON.stringify([node.kubelet, node.kubeProxy, node.konnectivityAgent]);

test('however nodes are grouped, each is in one box, with none that is configured otherwise', () => {
  fc.assert(
    fc.property(
      anyTopology({ pinned: false }),
      fc.constantFrom(...nodeGroupings),
      fc.integer({ min: 0, max: 3 }),
      (any, nodeGrouping, alone) => {
        const nodes = any.nodes.map((node, index) => ({
          ...node,
          pool: `pool-${index % 3}`,
          zone: `zone-${index % 2}`,
        }));
        const singles = nodes.slice(0, alone).map(({ id }) => id);
        const topology: Topology = { ...any, nodes, arrangement: { pins: {}, nodeGrouping, alone: singles } };
        const picture = groupTopology(topology, analyze(topology), 'documented');
        const boxes = picture.nodes.map(({ frame }) => frame);
        expect(boxes.flatMap(({ members }) => members).sort()).toEqual(nodes.map(({ id }) => id).sort());
        const byId = new Map(nodes.map((node) => [node.id, node]));
        for (const { members } of boxes) {
          const own = members.flatMap((id) => byId.get(id) ?? []);
          expect(new Set(own.map(settings)).size).toBe(1);
          if (nodeGrouping === 'pool' || nodeGrouping === 'zone')
            expect(new Set(own.map((node) => node[nodeGrouping])).size).toBe(1);
          if (members.some((id) => singles.includes(id))) expect(members).toHaveLength(1);
        }
        const podBoxes = picture.nodes.flatMap(({ parts }) => parts.filter(({ box }) => box.component === 'pod'));
        const placed = topology.pods.filter(({ nodeId }) => nodeId !== null).map(({ id }) => id);
        expect(podBoxes.flatMap(({ box }) => box.members).sort()).toEqual(placed.sort());
      },
    ),
    { numRuns: runs(100) },
  );
});

test('of 5,000 namespaces the largest are boxes of their own, and the rest is one that says how many', () => {
  const base = scenario('kubeadm');
  const [pod] = base.pods;
  const [node] = base.nodes;
  if (!pod || !node) throw new Error('the scenario has pods');
  const pods = Array.from({ length: 6000 }, (_unused, index) => ({
    ...pod,
    id: `pod:${index}`,
    nodeId: node.id,
    namespace: `ns-${index < 1000 ? 0 : index - 1000}`,
  }));
  const topology: Topology = { ...base, pods, arrangement: { pins: {}, nodeGrouping: 'namespace' } };
  const [frame] = groupTopology(topology, analyze(topology), 'documented').nodes;
  const boxes = frame?.parts.filter(({ box }) => box.component === 'pod').map(({ box }) => box) ?? [];
  expect(boxes).toHaveLength(9);
  expect(boxes.map(({ detail }) => detail)).toContain('+4992 namespaces');
  expect(boxes.find(({ detail }) => detail === 'ns-0')?.members).toHaveLength(1001);
});

test('never more than sixty boxes are nodes of their own', () => {
  const base = scenario('kubeadm');
  const [node] = base.nodes;
  if (!node) throw new Error('the scenario has nodes');
  const nodes = Array.from({ length: 500 }, (_unused, index) => ({ ...node, id: `node:${index}`, name: `n-${index}` }));
  const topology: Topology = { ...base, nodes, arrangement: { pins: {}, nodeGrouping: 'apart' } };
  const picture = groupTopology(topology, analyze(topology), 'documented');
  expect(picture.nodes.map(({ frame }) => frame.members.length).sort((a, b) => b - a)).toEqual([
    440,
    ...Array(60).fill(1),
  ]);
});
