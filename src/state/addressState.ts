import { positionIds } from '../attack/positionIds.ts';
import { loadPart } from '../browser/loadPart.ts';
import { pathIds } from '../catalog/communicationPath.ts';
import { locales } from '../i18n/texts.ts';
import { colorByValues } from '../scene/colorBy.ts';
import type { AppState, AppStore, Dock, PlaybackMoment } from './appState.ts';
import { noFilter, queryOf } from './pathFilter.ts';
import { ofElements, type Selection } from './selection.ts';
import { selectAll } from './selectors.ts';

/*
 * The address says what is shown: `path` with `at`, or `element`; `attacker`; `playback` with `step`; `q` with the query;
 * `lang`, `theme`, `color` and `paths`; and `model`, with `view=only` where it shall not be changed. Parameters that mean nothing here
 * stay as they are. `model` leaves the address with the first change, since the address would no longer show the same.
 * `lesson` has a `step` of its own, which takes the place of the playback's, with `mode=exercise` for tasks and questions
 * only and `answers=hidden` as a trainer hands it out.
 * `glossary` opens the glossary at a term until it is closed.
 */

/** What is written for what is shown; everything else is left alone. */
const ownParams = [
  'element',
  'path',
  'at',
  'playback',
  'step',
  'attacker',
  'q',
  'view',
  'model',
  'lesson',
  'mode',
  'answers',
];

/** Keeps what is shown in the address, so that a link shows the same. Done once a model in the address is shown. */
export async function connectFragment(app: AppStore): Promise<void> {
  /** The model in the address, as it stands there. */
  let linked: string | null = null;
  let isReading = false;
  const read = async () => {
    const { hash } = location;
    const params = paramsIn(hash);
    await applySettings(app, params);
    const model = params.get('model');
    const { sharedSession, endSharedSession } = app.getState();
    if (model === null && sharedSession && sharedSession.lesson === undefined && !sharedSession.exercise)
      endSharedSession('own');
    if (model !== null && !(sharedSession && model === linked)) {
      if (!(await showModel(app, hash, params.get('view') === 'only'))) return;
      linked = model;
    }
    if (params.has('quiz') && app.getState().dock?.type !== 'quiz') app.getState().setDock({ type: 'quiz' });
    if (await showLesson(app, params)) return;
    const { select, play, openDialog, dialog, setFilter } = app.getState();
    const selection = withFirstOfPath(app.getState(), selectionIn(params));
    const moment = momentIn(params);
    select(selection);
    setFilter(params.get('q') ?? noFilter);
    await standAt(app, params.get('attacker'));
    if (moment && selection?.type === 'connection') play(moment);
    else if (dialog === 'playback') openDialog(null);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const readAll = async () => {
    clearTimeout(waiting);
    // What is read piece by piece must not be written back before all of it has been read.
    isReading = true;
    try {
      await read();
      if (paramsIn(location.hash).has('glossary')) app.getState().openDialog('glossary');
    } finally {
      isReading = false;
    }
  };
  app.subscribe((state, past) => {
    const kept = [
      'selection',
      'playback',
      'attacker',
      'sharedSession',
      'dock',
      'lessonOptions',
      'locale',
      'theme',
      'colorBy',
      'layer',
    ] as const;
    // A browser counts how often an address is written, so that somebody who types is waited for.
    if (!isReading && state.filter !== past.filter) writeSoon();
    if (!isReading && kept.some((part) => state[part] !== past[part])) write();
  });
  const write = () => {
    clearTimeout(waiting);
    const present = paramsIn(location.hash);
    const params = fragmentOf(app.getState(), present, linked).toString();
    if (params !== present.toString())
      history.replaceState(null, '', params ? `#${params}` : location.pathname + location.search);
  };
  const writeSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(write, 250);
  };
  addEventListener('hashchange', () => void readAll());
  if (location.hash) await readAll();
}

/** What stands after the `#`. */
function paramsIn(hash: string): URLSearchParams {
  return new URLSearchParams(hash.slice(1));
}

/** Shows the model in the address; false where it cannot be read, which the report then says. */
async function showModel(app: AppStore, hash: string, viewOnly: boolean): Promise<boolean> {
  const { readShareLink } = await loadPart(() => import('../project/shareLink.ts'));
  const outcome = readShareLink(hash);
  const { openSharedModel, reportUnreadable } = app.getState();
  if (outcome?.ok) openSharedModel(outcome.topology, viewOnly);
  else if (outcome) reportUnreadable({ kind: 'link', file: '' }, outcome);
  return outcome?.ok === true;
}

/** Opens the lesson in the address, or leaves the one that is no longer there; false where there is none. */
async function showLesson(app: AppStore, params: URLSearchParams): Promise<boolean> {
  const id = params.get('lesson');
  const { dock, setDock, setLessonOptions: setLessonWay } = app.getState();
  if (id === null && dock?.type !== 'lesson') return false;
  const { followDock } = await loadPart(() => import('./learning.ts'));
  if (id === null) {
    setDock(null);
    await followDock(app);
    return false;
  }
  setLessonWay({ exercise: params.get('mode') === 'exercise', answersHidden: params.get('answers') === 'hidden' });
  setDock({ type: 'lesson', id, step: stepIn(params) });
  await followDock(app);
  app.getState().select(selectionIn(params));
  return true;
}

