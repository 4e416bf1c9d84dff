import { useEffect, useRef, useState } from 'react';
import { pathNumber } from '../../catalogue/communicationPath.ts';
import { goalHolds } from '../../lessons/goal.ts';
import type { Lesson, Step } from '../../lessons/lesson.ts';
import { withDone } from '../../lessons/progress.ts';
import { isShown } from '../../state/learning.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../AppStoreContext.ts';
import { Words } from '../glossary/Words.tsx';
import { DemonstrationPart } from './DemonstrationPart.tsx';
import { QuestionPart } from './QuestionPart.tsx';
import { TaskPart } from './TaskPart.tsx';
import { useProgress } from './useProgress.ts';

/** One step: what is said, and what is asked for. */
export function LessonStep({ lesson, step }: { readonly lesson: Lesson; readonly step: Step }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const isCaughtUp = useAppStore((state) => state.lesson?.isCaughtUp === true);
  const [, change] = useProgress();
  const [isAnswered, setAnswered] = useState(false);
  const solved = useSolved(step);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever reads with a screen reader or by keyboard goes on at the top of the new step.
  useEffect(() => {
    const from = document.activeElement;
    if (from === document.body || from?.closest('#dock')) heading.current?.focus();
    heading.current?.closest('#dock')?.scrollTo({ top: 0 });
  }, []);
  const asks = step.task !== undefined || step.question !== undefined;
  const isDone = asks && (!step.task || solved) && (!step.question || isAnswered);
  useEffect(() => {
    if (isDone) change((before) => withDone(before, lesson.id, step.id));
  }, [isDone, change, lesson.id, step.id]);
  return (
    <article className="lesson-step">
      <h3 ref={heading} tabIndex={-1}>
        {step.title[locale]}
      </h3>
      {isCaughtUp && <p className="note">{t('learning.lesson.caught-up')}</p>}
      <div className="lesson-text">
        <Words text={step.text[locale]} />
      </div>
      {step.playback && <PlayButton playback={step.playback} />}
      {step.demonstration && <DemonstrationPart frames={step.demonstration} />}
      {step.task && <TaskPart task={step.task} isSolved={solved} />}
      {step.question && (
        <QuestionPart
          question={step.question}
          title={t('learning.question')}
          isAsked={!step.task}
          onRight={() => setAnswered(true)}
        />
      )}
    </article>
  );
}

/** Whether the task of a step is solved in the model as it is; what is only shown or tried does not count. */
function useSolved({ task }: Step): boolean {
  const topology = useAppStore((state) => state.topology);
  const analysis = useAppStore(selectAll);
  const counts = useAppStore((state) => isShown(state) && !state.lesson?.demonstration);
  return task !== undefined && counts && goalHolds(task.goal, topology, analysis);
}

function PlayButton({ playback: { path, attack } }: { readonly playback: NonNullable<Step['playback']> }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const number = pathNumber(path);
  const isThere = useAppStore((state) =>
    selectAll(state).connections.some((one) => one.path === path && one.count > 0),
  );
  const start = () => {
    const { select, play } = app.getState();
    const found = selectAll(app.getState()).connections.find((one) => one.path === path && one.count > 0);
    if (!found) return;
    select({ type: 'connection', id: found.id, boxId: null });
    play({ attack, step: 0 });
  };
  return (
    <p>
      <button type="button" disabled={!isThere} onClick={start}>
        ▶ {t('learning.lesson.play.path', { number })}
      </button>
    </p>
  );
}
