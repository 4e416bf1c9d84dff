import { type AppStore, type Deck, type Presenting, typeSizes } from '../../state/appState.ts';
import { openNotes } from './notesLink.ts';
import type { PresenterCommand } from './presenterKeys.ts';
import { showView, turn } from './slides.ts';

/** What somebody decides before a presentation. */
export type PresenterPlan = Pick<Presenting, 'isPlain' | 'size' | 'plannedMinutes'>;

/** Begins a presentation with its first slide. Called from a click, so that the browser allows the full screen. */
export async function startPresentation(app: AppStore, deck: Deck, plan: PresenterPlan): Promise<void> {
  const { selection, attacker, layer, colorBy, dock, startPresenting, openDialog, setDock, showTable } = app.getState();
  const full = document.documentElement.requestFullscreen?.();
  // Where the browser or the user does not want it, the presentation does without.
  full?.catch(() => undefined);
  const before = { selection, attacker, layer, colorBy, dock };
  openDialog(null);
  showTable(false);
  startPresenting({ deck, ...plan, view: 0, isBlack: false, tool: null, startedAt: Date.now(), before });
  if (deck.type === 'lesson') setDock({ type: 'lesson', id: deck.id, step: 0 });
  else await showView(app, deck.views[0]);
}

/** Does what a key or a button of the presenter means. */
export function perform(app: AppStore, command: PresenterCommand): void {
  const { presenting } = app.getState();
  if (presenting) actions[command](app, presenting);
}

const actions: Readonly<Record<PresenterCommand, (app: AppStore, presenting: Presenting) => void>> = {
  next: (app) => void turn(app, 1),
  back: (app) => void turn(app, -1),
  black: (app, { isBlack }) => app.getState().setPresenting({ isBlack: !isBlack }),
  plain: (app, { isPlain }) => app.getState().setPresenting({ isPlain: !isPlain }),
  spotlight: (app, { tool }) => app.getState().setPresenting({ tool: tool === 'spotlight' ? null : 'spotlight' }),
  pointer: (app, { tool }) => app.getState().setPresenting({ tool: tool === 'pointer' ? null : 'pointer' }),
  'zoom-in': (app) => app.getState().sendViewCommand('in'),
  'zoom-out': (app) => app.getState().sendViewCommand('out'),
  larger: (app, { size }) => app.getState().setPresenting({ size: (size + 1) % typeSizes.length }),
  'full-screen': toggleFullScreen,
  notes: () => void openNotes(),
  end: endPresentation,
};

function toggleFullScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}

function endPresentation(app: AppStore, { deck, before }: Presenting): void {
  const { setPresenting, setDock, sharedSession, endSharedSession, select, setLayer, setColorBy, setAttacker } =
    app.getState();
  setPresenting(null);
  if (document.fullscreenElement) void document.exitFullscreen();
  if (deck.type === 'lesson') {
    setDock(before.dock);
    return;
  }
  if (sharedSession && sharedSession.lesson === undefined) endSharedSession('own');
  setLayer(before.layer);
  setColorBy(before.colorBy);
  void setAttacker(before.attacker);
  select(before.selection);
}
