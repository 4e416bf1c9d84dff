import type { ComponentType, ReactNode } from 'react';
import type { AppState, Dialog } from '../state/appState.ts';
import { selectTranslate } from '../state/selectors.ts';
import { lazyView } from './failure/lazyView.tsx';
import { useAppStore } from './shared/AppStoreContext.ts';
import { Modal } from './shared/Modal.tsx';

/*
 * What is rarely needed is loaded when it is asked for: each entry names its code, its texts, and what it is called should it
 * fail.
 */

function DialogFrame({ close, children }: { readonly close?: () => void; readonly children: ReactNode }) {
  const t = useAppStore(selectTranslate);
  return (
    <Modal label={t('part.dialog')} className="unfinished" {...(close && { close })}>
      {children}
    </Modal>
  );
}

function MenuFrame({ children }: { readonly children: ReactNode }) {
  const openMenu = useAppStore((state) => state.openMenu);
  return <DialogFrame close={() => openMenu(null)}>{children}</DialogFrame>;
}

const inDialog = {
  // Until something is to be said there is nothing to close.
  frame: (content: ReactNode) => content && <DialogFrame>{content}</DialogFrame>,
} as const;

/** What files have shown, before it is kept. */
export const ImportPreview = lazyView(async () => (await import('./importing/ImportPreview.tsx')).ImportPreview, {
  ...inDialog,
  part: 'part.preview',
  areas: ['importing', 'reference', 'explanations'],
});

/** Every dialog by its name in the store. */
export const dialogs: Readonly<Record<Dialog, ComponentType>> = {
  palette: lazyView(async () => (await import('./dialogs/Palette.tsx')).Palette, {
    ...inDialog,
    part: 'action.palette',
  }),
  help: lazyView(async () => (await import('./dialogs/HelpSheet.tsx')).HelpSheet, { ...inDialog, part: 'action.help' }),
  start: lazyView(async () => (await import('./dialogs/StartScreen.tsx')).StartScreen, {
    ...inDialog,
    part: 'action.start',
    areas: ['reference'],
  }),
  reference: lazyView(async () => (await import('./dialogs/ReferencePage.tsx')).ReferencePage, {
    ...inDialog,
    part: 'action.reference',
    areas: ['reference', 'explanations'],
  }),
  import: lazyView(async () => (await import('./importing/ImportGuide.tsx')).ImportGuide, {
    ...inDialog,
    part: 'action.import',
    areas: ['importing'],
  }),
  preview: ImportPreview,
  problems: lazyView(async () => (await import('./importing/ImportProblems.tsx')).ImportProblems, {
    ...inDialog,
    part: 'app.problems',
    areas: ['importing', 'reference', 'explanations'],
  }),
  playback: lazyView(async () => (await import('./playback/Playback.tsx')).Playback, {
    ...inDialog,
    part: 'action.play',
    areas: ['playback', 'explanations'],
  }),
  fixes: lazyView(async () => (await import('./fixes/FixesPage.tsx')).FixesPage, {
    ...inDialog,
    part: 'app.fixes',
    areas: ['fixes', 'explanations', 'importing'],
  }),
  'before-after': lazyView(async () => (await import('./fixes/BeforeAfter.tsx')).BeforeAfter, {
    ...inDialog,
    part: 'app.fixes',
    areas: ['fixes', 'explanations', 'importing'],
  }),
  export: lazyView(async () => (await import('./export/ExportDialog.tsx')).ExportDialog, {
    ...inDialog,
    part: 'app.export',
    areas: ['exporting', 'formats', 'report', 'sharing'],
  }),
  about: lazyView(async () => (await import('./dialogs/About.tsx')).About, {
    ...inDialog,
    part: 'action.about',
    areas: ['about'],
  }),
  course: lazyView(async () => (await import('./learning/CoursePage.tsx')).CoursePage, {
    ...inDialog,
    part: 'action.course',
    areas: ['learning'],
  }),
  'lesson-editor': lazyView(async () => (await import('./learning/LessonEditor.tsx')).LessonEditor, {
    ...inDialog,
    part: 'part.lesson-editor',
    areas: ['learning'],
  }),
  glossary: lazyView(async () => (await import('./glossary/GlossaryPage.tsx')).GlossaryPage, {
    ...inDialog,
    part: 'action.glossary',
    areas: ['glossary'],
  }),
  presenter: lazyView(async () => (await import('./presenter/PresenterPage.tsx')).PresenterPage, {
    ...inDialog,
    part: 'action.presenter',
    areas: ['presenter', 'learning'],
  }),
};

