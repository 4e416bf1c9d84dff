import { expect, test } from 'vitest';
import type { Topology } from '../domain/topology.ts';
import { pseudonymize, restoreNames } from '../importers/pseudonyms.ts';
import { embeddedModel } from '../project/embeddedModel.ts';
import { readProject } from '../project/projectFile.ts';
import { writeProject, writeProjectFile } from '../project/writeProject.ts';
import { createReaderHere, type ImportReader } from '../reading/importReader.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
import { ownModel } from './ownModel.ts';
import { selectScene } from './selectors.ts';

const aStore = () => createAppStore({ locale: 'en', theme: 'light', topology: null });

test('undo and redo bring back exactly what was, and a new edit empties the future', () => {
  const store = aStore();
  const start = store.getState().topology;
  store.getState().edit({ type: 'add-node' });
  const changed = store.getState().topology;
  store.temporal.getState().undo();
  expect(store.getState().topology).toBe(start);
  store.temporal.getState().redo();
  expect(store.getState().topology).toBe(changed);
  store.temporal.getState().undo();
  store.getState().edit({ type: 'add-service' });
  expect(store.temporal.getState().futureStates).toEqual([]);
});

test('selecting is no step in the history, and keeps the picture', () => {
  const store = aStore();
  const scene = selectScene(store.getState());
  store.getState().select({ type: 'element', id: 'worker~worker-1' });
  expect(store.temporal.getState().pastStates).toEqual([]);
  expect(selectScene(store.getState())).toBe(scene);
});

const file = (name: string, content: string) => ({ name, blob: new Blob([content]) });
const nodeList = (...names: readonly string[]) =>
  JSON.stringify({ kind: 'List', items: names.map((name) => ({ kind: 'Node', metadata: { name } })) });

test('an import is previewed, kept when it is confirmed, one undo away, and a failed one changes nothing', async () => {
  const store = aStore();
  const start = store.getState().topology;
  await store.getState().importFiles([file('x.yaml', 'a: [')]);
  expect(store.getState().topology).toBe(start);
  expect(store.getState().report?.outcome).toBe('failed');
  await store.getState().importFiles([file('n.json', nodeList('n1'))]);
  expect(store.getState().topology).toBe(start);
  expect(store.getState().preview?.updated).toBeNull();
  await store.getState().confirmImport({ mode: 'new', pseudonyms: false });
  expect(store.getState().topology.nodes.map((node) => node.name)).toEqual(['n1']);
  store.temporal.getState().undo();
  expect(store.getState().topology).toBe(start);
});

test('a second import of the same cluster is an update that says what changes', async () => {
  const store = aStore();
  const take = async (content: string) => {
    await store.getState().importFiles([file('nodes.json', content)]);
    await store.getState().confirmImport({ mode: 'update', pseudonyms: false });
  };
  await take(nodeList('n1', 'n2'));
  await take(nodeList('n2', 'n3'));
  expect(store.getState().topology.nodes.map((node) => node.name)).toEqual(['n2', 'n3']);
  expect(store.getState().report?.drift?.elements.map(({ name, change }) => `${name} ${change}`)).toEqual([
    'n3 added',
    'n1 removed',
  ]);
});

test('files that come while an import still becomes the model are held against that model', async () => {
  const store = aStore();
  await store.getState().importFiles([file('nodes.json', nodeList('n1', 'n2'))]);
  const confirmed = [1, 2].map(() => store.getState().confirmImport({ mode: 'new', pseudonyms: false }));
  await store.getState().importFiles([file('nodes.json', nodeList('n2', 'n3'))]);
  expect(store.getState().preview?.isSameCluster).toBe(true);
  expect(store.getState().preview?.updated?.nodes.map((node) => node.name)).toEqual(['n2', 'n3']);
  await Promise.all(confirmed);
  expect(store.temporal.getState().pastStates).toHaveLength(1);
});

