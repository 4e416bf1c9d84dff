import { useMemo } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { layers } from '../../analysis/layer.ts';
import { isOneHost } from '../../analysis/rules/crossing.ts';
import type { Status } from '../../analysis/rules.ts';
import { statuses } from '../../analysis/rules.ts';
import { whenIdle } from '../../browser/idle.ts';
import { pathFamilies, pathNumber } from '../../catalog/communicationPath.ts';
import { newestMinor, oldestMinor } from '../../catalog/timeline.ts';
import type { TopologyEdit } from '../../domain/edit.ts';
import { extensionKinds, type NetworkId, nodeGroupings, type Topology, type Trust } from '../../domain/topology.ts';
import { askedValues, hasFlag, toggleFlag, toggleValue } from '../../query/editQuery.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { familyOf, isFiltering, legendField, noFilter, presets, queryOf } from '../../state/pathFilter.ts';
import { selectAnalysis, selectPassing, selectTranslate } from '../../state/selectors.ts';
import { EditingArea } from '../EditingArea.tsx';
import { lazyView } from '../failure/lazyView.tsx';
import { QueryField } from '../query/QueryField.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { StatusMark } from './StatusMark.tsx';

const VersionNote = lazyView(async () => (await import('./VersionNote.tsx')).VersionNote, { areas: ['reference'] });

const AttackerChoice = lazyView(
  async () => {
    // Nobody misses it before the picture is there.
    await new Promise<void>(whenIdle);
    return (await import('../attacker/AttackerChoice.tsx')).AttackerChoice;
  },
  { areas: ['attacker'], meanwhile: () => <section className="attacker-choice" /> },
);

const WeaknessList = lazyView(
  async () => {
    await new Promise<void>(whenIdle);
    return (await import('../weaknesses/WeaknessList.tsx')).WeaknessList;
  },
  { areas: ['weaknesses'], meanwhile: () => null },
);

/** Search and presets, the legend that counts and filters, the path list, the attacker, the networks and what builds a model. */
export function Sidebar() {
  return (
    <nav className="sidebar">
      <LayerSwitch />
      <Filters />
      <Legend />
      <WeaknessList />
      <AttackerChoice />

      <EditingArea>
        <Networks />
      </EditingArea>
      <EditingArea>
        <ModelButtons />
      </EditingArea>
      <PathList />
    </nav>
  );
}

function LayerSwitch() {
  const t = useAppStore(selectTranslate);
  const layer = useAppStore((state) => state.layer);
  const setLayer = useAppStore((state) => state.setLayer);
  return (
    <div className="switch" role="group" aria-label={t('app.layer')}>
      {layers.map((one) => (
        <button key={one} type="button" aria-pressed={layer === one} onClick={() => setLayer(one)}>
          {t(`layer.${one}`)}
        </button>
      ))}
    </div>
  );
}

function Filters() {
  const t = useAppStore(selectTranslate);
  const filter = useAppStore((state) => state.filter);
  const setFilter = useAppStore((state) => state.setFilter);
  const query = queryOf(filter);
  return (
    <search className="filters">
      <QueryField />
      <div className="presets" role="group" aria-label={t('filter.preset')}>
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={hasFlag(query, preset)}
            onClick={() => setFilter(toggleFlag(filter, preset))}
          >
            {t(`preset.${preset}`)}
          </button>
        ))}
      </div>
    </search>
  );
}

