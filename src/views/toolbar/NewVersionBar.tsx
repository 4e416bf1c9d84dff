import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './bars.css';

/** Offers another version of the page, and lets the user go on with this one. */
export function NewVersionBar() {
  const t = useAppStore(selectTranslate);
  const apply = useAppStore((state) => state.newVersion);
  const setOffline = useAppStore((state) => state.setOffline);
  return (
    apply && (
      <section className="bar" aria-label={t('new-version.title')}>
        <p role="status">{t('new-version.what')}</p>
        <div className="buttons">
          <button type="button" className="primary" onClick={apply}>
            {t('new-version.apply')}
          </button>
          <button type="button" onClick={() => setOffline({ newVersion: null })}>
            {t('new-version.later')}
          </button>
        </div>
      </section>
    )
  );
}
