import { type Answer, choicesOf } from '../../quiz/judge.ts';
import { isAboutFew } from '../../quiz/pathsQuestion.ts';
import { isMarkQuestion, noneOfThem, type QuizQuestion } from '../../quiz/question.ts';
import { choiceWords } from '../../quiz/questionWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

type Props = {
  readonly question: QuizQuestion;
  readonly chosen: Answer;
  readonly onChange: (chosen: Answer) => void;
};

/** Everything that can be chosen, as boxes to tick; paths are the picture's equal for keyboard and screen reader. */
export function ChoiceList({ question, chosen, onChange }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const hover = useAppStore((state) => state.hover);
  const isMarking = isMarkQuestion(question);
  const ids = choicesOf(question);
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const light = (id: string | null) => isMarking && id !== noneOfThem && hover(id);
  return (
    <fieldset className="quiz-choices">
      <legend>{isMarking ? t('quiz.paths', { count: question.candidates.length }) : t('quiz.choose')}</legend>
      {isMarking && (
        <p className="hint">
          {t(question.kind === 'predict' ? 'quiz.mark.predict' : 'quiz.mark')}{' '}
          {isAboutFew(question) && t('quiz.mark.few')}
        </p>
      )}
      {ids.map((id) => (
        <label
          key={id}
          className={id === noneOfThem ? 'tick none' : 'tick'}
          onMouseEnter={() => light(id)}
          onMouseLeave={() => light(null)}
        >
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
            onFocus={() => light(id)}
            onBlur={() => light(null)}
          />
          <span>{choiceWords(question, id, t, locale)}</span>
        </label>
      ))}
      {isMarking && (
        <p className="hint" role="status">
          {t('quiz.marked', { count: chosen.filter((id) => id !== noneOfThem).length })}
        </p>
      )}
    </fieldset>
  );
}
