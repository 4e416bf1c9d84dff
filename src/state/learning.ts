import { analyze } from '../analysis/analyze.ts';
import { loadPart } from '../browser/loadPart.ts';
import { isAdjacent, type PathId } from '../catalog/communicationPath.ts';
import type { Topology } from '../domain/topology.ts';
import { goalHolds } from '../lessons/goal.ts';
import type { Goal, Lesson, Step } from '../lessons/lesson.ts';
import { withChanges } from '../lessons/lessonModel.ts';
import { areSolved, stepModel } from '../lessons/stepModel.ts';
import type { AppState, AppStore, History, LessonRun, Undoable } from './appState.ts';
import { ownModel, withModel } from './ownModel.ts';
import { noFilter } from './pathFilter.ts';

/*
 * A lesson's model is a guest, as that of a link is, but may be changed. The user's own model and its history wait in
 * the meantime; every step has a history of its own, so that undo never leaves the step.
 */

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
    suspendedModel: null,
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
  const present = isShown(state) ? (state.trialBase ?? state.topology) : run.suspendedModel;
  const models = present ? { ...run.models, [run.step]: present } : run.models;
  const carried = present && step > run.step && areSolved(lesson, run.step, step, present) ? present : null;
  const known = models[step] ?? carried;
  const isCaughtUp = known === null && step > run.step && lesson.steps.slice(run.step, step).some(({ task }) => task);
  app.setState(({ dock }) => ({
    lesson: { ...run, step, models, suspendedModel: null, isCaughtUp, demonstration: null },
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
  const isHighlighted = paths.length + components.length + statuses.length > 0;
  const { setAttacker, layer, setLayer, sendViewCommand } = app.getState();
  app.setState({ highlight: isHighlighted ? { paths, components, statuses } : null });
  void setAttacker(step?.attacker ?? null);
  if (layer !== 'all' && step && needsAll(step)) setLayer('all');
  sendViewCommand('lesson');
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
export function isShown({ sharedSession, lesson }: Pick<AppState, 'sharedSession' | 'lesson'>): boolean {
  return lesson !== null && sharedSession?.lesson === lesson.id;
}

/** Goes back to the user's own model; the lesson stays beside it. */
export function pauseLesson(app: AppStore): void {
  const { lesson: run, trialBase, topology } = app.getState();
  if (!run || !isShown(app.getState())) return;
  app.setState({ lesson: { ...run, suspendedModel: trialBase ?? topology, demonstration: null }, highlight: null });
  showOwn(app, run);
  void app.getState().setAttacker(run.before.attacker);
}

/** Shows the lesson's model again, as it was left. */
export function resumeLesson(app: AppStore): void {
  const { lesson: run, attacker, layer } = app.getState();
  if (!run?.lesson || isShown(app.getState())) return;
  const { lesson, step, suspendedModel } = run;
  const before = { history: historyOf(app), attacker, layer };
  app.setState({ lesson: { ...run, suspendedModel: null, before } });
  showModel(app, run.id, suspendedModel ?? stepModel(lesson, step));
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
  const isReached = goalHolds(task.goal, solved, analyze(solved));
  const topology = isReached ? solved : withChanges(stepModel(run.lesson, run.step), task.solution);
  app.setState({ topology });
}

/** Shows a picture of the step's demonstration, counted from 0; none ends it, and all is as before. */
export function showFrame(app: AppStore, frame: number | null): void {
  const { lesson: run, trialBase, topology } = app.getState();
  const frames = run?.lesson?.steps[run.step]?.demonstration;
  if (!run || !frames || !isShown(app.getState())) return;
  const { demonstration } = run;
  if (frame === null) {
    if (!demonstration) return;
    untracked(app, () =>
      app.setState({ topology: trialBase ?? topology, trialBase: null, lesson: { ...run, demonstration: null } }),
    );
    app.temporal.setState(demonstration.history);
    return;
  }
  const base = trialBase ?? topology;
  const at = Math.max(0, Math.min(frame, frames.length - 1));
  const changes = frames.slice(0, at + 1).flatMap((one) => one.changes);
  const history = demonstration?.history ?? historyOf(app);
  untracked(app, () =>
    app.setState({
      topology: withChanges({ ...base }, changes),
      trialBase: base,
      lesson: { ...run, demonstration: { frame: at, history } },
      selection: null,
    }),
  );
}

function leave(app: AppStore, run: LessonRun): void {
  const { setLayer, setAttacker, layer } = app.getState();
  if (isShown(app.getState())) showOwn(app, run);
  app.setState({ lesson: null, highlight: null });
  if (layer !== run.before.layer) setLayer(run.before.layer);
  app.getState().sendViewCommand('fit');
  void setAttacker(run.before.attacker);
}

function showModel(app: AppStore, id: string, topology: Topology): void {
  untracked(app, () =>
    app.setState((state) => ({
      ...withModel(state, topology, topology),
      sharedSession: {
        own: ownModel(state),
        ownBaseline: state.sharedSession?.ownBaseline ?? state.baseline,
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
      state.sharedSession
        ? { ...withModel(state, state.sharedSession.own, state.sharedSession.ownBaseline), sharedSession: null }
        : {},
    ),
  );
  app.temporal.setState(before.history);
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
    const { sharedSession } = past;
    // What was added is to be seen, wherever it has its place.
    if (hasGrown(state, past)) state.sendViewCommand('fit');
    const isReplaced = sharedSession?.lesson !== undefined && state.sharedSession?.lesson === undefined;
    if (!isReplaced || !app.temporal.getState().isTracking) return;
    const { history } = state.lesson.before;
    const own: Undoable = {
      topology: sharedSession.own,
      baseline: sharedSession.ownBaseline,
      trialBase: null,
      sharedSession: null,
    };
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
