import type { ProblemState, SetState } from '../appState.ts';
import { problemOf } from '../problems.ts';

export function problemSlice(set: SetState): ProblemState {
  return {
    problem: null,
    tellProblem: (thrown) => set({ problem: thrown === null ? null : problemOf(thrown) }),
  };
}
