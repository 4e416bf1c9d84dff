import { expect, test } from 'vitest';
import { createAppStore } from '../../state/createAppStore.ts';
import { actionIds, actionOf } from './actions.ts';
import { actionFor, keyCap, type Pressed } from './shortcuts.ts';

const app = () => createAppStore({ locale: 'en', theme: 'light', topology: null });
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

test.each([
  [press('k', { ctrlKey: true }), 'palette'],
  [press('k', { metaKey: true }), 'palette'],
  // On a German keyboard / is Shift+7 and ? is Shift+ß; on an English one ? is Shift+/.
  [press('/', { shiftKey: true, code: 'Digit7' }), 'search'],
  [press('?', { shiftKey: true, code: 'Minus' }), 'help'],
  [press('/', { code: 'Slash' }), 'search'],
  [press('!', { shiftKey: true, code: 'Digit1' }), 'fit'],
  [press('"', { shiftKey: true, code: 'Digit2' }), 'zoom-selection'],
  [press('0', { code: 'Digit0' }), 'full'],
  [press('+', { code: 'BracketRight' }), 'zoom-in'],
  [press('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
  [press('z', { ctrlKey: true }), 'undo'],
  [press('f'), 'fit'],
  [press('q'), null],
] as const)('%o means %s', (pressed, id) => {
  expect(actionFor(pressed, app())).toBe(id);
});

test('letters can be switched off; combinations stay', () => {
  const store = app();
  store.getState().setLetterKeys(false);
  expect(actionFor(press('t'), store)).toBeNull();
  expect(actionFor(press('?', { shiftKey: true }), store)).toBeNull();
  expect(actionFor(press('k', { ctrlKey: true }), store)).toBe('palette');
});

test('an action that is not possible now has no key', () => {
  const store = app();
  expect(actionFor(press('Delete'), store)).toBeNull();
  store.getState().select({ type: 'element', id: 'pod~pod-web-1' });
  expect(actionFor(press('Delete'), store)).toBe('remove');
});

test('no two actions share a key', () => {
  const caps = actionIds.flatMap((id) =>
    (actionOf(id).keys ?? []).map((key) => keyCap(key, { ctrl: 'C', shift: 'S' })),
  );
  expect(caps.filter((cap, index) => caps.indexOf(cap) !== index)).toEqual([]);
});

test('several elements are duplicated and removed together, each in one step', () => {
  const store = app();
  store.getState().select({ type: 'elements', ids: ['worker~worker-1', 'service~service-web'] });
  void actionOf('duplicate').run(store);
  expect(store.getState().topology.nodes.map(({ name }) => name)).toEqual(['worker-1', 'worker-2']);
  expect(store.getState().topology.services.map(({ name }) => name)).toEqual(['kubernetes', 'web', 'web-1']);
  store.temporal.getState().undo();
  void actionOf('remove').run(store);
  expect(store.getState().topology.nodes).toEqual([]);
  expect(store.getState().topology.services.map(({ name }) => name)).toEqual(['kubernetes']);
  store.temporal.getState().undo();
  expect(store.getState().topology.nodes).toHaveLength(1);
});

test('a frame is nudged, and released', () => {
  const store = app();
  store.getState().select({ type: 'element', id: 'worker~worker-1' });
  void actionOf('nudge-right').run(store);
  void actionOf('nudge-down').run(store);
  expect(store.getState().topology.arrangement.pins).toEqual({ 'worker~worker-1': { x: 20, y: 20 } });
  void actionOf('release-pins').run(store);
  expect(store.getState().topology.arrangement.pins).toEqual({});
});

test('N and P step through the paths, of the selected element when there is one', () => {
  const store = app();
  const chosen = () => (store.getState().selection as { readonly id: string } | null)?.id.slice(0, 3);
  void actionOf('next-path').run(store);
  expect(chosen()).toBe('P01');
  void actionOf('previous-path').run(store);
  expect(chosen()).toBe('P22');
  store.getState().select({ type: 'element', id: 'service~service-web' });
  void actionOf('next-path').run(store);
  expect(chosen()).toBe('P16');
});
