import { type FormEvent, useId, useState } from 'react';
import { type Level, levels, type QuestionKind, questionKinds } from '../../quiz/question.ts';
import { freshSeed, mostQuestions, type QuizSetup, seedIn } from '../../quiz/quizSession.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { keptResults, saveResults } from './quizResults.ts';

type Props = { readonly setup: QuizSetup; readonly onStart: (setup: QuizSetup) => void };

/** What decides the questions: seed, level, kinds and number. */
export function QuizStart({ setup, onStart }: Props) {
  const t = useAppStore(selectTranslate);
  const [seed, setSeed] = useState(String(setup.seed));
  const [level, setLevel] = useState<Level>(setup.level);
  const [kinds, setKinds] = useState<readonly QuestionKind[]>(setup.kinds);
  const [count, setCount] = useState(setup.count);
  const [scored, setScored] = useState(setup.scored);
  const ids = useId();
  const number = seedIn(seed);
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (number === null || kinds.length === 0) return;
    onStart({ seed: number, level, kinds: questionKinds.filter((kind) => kinds.includes(kind)), count, scored });
  };
  return (
    <form className="quiz-start" onSubmit={start}>
      <p>{t('quiz.lead')}</p>
      <label className="row">
        <span>{t('quiz.seed')}</span>
        <span className="quiz-seed">
          <input
            type="text"
            inputMode="numeric"
            value={seed}
            aria-invalid={number === null}
            aria-describedby={`${ids}-seed`}
            onChange={(event) => setSeed(event.target.value)}
          />
          <button type="button" onClick={() => setSeed(String(freshSeed()))}>
            {t('quiz.seed.new')}
          </button>
        </span>
      </label>
      <p id={`${ids}-seed`} className={number === null ? 'hint refused' : 'hint'}>
        {t(number === null ? 'quiz.seed.wrong' : 'quiz.seed.hint')}
      </p>
      <label className="row">
        <span>{t('quiz.level')}</span>
        <select
          value={level}
          onChange={(event) => setLevel(levels.find((one) => String(one) === event.target.value) ?? 1)}
        >
          {levels.map((one) => (
            <option key={one} value={one}>
              {t(`quiz.level.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="quiz-kinds">
        <legend>{t('quiz.kinds')}</legend>
        {questionKinds.map((kind) => (
          <label key={kind} className="tick">
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              onChange={(event) =>
                setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
              }
            />
            <span>{t(`quiz.kind.${kind}`)}</span>
          </label>
        ))}
        {kinds.length === 0 && (
          <p className="hint refused" role="alert">
            {t('quiz.kinds.wrong')}
          </p>
        )}
      </fieldset>
      <label className="row">
        <span>{t('quiz.count')}</span>
        <input
          type="number"
          min={1}
          max={mostQuestions}
          value={count}
          onChange={(event) => setCount(Math.min(mostQuestions, Math.max(1, Math.floor(Number(event.target.value)))))}
        />
      </label>
      <label className="tick">
        <input type="checkbox" checked={scored} onChange={(event) => setScored(event.target.checked)} />
        <span>
          {t('quiz.scored')}
          <small>{t('quiz.scored.hint')}</small>
        </span>
      </label>
      <button type="submit" className="primary" disabled={number === null || kinds.length === 0}>
        {t('quiz.start')}
      </button>
      <Earlier />
    </form>
  );
}

function Earlier() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [results] = useState(keptResults);
  if (results.length === 0) return null;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <details className="quiz-earlier">
      <summary>{t('quiz.earlier')}</summary>
      <ul>
        {results.map((result) => (
          <li key={result.date}>
            {t('quiz.earlier.line', {
              date: date.format(new Date(result.date)),
              points: result.points,
              of: result.of,
              seed: result.seed,
              level: result.level,
            })}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => saveResults(results)}>
        {t('quiz.export')}
      </button>
    </details>
  );
}
