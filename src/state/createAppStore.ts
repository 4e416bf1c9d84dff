import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Layer } from '../analysis/layer.ts';
import type { PositionId } from '../attack/attackerPosition.ts';
import { loadPart } from '../browser/loadPart.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import type { Topology } from '../domain/topology.ts';
import type { Rect } from '../geometry/shapes.ts';
import type { Locale } from '../i18n/texts.ts';
import { loadLocale } from '../i18n/translate.ts';
import type { Counts } from '../importers/collection.ts';
import type { ImportIssue, ImportResult } from '../importers/importResult.ts';
import type { KubeletTargets } from '../importers/joining/joinKubelets.ts';
import type { PseudonymKey } from '../importers/pseudonyms.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { Unreadable } from '../project/projectFile.ts';
import type { RecentWork } from '../project/recentWork.ts';
import { createReaderHere, type GivenFile, ImportCancelled, type ImportReader } from '../reading/importReader.ts';
import type { RemedyId } from '../remedies/remedyIds.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { Colouring } from '../scene/colourBy.ts';
import { type Detail, fullDetail } from '../scene/sceneOptions.ts';
import { loadReach } from './attackerReach.ts';
import { type Drift, driftBetween } from './drift.ts';
import { type ExerciseState, exerciseSlice, isExercise, isTelling } from './exercise.ts';
import type { Lit } from './focus.ts';
import type { LessonRun, LessonWay } from './learning.ts';
import { type OfflineState, offlineSlice } from './offline.ts';
import type { OwnFile } from './openOwn.ts';
import { asksForReach, noFilter } from './pathFilter.ts';
import { type PresentingState, presentingSlice } from './presenting.ts';
import { type ProblemState, problemSlice } from './problems.ts';
import type { Selection } from './selection.ts';

/** What the last import brought, and all that was said about it. */
export type ImportReport = {
  readonly outcome: 'imported' | 'failed' | 'cancelled' | 'restored' | 'foreign-key' | 'opened' | 'unreadable';
  readonly issues: readonly ImportIssue[];
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
  /** What changed, where a cluster was brought up to date. */
  readonly drift: Drift | null;
  /** Pseudonyms that a key file has replaced by names. */
  readonly restored: number;
  /** What a model of our own was to be opened from, and why it could not be. */
  readonly opened: OwnSource | null;
  readonly unreadable: Unreadable | null;
};

/** Where a model of our own comes from; a link and the browser's store have no file. */
export type OwnSource = { readonly kind: 'project' | 'picture' | 'lesson' | 'link' | 'stored'; readonly file: string };

/** A model that was opened and waits for the user to let go of the present one. */
export type Waiting = { readonly topology: Topology; readonly source: OwnSource };

/** The user's own work while somebody else's model is shown, from a link or of a lesson. */
export type Visit = {
  readonly own: Topology;
  readonly ownBaseline: Topology;
  /** Whether the link forbids changes. */
  readonly viewOnly: boolean;
  /** The lesson whose model it is. That one may be changed, and never becomes the user's own. */
  readonly lesson?: string;
  /** The quiz asks about it; see `exercise.ts`. */
  readonly exercise?: true;
};

/** What was read and is not yet kept. */
export type ImportPreview = {
  readonly result: ImportResult;
  /** The present cluster brought up to date; null where it does not come from files. */
  readonly updated: Topology | null;
  /** Whether the files show the cluster that is there. */
  readonly isSameCluster: boolean;
  readonly targets: KubeletTargets;
};

/** How far a reading is. */
export type Reading = { readonly file: string; readonly fraction: number; readonly counts: Counts | null };

/** How a preview becomes the model. */
export type ImportChoice = { readonly mode: 'update' | 'new'; readonly pseudonyms: boolean };

export type Dialog =
  | 'palette'
  | 'help'
  | 'start'
  | 'reference'
  | 'import'
  | 'preview'
  | 'problems'
  | 'playback'
  | 'fixes'
  | 'before-after'
  | 'export'
  | 'about'
  | 'course'
  | 'glossary'
  | 'lesson-editor'
  | 'presenter';

