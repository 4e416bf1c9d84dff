import { copyText, pastedText } from '../../browser/clipboard.ts';
import { modelPartOf } from '../../domain/modelPart.ts';
import { type ExtensionKind, extensionKinds } from '../../domain/topology.ts';
import type { AppState, AppStore } from '../../state/appState.ts';
import { downloadProject } from '../../state/downloadProject.ts';
import { copySelection, pasteText } from '../../state/elementClipboard.ts';
import { isExercise } from '../../state/exercise.ts';
import { noFilter } from '../../state/pathFilter.ts';
import { elementsOf, ofElements } from '../../state/selection.ts';
import {
  boxesOf,
  selectLayout,
  selectMembers,
  selectPassing,
  selectPicture,
  selectTouches,
} from '../../state/selectors.ts';
import { openChooser } from '../importing/chooser.ts';

/** A key combination; `key` is compared without regard to case, so that it works on every keyboard layout. */
export type Shortcut = {
  readonly key: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  readonly alt?: boolean;
};

export const actionGroups = ['view', 'find', 'select', 'edit', 'model', 'file', 'help'] as const;
export type ActionGroup = (typeof actionGroups)[number];

type Entry = {
  readonly group: ActionGroup;
  readonly keys?: readonly Shortcut[];
  /** Absent: always possible. */
  readonly when?: (state: AppState) => boolean;
  readonly run: (app: AppStore) => unknown;
};

const hasElements = (state: AppState) => elementsOf(state.selection).length > 0;
const hasPath = (state: AppState) => state.selection?.type === 'connection';

