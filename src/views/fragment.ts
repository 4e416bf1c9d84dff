import type { AppStore } from '../state/createAppStore.ts';
import { ofElements, type Selection } from '../state/selection.ts';

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
  return `#${new URLSearchParams(paramsOf(selection))}`;
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
