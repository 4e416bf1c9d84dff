import type { SetState, SharedSessionState } from '../appState.ts';
import { asOwn, ownModel, suspendedLesson, withModel } from '../ownModel.ts';

export function sharedSessionSlice(set: SetState, now: () => string): SharedSessionState {
  return {
    sharedSession: null,
    openSharedModel: (topology, viewOnly) =>
      set((state) => ({
        ...withModel(state, topology, topology),
        lesson: suspendedLesson(state),
        sharedSession: {
          own: ownModel(state),
          ownBaseline: state.sharedSession?.ownBaseline ?? state.baseline,
          viewOnly,
        },
      })),
    endSharedSession: (into) =>
      set((state) => {
        const { sharedSession } = state;
        if (!sharedSession) return {};
        if (into === 'copy') return { ...asOwn(state, now()), refusals: 0 };
        return { ...withModel(state, sharedSession.own, sharedSession.ownBaseline), sharedSession: null };
      }),
    refusals: 0,
  };
}
