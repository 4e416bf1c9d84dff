import type { ClusterNode } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Section } from '../../population/population.ts';
import { selectPopulation } from '../../state/populationSelectors.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { consequenceOf, differencesOf, differenceWords, ownPart } from './sectionWords.ts';
import './identicalBand.css';

/** Groups that are named one by one. */
const most = 4;

/** Of a large cluster, before anything else: how many nodes are alike, and which ones are not, and in what. */
export function IdenticalNodesBand() {
  const t = useAppStore(selectTranslate);
  const activeView = useAppStore((state) => state.activeView);
  const setActiveView = useAppStore((state) => state.setActiveView);
  const population = useAppStore(selectPopulation);
  const written = useNumbers();
  const groups = population.sections.filter(({ type }) => type === 'nodes');
  const all = groups.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const largest = groups.reduce((top, { nodes }) => Math.max(top, nodes.length), 0);
  const { connections } = useAppStore(selectAll);
  const usual = groups.at(-1);
  const others = groups
    .slice(0, -1)
    .map((group) => ({ group, rank: usual ? consequenceOf(group, usual, connections).rank : 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ group }) => group);
  return (
    <div className="identical-band" role="region" aria-label={t('population.title')}>
      <div className="switch" role="group" aria-label={t('app.picture')}>
        <button type="button" aria-pressed={activeView === 'paths'} onClick={() => setActiveView('paths')}>
          {t('population.paths')}
        </button>
        <button type="button" aria-pressed={activeView === 'population'} onClick={() => setActiveView('population')}>
          {t('population.title')}
        </button>
      </div>
      {all > 1 && (
        <p>
          <b>
            {others.length === 0
              ? t('population.all-identical', { all: written(all) })
              : t('population.identical', { count: written(largest), all: written(all) })}
          </b>
          {others.length > 0 && `, ${t('population.different', { count: written(all - largest) })}:`}
        </p>
      )}
      {others.length > 0 && (
        <ul>
          {others.slice(0, most).map((group) => (
            <Group key={group.nodes[0]?.id} group={group} usual={usual} />
          ))}
          {others.length > most && <li>{t('population.more', { count: written(others.length - most) })}</li>}
        </ul>
      )}
    </div>
  );
}

function Group({ group, usual }: { readonly group: Section; readonly usual: Section | undefined }) {
  const t = useAppStore(selectTranslate);
  const version = useAppStore((state) => state.topology.kubernetesVersion);
  const select = useAppStore((state) => state.select);
  const sendViewCommand = useAppStore((state) => state.sendViewCommand);
  const written = useNumbers();
  const { connections } = useAppStore(selectAll);
  const [first] = group.nodes;
  if (!first || !usual) return null;
  const differences = differencesOf(group, usual, version).map((one) => differenceWords(one, t));
  const consequence = consequenceOf(group, usual, connections).words(t);
  const settings = differences.join('; ');
  return (
    <li>
      <button
        type="button"
        title={[consequence, ...differences].filter(Boolean).join('\n')}
        onClick={() => {
          select({ type: 'element', id: `worker~${first.id}` });
          sendViewCommand('selection');
        }}
      >
        <span>
          <b>{nameOf(group.nodes, written, t)}</b>
          {consequence !== '' && `: ${consequence}`}
        </span>
        <small>{settings}</small>
      </button>
    </li>
  );
}

function nameOf(nodes: readonly ClusterNode[], written: (value: number) => string, t: Translate): string {
  const [first] = nodes;
  if (nodes.length === 1) return first?.name ?? '';
  const count = t('population.count-nodes', { count: written(nodes.length) });
  // So few can be named, without the domain that all of them share.
  return nodes.length > 3 ? count : `${count} (${nodes.map(({ name }) => ownPart(name)).join(', ')})`;
}
