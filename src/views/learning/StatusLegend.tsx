import { statuses } from '../../analysis/rules.ts';
import { themes } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';

/** Every badge with its meaning, where the list beside the picture is not there to tell. */
export function StatusLegend() {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  return (
    <ul className="lesson-legend" aria-label={t('app.status')}>
      {statuses.map((status) => (
        <li key={status}>
          <StatusMark status={status} theme={theme} />
          <span>{t(`status.${status}`)}</span>
        </li>
      ))}
    </ul>
  );
}