/** Everything that can be done without pointing at something else: palette, menu, keys and help are made of this. */
const actions = {
  fit: { group: 'view', keys: [{ key: 'f' }, { key: '1', shift: true }], run: command('fit') },
  'zoom-selection': { group: 'view', keys: [{ key: '2', shift: true }], run: command('selection') },
  full: { group: 'view', keys: [{ key: '0' }], run: command('full') },
  'zoom-in': { group: 'view', keys: [{ key: '+' }], run: command('in') },
  'zoom-out': { group: 'view', keys: [{ key: '-' }], run: command('out') },
  table: { group: 'view', keys: [{ key: 't' }], run: (app) => app.getState().showTable(!app.getState().tableShown) },
  population: {
    group: 'view',
    keys: [{ key: 'v' }],
    when: (state) => !isExercise(state),
    run: (app) => app.getState().setActiveView(app.getState().activeView === 'paths' ? 'population' : 'paths'),
  },
  layer: {
    group: 'view',
    keys: [{ key: 'a' }],
    run: (app) => app.getState().setLayer(app.getState().layer === 'all' ? 'documented' : 'all'),
  },
  legend: { group: 'view', keys: [{ key: 'l' }], run: () => document.getElementById('legend')?.focus() },
  'toggle-sidebar': { group: 'view', run: togglePanel('sidebar', 276) },
  'toggle-inspector': { group: 'view', run: togglePanel('inspector', 384) },
  theme: {
    group: 'view',
    run: (app) => app.getState().setTheme(app.getState().theme === 'dark' ? 'light' : 'dark'),
  },
  language: {
    group: 'view',
    run: (app) => app.getState().setLocale(app.getState().locale === 'de' ? 'en' : 'de'),
  },
  palette: { group: 'find', keys: [{ key: 'k', ctrl: true }], run: (app) => app.getState().openDialog('palette') },
  search: { group: 'find', keys: [{ key: '/' }], run: command('search') },
  'next-path': { group: 'find', keys: [{ key: 'n' }], run: (app) => stepPath(app, 1) },
  'previous-path': { group: 'find', keys: [{ key: 'p' }], run: (app) => stepPath(app, -1) },
  'clear-filter': {
    group: 'find',
    run: (app) => app.getState().setFilter(noFilter),
  },
  'select-all': { group: 'select', keys: [{ key: 'a', ctrl: true }], run: (app) => selectBoxes(app, () => true) },
  'select-nodes': { group: 'select', run: (app) => selectBoxes(app, (id) => id.startsWith('worker~')) },
  'pin-path': {
    group: 'select',
    keys: [{ key: 'k' }],
    when: hasPath,
    run: (app) => withPath(app, (id) => app.getState().togglePinned(id)),
  },
  compare: {
    group: 'select',
    keys: [{ key: 'c' }],
    when: (state) => hasPath(state) && state.pinned.some((id) => id !== pathOf(state)),
    run: (app) =>
      withPath(app, (id) => {
        const other = app.getState().pinned.find((one) => one !== id);
        if (other) app.getState().compare([other, id]);
      }),
  },
  play: {
    group: 'select',
    when: hasPath,
    run: (app) => app.getState().play({ attack: 'active', step: 0 }),
  },
  fixes: { group: 'find', keys: [{ key: 'x' }], run: (app) => app.getState().openDialog('fixes') },
  'what-if': {
    group: 'edit',
    keys: [{ key: 'w' }],
    run: (app) => (app.getState().trialBase ? app.getState().endTrial(false) : app.getState().tryOut([])),
  },
  menu: { group: 'select', keys: [{ key: 'F10', shift: true }, { key: 'ContextMenu' }], run: openMenuAtFocus },
  undo: {
    group: 'edit',
    keys: [{ key: 'z', ctrl: true }],
    when: isOwnHistory,
    run: (app) => app.temporal.getState().undo(),
  },
  redo: {
    group: 'edit',
    keys: [
      { key: 'z', ctrl: true, shift: true },
      { key: 'y', ctrl: true },
    ],
    when: isOwnHistory,
    run: (app) => app.temporal.getState().redo(),
  },
  copy: { group: 'edit', keys: [{ key: 'c', ctrl: true }], when: (state) => state.selection !== null, run: copy },
  paste: { group: 'edit', keys: [{ key: 'v', ctrl: true }], run: paste },
  duplicate: { group: 'edit', keys: [{ key: 'd', ctrl: true }], when: hasElements, run: duplicate },
  remove: { group: 'edit', keys: [{ key: 'Delete' }], when: hasElements, run: remove },
  'nudge-left': { group: 'edit', keys: [{ key: 'ArrowLeft', alt: true }], when: hasFrame, run: nudge(-20, 0) },
  'nudge-right': { group: 'edit', keys: [{ key: 'ArrowRight', alt: true }], when: hasFrame, run: nudge(20, 0) },
  'nudge-up': { group: 'edit', keys: [{ key: 'ArrowUp', alt: true }], when: hasFrame, run: nudge(0, -20) },
  'nudge-down': { group: 'edit', keys: [{ key: 'ArrowDown', alt: true }], when: hasFrame, run: nudge(0, 20) },
  'release-pins': {
    group: 'edit',
    when: ({ topology }) => Object.keys(topology.arrangement.pins).length > 0,
    run: (app) => app.getState().edit({ type: 'release-pins' }),
  },
  'add-control-plane': { group: 'model', run: (app) => app.getState().edit({ type: 'add-control-plane' }) },
  'add-node': { group: 'model', run: (app) => app.getState().edit({ type: 'add-node' }) },
  'add-pod': { group: 'model', run: addPod },
  'add-service': { group: 'model', run: (app) => app.getState().edit({ type: 'add-service' }) },
  'add-client': { group: 'model', run: (app) => app.getState().edit({ type: 'add-outside', kind: 'client' }) },
  'add-load-balancer': {
    group: 'model',
    run: (app) => app.getState().edit({ type: 'add-outside', kind: 'load-balancer' }),
  },
  'add-admission-webhook': { group: 'model', run: addExtension('admission-webhook') },
  'add-aggregated-api': { group: 'model', run: addExtension('aggregated-api') },
  'add-metrics-server': { group: 'model', run: addExtension('metrics-server') },
  'add-pod-network': { group: 'model', run: addExtension('pod-network') },
  'add-image-registry': { group: 'model', run: addExtension('image-registry') },
  'add-scraper': { group: 'model', run: addExtension('scraper') },
  'add-ingress-controller': { group: 'model', run: addExtension('ingress-controller') },
  'grouping-auto': { group: 'model', run: (app) => app.getState().edit({ type: 'set-alike', alike: 'auto' }) },
  'grouping-together': { group: 'model', run: (app) => app.getState().edit({ type: 'set-alike', alike: 'together' }) },
  'grouping-apart': { group: 'model', run: (app) => app.getState().edit({ type: 'set-alike', alike: 'apart' }) },
  'grouping-pool': { group: 'model', run: (app) => app.getState().edit({ type: 'set-alike', alike: 'pool' }) },
  'grouping-zone': { group: 'model', run: (app) => app.getState().edit({ type: 'set-alike', alike: 'zone' }) },
  'grouping-namespace': {
    group: 'model',
    run: (app) => app.getState().edit({ type: 'set-alike', alike: 'namespace' }),
  },
  start: { group: 'file', run: (app) => app.getState().openDialog('start') },
  import: { group: 'file', keys: [{ key: 'o', ctrl: true }], run: () => openChooser() },
  'save-project': { group: 'file', keys: [{ key: 's', ctrl: true }], run: downloadProject },
  export: {
    group: 'file',
    keys: [{ key: 'e', ctrl: true, shift: true }],
    run: (app) => app.getState().openDialog('export'),
  },
  print: { group: 'file', run: () => print() },
  help: { group: 'help', keys: [{ key: '?' }], run: (app) => app.getState().openDialog('help') },
  reference: { group: 'help', keys: [{ key: 'r' }], run: (app) => app.getState().openDialog('reference') },
  course: { group: 'help', run: (app) => app.getState().openDialog('course') },
  quiz: { group: 'help', run: (app) => app.getState().setDock({ type: 'quiz' }) },
  glossary: { group: 'help', keys: [{ key: 'g' }], run: (app) => app.getState().openDialog('glossary') },
  presenter: { group: 'help', run: (app) => app.getState().openDialog('presenter') },
  about: { group: 'help', run: (app) => app.getState().openDialog('about') },
  'letter-keys': { group: 'help', run: (app) => app.getState().setLetterKeys(!app.getState().letterKeys) },
} as const satisfies Readonly<Record<string, Entry>>;

