import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../domain/applyEdit.ts';
import { longestText, mostElements } from '../domain/limits.ts';
import type { Topology } from '../domain/topology.ts';
import { readProject } from '../project/projectFile.ts';
import { writeProject } from '../project/writeProject.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { fixtures } from '../testing/importFixtures.ts';
import { runs } from '../testing/runs.ts';
import { importFiles } from './importFiles.ts';
import { updateTopology } from './joining/updateTopology.ts';
import { pseudonymize, restoreNames } from './pseudonyms.ts';
import { inMemory, textFile } from './source/inputFile.ts';

/* One law: whatever makes a model, it is stored and read again as it is. */

function isKept(topology: Topology): void {
  const read = readProject(writeProject(topology));
  expect(read.ok ? read.topology : read).toEqual(topology);
}

function imported(name: string, content: string | Uint8Array) {
  return importFiles([typeof content === 'string' ? textFile(name, content) : inMemory(name, content)]);
}

const kind = (of: string, name: string, rest = '') => `apiVersion: v1\nkind: ${of}\nmetadata: {name: ${name}}\n${rest}`;
const long = 'x'.repeat(longestText + 1);
const apiServer = (flag: string) =>
  kind(
    'Pod',
    'kube-apiserver-cp',
    `spec: {nodeName: cp, containers: [{name: a, command: [kube-apiserver, "${flag}"]}]}\n`,
  );
const many = (count: number, one: (number: number) => string) => Array.from({ length: count }, (_u, at) => one(at));

describe('what files hold', () => {
  test.each([
    ['a pod without a node', `${kind('Node', 'n1')}---\n${kind('Pod', 'p', 'spec: {nodeName: "", containers: []}\n')}`],
    ...['.inf', '.nan', '1e400', '-0', '99999999999', '0', '80.5'].map((port) => [
      `port ${port}`,
      kind('Pod', 'p', `spec: {nodeName: n, containers: [{ports: [{containerPort: ${port}}]}]}\n---\n`) +
        kind('Service', 's', `spec: {ports: [{port: ${port}}]}\n`),
    ]),
    ['a value beyond every measure', apiServer(`--etcd-servers=${long}`)],
    ['a name beyond every measure', `${kind('Node', long)}---\n${kind('Node', 'n1')}`],
    [
      'a label beyond every measure',
      kind('Pod', 'p', `spec: {nodeName: n}\n`).replace('p}', `p, labels: {a: ${long}}}`),
    ],
    [
      'a key that every object has',
      kind('Pod', 'p', 'spec: {nodeName: n}\n').replace('p}', 'p, labels: {__proto__: a, constructor: b}}'),
    ],
    [
      'names that every object has',
      many(3, (at) => kind('Node', ['constructor', '__proto__', 'toString'][at] ?? '')).join('---\n'),
    ],
    [
      'more addresses than a node may have',
      `${kind('Node', 'n1')}status: {addresses: [${many(150, (at) => `{type: InternalIP, address: 10.0.1.${at}}`).join(', ')}]}\n`,
    ],
    [
      'more ports than a Service may have',
      kind('Service', 's', `spec: {ports: [${many(11_000, (at) => `{port: ${at + 1}}`).join(', ')}]}\n`),
    ],
    ['half a letter', JSON.stringify({ kind: 'Node', metadata: { name: 'a\ud800' } })],
  ])('%s', (_what, text) => {
    const { clusters } = imported('a.yaml', text);
    expect(clusters.length).toBeGreaterThan(0);
    for (const { topology } of clusters) isKept(topology);
  });

  test.each([
    ['nodes', mostElements.nodes + 1, (at: number) => ({ kind: 'Node', metadata: { name: `n${at}` } })],
    [
      'webhooks',
      mostElements.extensions + 1,
      (at: number) => ({
        kind: 'ValidatingWebhookConfiguration',
        metadata: { name: `w${at}` },
        webhooks: [{ name: `a${at}`, clientConfig: { service: { name: 's', namespace: 'n' } } }],
      }),
    ],
    [
      'control planes',
      mostElements.controlPlanes + 1,
      (at: number) => ({
        kind: 'Pod',
        metadata: { name: `kube-apiserver-cp${at}`, namespace: 'kube-system' },
        spec: { nodeName: `cp${at}`, containers: [{ name: 'a', command: ['kube-apiserver', '--a=b'] }] },
      }),
    ],
  ])('more %s than a model may have, with word of it', (_what, count, one) => {
    const items = Array.from({ length: count }, (_u, at) => one(at));
    const { clusters, issues } = imported('a.json', JSON.stringify({ kind: 'List', items }));
    for (const { topology } of clusters) isKept(topology);
    expect(issues.map(({ code, params }) => [code, params['count']])).toContainEqual(['too-many', String(count)]);
  });

  test('every fixture, with any of its values replaced', () => {
    const odd = [
      '""',
      '.nan',
      '1e400',
      '-1',
      'null',
      '{}',
      '[]',
      '"\\ud800"',
      '__proto__',
      '~',
      `"${'y'.repeat(300)}"`,
    ];
    const texts = Object.entries(fixtures);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(...odd), ([name, text], at, value) => {
        const places = [...text.matchAll(/(?<=[:[,] *)"?[\w./-]+"?(?=[\s,}\]])/g)];
        const place = places[at % Math.max(1, places.length)];
        if (!place) return;
        const changed = text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
        for (const { topology } of imported(name, changed).clusters) isKept(topology);
      }),
      { numRuns: runs(400) },
    );
  });

  const shared = ['corpus', 'cases/open', 'faults'].map((folder) => join('..', 'shared', folder)).filter(existsSync);
  test.skipIf(shared.length === 0)('real files', () => {
    let clusters = 0;
    for (const file of shared.flatMap(filesIn).filter((one) => statSync(one).size < 2_000_000))
      for (const { topology } of imported(file, readFileSync(file)).clusters) {
        isKept(topology);
        clusters += 1;
      }
    expect(clusters).toBeGreaterThan(100);
  });
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
  );
}

