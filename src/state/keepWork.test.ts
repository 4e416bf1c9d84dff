import { expect, test, vi } from 'vitest';
import { scenario } from '../scenarios/scenarios.ts';
import { createAppStore } from './createAppStore.ts';
import { keepWork } from './keepWork.ts';

test('what somebody deletes right after an edit is not written back', () => {
  vi.useFakeTimers();
  try {
    const app = createAppStore({ locale: 'en', theme: 'light', topology: scenario('kubeadm') });
    const stored: string[] = [];
    let forgetting: (part: string) => void = () => {};
    const flush = keepWork(app, {
      store: (part) => {
        stored.push(part);
        return null;
      },
      forget: () => {},
      onForget: (listener) => {
        forgetting = listener;
      },
    });
    app.getState().edit({ type: 'add-node' });
    forgetting('project');
    vi.advanceTimersByTime(10_000);
    flush();
    expect(stored).not.toContain('project');
    app.getState().edit({ type: 'add-node' });
    flush();
    expect(stored).toContain('project');
  } finally {
    vi.useRealTimers();
  }
});
