import { analyze } from '../../analysis/analyze.ts';
import { changesBetween } from '../../catalog/timeline.ts';
import { minorVersion } from '../../domain/topology.ts';
import { pathDifferences, unchangedPaths } from '../../state/changes.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** What changing the version has changed: in Kubernetes, and in this cluster. */
export function VersionNote() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const from = useAppStore((state) => state.versionBefore);
  const forget = useAppStore((state) => state.forgetVersion);
  const to = topology.kubernetesVersion;
  const [older, newer] = [minorVersion(from ?? ''), minorVersion(to)];
  if (from === null || from === to || older === null || newer === null) return null;
  const changes = changesBetween(older, newer);
  const [before, now] = [analyze({ ...topology, kubernetesVersion: from }), analyze(topology)];
  const differences = pathDifferences(before, now);
  const unchanged = unchangedPaths(before, now);
  return (
    <div className="version-note" role="status">
      <b>{t('versions.title', { from, to })}</b>
      {changes.length === 0 && <p>{t('versions.none')}</p>}
      {newer < older && changes.length > 0 && <p>{t('versions.back')}</p>}
      <ul>
        {changes.map(({ id, minor }) => (
          <li key={id}>
            <b>1.{minor}</b> {t(`change.${id}`)}
          </li>
        ))}
      </ul>
      <b>{t('versions.here')}</b>
      {differences.length === 0 && <p>{t('versions.here-none')}</p>}
      <ul>
        {differences.map(({ path, was, is, gained, lost }) => (
          <li key={[path, was, is, ...gained, '', ...lost].join()}>
            {t(`path.${path}.name`)}:{' '}
            {is === null
              ? t('versions.disappears')
              : was === null
                ? t('versions.appears', { status: t(`status.${is}`) })
                : was === is
                  ? [
                      ...gained.map((one) => `+ ${t(`exposure.${one}`)}`),
                      ...lost.map((one) => `− ${t(`exposure.${one}`)}`),
                    ].join(', ')
                  : `${t(`status.${was}`)} → ${t(`status.${is}`)}`}
          </li>
        ))}
      </ul>
      {differences.length > 0 && unchanged.length > 0 && (
        <p className="muted">{t('versions.unchanged', { count: unchanged.length })}</p>
      )}
      <button type="button" onClick={forget}>
        {t('versions.close')}
      </button>
    </div>
  );
}
