import type { TemporalState } from 'zundo';
import type { StoreApi } from 'zustand/vanilla';
import type { Layer } from '../analysis/layer.ts';
import type { PositionId } from '../attack/positionIds.ts';
import type { OfflineCopy } from '../browser/offlineCopy.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import type { Topology } from '../domain/topology.ts';
import type { Rect } from '../geometry/shapes.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Counts } from '../importers/collection.ts';
import type { ImportIssue, ImportResult } from '../importers/importResult.ts';
import type { KubeletTargets } from '../importers/joining/joinKubelets.ts';
import type { PseudonymKey } from '../importers/pseudonyms.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { ReadFailure } from '../project/projectFile.ts';
import type { RecentWork } from '../project/recentWork.ts';
import type { GivenFile, ImportReader } from '../reading/importReader.ts';
import type { RemedyId } from '../remedies/remedyIds.ts';
import type { ColorBy } from '../scene/colorBy.ts';
import type { Detail } from '../scene/sceneOptions.ts';
import type { Drift } from './drift.ts';
import type { Highlight } from './focus.ts';
import type { Problem } from './problems.ts';
import type { Selection } from './selection.ts';

/*
 * What the store holds, as types: each slice makes its part, and may read every other.
 */

/** What the last import brought, and all that was said about it. */
export type ImportReport = {
  readonly outcome: 'imported' | 'failed' | 'canceled' | 'restored' | 'foreign-key' | 'opened' | 'unreadable';
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
  readonly unreadable: ReadFailure | null;
};

/** Where a model of our own comes from; a link and the browser's store have no file. */
export type OwnSource = { readonly kind: 'project' | 'picture' | 'lesson' | 'link' | 'stored'; readonly file: string };

/** A model that was opened and waits for the user to let go of the present one. */
export type PendingOpen = { readonly topology: Topology; readonly source: OwnSource };

