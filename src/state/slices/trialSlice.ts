import { loadPart } from '../../browser/loadPart.ts';
import { applyEdit } from '../../domain/applyEdit.ts';
import type { GetState, SetState, TrialState } from '../appState.ts';
import { asOwn } from '../ownModel.ts';

export function trialSlice(set: SetState, get: GetState, now: () => string): TrialState {
  return {
    trialBase: null,
    tryOut: async (remedies) => {
      if (get().sharedSession?.viewOnly) {
        set(({ refusals }) => ({ refusals: refusals + 1 }));
        return;
      }
      // What knows the remedies is loaded by somebody who asks for one.
      const { applyAll, enabled } = await loadPart(() => import('../../remedies/smallestSet.ts'));
      set(({ topology, trialBase }) => ({
        trialBase: trialBase ?? topology,
        topology: remedies.length === 0 ? { ...topology } : applyAll(topology, enabled(topology, remedies)),
        dialog: null,
      }));
    },
    tryEdit: (edit) => {
      if (get().sharedSession?.viewOnly) {
        set(({ refusals }) => ({ refusals: refusals + 1 }));
        return;
      }
      set(({ topology, trialBase }) => ({
        trialBase: trialBase ?? topology,
        topology: applyEdit(topology, edit),
        dialog: null,
      }));
    },
    endTrial: (keep) =>
      set((state) => {
        const { topology, trialBase } = state;
        const lesson = state.lesson && { ...state.lesson, demonstration: null };
        if (!keep) return { topology: trialBase ?? topology, trialBase: null, lesson };
        return { ...asOwn(state, now()), topology, trialBase: null, lesson };
      }),
  };
}
