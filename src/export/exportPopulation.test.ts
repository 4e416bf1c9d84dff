import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { translator } from '../i18n/translate.ts';
import { worstConnections } from '../population/classes.ts';
import { populate } from '../population/populate.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { themes } from '../scene/theme.ts';
import { exportPopulation } from './exportPopulation.ts';

const topology = scenario('everything-wrong');
const population = populate(topology);
const classes = worstConnections(population.kinds, analyze(topology).connections, 'overall').map(
  (one) => one?.status ?? null,
);
const svg = exportPopulation({
  population,
  classes,
  theme: themes.light,
  titles: population.sections.map((_section, index) => `section <${index}>`),
  name: 'a & b',
  t: translator('en'),
  locale: 'en',
});

test('one path for each class, whatever the number of cells', () => {
  const drawn = [...svg.matchAll(/<path d="[^"]*" fill="[^"]*"><title>/g)].length;
  expect(drawn).toBe(new Set(classes).size);
});

test('every cell is in the path of its class', () => {
  const cells = population.lists.nodes.length + population.member.length;
  const paths = [...svg.matchAll(/<path d="([^"]*)" fill="[^"]*"><title>/g)].map(([, d = '']) => d);
  expect(paths.reduce((sum, d) => sum + d.split('M').length - 1, 0)).toBe(cells);
});

test('another renderer draws it, and names are no markup', () => {
  expect(svg).toContain('a &amp; b');
  expect(svg).toContain('section &lt;0&gt;');
  const { width, height, pixels } = new Resvg(svg, { fitTo: { mode: 'width', value: 800 } }).render();
  expect(width).toBe(800);
  const inks = new Set<string>();
  for (let at = 0; at < width * height; at += 1) inks.add(pixels.subarray(at * 4, at * 4 + 3).join());
  for (const status of new Set(classes)) {
    if (status === null) continue;
    const value = Number.parseInt(themes.light.status[status].color.slice(1), 16);
    expect(inks.has([value >> 16, (value >> 8) & 255, value & 255].join()), status).toBe(true);
  }
});

test('the same cluster gives the same bytes', () => {
  const again = exportPopulation({
    population: populate(topology),
    classes,
    theme: themes.light,
    titles: population.sections.map((_section, index) => `section <${index}>`),
    name: 'a & b',
    t: translator('en'),
    locale: 'en',
  });
  expect(again).toBe(svg);
});
