import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { goalHolds, goalShare } from '../../lessons/goal.ts';
import type { Goal, Task } from '../../lessons/lesson.ts';
import { isShown, resetStep, solveStep } from '../../state/learning.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { goalWords } from './goalWords.ts';

/** What is to be reached, whether it is, and help that says a little more each time. */
export function TaskPart({ task, isSolved }: { readonly task: Task; readonly isSolved: boolean }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const answersHidden = useAppStore((state) => state.lessonOptions.answersHidden);
  const shown = useAppStore(isShown);
  const app = useStoreApi();
  const [help, setHelp] = useState(0);
  const [isMade, setMade] = useState(false);
  const past = useStore(app.temporal, (state) => state.pastStates.length);
  const helps = ['learning.task.hint', 'learning.task.second-hint', 'learning.task.solution'] as const;
  const texts = [task.hint, task.secondHint, task.explanation];
  const next = answersHidden && help === 2 ? undefined : helps[help];
  return (
    <section className="lesson-task" aria-label={t('learning.task')}>
      <h4>{t('learning.task')}</h4>
      <TaskState task={task} isSolved={isSolved} answersHidden={help < 2} />
      {helps.slice(0, help).map((name, index) => (
        <div key={name} className="lesson-help">
          <b>{t(name)}</b>
          <Words text={texts[index]?.[locale] ?? ''} />
          {index === 2 && (
            <>
              <button
                type="button"
                disabled={!shown || isSolved}
                onClick={() => {
                  solveStep(app);
                  setMade(true);
                }}
              >
                {t('learning.task.solution.make')}
              </button>
              <p role="status">{isMade && isSolved && t('learning.task.solution.made')}</p>
            </>
          )}
        </div>
      ))}
      <div className="buttons">
        {next && (
          <button type="button" onClick={() => setHelp(help + 1)}>
            {t(next)}
          </button>
        )}
        <button type="button" disabled={!shown || past === 0} onClick={() => app.temporal.getState().undo()}>
          {t('learning.task.undo')}
        </button>
        <button type="button" disabled={!shown} onClick={() => resetStep(app)}>
          {t('learning.task.reset')}
        </button>
      </div>
    </section>
  );
}

/** Whether the model is as it is asked for, and each condition with its state; settings by name once the hints name them. */
function TaskState({
  task: { goal },
  isSolved,
  answersHidden,
}: {
  readonly task: Task;
  readonly isSolved: boolean;
  readonly answersHidden: boolean;
}) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const analysis = useAppStore(selectAll);
  const shown = useAppStore(isShown);
  const parts: readonly Goal[] = goal.type === 'all' ? goal.of : [goal];
  const holds = (one: Goal) => shown && goalHolds(one, topology, analysis);
  const done = parts.filter(holds).length;
  const open = parts.length > 1 ? t('learning.task.parts', { done, of: parts.length }) : t('learning.task.open');
  const state = useRef<HTMLParagraphElement>(null);
  const wasSolved = useRef(isSolved);
  // Whoever has changed the model further down is to see that it was enough.
  useEffect(() => {
    if (isSolved && !wasSolved.current) state.current?.scrollIntoView({ block: 'nearest' });
    wasSolved.current = isSolved;
  }, [isSolved]);
  return (
    <>
      <p ref={state} role="status" className={isSolved ? 'task-state done' : 'task-state'} data-testid="task-state">
        <span aria-hidden="true">{isSolved ? '✓' : '○'}</span> {isSolved ? t('learning.task.done') : open}
      </p>
      <ul className="conditions" aria-label={t('learning.task.conditions')}>
        {parts.map((one) => {
          const share = shown ? goalShare(one, topology, analysis) : null;
          const isMet = holds(one);
          return (
            <li key={goalWords(one, t)} className={isMet ? 'met' : undefined}>
              <span aria-hidden="true">{isMet ? '✓' : '○'}</span>
              <span>
                <span className="visually-hidden">{t(isMet ? 'learning.task.met' : 'learning.task.unmet')} </span>
                {goalWords(one, t, answersHidden)}
                {share && <small> ({t('learning.task.share', share)})</small>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
