import type { Layer } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import type { AppState, Dialog } from './createAppStore.ts';
import { noFilter } from './pathFilter.ts';

/*
 * An exercise shows clusters of its own. It is a visit that cannot be changed: the user's own model, its history and what
 * was shown stay as they are, and are put back at the end.
 */

/**
 * What is hidden while something is asked. `verdicts`: every path is drawn alike, and nothing tells its class.
 * `details`: classes are drawn, and nothing tells more.
 */
export type Veil = 'verdicts' | 'details';

/** What is to be seen. */
export type Exercise = {
  readonly topology: Topology;
  /** The cluster before a change that is shown; null where nothing was changed. */
  readonly before: Topology | null;
  readonly layer: Layer;
  readonly veil: Veil | null;
  /** Connections that the rest is dimmed for; all, where it is empty. */
  readonly lit: readonly string[];
};

/** What was shown before an exercise. */
type Shown = Pick<
  AppState,
  | 'topology'
  | 'baseline'
  | 'untried'
  | 'visit'
  | 'layer'
  | 'colouring'
  | 'selection'
  | 'pinned'
  | 'comparison'
  | 'attacker'
  | 'filter'
>;

export type ExerciseState = {
  /** Null while nothing is asked. */
  readonly veil: Veil | null;
  /** What comes back once the exercise is over; null while there is none. */
  readonly aside: Shown | null;
  readonly showExercise: (exercise: Exercise) => void;
  /** Puts back what was shown before; nothing where another model has taken the exercise's place. */
  readonly endExercise: () => void;
};

type Change = (change: (state: AppState) => Partial<AppState>) => void;

/** @param ownModel the model that is the user’s own, whatever is shown */
export function exerciseSlice(set: Change, ownModel: (state: AppState) => Topology): ExerciseState {
  return {
    veil: null,
    aside: null,
    showExercise: ({ topology, before, layer, veil, lit }) =>
      set((state) => ({
        topology,
        baseline: before ?? topology,
        untried: before,
        visit: {
          own: ownModel(state),
          ownBaseline: state.visit?.ownBaseline ?? state.baseline,
          viewOnly: true,
          exercise: true,
        },
        aside: isExercise(state) ? state.aside : shownIn(state),
        veil,
        layer,
        colouring: 'overall',
        pinned: lit,
        selection: null,
        hovered: null,
        comparison: null,
        attacker: null,
        menu: null,
        filter: noFilter,
        refusals: 0,
        // The same cluster again stays where somebody has moved it.
        wish: state.topology === topology ? state.wish : { kind: 'fit', number: state.wish.number + 1 },
      })),
    endExercise: () =>
      set((state) => {
        if (!isExercise(state)) return { veil: null, aside: null };
        return {
          ...state.aside,
          veil: null,
          aside: null,
          marking: null,
          refusals: 0,
          wish: { kind: 'fit', number: state.wish.number + 1 },
        };
      }),
  };
}

/** Whether the model that is shown is that of an exercise. */
export function isExercise({ visit }: Pick<AppState, 'visit'>): boolean {
  return visit?.exercise === true;
}

function shownIn(state: AppState): Shown {
  const { topology, baseline, untried, visit, layer, colouring, selection, pinned, comparison, attacker, filter } =
    state;
  return { topology, baseline, untried, visit, layer, colouring, selection, pinned, comparison, attacker, filter };
}

/** Dialogs that say nothing about the cluster that is asked about. */
const harmless: readonly Dialog[] = [
  'help',
  'reference',
  'about',
  'glossary',
  'course',
  'presenter',
  'start',
  'import',
];

/** Whether a dialog would give an answer away. */
export function isTelling({ veil }: Pick<AppState, 'veil'>, dialog: Dialog | null): boolean {
  return veil !== null && dialog !== null && !harmless.includes(dialog);
}
