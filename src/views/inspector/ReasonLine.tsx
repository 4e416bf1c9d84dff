import type { Reason } from '../../analysis/connection.ts';
import { settingName } from '../../catalog/settings.ts';
import { originWords } from '../../i18n/originWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** A setting that decided something: whose it is, its value, and where that comes from. */
export function ReasonLine({ reason }: { readonly reason: Reason }) {
  const t = useAppStore(selectTranslate);
  const version = useAppStore((state) => state.topology.kubernetesVersion);
  const { component, key, setting } = reason;
  const place = setting.source ? ` ${setting.source.file}:${setting.source.line}` : '';
  return (
    <small>
      {component}{' '}
      <code>
        {settingName(component, key)}
        {setting.value === null ? '' : `=${setting.value}`}
      </code>{' '}
      {setting.value === null && setting.origin !== 'unknown' ? `${t('setting.not-set')}, ` : ''}
      {originWords(setting, version, t)}
      {place}
    </small>
  );
}
