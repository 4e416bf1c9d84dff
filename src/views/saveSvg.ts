import { translator } from '../i18n/translate.ts';
import type { ThemeId } from '../scene/theme.ts';
import type { AppStore } from '../state/createAppStore.ts';
import { download } from './download.ts';

/** Saves the whole picture as a file; its theme does not depend on the page's. */
export async function saveSvg(app: AppStore, theme: ThemeId): Promise<void> {
  const { exportSvg } = await import('../export/exportSvg.ts');
  const { topology, locale, colouring, layer } = app.getState();
  const date = new Date().toISOString().slice(0, 10);
  const svg = exportSvg(topology, { t: translator(locale), locale, theme, colouring, layer, date });
  download(new Blob([svg], { type: 'image/svg+xml' }), 'mitmap.svg');
}
