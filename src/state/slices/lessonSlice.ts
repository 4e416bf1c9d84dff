import type { LessonState, SetState } from '../appState.ts';

export function lessonSlice(set: SetState): LessonState {
  return {
    marking: null,
    setMarking: (marking) => set({ marking }),
    toggleMarked: (id) =>
      set(({ marking }) => {
        // Once it is judged, an answer stays.
        if (!marking || marking.verdicts) return {};
        const { chosen } = marking;
        const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
        return { marking: { chosen: next, verdicts: null } };
      }),
    dock: null,
    setDock: (dock) => set({ dock, marking: null, dialog: null }),
    lesson: null,
    lessonOptions: { exercise: false, answersHidden: false },
    setLessonOptions: (change) => set(({ lessonOptions }) => ({ lessonOptions: { ...lessonOptions, ...change } })),
    ownLessons: [],
    addLesson: (lesson) =>
      set(({ ownLessons }) => ({ ownLessons: [...ownLessons.filter(({ id }) => id !== lesson.id), lesson] })),
    highlight: null,
  };
}
