import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { embeddedModel, readEmbeddedModel } from './embeddedModel.ts';
import { pack, unpack } from './pack.ts';
import { readModelPart, readProject, readRecent } from './projectFile.ts';
import { writeRecent } from './recentWork.ts';
import { readShareLink, writeShareLink } from './shareLink.ts';
import { projectFileName, projectVersion, writeProject, writeProjectFile } from './writeProject.ts';

const svgOf = (topology: Topology) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><metadata>${embeddedModel(topology)}</metadata><rect/></svg>`;
const hashOf = (topology: Topology) => `#${writeShareLink(topology, [['lang', 'de']]).fragment}`;
const konnectivity = scenario('konnectivity');
const full: Topology = {
  ...konnectivity,
  nodes: konnectivity.nodes.map((node) => ({ ...node, zone: 'eu-1a', pool: 'blue' })),
  name: 'Größe — 集群 <&>"\'',
  sources: ['a.yaml'],
  pseudonymous: true,
  remarks: { 'worker-1': { kind: 'accepted', text: 'until\n"May"' } },
};

test('every model comes back exactly as it was, from each form, and is written in the same bytes again', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: true }), (topology) => {
      const expected = { ok: true, topology };
      const read = readProject(writeProjectFile(topology));
      expect(read).toEqual(expected);
      expect(read.ok && writeProjectFile(read.topology)).toBe(writeProjectFile(topology));
      expect(readProject(writeProject(topology))).toEqual(expected);
      const embedded = readEmbeddedModel(svgOf(topology));
      expect(embedded).toEqual(expected);
      expect(embedded.ok && embeddedModel(embedded.topology)).toBe(embeddedModel(topology));
      const linked = readShareLink(hashOf(topology));
      expect(linked).toEqual(expected);
      expect(linked?.ok && hashOf(linked.topology)).toBe(hashOf(topology));
    }),
    { numRuns: runs(200) },
  );
});

test('what a generated model does not have comes back too', () => {
  expect(readProject(writeProject(full))).toEqual({ ok: true, topology: full });
  expect(readEmbeddedModel(svgOf(full))).toEqual({ ok: true, topology: full });
  expect(readShareLink(hashOf(full))).toEqual({ ok: true, topology: full });
});

test('the order of keys is the same however a model came to be', () => {
  const { remarks, pods, ...rest } = full;
  const turned: Topology = {
    remarks,
    ...rest,
    pods: pods.map((pod) => ({ ...pod, labels: Object.fromEntries(Object.entries(pod.labels).reverse()) })),
  };
  expect(writeProjectFile(turned)).toBe(writeProjectFile(full));
});

test('files have names that every system takes', () => {
  expect(projectFileName({ ...full, name: 'Prod / eu-west:1' })).toBe('prod-eu-west-1.mitmap.json');
  expect(projectFileName({ ...full, name: '../..' })).toBe('cluster.mitmap.json');
});

describe('earlier versions', () => {
  const first = readFileSync(new URL('./version1.json', import.meta.url), 'utf8');

  test('a file of the first version opens', () => {
    expect(readProject(first)).toEqual({ ok: true, topology: scenario('konnectivity') });
  });

  test('so does one from before there were extensions, remarks and places', () => {
    const { topology } = JSON.parse(first);
    for (const key of ['distribution', 'extensions', 'arrangement', 'remarks']) delete topology[key];
    for (const one of topology.outside) delete one.settings;
    const outcome = readProject(JSON.stringify({ mitmap: 1, topology }));
    expect(outcome).toMatchObject({ ok: true, topology: { extensions: [], remarks: {}, distribution: null } });
    // The present form has them all, so their absence is damage.
    expect(readProject(JSON.stringify({ mitmap: 2, topology }))).toMatchObject({ ok: false, reason: 'damaged' });
  });

  test('recent works of the first version are kept, and damaged ones do not take the others along', () => {
    const { topology } = JSON.parse(first);
    const works = readRecent(JSON.stringify([{ date: '2026-01-01', topology }, { date: 'x' }, null]));
    expect(works).toEqual([{ date: '2026-01-01', topology: scenario('konnectivity') }]);
    expect(readRecent(writeRecent(works))).toEqual(works);
  });
});

