import { useEffect, useRef } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import type { Playback } from '../../attack/playback.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { toneGlyphs } from './Stage.tsx';
import { StepScene } from './StepScene.tsx';
import { paramsOf } from './stepParams.ts';

/** All steps by number. Where little motion is wished, each with everything that it says. */
export function StepList({
  connection,
  playback,
  index,
  isWhole,
  onChoose,
}: {
  readonly connection: Connection;
  readonly playback: Playback;
  readonly index: number;
  readonly isWhole: boolean;
  readonly onChoose: (index: number) => void;
}) {
  const t = useAppStore(selectTranslate);
  const current = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isWhole || index < 0) return;
    // The dialog opens after what is in it, so a link's step can be scrolled to in the next frame only.
    const frame = requestAnimationFrame(() => current.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, index]);
  return (
    <section>
      <h3>{t('play.all')}</h3>
      <ol className="steps">
        {playback.steps.map((step, at) => {
          const params = paramsOf(connection, step, t);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
            <li key={at} ref={at === index ? current : null}>
              <button
                type="button"
                className={`tone-${step.tone}`}
                aria-current={at === index ? 'step' : undefined}
                onClick={() => onChoose(at)}
              >
                <span>{at + 1}</span>
                <b aria-hidden="true">{toneGlyphs[step.tone]}</b>
                <span>
                  {t(step.texts.title, params)}
                  <span className="visually-hidden">, {t(`play.tone.${step.tone}`)}</span>
                </span>
              </button>
              {isWhole && <StepScene connection={connection} playback={playback} index={at} isDrawn={at === index} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
