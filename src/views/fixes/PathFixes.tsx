import { useMemo } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { isExposed, limitOf } from '../../remedies/exposed.ts';
import { remediesFor } from '../../remedies/forConnection.ts';
import { changesOf } from '../../remedies/resolveRemedy.ts';
import { withPreparation } from '../../remedies/smallestSet.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { FixDetails } from './FixDetails.tsx';
import { LimitCommands, TryButton } from './FixesPage.tsx';
import './fixes.css';

/** What closes one path, or why nothing does. */
export function PathFixes({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const openDialog = useAppStore((state) => state.openDialog);
  const effects = useMemo(() => remediesFor(topology, connection), [topology, connection]);
  const isDone = connection.status === 'protected' || connection.status === 'local';
  return (
    <>
      {connection.status === 'unknown' && <p>{t('fix.unknown')}</p>}
      {isDone && effects.length === 0 && <p>{t('fix.none')}</p>}
      {isExposed(connection) && effects.length === 0 && (
        <>
          <p>
            {t('fixes.of-path-nothing')} {t(`limit.${limitOf(connection)}`)}
          </p>
          <LimitCommands because={limitOf(connection)} />
        </>
      )}
      {effects.map(({ remedy, does }) => {
        const [before] = withPreparation(topology, remedy);
        return (
          <div key={remedy} className="fix">
            <p className="fix-title">
              <b>{t(`remedy.${remedy}.title`)}</b>
            </p>
            <p>
              {t(`fixes.of-path-${does}`)}
              {before !== undefined && before !== remedy && (
                <>
                  . {t('fixes.first')}: {t(`remedy.${before}.title`)}
                </>
              )}
            </p>
            <TryButton remedies={withPreparation(topology, remedy)} label={t('fixes.try')} />
            <details>
              <summary>{t('fixes.details')}</summary>
              <FixDetails remedy={remedy} changes={changesOf(topology, remedy)} />
            </details>
          </div>
        );
      })}
      <button type="button" onClick={() => openDialog('fixes')}>
        {t('fixes.all')}
      </button>
    </>
  );
}
