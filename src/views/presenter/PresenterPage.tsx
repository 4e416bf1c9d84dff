import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from '../../browser/clipboard.ts';
import { loadPart } from '../../browser/loadPart.ts';
import { type Locale, locales } from '../../i18n/texts.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { type Deck, typeSizes } from '../../state/appState.ts';
import { allLessons } from '../../state/learning.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { openNotes } from './notesLink.ts';
import { startPresentation } from './perform.ts';
import { shownKeys } from './presenterKeys.ts';
import { useNotes } from './useNotes.ts';
import { useSavedViews } from './useSavedViews.ts';
import { ViewList } from './ViewList.tsx';
import '../dialogs/dialogs.css';
import './presenter.css';

const languageNames: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };

/** What to present, and how. */
export function PresenterPage() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const isPresenting = useAppStore((state) => state.presenting !== null);
  const lessons = useLessons();
  const saved = useSavedViews();
  const dock = useAppStore((state) => state.dock);
  const [kind, setKind] = useState<Deck['type']>('lesson');
  const chosen = useAppStore((state) => state.lessonToPresent);
  const [lessonId, setLessonId] = useState(chosen ?? (dock?.type === 'lesson' ? dock.id : null));
  const lesson = lessons.find(({ id }) => id === lessonId) ?? lessons[0];
  const [minutes, setMinutes] = useState<number | null>(null);
  const planned = minutes ?? (kind === 'lesson' ? (lesson?.minutes ?? 0) : 0);
  const [size, setSize] = useState(1);
  const [isPlain, setPlain] = useState(true);
  const deck: Deck | null =
    kind === 'views' ? { type: 'views', views: saved.views } : lesson ? { type: 'lesson', id: lesson.id } : null;
  const isEmpty = deck === null || (deck.type === 'views' && deck.views.length === 0);
  return (
    <Modal label={t('presenter.title')} className="presenter">
      <h2>{t('presenter.title')}</h2>
      <p className="lead">{t('presenter.lead')}</p>
      {!isPresenting && <IdleNotes />}
      <fieldset>
        <legend>{t('presenter.what')}</legend>
        <div className="presenter-row">
          <KindChoice value="lesson" chosen={kind} choose={setKind} />
          <KindChoice value="views" chosen={kind} choose={setKind} />
        </div>
        {kind === 'lesson' ? (
          lesson && <LessonChoice lessons={lessons} lesson={lesson} choose={setLessonId} />
        ) : (
          <ViewList saved={saved} />
        )}
      </fieldset>
      <fieldset>
        <legend>{t('presenter.how')}</legend>
        <div className="presenter-row">
          <label>
            <span>{t('presenter.minutes')}</span>
            <input
              type="number"
              min={0}
              max={600}
              value={planned}
              onChange={(event) => setMinutes(Math.max(0, Math.min(600, Math.round(Number(event.target.value) || 0))))}
            />
          </label>
          <label>
            <span>{t('presenter.size')}</span>
            <select value={size} onChange={(event) => setSize(Number(event.target.value))}>
              {typeSizes.map((percent, index) => (
                <option key={percent} value={index}>
                  {percent} %
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input type="checkbox" checked={isPlain} onChange={(event) => setPlain(event.target.checked)} />{' '}
            {t('presenter.start-plain')}
          </label>
        </div>
      </fieldset>
      <div className="buttons presenter-start">
        <NotesButton />
        <button
          type="button"
          className="primary"
          disabled={isEmpty}
          onClick={() => deck && void startPresentation(app, deck, { isPlain, size, plannedMinutes: planned })}
        >
          ▶ {t('presenter.start')}
        </button>
      </div>
      <p className="muted">{t('presenter.order-hint')}</p>
      <Keys />
    </Modal>
  );
}

/** The window for notes may be open before anything is presented. */
function IdleNotes() {
  useNotes();
  return null;
}

function useLessons(): readonly Lesson[] {
  const app = useStoreApi();
  const own = useAppStore((state) => state.ownLessons);
  const [lessons, setLessons] = useState<readonly Lesson[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lessons from files are among them
  useEffect(() => void allLessons(app).then(setLessons), [app, own]);
  return lessons;
}

function KindChoice({
  value,
  chosen,
  choose,
}: {
  readonly value: Deck['type'];
  readonly chosen: Deck['type'];
  readonly choose: (kind: Deck['type']) => void;
}) {
  const t = useAppStore(selectTranslate);
  return (
    <label className="check">
      <input type="radio" name="deck" checked={chosen === value} onChange={() => choose(value)} />{' '}
      {t(`presenter.deck.${value}`)}
    </label>
  );
}

function LessonChoice({
  lessons,
  lesson,
  choose,
}: {
  readonly lessons: readonly Lesson[];
  readonly lesson: Lesson;
  readonly choose: (id: string) => void;
}) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [paper, setPaper] = useState(locale);
  return (
    <>
      <div className="presenter-row">
        <label className="wide">
          <span>{t('presenter.lesson')}</span>
          <select value={lesson.id} onChange={(event) => choose(event.target.value)}>
            {lessons.map(({ id, title }, index) => (
              <option key={id} value={id}>
                {index + 1}. {title[locale]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('presenter.handout-language')}</span>
          <select
            value={paper}
            onChange={(event) => setPaper(locales.find((one) => one === event.target.value) ?? locale)}
          >
            {locales.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          onClick={() =>
            void loadPart(() => import('./printHandout.ts')).then(({ printHandout }) => printHandout(lesson, paper))
          }
        >
          {t('presenter.handout-print')}
        </button>
      </div>
      <TraineeLink lessonId={lesson.id} />
    </>
  );
}

/** The same lesson for those who learn, with the answers hidden. */
function TraineeLink({ lessonId }: { readonly lessonId: string }) {
  const t = useAppStore(selectTranslate);
  const dock = useAppStore((state) => state.dock);
  const [copied, setCopied] = useState<string | null>(null);
  const step = dock?.type === 'lesson' && dock.id === lessonId ? dock.step + 1 : 1;
  const params = new URLSearchParams({ lesson: lessonId, step: String(step), answers: 'hidden' });
  const link = `${location.href.split('#')[0]}#${params}`;
  return (
    <div className="presenter-row">
      <label className="wide">
        <span>{t('presenter.trainee-link')}</span>
        <input type="text" readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <button type="button" onClick={() => void copyText(link).then(() => setCopied(link))}>
        {t('presenter.copy')}
      </button>
      <span role="status">{copied === link && t('presenter.copied')}</span>
    </div>
  );
}

function NotesButton() {
  const t = useAppStore(selectTranslate);
  const [isBlocked, setBlocked] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setBlocked(!openNotes())}>
        {t('presenter.open-notes')}
      </button>
      <span role="status">{isBlocked && t('presenter.notes-blocked')}</span>
    </>
  );
}

function Keys() {
  const t = useAppStore(selectTranslate);
  return (
    <section>
      <h3>{t('presenter.keys')}</h3>
      <dl className="presenter-keys">
        {shownKeys.map(([command, keys]) => (
          <div key={command}>
            <dt>{t(`presenter.command.${command}`)}</dt>
            <dd>
              {keys.map(
                (key): ReactNode => (
                  <kbd key={key}>{key}</kbd>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{t('presenter.keys-escape')}</p>
    </section>
  );
}
