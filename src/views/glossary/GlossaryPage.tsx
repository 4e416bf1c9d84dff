import { useEffect, useMemo, useRef, useState } from 'react';
import type { Term } from '../../glossary/term.ts';
import { termOf, terms } from '../../glossary/terms.ts';
import { type Locale, locales } from '../../i18n/texts.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { Definition, OtherWord } from './TermWord.tsx';
import '../dialogs/dialogs.css';
import './glossary.css';

/** The term that the address asks for. */
const paramName = 'glossary';

/** Every term from A to Z, to be searched in both languages. */
export function GlossaryPage() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(termInAddress);
  const list = useRef<HTMLDListElement>(null);
  const sorted = useMemo(() => inOrder(locale), [locale]);
  const shown = sorted.filter((term) => fits(term, text));
  useEffect(() => leaveAddress, []);
  useEffect(() => {
    const follow = () => {
      // A search may have left out what the address asks for.
      setText('');
      setWanted(termInAddress());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (wanted !== null) list.current?.querySelector<HTMLElement>(`#term-${CSS.escape(wanted)}`)?.focus();
  }, [wanted]);
  const goTo = (id: string) => {
    setText('');
    setWanted(id);
    history.replaceState(null, '', addressOf(id));
  };
  return (
    <Modal label={t('glossary.title')} className="glossary">
      <h2>{t('glossary.title')}</h2>
      <p className="lead">{t('glossary.lead')}</p>
      <input
        type="search"
        className="glossary-search"
        aria-label={t('glossary.search')}
        placeholder={t('glossary.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="muted" role="status">
        {shown.length === 0 ? t('glossary.none') : t('glossary.count', { count: shown.length, all: terms.length })}
      </p>
      <dl ref={list} className="glossary-list">
        {shown.map((term) => (
          <Entry key={term.id} term={term} isWanted={term.id === wanted} goTo={goTo} />
        ))}
      </dl>
    </Modal>
  );
}

function Entry({
  term,
  isWanted,
  goTo,
}: {
  readonly term: Term;
  readonly isWanted: boolean;
  readonly goTo: (id: string) => void;
}) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const { id, words, definition, see = [], source } = term;
  const [word] = words[locale];
  return (
    <div className={isWanted ? 'wanted' : undefined}>
      <dt id={`term-${id}`} tabIndex={-1}>
        {word} <OtherWord term={term} locale={locale} />
        <a
          href={addressOf(id)}
          aria-label={t('glossary.link', { word })}
          onClick={(event) => {
            event.preventDefault();
            goTo(id);
          }}
        >
          #
        </a>
      </dt>
      <dd>
        <Definition text={definition[locale]} />
        {(see.length > 0 || source) && (
          <p className="muted">
            {see.length > 0 && (
              <>
                {t('glossary.see')}:{' '}
                {see.map((other) => (
                  <button key={other} type="button" onClick={() => goTo(other)}>
                    {termOf(other)?.words[locale][0]}
                  </button>
                ))}{' '}
              </>
            )}
            {source && <span>{t('glossary.source', { source })}</span>}
          </p>
        )}
      </dd>
    </div>
  );
}

function inOrder(locale: Locale): readonly Term[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...terms].sort((one, other) => compare(one.words[locale][0], other.words[locale][0]));
}

function fits({ words, definition }: Term, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return locales.some((locale) =>
    [...words[locale], definition[locale]].some((one) => one.toLowerCase().includes(wanted)),
  );
}

function termInAddress(): string | null {
  const id = new URLSearchParams(location.hash.slice(1)).get(paramName);
  return id && termOf(id) ? id : null;
}

function addressOf(id: string | null): string {
  const params = new URLSearchParams(location.hash.slice(1));
  if (id === null) params.delete(paramName);
  else params.set(paramName, id);
  const rest = params.toString();
  return rest ? `#${rest}` : location.pathname + location.search;
}

/** The glossary is closed: the address no longer asks for it. */
function leaveAddress(): void {
  if (new URLSearchParams(location.hash.slice(1)).has(paramName)) history.replaceState(null, '', addressOf(null));
}
