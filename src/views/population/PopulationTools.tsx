import { useMemo } from 'react';
import { download } from '../../browser/download.ts';
import { loadPart } from '../../browser/loadPart.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Rect } from '../../geometry/shapes.ts';
import type { Cell } from '../../population/population.ts';
import { askedValues, toggleValue } from '../../query/editQuery.ts';
import { queryOf } from '../../state/pathFilter.ts';
import { selectPopulation } from '../../state/populationSelectors.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { Breadcrumbs, type Crumb } from '../inspector/Breadcrumbs.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import type { Drawing } from './drawPopulation.ts';
import { populationPng } from './populationPng.ts';

type Props = {
  readonly titles: readonly string[];
  readonly cell: Cell | null;
  readonly drawing: Drawing;
  readonly onFit: () => void;
  readonly onSection: (section: Rect) => void;
  readonly onBlock: (block: number) => void;
  /** Leads back to a cell's details from one of its paths. */
  readonly onCell: (cell: Cell) => void;
};

/** Where one is, from the cluster to the cell, and what can be saved. */
export function PopulationTools({ titles, cell, drawing, onFit, onSection, onBlock, onCell }: Props) {
  const t = useAppStore(selectTranslate);
  const population = useAppStore(selectPopulation);
  const name = useAppStore((state) => state.topology.name);
  const locale = useAppStore((state) => state.locale);
  const pseudonymous = useAppStore((state) => state.topology.pseudonymous !== undefined);
  const section = cell ? population.blocks.section[cell.block] : undefined;
  const place = section === undefined ? undefined : population.sections[section];
  const node = cell?.type === 'pod' ? population.lists.nodes[cell.block] : undefined;
  const saveSvg = async () => {
    const { exportPopulation } = await loadPart(() => import('../../export/exportPopulation.ts'));
    const { classes, theme } = drawing;
    const svg = exportPopulation({ population, classes, theme, titles, name: pseudonymous ? '' : name, t, locale });
    download(new Blob([svg], { type: 'image/svg+xml' }), 'mitmap-population.svg');
  };
  const savePng = async () => download(await populationPng(drawing), 'mitmap-population.png');
  const crumbs: readonly Crumb[] = [
    { id: 'cluster', name: name === '' ? 'cluster' : name, go: onFit },
    ...(place && section !== undefined
      ? [{ id: 'section', name: titles[section] ?? '', go: () => onSection(place) }]
      : []),
    ...(node && cell ? [{ id: 'node', name: node.name, go: () => onBlock(cell.block) }] : []),
    ...(cell ? [{ id: 'cell', name: cell.name, go: () => onCell(cell) }] : []),
  ];
  return (
    <div className="population-tools">
      <Breadcrumbs crumbs={crumbs} />
      <PathChoice />
      <button type="button" onClick={() => void saveSvg()}>
        {t('population.svg')}
      </button>
      <button type="button" onClick={() => void savePng()}>
        {t('population.png')}
      </button>
    </div>
  );
}

/**
 * Shows one path instead of the worst of all: the proxy paths are in plain text in any cluster, so that what differs between
 * nodes hides behind them. It is a term of the query, which the other views share.
 */
function PathChoice() {
  const t = useAppStore(selectTranslate);
  const { connections } = useAppStore(selectAnalysis);
  const filter = useAppStore((state) => state.filter);
  const setFilter = useAppStore((state) => state.setFilter);
  const paths = useMemo(
    () => [...new Set(connections.flatMap(({ path, count }) => (count > 0 ? path : [])))],
    [connections],
  );
  const asked = askedValues(queryOf(filter), 'path');
  const only = asked.length === 1 ? paths.find((path) => path.toLowerCase() === asked[0]?.toLowerCase()) : undefined;
  const choose = (path: string) => {
    const without = asked.reduce((text, one) => toggleValue(text, 'path', one), filter);
    setFilter(path === '' ? without : toggleValue(without, 'path', path));
  };
  return (
    <label>
      {t('population.cells-show')}{' '}
      <select value={only ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{asked.length > 1 ? asked.join(', ') : t('population.worst-path')}</option>
        {paths.map((path) => (
          <option key={path} value={path}>
            {pathNumber(path)} {t(`path.${path}.name`)}
          </option>
        ))}
      </select>
    </label>
  );
}
