import { useId } from 'react';
import type { Locale } from '../../i18n/texts.ts';
import type { Localized } from '../../lessons/lesson.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

type Props = {
  readonly label: string;
  readonly value: Localized;
  readonly languages: readonly Locale[];
  readonly change: (value: Localized) => void;
  /** Rows of a text of several lines; absent for a line. */
  readonly rows?: number;
  readonly hint?: string;
};

/** A text in each language that a lesson shall have. */
export function LocalizedField({ label, value, languages, change, rows, hint }: Props) {
  const t = useAppStore(selectTranslate);
  const id = useId();
  return (
    <div className="localized">
      {languages.map((language) => {
        const name = languages.length > 1 ? `${label} (${t(`learning.editor.language.${language}`)})` : label;
        const shared = {
          lang: language,
          value: value[language],
          'aria-describedby': hint ? `${id}-hint` : undefined,
          onChange: (event: { readonly target: { readonly value: string } }) =>
            change({ ...value, [language]: event.target.value }),
        };
        return (
          <label key={language} className="editor-field">
            <span>{name}</span>
            {rows ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />}
          </label>
        );
      })}
      {hint && (
        <p id={`${id}-hint`} className="muted">
          {hint}
        </p>
      )}
    </div>
  );
}
