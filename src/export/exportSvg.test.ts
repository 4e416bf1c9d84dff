import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { type Locale, locales } from '../i18n/texts.ts';
import { translator } from '../i18n/translate.ts';
import { readEmbeddedModel } from '../project/embeddedModel.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { themeIds } from '../scene/theme.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { exportSvg, fontChoices, type SvgOptions, tablePlaces, usualPicture } from './exportSvg.ts';
import { type FontSet, parseFont } from './picture/fonts.ts';
import { paperIds } from './picture/paper.ts';

const resolve = createRequire(import.meta.url).resolve;
const font = (file: string) => parseFont(Uint8Array.from(readFileSync(resolve(file))).buffer);
const set: FontSet = {
  regular: [font('@fontsource/arimo/files/arimo-latin-400-normal.woff')],
  bold: [font('@fontsource/arimo/files/arimo-latin-700-normal.woff')],
  mono: [font('@fontsource/cousine/files/cousine-latin-400-normal.woff')],
};

const options = (change: Partial<SvgOptions> & { readonly language?: Locale } = {}): SvgOptions => ({
  ...usualPicture,
  t: translator(change.language ?? 'en'),
  locale: change.language ?? 'en',
  colorBy: 'overall',
  layer: 'documented',
  date: '2026-01-01',
  version: '0.0.0',
  extent: { type: 'whole' },
  fonts: null,
  ...change,
});

const anyOptions = fc
  .record({
    theme: fc.constantFrom(...themeIds),
    transparent: fc.boolean(),
    paper: fc.constantFrom(...paperIds),
    table: fc.constantFrom(...tablePlaces),
    legend: fc.boolean(),
    titleBlock: fc.boolean(),
    title: fc.constantFrom('', 'A title', '<script>"&\u0000'),
    language: fc.constantFrom(...locales),
    layer: fc.constantFrom('documented', 'all'),
    // Outlines are slow, and have tests of their own.
    font: fc.constantFrom(...fontChoices.filter((choice) => choice !== 'outlines')),
  })
  .map(({ font: choice, ...rest }) => options({ ...rest, fonts: choice === 'system' ? null : { choice, set } }));

const tags = (svg: string) => svg.match(/<[a-zA-Z][^>]*>/g) ?? [];
const attributes = (tag: string) => [...tag.matchAll(/ ([\w:-]+)="/g)].map(([, name]) => name ?? '');

test('exported, opened and exported again: identical bytes', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: true }), anyOptions, (topology, chosen) => {
      const { svg } = exportSvg(topology, chosen);
      const read = readEmbeddedModel(svg);
      expect(read.ok && read.topology).toEqual(topology);
      if (read.ok) expect(exportSvg(read.topology, chosen).svg).toBe(svg);
    }),
    { numRuns: runs(20) },
  );
});

test('a file holds nothing that another reader may not know, whatever is chosen', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: true }), anyOptions, (topology, chosen) => {
      const { svg } = exportSvg(topology, chosen);
      expect(svg).not.toMatch(/<script|foreignObject|href=|style=|class=|currentColor|var\(|<filter|filter=|\u0000/);
      expect(svg.replace(/url\(data:font[^)]*\)|url\(#mitmap-[0-9a-f]{8}-clip\)/g, '')).not.toContain('url(');
      for (const tag of tags(svg)) {
        const names = attributes(tag).filter((name) => !name.startsWith('xmlns') && !tag.startsWith('<mitmap'));
        expect([tag, names]).toEqual([tag, names.toSorted()]);
      }
      const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^mitmap-[0-9a-f]{8}-/);
      const numbers = [...svg.matchAll(/ (?:x|y|width|height|d|transform)="([^"]*)"/g)].map(([, value]) => value ?? '');
      for (const value of numbers) expect(value).not.toMatch(/\.\d{5}|NaN|Infinity|e-/);
    }),
    { numRuns: runs(20) },
  );
});

test('two pictures in one page have no id in common', () => {
  const ids = (id: 'ha' | 'kubeadm') =>
    [...exportSvg(scenario(id), options()).svg.matchAll(/ id="([^"]*)"/g)].map(String);
  expect(ids('ha').filter((id) => ids('kubeadm').includes(id))).toEqual([]);
});

