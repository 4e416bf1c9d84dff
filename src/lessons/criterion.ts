import type { Analysis } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import type { Topology } from '../domain/topology.ts';
import type { PathCriterion } from './lesson.ts';

/**
 * The connections that answer a question on the diagram, by their ids. Only those that a cluster really has count, and
 * only what is certain. Adjacent paths are among them: a caller that does not draw these leaves them out.
 */
export function connectionsFor(criterion: PathCriterion, topology: Topology, analysis: Analysis): ReadonlySet<string> {
  const fitting =
    criterion.by === 'reach'
      ? inReach(criterion.position, topology, analysis)
      : analysis.connections.filter((one) => fits(criterion, one));
  return new Set(fitting.filter(({ count, variant }) => count > 0 && variant === undefined).map(({ id }) => id));
}

type Reached = Extract<PathCriterion, { by: 'reach' }>['position'];

/** What is only `unknown` may be in reach; nobody is to be blamed for not marking it. */
function inReach(position: Reached, topology: Topology, analysis: Analysis): readonly Connection[] {
  return reachOf(topology, analysis, position)
    .ranked.filter(({ gained }) => gained.some((gain) => gain !== 'unknown'))
    .map(({ connection }) => connection);
}

function fits(criterion: Exclude<PathCriterion, { by: 'reach' }>, { status, exposure }: Connection): boolean {
  switch (criterion.by) {
    case 'status':
      return criterion.is.includes(status);
    case 'exposure':
      return exposure[criterion.mode].includes(criterion.exposure);
    case 'relay':
      return exposure.relay === true;
  }
}
