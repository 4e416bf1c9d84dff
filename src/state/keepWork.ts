import { BrowserFailure } from '../browser/browserFailure.ts';
import type { Topology } from '../domain/topology.ts';
import { writeRecent } from '../project/recentWork.ts';
import { writeProject } from '../project/writeProject.ts';
import type { AppState, AppStore } from './appState.ts';
import { ownModel } from './ownModel.ts';

/** Where work is kept from one visit to the next. */
export type WorkStorage = {
  /** Null where it is kept, else why not. */
  readonly store: (part: 'project' | 'recent', value: string) => unknown;
  readonly forget: (part: 'project') => void;
  /** Calls a listener before something is removed. */
  readonly onForget: (listener: (part: string) => void) => void;
};

/** Milliseconds without a change before the model is written down. */
const calm = 150;

/** A browser keeps five megabytes for a page; a larger model would be written down at every change, and then refused. */
const mostStored = 12_000;

/** Whether the browser can keep a model for the next visit. */
export function isStorable({ nodes, pods, services }: Topology): boolean {
  return nodes.length + pods.length + services.length <= mostStored;
}

/**
 * Keeps the user's own model and the recent ones as they change.
 * @returns writes down at once what still waits, before the page goes
 */
export function keepWork(app: AppStore, storage: WorkStorage): () => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let wasKept = true;
  const write = () => {
    waiting = null;
    const refusal = storage.store('project', writeProject(ownModel(app.getState())));
    // Once is enough: nobody wants to hear it again at each step.
    if (refusal !== null && wasKept) app.getState().tellProblem(new BrowserFailure('not-kept', refusal));
    wasKept = refusal === null;
  };
  const cancel = () => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
  };
  const changed = (state: AppState) => {
    cancel();
    if (isStorable(ownModel(state))) waiting = setTimeout(write, calm);
    else storage.forget('project');
  };
  // What somebody deletes must not be written back by what still waited.
  storage.onForget((part) => {
    if (part === 'project') cancel();
  });
  app.subscribe((state, past) => {
    if (ownModel(state) !== ownModel(past)) changed(state);
    if (state.recent !== past.recent)
      storage.store('recent', writeRecent(state.recent.filter(({ topology }) => isStorable(topology))));
  });
  return () => {
    if (waiting === null) return;
    clearTimeout(waiting);
    write();
  };
}
