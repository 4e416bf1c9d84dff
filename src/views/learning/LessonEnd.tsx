import { useEffect, useRef, useState } from 'react';
import { sources } from '../../catalog/sources.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { questionItem, shareDone, withDone } from '../../lessons/progress.ts';
import { allLessons } from '../../state/learning.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { QuestionPart } from './QuestionPart.tsx';
import { useProgress } from './useProgress.ts';

/** The end of a lesson: three questions, what to take home, and what comes next. */
export function LessonEnd({ lesson, goTo }: { readonly lesson: Lesson; readonly goTo: (step: number) => void }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const openDialog = useAppStore((state) => state.openDialog);
  const setDock = useAppStore((state) => state.setDock);
  const [progress, change] = useProgress();
  const { done, of } = shareDone(progress, lesson);
  const next = useNextLesson(lesson);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const from = document.activeElement;
    if (from === document.body || from?.closest('#dock')) heading.current?.focus();
    heading.current?.closest('#dock')?.scrollTo({ top: 0 });
  }, []);
  const total = lesson.questions.length;
  return (
    <article className="lesson-step">
      <h3 ref={heading} tabIndex={-1}>
        {t('learning.end.questions')}
      </h3>
      {lesson.questions.map((question, index) => (
        <QuestionPart
          key={question.text.en}
          question={question}
          title={t('learning.question.number', { number: index + 1, of: total })}
          isAsked={false}
          onRight={() => change((before) => withDone(before, lesson.id, questionItem(index)))}
        />
      ))}
      <h3>{t('learning.end.takeaways')}</h3>
      <ul className="takeaways">
        {lesson.takeaways.map((one) => (
          <li key={one.en}>
            <Words text={one[locale]} />
          </li>
        ))}
      </ul>
      <p role="status" className={done === of ? 'task-state done' : 'task-state'}>
        <span aria-hidden="true">{done === of ? '✓' : '○'}</span>{' '}
        {done === of ? t('learning.end.done') : t('learning.end.not-done', { open: of - done, of })}
      </p>
      <h3>{t('learning.end.next')}</h3>
      <div className="buttons">
        {next && (
          <button type="button" className="primary" onClick={() => setDock({ type: 'lesson', id: next.id, step: 0 })}>
            {t('learning.end.next.lesson', { title: next.title[locale] })}
          </button>
        )}
        <button type="button" onClick={() => openDialog('course')}>
          {t('learning.end.course')}
        </button>
        <button type="button" onClick={() => setDock({ type: 'quiz' })}>
          {t('learning.course.quiz.start')}
        </button>
        <button type="button" onClick={() => goTo(0)}>
          {t('learning.course.again')}
        </button>
      </div>
      <LessonSources tags={lesson.sources} />
    </article>
  );
}

function LessonSources({ tags }: { readonly tags: readonly string[] }) {
  const t = useAppStore(selectTranslate);
  const known = Object.entries(sources).filter(([tag]) => tags.includes(tag));
  if (known.length === 0) return null;
  return (
    <>
      <h3>{t('learning.end.sources')}</h3>
      <ul className="lesson-sources">
        {known.map(([tag, { title, url }]) => (
          <li key={tag}>
            {url === null ? (
              tag === 'LAB' ? (
                t('learning.sources.measured')
              ) : (
                title
              )
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function useNextLesson(lesson: Lesson): Lesson | null {
  const app = useStoreApi();
  const [next, setNext] = useState<Lesson | null>(null);
  useEffect(() => {
    let isGone = false;
    void allLessons(app).then((lessons) => {
      const at = lessons.findIndex(({ id }) => id === lesson.id);
      if (!isGone) setNext((at === -1 ? undefined : lessons[at + 1]) ?? null);
    });
    return () => {
      isGone = true;
    };
  }, [app, lesson.id]);
  return next;
}
