import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Topology } from '../domain/topology.ts';
import type { Locale } from '../i18n/texts.ts';
import type { RecentWork } from '../project/recentWork.ts';
import { createReaderHere, type ImportReader } from '../reading/importReader.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { AppState, AppStore, Undoable } from './appState.ts';
import { isExercise } from './exercise.ts';
import { documentSlice } from './slices/documentSlice.ts';
import { exerciseSlice } from './slices/exerciseSlice.ts';
import { importSlice } from './slices/importSlice.ts';
import { lessonSlice } from './slices/lessonSlice.ts';
import { offlineSlice } from './slices/offlineSlice.ts';
import { preferencesSlice } from './slices/preferencesSlice.ts';
import { presentingSlice } from './slices/presentingSlice.ts';
import { problemSlice } from './slices/problemSlice.ts';
import { selectionSlice } from './slices/selectionSlice.ts';
import { sharedSessionSlice } from './slices/sharedSessionSlice.ts';
import { trialSlice } from './slices/trialSlice.ts';
import { viewSlice } from './slices/viewSlice.ts';

/** What a store begins with. */
export type Preferences = {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly topology: Topology | null;
  readonly letterKeys?: boolean;
  readonly recent?: readonly RecentWork[];
  /** Whether the topology can be had again from a file or a scenario. */
  readonly isSaved?: boolean;
  /** Where files are read; here, if nothing else is given. */
  readonly reader?: ImportReader;
  /** The present time as ISO 8601; a parameter, so that tests are the same every day. */
  readonly now?: () => string;
};

/** Steps that undo knows. */
const undoLimit = 200;

/** One store for each app, and one for each test. */
export function createAppStore({
  locale,
  theme,
  topology,
  letterKeys = true,
  recent = [],
  isSaved = topology === null,
  reader = createReaderHere(),
  now = () => new Date().toISOString(),
}: Preferences): AppStore {
  const initial = topology ?? scenario('documentation');
  return createStore<AppState>()(
    temporal(
      (set, get) => ({
        ...documentSlice(set, get, { topology: initial, recent, isSaved, now }),
        ...sharedSessionSlice(set, now),
        ...trialSlice(set, get, now),
        ...importSlice(set, get, reader, now),
        ...selectionSlice(set, get),
        ...viewSlice(set),
        ...preferencesSlice(set, { locale, theme, letterKeys }),
        ...lessonSlice(set),
        ...exerciseSlice(set),
        ...presentingSlice(set),
        ...problemSlice(set),
        ...offlineSlice(set),
      }),
      {
        partialize: ({ topology, baseline, trialBase, sharedSession }): Undoable => ({
          topology,
          baseline,
          trialBase,
          sharedSession,
        }),
        // Exercises leave no trace in the history.
        equality: (past, current) =>
          isExercise(past) ||
          isExercise(current) ||
          (past.topology === current.topology &&
            past.trialBase === current.trialBase &&
            past.sharedSession === current.sharedSession),
        limit: undoLimit,
      },
    ),
  );
}
