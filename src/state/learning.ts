import { analyse } from '../analysis/analyse.ts';
import { loadPart } from '../browser/loadPart.ts';
import { isAdjacent, type PathId } from '../catalogue/communicationPath.ts';
import type { Topology } from '../domain/topology.ts';
import { goalHolds } from '../lessons/goal.ts';
import type { Goal, Lesson, Step } from '../lessons/lesson.ts';
import { withChanges } from '../lessons/lessonModel.ts';
import { areSolved, stepModel } from '../lessons/stepModel.ts';
import { type AppState, type AppStore, ownModel } from './createAppStore.ts';
import { noFilter } from './pathFilter.ts';

/*
 * A lesson's model is a guest, as that of a link is, but may be changed. The user's own model and its history wait in
 * the meantime; every step has a history of its own, so that undo never leaves the step.
 */

type History = Pick<ReturnType<AppStore['temporal']['getState']>, 'pastStates' | 'futureStates'>;

/** A lesson that is being done. */
export type LessonRun = {
  readonly id: string;
  /** Null where there is no such lesson. */
  readonly lesson: Lesson | null;
  /** Counted from 0; as many as there are steps for the end. */
  readonly step: number;
  /** The model of each step as it was when it was left. */
  readonly models: Readonly<Record<number, Topology>>;
  /** The lesson's model while another one is shown; null while it is there. */
  readonly parked: Topology | null;
  /** Whether tasks that were passed over have been solved for the learner, because this step builds on them. */
  readonly isCaughtUp: boolean;
  /** Which picture of the step's demonstration is shown, and what undo knew before. */
  readonly demonstration: { readonly frame: number; readonly history: History } | null;
  /** What was shown before the lesson. */
  readonly before: {
    readonly history: History;
    readonly attacker: AppState['attacker'];
    readonly layer: AppState['layer'];
  };
};

/** How lessons are shown. */
export type LessonWay = {
  /** Only tasks and questions. */
  readonly exercise: boolean;
  /** As a trainer hands it out: without solutions. */
  readonly answersHidden: boolean;
};

/** Every lesson: those that come with the page, then those that were opened from files. */
export async function allLessons(app: AppStore): Promise<readonly Lesson[]> {
  const { lessons } = await loadPart(() => import('../lessons/lessonList.ts'));
  return [...lessons, ...app.getState().ownLessons];
}

let following: Promise<void> = Promise.resolve();

/** Brings the model in line with what is in the dock, one change after the other. Done once it is. */
export function followDock(app: AppStore): Promise<void> {
  following = following.then(() => follow(app));
  return following;
}

async function follow(app: AppStore): Promise<void> {
  const { dock, lesson: run } = app.getState();
  const wanted = dock?.type === 'lesson' ? dock : null;
  // A file that is opened again may hold another lesson than before.
  const known = run && app.getState().ownLessons.find(({ id }) => id === run.id);
  const isSame = run !== null && run.id === wanted?.id && (known ?? run.lesson) === run.lesson;
  if (run && !isSame) leave(app, run);
  if (!wanted) return;
  if (run && isSame) {
    if (run.step !== wanted.step) enterStep(app, run, wanted.step);
    return;
  }
  const lesson = (await allLessons(app)).find(({ id }) => id === wanted.id) ?? null;
  if (app.getState().dock !== dock) return;
  begin(app, wanted.id, lesson, wanted.step);
}

function begin(app: AppStore, id: string, lesson: Lesson | null, step: number): void {
  const { attacker, layer, setFilter, setLayer } = app.getState();
  const before = { history: historyOf(app), attacker, layer };
  const run: LessonRun = {
    id,
    lesson,
    step: 0,
    models: {},
    parked: null,
    isCaughtUp: false,
    demonstration: null,
    before,
  };
  app.setState({ lesson: run });
  if (!lesson) return;
  setFilter(noFilter);
  setLayer('documented');
  enterStep(app, run, step);
  watch(app);
}

