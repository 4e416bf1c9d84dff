import { useEffect, useRef, useState } from 'react';
import { goalHolds } from '../../lessons/goal.ts';
import type { Lesson, Step } from '../../lessons/lesson.ts';
import { withDone } from '../../lessons/progress.ts';
import { isShown } from '../../state/learning.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { DemonstrationPart } from './DemonstrationPart.tsx';
import { PlayButton } from './PlayButton.tsx';
import { QuestionPart } from './QuestionPart.tsx';
import { StatusLegend } from './StatusLegend.tsx';
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
      {step.legend && <StatusLegend />}
      {step.playback && <PlayButton playback={step.playback} />}
      {step.demonstration && <DemonstrationPart frames={step.demonstration} />}
      {step.task && <TaskPart task={step.task} isSolved={solved} />}
      {step.task && step.playback && solved && <PlayButton playback={step.playback} isAgain />}
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
