import { useEffect, useRef } from 'react';
import type { Frame } from '../../lessons/lesson.ts';
import { isShown, showFrame } from '../../state/learning.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';

/** Pictures, one after the other, of a model that is only shown. */
export function DemonstrationPart({ frames }: { readonly frames: readonly Frame[] }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const shown = useAppStore(isShown);
  const at = useAppStore((state) => state.lesson?.demonstration?.frame ?? null);
  const app = useStoreApi();
  const start = useRef<HTMLButtonElement>(null);
  const onward = useRef<HTMLButtonElement>(null);
  const isRunning = at !== null;
  const wasRunning = useRef(isRunning);
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    if (wasRunning.current === isRunning) return;
    wasRunning.current = isRunning;
    (isRunning ? onward : start).current?.focus();
  }, [isRunning]);
  const frame = at === null ? undefined : frames[at];
  return (
    <section className="lesson-demonstration" aria-label={t('learning.demonstration')}>
      <h4>{t('learning.demonstration')}</h4>
      {at === null ? (
        <p>
          <button ref={start} type="button" disabled={!shown} onClick={() => showFrame(app, 0)}>
            {t('learning.demonstration.start')}
          </button>
        </p>
      ) : (
        <>
          <div role="status">
            <p className="eyebrow">{t('learning.demonstration.at', { frame: at + 1, of: frames.length })}</p>
            <Words text={frame?.text[locale] ?? ''} />
          </div>
          <div className="buttons">
            <button type="button" disabled={at === 0} onClick={() => showFrame(app, at - 1)}>
              ← {t('learning.demonstration.back')}
            </button>
            <button
              ref={onward}
              type="button"
              disabled={at === frames.length - 1}
              onClick={() => showFrame(app, at + 1)}
            >
              {t('learning.demonstration.next')} →
            </button>
            <button type="button" onClick={() => showFrame(app, null)}>
              {t('learning.demonstration.end')}
            </button>
          </div>
          <p className="muted">{t('learning.demonstration.note')}</p>
        </>
      )}
    </section>
  );
}
