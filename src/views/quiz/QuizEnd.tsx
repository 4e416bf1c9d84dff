import { useEffect, useRef, useState } from 'react';
import { copyText } from '../../browser/clipboard.ts';
import { mostPoints } from '../../quiz/judge.ts';
import { type QuestionResult, type QuizSetup, resultOfSeries } from '../../quiz/quizSession.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { saveResults } from './quizResults.ts';
import { addressOf } from './setupInAddress.ts';

type Props = {
  readonly setup: QuizSetup;
  readonly results: readonly QuestionResult[];
  readonly onRepeat: (numbers: readonly number[]) => void;
  readonly onAgain: () => void;
};

/** How a series went, question by question, and how to go on. */
export function QuizEnd({ setup, results, onRepeat, onAgain }: Props) {
  const t = useAppStore(selectTranslate);
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const wrong = results.filter(({ exact }) => !exact).map(({ number }) => number);
  const points = results.reduce((sum, one) => sum + one.points, 0);
  const copy = async () => {
    await copyText(addressOf(setup));
    setCopied(true);
  };
  const save = () => saveResults([resultOfSeries(setup, results, new Date().toISOString())]);
  return (
    <section className="quiz-end">
      <h2 ref={heading} tabIndex={-1}>
        {t('quiz.result')}
      </h2>
      <p>
        {t(wrong.length === 0 ? 'quiz.result.all-right' : 'quiz.result.done')}{' '}
        {t('quiz.series', { seed: setup.seed, level: setup.level })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('quiz.result.question')}</th>
            <th scope="col">{t('quiz.result.kind')}</th>
            <th scope="col">{t('quiz.result.verdict')}</th>
            {setup.scored && <th scope="col">{t('quiz.result.points')}</th>}
          </tr>
        </thead>
        <tbody>
          {results.map((one) => (
            <tr key={one.number}>
              <th scope="row">{one.number}</th>
              <td>{t(`quiz.kind.${one.kind}`)}</td>
              <td>{t(one.exact ? 'quiz.result.exact' : 'quiz.result.partly')}</td>
              {setup.scored && <td>{one.points}</td>}
            </tr>
          ))}
        </tbody>
        {setup.scored && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('quiz.result.total')}
              </th>
              <td>{t('quiz.points', { points, of: results.length * mostPoints })}</td>
            </tr>
          </tfoot>
        )}
      </table>
      <div className="buttons">
        {wrong.length > 0 && (
          <button type="button" className="primary" onClick={() => onRepeat(wrong)}>
            {t('quiz.repeat', { count: wrong.length })}
          </button>
        )}
        <button type="button" onClick={onAgain}>
          {t('quiz.again')}
        </button>
        {setup.scored && (
          <button type="button" onClick={save}>
            {t('quiz.export')}
          </button>
        )}
        <button type="button" onClick={() => void copy()}>
          {t(copied ? 'quiz.link.copied' : 'quiz.link')}
        </button>
      </div>
    </section>
  );
}
