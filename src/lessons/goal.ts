import type { Analysis } from '../analysis/analyse.ts';
import type { Connection, NoteId } from '../analysis/connection.ts';
import type { PathId } from '../catalogue/communicationPath.ts';
import { effectiveSetting } from '../catalogue/settings.ts';
import { networkOf, type Topology } from '../domain/topology.ts';
import { instancesOf } from '../remedies/change.ts';
import type { Goal } from './lesson.ts';

/** Whether a goal is reached by a model and what its analysis says. */
export function goalHolds(goal: Goal, topology: Topology, analysis: Analysis): boolean {
  switch (goal.type) {
    case 'status':
      return every(of(goal.path, analysis), ({ status }) => goal.is.includes(status));
    case 'exposure':
      return of(goal.path, analysis).some((one) => exposuresOf(one).includes(goal.exposure)) === goal.holds;
    case 'relay':
      return of(goal.path, analysis).some(({ exposure }) => exposure.relay === true) === goal.holds;
    case 'works':
      return every(of(goal.path, analysis), ({ notes }) => !notes.some((note) => failures.has(note)));
    case 'setting':
      return every(instancesOf(topology, goal.component), ({ config }) => {
        const { value } = effectiveSetting(goal.component, config, goal.key, topology.kubernetesVersion);
        return value === goal.value;
      });
    case 'network':
      return networkOf(topology, goal.id).trust === goal.trust;
    case 'count':
      return topology[goal.of].length >= goal.atLeast;
    case 'remark':
      return of(goal.path, analysis).some(({ id }) => {
        const remark = topology.remarks[id];
        return remark?.kind === goal.kind && remark.text.trim() !== '';
      });
    case 'all':
      return goal.of.every((one) => goalHolds(one, topology, analysis));
    case 'any':
      return goal.of.some((one) => goalHolds(one, topology, analysis));
    case 'not':
      return !goalHolds(goal.goal, topology, analysis);
  }
}

/** The kubelet refuses the kube-apiserver, or is refused by it. */
const failures: ReadonlySet<NoteId> = new Set(['calls-refused', 'serving-certificate-self-signed']);

/** A path that does not exist has reached nothing. */
function every<T>(some: readonly T[], holds: (one: T) => boolean): boolean {
  return some.length > 0 && some.every(holds);
}

function of(path: PathId, { connections }: Analysis): readonly Connection[] {
  return connections.filter((one) => one.path === path && one.count > 0);
}

function exposuresOf({ exposure }: Connection) {
  return [...exposure.passive, ...exposure.active, ...exposure.offPath];
}
