import type { AppState, AppStore, PlaybackMoment } from '../state/createAppStore.ts';
import { ofElements, type Selection } from '../state/selection.ts';

/**
 * Keeps the selection, the step of an attack that is played, and where the attacker stands, in the address, so that a
 * link shows the same.
 */
export function connectFragment(app: AppStore): void {
  const read = () => {
    const { select, play, openDialog, dialog } = app.getState();
    const selection = selectionIn(location.hash);
    const moment = momentIn(location.hash);
    // What is selected is written into the address at once, so this is read before.
    const position = new URLSearchParams(location.hash.slice(1)).get('attacker');
    select(selection);
    void standAt(app, position);
    if (moment && selection?.type === 'connection') play(moment);
    else if (dialog === 'playback') openDialog(null);
  };
  if (location.hash) read();
  addEventListener('hashchange', read);
  app.subscribe((state, past) => {
    const kept = ['selection', 'playback', 'attacker'] as const;
    if (kept.every((part) => state[part] === past[part])) return;
    const hash = fragmentOf(state);
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  });
}

/** Only an address that names a position loads what knows them all. */
async function standAt(app: AppStore, wanted: string | null): Promise<void> {
  if (wanted === null && app.getState().attacker === null) return;
  const known = wanted === null ? [] : (await import('../attack/attackerPosition.ts')).positionIds;
  await app.getState().setAttacker(known.find((id) => id === wanted) ?? null);
}

function fragmentOf({ selection, playback, attacker }: AppState): string {
  const moment: readonly [string, string][] =
    playback && selection?.type === 'connection'
      ? [
          ['playback', playback.attack],
          // People count from 1.
          ['step', String(playback.step + 1)],
        ]
      : [];
  const position: readonly [string, string][] = attacker ? [['attacker', attacker]] : [];
  const params = [...(selection ? paramsOf(selection) : []), ...moment, ...position];
  return params.length > 0 ? `#${new URLSearchParams(params)}` : '';
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

function selectionIn(hash: string): Selection {
  const params = new URLSearchParams(hash.slice(1));
  const elements = params.getAll('element');
  if (elements.length > 0) return ofElements(elements);
  const path = params.get('path');
  return path ? { type: 'connection', id: path, boxId: params.get('at') } : null;
}

function momentIn(hash: string): PlaybackMoment | null {
  const params = new URLSearchParams(hash.slice(1));
  const attack = params.get('playback');
  if (attack !== 'passive' && attack !== 'active') return null;
  const step = Number(params.get('step'));
  return { attack, step: Number.isInteger(step) && step > 0 ? step - 1 : 0 };
}