test('a model whose names are pseudonyms is never in the file', () => {
  const topology = { ...scenario('kubeadm'), pseudonymous: true } as const;
  expect(exportSvg(topology, options()).svg).not.toContain('mitmap:project');
  expect(exportSvg(scenario('kubeadm'), options({ model: false })).svg).not.toContain('mitmap:project');
});

test('the file says what it shows, when it was made, of what and in which language', () => {
  const topology = { ...scenario('kubeadm'), name: 'a & b', sources: ['one.yaml', 'two.yaml'] };
  const { svg } = exportSvg(topology, options({ language: 'de', title: 'Für den <Audit>' }));
  for (const part of [
    'role="img"',
    'xml:lang="de"',
    '>Für den &lt;Audit&gt;: a &amp; b</title>',
    '<dc:title>Für den &lt;Audit&gt;: a &amp; b</dc:title>',
    '<dc:date>2026-01-01</dc:date>',
    '<dc:language>de</dc:language>',
    '<dc:creator>mitmap 0.0.0</dc:creator>',
    '<dc:source>one.yaml</dc:source>',
    'Kubernetes 1.34 · 2026-01-01',
    'Arten von Verbindungen: 16; nach angenommenem Standard: 16; nicht bestimmt: 0',
  ])
    expect(svg).toContain(part);
});

test('each path of the picture is a row of the table, with the same number and status', () => {
  const topology = scenario('everything-wrong');
  const { svg } = exportSvg(topology, options());
  const { connections } = analyze(topology);
  const t = translator('en');
  for (const path of new Set(connections.filter(({ path }) => path.startsWith('P')).map((one) => one.path))) {
    const drawn = connections.some((one) => one.path === path && one.count > 0 && !one.variant);
    if (drawn) expect(svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain(t(`path.${path}.name`).slice(0, 20));
  }
});

describe('extent', () => {
  const topology = scenario('ha');
  const { connections } = analyze(topology);
  const paths = (svg: string) => new Set([...svg.matchAll(/data-path="(\w+)"/g)].map(([, path]) => path));

  test('a selection is drawn with what is at its other ends, and nothing else', () => {
    const chosen = connections.filter(({ path }) => path === 'P08');
    const kept = { connections: new Set(chosen.map(({ id }) => id)), boxes: new Set<string>() };
    const { svg } = exportSvg(topology, options({ extent: { type: 'selection', kept } }));
    expect([...paths(svg)]).toEqual(['P08']);
    const elements = new Set([...svg.matchAll(/data-element="([\w-]+)"/g)].map(([, name]) => name));
    expect([...elements].sort()).toEqual(['host', 'kube-apiserver', 'kubelet', 'worker']);
  });

  test('what a window shows is cut at its edges, and what is dimmed there is faint', () => {
    const view = { x: 300, y: 100, width: 500, height: 400 };
    const { svg } = exportSvg(
      topology,
      options({
        titleBlock: false,
        legend: false,
        table: 'none',
        extent: { type: 'visible', view, isDimmed: () => true },
      }),
    );
    expect(svg).toContain('viewBox="0 0 500 400"');
    expect(svg).toMatch(/<clipPath id="mitmap-\w+-clip"><rect height="400" width="500" x="300" y="100"\/>/);
    expect(svg).toContain('opacity="0.15"');
    expect(svg.length).toBeLessThan(exportSvg(topology, options({ table: 'none' })).svg.length);
  });

  test('table, legend and remarks tell of what is seen, and of nothing else', () => {
    const hidden = connections.find(({ path }) => path === 'P14');
    const seen = connections.find(({ path }) => path === 'P08');
    const remarks = {
      [hidden?.id ?? '']: { kind: 'note', text: 'nobody shall read this' },
      [seen?.id ?? '']: { kind: 'accepted', text: 'as it is' },
    } as const;
    const kept = { connections: new Set([seen?.id ?? '']), boxes: new Set<string>() };
    const { svg } = exportSvg({ ...topology, remarks }, options({ extent: { type: 'selection', kept }, model: false }));
    expect(svg).not.toContain('nobody shall read this');
    expect(svg).toContain('Accepted. as it is');
    const view = { x: 300, y: 100, width: 500, height: 400 };
    const isDimmed = ({ type, id }: { readonly type: string; readonly id: string }) =>
      type === 'connection' && !id.startsWith('P08');
    const part = exportSvg(topology, options({ extent: { type: 'visible', view, isDimmed } })).svg;
    expect(part).toContain('Kinds of connection: 1;');
    expect(part.replace(/<title>[^<]*<\/title>/g, '')).not.toContain(translator('en')('path.P14.name'));
  });

  test('a window beside the picture shows all of it', () => {
    const view = { x: -9000, y: 0, width: 100, height: 100 };
    const { svg } = exportSvg(topology, options({ extent: { type: 'visible', view, isDimmed: () => false } }));
    expect(paths(svg).has('P08')).toBe(true);
  });
});

describe('fonts', () => {
  const topology = scenario('documentation');

  test('as outlines there is no text, but a name for each', () => {
    const { svg } = exportSvg(topology, options({ fonts: { choice: 'outlines', set } }));
    expect(svg).not.toContain('<text');
    expect(svg).toContain('aria-label="kube-apiserver"');
  });

  test('a text that the font cannot write stays text', () => {
    const named = { ...topology, name: '東京 cluster' };
    const { svg } = exportSvg(named, options({ fonts: { choice: 'outlines', set } }));
    expect(svg.match(/<text[^>]*>[^<]*/g)?.map((one) => one.replace(/.*>/, ''))).toEqual(['東京 cluster']);
  });

  test('an embedded font has the characters that are used, and is the same tomorrow', () => {
    const chosen = options({ fonts: { choice: 'embedded', set } });
    const today = exportSvg(topology, chosen).svg;
    vi.useFakeTimers({ now: Date.now() + 86_400_000 });
    expect(exportSvg(topology, chosen).svg).toBe(today);
    vi.useRealTimers();
    const faces = [...today.matchAll(/font-weight:(\d+);src:url\(data:font\/otf;base64,([^)]*)\)/g)];
    expect(faces.map(([, weight]) => weight)).toEqual(['400', '700', '400']);
    const regular = parseFont(Uint8Array.from(Buffer.from(faces[0]?.[2] ?? '', 'base64')).buffer);
    expect(regular.charToGlyphIndex('k')).toBeGreaterThan(0);
    expect(regular.charToGlyphIndex('→')).toBeGreaterThan(0);
    expect(regular.charToGlyphIndex('Q')).toBe(0);
  });
});