function Legend() {
  const t = useAppStore(selectTranslate);
  const { connections } = useAppStore(selectAnalysis);
  const colorBy = useAppStore((state) => state.colorBy);
  const theme = useAppStore((state) => themes[state.theme]);
  const filter = useAppStore((state) => state.filter);
  const setFilter = useAppStore((state) => state.setFilter);
  const written = useNumbers();
  const counts = useMemo(() => {
    const found = new Map<Status, number>();
    for (const connection of connections) {
      if (connection.variant) continue;
      const status = displayStatus(connection, colorBy);
      found.set(status, (found.get(status) ?? 0) + connection.count);
    }
    return found;
  }, [connections, colorBy]);
  const field = legendField(colorBy);
  const asked = askedValues(queryOf(filter), field);
  return (
    <section id="legend" tabIndex={-1} aria-label={t('app.status')}>
      <h2>{t('app.status')}</h2>
      <ul className="legend">
        {statuses.map((status) => (
          <li key={status} data-legend={status}>
            <button
              type="button"
              aria-pressed={asked.includes(status)}
              onClick={() => setFilter(toggleValue(filter, field, status))}
            >
              <StatusMark status={status} theme={theme} />
              <span>{t(`status.${status}`)}</span>
              <b>{written(counts.get(status) ?? 0)}</b>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The networks that documented paths cross. */
const documentedNetworks: readonly NetworkId[] = ['control-plane-network', 'cluster-network'];

/** The networks that can be trusted or not, and the version. */
export function Networks() {
  const t = useAppStore(selectTranslate);
  const networks = useAppStore((state) => state.topology.networks);
  const layer = useAppStore((state) => state.layer);
  const edit = useAppStore((state) => state.edit);
  const version = useAppStore((state) => state.topology.kubernetesVersion);
  const changed = useAppStore((state) => state.versionBefore !== null);
  return (
    <section>
      <h2>{t('app.networks')}</h2>
      {networks
        .filter(({ id }) => layer === 'all' || documentedNetworks.includes(id))
        .map(({ id, trust }) => (
          <label className="row" key={id}>
            <span>{t(`network.${id}`)}</span>
            <select
              value={trust}
              onChange={(event) =>
                edit({ type: 'set-network', id, trust: event.target.value === 'trusted' ? 'trusted' : 'untrusted' })
              }
            >
              {(['trusted', 'untrusted'] as const satisfies readonly Trust[]).map((one) => (
                <option key={one} value={one}>
                  {t(`trust.${one}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      <label className="row">
        <span>{t('app.version')}</span>
        <select value={version} onChange={(event) => edit({ type: 'set-version', version: event.target.value })}>
          {versions(version).map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {changed && <VersionNote />}
      <OneHostNote />
    </section>
  );
}

/** In a cluster of one host nothing crosses a network; what a second node would change can be tried. */
function OneHostNote() {
  const t = useAppStore(selectTranslate);
  const isOne = useAppStore((state) => isOneHost(state.topology));
  const tryEdit = useAppStore((state) => state.tryEdit);
  if (!isOne) return null;
  return (
    <p className="note" data-testid="one-host">
      {t('network.one-host')}{' '}
      <button type="button" className="link" onClick={() => tryEdit({ type: 'add-node' })}>
        {t('network.second-node')}
      </button>
    </p>
  );
}

function versions(present: string): readonly string[] {
  const known = Array.from({ length: newestMinor - oldestMinor + 1 }, (_unused, index) => `1.${newestMinor - index}`);
  return known.includes(present) ? known : [present, ...known];
}

/** What can be added to the model. */
export function ModelButtons() {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const selection = useAppStore((state) => state.selection);
  const nodeGrouping = useAppStore((state) => state.topology.arrangement.nodeGrouping);
  const nodeId = useAppStore((state) => nodeOf(state.topology, selection?.type === 'element' ? selection.id : null));
  return (
    <section>
      <h2>{t('app.model')}</h2>
      <div className="buttons">
        <button type="button" onClick={() => edit({ type: 'add-control-plane' })}>
          {t('app.add-control-plane')}
        </button>
        <button type="button" onClick={() => edit({ type: 'add-node' })}>
          {t('app.add-node')}
        </button>
        <button type="button" onClick={() => edit({ type: 'add-pod', nodeId })}>
          {t('app.add-pod')}
        </button>
        <button type="button" onClick={() => edit({ type: 'add-service' })}>
          {t('app.add-service')}
        </button>
      </div>
      <label className="row">
        <span>{t('app.add-beside')}</span>
        <select value="" onChange={(event) => addBeside(event.target.value, edit)}>
          <option value="">{t('app.choose-kind')}</option>
          {[...outsideKinds, ...extensionKinds].map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="row">
        <span>{t('app.identical-nodes')}</span>
        <select
          value={nodeGrouping}
          onChange={(event) =>
            edit({ type: 'set-alike', alike: nodeGroupings.find((one) => one === event.target.value) ?? 'auto' })
          }
        >
          {nodeGroupings.map((choice) => (
            <option key={choice} value={choice}>
              {t(`grouping.${choice}`)}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}

const outsideKinds = ['client', 'load-balancer'] as const;

function addBeside(wanted: string, edit: (edit: TopologyEdit) => void): void {
  const outside = outsideKinds.find((one) => one === wanted);
  const extension = extensionKinds.find((one) => one === wanted);
  if (outside) edit({ type: 'add-outside', kind: outside });
  if (extension) edit({ type: 'add-extension', kind: extension });
}

/** The node that is selected, so that a new pod lands there. */
function nodeOf(topology: Topology, subject: string | null): string | null {
  const id = subject?.split('~')[1];
  return topology.nodes.some((node) => node.id === id) ? (id ?? null) : null;
}

function PathList() {
  const t = useAppStore(selectTranslate);
  const all = useAppStore(selectAnalysis).connections.length;
  const passing = useAppStore(selectPassing);
  const filter = useAppStore((state) => state.filter);
  const setFilter = useAppStore((state) => state.setFilter);
  return (
    <section id="paths" tabIndex={-1} aria-label={t('app.list')}>
      <h2>{t('app.paths')}</h2>
      {isFiltering(filter) && (
        <p className="filtering">
          <span role="status">{t('filter.showing', { shown: passing.length, all })}</span>
          <button type="button" className="link" onClick={() => setFilter(noFilter)}>
            {t('filter.clear')}
          </button>
        </p>
      )}
      {passing.length === 0 && <p className="muted">{t(all === 0 ? 'app.empty' : 'filter.nothing')}</p>}
      {pathFamilies.map((family) => {
        const members = passing.filter((one) => familyOf(one) === family);
        if (members.length === 0) return null;
        return (
          <div key={family}>
            <h3>{t(`family.${family}`)}</h3>
            <ul className="paths">
              {members.map((connection) => (
                <PathRow key={connection.id} connection={connection} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function PathRow({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  const select = useAppStore((state) => state.select);
  const chosen = useAppStore((state) => state.selection?.type === 'connection' && state.selection.id === connection.id);
  const highlight = useAppStore(
    (state) => state.hovered?.split('@')[0] === connection.id || state.pinned.includes(connection.id),
  );
  const hover = useAppStore((state) => state.hover);
  const remark = useAppStore((state) => state.topology.remarks[connection.id]);
  const written = useNumbers();
  const { path, variant, listener, count, status } = connection;
  return (
    <li>
      <button
        type="button"
        className={highlight ? 'path highlighted' : 'path'}
        aria-pressed={chosen}
        onMouseEnter={() => hover(connection.id)}
        onMouseLeave={() => hover(null)}
        onFocus={() => hover(connection.id)}
        onBlur={() => hover(null)}
        data-list-path={path}
        onClick={() => select({ type: 'connection', id: connection.id, boxId: null })}
      >
        <StatusMark status={displayStatus(connection, colorBy)} theme={theme} />
        <span>
          <b>
            {pathNumber(path)}
            {variant ?? ''}
          </b>{' '}
          {t(`path.${path}.name`)}
          <small>
            {listener ? `${listener} · ` : ''}
            {t(`status.${status}`)}
            {count === 0 ? ` · ${t('note.not-configured')}` : count > 1 ? ` · ×${written(count)}` : ''}
            {remark ? ` · ${t(`remark.${remark.kind}`)}` : ''}
          </small>
        </span>
      </button>
    </li>
  );
}
