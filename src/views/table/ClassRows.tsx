import type { Connection } from '../../analysis/connection.ts';
import { pathFamilies } from '../../catalog/communicationPath.ts';
import type { PathColumn, PathRow } from '../../export/pathRows.ts';
import { familyOf } from '../../state/pathFilter.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Cell } from './Cell.tsx';

/** A class of connections and its words. */
export type Entry = { readonly connection: Connection; readonly row: PathRow };

type Props = {
  readonly entries: readonly Entry[];
  readonly columns: readonly PathColumn[];
  /** Whether they stand under the families of their paths. */
  readonly byFamily: boolean;
};

/** One row for each class of connections. */
export function ClassRows({ entries, columns, byFamily }: Props) {
  const t = useAppStore(selectTranslate);
  return (byFamily ? pathFamilies : [null]).map((family) => {
    const members = entries.filter(({ connection }) => family === null || familyOf(connection) === family);
    if (members.length === 0) return null;
    return (
      <tbody key={family ?? 'all'}>
        {family && (
          <tr className="family">
            <th scope="rowgroup" colSpan={columns.length}>
              {t(`family.${family}`)}
            </th>
          </tr>
        )}
        {members.map((entry) => (
          <ClassRow key={entry.connection.id} entry={entry} columns={columns} />
        ))}
      </tbody>
    );
  });
}

function ClassRow({ entry, columns }: { readonly entry: Entry; readonly columns: readonly PathColumn[] }) {
  const { connection, row } = entry;
  const select = useAppStore((state) => state.select);
  const hover = useAppStore((state) => state.hover);
  const chosen = useAppStore((state) => state.selection?.type === 'connection' && state.selection.id === connection.id);
  const highlight = useAppStore(
    (state) => state.hovered?.split('@')[0] === connection.id || state.pinned.includes(connection.id),
  );
  const pick = () => select({ type: 'connection', id: connection.id, boxId: null });
  return (
    <tr
      className={`${chosen ? 'chosen' : ''}${highlight ? ' highlighted' : ''}`}
      data-table-path={connection.path}
      onClick={pick}
      onMouseEnter={() => hover(connection.id)}
      onMouseLeave={() => hover(null)}
    >
      {columns.map((column) => (
        <td key={column} className={`cell-${column}`}>
          <Cell connection={connection} row={row} column={column}>
            <button
              type="button"
              className="link"
              aria-pressed={chosen}
              onFocus={() => hover(connection.id)}
              onBlur={() => hover(null)}
            >
              {row.path}
            </button>
          </Cell>
        </td>
      ))}
    </tr>
  );
}
