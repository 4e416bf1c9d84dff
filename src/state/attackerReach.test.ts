import { expect, test } from 'vitest';
import { scenario } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
import { selectFocus, selectReach } from './selectors.ts';

const storeOf = (id: 'documentation' | 'kubeadm') =>
  createAppStore({ locale: 'en', theme: 'light', topology: scenario(id) });

test('without an attacker everything is bright; with one, what he reaches or may reach', async () => {
  const app = storeOf('documentation');
  expect(selectReach(app.getState())).toBeNull();
  expect(selectFocus(app.getState())).toBeNull();
  await app.getState().setAttacker('cluster-network');
  const bright = [...(selectFocus(app.getState()) ?? [])];
  expect(bright.some((subject) => subject.startsWith('P09:'))).toBe(true);
  expect(bright.some((subject) => subject.startsWith('P01:'))).toBe(false);
  expect(selectReach(app.getState())).toBe(selectReach(app.getState()));
});

test('the filter and the attacker both dim; what is selected wins over both', async () => {
  const app = storeOf('documentation');
  await app.getState().setAttacker('cluster-network');
  app.getState().setFilter('status:plaintext');
  const bright = [...(selectFocus(app.getState()) ?? [])];
  expect(bright.some((subject) => subject.startsWith('P12:'))).toBe(true);
  expect(bright.some((subject) => subject.startsWith('P09:'))).toBe(false);
  app.getState().select({ type: 'connection', id: 'P01:worker-1:control-plane-1', boxId: null });
  expect([...(selectFocus(app.getState()) ?? [])].some((subject) => subject.startsWith('P01:'))).toBe(true);
});

test('a position that the cluster does not have dims nothing', async () => {
  const app = storeOf('kubeadm');
  await app.getState().setAttacker('load-balancer');
  expect(selectReach(app.getState())?.unavailable).toBe('no-load-balancer');
  expect(selectFocus(app.getState())).toBeNull();
});

test('the attacker is no step of the work', async () => {
  const app = storeOf('kubeadm');
  await app.getState().setAttacker('pod');
  expect(app.temporal.getState().pastStates).toEqual([]);
});
