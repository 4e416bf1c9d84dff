import {
  certaintyText,
  fixText,
  weaknessPaths,
  weaknessSource,
  weaknessText,
  weaknessTitle,
} from '../../export/weaknessWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import type { Weakness } from '../../weaknesses/weakness.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './weaknesses.css';

/** Hosts that are named before the rest is only counted. */
const mostNames = 6;

/** One weakness in a line, and in full when it is opened: what it gives, where, and what closes it. */
export function WeaknessDetails({ weakness, isPath }: { readonly weakness: Weakness; readonly isPath?: true }) {
  const t = useAppStore(selectTranslate);
  const setFilter = useAppStore((state) => state.setFilter);
  const { severity, isSure, on, connections } = weakness;
  const { title, url } = weaknessSource(weakness);
  const paths = weaknessPaths(weakness);
  const names = on.length > mostNames ? `${on.slice(0, mostNames).join(', ')} … (${on.length})` : on.join(', ');
  return (
    <details className="weakness" data-weakness={weakness.id}>
      <summary>
        <b className={`severity severity-${severity}`}>{t(`weaknesses.severity.${severity}`)}</b>
        {!isSure && <i>{t('weaknesses.possible')}</i>} <span>{weaknessTitle(weakness, t)}</span>
      </summary>
      <Words text={weaknessText(weakness, t)} />
      <p className="muted">{certaintyText(weakness, t)}.</p>
      <dl>
        {names !== '' && (
          <>
            <dt>{t('weaknesses.on')}</dt>
            <dd>{names}</dd>
          </>
        )}
        {!isPath && (
          <>
            <dt>{t('weaknesses.paths')}</dt>
            <dd>
              {paths.length > 0 ? paths.join(', ') : t('weaknesses.no-path')}{' '}
              {paths.length > 0 && (
                <button
                  type="button"
                  className="link"
                  onClick={() => setFilter(`path:${[...new Set(connections.map(({ path }) => path))].join(',')}`)}
                >
                  {t('weaknesses.show')}
                </button>
              )}
            </dd>
          </>
        )}
        <dt>{t('weaknesses.fix')}</dt>
        <dd>
          <Words text={fixText(weakness, t)} />
        </dd>
        <dt>{t('weaknesses.record')}</dt>
        <dd>
          {url === null ? (
            title
          ) : (
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          )}
        </dd>
      </dl>
    </details>
  );
}
