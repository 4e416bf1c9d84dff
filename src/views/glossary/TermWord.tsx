import { type CSSProperties, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { paragraphsOf } from '../../glossary/paragraphs.ts';
import type { Term } from '../../glossary/term.ts';
import { termOf } from '../../glossary/terms.ts';
import type { Locale } from '../../i18n/texts.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Long enough to cross the gap between word and explanation, and to pass over a word without opening it. */
const patience = 180;

/** A term in a text. What it means is there on hover, on focus and on a click, until Esc or until one leaves both. */
export function TermWord({ id, word }: { readonly id: string; readonly word: string }) {
  const term = termOf(id);
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const explanation = useId();
  const button = useRef<HTMLButtonElement>(null);
  const soon = (open: boolean) => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setOpen(open), patience);
  };
  const now = (open: boolean) => {
    clearTimeout(waiting.current);
    setOpen(open);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEscape(isOpen, () => now(false));
  if (!term) return word;
  const leave = () => document.activeElement !== button.current && soon(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="term"
        data-term={id}
        aria-describedby={isOpen ? explanation : undefined}
        onClick={() => now(true)}
        onFocus={() => now(true)}
        onBlur={() => now(false)}
        onPointerEnter={(event) => event.pointerType !== 'touch' && soon(true)}
        onPointerLeave={leave}
      >
        {word}
      </button>
      {isOpen && <Explanation id={explanation} term={term} at={button} onEnter={() => now(true)} onLeave={leave} />}
    </>
  );
}

/** In the top layer, so that neither a panel cuts it off nor a dialog covers it. */
function Explanation({
  id,
  term,
  at,
  onEnter,
  onLeave,
}: {
  readonly id: string;
  readonly term: Term;
  readonly at: { readonly current: HTMLElement | null };
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}) {
  const locale = useAppStore((state) => state.locale);
  const box = useRef<HTMLSpanElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if ('showPopover' in element) element.showPopover();
    const follow = () => setPlace(placeBeside(at.current, element));
    follow();
    addEventListener('scroll', follow, { capture: true, passive: true });
    addEventListener('resize', follow);
    return () => {
      removeEventListener('scroll', follow, { capture: true });
      removeEventListener('resize', follow);
    };
  }, [at]);
  return (
    <span
      ref={box}
      id={id}
      role="tooltip"
      popover="manual"
      className="explanation"
      style={place}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <b>{term.words[locale][0]}</b> <OtherWord term={term} locale={locale} />
      <span className="meaning">
        <Definition text={term.definition[locale]} />
      </span>
    </span>
  );
}

/** The word of the other language, where it is another one. */
export function OtherWord({ term, locale }: { readonly term: Term; readonly locale: Locale }) {
  const other = locale === 'en' ? 'de' : 'en';
  const word = term.words[other][0];
  return word.toLowerCase() === term.words[locale][0].toLowerCase() ? null : (
    <span className="other-word" lang={other}>
      {word}
    </span>
  );
}

/** A definition, with its code as code. */
export function Definition({ text }: { readonly text: string }) {
  return paragraphsOf(text)
    .flat()
    .map((part) => (part.type === 'code' ? <code key={part.text}>{part.text}</code> : part.text));
}

function placeBeside(word: HTMLElement | null, box: HTMLElement): CSSProperties {
  // A word that is broken over two lines has two rectangles; the first is where it begins.
  const around = word?.getClientRects()[0];
  if (!around) return { visibility: 'hidden' };
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(around.left, innerWidth - width - 8));
  const below = around.bottom + 4;
  const top = below + height + 8 <= innerHeight ? below : Math.max(8, around.top - height - 4);
  return { left, top };
}

/** Takes Esc before the dialog around or the page does. */
function useEscape(isOpen: boolean, close: () => void): void {
  const closing = useRef(close);
  closing.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      closing.current();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [isOpen]);
}