/** A step of an attack on the selected path. */
export type PlaybackMoment = { readonly attack: 'passive' | 'active'; readonly step: number };

/** The German page of v1.27 that the catalogue began with, or the English one of today. */
export const documentations = ['seed', 'english'] as const;
export type Documentation = (typeof documentations)[number];

/** A wish to the viewport; the number makes two equal wishes two. */
export type ViewWish = {
  readonly kind: 'fit' | 'full' | 'in' | 'out' | 'selection' | 'search' | 'picture' | 'lesson';
  readonly number: number;
};

/** A lesson at one of its steps, or the quiz. A lesson whose steps are all done shows its end. */
export type Dock = { readonly type: 'lesson'; readonly id: string; readonly step: number } | { readonly type: 'quiz' };

/** Marked connections by their ids, and how each was judged; null before that. */
export type Marking = {
  readonly chosen: readonly string[];
  readonly verdicts: Readonly<Record<string, 'right' | 'wrong' | 'missed'>> | null;
};

export type AppState = PresentingState &
  ProblemState &
  OfflineState &
  ExerciseState & {
    readonly topology: Topology;
    /** The cluster as it was opened or imported; the preset `changed` compares with it. */
    readonly baseline: Topology;
    readonly edit: (edit: TopologyEdit) => void;
    /** The model as it can be had again, from a file or a scenario; anything else would be lost with the page. */
    readonly kept: Topology | null;
    /** The present model has been saved. */
    readonly markKept: () => void;
    /** Null unless a link's model is shown. The first change of it ends the visit: it then is the user's own. */
    readonly visit: Visit | null;
    /** Shows a link's model; the user's own stays as it is. */
    readonly showLinked: (topology: Topology, viewOnly: boolean) => void;
    /** Goes back to the user's own model, or makes the link's one his own. */
    readonly endVisit: (into: 'own' | 'copy') => void;
    /** How often a change was refused because a link is for viewing only; 0 once the notice is no longer due. */
    readonly refusals: number;
    /** A file's model that would replace work that is not saved. */
    readonly waiting: Waiting | null;
    readonly decideWaiting: (open: boolean) => void;
    readonly reportUnreadable: (source: OwnSource, unreadable: Unreadable) => void;
    /** The user's own model while changes are only tried on it; null otherwise. `topology` is then what it would be. */
    readonly untried: Topology | null;
    /** Tries remedies on the model; none begins a trial for changes by hand. */
    readonly tryOut: (remedies: readonly RemedyId[]) => Promise<void>;
    /** Ends a trial: what was tried becomes the model, or is forgotten. */
    readonly endTrial: (keep: boolean) => void;
    readonly selection: Selection;
    readonly select: (selection: Selection) => void;
    /** The subject under the pointer or the focus, in the picture or in a list. */
    readonly hovered: string | null;
    readonly hover: (subject: string | null) => void;
    /** Connections that stay lit. */
    readonly pinned: readonly string[];
    /** What somebody marks in the picture as an answer; null while nothing is asked. A click then marks, and selects nothing. */
    readonly marking: Marking | null;
    readonly setMarking: (marking: Marking | null) => void;
    readonly toggleMarked: (connectionId: string) => void;
    /** What is open beside the picture in place of the path list: a lesson by its id with the step counted from 0, or the quiz. */
    readonly dock: Dock | null;
    readonly setDock: (dock: Dock | null) => void;
    /** The lesson in the dock, with its models; follows the dock. */
    readonly lesson: LessonRun | null;
    readonly lessonWay: LessonWay;
    readonly setLessonWay: (change: Partial<LessonWay>) => void;
    /** Lessons that were opened from files; they go with the page. */
    readonly ownLessons: readonly Lesson[];
    readonly addLesson: (lesson: Lesson) => void;
    /** What a lesson wants to be looked at while nothing else is. */
    readonly lit: Lit | null;
    readonly togglePinned: (connectionId: string) => void;
    /** Two connections side by side. */
    readonly comparison: readonly [string, string] | null;
    readonly compare: (comparison: readonly [string, string] | null) => void;
    /** Where somebody hostile is assumed to stand; null while nobody is. */
    readonly attacker: PositionId | null;
    /** Takes place once what an attacker reaches can be computed. */
    readonly setAttacker: (attacker: PositionId | null) => Promise<void>;
    /** Which paths are lit and listed, as a query. */
    readonly filter: string;
    readonly setFilter: (filter: string) => void;
    /** Whether a query may ask what an attacker reaches: what answers it is loaded with the first such query. */
    readonly reachKnown: boolean;
    /** Whether adjacent paths are drawn and listed too. */
    readonly layer: Layer;
    readonly setLayer: (layer: Layer) => void;
    /** The version before the last change of it, until somebody has read what changed. */
    readonly versionBefore: string | null;
    readonly forgetVersion: () => void;
    /** Which of the documentation's pages is quoted. */
    readonly documentation: Documentation;
    readonly setDocumentation: (documentation: Documentation) => void;
    readonly dialog: Dialog | null;
    readonly openDialog: (dialog: Dialog | null) => void;
    /** Which attack on the selected path is played, and at which step, counted from 0; null while the dialog is closed. */
    readonly playback: PlaybackMoment | null;
    readonly play: (moment: PlaybackMoment) => void;
    /** Where the context menu is open, in pixels of the window. */
    readonly menu: { readonly x: number; readonly y: number } | null;
    readonly openMenu: (menu: AppState['menu']) => void;
    /** What the window shows of the picture, in the picture's pixels; null while there is no picture. */
    readonly viewport: () => Rect | null;
    readonly setViewport: (viewport: () => Rect | null) => void;
    readonly wish: ViewWish;
    readonly wishView: (kind: ViewWish['kind']) => void;
    /** The component and key of a setting whose field shall have the focus as soon as it is there. */
    readonly soughtSetting: string | null;
    readonly seekSetting: (setting: string | null) => void;
    /** Which picture is shown: paths between boxes, or every node and pod as a cell. */
    readonly pictured: 'paths' | 'population';
    readonly setPictured: (pictured: AppState['pictured']) => void;
    readonly tableShown: boolean;
    readonly showTable: (shown: boolean) => void;
    /** Widths in pixels; 0 is collapsed. */
    readonly panels: { readonly sidebar: number; readonly inspector: number };
    readonly setPanels: (change: Partial<AppState['panels']>) => void;
    /** Whether letters alone are shortcuts (WCAG 2.1.4). */
    readonly letterKeys: boolean;
    readonly setLetterKeys: (on: boolean) => void;
    readonly recent: readonly RecentWork[];
    readonly locale: Locale;
    /** Switches once the language is loaded. */
    readonly setLocale: (locale: Locale) => Promise<void>;
    readonly theme: 'light' | 'dark';
    readonly setTheme: (theme: 'light' | 'dark') => void;
    readonly colouring: Colouring;
    readonly setColouring: (colouring: Colouring) => void;
    /** How much of the picture the present zoom shows. */
    readonly detail: Detail;
    readonly setDetail: (detail: Detail) => void;
    /** The file that is being read, and how much of all has been read, from 0 to 1. */
    readonly reading: Reading | null;
    readonly preview: ImportPreview | null;
    readonly report: ImportReport | null;
    /** Reads files; what they show is kept once the preview is confirmed. A key file restores names at once. */
    readonly importFiles: (files: readonly GivenFile[]) => Promise<void>;
    readonly cancelImport: () => void;
    /** Says for which node a kubelet's configuration is; null for all. */
    readonly assignKubelet: (file: string, node: string | null) => Promise<void>;
    /** Keeps what was read; gives the key where names were replaced. */
    readonly confirmImport: (choice: ImportChoice) => Promise<PseudonymKey | null>;
    readonly reader: ImportReader;
    readonly dismissReport: () => void;
  };

