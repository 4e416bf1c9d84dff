import { fullDetail } from '../../scene/sceneOptions.ts';
import type { SetState, ViewState } from '../appState.ts';
import { isTelling } from '../exercise.ts';

export function viewSlice(set: SetState): ViewState {
  return {
    layer: 'documented',
    setLayer: (layer) =>
      set(({ viewCommand }) => ({ layer, viewCommand: { kind: 'fit', number: viewCommand.number + 1 } })),
    dialog: null,
    openDialog: (dialog) => set((state) => (isTelling(state, dialog) ? {} : { dialog, menu: null, playback: null })),
    playback: null,
    play: (playback) => set({ playback, dialog: 'playback', menu: null }),
    menu: null,
    openMenu: (menu) => set(({ hiddenAnswers }) => ({ menu: hiddenAnswers === null ? menu : null })),
    viewport: () => null,
    setViewport: (viewport) => set({ viewport }),
    viewCommand: { kind: 'fit', number: 0 },
    sendViewCommand: (kind) => set(({ viewCommand }) => ({ viewCommand: { kind, number: viewCommand.number + 1 } })),
    settingToFocus: null,
    focusSetting: (settingToFocus) => set({ settingToFocus }),
    activeView: 'paths',
    setActiveView: (activeView) => set({ activeView }),
    tableShown: false,
    showTable: (tableShown) => set({ tableShown }),
    colorBy: 'overall',
    setColorBy: (colorBy) => set({ colorBy }),
    detail: fullDetail,
    setDetail: (detail) => set({ detail }),
  };
}
