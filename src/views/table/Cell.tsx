import type { ReactNode } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import type { PathColumn, PathRow } from '../../export/pathRows.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

type Props = {
  readonly connection: Connection;
  readonly row: PathRow;
  readonly column: PathColumn;
  /** What the path's name is: the button of the row. */
  readonly children: ReactNode;
};

/** What stands in one cell of a row, whether it is a class or a single connection. */
export function Cell({ connection, row, column, children }: Props) {
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  if (column === 'path') return children;
  if (column !== 'status') return row[column];
  return (
    <span className="verdict-mark">
      <StatusMark status={displayStatus(connection, colorBy)} theme={theme} /> {row.status}
    </span>
  );
}
