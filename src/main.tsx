import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Locale, locales } from './i18n/texts.ts';
import { loadArea, loadLocale } from './i18n/translate.ts';
import { createAppStore } from './state/createAppStore.ts';
import { createWorkerReader } from './state/workerReader.ts';
import { App } from './views/App.tsx';
import { AppStoreContext } from './views/AppStoreContext.ts';
import { connectFragment } from './views/fragment.ts';

const keys = {
  project: 'mitmap.project',
  recent: 'mitmap.recent',
  locale: 'mitmap.locale',
  theme: 'mitmap.theme',
  letterKeys: 'mitmap.letter-keys',
  panels: 'mitmap.panels',
};

/** Storage may be full or forbidden; the app works without it. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing is lost but the next visit's convenience.
  }
}

function preferredLocale(): Locale {
  const wanted = stored(keys.locale) ?? navigator.language.slice(0, 2);
  return locales.find((locale) => locale === wanted) ?? 'en';
}

function preferredTheme(): 'light' | 'dark' {
  const wanted = stored(keys.theme);
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** The checker of our own files is loaded only for somebody who was here before. */
async function savedTopology() {
  const saved = stored(keys.project);
  if (saved === null) return null;
  const { readProject } = await import('./project/projectFile.ts');
  return readProject(saved);
}

/** What was replaced by another cluster on an earlier day. */
async function savedRecent() {
  const saved = stored(keys.recent);
  if (saved === null) return [];
  const { readRecent } = await import('./project/projectFile.ts');
  return readRecent(saved);
}

function savedPanels(): Partial<{ sidebar: number; inspector: number }> {
  const [sidebar, inspector] = (stored(keys.panels) ?? '').split(',').map(Number);
  return sidebar && inspector && sidebar <= 640 && inspector <= 640 ? { sidebar, inspector } : {};
}

const locale = preferredLocale();
await Promise.all([loadLocale(locale), loadArea('interface')]);

const app = createAppStore({
  locale,
  theme: preferredTheme(),
  topology: await savedTopology(),
  recent: await savedRecent(),
  letterKeys: stored(keys.letterKeys) !== 'off',
  reader: createWorkerReader(),
});
app.getState().setPanels(savedPanels());

app.subscribe((state, past) => {
  if (state.locale !== past.locale) store(keys.locale, state.locale);
  if (state.theme !== past.theme) store(keys.theme, state.theme);
  if (state.letterKeys !== past.letterKeys) store(keys.letterKeys, state.letterKeys ? 'on' : 'off');
  if (state.panels !== past.panels) store(keys.panels, `${state.panels.sidebar},${state.panels.inspector}`);
  if (state.topology !== past.topology || state.untried !== past.untried) void saveProject();
  if (state.recent !== past.recent) void saveRecent();
});

let saving: ReturnType<typeof setTimeout> | undefined;

async function saveProject() {
  clearTimeout(saving);
  const { writeProject } = await import('./project/projectFile.ts');
  saving = setTimeout(() => store(keys.project, writeProject(ownModel(app.getState()))), 150);
}

/** What is only tried is not kept. */
function ownModel({ topology, untried }: ReturnType<typeof app.getState>) {
  return untried ?? topology;
}

async function saveRecent() {
  const { writeRecent } = await import('./project/projectFile.ts');
  store(keys.recent, writeRecent(app.getState().recent));
}

connectFragment(app);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <AppStoreContext value={app}>
      <App />
    </AppStoreContext>
  </StrictMode>,
);
