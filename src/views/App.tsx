import { type CSSProperties, useEffect } from 'react';
import { whenIdle } from '../browser/idle.ts';
import { isExercise } from '../state/exercise.ts';
import { selectTranslate } from '../state/selectors.ts';
import { useKeys } from './actions/useKeys.ts';
import { Diagram } from './diagram/Diagram.tsx';
import { usePrint } from './export/usePrint.ts';
import { Boundary } from './failure/Boundary.tsx';
import { ProblemBar } from './failure/Failure.tsx';
import { useDrop } from './importing/useDrop.ts';
import * as lazy from './lazyViews.tsx';
import { Announcer } from './shared/Announcer.tsx';
import { useAppStore } from './shared/AppStoreContext.ts';
import { PanelEdge } from './shared/PanelEdge.tsx';
import { useMedia } from './shared/useMedia.ts';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { NewVersionBar } from './toolbar/NewVersionBar.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { ViewSwitch } from './toolbar/ViewSwitch.tsx';
import './App.css';

/** Below this width the table takes the picture's place; 400 % zoom of a 1440 px window is below it too. */
const narrowest = '(max-width: 599px)';

/** Pixels that a lesson has at least beside the picture. */
const dockWidth = 380;

/** The page frame: toolbar, list, picture, table, details. */
export function App() {
  const t = useAppStore(selectTranslate);
  const hasDetails = useAppStore(
    (state) => state.selection !== null || state.comparison !== null || state.attacker !== null,
  );
  const topology = useAppStore((state) => state.topology);
  const panels = useAppStore((state) => state.panels);
  const showTable = useAppStore((state) => state.showTable);
  const dialog = useAppStore((state) => state.dialog);
  const menuOpen = useAppStore((state) => state.menu !== null);
  const dock = useAppStore((state) => state.dock);
  useDocument();
  useKeys();
  usePrint();
  useLoadAhead();
  const narrow = useMedia(narrowest);
  useEffect(() => showTable(narrow), [narrow, showTable]);
  const dropping = useDrop();
  // Sentences need more room than a list.
  const sidebar = dock === null ? panels.sidebar : Math.max(panels.sidebar, dockWidth);
  const widths = { '--sidebar': `${sidebar}px`, '--details': `${panels.inspector}px` } as CSSProperties;
  const detailsOpen = hasDetails && panels.inspector > 0;
  const Dialog = dialog && lazy.dialogs[dialog];
  const Dock = dock && lazy.docks[dock.type];
  return (
    <div
      className={`app${detailsOpen ? ' with-details' : ''}${panels.sidebar === 0 && dock === null ? ' without-sidebar' : ''}${dock ? ' with-dock' : ''}`}
      style={widths}
    >
      <a className="skip" href="#paths" onClick={(event) => focusList(event)}>
        {t('app.skip')}
      </a>
      <Boundary part="part.toolbar" resetOn={topology}>
        <Toolbar />
      </Boundary>
      {dock === null && panels.sidebar > 0 && (
        <Boundary part="app.list" resetOn={topology} frame={(message) => <nav className="sidebar">{message}</nav>}>
          <Sidebar />
        </Boundary>
      )}
      {Dock && <Dock />}
      <PanelEdge panel="sidebar" side="left" />
      <Middle narrow={narrow} />
      {detailsOpen && <PanelEdge panel="inspector" side="right" />}
      {detailsOpen && <lazy.Inspector />}
      {dropping && <div className="drop">{t('app.import-hint')}</div>}
      <Announcer />
      {Dialog && <Dialog />}
      {menuOpen && <lazy.ContextMenu />}
    </div>
  );
}

/** What was just told, the picture, and the table. */
function Middle({ narrow }: { readonly narrow: boolean }) {
  const topology = useAppStore((state) => state.topology);
  // An exercise lists its paths in the dock; the table would tell their classes.
  const tableShown = useAppStore((state) => state.tableShown && !isExercise(state));
  // Cells would tell the classes that an exercise asks for.
  const activeView = useAppStore((state) => (isExercise(state) ? 'paths' : state.activeView));
  const isPresenting = useAppStore((state) => state.presenting !== null);
  const hasTour = useAppStore((state) => state.tour !== null && state.presenting === null);
  const hasDialog = useAppStore((state) => state.dialog !== null);
  return (
    <main className={tableShown && !narrow ? 'with-table' : undefined}>
      {!hasDialog && <ProblemBar />}
      <NewVersionBar />
      <Bars narrow={narrow} />
      <div className={narrow && tableShown ? 'picture behind' : 'picture'} inert={narrow && tableShown}>
        <Boundary part="part.map" resetOn={topology}>
          {activeView === 'paths' && <Diagram />}
          {activeView === 'population' && <lazy.PopulationPicture />}
        </Boundary>
      </div>
      {hasTour && <lazy.Tour />}
      {tableShown && <lazy.PathTable narrow={narrow} />}
      {isPresenting && <lazy.Presentation />}
    </main>
  );
}

/** Above this number of nodes the first question is which of them are alike. */
const manyNodes = 12;

/** What stands above the picture; what is wrong comes before how it was read. */
function Bars({ narrow }: { readonly narrow: boolean }) {
  const inExercise = useAppStore(isExercise);
  const hasMany = useAppStore((state) => state.topology.nodes.length > manyNodes || state.activeView === 'population');
  const hasReport = useAppStore((state) => state.reading !== null || state.report !== null);
  const isWaiting = useAppStore((state) => state.pendingOpen !== null);
  const isVisit = useAppStore(
    (state) =>
      state.sharedSession !== null && state.sharedSession.lesson === undefined && !state.sharedSession.exercise,
  );
  // A demonstration's pictures are tried too, and have their own buttons.
  const hasTrial = useAppStore(
    (state) => state.trialBase !== null && !state.lesson?.demonstration && !isExercise(state),
  );
  const hasAttacker = useAppStore((state) => state.attacker !== null);
  return (
    <>
      {hasMany && !inExercise && <lazy.IdenticalNodesBand />}
      {hasReport && <lazy.ImportReport />}
      {isWaiting && <lazy.WaitingBar />}
      {isVisit && <lazy.VisitBar />}
      {narrow && !inExercise && <ViewSwitch />}
      {hasTrial && <lazy.TrialBar />}
      {hasAttacker && <lazy.AttackerBand />}
    </>
  );
}

/** What the document says of itself follows the store. */
function useDocument(): void {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => state.theme);
  const locale = useAppStore((state) => state.locale);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
    document.title = t('app.title');
  }, [locale, theme, t]);
}

/** Loads what is wanted soon, but not before the picture, and what shows files while they are read. */
function useLoadAhead(): void {
  useEffect(() => whenIdle(lazy.Inspector.preload), []);
  const isReading = useAppStore((state) => state.reading !== null);
  useEffect(() => {
    if (isReading) lazy.ImportPreview.preload();
  }, [isReading]);
}

function focusList(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#paths, #dock')?.focus();
}
