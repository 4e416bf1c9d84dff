import { useLayoutEffect } from 'react';
import { copySelection, pasteText } from '../../state/elementClipboard.ts';
import { noFilter } from '../../state/pathFilter.ts';
import { useStoreApi } from '../shared/AppStoreContext.ts';
import { type ActionId, actionOf } from './actions.ts';
import { actionFor } from './shortcuts.ts';

/** The browser's own events do these, without asking for the clipboard. */
const leftToBrowser: readonly (ActionId | null)[] = ['copy', 'paste'];

/** All keys of the page: what a key means is data in `actions.ts`. A text field keeps its own keys. */
export function useKeys(): void {
  const app = useStoreApi();
  // Before the first paint, so that no key is lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (app.getState().dialog !== null) {
        // It is still being loaded: no letter may get through to the page behind it, and nobody has to wait for it.
        if (event.key === 'Escape') app.getState().openDialog(null);
        return;
      }
      const inField = isField(event.target);
      if (event.key === 'Escape') {
        goBack(app);
        return;
      }
      if (inField && !(event.ctrlKey || event.metaKey)) return;
      const id = actionFor(event, app);
      if (id === null || leftToBrowser.includes(id) || (inField && isOwnOfFields(id))) return;
      event.preventDefault();
      void actionOf(id).run(app);
    };
    const onCopy = (event: ClipboardEvent) => {
      const isText = isField(document.activeElement) || String(getSelection()) !== '';
      if (isText || app.getState().selection === null) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', copySelection(app.getState()));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target)) return;
      void pasteText(app, event.clipboardData?.getData('text/plain') ?? '');
    };
    addEventListener('keydown', onKey);
    addEventListener('copy', onCopy);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('copy', onCopy);
      removeEventListener('paste', onPaste);
    };
  }, [app]);
}

/** Esc closes the top layer only: comparison, selection, then pinned paths, the attacker and the filter. */
function goBack(app: ReturnType<typeof useStoreApi>): void {
  const { menu, comparison, selection, pinned, attacker } = app.getState();
  const { compare, select, togglePinned, setAttacker, setFilter } = app.getState();
  if (menu) return;
  if (comparison) compare(null);
  else if (selection) select(null);
  else if (pinned.length > 0) for (const id of pinned) togglePinned(id);
  else if (attacker) void setAttacker(null);
  else setFilter(noFilter);
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Ctrl+Z and Ctrl+A in a text field are the field's. */
function isOwnOfFields(id: ActionId): boolean {
  return ['undo', 'redo', 'select-all', 'duplicate', 'remove'].includes(id);
}
