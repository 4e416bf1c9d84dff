import type { Locale } from '../../i18n/texts.ts';
import type { Option, Question } from '../../lessons/lesson.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { LocalizedField } from './LocalizedField.tsx';

type Props = {
  readonly question: Question;
  readonly languages: readonly Locale[];
  readonly change: (question: Question) => void;
};

/** The text of a question, and its answers where they are not asked of the analysis. */
export function QuestionEditor({ question, languages, change }: Props) {
  const t = useAppStore(selectTranslate);
  return (
    <div className="editor-question">
      <LocalizedField
        label={t('learning.editor.text')}
        value={question.text}
        languages={languages}
        rows={2}
        change={(text) => change({ ...question, text })}
      />
      {question.type === 'choice' ? (
        <Options
          options={question.options}
          languages={languages}
          change={(options) => change({ ...question, options })}
        />
      ) : (
        <LocalizedField
          label={t('learning.editor.option.why')}
          value={question.why}
          languages={languages}
          rows={2}
          change={(why) => change({ ...question, why })}
        />
      )}
    </div>
  );
}

function Options({
  options,
  languages,
  change,
}: {
  readonly options: readonly Option[];
  readonly languages: readonly Locale[];
  readonly change: (options: readonly Option[]) => void;
}) {
  const t = useAppStore(selectTranslate);
  return (
    <>
      {options.map((option, index) => {
        const key = `option-${index}`;
        const name = t('learning.editor.option', { number: index + 1 });
        const set = (part: Partial<Option>) =>
          change(options.map((one, at) => (at === index ? { ...one, ...part } : one)));
        return (
          <fieldset key={key} className="editor-option">
            <legend>{name}</legend>
            <label>
              <input
                type="checkbox"
                checked={option.right}
                onChange={(event) => set({ right: event.target.checked })}
              />{' '}
              {t('learning.editor.option.right')}
            </label>
            <LocalizedField label={name} value={option.text} languages={languages} change={(text) => set({ text })} />
            <LocalizedField
              label={t('learning.editor.option.why')}
              value={option.why}
              languages={languages}
              change={(why) => set({ why })}
            />
            <button
              type="button"
              aria-label={`${t('learning.editor.remove')}: ${name}`}
              disabled={options.length <= 2}
              onClick={() => change(options.filter((one) => one !== option))}
            >
              {t('learning.editor.remove')}
            </button>
          </fieldset>
        );
      })}
      <button
        type="button"
        onClick={() => change([...options, { text: { en: '', de: '' }, right: false, why: { en: '', de: '' } }])}
      >
        {t('learning.editor.option.add')}
      </button>
    </>
  );
}
