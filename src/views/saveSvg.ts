import { translator } from '../i18n/translate.ts';
import type { ThemeId } from '../scene/theme.ts';
import type { AppStore } from '../state/createAppStore.ts';
import { selectAnalysis } from '../state/selectors.ts';
import { download } from './download.ts';

/** Saves the whole picture as a file; its theme does not depend on the page's. */
export async function saveSvg(app: AppStore, theme: ThemeId): Promise<void> {
  const { exportSvg } = await import('../export/exportSvg.ts');
  const state = app.getState();
  const { topology, locale, colouring } = state;
  const date = new Date().toISOString().slice(0, 10);
  const svg = exportSvg(topology, selectAnalysis(state), { t: translator(locale), locale, theme, colouring, date });
  download(new Blob([svg], { type: 'image/svg+xml' }), 'mitmap.svg');
}
