import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../analysis/analyse.ts';
import { inLayer } from '../../analysis/layer.ts';
import { sources } from '../../catalogue/sources.ts';
import type { Topology } from '../../domain/topology.ts';
import { texts as attacker } from '../../i18n/en/attacker.ts';
import { texts as explanations } from '../../i18n/en/explanations.ts';
import { texts as fixes } from '../../i18n/en/fixes.ts';
import { texts as words } from '../../i18n/en/interface.ts';
import { texts as english } from '../../i18n/en/report.ts';
import { locales } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import { isExposed } from '../../remedies/exposed.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { htmlReport, writeHtml } from './htmlReport.ts';
import { markdownReport, writeMarkdown } from './markdownReport.ts';
import { reportContent, withParts } from './reportContent.ts';
import { type ReportOptions, reportParts, usualParts } from './reportPart.ts';

const svg =
  '<?xml version="1.0"?>\n<svg viewBox="0 0 20 10"><metadata>MODEL-OF-THE-FILE</metadata><title>Picture</title></svg>\n';

function optionsOf(some: Partial<ReportOptions> = {}): ReportOptions {
  const locale = some.locale ?? 'en';
  return {
    t: translator(locale),
    locale,
    layer: 'all',
    date: '2026-11-25',
    version: '1.2.3',
    issues: [],
    parts: new Set(reportParts),
    svg,
    ...some,
  };
}

const empty = new Set(['meta', 'use', 'path', 'rect', 'circle']);

/** Problems of HTML as a strict reader sees them: every tag closed in order, every quote and every sign in its place. */
function faultsOf(html: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  const pointers: string[] = [];
  const body = html.replace(/^<!DOCTYPE html>\n/, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>$/.exec(piece);
    if (!tag) {
      if (/[<>]|&(?!(amp|lt|gt|quot);)/.test(piece)) faults.push(piece);
      continue;
    }
    const [, isEnd, name = '', attributes = '', isAlone] = tag;
    const names = [...attributes.matchAll(/ ([a-zA-Z:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length || names.some((one) => one?.startsWith('on'))) faults.push(piece);
    const [, id] = / id="([^"]*)"/.exec(attributes) ?? [];
    if (id !== undefined && ids.has(id)) faults.push(`twice: ${id}`);
    if (id !== undefined) ids.add(id);
    const [, pointer] = / (?:href="#|aria-labelledby=")([^"]*)"/.exec(attributes) ?? [];
    if (pointer !== undefined) pointers.push(pointer);
    if (isEnd) {
      const last = open.pop();
      if (last !== name) faults.push(`${piece} ends ${last}`);
    } else if (!isAlone && !empty.has(name)) open.push(name);
  }
  return [...faults, ...open, ...pointers.filter((one) => !ids.has(one)).map((one) => `nowhere: ${one}`)];
}

const known = new Set<string>(Object.values(sources).map(({ url }) => url));

/** Whether a word of a report is the name of a text, which then was not found. */
function isKey(word: string): boolean {
  return word in { ...english, ...explanations, ...fixes, ...attacker, ...words };
}

function expectSound(topology: Topology, locale: 'en' | 'de'): void {
  const content = reportContent(topology, optionsOf({ locale }));
  const html = writeHtml(content, { locale, svg });
  const markdown = writeMarkdown(content);
  expect(faultsOf(html)).toEqual([]);
  expect(html.match(/<script|<iframe|<img|<link|javascript:|url\(|@import|MODEL-OF-THE-FILE/i)).toBeNull();
  const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, url]) => url ?? []);
  const foreign = links.filter((url) => !url.startsWith('#') && !url.startsWith('https://attack.mitre.org/'));
  expect(foreign.filter((url) => !known.has(url))).toEqual([]);
  const key =
    /\b(report|value|because|stake|verb|issue|advice|remedy|limit|leaves|breaks|consequence|condition|origin)\.[a-zA-Z0-9.-]+/g;
  const keys = `${html.replace(/<style>[^<]*<\/style>/, '')}${markdown}`.match(key) ?? [];
  expect(keys.filter((one) => isKey(one.replace(/\.$/, '')))).toEqual([]);
  const exposed = analyse(topology).connections.filter(isExposed);
  for (const path of new Set(exposed.map((one) => one.path))) {
    expect(html).toContain(`<section id="path-${path}">`);
    expect(markdown).toMatch(new RegExp(`^### ${path} `, 'm'));
  }
}

describe.each(scenarioIds)('the report of the cluster %s', (id) => {
  test.each(locales)('is sound HTML and Markdown (%s)', (locale) => expectSound(scenario(id), locale), 60_000);
});

test('the report of any cluster is sound', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: false }), fc.constantFrom(...locales), (topology, locale) =>
      expectSound(topology, locale),
    ),
    { numRuns: 20, seed: 64, endOnFailure: true },
  );
}, 240_000);

