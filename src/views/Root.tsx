import { loadArea } from '../i18n/translate.ts';
import { App } from './App.tsx';
import { onDemand } from './onDemand.tsx';

const NotesWindow = onDemand(async () => {
  const [{ NotesWindow: notes }] = await Promise.all([import('./presenter/NotesWindow.tsx'), loadArea('presenter')]);
  return { default: notes };
});

/** The app, or the window for notes that the presenting page has opened at `#notes=…`. */
export function Root() {
  return /^#notes=/.test(location.hash) ? <NotesWindow /> : <App />;
}
