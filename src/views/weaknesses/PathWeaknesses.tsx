import { useMemo } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { weaknessesAmong, weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { WeaknessDetails } from './WeaknessDetails.tsx';

/** What beside its settings decides on one connection. */
export function PathWeaknesses({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const analysis = useAppStore(selectAll);
  const own = useMemo(
    () =>
      weaknessesAmong(weaknessesOf(topology, analysis), [connection]).filter(
        ({ connections }) => connections.length > 0,
      ),
    [topology, analysis, connection],
  );
  if (own.length === 0) return null;
  return (
    <section className="weaknesses">
      <h3>{t('weaknesses.on-path')}</h3>
      {own.map((one) => (
        <WeaknessDetails key={one.id} weakness={one} isPath />
      ))}
    </section>
  );
}
