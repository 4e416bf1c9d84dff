import { expect, test } from 'vitest';
import { readProject, writeProject } from '../project/projectFile.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
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
  expect(app.getState().untried).toBe(own);
  expect(app.getState().topology.controlPlanes[0]?.components['kube-apiserver']?.stated).toHaveProperty([
    'kubelet-certificate-authority',
  ]);
  app.getState().endTrial(false);
  expect(app.getState().topology).toBe(own);
  app.temporal.getState().undo();
  expect(app.getState().untried).toBe(own);
  app.getState().endTrial(true);
  expect(app.getState().untried).toBeNull();
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
  expect(readProject(writeProject(scenario(id)))).toEqual(scenario(id));
});

test('a damaged or foreign saved project is refused', () => {
  expect(readProject('{')).toBeNull();
  expect(readProject('{"mitmap":99,"topology":{}}')).toBeNull();
});
