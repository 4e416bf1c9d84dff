import type { OfflineCopy } from '../browser/offlineCopy.ts';

/** The part of the store that knows of the copy of the page in this browser. */
export type OfflineState = {
  readonly offlineCopy: OfflineCopy;
  /** Loads the page anew with a version that is there and waits; null where there is none, or nobody wants it now. */
  readonly newVersion: (() => void) | null;
  readonly setOffline: (change: Partial<Pick<OfflineState, 'offlineCopy' | 'newVersion'>>) => void;
};

type Set = (change: Partial<OfflineState>) => void;

/** That part, as it begins. */
export function offlineSlice(set: Set): OfflineState {
  return { offlineCopy: 'none', newVersion: null, setOffline: set };
}
