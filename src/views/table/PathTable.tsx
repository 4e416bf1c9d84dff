import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type SortingState,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { pathFamilies } from '../../catalogue/communicationPath.ts';
import { csvOf, type PathColumn, type PathRow, pathColumns, pathRow, textOf } from '../../export/pathRows.ts';
import { drawnClass } from '../../scene/colourBy.ts';
import { themes } from '../../scene/theme.ts';
import { familyOf } from '../../state/pathFilter.ts';
import { selectAnalysis, selectPassing, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../AppStoreContext.ts';
import { download } from '../download.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';
import './table.css';

type Entry = { readonly connection: Connection; readonly row: PathRow };

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

/** Every path as a row: the equal of the picture for those who do not see it, and for narrow windows. */
export function PathTable({ narrow }: { readonly narrow: boolean }) {
  const t = useAppStore(selectTranslate);
  const passing = useAppStore(selectPassing);
  const all = useAppStore(selectAnalysis).connections;
  const [sorting, setSorting] = useState<SortingState>([]);
  const [hidden, setHidden] = useState<VisibilityState | null>(null);
  const columnVisibility = hidden ?? visibility(narrow ? alwaysShown : firstShown);
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
  const rows = table.getRowModel().rows;
  const shown = pathColumns.filter((column) => columnVisibility[column] !== false);
  const written = () => rows.map(({ original }) => original.row);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(textOf(written(), shown, t));
    setCopied(true);
  };
  const save = () =>
    download(new Blob(['\ufeff', csvOf(written(), shown, t)], { type: 'text/csv;charset=utf-8' }), 'mitmap-paths.csv');
  const groups = sorting.length > 0 ? [null] : pathFamilies;
  return (
    <section className="path-table" aria-label={t('table.title')}>
      <div className="table-tools">
        <b role="status">{t('filter.showing', { shown: passing.length, all: all.length })}</b>
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
        <button type="button" onClick={() => void copy()}>
          {copied ? t('inspector.copied') : t('table.copy')}
        </button>
        <button type="button" onClick={save}>
          CSV
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('table.title')}>
        <table>
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
          {groups.map((family) => {
            const members = rows.filter(({ original }) => family === null || familyOf(original.connection) === family);
            if (members.length === 0) return null;
            return (
              <tbody key={family ?? 'all'}>
                {family && (
                  <tr className="family">
                    <th scope="rowgroup" colSpan={shown.length}>
                      {t(`family.${family}`)}
                    </th>
                  </tr>
                )}
                {members.map((row) => (
                  <TableRow key={row.id} entry={row.original} columns={shown} />
                ))}
              </tbody>
            );
          })}
        </table>
        {rows.length === 0 && <p className="empty">{t('filter.nothing')}</p>}
      </div>
    </section>
  );
}

function TableRow({ entry, columns }: { readonly entry: Entry; readonly columns: readonly PathColumn[] }) {
  const { connection, row } = entry;
  const theme = useAppStore((state) => themes[state.theme]);
  const colouring = useAppStore((state) => state.colouring);
  const select = useAppStore((state) => state.select);
  const hover = useAppStore((state) => state.hover);
  const chosen = useAppStore((state) => state.selection?.type === 'connection' && state.selection.id === connection.id);
  const lit = useAppStore(
    (state) => state.hovered?.split('@')[0] === connection.id || state.pinned.includes(connection.id),
  );
  const pick = () => select({ type: 'connection', id: connection.id, boxId: null });
  return (
    <tr
      className={`${chosen ? 'chosen' : ''}${lit ? ' lit' : ''}`}
      data-table-path={connection.path}
      onClick={pick}
      onMouseEnter={() => hover(connection.id)}
      onMouseLeave={() => hover(null)}
    >
      {columns.map((column) => (
        <td key={column} className={`cell-${column}`}>
          {column === 'path' ? (
            <button
              type="button"
              className="link"
              aria-pressed={chosen}
              onFocus={() => hover(connection.id)}
              onBlur={() => hover(null)}
            >
              {row.path}
            </button>
          ) : column === 'status' ? (
            <span className="verdict-mark">
              <StatusMark status={drawnClass(connection, colouring)} theme={theme} /> {row.status}
            </span>
          ) : (
            row[column]
          )}
        </td>
      ))}
    </tr>
  );
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
