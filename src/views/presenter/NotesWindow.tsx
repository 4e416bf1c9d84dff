import { useEffect, useRef, useState } from 'react';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { duration, useClock } from './clock.ts';
import { linkToPresenter, type NotesCommand, type NotesState } from './notesLink.ts';
import { commandOf } from './presenterKeys.ts';
import './notes.css';

/** What only the speaker sees, in a window of its own: notes, what comes next, the time. */
export function NotesWindow() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const theme = useAppStore((state) => state.theme);
  const { state, ask } = useNotesState();
  const title = t('presenter.notes');
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
    document.title = title;
  }, [locale, theme, title]);
  return (
    <main className="notes">
      <h1>{title}</h1>
      <Times state={state} />
      {state?.slide ? <Slide state={state} slide={state.slide} /> : <p role="status">{t('presenter.notes.waiting')}</p>}
      <div className="notes-buttons">
        <button type="button" disabled={!state?.slide} onClick={() => ask('back')}>
          ◀ {t('presenter.command.back')}
        </button>
        <button type="button" className="primary" disabled={!state?.slide} onClick={() => ask('next')}>
          {t('presenter.command.next')} ▶
        </button>
        <button
          type="button"
          aria-pressed={state?.isBlack ?? false}
          disabled={!state?.slide}
          onClick={() => ask('black')}
        >
          {t('presenter.command.black')}
        </button>
      </div>
    </main>
  );
}

function Times({ state }: { readonly state: NotesState | null }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((store) => store.locale);
  const now = useClock();
  const elapsed = state?.startedAt ? now - state.startedAt : null;
  const planned = state?.plannedMinutes ?? 0;
  return (
    <dl className="notes-times">
      <div>
        <dt>{t('presenter.notes.clock')}</dt>
        <dd>{new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(now)}</dd>
      </div>
      <div>
        <dt>{t('presenter.notes.elapsed')}</dt>
        <dd>{elapsed === null ? '–' : duration(elapsed)}</dd>
      </div>
      {planned > 0 && (
        <div>
          <dt>{t('presenter.notes.left')}</dt>
          <dd>{elapsed === null ? `${planned}:00` : leftWords(planned * 60_000 - elapsed)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What is over the time has a minus before it. */
function leftWords(left: number): string {
  return left < 0 ? `−${duration(-left)}` : duration(left);
}

function Slide({ state, slide }: { readonly state: NotesState; readonly slide: NonNullable<NotesState['slide']> }) {
  const t = useAppStore(selectTranslate);
  return (
    <>
      <div role="status">
        <p className="muted">
          {slide.deck && `${slide.deck} · `}
          {t('presenter.number', { number: slide.number, count: slide.count })}
          {state.isBlack && ` · ${t('presenter.notes.black')}`}
        </p>
        <h2>{slide.title}</h2>
      </div>
      <div className="notes-text">
        {slide.notes ? (
          slide.notes.split(/\n\s*\n/).map((paragraph) => <p key={paragraph}>{paragraph.replaceAll('`', '')}</p>)
        ) : (
          <p className="muted">{t('presenter.notes.none')}</p>
        )}
      </div>
      <p className="notes-next">
        <b>{t('presenter.notes.next')}</b> {slide.next ?? t('presenter.notes.last')}
      </p>
    </>
  );
}

/** What the presenting page says, and a way to ask it for something. */
function useNotesState(): { readonly state: NotesState | null; readonly ask: (command: NotesCommand) => void } {
  const app = useStoreApi();
  const [state, setState] = useState<NotesState | null>(null);
  const ask = useRef<(command: NotesCommand) => void>(() => undefined);
  useEffect(() => {
    const id = new URLSearchParams(location.hash.slice(1)).get('notes') ?? '';
    let isKnown = false;
    const link = linkToPresenter(id, (next) => {
      isKnown = true;
      setState(next);
      const { locale, setLocale, theme, setTheme } = app.getState();
      if (next.locale !== locale) void setLocale(next.locale);
      if (next.theme !== theme) setTheme(next.theme);
    });
    ask.current = link.send;
    link.send('hello');
    // The other page may still be loading what answers.
    const again = setInterval(() => !isKnown && link.send('hello'), 1000);
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, app.getState().letterKeys);
      const isPress = event.key === ' ' && event.target instanceof HTMLButtonElement;
      if (isPress || (command !== 'next' && command !== 'back' && command !== 'black')) return;
      event.preventDefault();
      link.send(command);
    };
    addEventListener('keydown', onKey);
    return () => {
      clearInterval(again);
      removeEventListener('keydown', onKey);
      link.close();
    };
  }, [app]);
  return { state, ask: (command) => ask.current(command) };
}
