import { useEffect, useRef, useState } from 'react';
import { download } from '../../browser/download.ts';
import { loadPart } from '../../browser/loadPart.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { mergedProgress, type Progress, readProgress, shareDone, writeProgress } from '../../lessons/progress.ts';
import { allLessons } from '../../state/learning.ts';
import { isFileLesson } from '../../state/openLessonFile.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { FileButton } from './FileButton.tsx';
import { useProgress } from './useProgress.ts';
import '../dialogs/dialogs.css';
import './learning.css';

/** All lessons, and what is done. */
export function CoursePage() {
  const t = useAppStore(selectTranslate);
  const lessons = useLessons();
  const [progress] = useProgress();
  const exercise = useAppStore((state) => state.lessonOptions.exercise);
  const setLessonWay = useAppStore((state) => state.setLessonOptions);
  const setDock = useAppStore((state) => state.setDock);
  const openDialog = useAppStore((state) => state.openDialog);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const own = lessons?.filter(({ id }) => isFileLesson(id)) ?? [];
  const course = lessons?.filter(({ id }) => !isFileLesson(id)) ?? [];
  const finished = course.filter((lesson) => isFinished(progress, lesson)).length;
  return (
    <Modal label={t('learning.title')} className="course">
      <h2 ref={heading} tabIndex={-1}>
        {t('learning.title')}
      </h2>
      <p className="lead">{t('learning.course.lead')}</p>
      <p className="course-total">
        <progress value={finished} max={Math.max(1, course.length)} aria-label={t('learning.progress.title')} />{' '}
        <b>{t('learning.course.total', { done: finished, of: course.length })}</b>
      </p>
      <label className="course-way">
        <input
          type="checkbox"
          checked={exercise}
          onChange={(event) => setLessonWay({ exercise: event.target.checked })}
        />
        <span>{t('learning.course.exercise')}</span>
      </label>
      {lessons === null && <p role="status">{t('learning.lesson.loading')}</p>}
      <ol className="lessons">
        {course.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} progress={progress} />
        ))}
      </ol>
      {own.length > 0 && (
        <section>
          <h3>{t('learning.course.from-files')}</h3>
          <p className="muted">{t('learning.course.from-files.what')}</p>
          <ol className="lessons">
            {own.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} progress={progress} />
            ))}
          </ol>
        </section>
      )}
      <div className="course-more">
        <section>
          <h3>{t('learning.course.quiz')}</h3>
          <p>{t('learning.course.quiz.what')}</p>
          <button type="button" onClick={() => setDock({ type: 'quiz' })}>
            {t('learning.course.quiz.start')}
          </button>
        </section>
        <section>
          <h3>{t('learning.course.own')}</h3>
          <p>{t('learning.course.own.what')}</p>
          <div className="buttons">
            <button type="button" onClick={() => openDialog('lesson-editor')}>
              {t('learning.course.own.new')}
            </button>
            <OpenLesson />
          </div>
        </section>
      </div>
      <ProgressPart />
    </Modal>
  );
}

function isFinished(progress: Progress, lesson: Lesson): boolean {
  const { done, of } = shareDone(progress, lesson);
  return done === of;
}

