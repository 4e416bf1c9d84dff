import type { Topology } from '../domain/topology.ts';
import type { RecentWork } from '../project/recentWork.ts';
import type { AppState } from './appState.ts';

/** Clusters that are kept when others take their place. */
export const mostRecent = 5;

/** The model that is the user's own, whatever is shown or tried. */
export function ownModel({
  sharedSession,
  trialBase,
  topology,
}: Pick<AppState, 'sharedSession' | 'trialBase' | 'topology'>): Topology {
  return sharedSession?.own ?? trialBase ?? topology;
}

/** Another model in the place of the present one, with nothing left of what belonged to that; one that is new is shown whole. */
export function withModel(state: AppState, topology: Topology, baseline: Topology): Partial<AppState> {
  return {
    topology,
    baseline,
    trialBase: null,
    refusals: 0,
    pendingOpen: null,
    versionBefore: null,
    selection: null,
    pinned: [],
    comparison: null,
    marking: null,
    // Whoever has looked closely at something wants to stay there while the cluster is the same.
    ...(topology !== state.topology && { viewCommand: { kind: 'fit', number: state.viewCommand.number + 1 } }),
  };
}

/** A link's model becomes the user's own; what was theirs before goes to the recent ones. */
export function asOwn(state: AppState, date: string): Partial<AppState> {
  return state.sharedSession && state.sharedSession.lesson === undefined
    ? { sharedSession: null, recent: recentAfter(state, date) }
    : {};
}

/** The recent works once the user's own model has gone; what can be had again needs no place there. */
export function recentAfter(state: AppState, date: string): readonly RecentWork[] {
  const own = ownModel(state);
  const isAtHand = own === state.savedTopology || state.recent.some(({ topology }) => topology === own);
  return isAtHand ? state.recent : [{ topology: own, date }, ...state.recent].slice(0, mostRecent);
}

/** The lesson once another model takes the place of its own, which is kept for when the lesson comes back. */
export function suspendedLesson({ lesson, sharedSession, trialBase, topology }: AppState): AppState['lesson'] {
  return lesson && sharedSession?.lesson !== undefined
    ? { ...lesson, suspendedModel: trialBase ?? topology, demonstration: null }
    : lesson;
}

/** What was counted of a cluster; a node that only something else implies is not. */
export function countsOf({ nodes, pods, services }: Topology): {
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
} {
  const shown = nodes.filter((node) => node.implied !== true);
  return { nodes: shown.length, pods: pods.length, services: services.length };
}
