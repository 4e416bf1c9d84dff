import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { inLayer, type Layer, layers } from '../analysis/layer.ts';
import { shownNetworks } from '../analysis/shownNetworks.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { Topology } from '../domain/topology.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { captionsOf } from '../i18n/captions.ts';
import { translator } from '../i18n/translate.ts';
import { applyChanges } from '../remedies/change.ts';
import { remedyIds } from '../remedies/remedyIds.ts';
import { changesOf } from '../remedies/resolveRemedy.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { buildScene } from '../scene/buildScene.ts';
import { detailAt, fullDetail } from '../scene/sceneOptions.ts';
import { themes } from '../scene/theme.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { inspectPicture } from '../testing/pictureFaults.ts';
import { runs } from '../testing/runs.ts';
import { typicalTopologies } from '../testing/typicalTopologies.ts';
import type { Layout } from './layout.ts';
import { layoutPicture } from './layoutPicture.ts';

function layoutOf(topology: Topology, layer: Layer = 'documented'): Layout {
  return layoutPicture(groupTopology(topology, inLayer(analyze(topology), layer), layer), {
    networks: shownNetworks(topology),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  });
}

const words = { en: captionsOf(translator('en')), de: captionsOf(translator('de')) };

function inspect(topology: Topology, layer: Layer, locale: 'en' | 'de' = 'en', detail = fullDetail) {
  const placed = layoutOf(topology, layer);
  const layout = detail.level === 'full' ? placed : { ...placed, ports: [] };
  const options = {
    theme: themes.light,
    captions: words[locale],
    colorBy: 'overall',
    measure: tableMeasurer,
  } as const;
  const scene = buildScene(layout, { ...options, detail, remarks: topology.remarks });
  return { ...inspectPicture(scene, layout), layout };
}

