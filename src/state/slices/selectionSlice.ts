import type { GetState, SelectionState, SetState } from '../appState.ts';
import { loadReach } from '../attackerReach.ts';
import { asksForReach, noFilter } from '../pathFilter.ts';

export function selectionSlice(set: SetState, get: GetState): SelectionState {
  return {
    selection: null,
    select: (selection) =>
      set(({ layer, hiddenAnswers }) => ({
        // The details of anything would tell what is asked.
        selection: hiddenAnswers === null ? selection : null,
        comparison: null,
        // What is selected is to be seen.
        layer: selection?.type === 'connection' && selection.id.startsWith('A') ? 'all' : layer,
      })),
    hovered: null,
    hover: (hovered) => set({ hovered }),
    pinned: [],
    togglePinned: (id) =>
      set(({ pinned }) => ({ pinned: pinned.includes(id) ? pinned.filter((one) => one !== id) : [...pinned, id] })),
    comparison: null,
    compare: (comparison) => set({ comparison }),
    attacker: null,
    setAttacker: async (attacker) => {
      if (attacker !== null) await loadReach();
      if (attacker === null || get().hiddenAnswers === null) set({ attacker });
    },
    filter: noFilter,
    setFilter: (filter) => {
      set({ filter });
      if (asksForReach(filter) && !get().reachKnown) void loadReach().then(() => set({ reachKnown: true }));
    },
    reachKnown: false,
  };
}