export type AppStore = ReturnType<typeof createAppStore>;

export type Preferences = {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly topology: Topology | null;
  readonly letterKeys?: boolean;
  readonly recent?: readonly RecentWork[];
  /** Whether the topology can be had again from a file or a scenario. */
  readonly isKept?: boolean;
  /** Where files are read; here, if nothing else is given. */
  readonly reader?: ImportReader;
  /** The present time as ISO 8601; a parameter, so that tests are the same every day. */
  readonly now?: () => string;
};

/** Clusters that are kept when others take their place. */
const mostRecent = 5;

/** One store for each app, and one for each test. Only the topology has a history. */
export function createAppStore({
  locale,
  theme,
  topology,
  letterKeys = true,
  recent = [],
  isKept = topology === null,
  reader = createReaderHere(),
  now = () => new Date().toISOString(),
}: Preferences) {
  const initial = topology ?? scenario('documentation');
  return createStore<AppState>()(
    temporal(
      (set, get) => ({
        ...presentingSlice(set),
        ...problemSlice(set),
        ...offlineSlice(set),
        ...exerciseSlice(set, ownModel),
        topology: initial,
        baseline: initial,
        edit: (edit) =>
          set((state) => {
            if (edit.type !== 'replace' && state.visit?.viewOnly) return { refusals: state.refusals + 1 };
            const changed = applyEdit(state.topology, edit);
            if (edit.type === 'set-version')
              return { ...asOwn(state, now()), topology: changed, versionBefore: state.topology.kubernetesVersion };
            if (edit.type !== 'replace') return { ...asOwn(state, now()), topology: changed };
            return {
              topology: changed,
              baseline: changed,
              kept: changed,
              untried: null,
              visit: null,
              lesson: parked(state),
              recent: recentAfter(state, now()),
              versionBefore: null,
              selection: null,
              pinned: [],
              comparison: null,
            };
          }),
        kept: isKept ? initial : null,
        markKept: () => set((state) => ({ kept: state.untried ?? state.topology })),
        visit: null,
        showLinked: (linked, viewOnly) =>
          set((state) => ({
            topology: linked,
            baseline: linked,
            untried: null,
            lesson: parked(state),
            visit: {
              own: ownModel(state),
              ownBaseline: state.visit?.ownBaseline ?? state.baseline,
              viewOnly,
            },
            refusals: 0,
            waiting: null,
            versionBefore: null,
            selection: null,
            pinned: [],
            comparison: null,
            wish: { kind: 'fit', number: state.wish.number + 1 },
          })),
        endVisit: (into) =>
          set((state) => {
            const { visit, wish } = state;
            if (!visit) return {};
            if (into === 'copy') return { ...asOwn(state, now()), refusals: 0 };
            return {
              topology: visit.own,
              baseline: visit.ownBaseline,
              untried: null,
              visit: null,
              refusals: 0,
              selection: null,
              pinned: [],
              comparison: null,
              wish: { kind: 'fit', number: wish.number + 1 },
            };
          }),
        refusals: 0,
        waiting: null,
        decideWaiting: (open) => {
          const { waiting, edit, wishView } = get();
          if (!waiting) return;
          set({ waiting: null });
          if (!open) return;
          edit({ type: 'replace', topology: waiting.topology });
          wishView('fit');
          set({ report: { ...noReport, outcome: 'opened', opened: waiting.source, ...countsOf(waiting.topology) } });
        },
        reportUnreadable: (source, unreadable) =>
          set({ report: { ...noReport, outcome: 'unreadable', opened: source, unreadable } }),
        untried: null,
        tryOut: async (remedies) => {
          if (get().visit?.viewOnly) {
            set(({ refusals }) => ({ refusals: refusals + 1 }));
            return;
          }
          // What knows the remedies is loaded by somebody who asks for one.
          const { applyAll, enabled } = await loadPart(() => import('../remedies/smallestSet.ts'));
          set(({ topology: present, untried }) => ({
            untried: untried ?? present,
            topology: remedies.length === 0 ? { ...present } : applyAll(present, enabled(present, remedies)),
            dialog: null,
          }));
        },
        endTrial: (keep) =>
          set((state) => {
            const { topology: tried, untried } = state;
            const lesson = state.lesson && { ...state.lesson, demonstration: null };
            if (!keep) return { topology: untried ?? tried, untried: null, lesson };
            return { ...asOwn(state, now()), topology: tried, untried: null, lesson };
          }),
        selection: null,
        select: (selection) =>
          set(({ layer, veil }) => ({
            // The details of anything would tell what is asked.
            selection: veil === null ? selection : null,
            comparison: null,
            // What is selected is to be seen.
            layer: selection?.type === 'connection' && selection.id.startsWith('A') ? 'all' : layer,
          })),
        hovered: null,
        hover: (hovered) => set({ hovered }),
        marking: null,
        setMarking: (marking) => set({ marking }),
        toggleMarked: (id) =>
          set(({ marking }) => {
            // Once it is judged, an answer stays.
            if (!marking || marking.verdicts) return {};
            const { chosen } = marking;
            return {
              marking: {
                chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
                verdicts: null,
              },
            };
          }),
        dock: null,
        setDock: (dock) => set({ dock, marking: null, dialog: null }),
        lesson: null,
        lessonWay: { exercise: false, answersHidden: false },
        setLessonWay: (change) => set(({ lessonWay }) => ({ lessonWay: { ...lessonWay, ...change } })),
        ownLessons: [],
        addLesson: (lesson) =>
          set(({ ownLessons }) => ({ ownLessons: [...ownLessons.filter(({ id }) => id !== lesson.id), lesson] })),
        lit: null,
        pinned: [],
        togglePinned: (id) =>
          set(({ pinned }) => ({
            pinned: pinned.includes(id) ? pinned.filter((one) => one !== id) : [...pinned, id],
          })),
        comparison: null,
        compare: (comparison) => set({ comparison }),
        attacker: null,
        setAttacker: async (attacker) => {
          if (attacker !== null) await loadReach();
          if (attacker === null || get().veil === null) set({ attacker });
        },
        filter: noFilter,
        setFilter: (filter) => {
          set({ filter });
          if (asksForReach(filter) && !get().reachKnown) void loadReach().then(() => set({ reachKnown: true }));
        },
        reachKnown: false,
        layer: 'documented',
        setLayer: (layer) => set(({ wish }) => ({ layer, wish: { kind: 'fit', number: wish.number + 1 } })),
        versionBefore: null,
        forgetVersion: () => set({ versionBefore: null }),
        documentation: 'seed',
        setDocumentation: (documentation) => set({ documentation }),
        dialog: null,
        openDialog: (dialog) =>
          set((state) => (isTelling(state, dialog) ? {} : { dialog, menu: null, playback: null })),
        playback: null,
        play: (playback) => set({ playback, dialog: 'playback', menu: null }),
        menu: null,
        openMenu: (menu) => set(({ veil }) => ({ menu: veil === null ? menu : null })),
        viewport: () => null,
        setViewport: (viewport) => set({ viewport }),
        wish: { kind: 'fit', number: 0 },
        wishView: (kind) => set(({ wish }) => ({ wish: { kind, number: wish.number + 1 } })),
        soughtSetting: null,
        seekSetting: (soughtSetting) => set({ soughtSetting }),
        pictured: 'paths',
        setPictured: (pictured) => set({ pictured }),
        tableShown: false,
        showTable: (tableShown) => set({ tableShown }),
        panels: { sidebar: 276, inspector: 384 },
        setPanels: (change) => set(({ panels }) => ({ panels: { ...panels, ...change } })),
        letterKeys,
        setLetterKeys: (on) => set({ letterKeys: on }),
        recent,
        locale,
        setLocale: async (next) => {
          await loadLocale(next);
          set({ locale: next });
        },
        theme,
        setTheme: (next) => set({ theme: next }),
        colouring: 'overall',
        setColouring: (colouring) => set({ colouring }),
        detail: fullDetail,
        setDetail: (detail) => set({ detail }),
        reading: null,
        preview: null,
        report: null,
        dismissReport: () => set({ report: null }),
        reader,
        importFiles: async (files) => {
          const own = await ownSource(files);
          if (own?.source.kind === 'lesson') {
            const { openLessonFile } = await loadPart(() => import('./openLessonFile.ts'));
            const outcome = await openLessonFile(own);
            if (!outcome.ok) return get().reportUnreadable(own.source, outcome);
            get().addLesson(outcome.lesson);
            set({ report: null });
            return get().setDock({ type: 'lesson', id: outcome.lesson.id, step: 0 });
          }
          if (own) {
            const { openOwn } = await loadPart(() => import('./openOwn.ts'));
            const outcome = await openOwn(own);
            const { source } = own;
            if (!outcome.ok) {
              get().reportUnreadable(source, outcome);
              return;
            }
            const state = get();
            // A link's model can be had again from the link, and the user's own goes to the recent ones.
            const isUnsaved = !state.visit && ownModel(state) !== state.kept;
            set({ waiting: { topology: outcome.topology, source }, report: null, dialog: null });
            if (!isUnsaved) get().decideWaiting(true);
            return;
          }
          const key = await keyIn(files);
          if (key) {
            const { restoreNames } = await loadPart(() => import('../importers/pseudonyms.ts'));
            const { topology: restored, count } = restoreNames(get().topology, key);
            if (count > 0) set({ topology: restored, selection: null });
            set({ report: { ...noReport, outcome: count > 0 ? 'restored' : 'foreign-key', restored: count } });
            return;
          }
          set({ reading: { file: files[0]?.name ?? '', fraction: 0, counts: null }, report: null, preview: null });
          // News from a worker may arrive after its result.
          let isOver = false;
          try {
            const result = await reader.read(files, ({ file, readBytes, allBytes, counts }) => {
              const fraction = readBytes / Math.max(1, allBytes);
              if (!isOver) set({ reading: { file, fraction, counts: counts ?? null } });
            });
            if (result.clusters.length === 0) set({ report: { ...noReport, issues: result.issues } });
            else set({ preview: await previewOf(result, get(), {}), dialog: 'preview' });
          } catch (error) {
            if (!(error instanceof ImportCancelled)) throw error;
            set({ report: { ...noReport, outcome: 'cancelled' } });
          } finally {
            isOver = true;
            set({ reading: null });
          }
        },
        cancelImport: () => {
          reader.cancel();
          set({ preview: null });
        },
        assignKubelet: async (file, node) => {
          const before = get().preview;
          if (!before) return;
          const targets = { ...before.targets, [file]: node };
          const result = await reader.rejoin(targets);
          set({ preview: await previewOf(result, get(), targets) });
        },
        confirmImport: async ({ mode, pseudonyms }) => {
          // Files show the cluster as it is, so they go with the model and not with what is tried on it.
          const { preview } = get();
          const { visit, untried, topology: present } = get();
          const before = untried ?? present;
          const [first, ...others] = preview?.result.clusters ?? [];
          if (!preview || !first) return null;
          const isUpdate = mode === 'update' && preview.updated !== null && !visit?.viewOnly;
          const read = isUpdate && preview.updated ? preview.updated : first.topology;
          const made = pseudonyms
            ? (await loadPart(() => import('../importers/pseudonyms.ts'))).pseudonymise(read)
            : null;
          const topology = made?.topology ?? read;
          const [{ prepare }, { nextTask }] = await Promise.all([
            loadPart(() => import('./prepare.ts')),
            loadPart(() => import('../importers/crossing/nextTask.ts')),
          ]);
          await prepare(topology);
          const more = others.map((one) => ({ topology: one.topology, date: now() }));
          const report = {
            ...noReport,
            outcome: 'imported' as const,
            issues: preview.result.issues,
            ...countsOf(topology),
            drift: isUpdate ? driftBetween(before, topology) : null,
          };
          set(({ recent }) => ({
            preview: null,
            dialog: null,
            recent: [...more, ...recent].slice(0, mostRecent),
            selection: null,
            report,
          }));
          // What closes the preview is one task, and the new picture another: together they would hold up the page.
          await nextTask();
          // An update is a step of the same work: what was is one undo away, and not a cluster of its own.
          if (isUpdate)
            set((state) => ({ ...asOwn(state, now()), topology, baseline: before, untried: null, selection: null }));
          else get().edit({ type: 'replace', topology });
          set({ kept: null });
          get().wishView('fit');
          return made?.key ?? null;
        },
      }),
      {
        partialize: ({ topology: present, baseline, untried, visit }) => ({
          topology: present,
          baseline,
          untried,
          visit,
        }),
        // Exercises leave no trace in the history.
        equality: (past, current) =>
          isExercise(past) ||
          isExercise(current) ||
          (past.topology === current.topology && past.untried === current.untried && past.visit === current.visit),
        limit: 200,
      },
    ),
  );
}

