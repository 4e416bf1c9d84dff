import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Question } from '../../lessons/lesson.ts';
import { shuffled } from '../../lessons/shuffled.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Judgment } from './Judgment.tsx';

type Props = { readonly question: Extract<Question, { type: 'order' }>; readonly onRight: () => void };

/** Items to be brought into their order, with buttons. */
export function OrderAnswer({ question: { items, why, text }, onRight }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [order, setOrder] = useState<readonly number[]>(() => shuffled(items.length, text.en));
  const [isChecked, setChecked] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly item: number; readonly by: 'up' | 'down' } | null>(null);
  // The focus goes with what is moved; at an end, to the button that still does something.
  useEffect(() => {
    if (!moved.current) return;
    const { item, by } = moved.current;
    moved.current = null;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(
      `[data-item="${item}"] button[data-by]:not(:disabled)`,
    );
    const wanted = [...(buttons ?? [])];
    (wanted.find((one) => one.dataset['by'] === by) ?? wanted[0])?.focus();
  });
  const right = order.filter((item, place) => item === place).length;
  const isRight = right === items.length;
  const move = (place: number, by: 'up' | 'down') => {
    const to = by === 'up' ? place - 1 : place + 1;
    const [item, other] = [order[place], order[to]];
    if (item === undefined || other === undefined) return;
    moved.current = { item, by };
    setChecked(false);
    setOrder(order.map((one, index) => (index === place ? other : index === to ? item : one)));
  };
  const check = () => {
    setChecked(true);
    if (isRight) onRight();
  };
  return (
    <>
      <p className="muted">{t('learning.question.order')}</p>
      <ol className="ordering" ref={list}>
        {order.map((item, place) => {
          const words = items[item]?.[locale] ?? '';
          return (
            <li key={item} data-item={item}>
              <div>
                <Words text={words} />
              </div>
              <span className="ordering-buttons">
                <button
                  type="button"
                  className="icon"
                  data-by="up"
                  aria-label={t('learning.question.up', { item: words.replaceAll('`', '') })}
                  disabled={place === 0 || (isChecked && isRight)}
                  onClick={() => move(place, 'up')}
                >
                  <ArrowUp size={15} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className="icon"
                  data-by="down"
                  aria-label={t('learning.question.down', { item: words.replaceAll('`', '') })}
                  disabled={place === items.length - 1 || (isChecked && isRight)}
                  onClick={() => move(place, 'down')}
                >
                  <ArrowDown size={15} aria-hidden="true" />
                </button>
              </span>
            </li>
          );
        })}
      </ol>
      <div className="buttons">
        <button type="button" disabled={isChecked && isRight} onClick={check}>
          {t('learning.question.check')}
        </button>
      </div>
      <Judgment
        isRight={isChecked ? isRight : null}
        detail={isRight ? '' : t('learning.question.order.wrong', { right, of: items.length })}
        why={why[locale]}
      />
    </>
  );
}
