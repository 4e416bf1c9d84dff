import { expect, test, vi } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { statusChanges } from './changes.ts';
import { createAppStore } from './createAppStore.ts';
import { isFiltering, legendField, noFilter } from './pathFilter.ts';
import { selectFocus, selectPassing, selectReach } from './selectors.ts';

const aStore = () => createAppStore({ locale: 'en', theme: 'light', topology: null, now: () => '2026-01-01' });
const shown = (store: ReturnType<typeof aStore>) => [
  ...new Set(selectPassing(store.getState()).map(({ path }) => path)),
];
const setCa = {
  type: 'set-setting',
  refs: [{ at: 'control-plane', hostId: 'control-plane-1', component: 'kube-apiserver' }],
  key: 'kubelet-certificate-authority',
  value: '/ca.crt',
} as const;

test('without a filter everything is shown and nothing is dimmed', () => {
  const store = aStore();
  expect(isFiltering(noFilter)).toBe(false);
  expect(isFiltering('foo:bar status:')).toBe(false);
  expect(shown(store)).toHaveLength(21);
  expect(selectFocus(store.getState())).toBeNull();
});

test('a class, a word and a preset each narrow the list, and together even more', () => {
  const store = aStore();
  store.getState().setFilter('status:plaintext');
  expect(shown(store)).toEqual(['P12', 'P14', 'P16']);
  store.getState().setFilter('status:plaintext SERVICE');
  expect(shown(store)).toEqual(['P16']);
  store.getState().setFilter('status:plaintext "no such thing"');
  expect(shown(store)).toEqual([]);
  store.getState().setFilter('exposed');
  expect(shown(store)).not.toContain('P01');
  expect(shown(store)).toContain('P08');
});

test('changed since opened: the kubelet paths after the CA, and none after undo', () => {
  const store = aStore();
  store.getState().setFilter('changed');
  expect(shown(store)).toEqual([]);
  store.getState().edit(setCa);
  // P22 is the kubelet's channel inside a tunnel, listed beside them.
  expect(shown(store)).toEqual(['P08', 'P09', 'P10', 'P11', 'P22']);
  store.temporal.getState().undo();
  expect(shown(store)).toEqual([]);
});

test('a trusted network is not crossed untrusted, and an element has its own paths', () => {
  const store = aStore();
  store.getState().setFilter('crosses');
  expect(shown(store)).not.toContain('P05');
  expect(shown(store)).toContain('P01');
  store.getState().select({ type: 'element', id: 'service~service-web' });
  store.getState().setFilter('selected');
  expect(shown(store)).toEqual(['P16', 'P17']);
});

test('words are those of the shown language, names those of the cluster', async () => {
  const store = aStore();
  store.getState().setFilter('"kubelet: logs"');
  expect(shown(store)).toEqual(['P08']);
  store.getState().setFilter('verschlüsselt');
  expect(shown(store)).toEqual([]);
  await store.getState().setLocale('de');
  expect(shown(store)).not.toEqual([]);
  store.getState().setFilter('service:web');
  expect(shown(store)).toEqual(['P16', 'P17']);
});

test('a class of the legend is one of the present colors', () => {
  const store = aStore();
  store.getState().setColorBy('encryption');
  store.getState().setFilter('drawn:unverified');
  expect(new Set(selectPassing(store.getState()).map(({ encryption }) => encryption))).toEqual(
    new Set(['opportunistic']),
  );
  expect([legendField('encryption'), legendField('overall')]).toEqual(['drawn', 'status']);
});

test('what an attacker reaches is loaded with the first query for it, and leaves out nothing before', async () => {
  const store = aStore();
  store.getState().setFilter('exposed to:service-account-token');
  await vi.waitFor(() => expect(store.getState().reachKnown).toBe(true));
  const reached = shown(store);
  expect(reached).toContain('P04');
  expect(reached).not.toContain('P05');
  await store.getState().setAttacker('service-account-token');
  const inReach = selectReach(store.getState())?.entries.filter(({ access }) => access !== 'none');
  expect(selectPassing(store.getState()).map(({ id }) => id)).toEqual(
    inReach?.map(({ connection }) => connection.id).filter((id) => !id.startsWith('A')),
  );
});

test('what is lit: a path with both ends, an element with its paths, pinned paths always', () => {
  const store = aStore();
  store.getState().select({ type: 'connection', id: 'P12:control-plane-1:worker-1', boxId: null });
  expect([...(selectFocus(store.getState()) ?? [])].sort()).toEqual([
    'P12:control-plane-1:worker-1',
    'P12:control-plane-1:worker-1@node~worker-1',
    'kube-apiserver~control-plane-1',
    'node~worker-1',
  ]);
  store.getState().select({ type: 'element', id: 'kubelet~worker-1' });
  const lines = () =>
    [...(selectFocus(store.getState()) ?? [])].filter((id) => id.includes('@')).map((id) => id.slice(0, 3));
  expect(lines().sort()).toEqual(['P01', 'P02', 'P08', 'P09', 'P10', 'P11']);
  store.getState().select({ type: 'element', id: 'worker~worker-1' });
  expect(lines().sort()).toEqual(['P01', 'P02', 'P03', 'P04', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15']);
  store.getState().togglePinned('P12:control-plane-1:worker-1');
  store.getState().select(null);
  expect(lines()).toEqual(['P12']);
});

test('changes of status are told, additions are not', () => {
  const before = scenario('documentation');
  const now = applyEdit(applyEdit(before, setCa), { type: 'add-node' });
  const changed = statusChanges(analyze(before), analyze(now)).map(({ now: one }) => `${one.path} ${one.status}`);
  expect(changed).toEqual(['P08 protected', 'P09 protected', 'P10 protected', 'P11 protected', 'P22 protected']);
});

test('a changed cluster that another one replaces is kept, an unchanged one is not', () => {
  const store = aStore();
  store.getState().edit({ type: 'replace', topology: scenario('ha') });
  expect(store.getState().recent).toEqual([]);
  store.getState().edit({ type: 'add-node' });
  store.getState().edit({ type: 'replace', topology: scenario('kubeadm') });
  expect(store.getState().recent.map(({ topology }) => topology.nodes.length)).toEqual([4]);
});
