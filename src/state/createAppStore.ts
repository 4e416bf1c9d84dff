import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import { applyEdit } from '../domain/applyEdit.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import type { Topology } from '../domain/topology.ts';
import type { Locale } from '../i18n/translate.ts';
import type { ImportIssue, InputFile } from '../importers/importResult.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { Colouring } from '../scene/colourBy.ts';
import { type Detail, fullDetail } from '../scene/sceneOptions.ts';

/** A path is selected by its connection's id, with the box it ends at where it was picked in the picture. */
export type Selection =
  | { readonly type: 'connection'; readonly id: string; readonly boxId: string | null }
  | { readonly type: 'element'; readonly id: string }
  | null;

export type ImportReport = {
  readonly succeeded: boolean;
  readonly issues: readonly ImportIssue[];
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
};

export type AppState = {
  readonly topology: Topology;
  readonly edit: (edit: TopologyEdit) => void;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
  readonly theme: 'light' | 'dark';
  readonly setTheme: (theme: 'light' | 'dark') => void;
  readonly colouring: Colouring;
  readonly setColouring: (colouring: Colouring) => void;
  /** How much of the picture the present zoom shows. */
  readonly detail: Detail;
  readonly setDetail: (detail: Detail) => void;
  readonly reading: boolean;
  readonly report: ImportReport | null;
  readonly importFiles: (files: readonly InputFile[]) => Promise<void>;
  readonly dismissReport: () => void;
};

export type AppStore = ReturnType<typeof createAppStore>;

export type Preferences = {
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
  readonly topology: Topology | null;
};

/** One store for each app, and one for each test. Only the topology has a history. */
export function createAppStore({ locale, theme, topology }: Preferences) {
  return createStore<AppState>()(
    temporal(
      (set, get) => ({
        topology: topology ?? scenario('documentation'),
        edit: (edit) => set((state) => ({ topology: applyEdit(state.topology, edit) })),
        selection: null,
        select: (selection) => set({ selection }),
        locale,
        setLocale: (next) => set({ locale: next }),
        theme,
        setTheme: (next) => set({ theme: next }),
        colouring: 'overall',
        setColouring: (colouring) => set({ colouring }),
        detail: fullDetail,
        setDetail: (detail) => set({ detail }),
        reading: false,
        report: null,
        dismissReport: () => set({ report: null }),
        importFiles: async (files) => {
          set({ reading: true });
          // Readers and the YAML parser are rarely needed, so they are not part of the first load.
          const { importFiles } = await import('../importers/importFiles.ts');
          const { topology: imported, issues } = importFiles(files);
          const counts = {
            nodes: imported?.nodes.filter((node) => node.implied !== true).length ?? 0,
            pods: imported?.pods.length ?? 0,
            services: imported?.services.length ?? 0,
          };
          if (imported) get().edit({ type: 'replace', topology: imported });
          set({
            reading: false,
            report: { succeeded: imported !== null, issues, ...counts },
            ...(imported ? { selection: null } : {}),
          });
        },
      }),
      {
        partialize: ({ topology: kept }) => ({ topology: kept }),
        equality: (past, current) => past.topology === current.topology,
        limit: 200,
      },
    ),
  );
}
