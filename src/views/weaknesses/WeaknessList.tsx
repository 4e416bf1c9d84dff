import { useMemo } from 'react';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { WeaknessDetails } from './WeaknessDetails.tsx';

/** What beside the settings of its paths decides who is in the middle of this cluster; what is only possible is folded away. */
export function WeaknessList() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const analysis = useAppStore(selectAll);
  const all = useMemo(() => weaknessesOf(topology, analysis), [topology, analysis]);
  if (all.length === 0) return null;
  const sure = all.filter(({ isSure }) => isSure);
  const possible = all.filter(({ isSure }) => !isSure);
  return (
    <section className="weaknesses" aria-label={t('weaknesses.title')}>
      <h2>{t('weaknesses.short')}</h2>
      {sure.map((one) => (
        <WeaknessDetails key={one.id} weakness={one} />
      ))}
      {possible.length > 0 && (
        <details>
          <summary>
            {t('weaknesses.possible')} ({possible.length})
          </summary>
          {possible.map((one) => (
            <WeaknessDetails key={one.id} weakness={one} />
          ))}
        </details>
      )}
    </section>
  );
}
