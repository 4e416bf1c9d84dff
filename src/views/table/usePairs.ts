import { useMemo } from 'react';
import { type PathColumn, type PathRow, pathRow } from '../../export/pathRows.ts';
import type { Pairs } from '../../pairs/pairs.ts';
import { sortedRows } from '../../pairs/sortPairs.ts';
import { selectPairs } from '../../state/pairSelectors.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { createPairWords } from './pairWords.ts';

/** Single connections as rows in an order. */
export type OrderedPairs = {
  readonly pairs: Pairs;
  /** By place in the table: the number of the row. */
  readonly order: Uint32Array;
  readonly length: number;
  readonly count: number;
  readonly wordsAt: (place: number) => PathRow | null;
};

type Sorting = { readonly id: string; readonly desc: boolean } | undefined;

/** The single connections that the query lets through, sorted; null while they are not asked for. */
export function usePairs(isAsked: boolean, sorting: Sorting): OrderedPairs | null {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const topology = useAppStore((state) => state.topology);
  const pairs = useAppStore((state) => (isAsked ? selectPairs(state) : null));
  const words = useMemo(() => pairs && createPairWords(pairs, topology, t, locale), [pairs, topology, t, locale]);
  const order = useMemo(() => {
    if (!pairs) return null;
    if (!sorting) return Uint32Array.from(pairs.classOf, (_index, row) => row);
    const column = sorting.id as PathColumn;
    const by =
      column === 'client' || column === 'server'
        ? ({ by: column } as const)
        : ({ by: 'class', value: (connection: Pairs['classes'][number]) => pathRow(connection, t)[column] } as const);
    return sortedRows(pairs, by, sorting.desc, topology);
  }, [pairs, sorting, topology, t]);
  return useMemo(
    () =>
      pairs &&
      words &&
      order && {
        pairs,
        order,
        length: order.length,
        count: pairs.count,
        wordsAt: (place: number) => words(order[place] ?? 0),
      },
    [pairs, words, order],
  );
}
