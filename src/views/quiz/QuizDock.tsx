import { useCallback, useEffect, useRef, useState } from 'react';
import { questionStream } from '../../quiz/generateQuestion.ts';
import type { Judgment } from '../../quiz/judge.ts';
import type { QuizQuestion } from '../../quiz/question.ts';
import { type QuestionResult, type QuizSetup, resultOf, resultOfSeries } from '../../quiz/quizSession.ts';
import { isExercise } from '../../state/exercise.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { QuestionPage } from './QuestionPage.tsx';
import { QuizEnd } from './QuizEnd.tsx';
import { QuizStart } from './QuizStart.tsx';
import { keepResult } from './quizResults.ts';
import { useLinkedSetup, writeSetup } from './setupInAddress.ts';
import './quiz.css';

/** A series that is being answered. */
type Run = {
  readonly setup: QuizSetup;
  /** Questions that were wrong and are asked again are a series of their own, of which nothing is kept. */
  readonly isRepeat: boolean;
  readonly count: number;
  /** The questions so far. */
  readonly questions: readonly QuizQuestion[];
  readonly judgments: readonly Judgment[];
};

/** The quiz beside the picture: start, questions one by one, result. The user’s own model is set aside meanwhile. */
export function QuizDock() {
  const t = useAppStore(selectTranslate);
  const setDock = useAppStore((state) => state.setDock);
  const endExercise = useAppStore((state) => state.endExercise);
  const linked = useLinkedSetup();
  const [run, setRun] = useState<Run | null>(null);
  const [ended, setEnded] = useState(false);
  const next = useRef<() => QuizQuestion | null>(() => null);
  useEffect(() => endExercise, [endExercise]);
  const close = useCallback(() => {
    writeSetup(null);
    setDock(null);
  }, [setDock]);
  const shown = useAppStore(isExercise);
  const wasShown = useRef(false);
  useEffect(() => {
    // Somebody has opened another model: there is nothing left to ask about.
    if (wasShown.current && !shown && isAsking(run)) close();
    wasShown.current = shown;
  }, [shown, run, close]);

  const begin = (setup: QuizSetup, again: readonly QuizQuestion[] | null) => {
    const stream = again ? fromList(again) : questionStream(setup);
    next.current = stream;
    const first = stream();
    if (!again) writeSetup(setup);
    if (first)
      setRun({
        setup,
        isRepeat: again !== null,
        count: again?.length ?? setup.count,
        questions: [first],
        judgments: [],
      });
  };
  const onJudged = (judgment: Judgment) => {
    if (!run) return;
    const judgments = [...run.judgments, judgment];
    setRun({ ...run, judgments });
    if (judgments.length === run.count && run.setup.scored && !run.isRepeat)
      keepResult(resultOfSeries(run.setup, resultsOf(run.questions, judgments), new Date().toISOString()));
  };
  const onNext = () => {
    if (!run) return;
    const question = run.questions.length < run.count ? next.current() : null;
    if (!question) endExercise();
    setRun({
      ...run,
      questions: question ? [...run.questions, question] : run.questions,
      count: question ? run.count : run.questions.length,
    });
    setEnded(!question);
  };
  const question = run?.questions.at(-1);
  const startAgain = () => {
    setEnded(false);
    setRun(null);
  };
  return (
    <aside id="dock" className="sidebar dock quiz" aria-label={t('quiz.title')} tabIndex={-1}>
      <div className="quiz-head">
        <p className="eyebrow">{t('quiz.title')}</p>
        <button type="button" onClick={close}>
          {t('quiz.leave')}
        </button>
      </div>
      {!run && <QuizStart key={linked.number} setup={linked.setup} onStart={(setup) => begin(setup, null)} />}
      {run && question && !ended && (
        <QuestionPage
          key={run.questions.length}
          question={question}
          number={run.questions.length}
          count={run.count}
          setup={run.setup}
          judgment={run.judgments[run.questions.length - 1] ?? null}
          onJudged={onJudged}
          onNext={onNext}
        />
      )}
      {run && ended && (
        <QuizEnd
          setup={run.setup}
          results={resultsOf(run.questions, run.judgments)}
          onRepeat={(numbers) => {
            setEnded(false);
            begin(
              run.setup,
              run.questions.filter((_unused, index) => numbers.includes(index + 1)),
            );
          }}
          onAgain={startAgain}
        />
      )}
    </aside>
  );
}

function isAsking(run: Run | null): boolean {
  return run !== null && run.judgments.length < run.count;
}

function fromList(questions: readonly QuizQuestion[]): () => QuizQuestion | null {
  const left = [...questions];
  return () => left.shift() ?? null;
}

function resultsOf(questions: readonly QuizQuestion[], judgments: readonly Judgment[]): readonly QuestionResult[] {
  return questions.flatMap((question, index) => {
    const judgment = judgments[index];
    return judgment ? [resultOf(index + 1, question, judgment)] : [];
  });
}