describe('what somebody does', () => {
  test('a generated model, its pseudonyms, and an update of it', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: true }), anyTopology({ pinned: false }), (topology, other) => {
        isKept(topology);
        const { topology: made, key } = pseudonymize(topology);
        isKept(made);
        isKept(restoreNames(made, key).topology);
        isKept(updateTopology(topology, { topology: other, listed: [], questions: [] }));
      }),
      { numRuns: runs(100) },
    );
  });

  test('a key that gives two nodes one name changes nothing', () => {
    const { topology, key } = pseudonymize(scenario('ha'));
    const names = Object.fromEntries(Object.keys(key.names).map((name) => [name, 'same']));
    const restored = restoreNames(topology, { ...key, names });
    expect(restored).toEqual({ topology, count: 0 });
    isKept(restored.topology);
  });

  test('edits with values beyond every measure', () => {
    const base = scenario('kubeadm');
    const [pod] = base.pods;
    const [host] = base.controlPlanes;
    const ref = { at: 'control-plane', hostId: host?.id ?? '', component: 'kube-apiserver' } as const;
    const edits = [
      { type: 'set-setting', refs: [ref], key: 'anonymous-auth', value: long },
      { type: 'set-setting', refs: [ref], key: long, value: 'a' },
      { type: 'remark', target: '__proto__', remark: { kind: 'note', text: 'a' } },
      { type: 'remark', target: 'a', remark: { kind: 'note', text: long } },
      { type: 'set-version', version: long },
      { type: 'pin', id: 'constructor', pin: { x: 0, y: 0 } },
      { type: 'pin', id: 'a', pin: { x: Number.POSITIVE_INFINITY, y: 0 } },
      { type: 'change-pods', ids: [pod?.id ?? ''], change: { ports: [Number.NaN] } },
      { type: 'change-pods', ids: [pod?.id ?? ''], change: { labels: { toString: 'a' } } },
    ] as const;
    for (const edit of edits) {
      const changed = applyEdit(base, edit);
      isKept(changed);
      expect(changed).toBe(base);
    }
    const most = many(mostElements.extensions, () => 'add').reduce(
      (made) => applyEdit(made, { type: 'add-extension', kind: 'scraper' }),
      base,
    );
    expect(most.extensions).toHaveLength(mostElements.extensions);
    isKept(most);
  });
});
