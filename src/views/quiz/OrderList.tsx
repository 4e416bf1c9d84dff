import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { OrderQuestion } from '../../quiz/question.ts';
import { choiceWords } from '../../quiz/questionWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

type Props = {
  readonly question: OrderQuestion;
  readonly order: readonly string[];
  readonly onChange: (order: readonly string[]) => void;
};

type Moved = { readonly id: string; readonly by: 1 | -1 };

/** Steps that are moved up and down one by one. */
export function OrderList({ question, order, onChange }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  useLayoutEffect(() => {
    // The focus goes along with what is moved.
    if (moved) list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(keyOf(moved))}"]`)?.focus();
  }, [moved]);
  const move = (id: string, by: 1 | -1) => {
    const from = order.indexOf(id);
    const other = order[from + by];
    if (other === undefined) return;
    onChange(order.map((one) => (one === id ? other : one === other ? id : one)));
    setMoved({ id, by });
  };
  const words = (id: string) => choiceWords(question, id, t, locale);
  return (
    <div className="quiz-choices">
      <p className="hint">{t('quiz.order.hint')}</p>
      <ol className="quiz-order" ref={list}>
        {order.map((id, place) => (
          <li key={id}>
            <span className="number">{place + 1}</span>
            <span className="item">
              <Item question={question} id={id} text={words(id)} />
            </span>
            <span className="moves">
              {([-1, 1] as const).map((by) => {
                const Arrow = by === -1 ? ArrowUp : ArrowDown;
                return (
                  <button
                    key={by}
                    type="button"
                    className="icon"
                    data-move={keyOf({ id, by })}
                    aria-label={t(by === -1 ? 'quiz.order.up' : 'quiz.order.down', { item: words(id) })}
                    aria-disabled={order[place + by] === undefined}
                    onClick={() => move(id, by)}
                  >
                    <Arrow size={16} aria-hidden="true" />
                  </button>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved && t('quiz.order.moved', { item: words(moved.id), place: order.indexOf(moved.id) + 1 })}
      </p>
    </div>
  );
}

/** A step; what is typed looks typed. */
export function Item({
  question,
  id,
  text,
}: {
  readonly question: OrderQuestion;
  readonly id: string;
  readonly text: string;
}) {
  const item = question.items.find((one) => one.id === id);
  return item?.type === 'command' || item?.type === 'change' ? <code>{text}</code> : text;
}

function keyOf({ id, by }: Moved): string {
  return `${by} ${id}`;
}
