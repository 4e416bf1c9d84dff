import { useEffect, useRef } from 'react';
import type { Reach } from '../../attack/reach/reachOf.ts';
import { isAdjacent } from '../../catalog/communicationPath.ts';
import { selectReach, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { OutOfReach, ReachList } from './ReachList.tsx';
import { WaysToAsset } from './WaysToAsset.tsx';
import './attacker.css';

/** The attacker: who he is, what is assumed, what he reaches, what he does not, and his ways to an asset. */
export function AttackerPanel() {
  const t = useAppStore(selectTranslate);
  const reach = useAppStore(selectReach);
  const setAttacker = useAppStore((state) => state.setAttacker);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever comes back from a path pressed a button that is no longer there.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  if (!reach) return null;
  const { position, unavailable } = reach;
  return (
    <>
      <div className="inspector-tools">
        <button type="button" onClick={() => void setAttacker(null)}>
          {t('attacker.leave')}
        </button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {t('attacker.on-this-path', { position: t(`attacker.at.${position.id}`) })}
      </h2>
      <p>{t(`attacker.who.${position.id}`)}</p>
      {unavailable === null ? (
        <>
          <Counts reach={reach} />
          <p>
            <button type="button" className="link" onClick={() => document.getElementById('ways')?.focus()}>
              {t('attacker.ways')} ↓
            </button>
          </p>
          <Assumptions reach={reach} />
          <section>
            <h3>{t('attacker.in-reach')}</h3>
            <ReachList ranked={reach.ranked} />
            <OutOfReach entries={reach.outOfReach} />
          </section>
          <WaysToAsset key={position.id} reach={reach} />
        </>
      ) : (
        <p className="note">
          {t('reach.unavailable')} ({t(`unavailable.${unavailable}`)})
        </p>
      )}
    </>
  );
}

function Counts({ reach: { ranked, outOfReach } }: { readonly reach: Reach }) {
  const t = useAppStore(selectTranslate);
  const layer = useAppStore((state) => state.layer);
  const setLayer = useAppStore((state) => state.setLayer);
  const open = ranked.filter(({ access }) => access === 'undetermined').length;
  const beside = layer === 'all' ? 0 : ranked.filter(({ connection }) => isAdjacent(connection.path)).length;
  return (
    <>
      <p className="reach-counts">
        <b>{t('attacker.reaches', { reached: ranked.length - open, all: ranked.length + outOfReach.length })}</b>
        {open > 0 && `, ${t('attacker.undetermined', { count: open })}`}
      </p>
      {beside > 0 && (
        <p className="muted">
          {t('attacker.beside', { count: beside })}{' '}
          <button type="button" className="link" onClick={() => setLayer('all')}>
            {t('attacker.draw-all')}
          </button>
        </p>
      )}
    </>
  );
}

function Assumptions({ reach }: { readonly reach: Reach }) {
  const t = useAppStore(selectTranslate);
  const { assumptions } = reach.position;
  return (
    <details className="attacker-box">
      <summary>{t('attacker.assumptions', { count: assumptions.length })}</summary>
      <ul>
        {assumptions.map((id) => (
          <li key={id}>{t(`assume.${id}`)}</li>
        ))}
      </ul>
    </details>
  );
}
