import type { PresentingState, SetState } from '../appState.ts';

export function presentingSlice(set: SetState): PresentingState {
  return {
    presenting: null,
    setPresenting: (change) =>
      set(({ presenting }) => ({ presenting: presenting && change && { ...presenting, ...change } })),
    startPresenting: (presenting) => set({ presenting }),
    lessonToPresent: null,
    setLessonToPresent: (lessonToPresent) => set({ lessonToPresent }),
    tour: null,
    setTour: (tour) => set({ tour }),
  };
}