test('of two readings at once the later one is previewed, whichever ends first', async () => {
  const file = (name: string) => [{ name: `${name}.json`, blob: new Blob([nodeList(name)]) }];
  const ends: (() => void)[] = [];
  const held = createReaderHere();
  const reader: ImportReader = {
    ...held,
    read: async (files, onProgress) => {
      await new Promise<void>((end) => ends.push(end));
      return held.read(files, onProgress);
    },
  };
  const store = createAppStore({ locale: 'en', theme: 'light', topology: null, reader });
  const both = [store.getState().importFiles(file('early')), store.getState().importFiles(file('late'))];
  await expect.poll(() => ends.length).toBe(2);
  for (const end of ends.toReversed()) {
    end();
    await new Promise((done) => setTimeout(done));
  }
  await Promise.all(both);
  expect(store.getState().preview?.result.clusters[0]?.topology.nodes.map(({ name }) => name)).toEqual(['late']);
  expect(store.getState().reading).toBeNull();
  expect(store.getState().report).toBeNull();
});

test('pseudonyms lead back to the names only through their key', async () => {
  const store = aStore();
  await store.getState().importFiles([file('secret-project.json', nodeList('bank-db-1'))]);
  const key = await store.getState().confirmImport({ mode: 'new', pseudonyms: true });
  expect(JSON.stringify(store.getState().topology)).not.toMatch(/bank|secret-project/);
  await store.getState().importFiles([file('key.json', JSON.stringify(key))]);
  expect(store.getState().topology.nodes.map((node) => node.name)).toEqual(['bank-db-1']);
});

test('two clusters are two documents', async () => {
  const store = aStore();
  await store.getState().importFiles([file('a.json', nodeList('a1', 'a2')), file('b.json', nodeList('b1', 'b2'))]);
  await store.getState().confirmImport({ mode: 'new', pseudonyms: false });
  expect(store.getState().topology.nodes.map((node) => node.name)).toEqual(['a1', 'a2']);
  expect(store.getState().recent[0]?.topology.nodes.map((node) => node.name)).toEqual(['b1', 'b2']);
});

test('a trial changes nothing until it is kept, and each of its steps can be undone', async () => {
  const app = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
  const own = app.getState().topology;
  await app.getState().tryOut(['kubelet-serving-certificates', 'kubelet-ca']);
  expect(app.getState().trialBase).toBe(own);
  expect(app.getState().topology.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings).toHaveProperty([
    'kubelet-certificate-authority',
  ]);
  app.getState().endTrial(false);
  expect(app.getState().topology).toBe(own);
  app.temporal.getState().undo();
  expect(app.getState().trialBase).toBe(own);
  app.getState().endTrial(true);
  expect(app.getState().trialBase).toBeNull();
  expect(app.getState().topology).not.toBe(own);
  app.temporal.getState().undo(2);
  expect(app.getState().topology).toBe(own);
});

test('a remedy is not tried without what must come before it', async () => {
  const app = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
  await app.getState().tryOut(['kubelet-ca']);
  expect(app.getState().topology.controlPlanes).toEqual(scenario('kubeadm').controlPlanes);
});

test.each(scenarioIds)('a saved project is read back exactly: %s', (id) => {
  expect(readProject(writeProject(scenario(id)))).toEqual({ ok: true, topology: scenario(id) });
});

const project = (topology: Topology) => file('other.mitmap.json', writeProjectFile(topology));

test('a project file opens at once where nothing is lost, and can be undone', async () => {
  const store = aStore();
  const start = store.getState().topology;
  await store.getState().importFiles([project(scenario('ha'))]);
  expect(store.getState().topology).toEqual(scenario('ha'));
  expect(store.getState().report).toMatchObject({ outcome: 'opened', opened: { file: 'other.mitmap.json' } });
  expect(store.getState().recent).toEqual([]);
  store.temporal.getState().undo();
  expect(store.getState().topology).toBe(start);
});

test('a picture with a model in it opens the same way', async () => {
  const store = aStore();
  const svg = `<?xml version="1.0"?>\n<svg><metadata>${embeddedModel(scenario('ha'))}</metadata></svg>`;
  await store.getState().importFiles([file('picture.txt', svg)]);
  expect(store.getState().topology).toEqual(scenario('ha'));
});