/** The user's own work while somebody else's model is shown, from a link or of a lesson. */
export type SharedSession = {
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

/** The German page of v1.27 that the catalog began with, or the English one of today. */
export const documentations = ['seed', 'english'] as const;
export type Documentation = (typeof documentations)[number];

/** A wish to the viewport; the number makes two equal wishes two. */
export type ViewCommand = {
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
  readonly suspendedModel: Topology | null;
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
export type LessonOptions = {
  /** Only tasks and questions. */
  readonly exercise: boolean;
  /** As a trainer hands it out: without solutions. */
  readonly answersHidden: boolean;
};

/** A state of the page, to be shown again. */
export type SavedView = {
  readonly name: string;
  /** What to say; only in the window for notes. */
  readonly notes: string;
  readonly selection: Selection;
  readonly attacker: PositionId | null;
  readonly layer: Layer;
  readonly colorBy: ColorBy;
  /** The cluster that is shown; null for the one that is there. */
  readonly model: Topology | null;
};

/** What is presented: a lesson by its id, or views that somebody has saved. */
export type Deck =
  | { readonly type: 'lesson'; readonly id: string }
  | { readonly type: 'views'; readonly views: readonly SavedView[] };

/** What follows the pointer. */
export type PointingTool = 'spotlight' | 'pointer';

/** A presentation that is going on. */
export type Presenting = {
  readonly deck: Deck;
  /** The view that is shown, counted from 0; a lesson's step stands in the dock. */
  readonly view: number;
  /** Whether only picture and caption are there. */
  readonly isPlain: boolean;
  readonly isBlack: boolean;
  readonly tool: PointingTool | null;
  /** How much larger type is, in steps. */
  readonly size: number;
  readonly startedAt: number;
  readonly plannedMinutes: number;
  /** What was shown before. */
  readonly before: ViewBefore;
};

/** What was shown before a presentation. */
export type ViewBefore = Pick<AppState, 'selection' | 'attacker' | 'layer' | 'colorBy' | 'dock'>;

/** Steps of the type's size while presenting. */
export const typeSizes = [100, 125, 150, 175] as const;

/** What the tour points at. */
export const tourStops = ['toolbar', 'picture', 'legend', 'details', 'learn'] as const;

/** The part of the store that presenting and the tour need. */
export type PresentingState = {
  /** Null while nothing is presented. */
  readonly presenting: Presenting | null;
  readonly setPresenting: (change: Partial<Presenting> | null) => void;
  readonly startPresenting: (presenting: Presenting) => void;
  /** The lesson that somebody has chosen to present, by its id. */
  readonly lessonToPresent: string | null;
  readonly setLessonToPresent: (id: string) => void;
  /** The stop of the tour, counted from 0; null while there is none. */
  readonly tour: number | null;
  readonly setTour: (tour: number | null) => void;
};

/**
 * What is hidden while something is asked. `verdicts`: every path is drawn alike, and nothing tells its class.
 * `details`: classes are drawn, and nothing tells more.
 */
export type HiddenAnswers = 'verdicts' | 'details';

/** What is to be seen. */
export type Exercise = {
  readonly topology: Topology;
  /** The cluster before a change that is shown; null where nothing was changed. */
  readonly before: Topology | null;
  readonly layer: Layer;
  readonly hiddenAnswers: HiddenAnswers | null;
  /** Connections that the rest is dimmed for; all, where it is empty. */
  readonly highlighted: readonly string[];
};

/** What was shown before an exercise. */
export type Shown = Pick<
  AppState,
  | 'topology'
  | 'baseline'
  | 'trialBase'
  | 'sharedSession'
  | 'layer'
  | 'colorBy'
  | 'selection'
  | 'pinned'
  | 'comparison'
  | 'attacker'
  | 'filter'
>;

export type ExerciseState = {
  /** Null while nothing is asked. */
  readonly hiddenAnswers: HiddenAnswers | null;
  /** What comes back once the exercise is over; null while there is none. */
  readonly suspendedState: Shown | null;
  readonly showExercise: (exercise: Exercise) => void;
  /** Puts back what was shown before; nothing where another model has taken the exercise's place. */
  readonly endExercise: () => void;
};

/** The model, and where it can be had again. */
export type DocumentState = {
  readonly topology: Topology;
  /** The cluster as it was opened or imported; the preset `changed` compares with it. */
  readonly baseline: Topology;
  readonly edit: (edit: TopologyEdit) => void;
  /** The model as it can be had again, from a file or a scenario; anything else would be lost with the page. */
  readonly savedTopology: Topology | null;
  /** The present model has been saved. */
  readonly markSaved: () => void;
  readonly recent: readonly RecentWork[];
  /** A file's model that would replace work that is not saved. */
  readonly pendingOpen: PendingOpen | null;
  readonly decidePendingOpen: (open: boolean) => void;
  /** The version before the last change of it, until somebody has read what changed. */
  readonly versionBefore: string | null;
  readonly forgetVersion: () => void;
};

/** A link's or a lesson's model in the place of the user's own. */
export type SharedSessionState = {
  /** Null unless a link's model is shown. The first change of it ends the visit: it then is the user's own. */
  readonly sharedSession: SharedSession | null;
  /** Shows a link's model; the user's own stays as it is. */
  readonly openSharedModel: (topology: Topology, viewOnly: boolean) => void;
  /** Goes back to the user's own model, or makes the link's one his own. */
  readonly endSharedSession: (into: 'own' | 'copy') => void;
  /** How often a change was refused because a link is for viewing only; 0 once the notice is no longer due. */
  readonly refusals: number;
};

/** Changes that are only tried. */
export type TrialState = {
  /** The user's own model while changes are only tried on it; null otherwise. `topology` is then what it would be. */
  readonly trialBase: Topology | null;
  /** Tries remedies on the model; none begins a trial for changes by hand. */
  readonly tryOut: (remedies: readonly RemedyId[]) => Promise<void>;
  /** Tries an edit on a copy. */
  readonly tryEdit: (edit: TopologyEdit) => void;
  /** Ends a trial: what was tried becomes the model, or is forgotten. */
  readonly endTrial: (keep: boolean) => void;
};

/** Files that are read, and what they brought. */
export type ImportState = {
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
  readonly reportUnreadable: (source: OwnSource, unreadable: ReadFailure) => void;
};

/** What is selected, compared, pinned and looked for. */
export type SelectionState = {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** The subject under the pointer or the focus, in the picture or in a list. */
  readonly hovered: string | null;
  readonly hover: (subject: string | null) => void;
  /** Connections that stay lit. */
  readonly pinned: readonly string[];
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
};

/** What is open, and what the picture shows. */
export type ViewState = {
  /** Whether adjacent paths are drawn and listed too. */
  readonly layer: Layer;
  readonly setLayer: (layer: Layer) => void;
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
  readonly viewCommand: ViewCommand;
  readonly sendViewCommand: (kind: ViewCommand['kind']) => void;
  /** The component and key of a setting whose field shall have the focus as soon as it is there. */
  readonly settingToFocus: string | null;
  readonly focusSetting: (setting: string | null) => void;
  /** Which picture is shown: paths between boxes, or every node and pod as a cell. */
  readonly activeView: 'paths' | 'population';
  readonly setActiveView: (activeView: AppState['activeView']) => void;
  readonly tableShown: boolean;
  readonly showTable: (shown: boolean) => void;
  readonly colorBy: ColorBy;
  readonly setColorBy: (colorBy: ColorBy) => void;
  /** How much of the picture the present zoom shows. */
  readonly detail: Detail;
  readonly setDetail: (detail: Detail) => void;
};

/** What somebody has chosen for good. */
export type PreferencesState = {
  /** Widths in pixels; 0 is collapsed. */
  readonly panels: { readonly sidebar: number; readonly inspector: number };
  readonly setPanels: (change: Partial<AppState['panels']>) => void;
  /** Whether letters alone are shortcuts (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly setLetterKeys: (on: boolean) => void;
  readonly locale: Locale;
  /** Switches once the language is loaded. */
  readonly setLocale: (locale: Locale) => Promise<void>;
  readonly theme: 'light' | 'dark';
  readonly setTheme: (theme: 'light' | 'dark') => void;
  /** Which of the documentation's pages is quoted. */
  readonly documentation: Documentation;
  readonly setDocumentation: (documentation: Documentation) => void;
};

/** The lesson in the dock, and what is marked as an answer. */
export type LessonState = {
  /** What somebody marks in the picture as an answer; null while nothing is asked. A click then marks, and selects nothing. */
  readonly marking: Marking | null;
  readonly setMarking: (marking: Marking | null) => void;
  readonly toggleMarked: (connectionId: string) => void;
  /** What is open beside the picture in place of the path list: a lesson by its id with the step counted from 0, or the quiz. */
  readonly dock: Dock | null;
  readonly setDock: (dock: Dock | null) => void;
  /** The lesson in the dock, with its models; follows the dock. */
  readonly lesson: LessonRun | null;
  readonly lessonOptions: LessonOptions;
  readonly setLessonOptions: (change: Partial<LessonOptions>) => void;
  /** Lessons that were opened from files; they go with the page. */
  readonly ownLessons: readonly Lesson[];
  readonly addLesson: (lesson: Lesson) => void;
  /** What a lesson wants to be looked at while nothing else is. */
  readonly highlight: Highlight | null;
};

/** What failed outside of any view. */
export type ProblemState = {
  /** The last problem, until somebody has read it. */
  readonly problem: Problem | null;
  /** Tells what was thrown, or forgets it with null. */
  readonly tellProblem: (thrown: unknown) => void;
};

/** The copy of the page in this browser. */
export type OfflineState = {
  readonly offlineCopy: OfflineCopy;
  /** Loads the page anew with a version that is there and waits; null where there is none, or nobody wants it now. */
  readonly newVersion: (() => void) | null;
  readonly setOffline: (change: Partial<Pick<OfflineState, 'offlineCopy' | 'newVersion'>>) => void;
};

/** Everything that the page knows; one part for each slice. */
export type AppState = DocumentState &
  SharedSessionState &
  TrialState &
  ImportState &
  SelectionState &
  ViewState &
  PreferencesState &
  LessonState &
  ExerciseState &
  PresentingState &
  ProblemState &
  OfflineState;

/** What undo brings back: the models, and which of them is shown. */
export type Undoable = Pick<AppState, 'topology' | 'baseline' | 'trialBase' | 'sharedSession'>;

/** What undo knows. */
export type History = Pick<TemporalState<Undoable>, 'pastStates' | 'futureStates'>;

/** One store for each app, and one for each test. Only the models have a history. */
export type AppStore = StoreApi<AppState> & { readonly temporal: StoreApi<TemporalState<Undoable>> };

/** How a slice changes the store. */
export type SetState = StoreApi<AppState>['setState'];

/** How a slice reads the store. */
export type GetState = StoreApi<AppState>['getState'];
