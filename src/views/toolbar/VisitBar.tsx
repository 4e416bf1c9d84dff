import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './bars.css';

/** Says that a link's model is shown, what became of the user's own, and what can be done with this one. */
export function VisitBar() {
  const t = useAppStore(selectTranslate);
  const sharedSession = useAppStore((state) => state.sharedSession);
  const name = useAppStore((state) => state.topology.name);
  const refusals = useAppStore((state) => state.refusals);
  const endSharedSession = useAppStore((state) => state.endSharedSession);
  if (!sharedSession) return null;
  return (
    <section className={refusals > 0 ? 'bar asking' : 'bar'} aria-label={t('sharing.visit')}>
      <p role="status">
        {refusals > 0
          ? t('sharing.visit.refused')
          : t(sharedSession.viewOnly ? 'sharing.visit.view-only' : 'sharing.visit.editable', { name })}
      </p>
      <div className="buttons">
        <button type="button" onClick={() => endSharedSession('own')}>
          {t('sharing.visit.back')}
        </button>
        {sharedSession.viewOnly && (
          <button type="button" className="primary" onClick={() => endSharedSession('copy')}>
            {t('sharing.visit.copy')}
          </button>
        )}
      </div>
    </section>
  );
}