describe('what cannot be read', () => {
  const written = writeProject(scenario('documentation'));
  const withTopology = (change: Readonly<Record<string, unknown>>) => {
    const { topology } = JSON.parse(written);
    return JSON.stringify({ mitmap: projectVersion, topology: { ...topology, ...change } });
  };

  test.each(['', 'null', '[]', '7', '"mitmap"', '{}', 'kind: Pod', '{"mitmap":"key","names":{}}', '{"mitmap":-1}'])(
    '%j is foreign',
    (text) => expect(readProject(text)).toEqual({ ok: false, reason: 'foreign' }),
  );

  test('a newer file, picture or link says what it needs', () => {
    const newer = { ok: false, reason: 'newer', needs: 9 };
    expect(readProject('{"mitmap":9,"topology":{"anything":1}}')).toEqual(newer);
    expect(readShareLink('#model=9.whatever')).toEqual(newer);
    expect(readEmbeddedModel('<svg><mitmap:project version="9">x</mitmap:project></svg>')).toEqual(newer);
  });

  test('damage is found by line and column, or by its path', () => {
    expect(readProject('{\n  "mitmap": 2,\n  "topology": {,}\n}')).toEqual({
      ok: false,
      reason: 'damaged',
      place: '3:16',
    });
    expect(readProject(withTopology({ name: 7 }))).toEqual({ ok: false, reason: 'damaged', place: 'topology.name' });
    expect(readProject(withTopology({ nodes: [null] }))).toMatchObject({ place: 'topology.nodes[0]' });
  });

  test('ids that contradict each other are refused', () => {
    const { topology } = JSON.parse(written) as { readonly topology: Pick<Topology, 'nodes' | 'pods'> };
    const { nodes, pods } = topology;
    expect(readProject(withTopology({ nodes: [...nodes, ...nodes] }))).toMatchObject({
      reason: 'contradictory',
      place: nodes[0]?.id,
    });
    const lost = pods.map((pod) => ({ ...pod, nodeId: 'nowhere' }));
    expect(readProject(withTopology({ pods: lost }))).toMatchObject({ reason: 'contradictory' });
  });

  test('far too much of anything is refused', () => {
    const networks = Array.from({ length: 9 }, () => scenario('documentation').networks[0]);
    expect(readProject(withTopology({ networks }))).toMatchObject({ reason: 'too-large', place: 'topology.networks' });
  });

  test('no text changes what every object has', () => {
    const evil = '{"polluted":"yes"}';
    const texts = [
      `{"mitmap":2,"__proto__":${evil},"topology":${written.slice(written.indexOf('{"name"'), -1)}}`,
      written.replace('"topology":{', `"topology":{"__proto__":${evil},`),
      written.replace('"remarks":{', '"remarks":{"__proto__":{"kind":"note","text":"x"},'),
      written.replace('"remarks":{', '"remarks":{"constructor":{"kind":"note","text":"x"},'),
      written.replace('"labels":{', '"labels":{"__proto__":"x",'),
    ];
    for (const text of texts) {
      const outcome = readProject(text);
      if (outcome.ok) expect(JSON.stringify(outcome.topology)).not.toMatch(/polluted|__proto__/);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(readModelPart(text)).toBeNull();
    }
    expect(readProject(written.replace('"id":"worker-1"', '"id":"__proto__"'))).toMatchObject({ ok: false });
  });

  test('a later version may add keys', () => {
    expect(readProject(withTopology({ later: { of: ['any'] } }))).toEqual({
      ok: true,
      topology: scenario('documentation'),
    });
  });

  test('every cut of a file, a picture and a link is refused, and most say that the end is missing', () => {
    const [svg, hash] = [svgOf(scenario('documentation')), hashOf(scenario('documentation'))];
    const file = writeProjectFile(scenario('documentation')).trimEnd();
    const cutsOf = (text: string) => Array.from({ length: text.length }, (_unused, length) => text.slice(0, length));
    for (const text of [file, written])
      for (const cut of cutsOf(text)) {
        const outcome = readProject(cut);
        const isKnown = /^\s*\{\s*"mitmap"\s*:\s*\d/.test(cut);
        expect([cut.length, outcome]).toEqual([cut.length, { ok: false, reason: isKnown ? 'truncated' : 'foreign' }]);
      }
    const end = svg.indexOf('</mitmap:project>') + '</mitmap:project>'.length;
    for (const cut of cutsOf(svg.slice(0, end)))
      expect(readEmbeddedModel(cut)).toMatchObject({ reason: expect.stringMatching(/^(truncated|foreign)$/) });
    for (const cut of cutsOf(hash)) {
      const outcome = readShareLink(cut);
      if (!new URLSearchParams(cut.slice(1)).has('model')) expect(outcome).toBeNull();
      else expect(outcome).toMatchObject({ reason: expect.stringMatching(/^(truncated|damaged)$/) });
    }
  });

  test('no changed letter makes a reader throw', () => {
    const svg = svgOf(scenario('documentation'));
    for (let at = 0; at < svg.length; at += 3) readEmbeddedModel(`${svg.slice(0, at)}!${svg.slice(at + 1)}`);
    for (let at = 0; at < written.length; at += 3) readProject(`${written.slice(0, at)}\u0000${written.slice(at + 1)}`);
    const hash = hashOf(scenario('documentation'));
    for (let at = 0; at < hash.length; at += 3) readShareLink(`${hash.slice(0, at)}%${hash.slice(at + 1)}`);
  });

  test('a few bytes that unpack to very many are given up', () => {
    const bomb = Buffer.from(deflateSync(new Uint8Array(80_000_000), { level: 9 })).toString('base64');
    expect(bomb.length).toBeLessThan(200_000);
    expect(unpack(bomb)).toEqual({ ok: false, reason: 'too-large' });
    const wrapped = embeddedModel(scenario('documentation')).replace(/>[^<]*</, `>${bomb}<`);
    expect(readEmbeddedModel(wrapped)).toMatchObject({ reason: 'too-large' });
    expect(unpack(pack('a'.repeat(1_000_000)))).toEqual({ ok: true, text: 'a'.repeat(1_000_000) });
  });

  test('deep nesting is no model', () => {
    const deep = '['.repeat(100_000);
    expect(readProject(deep)).toMatchObject({ ok: false });
    expect(readProject(`{"mitmap":2,"topology":${deep}`)).toMatchObject({ ok: false, reason: 'truncated' });
    expect(readProject(`{"mitmap":2,"topology":${deep}${']'.repeat(100_000)}}`)).toMatchObject({ reason: 'damaged' });
  });
});

test('a picture is only looked at as text', () => {
  const evil = '<svg onload="alert(1)"><script>alert(1)</script></svg>';
  expect(readEmbeddedModel(evil)).toEqual({ ok: false, reason: 'foreign' });
  expect(embeddedModel(full)).toMatch(/^<mitmap:project [^<>&]*>[A-Za-z\d+/=]*<\/mitmap:project>$/);
});

test('a link keeps its other parameters, and says how long it is', () => {
  const link = writeShareLink(full, [
    ['path', 'P01:a:b'],
    ['lesson', '3'],
  ]);
  const params = new URLSearchParams(link.fragment ?? '');
  expect([...params.keys()]).toEqual(['path', 'lesson', 'model']);
  expect(link.length).toBe(link.fragment?.length);
  expect(readShareLink('#path=P01&lesson=3')).toBeNull();
});

test('the largest clusters are read in a few seconds, and are no link', () => {
  const { pods, nodes, ...rest } = scenario('kubeadm');
  const [pod, node] = [pods[0], nodes[0]];
  if (!pod || !node) throw new Error('the scenario has no pod');
  const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_unused, i) => make(i));
  const large: Topology = {
    ...rest,
    nodes: many(5000, (index) => ({ ...node, id: `n${index}`, name: `n${index}` })),
    pods: many(150_000, (index) => ({ ...pod, id: `p${index}`, name: `p${index}`, nodeId: `n${index % 5000}` })),
  };
  const outcome = readProject(writeProject(large));
  expect(outcome.ok && outcome.topology.pods.length).toBe(150_000);
  expect(writeShareLink(large, [])).toEqual({ fragment: null, length: null });
});
