import { applyEdit } from '../domain/applyEdit.ts';
import type { Topology } from '../domain/topology.ts';
import { applyChanges } from '../remedies/change.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { Lesson, LessonChange } from './lesson.ts';

/** The model that a lesson begins with. */
export function startOf({ start }: Pick<Lesson, 'start'>): Topology {
  return 'topology' in start ? start.topology : withChanges(scenario(start.scenario), start.changes ?? []);
}

/** A model with the changes of a lesson made, one after the other. */
export function withChanges(topology: Topology, changes: readonly LessonChange[]): Topology {
  return changes.reduce(
    (changed, change) => ('type' in change ? applyEdit(changed, change) : applyChanges(changed, [change])),
    topology,
  );
}
