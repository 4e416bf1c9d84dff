import { loadLocale } from '../../i18n/translate.ts';
import type { PreferencesState, SetState } from '../appState.ts';

type Given = Pick<PreferencesState, 'locale' | 'theme' | 'letterKeys'>;

export function preferencesSlice(set: SetState, given: Given): PreferencesState {
  return {
    ...given,
    panels: { sidebar: 276, inspector: 384 },
    setPanels: (change) => set(({ panels }) => ({ panels: { ...panels, ...change } })),
    setLetterKeys: (letterKeys) => set({ letterKeys }),
    setLocale: async (locale) => {
      await loadLocale(locale);
      set({ locale });
    },
    setTheme: (theme) => set({ theme }),
    documentation: 'seed',
    setDocumentation: (documentation) => set({ documentation }),
  };
}
