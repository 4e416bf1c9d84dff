import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState, AppStore } from '../../state/appState.ts';

export const AppStoreContext = createContext<AppStore | null>(null);

/** The store of this app. Throws outside of its provider. */
export function useStoreApi(): AppStore {
  const store = useContext(AppStoreContext);
  if (!store) throw new Error('no app store in context');
  return store;
}

/** One value of the store; the selector must return something stable. */
export function useAppStore<T>(selector: (state: AppState) => T): T {
  return useStore(useStoreApi(), selector);
}
