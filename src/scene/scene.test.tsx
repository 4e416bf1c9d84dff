import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { isOneHost } from '../analysis/rules/crossing.ts';
import { shownNetworks } from '../analysis/shownNetworks.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import { switchedTrust } from '../domain/edit.ts';
import { networkIds, networkOf, type Topology } from '../domain/topology.ts';
import { diagramScene } from '../export/diagram.ts';
import { exportSvg, usualPicture } from '../export/exportSvg.ts';
import { svgMarkup } from '../export/svgDocument.ts';
import type { Point } from '../geometry/shapes.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { captionsOf } from '../i18n/captions.ts';
import { translator } from '../i18n/translate.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { typicalTopologies } from '../testing/typicalTopologies.ts';
import { SceneElement } from '../views/diagram/SceneElement.tsx';
import { buildScene } from './buildScene.ts';
import { type Detail, detailAt, fullDetail } from './sceneOptions.ts';
import type { Shape } from './shape.ts';
import { svgElement } from './svgElement.ts';
import { themeIds, themes } from './theme.ts';

const captions = captionsOf(translator('en'));

test.each(themeIds)('the screen draws exactly what the file holds (%s)', (theme) => {
  const topology = scenario('konnectivity');
  const { shapes } = diagramScene(topology, analyze(topology), { theme, captions, colorBy: 'overall', layer: 'all' });
  for (const shape of shapes) {
    const screen = renderToStaticMarkup(
      <svg>
        <SceneElement shape={shape} />
      </svg>,
    ).replaceAll('&#x27;', "'");
    const file = svgMarkup(svgElement(shape)).replace(/<(\w+)([^<>]*)\/>/g, '<$1$2></$1>');
    expect(screen).toBe(`<svg>${file}</svg>`);
  }
});

const options = {
  t: translator('en'),
  locale: 'en',
  colorBy: 'overall',
  layer: 'documented',
  date: '2026-01-01',
  version: '0.0.0',
  ...usualPicture,
  table: 'none',
  model: false,
  extent: { type: 'whole' },
  fonts: null,
} as const;

const drawings = {
  ...Object.fromEntries(scenarioIds.map((id) => [id, () => scenario(id)])),
  ...typicalTopologies,
};

test.each(
  Object.entries(drawings).flatMap(([id, make]) => (['light', 'dark'] as const).map((theme) => ({ id, make, theme }))),
)('$id, $theme, as committed', async ({ id, make, theme }) => {
  const topology = make();
  const { svg } = exportSvg(topology, { ...options, theme });
  await expect(svg).toMatchFileSnapshot(`drawings/${id}-${theme}.svg`);
});

test.each(['documentation', 'kubeadm', 'ha', 'konnectivity', 'k3s', 'everything-wrong'] as const)(
  'all paths of $0, as committed',
  async (id) => {
    const { svg } = exportSvg(scenario(id), { ...options, theme: 'light', layer: 'all' });
    await expect(svg).toMatchFileSnapshot(`drawings/${id}-all-light.svg`);
  },
);

/** The smallest zoom of each degree of detail, and what is drawn there. */
const zooms = [1, 0.9, 0.72, 0.6, 0.5, 0.35, 0.25, 0.15].map((zoom) => ({ zoom, detail: detailAt(zoom) }));

function textsOf(shape: Shape): readonly Extract<Shape, { type: 'text' }>[] {
  if (shape.type === 'text') return [shape];
  return shape.type === 'group' ? shape.children.flatMap(textsOf) : [];
}

const sceneOptions = (topology: Topology, detail: Detail) =>
  ({
    theme: themes.light,
    captions,
    colorBy: 'overall',
    measure: tableMeasurer,
    detail,
    remarks: topology.remarks,
  }) as const;

const sceneAt = (topology: Topology, detail: Detail) =>
  buildScene(
    layoutPicture(groupTopology(topology, analyze(topology), 'all'), {
      networks: shownNetworks(topology),
      pins: topology.arrangement.pins,
      measure: tableMeasurer,
    }),
    sceneOptions(topology, detail),
  );

test.each(zooms)('no text is under 12 px on the screen at $zoom', ({ zoom, detail }) => {
  for (const make of Object.values(drawings)) {
    const texts = sceneAt(make(), detail).shapes.flatMap(textsOf);
    // The mark in a badge is a sign, like the lock; its shape says the same.
    const small = texts
      .filter(({ text, size }) => text !== '?' && size * zoom < 12)
      .map(({ text, size }) => [text, size]);
    expect(small).toEqual([]);
  }
});

