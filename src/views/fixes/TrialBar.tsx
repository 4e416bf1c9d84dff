import { exposedIn } from '../../remedies/exposed.ts';
import { remedyFacts } from '../../remedies/remedyFacts.ts';
import { remedyIds } from '../../remedies/remedyIds.ts';
import { changesOf } from '../../remedies/resolveRemedy.ts';
import { directionOf, verdictChanges } from '../../state/changes.ts';
import { selectAll, selectTranslate, selectTrialBaseAnalysis } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './fixes.css';

/** What a trial does, and whether it shall stay. */
export function TrialBar() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const trialBase = useAppStore((state) => state.trialBase);
  const before = useAppStore(selectTrialBaseAnalysis);
  const now = useAppStore(selectAll);
  const endTrial = useAppStore((state) => state.endTrial);
  const openDialog = useAppStore((state) => state.openDialog);
  if (!trialBase || !before) return null;
  // What is only documented and not there counts for nothing.
  const changes = verdictChanges(before, now).filter((change) => change.now.count > 0);
  const isSafe = (status: string) => status === 'protected' || status === 'local';
  const better = changes.filter(({ before: was, now: is }) => !isSafe(was.status) && isSafe(is.status));
  const worse = changes.filter((change) => directionOf(change) === 'worse');
  const open = new Set(exposedIn(now).map(({ path }) => path)).size;
  // What was not so before and is so now has been done.
  const done = remedyIds.filter((id) => changesOf(trialBase, id).length > 0 && changesOf(topology, id).length === 0);
  const [first, ...others] = [...new Set(done.flatMap((id) => remedyFacts[id].breaks ?? []))];
  return (
    <section className="trial" aria-label={t('trial.title')}>
      <p role="status">
        <b>{t('trial.title')}:</b>{' '}
        {changes.length === 0 ? t('trial.none') : t('trial.summary', { protected: `+${better.length}`, open })}
        {worse.length > 0 && `, ${t('trial.worse', { count: worse.length })}`}.{' '}
        {first && <span className="breaks">⚠ {t('trial.breaks', { what: t(`breaks.${first}`) })}. </span>}
        {changes.length === 0 && <span className="muted">{t('trial.hint')}</span>}
      </p>
      {others.length > 0 && (
        <details>
          <summary>{t('trial.more-breaks', { count: others.length })}</summary>
          <ul>
            {others.map((id) => (
              <li key={id}>{t(`breaks.${id}`)}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="buttons">
        <button type="button" onClick={() => openDialog('before-after')}>
          {t('trial.compare')}
        </button>
        <button type="button" onClick={() => endTrial(false)}>
          {t('trial.discard')}
        </button>
        <button type="button" className="primary" onClick={() => endTrial(true)}>
          {t('trial.apply')}
        </button>
      </div>
    </section>
  );
}
