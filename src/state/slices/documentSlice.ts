import { applyEdit } from '../../domain/applyEdit.ts';
import type { Topology } from '../../domain/topology.ts';
import type { RecentWork } from '../../project/recentWork.ts';
import type { DocumentState, GetState, SetState } from '../appState.ts';
import { noReport } from '../importReport.ts';
import { asOwn, countsOf, recentAfter, suspendedLesson, withModel } from '../ownModel.ts';

type Given = {
  readonly topology: Topology;
  readonly recent: readonly RecentWork[];
  readonly isSaved: boolean;
  readonly now: () => string;
};

export function documentSlice(set: SetState, get: GetState, { topology, recent, isSaved, now }: Given): DocumentState {
  return {
    topology,
    baseline: topology,
    edit: (edit) =>
      set((state) => {
        if (edit.type !== 'replace' && state.sharedSession?.viewOnly) return { refusals: state.refusals + 1 };
        const changed = applyEdit(state.topology, edit);
        if (edit.type === 'set-version')
          return { ...asOwn(state, now()), topology: changed, versionBefore: state.topology.kubernetesVersion };
        if (edit.type !== 'replace') return { ...asOwn(state, now()), topology: changed };
        return {
          ...withModel(state, changed, changed),
          savedTopology: changed,
          sharedSession: null,
          lesson: suspendedLesson(state),
          recent: recentAfter(state, now()),
        };
      }),
    savedTopology: isSaved ? topology : null,
    markSaved: () => set((state) => ({ savedTopology: state.trialBase ?? state.topology })),
    recent,
    pendingOpen: null,
    decidePendingOpen: (open) => {
      const { pendingOpen, edit } = get();
      if (!pendingOpen) return;
      set({ pendingOpen: null });
      if (!open) return;
      edit({ type: 'replace', topology: pendingOpen.topology });
      const counts = countsOf(pendingOpen.topology);
      set({ report: { ...noReport, outcome: 'opened', opened: pendingOpen.source, ...counts } });
    },
    versionBefore: null,
    forgetVersion: () => set({ versionBefore: null }),
  };
}
