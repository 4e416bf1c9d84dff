import { useMemo } from 'react';
import { whyUnavailable } from '../../attack/attackerPosition.ts';
import { positionIds } from '../../attack/positionIds.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Where the attacker stands: chosen here, explained in the details. */
export function AttackerChoice() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const attacker = useAppStore((state) => state.attacker);
  const setAttacker = useAppStore((state) => state.setAttacker);
  const select = useAppStore((state) => state.select);
  const analysis = useAppStore(selectAll);
  const positions = useMemo(
    () => positionIds.map((id) => ({ id, why: whyUnavailable(topology, analysis, id) })),
    [topology, analysis],
  );
  const choose = (wanted: string) => {
    // What is selected would hide what the attacker reaches.
    select(null);
    void setAttacker(positionIds.find((id) => id === wanted) ?? null);
  };
  return (
    <section className="attacker-choice">
      <h2>{t('attacker.title')}</h2>
      <label className="row">
        <span>{t('attacker.stands')}</span>
        <select value={attacker ?? ''} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('attacker.nowhere')}</option>
          {positions.map(({ id, why }) => (
            <option key={id} value={id} disabled={why !== null && id !== attacker}>
              {why === null
                ? t(`attacker.at.${id}`)
                : t('attacker.not-here', { position: t(`attacker.at.${id}`), why: t(`unavailable.${why}`) })}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