test.each(zooms.slice(0, 5))('enlarged names stay in their boxes at $zoom', ({ detail }) => {
  for (const make of Object.values(drawings)) {
    const outside = sceneAt(make(), detail).shapes.flatMap((shape) => {
      if (shape.type !== 'group' || shape.subject?.type !== 'element') return [];
      const [box, ...inside] = shape.children;
      if (box?.type !== 'rect') return [];
      return inside.filter(
        (one) =>
          one.type === 'text' &&
          one.anchor === 'middle' &&
          (tableMeasurer(one.text, one.size, one.bold) > box.width + 0.5 ||
            one.y > box.y + box.height ||
            one.y - one.size * 0.75 < box.y),
      );
    });
    expect(outside).toEqual([]);
  }
});

/** Whether a closed path begins within the reach of a badge around a point. */
function isAround(d: string, { x, y }: Point): boolean {
  const [, startX, startY] = d.match(/^M(-?[\d.]+) (-?[\d.]+).*Z$/i) ?? [];
  return Math.hypot(Number(startX) - x, Number(startY) - y) <= 18;
}

test.each(zooms)(
  'the anchor of each line is its badge, and its course the line that is drawn, at $zoom',
  ({ detail }) => {
    for (const make of Object.values(drawings)) {
      const topology = make();
      const layout = layoutPicture(groupTopology(topology, analyze(topology), 'all'), {
        networks: shownNetworks(topology),
        pins: topology.arrangement.pins,
        measure: tableMeasurer,
      });
      const badges = new Map(layout.links.map((link) => [`${link.connection.id}@${link.boxId}`, link.badge]));
      for (const answersHidden of [false, true]) {
        const { shapes } = buildScene(layout, { ...sceneOptions(topology, detail), answersHidden });
        const lines = shapes.flatMap((shape) =>
          shape.type === 'group' && shape.subject?.type === 'connection' ? [shape] : [],
        );
        expect(lines).toHaveLength(layout.links.length);
        for (const { subject, anchor, course, children } of lines) {
          expect(anchor).toEqual(badges.get(subject?.id ?? ''));
          const paths = children.flatMap((child) => (child.type === 'path' ? [child.d] : []));
          expect(paths).toContain(course);
          // Where there is room for a badge, it is drawn around the anchor.
          if (detail.level !== 'overview') expect(paths.some((d) => anchor && isAround(d, anchor))).toBe(true);
        }
      }
    }
  },
);

test('every plate in a strip switches the network of that strip', () => {
  for (const make of Object.values(drawings)) {
    const topology = make();
    for (const shape of sceneAt(topology, fullDetail).shapes) {
      if (shape.type !== 'group' || shape.data['data-network'] === undefined) continue;
      const [plate] = shape.children.flatMap((child) => (child.type === 'group' ? (child.subject ?? []) : []));
      // Nothing crosses it, and nobody can trust it or not.
      if (isOneHost(topology) && shape.data['data-network'] === 'cluster-network') {
        expect(plate).toBeUndefined();
        continue;
      }
      if (plate?.type !== 'trust') throw new Error('no plate');
      expect(plate.id).toBe(shape.data['data-network']);
      const after = applyEdit(topology, switchedTrust(topology, plate.id));
      const changed = networkIds.filter((id) => networkOf(after, id).trust !== networkOf(topology, id).trust);
      expect(changed).toEqual([plate.id]);
    }
  }
});

test('a file refers to nothing outside and runs nothing, even with hostile names', () => {
  const base = scenario('documentation');
  const hostile = '</text><script>alert(1)</script>"\u0000';
  const topology = { ...base, name: hostile, nodes: base.nodes.map((node) => ({ ...node, name: hostile })) };
  const { svg } = exportSvg(topology, { ...options, theme: 'light' });
  expect(svg).not.toMatch(/<script|foreignObject|href=|url\(|<style|style=|class=|currentColor|filter|\u0000/);
  expect(svg).toContain('&lt;script&gt;');
});

test('every drawn connection tells its path and its verdict', () => {
  const topology = scenario('documentation');
  const { svg } = exportSvg(topology, { ...options, theme: 'light' });
  const drawn = [...svg.matchAll(/<g [^>]*data-path="(P\d\d)"[^>]* data-status="(\w+)"/g)].map(([, path]) => path);
  expect([...new Set(drawn)].sort()).toEqual(
    Array.from({ length: 17 }, (_unused, index) => `P${String(index + 1).padStart(2, '0')}`),
  );
});
