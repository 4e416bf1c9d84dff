import { type CSSProperties, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '../browser/idle.ts';
import { loadArea } from '../i18n/translate.ts';
import { isExercise } from '../state/exercise.ts';
import { selectTranslate } from '../state/selectors.ts';
import { Announcer } from './Announcer.tsx';
import { useAppStore, useStoreApi } from './AppStoreContext.ts';
import { Diagram } from './diagram/Diagram.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { onDemand } from './onDemand.tsx';
import { PanelEdge } from './PanelEdge.tsx';
import { droppedFiles } from './readFiles.ts';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useKeys } from './useKeys.ts';
import { useMedia } from './useMedia.ts';
import './theme.css';
import './App.css';

// What is rarely needed is loaded when it is asked for.
const loadInspector = async () => {
  const [{ Inspector }] = await Promise.all([import('./inspector/Inspector.tsx'), loadArea('explanations')]);
  return { default: Inspector };
};
const Inspector = onDemand(loadInspector, () => <aside className="inspector" />);
const PathTable = onDemand(async () => ({ default: (await import('./table/PathTable.tsx')).PathTable }));
const Palette = onDemand(async () => ({ default: (await import('./dialogs/Palette.tsx')).Palette }));
const HelpSheet = onDemand(async () => ({ default: (await import('./dialogs/HelpSheet.tsx')).HelpSheet }));
const StartScreen = onDemand(async () => {
  const [{ StartScreen: screen }] = await Promise.all([import('./dialogs/StartScreen.tsx'), loadArea('reference')]);
  return { default: screen };
});
const ReferencePage = onDemand(async () => {
  const [{ ReferencePage: page }] = await Promise.all([
    import('./dialogs/ReferencePage.tsx'),
    loadArea('reference'),
    loadArea('explanations'),
  ]);
  return { default: page };
});
const importing = async () => {
  await Promise.all([loadArea('importing'), loadArea('reference'), loadArea('explanations')]);
};
const ImportReport = onDemand(async () => {
  const [{ ImportReport: report }] = await Promise.all([
    import('./toolbar/ImportReport.tsx'),
    loadArea('importing'),
    loadArea('sharing'),
  ]);
  return { default: report };
});
const ImportGuide = onDemand(async () => {
  const [{ ImportGuide: guide }] = await Promise.all([import('./dialogs/ImportGuide.tsx'), loadArea('importing')]);
  return { default: guide };
});
const previewParts = () => Promise.all([import('./dialogs/ImportPreview.tsx'), importing()]);
const ImportPreview = onDemand(async () => {
  const [{ ImportPreview: preview }] = await previewParts();
  return { default: preview };
});
const ImportProblems = onDemand(async () => {
  const [{ ImportProblems: problems }] = await Promise.all([import('./dialogs/ImportProblems.tsx'), importing()]);
  return { default: problems };
});
const Playback = onDemand(async () => {
  const [{ Playback: playback }] = await Promise.all([
    import('./playback/Playback.tsx'),
    loadArea('playback'),
    loadArea('explanations'),
  ]);
  return { default: playback };
});
const AttackerBand = onDemand(async () => {
  const [{ AttackerBand: band }] = await Promise.all([import('./attacker/AttackerBand.tsx'), loadArea('attacker')]);
  return { default: band };
});
const sharing = () => loadArea('sharing');
const WaitingBar = onDemand(async () => {
  const [{ WaitingBar: bar }] = await Promise.all([import('./toolbar/WaitingBar.tsx'), sharing()]);
  return { default: bar };
});
const VisitBar = onDemand(async () => {
  const [{ VisitBar: bar }] = await Promise.all([import('./toolbar/VisitBar.tsx'), sharing()]);
  return { default: bar };
});
const fixing = () => Promise.all([loadArea('fixes'), loadArea('explanations'), loadArea('importing')]);
const FixesPage = onDemand(async () => {
  const [{ FixesPage: page }] = await Promise.all([import('./fixes/FixesPage.tsx'), fixing()]);
  return { default: page };
});
const TrialBar = onDemand(async () => {
  const [{ TrialBar: bar }] = await Promise.all([import('./fixes/TrialBar.tsx'), fixing()]);
  return { default: bar };
});
const BeforeAfter = onDemand(async () => {
  const [{ BeforeAfter: page }] = await Promise.all([import('./fixes/BeforeAfter.tsx'), fixing()]);
  return { default: page };
});
const ExportDialog = onDemand(async () => {
  const areas = ['exporting', 'formats', 'report', 'sharing'] as const;
  const [{ ExportDialog: page }] = await Promise.all([import('./export/ExportDialog.tsx'), ...areas.map(loadArea)]);
  return { default: page };
});
const About = onDemand(async () => {
  const [{ About: page }] = await Promise.all([import('./dialogs/About.tsx'), loadArea('about')]);
  return { default: page };
});
const LessonDock = onDemand(
  async () => {
    const [{ LessonDock: dock }] = await Promise.all([
      import('./learning/LessonDock.tsx'),
      loadArea('learning'),
      loadArea('explanations'),
    ]);
    return { default: dock };
  },
  () => <aside className="sidebar" />,
);
const QuizDock = onDemand(
  async () => {
    const [{ QuizDock: dock }] = await Promise.all([
      import('./quiz/QuizDock.tsx'),
      ...(['quiz', 'explanations', 'attacker', 'fixes', 'playback'] as const).map(loadArea),
    ]);
    return { default: dock };
  },
  () => <aside className="sidebar" />,
);
const CoursePage = onDemand(async () => {
  const [{ CoursePage: page }] = await Promise.all([import('./learning/CoursePage.tsx'), loadArea('learning')]);
  return { default: page };
});
const LessonEditor = onDemand(async () => {
  const [{ LessonEditor: page }] = await Promise.all([import('./learning/LessonEditor.tsx'), loadArea('learning')]);
  return { default: page };
});
const GlossaryPage = onDemand(async () => {
  const [{ GlossaryPage: page }] = await Promise.all([import('./glossary/GlossaryPage.tsx'), loadArea('glossary')]);
  return { default: page };
});
const Tour = onDemand(async () => {
  const [{ Tour: tour }] = await Promise.all([import('./glossary/Tour.tsx'), loadArea('glossary')]);
  return { default: tour };
});
const PresenterPage = onDemand(async () => {
  const areas = ['presenter', 'learning'] as const;
  const [{ PresenterPage: page }] = await Promise.all([
    import('./presenter/PresenterPage.tsx'),
    ...areas.map(loadArea),
  ]);
  return { default: page };
});
const Presentation = onDemand(async () => {
  const areas = ['presenter', 'learning'] as const;
  const [{ Presentation: layer }] = await Promise.all([import('./presenter/Presentation.tsx'), ...areas.map(loadArea)]);
  return { default: layer };
});
const PopulationPicture = onDemand(async () => {
  const [{ PopulationPicture: picture }] = await Promise.all([
    import('./population/PopulationPicture.tsx'),
    loadArea('population'),
  ]);
  return { default: picture };
});
const AlikeBand = onDemand(async () => {
  const [{ AlikeBand: band }] = await Promise.all([import('./population/AlikeBand.tsx'), loadArea('population')]);
  return { default: band };
});
const ContextMenu = onDemand(async () => ({ default: (await import('./menu/ContextMenu.tsx')).ContextMenu }));

