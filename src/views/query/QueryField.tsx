import { X } from 'lucide-react';
import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { whenIdle } from '../../browser/idle.ts';
import { loadPart } from '../../browser/loadPart.ts';
import { loadArea } from '../../i18n/translate.ts';
import type { Completion } from '../../query/completions.ts';
import { noFilter, queryOf } from '../../state/pathFilter.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './query.css';

/** What a reader needs only once he has begun to type. */
const loadAssist = async () => {
  const [{ completions }, { QueryList }, { QueryProblems }] = await Promise.all([
    loadPart(() => import('../../query/completions.ts')),
    loadPart(() => import('./QueryList.tsx')),
    loadPart(() => import('./QueryProblems.tsx')),
    loadArea('query'),
    loadArea('attacker'),
  ]);
  return { completions, QueryList, QueryProblems };
};
type Assist = Awaited<ReturnType<typeof loadAssist>>;

/** One field for words and terms: a combobox as the ARIA Authoring Practices describe it, with a list to choose from. */
export function QueryField() {
  const t = useAppStore(selectTranslate);
  const input = useRef<HTMLInputElement>(null);
  const isTyping = useFocusWithDelay(input);
  const assist = useAssist();
  const listId = useId();
  useViewCommand(input);
  const { filter, cursor, options, active, accept, handlers, empty } = useCombobox(input, assist);
  const hasList = options.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;
  return (
    <div className="query">
      <div className="query-field">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={t('filter.search')}
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-activedescendant={hasList && active >= 0 ? optionId(active) : undefined}
          aria-describedby={`${listId}-help`}
          placeholder={t('filter.search')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={filter}
          {...handlers}
        />
        {filter !== noFilter && (
          <button type="button" className="icon query-clear" aria-label={t('filter.empty')} onClick={empty}>
            <X size={16} aria-hidden="true" />
          </button>
        )}
        {assist && hasList && (
          <assist.QueryList id={listId} optionId={optionId} options={options} active={active} accept={accept} />
        )}
      </div>
      <div id={`${listId}-help`} className="query-help">
        {assist && <assist.QueryProblems problems={queryOf(filter).problems} cursor={isTyping ? cursor : null} />}
      </div>
    </div>
  );
}

/** What is typed, what is offered for it, and what keys and clicks do to both. */
function useCombobox(input: RefObject<HTMLInputElement | null>, assist: Assist | null) {
  const filter = useAppStore((state) => state.filter);
  const setFilter = useAppStore((state) => state.setFilter);
  const { connections } = useAppStore(selectAll);
  const topology = useAppStore((state) => state.topology);
  const [cursor, setCursor] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const caret = useCaret(input, filter);
  const options = useMemo(
    () => (isOpen && assist ? assist.completions(filter, cursor, { topology, connections }) : []),
    [isOpen, assist, filter, cursor, topology, connections],
  );
  const hasList = options.length > 0;
  const show = (open: boolean) => {
    setOpen(open);
    setActive(-1);
  };
  const type = (text: string, at: number) => {
    setFilter(text);
    setCursor(at);
  };
  const accept = ({ insert, start, end, kind }: Completion) => {
    const isLast = end === filter.length && kind !== 'field';
    const text = `${filter.slice(0, start)}${insert}${isLast ? ' ' : filter.slice(end)}`;
    const at = start + insert.length + (isLast ? 1 : 0);
    caret.current = at;
    type(text, at);
    // Behind a field its values are wanted next.
    show(kind === 'field');
    input.current?.focus();
  };
  const move = (step: 1 | -1) => {
    setOpen(true);
    const from = step === 1 ? active : active === -1 ? 0 : active;
    if (hasList) setActive((from + step + options.length) % options.length);
    else if (!isOpen) setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = hasList ? options[active] : undefined;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) accept(chosen);
    else if (event.key === 'Enter') show(false);
    else if (event.key === 'Escape' && hasList) show(false);
    else if (event.key === 'Escape' && filter !== noFilter) type(noFilter, 0);
    else return;
    event.preventDefault();
  };
  const handlers = {
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      const at = target.selectionStart ?? target.value.length;
      type(target.value, at);
      // Between two terms the list would only be in the way.
      show(/\S$/.test(target.value.slice(0, at)));
    },
    onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => setCursor(currentTarget.selectionStart ?? 0),
    onClick: () => filter === noFilter && show(true),
    onBlur: () => show(false),
    onKeyDown,
  };
  const empty = () => {
    type(noFilter, 0);
    input.current?.focus();
  };
  return { filter, cursor, options, active, accept, handlers, empty };
}

/** Loaded when nothing else is to be done, long before somebody has typed a word. */
function useAssist(): Assist | null {
  const [assist, setAssist] = useState<Assist | null>(null);
  useEffect(() => {
    let isThere = true;
    whenIdle(() => void loadAssist().then((loaded) => isThere && setAssist(loaded)));
    return () => {
      isThere = false;
    };
  }, []);
  return assist;
}

/** A key may ask for the field from anywhere. */
function useViewCommand(input: { readonly current: HTMLInputElement | null }): void {
  const viewCommand = useAppStore((state) => state.viewCommand);
  useEffect(() => {
    if (viewCommand.kind === 'search') input.current?.focus();
  }, [viewCommand, input]);
}

/** Where the caret goes once a text is there that nobody has typed. */
function useCaret(input: { readonly current: HTMLInputElement | null }, text: string): { current: number | null } {
  const caret = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is set after the text has changed
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text, input]);
  return caret;
}

/** Whether somebody is typing. It ends late, so that what then appears moves nothing away under a click. */
function useFocusWithDelay(input: { readonly current: HTMLInputElement | null }): boolean {
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    const element = input.current;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const enter = () => {
      clearTimeout(waiting);
      setFocused(true);
    };
    const leave = () => {
      waiting = setTimeout(() => setFocused(false), 300);
    };
    element?.addEventListener('focus', enter);
    element?.addEventListener('blur', leave);
    return () => {
      clearTimeout(waiting);
      element?.removeEventListener('focus', enter);
      element?.removeEventListener('blur', leave);
    };
  }, [input]);
  return isFocused;
}
