import { expect, test } from 'vitest';
import { readProject, writeProject } from '../project/projectFile.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
import { selectScene } from './selectors.ts';

const aStore = () => createAppStore({ locale: 'en', theme: 'light', topology: null });
const bytes = (text: string) => new TextEncoder().encode(text);

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

test('an import is one undo away, and a failed one changes nothing', async () => {
  const store = aStore();
  const start = store.getState().topology;
  await store.getState().importFiles([{ name: 'x.yaml', bytes: bytes('a: [') }]);
  expect(store.getState().topology).toBe(start);
  expect(store.getState().report?.succeeded).toBe(false);
  await store.getState().importFiles([{ name: 'n.json', bytes: bytes('{"kind":"Node","metadata":{"name":"n1"}}') }]);
  expect(store.getState().topology.nodes.map((node) => node.name)).toEqual(['n1']);
  store.temporal.getState().undo();
  expect(store.getState().topology).toBe(start);
});

test.each(scenarioIds)('a saved project is read back exactly: %s', (id) => {
  expect(readProject(writeProject(scenario(id)))).toEqual(scenario(id));
});

test('a damaged or foreign saved project is refused', () => {
  expect(readProject('{')).toBeNull();
  expect(readProject('{"mitmap":99,"topology":{}}')).toBeNull();
});
