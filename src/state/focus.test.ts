import { expect, test } from 'vitest';
import { scenario } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
import { focusOf } from './focus.ts';
import { selectLayout } from './selectors.ts';

const layout = selectLayout(
  createAppStore({ locale: 'en', theme: 'light', topology: scenario('documentation') }).getState(),
);

test.each([
  ['pod~pod-web-1', ['P04', 'P14', 'P15']],
  ['pods~pod-web-1', ['P04', 'P14', 'P15']],
  ['kube-scheduler~control-plane-1', ['P05']],
  ['service~service-web', ['P16', 'P17']],
] as const)('%s lights the lines that begin or end there', (id, paths) => {
  const focus = focusOf(layout, null, { type: 'element', id }, [], null);
  const lines = [...(focus ?? [])].filter((one) => one.includes('@'));
  expect(lines.map((line) => line.slice(0, 3)).sort()).toEqual(paths);
});
