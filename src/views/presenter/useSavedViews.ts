import { useState } from 'react';
import { store, stored } from '../../browser/storage.ts';
import type { SavedView } from '../../state/appState.ts';
import { readDeck, writeDeck } from './deckFile.ts';

/** Views that are kept on the device. */
export type SavedViews = {
  readonly views: readonly SavedView[];
  readonly keep: (views: readonly SavedView[]) => void;
};

/** The views of this browser; every change is kept at once. */
export function useSavedViews(): SavedViews {
  const [views, setViews] = useState(() => readDeck(stored('deck') ?? '') ?? []);
  const keep = (next: readonly SavedView[]) => {
    setViews(next);
    store('deck', writeDeck(next));
  };
  return { views, keep };
}
