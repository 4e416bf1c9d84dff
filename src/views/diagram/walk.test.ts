import { expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { inLayer } from '../../analysis/layer.ts';
import { shownNetworks } from '../../analysis/shownNetworks.ts';
import { tableMeasurer } from '../../geometry/textWidth.ts';
import { groupTopology } from '../../grouping/groupTopology.ts';
import { layoutPicture } from '../../layout/layoutPicture.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { type Direction, nextStop, stops } from './walk.ts';

const placesOf = (id: (typeof scenarioIds)[number]) => {
  const topology = scenario(id);
  const networks = shownNetworks(topology);
  return stops(
    layoutPicture(groupTopology(topology, inLayer(analyze(topology), 'documented'), 'documented'), {
      networks,
      pins: {},
      measure: tableMeasurer,
    }),
  );
};

test.each([
  ['kube-scheduler~control-plane-1', 'right', 'kube-controller-manager~control-plane-1'],
  ['kube-controller-manager~control-plane-1', 'left', 'kube-scheduler~control-plane-1'],
  ['P08:control-plane-1:worker-1@kubelet~worker-1', 'right', 'P09:control-plane-1:worker-1@kubelet~worker-1'],
  ['P12:control-plane-1:worker-1@node~worker-1', 'up', 'kube-apiserver~control-plane-1'],
  ['kubelet~worker-1', 'down', 'kube-proxy~worker-1'],
  ['pod~pod-web-1', 'down', 'pod~pod-web-2'],
] as const)('from %s %s is %s', (from, direction, to) => {
  expect(nextStop(placesOf('documentation'), from, direction)).toBe(to);
});

test.each(scenarioIds)('every stop can be reached from the first with arrow keys alone: %s', (id) => {
  const places = placesOf(id);
  const [first = ''] = places.keys();
  const reached = new Set([first]);
  const waiting = [first];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const direction of ['left', 'right', 'up', 'down'] as const satisfies readonly Direction[]) {
      const next = nextStop(places, from, direction);
      if (next !== null && !reached.has(next)) {
        reached.add(next);
        waiting.push(next);
      }
    }
  }
  expect([...places.keys()].filter((one) => !reached.has(one))).toEqual([]);
});
