import { useSyncExternalStore } from 'react';
import { forget, store, stored } from '../../browser/storage.ts';
import { type Progress, readProgress, writeProgress } from '../../lessons/progress.ts';

const listeners = new Set<() => void>();
/** Where the browser keeps nothing, progress lasts as long as the page. */
let present: { readonly text: string | null; readonly progress: Progress } = { text: null, progress: {} };

/** What is done, and how to change it. Other tabs of the page see it too. */
export function useProgress(): readonly [Progress, (change: (before: Progress) => Progress) => void] {
  return [useSyncExternalStore(subscribe, readPresent), changeProgress];
}

function changeProgress(change: (before: Progress) => Progress): void {
  const before = readPresent();
  const progress = change(before);
  if (progress === before) return;
  const text = writeProgress(progress);
  if (Object.keys(progress).length > 0) store('progress', text);
  else forget('progress');
  present = { text: stored('progress'), progress };
  for (const listener of listeners) listener();
}

function readPresent(): Progress {
  const text = stored('progress');
  if (text !== present.text) {
    const outcome = text === null ? null : readProgress(text);
    present = { text, progress: outcome?.ok ? outcome.progress : {} };
  }
  return present.progress;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
