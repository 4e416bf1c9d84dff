import { useId, useState } from 'react';
import { paragraphsOf } from '../../glossary/paragraphs.ts';
import type { Question } from '../../lessons/lesson.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Paragraphs } from '../glossary/Paragraphs.tsx';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Judgment } from './Judgment.tsx';

type Props = { readonly question: Extract<Question, { type: 'choice' }>; readonly onRight: () => void };

/** Answers to choose from; each that was chosen says why it is right or not. */
export function ChoiceAnswer({ question: { options }, onRight }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const name = useId();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isChecked, setChecked] = useState(false);
  const isSeveral = options.filter(({ right }) => right).length > 1;
  const isRight = options.every(({ right }, index) => right === chosen.includes(index));
  const choose = (index: number) => {
    setChecked(false);
    if (!isSeveral) setChosen([index]);
    else setChosen(chosen.includes(index) ? chosen.filter((one) => one !== index) : [...chosen, index]);
  };
  const check = () => {
    setChecked(true);
    if (isRight) onRight();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <p className="muted" id={`${name}-how`}>
        {t(isSeveral ? 'learning.question.several' : 'learning.question.one')}
      </p>
      <ul className="options" aria-describedby={`${name}-how`}>
        {options.map(({ text, right, why }, index) => {
          const isChosen = chosen.includes(index);
          // Once all is right, the wrong ones may tell too.
          const tells = isChecked && (isChosen || isRight);
          return (
            <li key={text.en}>
              <label className="option">
                <input
                  type={isSeveral ? 'checkbox' : 'radio'}
                  name={name}
                  checked={isChosen}
                  onChange={() => choose(index)}
                />
                <span>
                  {/* No terms of the glossary: what is pressed here is an answer. */}
                  <Paragraphs paragraphs={paragraphsOf(text[locale])} />
                </span>
              </label>
              {tells && (
                <div className={right ? 'why right' : 'why wrong'}>
                  <span aria-hidden="true">{right ? '✓' : '✗'}</span>
                  <div>
                    <Words text={why[locale]} />
                  </div>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        <button type="submit" disabled={chosen.length === 0 || (isChecked && isRight)}>
          {t('learning.question.check')}
        </button>
      </div>
      <Judgment isRight={isChecked ? isRight : null} />
    </form>
  );
}