/** Every lesson; null until they are loaded. */
function useLessons(): readonly Lesson[] | null {
  const app = useStoreApi();
  const own = useAppStore((state) => state.ownLessons);
  const [lessons, setLessons] = useState<readonly Lesson[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `own` changes what is loaded
  useEffect(() => {
    let isGone = false;
    void allLessons(app).then((all) => !isGone && setLessons(all));
    return () => {
      isGone = true;
    };
  }, [app, own]);
  return lessons;
}

function LessonRow({ lesson, progress }: { readonly lesson: Lesson; readonly progress: Progress }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const setDock = useAppStore((state) => state.setDock);
  const openDialog = useAppStore((app) => app.openDialog);
  const setLessonToPresent = useAppStore((app) => app.setLessonToPresent);
  const { done, of } = shareDone(progress, lesson);
  const known = progress[lesson.id];
  const state = done === of ? 'done' : known ? 'started' : 'new';
  const title = lesson.title[locale];
  const open = (step: number) => () => setDock({ type: 'lesson', id: lesson.id, step });
  const button = (label: string, step: number, isMain: boolean) => (
    <button
      type="button"
      className={isMain ? 'primary' : undefined}
      aria-label={t('learning.course.lesson', { what: label, title })}
      onClick={open(step)}
    >
      {label}
    </button>
  );
  return (
    <li data-lesson={lesson.id}>
      <div>
        <h3>{title}</h3>
        <Words text={lesson.aim[locale]} />
        <p className="lesson-facts">
          <span>{t('learning.course.minutes', { minutes: lesson.minutes })}</span>
          <b className={state}>{t(`learning.course.state.${state}`, { done, of })}</b>
        </p>
      </div>
      <div className="lesson-buttons">
        {state === 'started' && button(t('learning.course.continue'), known?.step ?? 0, true)}
        {state === 'new' ? button(t('learning.course.start'), 0, true) : button(t('learning.course.again'), 0, false)}
        <button
          type="button"
          aria-label={t('learning.course.lesson', { what: t('learning.course.present'), title })}
          onClick={() => {
            setLessonToPresent(lesson.id);
            openDialog('presenter');
          }}
        >
          {t('learning.course.present')}
        </button>
        <button
          type="button"
          aria-label={t('learning.course.lesson', { what: t('learning.course.handout'), title })}
          onClick={() =>
            void loadPart(() => import('../presenter/printHandout.ts')).then((it) => it.printHandout(lesson, locale))
          }
        >
          {t('learning.course.handout')}
        </button>
      </div>
    </li>
  );
}

function OpenLesson() {
  const t = useAppStore(selectTranslate);
  const importFiles = useAppStore((state) => state.importFiles);
  const openDialog = useAppStore((state) => state.openDialog);
  return (
    <FileButton
      label={t('learning.course.open-file')}
      take={(file) => {
        // What became of it is said on the page.
        openDialog(null);
        void importFiles([{ name: file.name, blob: file }]);
      }}
    />
  );
}

/** Takes progress along, brings it back, and forgets it, which can be taken back. */
function ProgressPart() {
  const t = useAppStore(selectTranslate);
  const [progress, change] = useProgress();
  const [isAsking, setAsking] = useState(false);
  const [forgotten, setForgotten] = useState<Progress | null>(null);
  const [said, setSaid] = useState('');
  const read = async (file: File) => {
    const outcome = readProgress(await file.text());
    if (outcome.ok) change((before) => mergedProgress(before, outcome.progress));
    setSaid(
      outcome.ok
        ? t('learning.progress.imported')
        : t(`learning.progress.failed.${outcome.reason}`, { file: file.name }),
    );
  };
  const reset = () => {
    setForgotten(progress);
    change(() => ({}));
    setAsking(false);
    setSaid(t('learning.progress.reset.done'));
  };
  const putBack = () => {
    if (forgotten) change((before) => mergedProgress(before, forgotten));
    setForgotten(null);
    setSaid('');
  };
  return (
    <section>
      <h3>{t('learning.progress.title')}</h3>
      <p>{t('learning.progress.where')}</p>
      <div role="status">
        {said && <p>{said}</p>}
        {isAsking && <p>{t('learning.progress.reset.ask')}</p>}
      </div>
      <div className="buttons">
        {isAsking ? (
          <>
            <button type="button" className="danger" onClick={reset}>
              {t('learning.progress.reset.yes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('learning.progress.reset.no')}
            </button>
          </>
        ) : (
          <>
            <button type="button" onClick={() => download(new Blob([writeProgress(progress)]), 'mitmap-progress.json')}>
              {t('learning.progress.export')}
            </button>
            <FileButton label={t('learning.progress.import')} take={(file) => void read(file)} />
            {forgotten ? (
              <button type="button" onClick={putBack}>
                {t('learning.progress.reset.undo')}
              </button>
            ) : (
              <button type="button" disabled={Object.keys(progress).length === 0} onClick={() => setAsking(true)}>
                {t('learning.progress.reset')}
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}
