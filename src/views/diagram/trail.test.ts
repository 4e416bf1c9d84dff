import { expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { shownNetworks } from '../../analysis/shownNetworks.ts';
import { tableMeasurer } from '../../geometry/textWidth.ts';
import { groupTopology } from '../../grouping/groupTopology.ts';
import { layoutPicture } from '../../layout/layoutPicture.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { trail } from './trail.ts';
import { stops } from './walk.ts';

const layoutOf = (id: (typeof scenarioIds)[number]) => {
  const topology = scenario(id);
  return layoutPicture(groupTopology(topology, analyze(topology), 'all'), {
    networks: shownNetworks(topology),
    pins: {},
    measure: tableMeasurer,
  });
};

test.each([
  ['pod~pod-web-1', ['worker~worker-1', 'pods~pod-web-1', 'pod~pod-web-1']],
  ['kubelet~worker-1', ['worker~worker-1', 'kubelet~worker-1']],
  ['kube-scheduler~control-plane-1', ['host~control-plane-1', 'kube-scheduler~control-plane-1']],
  [
    'P08:control-plane-1:worker-1@kubelet~worker-1',
    ['worker~worker-1', 'kubelet~worker-1', 'P08:control-plane-1:worker-1@kubelet~worker-1'],
  ],
  ['pod~nowhere', []],
] as const)('the way to %s', (subject, way) => {
  expect(trail(layoutOf('documentation'), subject).map(({ id }) => id)).toEqual(way);
});

test.each(scenarioIds)('whatever can be selected has a way that ends at it: %s', (id) => {
  const layout = layoutOf(id);
  const ends = [...stops(layout).keys()].map((subject) => [subject, trail(layout, subject).at(-1)?.id]);
  expect(ends.filter(([subject, end]) => subject !== end)).toEqual([]);
});
