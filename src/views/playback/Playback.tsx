import { useMemo } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { playbackOf } from '../../attack/playback.ts';
import { attacks } from '../../attack/playbackFacts.ts';
import { themes } from '../../scene/theme.ts';
import type { PlaybackMoment } from '../../state/appState.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { useMedia } from '../shared/useMedia.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';
import { Controls, CopyLink } from './Controls.tsx';
import { StepList } from './StepList.tsx';
import { StepScene } from './StepScene.tsx';
import { paramsOf } from './stepParams.ts';
import '../dialogs/dialogs.css';
import './playback.css';

/** An attack on the selected path, step by step, derived anew whenever a setting changes. */
export function Playback() {
  const t = useAppStore(selectTranslate);
  const moment = useAppStore((state) => state.playback);
  const selected = useAppStore(({ selection }) => (selection?.type === 'connection' ? selection.id : null));
  const { connections } = useAppStore(selectAnalysis);
  const connection = connections.find(({ id }) => id === selected);
  return (
    <Modal label={t('play.dialog')} className="playback">
      {connection && moment ? <PlaybackOf connection={connection} moment={moment} /> : <p>{t('play.gone')}</p>}
    </Modal>
  );
}

function PlaybackOf({ connection, moment }: { readonly connection: Connection; readonly moment: PlaybackMoment }) {
  const t = useAppStore(selectTranslate);
  const play = useAppStore((state) => state.play);
  const version = useAppStore((state) => state.topology.kubernetesVersion);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const { attack } = moment;
  const playback = useMemo(() => playbackOf(connection, attack, version), [connection, attack, version]);
  // Another setting may have made the playback shorter.
  const index = Math.min(moment.step, playback.steps.length - 1);
  const step = playback.steps[index];
  const go = (to: number) => play({ attack, step: Math.max(0, Math.min(to, playback.steps.length - 1)) });
  if (!step) return null;
  const title = t(step.texts.title, paramsOf(connection, step, t));
  const progress = t('play.progress', { step: index + 1, count: playback.steps.length });
  const list = <StepList connection={connection} playback={playback} index={index} isWhole={isStill} onChoose={go} />;
  return (
    <>
      <Heading connection={connection} attack={attack} onChoose={(next) => play({ attack: next, step: 0 })} />
      <p className="visually-hidden" aria-live="polite">
        {progress}: {title}. {t(`play.tone.${step.tone}`)}.
      </p>
      {isStill ? (
        <>
          <p className="notice">{t('play.still')}</p>
          {list}
        </>
      ) : (
        <div className="playback-step">
          <h3>
            <span>{progress}</span> {title}
          </h3>
          <StepScene connection={connection} playback={playback} index={index} />
        </div>
      )}
      <Controls playback={playback} index={index} isStill={isStill} onGo={go} />
      <CopyLink key={`${attack}${index}`} />
      {!isStill && list}
      <Terms />
    </>
  );
}

function Heading({
  connection,
  attack,
  onChoose,
}: {
  readonly connection: Connection;
  readonly attack: PlaybackMoment['attack'];
  readonly onChoose: (attack: PlaybackMoment['attack']) => void;
}) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  return (
    <header>
      <h2>{t(`path.${connection.path}.name`)}</h2>
      <p className="verdict">
        <StatusMark status={connection.status} theme={theme} /> <b>{t(`status.${connection.status}`)}</b>
      </p>
      <div className="switch" role="group" aria-label={t('play.attack')}>
        {attacks.map((one) => (
          <button key={one} type="button" aria-pressed={one === attack} onClick={() => onChoose(one)}>
            {t(`play.${one}`)}
          </button>
        ))}
      </div>
    </header>
  );
}

const terms = ['mitm', 'tls', 'certificate', 'ca', 'key', 'token'] as const;

function Terms() {
  const t = useAppStore(selectTranslate);
  return (
    <details>
      <summary>{t('play.terms')}</summary>
      <ul>
        {terms.map((term) => (
          <li key={term}>{t(`play.term.${term}`)}</li>
        ))}
      </ul>
    </details>
  );
}