test('work that is not saved is asked for first, and goes to the recent ones', async () => {
  const store = aStore();
  store.getState().edit({ type: 'add-node' });
  const work = store.getState().topology;
  await store.getState().importFiles([project(scenario('ha'))]);
  expect(store.getState().topology).toBe(work);
  store.getState().decidePendingOpen(false);
  expect(store.getState()).toMatchObject({ topology: work, pendingOpen: null, recent: [] });
  await store.getState().importFiles([project(scenario('ha'))]);
  store.getState().decidePendingOpen(true);
  expect(store.getState().topology).toEqual(scenario('ha'));
  expect(store.getState().recent[0]?.topology).toBe(work);
});

test('saved work is not asked for', async () => {
  const store = aStore();
  store.getState().edit({ type: 'add-node' });
  store.getState().markSaved();
  await store.getState().importFiles([project(scenario('ha'))]);
  expect(store.getState()).toMatchObject({ pendingOpen: null, recent: [] });
});

test.each([
  ['foreign.svg', '<svg><script>alert(1)</script></svg>', 'foreign'],
  ['cut.mitmap.json', '{"mitmap":2,"topology":{', 'truncated'],
  ['new.json', '{"mitmap":99}', 'newer'],
  ['empty.mitmap.json', '', 'foreign'],
])('%s changes nothing and says why', async (name, content, reason) => {
  const store = aStore();
  const start = store.getState().topology;
  await store.getState().importFiles([file(name, content)]);
  expect(store.getState().topology).toBe(start);
  expect(store.getState().report).toMatchObject({ outcome: 'unreadable', unreadable: { reason } });
});

test("a link's model is a guest until it is changed; the user's own is not touched before", () => {
  const store = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
  const own = store.getState().topology;
  store.getState().openSharedModel(scenario('ha'), false);
  expect(ownModel(store.getState())).toBe(own);
  expect(store.getState().recent).toEqual([]);
  store.getState().endSharedSession('own');
  expect(store.getState()).toMatchObject({ topology: own, sharedSession: null });
  store.getState().openSharedModel(scenario('ha'), false);
  store.getState().edit({ type: 'add-node' });
  expect(store.getState().sharedSession).toBeNull();
  expect(ownModel(store.getState()).nodes.length).toBe(scenario('ha').nodes.length + 1);
  expect(store.getState().recent[0]?.topology).toBe(own);
  store.temporal.getState().undo();
  expect(ownModel(store.getState())).toBe(own);
});

test('a link for viewing only takes no change until a copy is made', async () => {
  const store = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
  const own = store.getState().topology;
  const linked = scenario('ha');
  store.getState().openSharedModel(linked, true);
  store.getState().edit({ type: 'add-node' });
  await store.getState().tryOut([]);
  expect(store.getState()).toMatchObject({ topology: linked, trialBase: null, refusals: 2 });
  store.getState().endSharedSession('copy');
  store.getState().edit({ type: 'add-node' });
  expect(store.getState().topology.nodes.length).toBe(linked.nodes.length + 1);
  expect(store.getState().recent[0]?.topology).toBe(own);
});

test('pseudonyms are known as such, also in what is remarked, until the names are back', () => {
  const topology: Topology = {
    ...scenario('kubeadm'),
    remarks: { 'P01:worker-1:control-plane-1': { kind: 'note', text: 'x' } },
    arrangement: { nodeGrouping: 'auto', pins: { 'worker~worker-1': { x: 1, y: 2 } } },
  };
  const { topology: made, key, subject } = pseudonymize(topology);
  expect(made.pseudonymous).toBe(true);
  expect(Object.keys(made.remarks)).toEqual(Object.keys(topology.remarks).map(subject));
  expect(JSON.stringify([made.remarks, made.arrangement])).not.toMatch(/worker-1|control-plane-1/);
  expect(Object.keys(made.arrangement.pins)).toEqual([subject('worker~worker-1')]);
  const restored = restoreNames(made, key).topology;
  expect(restored.pseudonymous).toBeUndefined();
  expect(restored.nodes.map(({ name }) => name)).toEqual(topology.nodes.map(({ name }) => name));
});
