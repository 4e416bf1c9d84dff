import type { Connection } from '../../analysis/connection.ts';
import type { Playback } from '../../attack/playback.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { ReasonLine } from '../inspector/ReasonLine.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Panels } from './Panels.tsx';
import { Stage } from './Stage.tsx';
import { paramsOf } from './stepParams.ts';

/** One step in full: who sends what to whom, what each side sees of it, and the setting that decides it. */
export function StepScene({
  connection,
  playback,
  index,
  isDrawn = true,
}: {
  readonly connection: Connection;
  readonly playback: Playback;
  readonly index: number;
  readonly isDrawn?: boolean;
}) {
  const t = useAppStore(selectTranslate);
  const { attack, steps } = playback;
  const step = steps[index];
  if (!step) return null;
  return (
    <>
      {isDrawn && <Stage key={`${attack}${index}`} connection={connection} attack={attack} step={step} />}
      <Panels step={step} params={paramsOf(connection, step, t)} before={steps.slice(0, index + 1)} />
      {/* Its line is always there, so that the buttons below stay where the pointer is. */}
      <p className="playback-setting">
        {step.setting && (
          <>
            {t('play.decides')}: <ReasonLine reason={step.setting} />
          </>
        )}
      </p>
    </>
  );
}
