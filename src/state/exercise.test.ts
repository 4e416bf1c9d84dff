import { beforeAll, expect, test } from 'vitest';
import { scenario } from '../scenarios/scenarios.ts';
import { detailAt } from '../scene/sceneOptions.ts';
import type { Shape } from '../scene/shape.ts';
import type { Exercise } from './appState.ts';
import { createAppStore } from './createAppStore.ts';
import { ownModel } from './ownModel.ts';
import { selectAll, selectScene } from './selectors.ts';

const asked: Exercise = {
  topology: scenario('everything-wrong'),
  before: null,
  layer: 'all',
  hiddenAnswers: 'verdicts',
  highlighted: [],
};

function appWithWork() {
  const app = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
  app.getState().edit({ type: 'add-node' });
  app.getState().setColorBy('encryption');
  return app;
}

test('the own model, its history and what was shown come back as they were', () => {
  const app = appWithWork();
  const before = app.getState();
  const past = app.temporal.getState().pastStates.length;
  before.showExercise(asked);
  expect(ownModel(app.getState())).toBe(before.topology);
  app
    .getState()
    .showExercise({ ...asked, topology: scenario('hardened'), before: asked.topology, hiddenAnswers: null });
  expect(ownModel(app.getState())).toBe(before.topology);
  app.getState().endExercise();
  for (const part of [
    'topology',
    'baseline',
    'trialBase',
    'sharedSession',
    'layer',
    'colorBy',
    'savedTopology',
    'recent',
  ] as const)
    expect(app.getState()[part], part).toBe(before[part]);
  expect(app.getState().hiddenAnswers).toBeNull();
  expect(app.temporal.getState().pastStates).toHaveLength(past);
  app.temporal.getState().undo();
  expect(app.getState().topology).toEqual(scenario('kubeadm'));
});

test('a link’s model comes back too, and nothing after an exercise that another model has ended', () => {
  const app = appWithWork();
  app.getState().openSharedModel(scenario('ha'), true);
  app.getState().showExercise(asked);
  app.getState().endExercise();
  expect(app.getState().topology.name).toBe('ha');
  expect(app.getState().sharedSession?.viewOnly).toBe(true);
  app.getState().showExercise(asked);
  app.getState().edit({ type: 'replace', topology: scenario('ssh') });
  app.getState().endExercise();
  expect(app.getState().topology.name).toBe('ssh');
});

test('an exercise cannot be changed', async () => {
  const app = appWithWork();
  app.getState().showExercise(asked);
  app.getState().edit({ type: 'add-node' });
  await app.getState().tryOut(['kubelet-ca']);
  expect(app.getState().topology).toBe(asked.topology);
});

function textsOf(shape: Shape): readonly string[] {
  if (shape.type === 'text') return [shape.text];
  if (shape.type !== 'group') return [];
  return [shape.title ?? '', ...Object.entries(shape.data).flat(), ...shape.children.flatMap(textsOf)];
}

/** How a line looks, wherever it is. */
function look(shape: Shape): unknown {
  if (shape.type === 'group')
    return { ...shape, subject: null, title: null, data: null, children: shape.children.map(look) };
  return shape.type === 'text' ? { ...shape, text: '', x: 0, y: 0 } : 'paint' in shape ? shape.paint : null;
}

let app: ReturnType<typeof appWithWork>;
beforeAll(() => {
  app = appWithWork();
  app.getState().showExercise(asked);
});

test.each([1, 0.8, 0.5, 0.3])('while it is asked, the picture tells no class (zoomed to %s)', (zoom) => {
  app.getState().setDetail(detailAt(zoom));
  const { shapes } = selectScene(app.getState());
  const texts = shapes.flatMap(textsOf).join('\n');
  expect(texts).not.toMatch(/data-(status|encryption|integrity|client-auth|server-auth|was)/);
  expect(texts).not.toMatch(/identity not checked|readable and changeable|: protected|stays on the machine/);
  // Lines without a tunnel are all alike, but for their course and their number.
  const lines = shapes.filter((shape) => shape.type === 'group' && shape.subject?.type === 'connection');
  const colors = new Set(
    lines.flatMap((line) => [...JSON.stringify(look(line)).matchAll(/"stroke":"(#\w+)"/g)].map((m) => m[1])),
  );
  const dashes = lines.filter((line) => JSON.stringify(line).includes('"dash"'));
  expect(lines.length).toBeGreaterThan(20);
  expect(colors.size).toBeLessThanOrEqual(3);
  expect(dashes).toEqual([]);
});

test('while it is asked, nothing that tells more opens', async () => {
  const { select, openDialog, openMenu, setAttacker } = app.getState();
  const [first] = selectAll(app.getState()).connections;
  select({ type: 'connection', id: first?.id ?? '', boxId: null });
  openDialog('fixes');
  openMenu({ x: 1, y: 1 });
  await setAttacker('node-network');
  const { selection, dialog, menu, attacker } = app.getState();
  expect({ selection, dialog, menu, attacker }).toEqual({ selection: null, dialog: null, menu: null, attacker: null });
  openDialog('help');
  expect(app.getState().dialog).toBe('help');
});
