import type { Locale } from '../../i18n/texts.ts';
import type { Lesson, Question, Step } from '../../lessons/lesson.ts';
import type { AppState, AppStore, SavedView } from '../../state/appState.ts';
import { showFrame } from '../../state/learning.ts';

/** What is presented at a moment. */
export type Slide = {
  readonly deck: string;
  readonly title: string;
  readonly text: string;
  /** What the step asks, with its answers to choose from. */
  readonly question: { readonly text: string; readonly options: readonly string[] } | null;
  readonly playback: NonNullable<Step['playback']> | null;
  readonly hasLegend: boolean;
  readonly notes: string;
  /** The title of what comes next; null at the end. */
  readonly next: string | null;
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
};

/** The present slide; null until the lesson is loaded, or where nothing is presented. */
export function slideOf(state: AppState, end: string): Slide | null {
  const { presenting, lesson: run, locale } = state;
  if (!presenting) return null;
  if (presenting.deck.type === 'views') return viewSlide(presenting.deck.views, presenting.view);
  if (!run?.lesson || run.id !== presenting.deck.id) return null;
  return lessonSlide(run.lesson, run.step, run.demonstration?.frame ?? null, locale, end);
}

const bare = { question: null, playback: null, hasLegend: false } as const;

function asked(question: Question, locale: Locale): Slide['question'] {
  const options = question.type === 'choice' ? question.options.map(({ text }) => text[locale]) : [];
  return { text: question.text[locale], options };
}

function viewSlide(views: readonly SavedView[], at: number): Slide | null {
  const view = views[at];
  if (!view) return null;
  const next = views[at + 1]?.name ?? null;
  return {
    deck: '',
    title: view.name,
    text: '',
    ...bare,
    notes: view.notes,
    next,
    number: at + 1,
    count: views.length,
  };
}

/** A step, a picture of its demonstration, or the end with what to take home. */
function lessonSlide(lesson: Lesson, at: number, frame: number | null, locale: Locale, end: string): Slide {
  const { steps, takeaways, aim } = lesson;
  const step = steps[at];
  const common = { deck: lesson.title[locale], number: Math.min(at, steps.length) + 1, count: steps.length + 1 };
  if (!step) {
    const text = takeaways.map((one) => one[locale]).join('\n\n');
    return { ...common, ...bare, title: end, text, notes: aim[locale], next: null };
  }
  const frames = step.demonstration ?? [];
  const shown = frame === null ? undefined : frames[frame];
  const hasMore = (frame ?? -1) + 1 < frames.length;
  const next = hasMore ? step.title : steps[at + 1]?.title;
  return {
    ...common,
    title: step.title[locale],
    text: (shown?.text ?? step.text)[locale],
    question: step.question ? asked(step.question, locale) : null,
    playback: step.playback ?? null,
    hasLegend: step.legend === true,
    notes: step.notes[locale],
    next: next?.[locale] ?? end,
  };
}

/** Goes one slide on or back; at either end it stays. */
export async function turn(app: AppStore, by: 1 | -1): Promise<void> {
  const { presenting, setPresenting } = app.getState();
  if (!presenting) return;
  // Whoever goes on wants to show something.
  if (presenting.isBlack) setPresenting({ isBlack: false });
  if (presenting.deck.type === 'lesson') {
    turnLesson(app, by);
    return;
  }
  const { views } = presenting.deck;
  const view = presenting.view + by;
  if (view < 0 || view >= views.length) return;
  setPresenting({ view });
  await showView(app, views[view]);
}

function turnLesson(app: AppStore, by: 1 | -1): void {
  const { lesson: run, dock, setDock } = app.getState();
  if (!run?.lesson || dock?.type !== 'lesson') return;
  const { steps } = run.lesson;
  // The dock is ahead of the lesson while somebody turns faster than models are shown.
  const isThere = dock.step === run.step;
  const frames = isThere ? (steps[run.step]?.demonstration?.length ?? 0) : 0;
  const frame = isThere ? (run.demonstration?.frame ?? -1) : -1;
  const step = dock.step + by;
  if (by === 1 && frame + 1 < frames) showFrame(app, frame + 1);
  else if (by === -1 && frame >= 0) showFrame(app, frame === 0 ? null : frame - 1);
  else if (step >= 0 && step <= steps.length) setDock({ type: 'lesson', id: run.id, step });
}

/** Shows a saved view: its cluster, its part, its attacker. */
export async function showView(app: AppStore, view: SavedView | undefined): Promise<void> {
  if (!view) return;
  const { sharedSession, endSharedSession, openSharedModel, setColorBy, setAttacker, topology } = app.getState();
  if (view.model === null && sharedSession && sharedSession.lesson === undefined) endSharedSession('own');
  // A picture that stays the same must not be laid out anew.
  if (view.model !== null && JSON.stringify(view.model) !== JSON.stringify(topology))
    openSharedModel(view.model, false);
  if (view.layer !== app.getState().layer) app.getState().setLayer(view.layer);
  setColorBy(view.colorBy);
  await setAttacker(view.attacker);
  app.getState().select(view.selection);
  app.getState().sendViewCommand(view.selection === null ? 'fit' : 'selection');
}

/** The state of the page as a view. */
export function viewNow(state: AppState, name: string, withModel: boolean): SavedView {
  const { selection, attacker, layer, colorBy, topology } = state;
  return { name, notes: '', selection, attacker, layer, colorBy, model: withModel ? topology : null };
}