/** The details of what is selected. */
export const Inspector = lazyView(async () => (await import('./inspector/Inspector.tsx')).Inspector, {
  part: 'app.inspector',
  areas: ['explanations'],
  frame: (content) => <aside className="inspector">{content}</aside>,
  close: ({ select, setAttacker }) => {
    select(null);
    void setAttacker(null);
  },
});

export const PathTable = lazyView(async () => (await import('./table/PathTable.tsx')).PathTable, {
  part: 'action.table',
  close: ({ showTable }) => showTable(false),
});

export const PopulationPicture = lazyView(
  async () => (await import('./population/PopulationPicture.tsx')).PopulationPicture,
  {
    part: 'part.cells',
    areas: ['population'],
    close: ({ setActiveView }) => setActiveView('paths'),
  },
);

const inDock = {
  frame: (content: ReactNode) => <aside className="sidebar">{content}</aside>,
  close: ({ setDock }: AppState) => setDock(null),
};

/** What takes the place of the path list. */
export const docks = {
  lesson: lazyView(async () => (await import('./learning/LessonDock.tsx')).LessonDock, {
    ...inDock,
    part: 'part.lesson',
    areas: ['learning', 'explanations'],
  }),
  quiz: lazyView(async () => (await import('./quiz/QuizDock.tsx')).QuizDock, {
    ...inDock,
    part: 'action.quiz',
    areas: ['quiz', 'explanations', 'attacker', 'fixes', 'playback'],
  }),
};

export const IdenticalNodesBand = lazyView(
  async () => (await import('./population/IdenticalNodesBand.tsx')).IdenticalNodesBand,
  {
    areas: ['population'],
    optional: true,
    meanwhile: () => null,
  },
);
export const ImportReport = lazyView(async () => (await import('./importing/ImportReport.tsx')).ImportReport, {
  part: 'app.problems',
  areas: ['importing', 'sharing'],
  close: ({ dismissReport }) => dismissReport(),
});
export const WaitingBar = lazyView(async () => (await import('./toolbar/WaitingBar.tsx')).WaitingBar, {
  areas: ['sharing'],
  close: ({ decidePendingOpen: decideWaiting }) => decideWaiting(false),
});
export const VisitBar = lazyView(async () => (await import('./toolbar/VisitBar.tsx')).VisitBar, { areas: ['sharing'] });
export const TrialBar = lazyView(async () => (await import('./fixes/TrialBar.tsx')).TrialBar, {
  part: 'app.what-if',
  areas: ['fixes', 'explanations', 'importing'],
});
export const AttackerBand = lazyView(async () => (await import('./attacker/AttackerBand.tsx')).AttackerBand, {
  areas: ['attacker'],
});
export const Tour = lazyView(async () => (await import('./glossary/Tour.tsx')).Tour, {
  areas: ['glossary'],
  optional: true,
  meanwhile: () => null,
});
export const Presentation = lazyView(async () => (await import('./presenter/Presentation.tsx')).Presentation, {
  part: 'action.presenter',
  areas: ['presenter', 'learning'],
  close: ({ setPresenting }) => setPresenting(null),
});
export const ContextMenu = lazyView(async () => (await import('./menu/ContextMenu.tsx')).ContextMenu, {
  part: 'action.menu',
  frame: (content) => content && <MenuFrame>{content}</MenuFrame>,
});
/** The window for notes that the presenting page has opened at `#notes=…`. */
export const NotesWindow = lazyView(async () => (await import('./presenter/NotesWindow.tsx')).NotesWindow, {
  areas: ['presenter'],
});
