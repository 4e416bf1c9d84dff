import { observeElementOffset, useVirtualizer, type VirtualizerOptions } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import type { PathColumn, PathRow } from '../../export/pathRows.ts';
import type { Pairs } from '../../pairs/pairs.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Cell } from './Cell.tsx';

/** Pixels that any browser lets an element be high; more rows than fit into it pass faster. */
const highest = 8_000_000;

type Props = {
  readonly pairs: Pairs;
  /** The numbers of the rows in their order. */
  readonly order: Uint32Array;
  readonly wordsAt: (place: number) => PathRow | null;
  readonly columns: readonly PathColumn[];
  /** What scrolls. */
  readonly area: RefObject<HTMLDivElement | null>;
};

/** The rows of a table that are in sight, of a million that may be in it. */
export function PairRows({ pairs, order, wordsAt, columns, area }: Props) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const { rows, before, after, scrollTo } = useRowsInSight(order.length, area);
  const select = useAppStore((state) => state.select);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const button = body.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] button`);
    if (!button) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });
  const go = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(order.length - 1, active + step));
    wanted.current = next;
    setActive(next);
    scrollTo(next);
  };
  const isInSight = rows.some(({ index }) => index === active);
  return (
    <tbody ref={body} onKeyDown={go}>
      <Gap height={before} columns={columns.length} />
      {rows.map(({ index }, place) => {
        const row = order[index] ?? 0;
        const connection = pairs.classes[pairs.classOf[row] ?? 0];
        const words = wordsAt(index);
        if (!connection || !words) return null;
        return (
          <PairRow
            key={index}
            index={index}
            connection={connection}
            words={words}
            columns={columns}
            isStop={isInSight ? index === active : place === 0}
            onPick={() => {
              setActive(index);
              select({ type: 'connection', id: connection.id, boxId: null });
            }}
          />
        );
      })}
      <Gap height={after} columns={columns.length} />
    </tbody>
  );
}

/** Rows by key, as in a grid of the ARIA Authoring Practices. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Holds the place of the rows that are out of sight. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row of a table takes no focus
    <tr className="gap" aria-hidden="true" style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}

type Observe = VirtualizerOptions<HTMLDivElement, Element>['observeElementOffset'];

/** Which rows are in sight, and how much room those before and after them take. */
function useRowsInSight(count: number, area: RefObject<HTMLDivElement | null>) {
  const rowHeight = useRowHeight();
  const seen = area.current?.clientHeight ?? 0;
  const total = count * rowHeight;
  const height = Math.min(total, highest);
  // One pixel of the scroll bar is as many of the list.
  const scale = height < total ? (total - seen) / (height - seen) : 1;
  const observe = useMemo(
    (): Observe => (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) => tell(offset * scale, isScrolling)),
    [scale],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => area.current,
    estimateSize: () => rowHeight,
    observeElementOffset: observe,
    overscan: 6,
  });
  const rows = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const before = Math.max(0, (rows[0]?.start ?? 0) - offset + offset / scale);
  const after = Math.max(0, height - before - rows.length * rowHeight);
  /** Brings a row into sight. The library's own way knows nothing of the scale. */
  const scrollTo = (index: number) => {
    if (!area.current) return;
    const head = area.current.querySelector('thead')?.clientHeight ?? 0;
    const top = index * rowHeight;
    const lowest = top + rowHeight + head - area.current.clientHeight;
    if (top < offset) area.current.scrollTop = top / scale;
    else if (lowest > offset) area.current.scrollTop = lowest / scale;
  };
  return { rows, before, after, scrollTo };
}

/** Pixels of a row, which grow with the size of the text. */
function useRowHeight(): number {
  return useMemo(() => (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) * 2.125, []);
}

type RowProps = {
  readonly index: number;
  readonly connection: Connection;
  readonly words: PathRow;
  readonly columns: readonly PathColumn[];
  /** Whether the tab key stops at it: at one row of all. */
  readonly isStop: boolean;
  readonly onPick: () => void;
};

function PairRow({ index, connection, words, columns, isStop, onPick }: RowProps) {
  const hover = useAppStore((state) => state.hover);
  const chosen = useAppStore((state) => state.selection?.type === 'connection' && state.selection.id === connection.id);
  return (
    <tr
      className={chosen ? 'chosen' : ''}
      data-row={index}
      data-pair={connection.path}
      aria-rowindex={index + 2}
      onClick={onPick}
      onMouseEnter={() => hover(connection.id)}
      onMouseLeave={() => hover(null)}
    >
      {columns.map((column) => (
        <td key={column} className={`cell-${column}`} title={String(words[column])}>
          <Cell connection={connection} row={words} column={column}>
            <button type="button" className="link" tabIndex={isStop ? 0 : -1} aria-pressed={chosen}>
              {words.path}
            </button>
          </Cell>
        </td>
      ))}
    </tr>
  );
}
