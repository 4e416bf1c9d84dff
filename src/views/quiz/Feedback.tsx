import { useEffect, useRef } from 'react';
import { type ItemVerdict, type Judgment, mostPoints, pointsOf, rightOf } from '../../quiz/judge.ts';
import { isMarkQuestion, noneOfThem, type QuizQuestion } from '../../quiz/question.ts';
import { choiceWords, evidenceFor, explanation } from '../../quiz/questionWords.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Item } from './OrderList.tsx';

type Props = { readonly question: QuizQuestion; readonly judgment: Judgment; readonly scored: boolean };

const signs: Readonly<Record<ItemVerdict, string>> = {
  right: '✓',
  wrong: '✗',
  missed: '!',
  left: '✓',
  undetermined: '?',
};

/** How an answer was, thing by thing, and why. */
export function Feedback({ question, judgment, scored }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const verdict = useRef<HTMLHeadingElement>(null);
  useEffect(() => verdict.current?.focus(), []);
  const count = (wanted: ItemVerdict) => judgment.items.filter((one) => one.verdict === wanted).length;
  const params = { right: count('right'), wrong: count('wrong'), missed: count('missed') };
  const why = explanation(question, t, locale);
  return (
    <div className="quiz-feedback">
      <h3 ref={verdict} tabIndex={-1} className={judgment.isExact ? 'exact' : 'partly'}>
        <span aria-hidden="true">{judgment.isExact ? '✓' : '✗'}</span>{' '}
        {t(judgment.isExact ? 'quiz.exact' : 'quiz.partly')}
      </h3>
      <p>
        {scored
          ? t('quiz.score', { ...params, points: pointsOf(judgment), of: mostPoints })
          : t('quiz.score.exercise', params)}
      </p>
      {why && <p className="quiz-why">{why}</p>}
      {question.kind === 'predict' && <p className="hint">{t('quiz.after')}</p>}
      {question.kind === 'paths' && <p className="hint">{t('quiz.open-picture')}</p>}
      {question.kind === 'order' ? (
        <RightOrder question={question} judgment={judgment} />
      ) : (
        <Items question={question} judgment={judgment} />
      )}
    </div>
  );
}

function RightOrder({
  question,
  judgment,
}: {
  readonly question: Extract<QuizQuestion, { kind: 'order' }>;
  readonly judgment: Judgment;
}) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  return (
    <>
      <h3>{t('quiz.feedback.order')}</h3>
      <ol className="quiz-order">
        {rightOf(question).map((id, place) => {
          const given = judgment.items[place];
          const verdict = given?.id === id ? 'right' : 'wrong';
          return (
            <li key={id}>
              <span className="number">{place + 1}</span>
              <span className="item">
                <Item question={question} id={id} text={choiceWords(question, id, t, locale)} />
              </span>
              <Verdict verdict={verdict} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Items({ question, judgment }: { readonly question: QuizQuestion; readonly judgment: Judgment }) {
  const t = useAppStore(selectTranslate);
  // What had to be thought about comes first.
  const told = (['wrong', 'missed', 'right', 'undetermined'] as const).flatMap((wanted) =>
    judgment.items.filter(({ verdict }) => verdict === wanted),
  );
  const left = judgment.items.filter(({ id, verdict }) => verdict === 'left' && id !== noneOfThem);
  const isMarking = isMarkQuestion(question);
  return (
    <>
      <h3>{t(isMarking ? 'quiz.feedback' : 'quiz.feedback.choices')}</h3>
      <ul className="quiz-items">
        {told.map(({ id, verdict }) => (
          <Told key={id} question={question} id={id} verdict={verdict} />
        ))}
      </ul>
      {left.length > 0 && (
        <details>
          <summary>{t('quiz.feedback.left', { count: left.length })}</summary>
          <ul className="quiz-items">
            {left.map(({ id, verdict }) => (
              <Told key={id} question={question} id={id} verdict={verdict} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Told({
  question,
  id,
  verdict,
}: {
  readonly question: QuizQuestion;
  readonly id: string;
  readonly verdict: ItemVerdict;
}) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const select = useAppStore((state) => state.select);
  const hover = useAppStore((state) => state.hover);
  const isThere = useAppStore((state) => selectAll(state).connections.some((one) => one.id === id && one.count > 0));
  const name = choiceWords(question, id, t, locale);
  const { words, settings } = evidenceFor(question, id, t);
  return (
    <li className={verdict}>
      <p className="name">
        {isThere ? (
          <button
            type="button"
            className="path-name"
            title={t('quiz.feedback.look')}
            onMouseEnter={() => hover(id)}
            onMouseLeave={() => hover(null)}
            onFocus={() => hover(id)}
            onBlur={() => hover(null)}
            onClick={() => {
              hover(null);
              select({ type: 'connection', id, boxId: null });
            }}
          >
            {name}
          </button>
        ) : (
          <b>{name}</b>
        )}
        <Verdict verdict={verdict} />
      </p>
      {words && <p>{words}</p>}
      {settings.length > 0 && (
        <details>
          <summary>{t('quiz.feedback.settings')}</summary>
          <ul>
            {settings.map((line) => (
              <li key={line}>
                <code>{line}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Verdict({ verdict }: { readonly verdict: ItemVerdict }) {
  const t = useAppStore(selectTranslate);
  return (
    <span className={`verdict-mark ${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {t(`quiz.verdict.${verdict}`)}
    </span>
  );
}
