import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../AppStoreContext.ts';

/** What the last import brought, and every problem with file and line. */
export function ImportReport() {
  const t = useAppStore(selectTranslate);
  const reading = useAppStore((state) => state.reading);
  const report = useAppStore((state) => state.report);
  const dismiss = useAppStore((state) => state.dismissReport);
  if (reading)
    return (
      <p role="status" className="report">
        {t('app.reading')}
      </p>
    );
  if (!report) return null;
  const { nodes, pods, services } = report;
  return (
    <section className="report" aria-label={t('app.problems')}>
      <p role="status">{report.succeeded ? t('app.imported', { nodes, pods, services }) : t('app.import-failed')}</p>
      {report.issues.length > 0 && (
        <ul>
          {report.issues.slice(0, 100).map(({ code, severity, place, params }) => (
            <li key={`${code}${place.file}${place.line}${JSON.stringify(params)}`} className={severity}>
              <b>{t(`severity.${severity}`)}</b>{' '}
              <code>
                {place.file}:{place.line}
              </code>{' '}
              {t(`issue.${code}`, params)}
            </li>
          ))}
        </ul>
      )}
      <button type="button" onClick={dismiss}>
        {t('app.close')}
      </button>
    </section>
  );
}
