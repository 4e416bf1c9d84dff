import { useEffect } from 'react';
import { tourStops } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useMedia } from '../shared/useMedia.ts';
import './tour.css';

/** In a window as low as this there is no place for it. */
const tooLow = '(max-height: 499px)';

/** Five looks around for somebody who is here for the first time. It takes neither the focus nor a click from the picture. */
export function Tour() {
  const t = useAppStore(selectTranslate);
  const step = useAppStore((state) => state.tour) ?? 0;
  const setTour = useAppStore((state) => state.setTour);
  const isTooLow = useMedia(tooLow);
  const stop = tourStops[step] ?? tourStops[0];
  const isLast = step === tourStops.length - 1;
  useEffect(() => {
    document.documentElement.dataset['tour'] = stop;
    return () => {
      delete document.documentElement.dataset['tour'];
    };
  }, [stop]);
  useEffect(() => {
    // Whatever else Esc closes, it closes that too.
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setTour(null);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [setTour]);
  if (isTooLow) return null;
  return (
    <div className="tour-place">
      <section className="tour" aria-label={t('tour.title')}>
        <div role="status">
          <p className="tour-step">
            {t('tour.title')}, {t('tour.step', { step: step + 1, count: tourStops.length })}
          </p>
          <h2>{t(`tour.${stop}.title`)}</h2>
          <p>{t(`tour.${stop}.text`)}</p>
        </div>
        <div className="tour-buttons">
          <button type="button" onClick={() => setTour(null)}>
            {t(isLast ? 'tour.done' : 'tour.end')}
          </button>
          {step > 0 && (
            <button type="button" onClick={() => setTour(step - 1)}>
              {t('tour.back')}
            </button>
          )}
          {!isLast && (
            <button type="button" className="primary" onClick={() => setTour(step + 1)}>
              {t('tour.next')}
            </button>
          )}
        </div>
      </section>
    </div>
  );
}