/** The model that is the user's own, whatever is shown or tried. */
export function ownModel({ visit, untried, topology }: Pick<AppState, 'visit' | 'untried' | 'topology'>): Topology {
  return visit?.own ?? untried ?? topology;
}

/** The recent works once the user's own model has gone; what can be had again needs no place there. */
function recentAfter(state: AppState, date: string): readonly RecentWork[] {
  const own = ownModel(state);
  const isAtHand = own === state.kept || state.recent.some(({ topology }) => topology === own);
  return isAtHand ? state.recent : [{ topology: own, date }, ...state.recent].slice(0, mostRecent);
}

/** A link's model becomes the user's own; what was his before goes to the recent ones. */
function asOwn(state: AppState, date: string): Partial<AppState> {
  return state.visit && state.visit.lesson === undefined ? { visit: null, recent: recentAfter(state, date) } : {};
}

/** The lesson once another model takes the place of its own, which is kept for when one comes back. */
function parked({ lesson, visit, untried, topology }: AppState): LessonRun | null {
  return lesson && visit?.lesson !== undefined
    ? { ...lesson, parked: untried ?? topology, demonstration: null }
    : lesson;
}

const noReport: ImportReport = {
  outcome: 'failed',
  issues: [],
  nodes: 0,
  pods: 0,
  services: 0,
  drift: null,
  restored: 0,
  opened: null,
  unreadable: null,
};

