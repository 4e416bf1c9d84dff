import { useEffect, useRef } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import type { Completion } from '../../query/completions.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { describe } from './completionWords.ts';

/** What may stand at the cursor, with what it means. The focus stays in the field. */
export function QueryList({
  id,
  optionId,
  options,
  active,
  accept,
}: {
  readonly id: string;
  readonly optionId: (index: number) => string;
  readonly options: readonly Completion[];
  readonly active: number;
  readonly accept: (option: Completion) => void;
}) {
  const t = useAppStore(selectTranslate);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div className="query-popup" onMouseDown={(event) => event.preventDefault()}>
      <div ref={list} id={id} role="listbox" aria-label={t('query.completions')} className="query-list">
        {options.map((option, index) => (
          <Option
            key={`${option.kind} ${option.insert}`}
            id={optionId(index)}
            option={option}
            isActive={index === active}
            accept={accept}
            t={t}
          />
        ))}
      </div>
      <p className="query-syntax">{t('query.syntax')}</p>
    </div>
  );
}

function Option({
  id,
  option,
  isActive,
  accept,
  t,
}: {
  readonly id: string;
  readonly option: Completion;
  readonly isActive: boolean;
  readonly accept: (option: Completion) => void;
  readonly t: Translate;
}) {
  const words = describe(option, t);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    <div id={id} role="option" aria-selected={isActive} className="query-option" onClick={() => accept(option)}>
      <b>{option.insert}</b>
      {words !== null && <small>{words}</small>}
    </div>
  );
}