test.each(paperIds)('everything is on the paper (%s)', (paper) => {
  const { svg, smallest } = exportSvg(scenario('kubeadm'), options({ paper }));
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  expect(smallest).toBeGreaterThan(0);
  if (paper === 'natural') return;
  const [, x = 0, y = 0, scale = 0] =
    /transform="translate\(([\d.]+) ([\d.]+)\) scale\(([\d.]+)\)"/.exec(svg)?.map(Number) ?? [];
  const natural = exportSvg(scenario('kubeadm'), options({ table: 'beneath' })).svg;
  const [, contentWidth = 0] = /viewBox="0 0 ([\d.]+)/.exec(natural)?.map(Number) ?? [];
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThan(0);
  expect(scale * contentWidth).toBeLessThanOrEqual(width);
  expect(width / height).toBeCloseTo(
    {
      slide: 16 / 9,
      'a4-landscape': 297 / 210,
      'a4-portrait': 210 / 297,
      'a3-landscape': 420 / 297,
      'a3-portrait': 297 / 420,
    }[paper],
    2,
  );
});

test('what stays within the own host is counted beside what crosses a network', () => {
  const ha = scenario('ha');
  const nodes = ha.nodes.map((node, at) => ({ ...node, name: ha.controlPlanes[at]?.name ?? node.name }));
  const joined = { ...ha, nodes };
  const counted = ({ connections }: ReturnType<typeof analyze>) =>
    connections.filter(({ path }) => path === 'P08').reduce((sum, { count }) => sum + count, 0);
  const { svg } = exportSvg(joined, options({ table: 'beneath' }));
  const row = svg.slice(svg.indexOf('kube-apiserver → kubelet: logs</text>'));
  const end = row.indexOf('kube-apiserver → kubelet: exec');
  expect(counted(analyze(joined))).toBe(9);
  expect(row.slice(0, end)).toMatch(/>9<\/text>/);
});
