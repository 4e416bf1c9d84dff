import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { Lesson } from '../../lessons/lesson.ts';
import { arrivedAt, withDone } from '../../lessons/progress.ts';
import { shownSteps } from '../../lessons/stepModel.ts';
import { isShown, pauseLesson, resumeLesson } from '../../state/learning.ts';
import { isFileLesson } from '../../state/openLessonFile.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { useMedia } from '../shared/useMedia.ts';
import { ModelButtons, Networks } from '../sidebar/Sidebar.tsx';
import { LessonEnd } from './LessonEnd.tsx';
import { LessonStep } from './LessonStep.tsx';
import { useProgress } from './useProgress.ts';
import './learning.css';

/** Where the dock lies above the picture. */
const narrow = '(max-width: 900px)';

/** A lesson beside the picture. */
export function LessonDock() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const dock = useAppStore((state) => state.dock);
  const run = useAppStore((state) => state.lesson);
  const openDialog = useAppStore((state) => state.openDialog);
  const setDock = useAppStore((state) => state.setDock);
  const isNarrow = useMedia(narrow);
  const [isOpen, setOpen] = useState(true);
  const body = useId();
  const wanted = dock?.type === 'lesson' ? dock.id : '';
  const lesson = run?.id === wanted ? run.lesson : null;
  const isMissing = run?.id === wanted && run.lesson === null;
  const isVisible = isOpen || !isNarrow;
  return (
    <aside id="dock" className="sidebar dock lesson" aria-label={t('learning.lesson')} tabIndex={-1}>
      <div className="dock-head">
        <p className="eyebrow">{t('learning.lesson')}</p>
        <div className="dock-buttons">
          {isNarrow && (
            <button
              type="button"
              className="icon"
              aria-expanded={isOpen}
              aria-controls={body}
              aria-label={t(isOpen ? 'learning.lesson.hide' : 'learning.lesson.show')}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? <ChevronUp size={17} aria-hidden="true" /> : <ChevronDown size={17} aria-hidden="true" />}
            </button>
          )}
          <button type="button" onClick={() => openDialog('course')}>
            {t('learning.end.course')}
          </button>
          <button type="button" title={t('learning.lesson.leave.hint')} onClick={() => setDock(null)}>
            {t('learning.lesson.leave')}
          </button>
        </div>
      </div>
      {lesson && <h2 className="dock-title">{lesson.title[locale]}</h2>}
      <div id={body} hidden={!isVisible}>
        {lesson && run && <LessonBody key={lesson.id} lesson={lesson} step={run.step} />}
        {isMissing && (
          <p role="status">
            {t('learning.lesson.missing', { id: wanted })} {isFileLesson(wanted) && t('learning.lesson.missing.file')}
          </p>
        )}
        {!lesson && !isMissing && <p role="status">{t('learning.lesson.loading')}</p>}
      </div>
    </aside>
  );
}

function LessonBody({ lesson, step }: { readonly lesson: Lesson; readonly step: number }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const shown = useAppStore(isShown);
  const exercise = useAppStore((state) => state.lessonOptions.exercise);
  const setDock = useAppStore((state) => state.setDock);
  const [progress, change] = useProgress();
  const end = lesson.steps.length;
  const present = lesson.steps[step];
  const stops = shownSteps(lesson, exercise);
  const position = stops.filter((one) => one <= step).length;
  const previous = stops.findLast((one) => one < step);
  const following = stops.find((one) => one > step) ?? end;
  const sendViewCommand = useAppStore((state) => state.sendViewCommand);
  // Lessons point at the picture. Whoever comes by a link had none to fit yet, and the dock has taken some of its room.
  const showTable = useAppStore((state) => state.showTable);
  useEffect(() => {
    showTable(false);
    sendViewCommand('lesson');
  }, [showTable, sendViewCommand]);
  useEffect(() => change((before) => arrivedAt(before, lesson.id, step)), [change, lesson.id, step]);
  const goTo = (to: number) => setDock({ type: 'lesson', id: lesson.id, step: to });
  const isDone = present ? (progress[lesson.id]?.done.includes(present.id) ?? false) : true;
  const asksNothing = present && !present.task && !present.question;
  const goOn = () => {
    // Who goes on has read it.
    if (asksNothing) change((before) => withDone(before, lesson.id, present.id));
    goTo(following);
  };
  const where = present
    ? t(exercise ? 'learning.lesson.exercise' : 'learning.lesson.step', { step: position, of: stops.length })
    : t('learning.lesson.at-end');
  const onward =
    following === end
      ? 'learning.lesson.finish'
      : isDone || asksNothing
        ? 'learning.lesson.next'
        : 'learning.lesson.skip';
  return (
    <>
      <p className="dock-where">
        <progress value={present ? position : stops.length} max={Math.max(1, stops.length)} aria-label={where} />
        <span>{where}</span>
      </p>
      {!shown && (
        <div className="dock-paused">
          <p role="status">{t('learning.lesson.paused')}</p>
          <button type="button" className="primary" onClick={() => resumeLesson(app)}>
            {t('learning.lesson.resume')}
          </button>
        </div>
      )}
      {present ? (
        <LessonStep key={present.id} lesson={lesson} step={present} />
      ) : (
        <LessonEnd key="end" lesson={lesson} goTo={goTo} />
      )}
      <nav className="dock-nav" aria-label={t('learning.lesson')}>
        <button type="button" disabled={previous === undefined} onClick={() => goTo(previous ?? 0)}>
          ← {t('learning.lesson.back')}
        </button>
        {present && (
          <button type="button" className={isDone || asksNothing ? 'primary' : undefined} onClick={goOn}>
            {t(onward)} →
          </button>
        )}
      </nav>
      {shown && (
        <details className="dock-tools">
          <summary>{t('learning.lesson.tools')}</summary>
          <p className="muted">{t('learning.lesson.tools.hint')}</p>
          <Networks />
          <ModelButtons />
        </details>
      )}
      {shown && (
        <p className="dock-pause">
          <button
            type="button"
            className="link"
            title={t('learning.lesson.pause.hint')}
            onClick={() => pauseLesson(app)}
          >
            {t('learning.lesson.pause')}
          </button>
        </p>
      )}
    </>
  );
}