describe('nothing lies on anything else, is cut, too small or in the way', () => {
  describe.each(layers)('%s', (layer) => {
    test.each(scenarioIds)('%s', (id) => {
      expect(inspect(scenario(id), layer).faults).toEqual([]);
      expect(inspect(scenario(id), layer, 'de').faults).toEqual([]);
    });

    test.each(Object.entries(typicalTopologies))('%s', (_name, make) => {
      expect(inspect(make(), layer).faults).toEqual([]);
    });

    test.each([0.9, 0.72])('enlarged for a zoom of %s', (zoom) => {
      for (const topology of [...scenarioIds.map(scenario), ...Object.values(typicalTopologies).map((make) => make())])
        for (const locale of ['en', 'de'] as const)
          expect(inspect(topology, layer, locale, detailAt(zoom)).faults).toEqual([]);
    });
  });

  test('every connection that exists has a line, in generated clusters', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), fc.constantFrom(...layers), (topology, layer) => {
        const drawn = new Set(layoutOf(topology, layer).links.map(({ connection }) => connection.id));
        const { connections } = inLayer(analyze(topology), layer);
        const missing = connections.filter(({ id, count, variant }) => count > 0 && !variant && !drawn.has(id));
        expect(missing.map(({ id }) => id)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each([
    ['placed by the layout', false],
    ['half moved by somebody', true],
  ])('in generated clusters with frames %s', (_frames, pinned) => {
    const counted = { pictures: 0, lines: 0, crossings: 0 };
    const locales = fc.constantFrom('en' as const, 'de' as const);
    fc.assert(
      fc.property(anyTopology({ pinned }), fc.constantFrom(...layers), locales, (topology, layer, locale) => {
        const { faults, lines, crossings, layout } = inspect(topology, layer, locale);
        counted.pictures += 1;
        counted.lines += lines;
        counted.crossings += crossings;
        expect(faults).toEqual([]);
        // Only the bus of the Konnectivity agents crosses anything: each other line at most once for each class.
        const bent = layout.links.filter((link) => link.points.length > 2);
        const buses = new Set(bent.map((link) => link.connection.id));
        expect(crossings).toBeLessThanOrEqual(lines * buses.size);
      }),
      { numRuns: runs(250) },
    );
    const each = (counted.crossings / counted.lines).toFixed(3);
    // biome-ignore lint/suspicious/noConsole: the figure is wanted in the log of the checks
    console.info(
      `${counted.pictures} pictures, ${counted.lines} lines, ${counted.crossings} crossings: ${each} a line (bound: 1 for each class of Konnectivity agents, else 0)`,
    );
    expect(counted.pictures).toBeGreaterThanOrEqual(runs(250));
  });
});

/** Where every box is that two layouts share, as text, by id. */
function moved(before: Layout, after: Layout): readonly string[] {
  const places = new Map(before.boxes.map(({ box, rect }) => [box.id, rect]));
  return after.boxes.flatMap(({ box, rect }) => {
    const old = places.get(box.id);
    return old && (old.x !== rect.x || old.y !== rect.y) ? [box.id] : [];
  });
}

describe('an edit moves nothing that it does not concern', () => {
  const base = scenario('ha');

  test('a setting, a name and a trust move nothing', () => {
    const refs = base.controlPlanes.map(({ id }) => ({
      at: 'control-plane' as const,
      hostId: id,
      component: 'kube-apiserver' as const,
    }));
    const edits = [
      applyEdit(base, { type: 'set-network', id: 'cluster-network', trust: 'trusted' }),
      applyEdit(base, { type: 'rename', id: 'worker-2', name: 'edge-2' }),
      applyEdit(base, { type: 'set-setting', refs, key: 'anonymous-auth', value: 'false' }),
    ];
    for (const edited of edits) expect(moved(layoutOf(base), layoutOf(edited))).toEqual([]);
  });

  test('a pod more moves no box, a service more moves no node, a node more moves only the services beside it', () => {
    expect(moved(layoutOf(base), layoutOf(applyEdit(base, { type: 'add-pod', nodeId: 'worker-2' })))).toEqual([]);
    expect(moved(layoutOf(base), layoutOf(applyEdit(base, { type: 'add-service' })))).toEqual([]);
    const services = moved(layoutOf(base), layoutOf(applyEdit(base, { type: 'add-node' })));
    expect(services.every((id) => id.startsWith('service'))).toBe(true);
  });

  test.each(scenarioIds)('%s: a remedy that somebody tries moves nothing', (id) => {
    const before = scenario(id);
    const layout = layoutOf(before);
    for (const remedy of remedyIds) {
      const changes = changesOf(before, remedy);
      if (changes.length > 0)
        expect([remedy, ...moved(layout, layoutOf(applyChanges(before, changes)))]).toEqual([remedy]);
    }
  });

  test('a pinned frame stays where it is whatever comes before it', () => {
    const x = 1900;
    const pinned = applyEdit(base, { type: 'pin', id: 'worker~worker-3', pin: { x, y: 20 } });
    const crowded = applyEdit(applyEdit(pinned, { type: 'add-node' }), { type: 'add-pod', nodeId: 'worker-1' });
    expect(moved(layoutOf(pinned), layoutOf(crowded)).filter((id) => id.includes('worker-3'))).toEqual([]);
    expect(layoutOf(applyEdit(pinned, { type: 'release-pins' }))).toEqual(layoutOf(base));
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
  const { nodes } = groupTopology(topology, analyze(topology), 'documented');
  expect(nodes.map((node) => node.frame.members.length)).toEqual([1, 39]);
  expect(nodes[0]?.frame.members).toEqual([odd]);
});

test('equal nodes are one box, or each alone, when somebody asks for it', () => {
  const together = applyEdit(scenario('ha'), { type: 'set-alike', alike: 'together' });
  expect(
    groupTopology(together, analyze(together), 'documented').nodes.map((node) => node.frame.members.length),
  ).toEqual([3]);
  const apart = applyEdit(together, { type: 'set-alike', alike: 'apart' });
  expect(groupTopology(apart, analyze(apart), 'documented').nodes).toHaveLength(3);
});