/** Below this width the table takes the picture's place; 400 % zoom of a 1440 px window is below it too. */
const narrowest = '(max-width: 599px)';

/** Above this number of nodes the first question is which of them are alike. */
const manyNodes = 12;

/** Pixels that a lesson has at least beside the picture. */
const dockWidth = 380;

/** The page frame: toolbar, list, picture, table, details. */
export function App() {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => state.theme);
  const locale = useAppStore((state) => state.locale);
  const hasDetails = useAppStore(
    (state) => state.selection !== null || state.comparison !== null || state.attacker !== null,
  );
  const topology = useAppStore((state) => state.topology);
  const panels = useAppStore((state) => state.panels);
  // An exercise lists its paths in the dock; the table would tell their classes.
  const tableShown = useAppStore((state) => state.tableShown && !isExercise(state));
  const inExercise = useAppStore(isExercise);
  // Cells would tell the classes that an exercise asks for.
  const pictured = useAppStore((state) => (isExercise(state) ? 'paths' : state.pictured));
  const showTable = useAppStore((state) => state.showTable);
  const dialog = useAppStore((state) => state.dialog);
  const hasReport = useAppStore((state) => state.reading !== null || state.report !== null);
  const menuOpen = useAppStore((state) => state.menu !== null);
  const hasAttacker = useAppStore((state) => state.attacker !== null);
  // A demonstration's pictures are tried too, and have their own buttons.
  const hasTrial = useAppStore((state) => state.untried !== null && !state.lesson?.demonstration && !isExercise(state));
  const isVisit = useAppStore(
    (state) => state.visit !== null && state.visit.lesson === undefined && !state.visit.exercise,
  );
  const isWaiting = useAppStore((state) => state.waiting !== null);
  const dock = useAppStore((state) => state.dock);
  const isPresenting = useAppStore((state) => state.presenting !== null);
  const hasTour = useAppStore((state) => state.tour !== null && state.presenting === null);
  const crash = t('app.crash');
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset['theme'] = theme;
    document.title = t('app.title');
  }, [locale, theme, t]);
  useKeys();
  usePrint();
  useEffect(() => {
    // The details are wanted soon, but not before the picture.
    whenIdle(() => void loadInspector());
  }, []);
  const narrow = useMedia(narrowest);
  useEffect(() => showTable(narrow), [narrow, showTable]);
  const dropping = useDrop();
  // Sentences need more room than a list.
  const sidebar = dock === null ? panels.sidebar : Math.max(panels.sidebar, dockWidth);
  const widths = { '--sidebar': `${sidebar}px`, '--details': `${panels.inspector}px` } as CSSProperties;
  const detailsOpen = hasDetails && panels.inspector > 0;
  return (
    <div
      className={`app${detailsOpen ? ' with-details' : ''}${panels.sidebar === 0 && dock === null ? ' without-sidebar' : ''}${dock ? ' with-dock' : ''}`}
      style={widths}
    >
      <a className="skip" href="#paths" onClick={(event) => focusList(event)}>
        {t('app.skip')}
      </a>
      <Toolbar />
      {dock === null && panels.sidebar > 0 && <Sidebar />}
      {dock?.type === 'lesson' && <LessonDock />}
      {dock?.type === 'quiz' && <QuizDock />}
      <PanelEdge panel="sidebar" side="left" />
      <main className={tableShown && !narrow ? 'with-table' : undefined}>
        {/* What is wrong comes before how it was read. */}
        {(topology.nodes.length > manyNodes || pictured === 'population') && !inExercise && <AlikeBand />}
        {hasReport && <ImportReport />}
        {isWaiting && <WaitingBar />}
        {isVisit && <VisitBar />}
        {narrow && !inExercise && <ViewSwitch />}
        {hasTrial && <TrialBar />}
        {hasAttacker && <AttackerBand />}
        <div className={narrow && tableShown ? 'picture behind' : 'picture'} inert={narrow && tableShown}>
          <ErrorBoundary key={topology.name} message={crash}>
            {pictured === 'paths' && <Diagram />}
            {pictured === 'population' && <PopulationPicture />}
          </ErrorBoundary>
        </div>
        {hasTour && <Tour />}
        {tableShown && <PathTable narrow={narrow} />}
        {isPresenting && <Presentation />}
      </main>
      {detailsOpen && <PanelEdge panel="inspector" side="right" />}
      {detailsOpen && <Inspector />}
      {dropping && <div className="drop">{t('app.import-hint')}</div>}
      <Announcer />
      {dialog === 'palette' && <Palette />}
      {dialog === 'help' && <HelpSheet />}
      {dialog === 'start' && <StartScreen />}
      {dialog === 'reference' && <ReferencePage />}
      {dialog === 'import' && <ImportGuide />}
      {dialog === 'preview' && <ImportPreview />}
      {dialog === 'problems' && <ImportProblems />}
      {dialog === 'playback' && <Playback />}
      {dialog === 'fixes' && <FixesPage />}
      {dialog === 'before-after' && <BeforeAfter />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'about' && <About />}
      {dialog === 'course' && <CoursePage />}
      {dialog === 'lesson-editor' && <LessonEditor />}
      {dialog === 'glossary' && <GlossaryPage />}
      {dialog === 'presenter' && <PresenterPage />}
      {menuOpen && <ContextMenu />}
    </div>
  );
}