test('it counts what the analysis found', () => {
  const { connections } = analyse(scenario('everything-wrong'));
  const counted = connections.filter(({ count, variant }) => count > 0 && variant === undefined);
  const content = reportContent(scenario('everything-wrong'), optionsOf());
  const cards = content.sections[0]?.blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : [])) ?? [];
  const own = (status: string) => counted.filter((one) => one.status === status);
  expect(cards.map(({ status, connections: count }) => [status, count])).toEqual(
    cards.map(({ status }) => [status, own(status).reduce((sum, { count }) => sum + count, 0)]),
  );
  expect(cards.reduce((sum, card) => sum + card.connections, 0)).toBe(
    counted.reduce((sum, { count }) => sum + count, 0),
  );
  const table = content.sections.flatMap(({ part, blocks }) => (part === 'table' ? blocks : []))[0];
  expect(table?.kind === 'table' && table.rows).toHaveLength(connections.length);
});

test('the documented layer holds documented paths only', () => {
  const topology = scenario('documentation');
  const paths = inLayer(analyse(topology), 'documented').connections.filter(isExposed);
  const html = htmlReport(topology, optionsOf({ layer: 'documented' }));
  const found = [...html.matchAll(/<section id="path-(.*?)">/g)].map(([, path]) => path);
  expect(new Set(found)).toEqual(new Set(paths.map(({ path }) => path)));
});

test('every part can be left out, and nothing then points to it', () => {
  const content = reportContent(scenario('kubeadm'), optionsOf());
  for (const part of reportParts) {
    const html = writeHtml(withParts(content, new Set(reportParts.filter((one) => one !== part))), {
      locale: 'en',
      svg,
    });
    expect(html).not.toContain(`id="part-${part}"`);
    expect(faultsOf(html)).toEqual([]);
  }
  const bare = writeHtml(withParts(content, new Set()), { locale: 'en', svg });
  expect(bare.match(/<h2/g)).toHaveLength(1);
  expect(writeHtml(content, { locale: 'en', svg: null })).not.toContain('part-picture');
});

const hostile =
  '</code><script>alert(1)</script> | `x` [y](https://evil.example) www.evil.example ![z](//e) <b>\u202e"';

test('names, values, remarks and messages are never markup', () => {
  const base = scenario('kubeadm');
  const [node] = base.nodes;
  const exposed = analyse(base).connections.find(isExposed);
  if (!node || !exposed) throw new Error('kubeadm has a node and an exposed path');
  const topology: Topology = {
    ...base,
    name: hostile,
    sources: [hostile],
    nodes: [
      {
        ...node,
        name: hostile,
        kubelet: {
          form: 'flags',
          stated: { tlsCertFile: { value: hostile, origin: 'file', source: { file: hostile, line: 1 } } },
        },
      },
    ],
    remarks: { [node.id]: { kind: 'accepted', text: hostile }, [exposed.id]: { kind: 'note', text: hostile } },
  };
  const issues = [{ code: 'x', severity: 'error', file: hostile, line: 1, message: hostile }];
  const html = htmlReport(topology, optionsOf({ issues }));
  const markdown = markdownReport(topology, optionsOf({ issues }));
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain('&lt;script&gt;');
  for (const text of [html, markdown]) expect(text).not.toContain('\u202e');
  const outsideCode = markdown.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '').replaceAll(/\\./g, '');
  const markup = outsideCode.match(/<.{9}|\]\((?!https:\/\/(?!evil)).{9}|https:\/\/evil|www\.evil/g);
  expect(markup).toBeNull();
});

test('what somebody accepted keeps its class and shows the reason', () => {
  const base = scenario('kubeadm');
  const exposed = analyse(base).connections.find(isExposed);
  const remarks = { [exposed?.id ?? '']: { kind: 'accepted' as const, text: 'Until the move in May.' } };
  const text = markdownReport({ ...base, remarks }, optionsOf());
  expect(text).toContain('Until the move in May.');
  expect(text).toContain('put out of scope: 1.');
  const counts = (report: string) => /## 1\. Summary\n\n([\s\S]*?)\n\n/.exec(report)?.[1];
  expect(counts(text)).toBe(counts(markdownReport(base, optionsOf())));
});

test('the same input gives the same bytes', () => {
  const make = () => [htmlReport(scenario('ha'), optionsOf()), markdownReport(scenario('ha'), optionsOf())];
  expect(make()).toEqual(make());
});

test('Markdown names a picture only where there is one', () => {
  const content = reportContent(scenario('kubeadm'), optionsOf());
  expect(writeMarkdown(content)).not.toContain('![');
  expect(writeMarkdown(content, 'mitmap picture.svg')).toContain('](<mitmap%20picture.svg>)');
  expect(usualParts.has('protected')).toBe(false);
});

test('a cluster of many nodes that are alike has a report of bounded size', () => {
  const base = scenario('kubeadm');
  const [node] = base.nodes;
  if (!node) throw new Error('kubeadm has a node');
  const nodes = Array.from({ length: 100 }, (_one, index) => ({ ...node, id: `n${index}`, name: `node-${index}` }));
  const report = htmlReport({ ...base, nodes, pods: [] }, optionsOf({ parts: usualParts, svg: null }));
  expect(report).toContain('×100');
  expect(report.length).toBeLessThan(200_000);
});