async function applySettings(app: AppStore, params: URLSearchParams): Promise<void> {
  const { locale, setLocale, setTheme, setColorBy, layer, setLayer } = app.getState();
  const theme = params.get('theme');
  if (theme === 'light' || theme === 'dark') setTheme(theme);
  const colorBy = colorByValues.find((one) => one === params.get('colour'));
  if (colorBy) setColorBy(colorBy);
  const paths = params.get('paths');
  if ((paths === 'documented' || paths === 'all') && paths !== layer) setLayer(paths);
  const wanted = locales.find((one) => one === params.get('lang'));
  if (wanted && wanted !== locale) await setLocale(wanted);
}

/** The attacker where the address says, nowhere for one that is not known. */
async function standAt(app: AppStore, wanted: string | null): Promise<void> {
  if (wanted === null && app.getState().attacker === null) return;
  await app.getState().setAttacker(positionIds.find((id) => id === wanted) ?? null);
}

function fragmentOf(state: AppState, present: URLSearchParams, linked: string | null): URLSearchParams {
  const params = new URLSearchParams(present);
  for (const name of ownParams) params.delete(name);
  const settings = { lang: state.locale, theme: state.theme, color: state.colorBy, paths: state.layer };
  // Somebody wanted these in the address; a reload must not undo what was chosen since.
  for (const [name, value] of Object.entries(settings)) if (params.has(name)) params.set(name, value);
  const { dock, selection } = state;
  // A lesson says itself where an attacker stands and what is played, and its step is not that of an attack.
  const shown =
    dock?.type === 'lesson'
      ? [...lessonParams(state, dock), ...(selection ? paramsOf(selection) : [])]
      : shownParams(state);
  // The colors may be there already, and stand there once.
  if (shown.some(([name]) => name === 'colour')) params.delete('colour');
  for (const [name, value] of shown) params.append(name, value);
  if (state.sharedSession?.viewOnly && !state.sharedSession.exercise) params.append('view', 'only');
  if (state.sharedSession && state.sharedSession.lesson === undefined && linked !== null)
    params.append('model', linked);
  return params;
}

/** The selection, the step of an attack that is played, where the attacker stands, and the query. */
export function shownParams({ selection, playback, attacker, filter, colorBy }: AppState): readonly [string, string][] {
  const moment: readonly [string, string][] =
    playback && selection?.type === 'connection'
      ? [
          ['playback', playback.attack],
          // People count from 1.
          ['step', String(playback.step + 1)],
        ]
      : [];
  const position: readonly [string, string][] = attacker ? [['attacker', attacker]] : [];
  const query = filter.trim();
  // What is drawn so depends on the colors.
  const isOfColors = queryOf(filter).terms.some(({ field }) => field === 'drawn');
  const asked: readonly [string, string][] = [
    ...(query === '' ? [] : [['q', query] as [string, string]]),
    ...(isOfColors ? [['colour', colorBy] as [string, string]] : []),
  ];
  return [...(selection ? paramsOf(selection) : []), ...moment, ...position, ...asked];
}

function lessonParams(
  { lessonOptions }: AppState,
  { id, step }: Extract<Dock, { type: 'lesson' }>,
): [string, string][] {
  return [
    ['lesson', id],
    ['step', String(step + 1)],
    ...(lessonOptions.exercise ? [['mode', 'exercise'] as [string, string]] : []),
    ...(lessonOptions.answersHidden ? [['answers', 'hidden'] as [string, string]] : []),
  ];
}

function paramsOf(selection: Exclude<Selection, null>): [string, string][] {
  switch (selection.type) {
    case 'element':
      return [['element', selection.id]];
    case 'elements':
      return selection.ids.map((id) => ['element', id]);
    case 'connection':
      return [['path', selection.id], ...(selection.boxId ? [['at', selection.boxId] as [string, string]] : [])];
  }
}

function selectionIn(params: URLSearchParams): Selection {
  const elements = params.getAll('element');
  if (elements.length > 0) return ofElements(elements);
  const path = params.get('path');
  return path ? { type: 'connection', id: path, boxId: params.get('at') } : null;
}

/** A path's own id, as somebody types it, stands for its first connection. */
function withFirstOfPath(state: AppState, selection: Selection): Selection {
  if (selection?.type !== 'connection' || !pathIds.some((id) => id === selection.id)) return selection;
  const first = selectAll(state).connections.find(({ path }) => path === selection.id);
  return first ? { ...selection, id: first.id } : selection;
}

function momentIn(params: URLSearchParams): PlaybackMoment | null {
  const attack = params.get('playback');
  if (attack !== 'passive' && attack !== 'active') return null;
  return { attack, step: stepIn(params) };
}

function stepIn(params: URLSearchParams): number {
  const step = Number(params.get('step'));
  return Number.isInteger(step) && step > 0 ? step - 1 : 0;
}
