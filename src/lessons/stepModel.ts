import { analyze } from '../analysis/analyze.ts';
import type { Topology } from '../domain/topology.ts';
import { goalHolds } from './goal.ts';
import type { Lesson } from './lesson.ts';
import { startOf, withChanges } from './lessonModel.ts';

/** The model that a step begins with: that of the lesson, with the tasks before it solved. Steps count from 0. */
export function stepModel(lesson: Lesson, step: number): Topology {
  return lesson.steps
    .slice(0, step)
    .reduce((model, { task }) => (task ? withChanges(model, task.solution) : model), startOf(lesson));
}

/** Whether the tasks of some steps are solved in a model; the last step is not among them. */
export function areSolved(lesson: Lesson, from: number, to: number, model: Topology): boolean {
  const tasks = lesson.steps.slice(from, to).flatMap(({ task }) => task ?? []);
  if (tasks.length === 0) return true;
  const analysis = analyze(model);
  return tasks.every(({ goal }) => goalHolds(goal, model, analysis));
}

/** The steps that are shown, by their indices: in exercises only those that ask for something. */
export function shownSteps({ steps }: Lesson, exercise: boolean): readonly number[] {
  const all = steps.map((_step, index) => index);
  return exercise ? all.filter((index) => steps[index]?.task || steps[index]?.question) : all;
}
