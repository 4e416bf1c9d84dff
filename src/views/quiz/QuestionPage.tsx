import { useEffect, useRef, useState } from 'react';
import { claims } from '../../catalog/claims.ts';
import { analysisOf } from '../../quiz/analysisOf.ts';
import { type Answer, type Judgment, judge } from '../../quiz/judge.ts';
import { isAboutFew } from '../../quiz/pathsQuestion.ts';
import { isMarkQuestion, noneOfThem, type QuizQuestion } from '../../quiz/question.ts';
import { questionText, subjectLines } from '../../quiz/questionWords.ts';
import type { QuizSetup } from '../../quiz/quizSession.ts';
import type { Exercise, Marking } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { ChoiceList } from './ChoiceList.tsx';
import { Feedback } from './Feedback.tsx';
import { KnownList } from './KnownList.tsx';
import { OrderList } from './OrderList.tsx';

type Props = {
  readonly question: QuizQuestion;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly setup: QuizSetup;
  /** Null while it is open. */
  readonly judgment: Judgment | null;
  readonly onJudged: (judgment: Judgment) => void;
  readonly onNext: () => void;
};

const noMarks: readonly string[] = [];

/** One question: what is asked, the answer, and once it is checked, why. */
export function QuestionPage({ question, number, count, setup, judgment, onJudged, onNext }: Props) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const locale = useAppStore((state) => state.locale);
  const showExercise = useAppStore((state) => state.showExercise);
  const setMarking = useAppStore((state) => state.setMarking);
  const marks = useAppStore((state) => state.marking?.chosen ?? noMarks);
  const heading = useRef<HTMLHeadingElement>(null);
  const [choice, setChoice] = useState<Answer>(question.kind === 'order' ? question.shown : []);
  const isMarking = isMarkQuestion(question);
  const isOpen = judgment === null;

  useEffect(() => showExercise(exerciseOf(question, isOpen)), [showExercise, question, isOpen]);
  useEffect(() => setMarking(isMarking ? { chosen: [], verdicts: null } : null), [setMarking, isMarking]);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (!isMarkQuestion(question) || !isOpen) return;
    // What was rendered may still be the marks of the question before.
    const present = app.getState().marking?.chosen ?? [];
    // What does not count cannot be marked.
    const counting = present.filter((id) => question.candidates.includes(id));
    if (counting.length < present.length) setMarking({ chosen: counting, verdicts: null });
    else if (marks.length > 0 && counting.length > 0) setChoice([]);
  }, [question, isOpen, marks, setMarking, app]);

  const answer = isMarking ? (marks.length > 0 ? marks : choice) : choice;
  const change = (chosen: Answer) => {
    if (!isMarking) return setChoice(chosen);
    // “None of them” and marks exclude each other; what was chosen last counts.
    const isNone = chosen.includes(noneOfThem) && !answer.includes(noneOfThem);
    setChoice(isNone ? [noneOfThem] : []);
    setMarking({ chosen: isNone ? [] : chosen.filter((id) => id !== noneOfThem), verdicts: null });
  };
  const check = () => {
    const judged = judge(question, answer);
    if (isMarking) setMarking({ chosen: marks, verdicts: verdictsOf(judged) });
    onJudged(judged);
  };
  const goOn = (clicks: number) => {
    // The second click of a double click would skip the feedback.
    if (clicks > 1) return;
    if (isOpen) check();
    else onNext();
  };
  const subject = subjectLines(question, t);
  return (
    <section className="quiz-question" aria-labelledby="quiz-asked">
      <p className="quiz-where">
        <progress value={number - (isOpen ? 1 : 0)} max={count} aria-hidden="true" />
        <span>
          {t('quiz.progress', { number, count })} · {t('quiz.series', { seed: setup.seed, level: setup.level })}
        </span>
      </p>
      <div className="quiz-body">
        <h2 id="quiz-asked" ref={heading} tabIndex={-1}>
          {questionText(question, t, locale)}
        </h2>
        {subject.length > 0 && <Subject question={question} lines={subject} />}
        {isOpen ? (
          <>
            <KnownList question={question} />
            {question.kind === 'order' ? (
              <OrderList question={question} order={answer} onChange={change} />
            ) : (
              <ChoiceList question={question} chosen={answer} onChange={change} />
            )}
          </>
        ) : (
          <Feedback question={question} judgment={judgment} scored={setup.scored} />
        )}
      </div>
      <div className="quiz-foot">
        <button type="button" className="primary" onClick={(event) => goOn(event.detail)}>
          {t(isOpen ? 'quiz.check' : number < count ? 'quiz.next' : 'quiz.finish')}
        </button>
      </div>
    </section>
  );
}

function Subject({ question, lines }: { readonly question: QuizQuestion; readonly lines: readonly string[] }) {
  if (question.kind === 'claims') return <blockquote>{lines[0]}</blockquote>;
  if (question.kind === 'paths') return <p className="hint">{lines[0]}</p>;
  return (
    <ul className="quiz-subject">
      {lines.map((line) => (
        <li key={line}>{question.kind === 'predict' ? <code>{line}</code> : line}</li>
      ))}
    </ul>
  );
}

/** What the picture shows: nothing that tells the answer while it is open, all of it afterwards. */
function exerciseOf(question: QuizQuestion, isOpen: boolean): Exercise {
  const { topology, layer } = question;
  const highlighted = highlightedBy(question);
  if (isOpen)
    return {
      topology,
      before: null,
      layer,
      highlighted,
      hiddenAnswers: question.kind === 'paths' ? 'verdicts' : 'details',
    };
  if (question.kind === 'predict')
    return { topology: question.after, before: topology, layer, highlighted, hiddenAnswers: null };
  return { topology, before: null, layer, highlighted, hiddenAnswers: null };
}

function highlightedBy(question: QuizQuestion): readonly string[] {
  switch (question.kind) {
    case 'paths':
    case 'predict':
      return isAboutFew(question) ? question.candidates : [];
    case 'fix':
      return question.targets;
    case 'order':
      return question.connection === null ? [] : [question.connection];
    case 'claims': {
      const about = claims.find(({ id }) => id === question.claim)?.paths ?? [];
      return analysisOf(question.topology)
        .connections.filter(({ path, count }) => count > 0 && about.includes(path))
        .map(({ id }) => id);
    }
    case 'catalog':
      return [];
  }
}

function verdictsOf({ items }: Judgment): Marking['verdicts'] {
  return Object.fromEntries(
    items.flatMap(({ id, verdict }) =>
      verdict === 'right' || verdict === 'wrong' || verdict === 'missed' ? [[id, verdict]] : [],
    ),
  );
}
