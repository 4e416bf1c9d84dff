import type { Analysis } from '../analysis/analyze.ts';
import type { Connection, NoteId } from '../analysis/connection.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import { effectiveSetting } from '../catalog/settings.ts';
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
    case 'relay': {
      const found = of(goal.path, analysis);
      const relayed = found.filter(({ exposure }) => exposure.relay === true).length;
      return goal.holds ? relayed > 0 && (!goal.everywhere || relayed === found.length) : relayed === 0;
    }
    case 'works':
      return every(of(goal.path, analysis), ({ notes }) => !notes.some((note) => failures.has(note)));
    case 'setting':
      return every(instancesOf(topology, goal.component), ({ config }) => {
        const { value } = effectiveSetting(goal.component, config, goal.key, topology.kubernetesVersion);
        return value === goal.value;
      });
    case 'set':
      return every(
        instancesOf(topology, goal.component),
        ({ config }) => effectiveSetting(goal.component, config, goal.key, topology.kubernetesVersion).value !== null,
      );
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

/** On how many instances or connections a goal holds already, of how many; null where that is nothing to count. */
export function goalShare(
  goal: Goal,
  topology: Topology,
  analysis: Analysis,
): { readonly done: number; readonly of: number } | null {
  const { kubernetesVersion } = topology;
  const count = <T>(all: readonly T[], holds: (one: T) => boolean) =>
    all.length > 1 ? { done: all.filter(holds).length, of: all.length } : null;
  switch (goal.type) {
    case 'setting':
    case 'set':
      return count(instancesOf(topology, goal.component), ({ config }) => {
        const { value } = effectiveSetting(goal.component, config, goal.key, kubernetesVersion);
        return goal.type === 'set' ? value !== null : value === goal.value;
      });
    case 'status':
      return count(of(goal.path, analysis), ({ status }) => goal.is.includes(status));
    case 'relay':
      if (goal.holds && !goal.everywhere) return null;
      return count(of(goal.path, analysis), ({ exposure }) => (exposure.relay === true) === goal.holds);
    default:
      return null;
  }
}
