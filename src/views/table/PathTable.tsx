import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  type Table,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { useMemo, useRef, useState } from 'react';
import { copyText } from '../../browser/clipboard.ts';
import { type PathColumn, pathColumns, pathRow } from '../../export/pathRows.ts';
import { selectAnalysis, selectPassing, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { ClassRows, type Entry } from './ClassRows.tsx';
import { PairRows } from './PairRows.tsx';
import { mostToCopy, type Rows, saveCsv, textOfRows } from './saveRows.ts';
import { usePairs } from './usePairs.ts';
import './table.css';

const alwaysShown: readonly PathColumn[] = ['number', 'path', 'status'];
const firstShown: readonly PathColumn[] = [
  ...alwaysShown,
  'client',
  'server',
  'port',
  'encryption',
  'serverAuthentication',
  'clientAuthentication',
  'count',
];
const pairsShown: readonly PathColumn[] = ['number', 'path', 'status', 'client', 'server'];

/** The table of classes with its columns and order, of which single connections take theirs too. */
function useClassTable(columnsAtFirst: readonly PathColumn[]) {
  const t = useAppStore(selectTranslate);
  const passing = useAppStore(selectPassing);
  const [sorting, setSorting] = useState<SortingState>([]);
  const [hidden, setHidden] = useState<VisibilityState | null>(null);
  const columnVisibility = hidden ?? visibility(columnsAtFirst);
  const data = useMemo(
    () => passing.map((connection): Entry => ({ connection, row: pathRow(connection, t) })),
    [passing, t],
  );
  const columns = useMemo(
    () =>
      pathColumns.map(
        (id): ColumnDef<Entry> => ({
          id,
          accessorFn: ({ row }) => row[id],
          header: t(`column.${id}`),
          sortDescFirst: false,
        }),
      ),
    [t],
  );
  const table = useReactTable({
    data,
    columns,
    state: { sorting, columnVisibility },
    onSortingChange: setSorting,
    onColumnVisibilityChange: (change) => setHidden(typeof change === 'function' ? change(columnVisibility) : change),
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: ({ connection }) => connection.id,
  });
  const shown = pathColumns.filter((column) => columnVisibility[column] !== false);
  return { table, sorting, shown };
}

/** Every path as a row: the equal of the picture for those who do not see it, and for narrow windows. */
export function PathTable({ narrow }: { readonly narrow: boolean }) {
  const t = useAppStore(selectTranslate);
  const [areSingle, setSingle] = useState(false);
  const { table, sorting, shown } = useClassTable(narrow ? (areSingle ? pairsShown : alwaysShown) : firstShown);
  const pairs = usePairs(areSingle, sorting[0]);
  const entries = table.getRowModel().rows.map(({ original }) => original);
  const rows = pairs ?? { length: entries.length, wordsAt: (index: number) => entries[index]?.row ?? null };
  const area = useRef<HTMLDivElement>(null);
  return (
    <section className="path-table" aria-label={t('table.title')}>
      <div className="table-tools">
        <div className="switch" role="group" aria-label={t('table.rows')}>
          <button type="button" aria-pressed={!areSingle} onClick={() => setSingle(false)}>
            {t('table.classes')}
          </button>
          <button type="button" aria-pressed={areSingle} onClick={() => setSingle(true)}>
            {t('table.single')}
          </button>
        </div>
        <RowCount pairs={pairs?.count ?? null} />
        <ColumnChoice table={table} />
        <TakeRows rows={rows} columns={shown} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" ref={area} tabIndex={0} role="group" aria-label={t('table.title')}>
        <table
          className={pairs ? 'single' : undefined}
          style={pairs ? { minWidth: `${widthOf(shown)}rem` } : undefined}
          aria-rowcount={pairs ? pairs.length + 1 : undefined}
        >
          {pairs && (
            <colgroup>
              {shown.map((column) => (
                <col key={column} style={{ width: `${widths[column] ?? usualWidth}rem` }} />
              ))}
            </colgroup>
          )}
          <SortableHead table={table} />
          {pairs ? (
            <PairRows {...pairs} columns={shown} area={area} />
          ) : (
            <ClassRows entries={entries} columns={shown} byFamily={sorting.length === 0} />
          )}
        </table>
        {rows.length === 0 && <p className="empty">{t('filter.nothing')}</p>}
      </div>
    </section>
  );
}

/** How many rows there are of how many: of single connections, else of classes. */
function RowCount({ pairs }: { readonly pairs: number | null }) {
  const t = useAppStore(selectTranslate);
  const written = useNumbers();
  const passing = useAppStore(selectPassing);
  const all = useAppStore(selectAnalysis).connections;
  const connections = all.reduce((sum, { count }) => sum + count, 0);
  return (
    <b role="status">
      {pairs === null
        ? t('filter.showing', { shown: passing.length, all: all.length })
        : t('table.showing', { shown: written(pairs), all: written(connections) })}
    </b>
  );
}

/** Takes the rows away as they are shown: copied, or as a file. */
function TakeRows({ rows, columns }: { readonly rows: Rows; readonly columns: readonly PathColumn[] }) {
  const t = useAppStore(selectTranslate);
  const written = useNumbers();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(textOfRows(rows, columns, t));
    setCopied(true);
  };
  const areTooMany = rows.length > mostToCopy;
  return (
    <>
      <button
        type="button"
        disabled={areTooMany}
        title={areTooMany ? t('table.too-many', { most: written(mostToCopy) }) : undefined}
        onClick={() => void copy()}
      >
        {copied ? t('inspector.copied') : t('table.copy')}
      </button>
      <button type="button" onClick={() => void saveCsv(rows, columns, t)}>
        CSV
      </button>
    </>
  );
}

function SortableHead({ table }: { readonly table: Table<Entry> }) {
  return (
    <thead>
      <tr>
        {table.getFlatHeaders().map((header) => (
          <th key={header.id} scope="col" aria-sort={sortWord(header.column.getIsSorted())}>
            <button type="button" onClick={header.column.getToggleSortingHandler()}>
              {flexRender(header.column.columnDef.header, header.getContext())}
              <span aria-hidden="true">{sortSign(header.column.getIsSorted())}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ColumnChoice({ table }: { readonly table: Table<Entry> }) {
  const t = useAppStore(selectTranslate);
  return (
    <details className="columns">
      <summary>{t('table.columns')}</summary>
      <div>
        {table.getAllLeafColumns().map((column) => (
          <label key={column.id} className="toggle">
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              onChange={column.getToggleVisibilityHandler()}
              disabled={column.id === 'path'}
            />{' '}
            <span>{t(`column.${column.id as PathColumn}`)}</span>
          </label>
        ))}
      </div>
    </details>
  );
}

/** In rem, of the columns whose rows are not measured. */
const usualWidth = 11;
const widths: Partial<Readonly<Record<PathColumn, number>>> = {
  number: 3.5,
  path: 17,
  client: 16,
  server: 17,
  port: 5,
  status: 18,
  count: 5,
};

function widthOf(columns: readonly PathColumn[]): number {
  return columns.reduce((sum, column) => sum + (widths[column] ?? usualWidth), 0);
}

function visibility(shown: readonly PathColumn[]): VisibilityState {
  return Object.fromEntries(pathColumns.map((column) => [column, shown.includes(column)]));
}

function sortWord(sorted: false | 'asc' | 'desc') {
  return sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending';
}

function sortSign(sorted: false | 'asc' | 'desc'): string {
  return sorted === false ? '' : sorted === 'asc' ? ' ↑' : ' ↓';
}
