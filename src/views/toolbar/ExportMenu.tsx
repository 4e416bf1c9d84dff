import { useState } from 'react';
import { type ThemeId, themeIds } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../AppStoreContext.ts';
import { saveSvg } from '../saveSvg.ts';

/** Saves the whole picture; the theme of the file is independent of the page's. */
export function ExportMenu() {
  const t = useAppStore(selectTranslate);
  const [theme, setTheme] = useState<ThemeId>('light');
  const app = useStoreApi();
  return (
    <span className="split">
      <button type="button" className="primary" onClick={() => void saveSvg(app, theme)}>
        {t('app.export')}
      </button>
      <select
        aria-label={t('app.export-theme')}
        value={theme}
        onChange={(event) => setTheme(themeIds.find((id) => id === event.target.value) ?? 'light')}
      >
        {themeIds.map((id) => (
          <option key={id} value={id}>
            {t(`app.theme.${id}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
