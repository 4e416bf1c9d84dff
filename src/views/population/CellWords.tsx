import type { Connection } from '../../analysis/connection.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Cell } from '../../population/population.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { selectPopulation } from '../../state/populationSelectors.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** What a cell is, and its worst path. */
export function CellWords({ cell, worst }: { readonly cell: Cell; readonly worst: Connection | null }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  const { lists } = useAppStore(selectPopulation);
  const node = cell.type === 'pod' ? lists.nodes[cell.block] : undefined;
  const places = [
    cell.namespace === null ? null : t('population.namespace', { name: cell.namespace }),
    node ? t('population.on', { name: node.name }) : null,
  ].filter((one) => one !== null);
  return (
    <>
      <b>{cell.name}</b>
      <small>
        {cell.type}
        {places.length > 0 && ` · ${places.join(' · ')}`}
      </small>
      {worst ? (
        <span className="population-worst">
          <StatusMark status={displayStatus(worst, colorBy)} theme={theme} />
          <span>
            {t(`status.${displayStatus(worst, colorBy)}`)}
            <small>
              {pathNumber(worst.path)} {t(`path.${worst.path}.name`)}
            </small>
          </span>
        </span>
      ) : (
        <small>{t('population.no-path')}</small>
      )}
    </>
  );
}
