import type { Layer } from '../analysis/layer.ts';
import type { PositionId } from '../attack/attackerPosition.ts';
import type { Topology } from '../domain/topology.ts';
import type { Colouring } from '../scene/colourBy.ts';
import type { AppState } from './createAppStore.ts';
import type { Selection } from './selection.ts';

/** A state of the page, to be shown again. */
export type SavedView = {
  readonly name: string;
  /** What to say; only in the window for notes. */
  readonly notes: string;
  readonly selection: Selection;
  readonly attacker: PositionId | null;
  readonly layer: Layer;
  readonly colouring: Colouring;
  /** The cluster that is shown; null for the one that is there. */
  readonly model: Topology | null;
};

/** What is presented: a lesson by its id, or views that somebody has saved. */
export type Deck =
  | { readonly type: 'lesson'; readonly id: string }
  | { readonly type: 'views'; readonly views: readonly SavedView[] };

/** What follows the pointer. */
export type PointingTool = 'spotlight' | 'pointer';

/** A presentation that is going on. */
export type Presenting = {
  readonly deck: Deck;
  /** The view that is shown, counted from 0; a lesson's step stands in the dock. */
  readonly view: number;
  /** Whether only picture and caption are there. */
  readonly isPlain: boolean;
  readonly isBlack: boolean;
  readonly tool: PointingTool | null;
  /** How much larger type is, in steps. */
  readonly size: number;
  readonly startedAt: number;
  readonly plannedMinutes: number;
  /** What was shown before. */
  readonly before: ViewBefore;
};

type ViewBefore = Pick<AppState, 'selection' | 'attacker' | 'layer' | 'colouring' | 'dock'>;

/** Steps of the type's size while presenting. */
export const typeSizes = [100, 125, 150, 175] as const;

/** What the tour points at. */
export const tourStops = ['toolbar', 'picture', 'legend', 'details', 'learn'] as const;

/** The part of the store that presenting and the tour need. */
export type PresentingState = {
  /** Null while nothing is presented. */
  readonly presenting: Presenting | null;
  readonly setPresenting: (change: Partial<Presenting> | null) => void;
  readonly startPresenting: (presenting: Presenting) => void;
  /** The lesson that somebody has chosen to present, by its id. */
  readonly lessonToPresent: string | null;
  readonly setLessonToPresent: (id: string) => void;
  /** The stop of the tour, counted from 0; null while there is none. */
  readonly tour: number | null;
  readonly setTour: (tour: number | null) => void;
};

type Set = (change: (state: PresentingState) => Partial<PresentingState>) => void;

/** That part, as it begins. */
export function presentingSlice(set: Set): PresentingState {
  return {
    presenting: null,
    setPresenting: (change) =>
      set(({ presenting }) => ({ presenting: presenting && change && { ...presenting, ...change } })),
    startPresenting: (presenting) => set(() => ({ presenting })),
    lessonToPresent: null,
    setLessonToPresent: (lessonToPresent) => set(() => ({ lessonToPresent })),
    tour: null,
    setTour: (tour) => set(() => ({ tour })),
  };
}
