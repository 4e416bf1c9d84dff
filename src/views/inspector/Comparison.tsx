import type { Connection } from '../../analysis/connection.ts';
import { pathColumns, pathRow } from '../../export/pathRows.ts';
import { themes } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** Two paths side by side; what differs is marked. */
export function Comparison({ left, right }: { readonly left: Connection; readonly right: Connection }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const compare = useAppStore((state) => state.compare);
  const rows = [pathRow(left, t), pathRow(right, t)] as const;
  return (
    <>
      <p className="eyebrow">{t('compare.title')}</p>
      <table className="comparison">
        <thead>
          <tr>
            <td />
            {[left, right].map((connection) => (
              <th key={connection.id} scope="col">
                <StatusMark status={connection.status} theme={theme} />
                <br />
                {connection.path}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pathColumns
            .filter((column) => column !== 'number')
            .map((column) => {
              const differs = rows[0][column] !== rows[1][column];
              return (
                <tr key={column} className={differs ? 'differs' : undefined}>
                  <th scope="row">
                    {t(`column.${column}`)}
                    {differs && <span title={t('compare.differs')}> ≠</span>}
                  </th>
                  <td>{rows[0][column]}</td>
                  <td>{rows[1][column]}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
      <button type="button" onClick={() => compare(null)}>
        {t('compare.end')}
      </button>
    </>
  );
}
