import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Layer } from '../analysis/layer.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import type { Topology } from '../domain/topology.ts';
import type { Locale } from '../i18n/texts.ts';
import { loadLocale } from '../i18n/translate.ts';
import type { ImportIssue, InputFile } from '../importers/importResult.ts';
import type { RecentWork } from '../project/projectFile.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { Colouring } from '../scene/colourBy.ts';
import { type Detail, fullDetail } from '../scene/sceneOptions.ts';
import { noFilter, type PathFilter } from './pathFilter.ts';
import type { Selection } from './selection.ts';

export type ImportReport = {
  readonly succeeded: boolean;
  readonly issues: readonly ImportIssue[];
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
};

export type Dialog = 'palette' | 'help' | 'start' | 'reference';

/** The German page of v1.27 that the catalogue began with, or the English one of today. */
export const documentations = ['seed', 'english'] as const;
export type Documentation = (typeof documentations)[number];

/** A wish to the viewport; the number makes two equal wishes two. */
export type ViewWish = {
  readonly kind: 'fit' | 'full' | 'in' | 'out' | 'selection' | 'search' | 'picture';
  readonly number: number;
};

export type AppState = {
  readonly topology: Topology;
  /** The cluster as it was opened or imported; the preset `changed` compares with it. */
  readonly baseline: Topology;
  readonly edit: (edit: TopologyEdit) => void;
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  /** The subject under the pointer or the focus, in the picture or in a list. */
  readonly hovered: string | null;
  readonly hover: (subject: string | null) => void;
  /** Connections that stay lit. */
  readonly pinned: readonly string[];
  readonly togglePinned: (connectionId: string) => void;
  /** Two connections side by side. */
  readonly comparison: readonly [string, string] | null;
  readonly compare: (comparison: readonly [string, string] | null) => void;
  readonly filter: PathFilter;
  readonly setFilter: (change: Partial<PathFilter>) => void;
  /** Whether adjacent paths are drawn and listed too. */
  readonly layer: Layer;
  readonly setLayer: (layer: Layer) => void;
  /** The version before the last change of it, until somebody has read what changed. */
  readonly versionBefore: string | null;
  readonly forgetVersion: () => void;
  /** Which of the documentation's pages is quoted. */
  readonly documentation: Documentation;
  readonly setDocumentation: (documentation: Documentation) => void;
  readonly dialog: Dialog | null;
  readonly openDialog: (dialog: Dialog | null) => void;
  /** Where the context menu is open, in pixels of the window. */
  readonly menu: { readonly x: number; readonly y: number } | null;
  readonly openMenu: (menu: AppState['menu']) => void;
  readonly wish: ViewWish;
  readonly wishView: (kind: ViewWish['kind']) => void;
  /** The component and key of a setting whose field shall have the focus as soon as it is there. */
  readonly soughtSetting: string | null;
  readonly seekSetting: (setting: string | null) => void;
  readonly tableShown: boolean;
  readonly showTable: (shown: boolean) => void;
  /** Widths in pixels; 0 is collapsed. */
  readonly panels: { readonly sidebar: number; readonly inspector: number };
  readonly setPanels: (change: Partial<AppState['panels']>) => void;
  /** Whether letters alone are shortcuts (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  readonly setLetterKeys: (on: boolean) => void;
  readonly recent: readonly RecentWork[];
  readonly locale: Locale;
  /** Switches once the language is loaded. */
  readonly setLocale: (locale: Locale) => Promise<void>;
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
  readonly letterKeys?: boolean;
  readonly recent?: readonly RecentWork[];
  /** The present time as ISO 8601; a parameter, so that tests are the same every day. */
  readonly now?: () => string;
};

/** Clusters that are kept when others take their place. */
const mostRecent = 5;

/** One store for each app, and one for each test. Only the topology has a history. */
export function createAppStore({
  locale,
  theme,
  topology,
  letterKeys = true,
  recent = [],
  now = () => new Date().toISOString(),
}: Preferences) {
  const initial = topology ?? scenario('documentation');
  return createStore<AppState>()(
    temporal(
      (set, get) => ({
        topology: initial,
        baseline: initial,
        edit: (edit) =>
          set((state) => {
            const changed = applyEdit(state.topology, edit);
            if (edit.type === 'set-version')
              return { topology: changed, versionBefore: state.topology.kubernetesVersion };
            if (edit.type !== 'replace') return { topology: changed };
            const isUnchanged = state.topology === state.baseline;
            const past = { topology: state.topology, date: now() };
            const recent = isUnchanged ? state.recent : [past, ...state.recent].slice(0, mostRecent);
            return {
              topology: changed,
              baseline: changed,
              recent,
              versionBefore: null,
              selection: null,
              pinned: [],
              comparison: null,
            };
          }),
        selection: null,
        select: (selection) =>
          set(({ layer }) => ({
            selection,
            comparison: null,
            // What is selected is to be seen.
            layer: selection?.type === 'connection' && selection.id.startsWith('A') ? 'all' : layer,
          })),
        hovered: null,
        hover: (hovered) => set({ hovered }),
        pinned: [],
        togglePinned: (id) =>
          set(({ pinned }) => ({
            pinned: pinned.includes(id) ? pinned.filter((one) => one !== id) : [...pinned, id],
          })),
        comparison: null,
        compare: (comparison) => set({ comparison }),
        filter: noFilter,
        setFilter: (change) => set(({ filter }) => ({ filter: { ...filter, ...change } })),
        layer: 'documented',
        setLayer: (layer) => set(({ wish }) => ({ layer, wish: { kind: 'fit', number: wish.number + 1 } })),
        versionBefore: null,
        forgetVersion: () => set({ versionBefore: null }),
        documentation: 'seed',
        setDocumentation: (documentation) => set({ documentation }),
        dialog: null,
        openDialog: (dialog) => set({ dialog, menu: null }),
        menu: null,
        openMenu: (menu) => set({ menu }),
        wish: { kind: 'fit', number: 0 },
        wishView: (kind) => set(({ wish }) => ({ wish: { kind, number: wish.number + 1 } })),
        soughtSetting: null,
        seekSetting: (soughtSetting) => set({ soughtSetting }),
        tableShown: false,
        showTable: (tableShown) => set({ tableShown }),
        panels: { sidebar: 276, inspector: 384 },
        setPanels: (change) => set(({ panels }) => ({ panels: { ...panels, ...change } })),
        letterKeys,
        setLetterKeys: (on) => set({ letterKeys: on }),
        recent,
        locale,
        setLocale: async (next) => {
          await loadLocale(next);
          set({ locale: next });
        },
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
        partialize: ({ topology: kept, baseline }) => ({ topology: kept, baseline }),
        equality: (past, current) => past.topology === current.topology,
        limit: 200,
      },
    ),
  );
}
