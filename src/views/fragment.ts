import type { AppStore, Selection } from '../state/createAppStore.ts';

/** Keeps the selection in the address, so that a link shows the same path. */
export function connectFragment(app: AppStore): void {
  const read = () => app.getState().select(selectionIn(location.hash));
  if (location.hash) read();
  addEventListener('hashchange', read);
  app.subscribe((state, past) => {
    if (state.selection === past.selection) return;
    const hash = fragmentOf(state.selection);
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  });
}

function fragmentOf(selection: Selection): string {
  if (!selection) return '';
  const params = new URLSearchParams(
    selection.type === 'element'
      ? { element: selection.id }
      : { path: selection.id, ...(selection.boxId ? { at: selection.boxId } : {}) },
  );
  return `#${params}`;
}

function selectionIn(hash: string): Selection {
  const params = new URLSearchParams(hash.slice(1));
  const element = params.get('element');
  if (element) return { type: 'element', id: element };
  const path = params.get('path');
  return path ? { type: 'connection', id: path, boxId: params.get('at') } : null;
}
