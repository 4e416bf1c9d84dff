import { analyze } from '../analysis/analyze.ts';
import { exposures, type Status } from '../analysis/rules.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import { networkIds, networkOf, type Topology } from '../domain/topology.ts';
import { goalHolds } from './goal.ts';
import type { Goal, LessonChange } from './lesson.ts';

const counted = ['controlPlanes', 'nodes', 'pods', 'services'] as const;

/** What holds of a model now and did not before: what a task can ask for. The broadest come first. */
export function goalCandidates(before: Topology, now: Topology, changes: readonly LessonChange[]): readonly Goal[] {
  const [old, present] = [analyze(before), analyze(now)];
  const paths = [...new Set(present.connections.filter(({ count }) => count > 0).map(({ path }) => path))];
  const possible: readonly Goal[] = [
    ...paths.flatMap((path) => statusGoal(path, statusesOf(path, present.connections))),
    ...paths.map((path): Goal => ({ type: 'works', path })),
    ...paths.flatMap((path) =>
      exposures.flatMap((exposure): readonly Goal[] => [
        { type: 'exposure', path, exposure, holds: false },
        { type: 'exposure', path, exposure, holds: true },
      ]),
    ),
    ...paths.flatMap((path): readonly Goal[] => [
      { type: 'relay', path, holds: false },
      { type: 'relay', path, holds: true },
    ]),
    ...networkIds.map((id): Goal => ({ type: 'network', id, trust: networkOf(now, id).trust })),
    ...counted.map((of): Goal => ({ type: 'count', of, atLeast: now[of].length })),
    ...changes.flatMap((change): readonly Goal[] => {
      if ('type' in change || change.component === 'pod') return [];
      const { component, key, value } = change;
      return [{ type: 'setting', component, key, value }];
    }),
    ...paths.flatMap((path) => remarkGoals(path, now, present.connections)),
  ];
  return possible.filter((goal) => goalHolds(goal, now, present) && !goalHolds(goal, before, old));
}

/** Paths that a solution must not break: they work before and after, and something about them changed. */
export function guardCandidates(before: Topology, now: Topology): readonly Goal[] {
  const [old, present] = [analyze(before), analyze(now)];
  const changed = present.connections.filter(
    ({ path, status, count }) => count > 0 && !statusesOf(path, old.connections).includes(status),
  );
  return [...new Set(changed.map(({ path }) => path))]
    .map((path): Goal => ({ type: 'works', path }))
    .filter((goal) => goalHolds(goal, now, present) && goalHolds(goal, before, old));
}

type Connections = ReturnType<typeof analyze>['connections'];

function statusesOf(path: PathId, connections: Connections): readonly Status[] {
  return [...new Set(connections.filter((one) => one.path === path && one.count > 0).map(({ status }) => status))];
}

function statusGoal(path: PathId, is: readonly Status[]): readonly Goal[] {
  return is.length === 0 ? [] : [{ type: 'status', path, is }];
}

function remarkGoals(path: PathId, { remarks }: Topology, connections: Connections): readonly Goal[] {
  return connections.flatMap((one): readonly Goal[] => {
    const remark = one.path === path ? remarks[one.id] : undefined;
    return remark ? [{ type: 'remark', path, kind: remark.kind }] : [];
  });
}
