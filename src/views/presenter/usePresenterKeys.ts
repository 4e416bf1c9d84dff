import { useEffect } from 'react';
import type { AppStore } from '../../state/appState.ts';
import { useStoreApi } from '../shared/AppStoreContext.ts';
import { perform } from './perform.ts';
import { commandOf } from './presenterKeys.ts';

/** The presenter's keys win over those of the page; fields and dialogs keep theirs. */
export function usePresenterKeys(): void {
  const app = useStoreApi();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, app.getState().letterKeys);
      if (command === null || isTaken(event, app)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      perform(app, command);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [app]);
}

/** Whether somebody else needs the key: a field, a dialog, a menu, a button for its own space bar. */
function isTaken({ key, target }: KeyboardEvent, app: AppStore): boolean {
  const { dialog, menu, presenting } = app.getState();
  if (!(target instanceof Element)) return false;
  if (target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])')) return true;
  if (presenting?.isBlack) return false;
  if (dialog !== null || menu !== null) return true;
  if (key === 'Escape') return document.querySelector('[role="tooltip"]') !== null;
  const pressed = presenting?.isPlain ? 'button, a, summary' : 'button, a, summary, [role="button"]';
  return key === ' ' && target.matches(pressed);
}
