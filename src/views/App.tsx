import { useEffect, useState } from 'react';
import { selectTranslate } from '../state/selectors.ts';
import { useAppStore, useStoreApi } from './AppStoreContext.ts';
import { Diagram } from './diagram/Diagram.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { readFiles } from './readFiles.ts';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { ImportReport } from './toolbar/ImportReport.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import './theme.css';
import './App.css';

/** The page frame: toolbar, list, picture, details. */
export function App() {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => state.theme);
  const locale = useAppStore((state) => state.locale);
  const selection = useAppStore((state) => state.selection);
  const crash = t('app.crash');
  const topology = useAppStore((state) => state.topology);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
    document.title = t('app.title');
  }, [locale, theme, t]);
  useKeys();
  const dropping = useDrop();
  return (
    <div className={selection ? 'app with-details' : 'app'}>
      <a className="skip" href="#paths" onClick={(event) => focusList(event)}>
        {t('app.skip')}
      </a>
      <Toolbar />
      <Sidebar />
      <main>
        <ImportReport />
        <ErrorBoundary key={topology.name} message={crash}>
          <Diagram />
        </ErrorBoundary>
      </main>
      {selection && <Inspector />}
      {dropping && <div className="drop">{t('app.import-hint')}</div>}
    </div>
  );
}

function focusList(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('paths')?.focus();
}

/** Undo, redo and Esc, wherever the focus is; a text field keeps its own undo. */
function useKeys(): void {
  const store = useStoreApi();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (event.key === 'Escape') store.getState().select(null);
      if (inField || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'z') store.temporal.getState()[event.shiftKey ? 'redo' : 'undo']();
      else if (key === 'y') store.temporal.getState().redo();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store]);
}

/** Files may be dropped anywhere on the page. */
function useDrop(): boolean {
  const [dropping, setDropping] = useState(false);
  const importFiles = useAppStore((state) => state.importFiles);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setDropping(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setDropping(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      void readFiles(event.dataTransfer?.files ?? []).then(importFiles);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [importFiles]);
  return dropping;
}
