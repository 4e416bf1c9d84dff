import { useEffect, useRef } from 'react';
import type { AppState } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useStoreApi } from '../shared/AppStoreContext.ts';
import { linkToNotes, type NotesState } from './notesLink.ts';
import { perform } from './perform.ts';
import { slideOf } from './slides.ts';

/** Keeps the window for notes up to date and does what it asks for. */
export function useNotes(): void {
  const app = useStoreApi();
  const sent = useRef('');
  useEffect(() => {
    const send = (again: boolean) => {
      const state = notesState(app.getState());
      const text = JSON.stringify(state);
      if (!again && text === sent.current) return;
      sent.current = text;
      link.send(state);
    };
    const link = linkToNotes((command) => (command === 'hello' ? send(true) : perform(app, command)));
    send(true);
    const stop = app.subscribe(() => send(false));
    return () => {
      stop();
      // Whoever ended the presentation has ended it for the notes, too.
      send(true);
      link.close();
    };
  }, [app]);
}

function notesState(state: AppState): NotesState {
  const { presenting, locale, theme } = state;
  return {
    slide: slideOf(state, selectTranslate(state)('presenter.end-slide')),
    startedAt: presenting?.startedAt ?? null,
    plannedMinutes: presenting?.plannedMinutes ?? 0,
    isBlack: presenting?.isBlack ?? false,
    locale,
    theme,
  };
}
