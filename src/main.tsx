import 'virtual:theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isOneFile } from './browser/buildInfo.ts';
import { isFramed, refuseFrame } from './browser/framed.ts';
import { whenIdle } from './browser/idle.ts';
import { loadPart } from './browser/loadPart.ts';
import { forget, onForget, store, stored } from './browser/storage.ts';
import { type Locale, locales } from './i18n/texts.ts';
import { loadArea, loadLocale } from './i18n/translate.ts';
import { createWorkerReader } from './reading/workerReader.ts';
import { connectFragment } from './state/addressState.ts';
import type { AppStore } from './state/appState.ts';
import { createAppStore } from './state/createAppStore.ts';
import { keepWork } from './state/keepWork.ts';
import { tellWhatIsThrown } from './state/tellWhatIsThrown.ts';
import { Root } from './views/Root.tsx';
import { AppStoreContext } from './views/shared/AppStoreContext.ts';

function preferredLocale(): Locale {
  const wanted = stored('locale') ?? navigator.language.slice(0, 2);
  return locales.find((locale) => locale === wanted) ?? 'en';
}

function preferredTheme(): 'light' | 'dark' {
  const wanted = stored('theme');
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The model of the last visit, and what was replaced by another cluster on an earlier day. */
async function savedWork() {
  const [project, recent] = [stored('project'), stored('recent')];
  // The checker of our own files is loaded only for somebody who was here before.
  if (project === null && recent === null) return { project: null, recent: [] };
  const { readProject, readRecent } = await loadPart(() => import('./project/projectFile.ts'));
  return { project: project === null ? null : readProject(project), recent: recent === null ? [] : readRecent(recent) };
}

function savedPanels(): Partial<{ sidebar: number; inspector: number }> {
  const [sidebar, inspector] = (stored('panels') ?? '').split(',').map(Number);
  return sidebar && inspector && sidebar <= 640 && inspector <= 640 ? { sidebar, inspector } : {};
}

/** Keeps what is chosen for the next visit. */
function keepPreferences(app: AppStore): void {
  app.subscribe((state, past) => {
    if (state.locale !== past.locale) store('locale', state.locale);
    if (state.theme !== past.theme) store('theme', state.theme);
    if (state.letterKeys !== past.letterKeys) store('letterKeys', state.letterKeys ? 'on' : 'off');
    if (state.panels !== past.panels) store('panels', `${state.panels.sidebar},${state.panels.inspector}`);
  });
}

/** Keeps a copy of the page in this browser, so that it opens without its server. */
async function keepCopy(app: AppStore): Promise<void> {
  const { setOffline } = app.getState();
  const { keepOfflineCopy } = await loadPart(() => import('./browser/offlineCopy.ts'));
  await keepOfflineCopy({
    onCopy: (offlineCopy) => setOffline({ offlineCopy }),
    onNewVersion: (newVersion) => setOffline({ newVersion }),
  });
}

/** @throws BrowserFailure where a part that the page cannot begin without did not come; nothing that is kept has changed then */
async function start(root: HTMLElement): Promise<void> {
  const locale = preferredLocale();
  await Promise.all([loadLocale(locale), loadArea('interface')]);
  const saved = await savedWork();
  const app = createAppStore({
    locale,
    theme: preferredTheme(),
    topology: saved.project?.ok ? saved.project.topology : null,
    recent: saved.recent,
    letterKeys: stored('letterKeys') !== 'off',
    reader: createWorkerReader(),
  });
  tellWhatIsThrown(app);
  app.getState().setPanels(savedPanels());
  if (saved.project?.ok === false) app.getState().reportUnreadable({ kind: 'stored', file: '' }, saved.project);
  app.subscribe((state, past) => {
    if (state.dock !== past.dock)
      void loadPart(() => import('./state/learning.ts')).then(({ followDock }) => followDock(app));
  });
  // What a link asks for is for this visit; so nothing of it is kept.
  await connectFragment(app).catch(app.getState().tellProblem);
  keepPreferences(app);
  addEventListener('pagehide', keepWork(app, { store, forget, onForget }));
  // Whoever comes by a link wants to see what it shows.
  if (!location.hash && stored('tour') === null) {
    app.getState().setTour(0);
    store('tour', 'seen');
  }
  // The page that has everything in it needs no copy, and the development server changes all the time.
  if (!isOneFile && import.meta.env.PROD) whenIdle(() => void keepCopy(app));
  createRoot(root).render(
    <StrictMode>
      <AppStoreContext value={app}>
        <Root />
      </AppStoreContext>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const starting = isFramed() ? Promise.resolve(refuseFrame(root)) : start(root);
await starting.catch((failure: unknown) => {
  // What stands in the page until it has started says what to do, and needs no part that could be missing.
  root.dataset['failed'] = 'true';
  throw failure;
});
