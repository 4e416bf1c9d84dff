import type { AppState, ExerciseState, SetState, Shown } from '../appState.ts';
import { isExercise } from '../exercise.ts';
import { ownModel, withModel } from '../ownModel.ts';
import { noFilter } from '../pathFilter.ts';

/*
 * An exercise shows clusters of its own. It is a session that cannot be changed: the user's own model, its history and what
 * was shown stay as they are, and are put back at the end.
 */

export function exerciseSlice(set: SetState): ExerciseState {
  return {
    hiddenAnswers: null,
    suspendedState: null,
    showExercise: ({ topology, before, layer, hiddenAnswers, highlighted }) =>
      set((state) => ({
        ...withModel(state, topology, before ?? topology),
        // What was marked belongs to the question, which goes on.
        marking: state.marking,
        trialBase: before,
        sharedSession: {
          own: ownModel(state),
          ownBaseline: state.sharedSession?.ownBaseline ?? state.baseline,
          viewOnly: true,
          exercise: true,
        },
        suspendedState: isExercise(state) ? state.suspendedState : shownIn(state),
        hiddenAnswers,
        layer,
        colorBy: 'overall',
        pinned: highlighted,
        hovered: null,
        attacker: null,
        menu: null,
        filter: noFilter,
      })),
    endExercise: () =>
      set((state) => {
        if (!isExercise(state)) return { hiddenAnswers: null, suspendedState: null };
        return {
          ...state.suspendedState,
          hiddenAnswers: null,
          suspendedState: null,
          marking: null,
          refusals: 0,
          viewCommand: { kind: 'fit', number: state.viewCommand.number + 1 },
        };
      }),
  };
}

function shownIn(state: AppState): Shown {
  const { topology, baseline, trialBase, sharedSession, layer, colorBy } = state;
  const { selection, pinned, comparison, attacker, filter } = state;
  return {
    topology,
    baseline,
    trialBase,
    sharedSession,
    layer,
    colorBy,
    selection,
    pinned,
    comparison,
    attacker,
    filter,
  };
}