/** What was counted of a cluster; a node that only something else implies is not. */
export function countsOf({ nodes, pods, services }: Topology): {
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
} {
  const shown = nodes.filter((node) => node.implied !== true);
  return { nodes: shown.length, pods: pods.length, services: services.length };
}

async function previewOf(result: ImportResult, state: AppState, targets: KubeletTargets): Promise<ImportPreview> {
  const [first] = result.clusters;
  const present = state.untried ?? state.topology;
  if (!first || state.visit?.viewOnly || present.sources.length === 0)
    return { result, updated: null, isSameCluster: false, targets };
  const { isSameCluster, updateTopology } = await loadPart(() => import('../importers/joining/updateTopology.ts'));
  const updated = updateTopology(present, first);
  return { result, updated, isSameCluster: isSameCluster(present, first.topology), targets };
}

/** A project, a lesson or a picture: one file, recognised by how it begins or by its name. */
async function ownSource(files: readonly GivenFile[]): Promise<OwnFile | null> {
  const [only] = files;
  if (!only || files.length > 1) return null;
  const { name: file, blob } = only;
  const head = await blob.slice(0, 2000).text();
  const isLesson = /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*"lesson"/.test(head) || /\.lesson\.json$/i.test(file);
  if (isLesson) return { source: { kind: 'lesson', file }, blob };
  const isProject = /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*\d/.test(head) || /\.mitmap\.json$/i.test(file);
  if (isProject) return { source: { kind: 'project', file }, blob };
  const isPicture = /\.svg$/i.test(file) || /^\uFEFF?\s*<(?:svg\b|[?!][\s\S]*<svg\b)/.test(head);
  return isPicture ? { source: { kind: 'picture', file }, blob } : null;
}

/** A key file is one small file of our own. */
async function keyIn(files: readonly GivenFile[]): Promise<PseudonymKey | null> {
  const [only] = files;
  if (!only || files.length > 1 || only.blob.size > 50_000_000) return null;
  const head = await only.blob.slice(0, 100).text();
  if (!/^\s*\{\s*"mitmap"\s*:\s*"key"/.test(head)) return null;
  const { readPseudonymKey } = await loadPart(() => import('../importers/pseudonyms.ts'));
  return readPseudonymKey(await only.blob.text());
}