function enterStep(app: AppStore, run: LessonRun, wanted: number): void {
  const { lesson } = run;
  if (!lesson) return;
  const state = app.getState();
  const step = Math.max(0, Math.min(wanted, lesson.steps.length));
  const present = isShown(state) ? (state.untried ?? state.topology) : run.parked;
  const models = present ? { ...run.models, [run.step]: present } : run.models;
  const carried = present && step > run.step && areSolved(lesson, run.step, step, present) ? present : null;
  const known = models[step] ?? carried;
  const isCaughtUp = known === null && step > run.step && lesson.steps.slice(run.step, step).some(({ task }) => task);
  app.setState(({ dock }) => ({
    lesson: { ...run, step, models, parked: null, isCaughtUp, demonstration: null },
    dock: dock?.type === 'lesson' ? { ...dock, step } : dock,
    marking: null,
    hovered: null,
  }));
  showModel(app, run.id, known ?? stepModel(lesson, step));
  light(app, lesson.steps[step] ?? null);
}

/** Shows what a step points at, near enough to be read. */
function light(app: AppStore, step: Step | null): void {
  const { paths = [], components = [], statuses = [] } = step?.look ?? {};
  const isLit = paths.length + components.length + statuses.length > 0;
  const { setAttacker, layer, setLayer, wishView } = app.getState();
  app.setState({ lit: isLit ? { paths, components, statuses } : null });
  void setAttacker(step?.attacker ?? null);
  if (layer !== 'all' && step && needsAll(step)) setLayer('all');
  wishView('lesson');
}

function needsAll(step: Step): boolean {
  return step.look?.layer === 'all' || pathsIn(step).some(isAdjacent);
}

function pathsIn({ look, playback, task }: Step): readonly PathId[] {
  return [...(look?.paths ?? []), ...(playback ? [playback.path] : []), ...(task ? pathsOfGoal(task.goal) : [])];
}

function pathsOfGoal(goal: Goal): readonly PathId[] {
  if (goal.type === 'all' || goal.type === 'any') return goal.of.flatMap(pathsOfGoal);
  if (goal.type === 'not') return pathsOfGoal(goal.goal);
  return 'path' in goal ? [goal.path] : [];
}

/** Whether the lesson's own model is the one on the page. */
export function isShown({ visit, lesson }: Pick<AppState, 'visit' | 'lesson'>): boolean {
  return lesson !== null && visit?.lesson === lesson.id;
}

/** Goes back to the user's own model; the lesson stays beside it. */
export function pauseLesson(app: AppStore): void {
  const { lesson: run, untried, topology } = app.getState();
  if (!run || !isShown(app.getState())) return;
  app.setState({ lesson: { ...run, parked: untried ?? topology, demonstration: null }, lit: null });
  showOwn(app, run);
  void app.getState().setAttacker(run.before.attacker);
}

/** Shows the lesson's model again, as it was left. */
export function resumeLesson(app: AppStore): void {
  const { lesson: run, attacker, layer } = app.getState();
  if (!run?.lesson || isShown(app.getState())) return;
  const { lesson, step, parked } = run;
  const before = { history: historyOf(app), attacker, layer };
  app.setState({ lesson: { ...run, parked: null, before } });
  showModel(app, run.id, parked ?? stepModel(lesson, step));
  light(app, lesson.steps[step] ?? null);
}

/** The step's model as it began; undo takes it back. */
export function resetStep(app: AppStore): void {
  const { lesson: run } = app.getState();
  if (!run?.lesson || !isShown(app.getState())) return;
  showFrame(app, null);
  app.setState({ topology: stepModel(run.lesson, run.step), selection: null, marking: null });
}

/** Makes the changes of the solution; undo takes them back. */
export function solveStep(app: AppStore): void {
  const { lesson: run } = app.getState();
  const task = run?.lesson?.steps[run.step]?.task;
  if (!run?.lesson || !task || !isShown(app.getState())) return;
  showFrame(app, null);
  const solved = withChanges(app.getState().topology, task.solution);
  // Whatever somebody has tried before may stand in the way of it.
  const isReached = goalHolds(task.goal, solved, analyse(solved));
  const topology = isReached ? solved : withChanges(stepModel(run.lesson, run.step), task.solution);
  app.setState({ topology });
}

