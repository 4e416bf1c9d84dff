import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { inLayer } from '../../analysis/layer.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import { communicationPaths } from '../../catalog/communicationPaths.ts';
import { sources } from '../../catalog/sources.ts';
import { recordUrl, vulnerabilities } from '../../catalog/vulnerabilities.ts';
import type { Topology } from '../../domain/topology.ts';
import { texts as attacker } from '../../i18n/en/attacker.ts';
import { texts as explanations } from '../../i18n/en/explanations.ts';
import { texts as fixes } from '../../i18n/en/fixes.ts';
import { texts as words } from '../../i18n/en/interface.ts';
import { texts as english } from '../../i18n/en/report.ts';
import { locales } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import { isExposed } from '../../remedies/exposed.ts';
import { remediesForEach } from '../../remedies/forConnection.ts';
import { smallestSet } from '../../remedies/smallestSet.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { runs, someOf } from '../../testing/runs.ts';
import { decisionOn } from '../decisions.ts';
import { isOffPath } from './findings.ts';
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

const known = new Set<string>([
  ...Object.values(sources).flatMap(({ url }) => url ?? []),
  ...vulnerabilities.map(({ id }) => recordUrl(id)),
]);

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
  const exposed = analyze(topology).connections.filter(isExposed);
  for (const path of new Set(exposed.map((one) => one.path))) {
    expect(html).toContain(`<section id="path-${path}">`);
    expect(markdown).toMatch(new RegExp(`^### ${pathNumber(path)} \\(${path}\\) `, 'm'));
  }
}

describe.each(someOf(scenarioIds))('the report of the cluster %s', (id) => {
  test.each(locales)('is sound HTML and Markdown (%s)', (locale) => expectSound(scenario(id), locale));
});

test('the report of any cluster is sound', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: false }), fc.constantFrom(...locales), (topology, locale) =>
      expectSound(topology, locale),
    ),
    { numRuns: runs(8) },
  );
});

