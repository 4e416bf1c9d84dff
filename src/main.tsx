import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forget, isStorable, store, stored } from './browser/storage.ts';
import { type Locale, locales } from './i18n/texts.ts';
import { loadArea, loadLocale } from './i18n/translate.ts';
import { createWorkerReader } from './reading/workerReader.ts';
import { createAppStore, ownModel } from './state/createAppStore.ts';
import { AppStoreContext } from './views/AppStoreContext.ts';
import { connectFragment } from './views/fragment.ts';
import { Root } from './views/Root.tsx';

function preferredLocale(): Locale {
  const wanted = stored('locale') ?? navigator.language.slice(0, 2);
  return locales.find((locale) => locale === wanted) ?? 'en';
}

function preferredTheme(): 'light' | 'dark' {
  const wanted = stored('theme');
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The checker of our own files is loaded only for somebody who was here before. */
async function savedModel() {
  const saved = stored('project');
  if (saved === null) return null;
  const { readProject } = await import('./project/projectFile.ts');
  return readProject(saved);
}

/** What was replaced by another cluster on an earlier day. */
async function savedRecent() {
  const saved = stored('recent');
  if (saved === null) return [];
  const { readRecent } = await import('./project/projectFile.ts');
  return readRecent(saved);
}

function savedPanels(): Partial<{ sidebar: number; inspector: number }> {
  const [sidebar, inspector] = (stored('panels') ?? '').split(',').map(Number);
  return sidebar && inspector && sidebar <= 640 && inspector <= 640 ? { sidebar, inspector } : {};
}

const locale = preferredLocale();
await Promise.all([loadLocale(locale), loadArea('interface')]);

const saved = await savedModel();
const app = createAppStore({
  locale,
  theme: preferredTheme(),
  topology: saved?.ok ? saved.topology : null,
  recent: await savedRecent(),
  letterKeys: stored('letterKeys') !== 'off',
  reader: createWorkerReader(),
});
app.getState().setPanels(savedPanels());
if (saved?.ok === false) app.getState().reportUnreadable({ kind: 'stored', file: '' }, saved);
app.subscribe((state, past) => {
  if (state.dock !== past.dock) void import('./state/learning.ts').then(({ followDock }) => followDock(app));
});
// What a link asks for is for this visit; so nothing of it is kept.
await connectFragment(app);

app.subscribe((state, past) => {
  if (state.locale !== past.locale) store('locale', state.locale);
  if (state.theme !== past.theme) store('theme', state.theme);
  if (state.letterKeys !== past.letterKeys) store('letterKeys', state.letterKeys ? 'on' : 'off');
  if (state.panels !== past.panels) store('panels', `${state.panels.sidebar},${state.panels.inspector}`);
  if (ownModel(state) !== ownModel(past)) void saveProject();
  if (state.recent !== past.recent) void saveRecent();
});

let saving: ReturnType<typeof setTimeout> | undefined;

async function saveProject() {
  clearTimeout(saving);
  const own = ownModel(app.getState());
  if (!isStorable(own)) {
    forget('project');
    return;
  }
  const { writeProject } = await import('./project/writeProject.ts');
  saving = setTimeout(() => store('project', writeProject(ownModel(app.getState()))), 150);
}

async function saveRecent() {
  const { writeRecent } = await import('./project/projectFile.ts');
  store('recent', writeRecent(app.getState().recent.filter(({ topology }) => isStorable(topology))));
}

// Whoever comes by a link wants to see what it shows.
if (!location.hash && stored('tour') === null) {
  app.getState().setTour(0);
  store('tour', 'seen');
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <AppStoreContext value={app}>
      <Root />
    </AppStoreContext>
  </StrictMode>,
);