/** Shows a picture of the step's demonstration, counted from 0; none ends it, and all is as before. */
export function showFrame(app: AppStore, frame: number | null): void {
  const { lesson: run, untried, topology } = app.getState();
  const frames = run?.lesson?.steps[run.step]?.demonstration;
  if (!run || !frames || !isShown(app.getState())) return;
  const { demonstration } = run;
  if (frame === null) {
    if (!demonstration) return;
    untracked(app, () =>
      app.setState({ topology: untried ?? topology, untried: null, lesson: { ...run, demonstration: null } }),
    );
    app.temporal.setState(demonstration.history);
    return;
  }
  const base = untried ?? topology;
  const at = Math.max(0, Math.min(frame, frames.length - 1));
  const changes = frames.slice(0, at + 1).flatMap((one) => one.changes);
  const history = demonstration?.history ?? historyOf(app);
  untracked(app, () =>
    app.setState({
      topology: withChanges({ ...base }, changes),
      untried: base,
      lesson: { ...run, demonstration: { frame: at, history } },
      selection: null,
    }),
  );
}

function leave(app: AppStore, run: LessonRun): void {
  const { setLayer, setAttacker, layer } = app.getState();
  if (isShown(app.getState())) showOwn(app, run);
  app.setState({ lesson: null, lit: null });
  if (layer !== run.before.layer) setLayer(run.before.layer);
  app.getState().wishView('fit');
  void setAttacker(run.before.attacker);
}

function showModel(app: AppStore, id: string, topology: Topology): void {
  untracked(app, () =>
    app.setState((state) => ({
      ...shownAnew(state, topology),
      baseline: topology,
      visit: {
        own: ownModel(state),
        ownBaseline: state.visit?.ownBaseline ?? state.baseline,
        viewOnly: false,
        lesson: id,
      },
    })),
  );
  app.temporal.getState().clear();
}

function showOwn(app: AppStore, { before }: LessonRun): void {
  untracked(app, () =>
    app.setState((state) =>
      state.visit ? { ...shownAnew(state, state.visit.own), baseline: state.visit.ownBaseline, visit: null } : {},
    ),
  );
  app.temporal.setState(before.history);
}

/** A model in the place of another one, with nothing left of what belonged to that. */
function shownAnew({ wish, topology }: AppState, shown: Topology): Partial<AppState> {
  return {
    topology: shown,
    untried: null,
    refusals: 0,
    waiting: null,
    versionBefore: null,
    selection: null,
    pinned: [],
    comparison: null,
    marking: null,
    // Whoever has looked closely at something wants to stay there while the cluster is the same.
    ...(shown !== topology && { wish: { kind: 'fit' as const, number: wish.number + 1 } }),
  };
}

function untracked(app: AppStore, change: () => void): void {
  const { pause, resume } = app.temporal.getState();
  pause();
  change();
  resume();
}

function historyOf(app: AppStore): History {
  const { pastStates, futureStates } = app.temporal.getState();
  return { pastStates, futureStates };
}

/** Another model that takes the lesson's place has the user's own history, one step longer. */
function watch(app: AppStore): void {
  const stop = app.subscribe((state, past) => {
    if (state.lesson === null) {
      stop();
      return;
    }
    const { visit } = past;
    // What was added is to be seen, wherever it has its place.
    if (hasGrown(state, past)) state.wishView('fit');
    const isReplaced = visit?.lesson !== undefined && state.visit?.lesson === undefined;
    if (!isReplaced || !app.temporal.getState().isTracking) return;
    const { history } = state.lesson.before;
    const own = { topology: visit.own, baseline: visit.ownBaseline, untried: null, visit: null };
    // The store writes its history after it has told everybody.
    queueMicrotask(() => app.temporal.setState({ pastStates: [...history.pastStates, own], futureStates: [] }));
  });
}

/** Whether a learner has added something to the model of a step. */
function hasGrown(state: AppState, past: AppState): boolean {
  const isSame = state.lesson?.step === past.lesson?.step && state.baseline === past.baseline;
  if (state.topology === past.topology || !isSame || !isShown(state) || !isShown(past)) return false;
  return elementsIn(state.topology) > elementsIn(past.topology);
}

function elementsIn({ controlPlanes, nodes, pods, services }: Topology): number {
  return controlPlanes.length + nodes.length + pods.length + services.length;
}