test('it counts what the analysis found', () => {
  const { connections } = analyze(scenario('everything-wrong'));
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
  const paths = inLayer(analyze(topology), 'documented').connections.filter(isExposed);
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
  const exposed = analyze(base).connections.find(isExposed);
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
          explicitSettings: { tlsCertFile: { value: hostile, origin: 'file', source: { file: hostile, line: 1 } } },
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
  const exposed = analyze(base).connections.find(isExposed);
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

/** A section of a Markdown report by the beginning of its heading, up to the next of its level. */
function sectionOf(markdown: string, heading: string): string {
  const from = markdown.indexOf(`\n${heading}`);
  const level = /^#+/.exec(heading)?.[0] ?? '';
  const rest = markdown.slice(from + 1 + heading.length);
  const end = rest.search(new RegExp(`\n#{1,${level.length}} `));
  return from < 0 ? '' : heading + (end < 0 ? rest : rest.slice(0, end));
}

test('a value that kubeadm or a configuration file sets is not called a default of Kubernetes', () => {
  const text = markdownReport(scenario('kubeadm'), optionsOf());
  const lines = text.split('\n').filter((line) => line.includes('/etc/kubernetes/pki'));
  expect(lines.filter((line) => /etc.kubernetes.pki[^(|]*(\(|\| )default of Kubernetes/.test(line))).toEqual([]);
  expect(text).toContain('written by kubeadm (assumed)');
  expect(text).toContain('default of Kubernetes 1.');
});

test('a path lists every step of the smallest set that it needs, in order', () => {
  for (const id of ['kubeadm', 'documentation', 'everything-wrong'] as const) {
    const topology = scenario(id);
    const plan = smallestSet(topology).plans[0]?.fixes ?? [];
    const exposed = analyze(topology).connections.filter(isExposed);
    const effects = remediesForEach(topology, exposed);
    for (const { remedy, closes } of plan)
      for (const path of closes) {
        const own = exposed.filter((one) => one.path === path).map((one) => effects.get(one.id) ?? []);
        expect(own.some((list) => list.some((one) => one.planned && one.remedy === remedy))).toBe(true);
      }
    const order = plan.map(({ remedy }) => remedy);
    for (const own of effects.values()) {
      const planned = own.filter((one) => one.planned).map(({ remedy }) => order.indexOf(remedy));
      expect(planned).toEqual(planned.toSorted((a, b) => a - b));
      expect(own.map((one) => one.planned)).toEqual(
        own.map((one) => one.planned).toSorted((a, b) => Number(b) - Number(a)),
      );
    }
    const logs = exposed.find(({ path }) => path === 'P08');
    if (logs) expect((effects.get(logs.id) ?? []).map(({ remedy }) => remedy)).toContain('kubelet-ca');
  }
});

test('what remains is said once, and only of remedies in the plan', () => {
  for (const id of scenarioIds) {
    const text = markdownReport(scenario(id), optionsOf());
    expect(text).not.toMatch(/After the smallest set: not determined\n- It stays open/);
  }
});

test('each path has a source that can be opened, and none points to a page that does not tell it', () => {
  expect(sources.LAB.url).toBeNull();
  for (const { sources: tags } of communicationPaths) expect(tags.some((tag) => sources[tag].url !== null)).toBe(true);
});

test('what follows is said in the words of the path', () => {
  const text = markdownReport(scenario('kubeadm'), optionsOf());
  expect(sectionOf(text, '### 8 (P08)')).toContain('An attacker: changes data (log lines');
  expect(sectionOf(text, '### 9 (P09)')).toMatch(/An attacker: has a credential .*passwords included; if one is typed/);
  const { connections } = analyze(scenario('kubeadm'));
  const onWire = connections.filter(({ status, exposure }) => status === 'unverified' && exposure.offPath.length === 0);
  expect(onWire.filter(isOffPath)).toEqual([]);
});

test('a server without an authorizer by design is called so', () => {
  expect(markdownReport(scenario('hardened'), optionsOf())).toContain('none by design');
  for (const locale of locales) expect(translator(locale)('rule.R12')).toContain('etcd');
});

test('an undetermined path has its reason, and no file is missed where none would tell', () => {
  const text = sectionOf(markdownReport(scenario('documentation'), optionsOf()), '## 9. ');
  expect(text).toMatch(/- A13 .*\n {2}- whether the client checks the server’s certificate depends on who calls/);
});

test('an end that is accepted accepts its connections, here as in other formats', () => {
  const base = scenario('kubeadm');
  const exposed = analyze(base).connections.find((one) => isExposed(one) && one.server.members.length > 0);
  if (!exposed) throw new Error('kubeadm has an exposed path');
  const remark = { kind: 'out-of-scope' as const, text: '' };
  const topology = { ...base, remarks: Object.fromEntries(exposed.server.members.map((id) => [id, remark])) };
  expect(decisionOn(topology, exposed)).toEqual(remark);
  const text = markdownReport(topology, optionsOf());
  expect(text).toMatch(/put out of scope: [1-9]/);
  expect(text).toContain('no reason given');
});

test('a very wide picture has a page of its own, and the report says how small its text is', () => {
  const content = reportContent(scenario('kubeadm'), optionsOf());
  const wide = '<svg viewBox="0 0 9600 800"><text font-size="12">x</text></svg>';
  const html = writeHtml(content, { locale: 'en', svg: wide });
  expect(html).toContain('class="part poster"');
  expect(html).toContain('its text is 1.4 points high');
  expect(writeHtml(content, { locale: 'en', svg })).not.toContain('points high');
});

test('controls are given with their edition, and the summary calls the smallest set by its name', () => {
  const text = markdownReport(scenario('kubeadm'), optionsOf());
  expect(text).toMatch(/CIS Kubernetes Benchmark v1\.12: [1-5]\./);
  expect(text).toContain('profile cis-1.12 of kube-bench');
  const older = (kubernetesVersion: string) =>
    markdownReport({ ...scenario('kubeadm'), kubernetesVersion }, optionsOf());
  expect(older('1.27')).toMatch(/CIS Kubernetes Benchmark v1\.9: [1-5]\./);
  // Before, the controls had other numbers.
  expect(older('1.26')).not.toContain('CIS Kubernetes Benchmark');
  const summary = sectionOf(text, '## 1. Summary');
  expect(summary).toContain('The smallest set that closes all that settings can close');
  expect(summary).not.toContain('nothing yet');
  const steps = smallestSet(scenario('kubeadm')).plans[0]?.fixes ?? [];
  expect(summary.match(/^ *(\d+\.|- First:)/gm)).toHaveLength(steps.length);
});

test('rules are given in words; their inputs only in a part that is off by default', () => {
  const raw = 'perRequestSkip=';
  expect(markdownReport(scenario('kubeadm'), optionsOf({ parts: usualParts }))).not.toContain(raw);
  expect(markdownReport(scenario('kubeadm'), optionsOf({ parts: new Set(['derivation']) }))).toContain(raw);
});

test('numbers are those of the picture, with the name of the path once in its heading', () => {
  const content = reportContent(scenario('kubeadm'), optionsOf());
  const table = content.sections.find(({ part }) => part === 'table')?.blocks[0];
  const numbers = table?.kind === 'table' ? table.rows.map(({ cells }) => cells[0]) : [];
  const words = numbers.map((cell) => cell?.map((one) => (typeof one === 'string' ? one : one.text)).join(''));
  expect(words.filter((word) => /^P\d|^A0/.test(word ?? ''))).toEqual([]);
});
