import { useMemo, useState } from 'react';
import { analyze } from '../../analysis/analyze.ts';
import { inLayer } from '../../analysis/layer.ts';
import type { Topology } from '../../domain/topology.ts';
import { diagramScene } from '../../export/diagram.ts';
import { captionsOf } from '../../i18n/captions.ts';
import { driftBetween } from '../../state/drift.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { SceneElement } from '../diagram/SceneElement.tsx';
import { DriftList } from '../importing/DriftList.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import '../dialogs/dialogs.css';
import './fixes.css';

/** The picture before and after a trial, one over the other with a slider, or side by side. */
export function BeforeAfter() {
  const trialBase = useAppStore((state) => state.trialBase);
  const topology = useAppStore((state) => state.topology);
  return trialBase && <Compared before={trialBase} after={topology} />;
}

function Compared({ before, after }: { readonly before: Topology; readonly after: Topology }) {
  const t = useAppStore(selectTranslate);
  const [mode, setMode] = useState<'slider' | 'side-by-side'>('side-by-side');
  const [position, setPosition] = useState(50);
  const drift = useMemo(() => driftBetween(before, after), [before, after]);
  return (
    <Modal label={t('trial.compare')} className="before-after">
      <h2>{t('trial.compare')}</h2>
      <div className="tabs" role="group" aria-label={t('trial.compare')}>
        {(['side-by-side', 'slider'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={mode === one} onClick={() => setMode(one)}>
            {t(`trial.${one}`)}
          </button>
        ))}
      </div>
      {mode === 'slider' ? (
        <>
          <div className="over">
            <Still topology={after} />
            <div className="upper" style={{ clipPath: `inset(0 ${100 - position}% 0 0)` }}>
              <Still topology={before} />
            </div>
            <span className="edge" style={{ left: `${position}%` }} />
          </div>
          <p className="words" aria-hidden="true">
            <b>← {t('trial.before')}</b>
            <b>{t('trial.after')} →</b>
          </p>
          <input
            type="range"
            min={0}
            max={100}
            value={position}
            aria-label={t('trial.position')}
            aria-valuetext={`${t('trial.before')} ${position} %`}
            onChange={(event) => setPosition(Number(event.target.value))}
          />
        </>
      ) : (
        <div className="beside">
          {([before, after] as const).map((topology, index) => (
            <figure key={index === 0 ? 'before' : 'after'}>
              <figcaption>{t(index === 0 ? 'trial.before' : 'trial.after')}</figcaption>
              <Still topology={topology} />
            </figure>
          ))}
        </div>
      )}
      <h3>{t('trial.changed')}</h3>
      <DriftList drift={drift} />
    </Modal>
  );
}

/** A picture that does nothing. */
function Still({ topology }: { readonly topology: Topology }) {
  const theme = useAppStore((state) => state.theme);
  const layer = useAppStore((state) => state.layer);
  const colorBy = useAppStore((state) => state.colorBy);
  const t = useAppStore(selectTranslate);
  const scene = useMemo(() => {
    const captions = captionsOf(t);
    return diagramScene(topology, inLayer(analyze(topology), layer), { captions, theme, colorBy, layer });
  }, [topology, t, theme, colorBy, layer]);
  return (
    <svg viewBox={`0 0 ${scene.width} ${scene.height}`} role="img" aria-label={topology.name}>
      <rect width={scene.width} height={scene.height} fill={scene.background} />
      {scene.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a picture that does not change
        <SceneElement key={index} shape={shape} />
      ))}
    </svg>
  );
}
