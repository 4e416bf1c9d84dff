import { fromWorst } from '../../analysis/rules.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import { touches } from '../../population/classes.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** The paths that begin or end at an element, the worst first: from a box or a cell to what can happen to it. */
export function ElementPaths({ id }: { readonly id: string }) {
  const t = useAppStore(selectTranslate);
  const { connections } = useAppStore(selectAnalysis);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  const select = useAppStore((state) => state.select);
  const isTold = useAppStore((state) => state.hiddenAnswers === null);
  const rank = (one: (typeof connections)[number]) => fromWorst.indexOf(displayStatus(one, colorBy));
  const own = connections.filter((one) => one.count > 0 && touches(one, id)).sort((a, b) => rank(a) - rank(b));
  if (own.length === 0 || !isTold) return null;
  return (
    <details className="element-paths" open={own.length <= 12}>
      <summary>{t('inspector.paths-here', { count: own.length })}</summary>
      <ul className="paths">
        {own.map((connection) => (
          <li key={connection.id}>
            <button
              type="button"
              className="path"
              onClick={() => select({ type: 'connection', id: connection.id, boxId: null })}
            >
              <StatusMark status={displayStatus(connection, colorBy)} theme={theme} />
              <span>
                <b>
                  {pathNumber(connection.path)}
                  {connection.variant ?? ''}
                </b>{' '}
                {t(`path.${connection.path}.name`)}
                <small>
                  {connection.listener ? `${connection.listener} · ` : ''}
                  {t(`status.${displayStatus(connection, colorBy)}`)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