export type ActionId = keyof typeof actions;
export const actionIds = Object.keys(actions) as readonly ActionId[];

/** An action with its optional parts, whatever its id. */
export function actionOf(id: ActionId): Entry {
  const entry: Entry = actions[id];
  const { group, when } = entry;
  if (group !== 'model' && (group !== 'edit' || harmless.includes(id))) return entry;
  return { ...entry, when: (state) => !state.sharedSession?.viewOnly && (when?.(state) ?? true) };
}

/** These are listed with what changes the model, and leave it as it is. */
const harmless: readonly ActionId[] = ['undo', 'redo', 'copy'];

/** The selected frame: what has a place of its own that can be changed. */
export function frameOf({ selection }: AppState): string | null {
  const [only, ...more] = elementsOf(selection);
  return only !== undefined && more.length === 0 && /^(worker|services)~/.test(only) ? only : null;
}

/** What is undone is the user's own; during an exercise it waits. */
function isOwnHistory(state: AppState): boolean {
  return !isExercise(state);
}

function hasFrame(state: AppState): boolean {
  return frameOf(state) !== null;
}

function addExtension(kind: ExtensionKind) {
  return (app: AppStore) => app.getState().edit({ type: 'add-extension', kind });
}

function command(kind: AppState['viewCommand']['kind']) {
  return (app: AppStore) => app.getState().sendViewCommand(kind);
}

function togglePanel(panel: 'sidebar' | 'inspector', width: number) {
  return (app: AppStore) => app.getState().setPanels({ [panel]: app.getState().panels[panel] === 0 ? width : 0 });
}

function pathOf({ selection }: AppState): string | null {
  return selection?.type === 'connection' ? selection.id : null;
}

function withPath(app: AppStore, run: (id: string) => void): void {
  const id = pathOf(app.getState());
  if (id !== null) run(id);
}

/** The next of the listed paths; with an element selected, of its own. */
function stepPath(app: AppStore, by: 1 | -1): void {
  const state = app.getState();
  const touches = elementsOf(state.selection).length > 0 ? selectTouches(state) : () => true;
  const listed = selectPassing(state).filter(touches);
  const at = listed.findIndex(({ id }) => id === pathOf(state));
  const next = listed[at === -1 ? (by === 1 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length];
  if (next) state.select({ type: 'connection', id: next.id, boxId: null });
}

function selectBoxes(app: AppStore, wanted: (id: string) => boolean): void {
  const state = app.getState();
  const frames = ['worker~', 'service~', 'pods~', 'outside~', 'host~'];
  const boxes = [...boxesOf(selectPicture(state)).keys()].filter((id) =>
    frames.some((prefix) => id.startsWith(prefix)),
  );
  state.select(ofElements(boxes.filter(wanted)));
}

function openMenuAtFocus(app: AppStore): void {
  const at = document.activeElement?.getBoundingClientRect();
  app
    .getState()
    .openMenu(at ? { x: at.left + Math.min(at.width, 40), y: at.top + Math.min(at.height, 30) } : { x: 40, y: 80 });
}

async function copy(app: AppStore): Promise<void> {
  await copyText(copySelection(app.getState()));
}

async function paste(app: AppStore): Promise<void> {
  await pasteText(app, await pastedText());
}

function duplicate(app: AppStore): void {
  const state = app.getState();
  state.edit({ type: 'paste', fragment: modelPartOf(state.topology, [...selectMembers(state)]) });
}

function remove(app: AppStore): void {
  const state = app.getState();
  const ids = elementsOf(state.selection).flatMap((id) =>
    isRemovable(id) ? (boxesOf(selectPicture(state)).get(id)?.members ?? [id.slice(id.indexOf('~') + 1)]) : [],
  );
  state.edit({ type: 'remove', ids });
  state.select(null);
}

const removable: ReadonlySet<string> = new Set([
  'host',
  'worker',
  'pod',
  'pods',
  'service',
  'outside',
  ...extensionKinds,
]);

/** Components are switched on their host or node; they cannot be removed as if they were elements. */
export function isRemovable(subject: string): boolean {
  return removable.has(subject.split('~')[0] ?? '');
}

function addPod(app: AppStore): void {
  const state = app.getState();
  const chosen = [...selectMembers(state)].find((id) => state.topology.nodes.some((node) => node.id === id));
  state.edit({ type: 'add-pod', nodeId: chosen ?? null });
}

function nudge(dx: number, dy: number) {
  return (app: AppStore) => {
    const state = app.getState();
    const id = frameOf(state);
    const layout = selectLayout(state);
    const rect = layout.boxes.find(({ box }) => box.id === id)?.rect;
    if (id === null || !rect) return;
    const x = Math.max(0, rect.x - layout.origin.x + dx);
    const y = Math.max(0, rect.y - layout.origin.y + dy);
    state.edit({ type: 'pin', id, pin: { x, y } });
  };
}
