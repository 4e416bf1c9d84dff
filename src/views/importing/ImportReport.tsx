import type { Reading } from '../../state/appState.ts';
import { isStorable } from '../../state/keepWork.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useCounts } from '../shared/useNumbers.ts';
import { NotOpened } from './NotOpened.tsx';

/** How far a reading is, and what the last import brought. */
export function ImportReport() {
  const report = useAppStore((state) => state.report);
  const reading = useAppStore((state) => state.reading);
  if (reading) return <HowFar {...reading} />;
  return report && <Outcome />;
}

function HowFar({ file, fraction, counts }: Reading) {
  const t = useAppStore(selectTranslate);
  const written = useCounts();
  const cancel = useAppStore((state) => state.cancelImport);
  return (
    <section className="report" aria-label={t('app.reading')}>
      <p role="status">{t('import.reading', { file })}</p>
      <progress value={fraction} max={1} aria-label={t('app.reading')} />
      {/* Not a status: nobody wants to hear a number ten times a second. */}
      {counts && counts.nodes + counts.pods + counts.services > 0 && <span>{t('import.so-far', written(counts))}</span>}
      <button type="button" onClick={cancel}>
        {t('import.cancel')}
      </button>
    </section>
  );
}

function Outcome() {
  const t = useAppStore(selectTranslate);
  const report = useAppStore((state) => state.report);
  const isStored = useAppStore((state) => isStorable(state.topology));
  const dismiss = useAppStore((state) => state.dismissReport);
  const openDialog = useAppStore((state) => state.openDialog);
  const written = useCounts();
  if (!report) return null;
  const { outcome, issues, restored, opened, unreadable } = report;
  if (opened && unreadable) return <NotOpened source={opened} unreadable={unreadable} />;
  const counts = written(report);
  const words = {
    opened: () => t('sharing.opened', { file: opened?.file ?? '', ...counts }),
    unreadable: () => '',
    imported: () => t('app.imported', counts),
    failed: () => t('app.import-failed'),
    canceled: () => t('import.canceled'),
    restored: () => t('key.restored', { count: restored }),
    'foreign-key': () => t('key.unknown'),
  }[outcome]();
  // What makes an import fail is worth reading at once.
  const urgent = outcome === 'failed' ? issues.filter(({ severity }) => severity === 'error').slice(0, 3) : [];
  return (
    <section className="report" aria-label={t('app.problems')}>
      <p role="status">
        {words}
        {outcome === 'imported' && !isStored && ` ${t('app.not-stored')}`}
      </p>
      {urgent.length > 0 && (
        <ul>
          {urgent.map(({ code, place, params }) => (
            <li key={`${code}${place.file}${place.line}`} className="error">
              <b>{t('severity.error')}</b>{' '}
              <code>
                {place.file}:{place.line}
              </code>{' '}
              {t(`issue.${code}`, params)}
            </li>
          ))}
        </ul>
      )}
      {(outcome === 'imported' || issues.length > 0) && (
        <button type="button" onClick={() => openDialog('problems')}>
          {t('report.details')} ({issues.length})
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {t('app.close')}
      </button>
    </section>
  );
}
