import { useState } from 'react';
import { canReload, reload } from '../../browser/reload.ts';
import { downloadProject } from '../../state/downloadProject.ts';
import type { Problem } from '../../state/problems.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';

/**
 * What failed, what became of the work, and what can be done.
 * @param part what failed, as the page calls it; null for an action, which has no place of its own
 * @param tryAgain shows the part once more; null where only another action can
 * @param close leaves the part; null where there is nothing to leave
 */
export function Failure({
  part,
  problem,
  tryAgain,
  close,
}: {
  readonly part: string | null;
  readonly problem: Problem;
  readonly tryAgain: (() => void) | null;
  readonly close: (() => void) | null;
}) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const { kind } = problem;
  const isOfParts = kind === 'not-loaded' || kind === 'fault';
  const [isServerGone, setServerGone] = useState(false);
  const reloadIfPossible = async () => {
    if (await canReload()) reload();
    else setServerGone(true);
  };
  return (
    <div className="failure">
      <div role="alert">
        <p className="failure-title">
          {part === null
            ? t(`failure.${kind}.action`)
            : t(kind === 'not-loaded' ? 'failure.not-loaded' : 'failure.fault', { part })}
        </p>
        <p>{t(isServerGone ? 'failure.no-server' : `failure.${kind}.advice`)}</p>
      </div>
      <div className="failure-buttons">
        {tryAgain && (
          <button type="button" className="primary" onClick={tryAgain}>
            {t('failure.try')}
          </button>
        )}
        {kind !== 'no-clipboard' && (
          <button type="button" onClick={() => downloadProject(app)}>
            {t('failure.save')}
          </button>
        )}
        {isOfParts && (
          <button type="button" onClick={() => void reloadIfPossible()}>
            {t('failure.reload')}
          </button>
        )}
        {close && (
          <button type="button" onClick={close}>
            {t('app.close')}
          </button>
        )}
      </div>
      <details>
        <summary>{t('failure.detail')}</summary>
        <code>{problem.detail}</code>
      </details>
    </div>
  );
}

/** What failed outside of any view. */
export function ProblemBar() {
  const t = useAppStore(selectTranslate);
  const problem = useAppStore((state) => state.problem);
  const tellProblem = useAppStore((state) => state.tellProblem);
  return (
    problem && (
      <section className="problem" aria-label={t('failure.title')}>
        <Failure part={null} problem={problem} tryAgain={null} close={() => tellProblem(null)} />
      </section>
    )
  );
}
