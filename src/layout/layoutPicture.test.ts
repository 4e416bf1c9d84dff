import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../analysis/analyse.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import { networkOf, type Topology } from '../domain/topology.ts';
import { bottom, crosses, overlaps, type Rect, right } from '../geometry/shapes.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import type { Layout, PlacedBox } from './layout.ts';
import { layoutPicture } from './layoutPicture.ts';

function layoutOf(topology: Topology): Layout {
  const picture = groupTopology(topology, analyse(topology));
  return layoutPicture(picture, networkOf(topology, 'cluster-network'), tableMeasurer);
}

const frames: readonly PlacedBox['role'][] = ['control-plane', 'node', 'services'];

/** Everything that must hold of any picture; returns what does not. */
function faults(layout: Layout): readonly string[] {
  const boxes = layout.boxes.filter((box) => !frames.includes(box.role));
  const badges = layout.links.map((link) => ({
    id: link.connection.id,
    rect: { x: link.badge.x - 17, y: link.badge.y - 16, width: 34, height: 70 },
  }));
  return [
    ...pairs(boxes).flatMap(([a, b]) => (overlaps(a.rect, b.rect) ? [`${a.box.id} lies on ${b.box.id}`] : [])),
    ...pairs(layout.boxes.filter((box) => frames.includes(box.role))).flatMap(([a, b]) =>
      overlaps(a.rect, b.rect) ? [`${a.role} lies on ${b.role}`] : [],
    ),
    ...pairs(badges.filter(({ rect }) => rect.y > layout.strip.rect.y)).flatMap(([a, b]) =>
      overlaps(a.rect, b.rect) ? [`badge ${a.id} lies on ${b.id}`] : [],
    ),
    ...pairs(layout.ports).flatMap(([a, b]) => (overlaps(a.rect, b.rect) ? [`port ${a.text} lies on ${b.text}`] : [])),
    ...layout.links.flatMap((link) => linkFaults(link, boxes)),
    ...layout.boxes.flatMap(({ rect, box }) => (inside(rect, layout) ? [] : [`${box.id} is cut off`])),
  ];
}

function linkFaults({ points, connection }: Layout['links'][number], boxes: readonly PlacedBox[]): readonly string[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return boxes.flatMap(({ rect, box }) => (crosses(from, to, rect) ? [`${connection.id} crosses ${box.id}`] : []));
  });
}

function inside(rect: Rect, { width, height }: Layout): boolean {
  return rect.x >= 0 && rect.y >= 0 && right(rect) <= width && bottom(rect) <= height;
}

function pairs<T>(members: readonly T[]): readonly (readonly [T, T])[] {
  return members.flatMap((a, index) => members.slice(index + 1).map((b) => [a, b] as const));
}

describe('nothing lies on anything else, and no line crosses a foreign box', () => {
  test.each(scenarioIds)('%s', (id) => {
    expect(faults(layoutOf(scenario(id)))).toEqual([]);
  });

  test('in clusters that somebody builds from any scenario', () => {
    const step = fc.constantFrom('add-node', 'add-pod', 'add-service', 'add-control-plane');
    fc.assert(
      fc.property(fc.constantFrom(...scenarioIds), fc.array(step, { maxLength: 24 }), (id, steps) => {
        const topology = steps.reduce(
          (built, type) => applyEdit(built, type === 'add-pod' ? { type, nodeId: null } : { type }),
          scenario(id),
        );
        expect(faults(layoutOf(topology))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('above a dozen nodes equal ones are one box, and the one that differs stands alone and first', () => {
  let topology = scenario('kubeadm');
  for (let count = topology.nodes.length; count < 40; count += 1) topology = applyEdit(topology, { type: 'add-node' });
  const odd = topology.nodes[17]?.id ?? '';
  topology = applyEdit(topology, {
    type: 'set-setting',
    refs: [{ at: 'node', nodeId: odd, component: 'kubelet' }],
    key: 'readOnlyPort',
    value: '10255',
  });
  const { nodes } = groupTopology(topology, analyse(topology));
  expect(nodes.map((node) => node.frame.members.length)).toEqual([1, 39]);
  expect(nodes[0]?.frame.members).toEqual([odd]);
});
