import type { Rect } from '../../geometry/shapes.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { selectPopulation, selectWorst } from '../../state/populationSelectors.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** What the cells say, as a table: for each group how many are of which class, and which path makes them so. */
export function PopulationTable({
  titles,
  onGo,
}: {
  readonly titles: readonly string[];
  readonly onGo: (rect: Rect) => void;
}) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  const { kinds, sections } = useAppStore(selectPopulation);
  const worst = useAppStore(selectWorst);
  const written = useNumbers();
  return (
    <details className="population-table">
      <summary>{t('population.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('population.table')}>
        <table>
          <thead>
            <tr>
              {(['group', 'kind', 'count', 'class'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`population.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind, index) => {
              const section = sections[kind.section];
              const one = worst[index];
              return (
                <tr key={`${kind.type} ${kind.first}`}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => section && onGo(section)}>
                      {titles[kind.section]}
                    </button>
                  </th>
                  <td>{t(`population.what.${kind.type}`)}</td>
                  <td className="number">{written(kind.count)}</td>
                  <td>
                    {one ? (
                      <span className="verdict-mark">
                        <StatusMark status={displayStatus(one, colorBy)} theme={theme} />{' '}
                        {t(`status.${displayStatus(one, colorBy)}`)} ({t(`path.${one.path}.name`)})
                      </span>
                    ) : (
                      t('population.no-path')
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
