import { useState } from 'react';
import { type ThemeId, themeIds } from '../../scene/theme.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../AppStoreContext.ts';

/** Saves the whole picture; the theme of the file is independent of the page's. */
export function ExportMenu() {
  const t = useAppStore(selectTranslate);
  const [theme, setTheme] = useState<ThemeId>('light');
  const store = useStoreApi();
  const save = async () => {
    const { exportSvg } = await import('../../export/exportSvg.ts');
    const state = store.getState();
    const date = new Date().toISOString().slice(0, 10);
    const { topology, locale, colouring } = state;
    const svg = exportSvg(topology, selectAnalysis(state), { t, locale, theme, colouring, date });
    download(new Blob([svg], { type: 'image/svg+xml' }), 'mitmap.svg');
  };
  return (
    <span className="split">
      <button type="button" className="primary" onClick={() => void save()}>
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

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
