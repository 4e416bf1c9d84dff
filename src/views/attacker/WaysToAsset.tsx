import { useMemo, useState } from 'react';
import { type Asset, type AttackStep, assets } from '../../attack/attackSteps.ts';
import { type Chain, pathsFrom } from '../../attack/findPaths.ts';
import type { Reach } from '../../attack/reach/reachOf.ts';
import { isAdjacent } from '../../catalog/communicationPath.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { PathButton, PathName } from './ReachList.tsx';

/** How the attacker gets from where he stands to what he wants. */
export function WaysToAsset({ reach }: { readonly reach: Reach }) {
  const t = useAppStore(selectTranslate);
  const analysis = useAppStore(selectAll);
  const [asset, setAsset] = useState<Asset>('exec-in-pod');
  const { shortest, chains, total, undetermined } = useMemo(
    () => pathsFrom(reach, analysis, asset),
    [reach, analysis, asset],
  );
  return (
    <section>
      <h3 id="ways" tabIndex={-1}>
        {t('attacker.ways')}
      </h3>
      <label className="row">
        <span>{t('attacker.asset')}</span>
        <select
          value={asset}
          onChange={(event) => setAsset(assets.find((one) => one === event.target.value) ?? 'exec-in-pod')}
        >
          {assets.map((one) => (
            <option key={one} value={one}>
              {t(`asset.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {shortest === null ? <p>{t('attacker.no-way')}</p> : <Way title={t('attacker.shortest')} chain={shortest} />}
      {undetermined.length > 0 && (
        <p className="muted">{t('attacker.open-question', { count: undetermined.length })}</p>
      )}
      {total > 1 && (
        <details className="attacker-box">
          <summary>{t('attacker.all-ways', { shown: chains.length, all: total })}</summary>
          {chains.map((chain, index) => (
            <Way key={keyOf(chain)} title={t('attacker.way', { number: index + 1 })} chain={chain} />
          ))}
        </details>
      )}
    </section>
  );
}

function keyOf(chain: Chain): string {
  return chain.map(({ because, connection }) => `${because} ${connection?.id}`).join('>');
}

function Way({ title, chain }: { readonly title: string; readonly chain: Chain }) {
  return (
    <div className="way">
      <h4>{title}</h4>
      <ol>
        {chain.map((step) => (
          <li key={step.because}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      <LightButton chain={chain} title={title} />
    </div>
  );
}

function Step({ step: { because, condition, connection, others } }: { readonly step: AttackStep }) {
  const t = useAppStore(selectTranslate);
  return (
    <>
      {t(`step.${because}`)}
      {condition && (
        <em>
          {' '}
          {t('attacker.provided')} {t(`condition.${condition}`)}.
        </em>
      )}
      {connection && (
        <span className="step-path">
          <PathButton connection={connection} className="chip">
            <PathName connection={connection} />
          </PathButton>
          {others > 0 && <small>{t('attacker.others', { count: others })}</small>}
        </span>
      )}
    </>
  );
}

/** Keeps the connections of a way lit, and nothing else. */
function LightButton({ chain, title }: { readonly chain: Chain; readonly title: string }) {
  const t = useAppStore(selectTranslate);
  const pinned = useAppStore((state) => state.pinned);
  const togglePinned = useAppStore((state) => state.togglePinned);
  const layer = useAppStore((state) => state.layer);
  const setLayer = useAppStore((state) => state.setLayer);
  const used = chain.flatMap(({ connection }) => (connection ? [connection] : []));
  const ids = [...new Set(used.map(({ id }) => id))];
  if (ids.length === 0) return null;
  const isHighlighted = pinned.length === ids.length && ids.every((id) => pinned.includes(id));
  const light = () => {
    const wanted = isHighlighted ? [] : ids;
    for (const id of [
      ...pinned.filter((one) => !wanted.includes(one)),
      ...wanted.filter((one) => !pinned.includes(one)),
    ])
      togglePinned(id);
    if (!isHighlighted && layer === 'documented' && used.some(({ path }) => isAdjacent(path))) setLayer('all');
  };
  return (
    <button type="button" aria-pressed={isHighlighted} onClick={light} aria-label={`${title}: ${t('attacker.light')}`}>
      {t('attacker.light')}
    </button>
  );
}
