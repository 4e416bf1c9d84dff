import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Step } from '../../lessons/lesson.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';

type Props = { readonly playback: NonNullable<Step['playback']>; readonly isAgain?: boolean };

/** Plays the attack that a step is about. */
export function PlayButton({ playback: { path, attack }, isAgain = false }: Props) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const number = pathNumber(path);
  const isThere = useAppStore((state) =>
    selectAll(state).connections.some((one) => one.path === path && one.count > 0),
  );
  const start = () => {
    const { select, play } = app.getState();
    const found = selectAll(app.getState()).connections.find((one) => one.path === path && one.count > 0);
    if (!found) return;
    select({ type: 'connection', id: found.id, boxId: null });
    play({ attack, step: 0 });
  };
  return (
    <p>
      <button type="button" disabled={!isThere} onClick={start}>
        ▶ {t(isAgain ? 'learning.lesson.play.again' : 'learning.lesson.play.path', { number })}
      </button>
    </p>
  );
}
