import type { OfflineState, SetState } from '../appState.ts';

export function offlineSlice(set: SetState): OfflineState {
  return { offlineCopy: 'none', newVersion: null, setOffline: (change) => set(change) };
}