/** On a narrow window either the table or the picture is there. */
function ViewSwitch() {
  const t = useAppStore(selectTranslate);
  const tableShown = useAppStore((state) => state.tableShown);
  const showTable = useAppStore((state) => state.showTable);
  return (
    <div className="view-switch" role="group" aria-label={t('action.table')}>
      <button type="button" aria-pressed={tableShown} onClick={() => showTable(true)}>
        {t('table.title')}
      </button>
      <button
        type="button"
        aria-pressed={!tableShown}
        onClick={() => {
          showTable(false);
          document.querySelector('.picture')?.scrollIntoView({ block: 'end' });
        }}
      >
        {t('app.picture')}
      </button>
    </div>
  );
}

function focusList(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#paths, #dock')?.focus();
}

/** Paper is white and takes the whole picture, whatever the screen shows. */
function usePrint(): void {
  const app = useStoreApi();
  useEffect(() => {
    let theme = app.getState().theme;
    const before = () => {
      theme = app.getState().theme;
      flushSync(() => {
        app.getState().setTheme('light');
        app.getState().wishView('fit');
      });
    };
    const after = () => app.getState().setTheme(theme);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [app]);
}

/** Files may be dropped anywhere on the page. */
function useDrop(): boolean {
  const [dropping, setDropping] = useState(false);
  const importFiles = useAppStore((state) => state.importFiles);
  const { wake } = useAppStore((state) => state.reader);
  const isReading = useAppStore((state) => state.reading !== null);
  // What shows the result is loaded while the result is made.
  useEffect(() => void (isReading && previewParts()), [isReading]);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      wake();
      setDropping(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setDropping(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(importFiles);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [importFiles, wake]);
  return dropping;
}
