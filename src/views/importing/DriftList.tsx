import { pathNumber } from '../../catalog/communicationPath.ts';
import { settingName } from '../../catalog/settings.ts';
import type { EffectiveSetting } from '../../domain/settings.ts';
import { themes } from '../../scene/theme.ts';
import type { Drift } from '../../state/drift.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** Rows of one kind that are shown; the rest is counted. */
const mostRows = 30;

/** What came, went and changed, and what that does to the verdicts. */
export function DriftList({ drift }: { readonly drift: Drift }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => state.theme);
  const { elements, settings, verdicts, unchanged } = drift;
  if (elements.length + settings.length + verdicts.length === 0) return <p>{t('drift.none')}</p>;
  const value = (one: EffectiveSetting) =>
    one.origin === 'unknown' ? t('status.unknown') : (one.value ?? t('setting.not-set'));
  return (
    <div className="drift">
      <ul className="elements">
        {elements.slice(0, mostRows).map(({ kind, name, change }) => (
          <li key={`${kind} ${name} ${change}`}>
            <b className={change}>
              {change === 'added' ? '+' : '−'} {t(`drift.${change}`)}
            </b>{' '}
            {kind === 'control plane' ? t('caption.control-plane') : kind} {name}
          </li>
        ))}
        <More count={elements.length - mostRows} />
      </ul>
      {settings.length > 0 && (
        <DriftTable title={t('drift.settings')}>
          {settings.slice(0, mostRows).map(({ component, key, before, after, count }) => (
            <tr key={[component, key, before.value, after.value].join()}>
              <td>
                {component} <code>{settingName(component, key)}</code>
                {count > 1 && ` ×${count}`}
              </td>
              <td>{value(before)}</td>
              <td>{value(after)}</td>
            </tr>
          ))}
        </DriftTable>
      )}
      <More count={settings.length - mostRows} />
      {verdicts.length === 0 ? (
        <p>{t('drift.no-verdict')}</p>
      ) : (
        <DriftTable title={t('drift.verdicts')}>
          {verdicts.map(({ path, was, is, gained, lost }) => (
            <tr key={[path, was, is, ...gained, '', ...lost].join()}>
              <td>
                <b>{path}</b> {t(`path.${path}.name`)}
                {was === is && (
                  <>
                    {gained.map((one) => ` + ${t(`exposure.${one}`)}`)}
                    {lost.map((one) => ` − ${t(`exposure.${one}`)}`)}
                  </>
                )}
              </td>
              {[was, is].map((status, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: before and after have their places
                <td key={index}>
                  {status === null ? (
                    t('drift.absent')
                  ) : (
                    <>
                      <StatusMark status={status} theme={themes[theme]} /> {t(`status.${status}`)}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </DriftTable>
      )}
      {unchanged.length > 0 && (
        <p>
          {t('drift.unchanged', { count: unchanged.length })} {unchanged.map(pathNumber).join(', ')}
        </p>
      )}
    </div>
  );
}

function DriftTable({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const t = useAppStore(selectTranslate);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="reference-table" tabIndex={0} role="group" aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('drift.before')}</th>
            <th scope="col">{t('drift.after')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function More({ count }: { readonly count: number }) {
  const t = useAppStore(selectTranslate);
  return count > 0 ? <li className="muted">{t('drift.more', { count })}</li> : null;
}
