import { useEffect, useState } from 'react';
import { statusChanges } from '../../state/changes.ts';
import { isExercise } from '../../state/exercise.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from './AppStoreContext.ts';

/** Says to a screen reader what an edit, an undo or an import has done to the paths. */
export function Announcer() {
  const app = useStoreApi();
  const t = useAppStore(selectTranslate);
  const [said, setSaid] = useState('');
  useEffect(
    () =>
      app.subscribe((state, past) => {
        // What an exercise is about is asked, and not said.
        if (state.topology === past.topology || isExercise(state) || isExercise(past)) return;
        const changes = statusChanges(selectAnalysis(past), selectAnalysis(state));
        const [first] = changes;
        if (!first) return;
        const path = t(`path.${first.now.path}.name`);
        const status = t(`status.${first.now.status}`);
        setSaid(t(changes.length === 1 ? 'announce.one' : 'announce.many', { count: changes.length, path, status }));
      }),
    [app, t],
  );
  return (
    <p className="visually-hidden" role="status" data-testid="announcer">
      {said}
    </p>
  );
}
