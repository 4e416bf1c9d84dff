import { countsOf } from '../../state/ownModel.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useCounts } from '../shared/useNumbers.ts';
import './bars.css';

/** Asks before a file's model takes the place of work that is not saved. */
export function WaitingBar() {
  const t = useAppStore(selectTranslate);
  const written = useCounts();
  const pendingOpen = useAppStore((state) => state.pendingOpen);
  const decide = useAppStore((state) => state.decidePendingOpen);
  if (!pendingOpen) return null;
  return (
    <section className="bar asking" aria-label={t('sharing.waiting')}>
      <p role="alert">
        <b>{t('sharing.waiting')}</b>{' '}
        {t('sharing.waiting.what', { file: pendingOpen.source.file, ...written(countsOf(pendingOpen.topology)) })}
      </p>
      <div className="buttons">
        <button type="button" onClick={() => decide(false)}>
          {t('sharing.waiting.keep')}
        </button>
        <button type="button" className="primary" onClick={() => decide(true)}>
          {t('sharing.waiting.open')}
        </button>
      </div>
    </section>
  );
}
