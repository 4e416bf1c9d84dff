import { lazy, Suspense } from 'react';
import { loadArea } from '../i18n/translate.ts';
import { App } from './App.tsx';

const NotesWindow = lazy(async () => {
  const [{ NotesWindow: notes }] = await Promise.all([import('./presenter/NotesWindow.tsx'), loadArea('presenter')]);
  return { default: notes };
});

/** The app, or the window for notes that the presenting page has opened at `#notes=…`. */
export function Root() {
  return /^#notes=/.test(location.hash) ? (
    <Suspense fallback={null}>
      <NotesWindow />
    </Suspense>
  ) : (
    <App />
  );
}
