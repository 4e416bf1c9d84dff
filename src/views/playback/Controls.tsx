import { ChevronLeft, ChevronRight, Link2, Pause, Play, SkipBack } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Playback } from '../../attack/playback.ts';
import { copyText } from '../../browser/clipboard.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Long enough to read three short sentences. */
const readingTime = 5000;

/** Steps through a playback by button, by key, or by itself when somebody asks for that. */
export function Controls({
  playback,
  index,
  isStill,
  onGo,
}: {
  readonly playback: Playback;
  readonly index: number;
  readonly isStill: boolean;
  readonly onGo: (index: number) => void;
}) {
  const t = useAppStore(selectTranslate);
  const last = playback.steps.length - 1;
  const [wished, setWished] = useState(false);
  const isPlaying = wished && !isStill && index < last;
  const toggle = () => {
    if (!isPlaying && index === last) onGo(0);
    setWished(!isPlaying);
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => onGo(index + 1), readingTime);
    return () => clearTimeout(timer);
  });
  usePlaybackKeys({
    ArrowLeft: () => onGo(index - 1),
    ArrowRight: () => onGo(index + 1),
    Home: () => onGo(0),
    End: () => onGo(last),
    ' ': isStill ? () => onGo(index + 1) : toggle,
  });
  return (
    <div className="playback-controls" role="group" aria-label={t('play.controls')}>
      <button type="button" onClick={() => onGo(0)}>
        <SkipBack size={16} aria-hidden /> {t('play.restart')}
      </button>
      <button type="button" disabled={index === 0} onClick={() => onGo(index - 1)}>
        <ChevronLeft size={16} aria-hidden /> {t('play.back')}
      </button>
      {!isStill && (
        <button type="button" className="primary" ref={focusAtOpening} onClick={toggle}>
          {isPlaying ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}{' '}
          {t(isPlaying ? 'play.pause' : 'play.play')}
        </button>
      )}
      <button
        type="button"
        disabled={index === last}
        ref={isStill ? focusAtOpening : null}
        onClick={() => onGo(index + 1)}
      >
        {t('play.forward')} <ChevronRight size={16} aria-hidden />
      </button>
    </div>
  );
}

/** The dialog gives the focus to what bears this attribute; React’s own `autoFocus` comes before it is open. */
function focusAtOpening(element: HTMLButtonElement | null): void {
  element?.setAttribute('autofocus', '');
}

/** The address of the present step, and the keys that step on. */
export function CopyLink() {
  const t = useAppStore(selectTranslate);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(location.href);
    setCopied(true);
  };
  return (
    <div className="playback-link">
      <button type="button" onClick={() => void copy()}>
        <Link2 size={16} aria-hidden /> {copied ? t('play.copied') : t('play.copy')}
      </button>
      <small>{t('play.keys')}</small>
    </div>
  );
}

/** The dialog keeps its keys from the page, so they are taken on their way in. A button keeps its own space bar. */
function usePlaybackKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const run = keys[event.key];
      const isOther = event.ctrlKey || event.metaKey || event.altKey;
      const onControl = event.target instanceof Element && event.target.closest('button, summary, a') !== null;
      if (!run || isOther || (event.key === ' ' && onControl)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  });
}
