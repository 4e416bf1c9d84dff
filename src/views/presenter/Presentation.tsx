import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { TextKey } from '../../i18n/texts.ts';
import { type AppState, type Presenting, typeSizes } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { PlayButton } from '../learning/PlayButton.tsx';
import { StatusLegend } from '../learning/StatusLegend.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { duration, useClock } from './clock.ts';
import { perform } from './perform.ts';
import type { PresenterCommand } from './presenterKeys.ts';
import { type Slide, slideOf } from './slides.ts';
import { useNotes } from './useNotes.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';
import './presenter.css';

/** What is there while something is presented: the caption below the picture, and what covers or points at it. */
export function Presentation() {
  const presenting = useAppStore((state) => state.presenting);
  usePresenterKeys();
  useNotes();
  return presenting && <Shown presenting={presenting} />;
}

function Shown({ presenting }: { readonly presenting: Presenting }) {
  const { isPlain, isBlack, tool, size } = presenting;
  const slide = useSlide();
  usePageFor(isPlain, typeSizes[size] ?? 100);
  return (
    <>
      <section className="presentation" aria-label={slide?.title}>
        {isPlain && slide && <Caption slide={slide} />}
        <Controls presenting={presenting} slide={slide} />
      </section>
      {tool && <Pointing tool={tool} />}
      {isBlack && <Black />}
    </>
  );
}

function useSlide(): Slide | null {
  const t = useAppStore(selectTranslate);
  const presenting = useAppStore((state) => state.presenting);
  const lesson = useAppStore((state) => state.lesson);
  const locale = useAppStore((state) => state.locale);
  const app = useStoreApi();
  return useMemo(
    () => slideOf({ ...app.getState(), presenting, lesson, locale }, t('presenter.end-slide')),
    [app, presenting, lesson, locale, t],
  );
}

/** The page around: its interface, and the size of its type. */
function usePageFor(isPlain: boolean, size: number): void {
  const app = useStoreApi();
  useLayoutEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset['presenting'] = isPlain ? 'plain' : 'full';
    style.fontSize = `${size}%`;
    return () => {
      delete dataset['presenting'];
      style.fontSize = '';
    };
  }, [isPlain, size]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: both change how much room there is
  useEffect(() => {
    // The room that the picture has is known once the page has been laid out anew.
    const frame = requestAnimationFrame(() => app.getState().sendViewCommand(viewFor(app.getState())));
    return () => cancelAnimationFrame(frame);
  }, [app, isPlain, size]);
}

function viewFor({ selection, lesson }: AppState): 'lesson' | 'selection' | 'fit' {
  if (selection !== null) return 'selection';
  return lesson ? 'lesson' : 'fit';
}

function Caption({ slide }: { readonly slide: Slide }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (slide) words.current?.scrollTo({ top: 0 });
  }, [slide]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div ref={words} className="presentation-words" role="region" aria-label={slide.title} tabIndex={0}>
      <h2>{slide.title}</h2>
      {slide.text && <Words text={slide.text} />}
      {slide.hasLegend && <StatusLegend />}
      {slide.playback && <PlayButton playback={slide.playback} />}
      {slide.question && (
        <div className="presentation-question">
          <Words text={slide.question.text} />
          <ul>
            {slide.question.options.map((option) => (
              <li key={option}>
                <Words text={option} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** With the interface hidden only what nobody should have to remember. */
function Controls({ presenting, slide }: { readonly presenting: Presenting; readonly slide: Slide | null }) {
  const t = useAppStore(selectTranslate);
  const { isPlain, tool, startedAt, plannedMinutes } = presenting;
  const elapsed = duration(useClock() - startedAt);
  const time = plannedMinutes > 0 ? t('presenter.time-of', { elapsed, planned: `${plannedMinutes}:00` }) : elapsed;
  return (
    <div className="presentation-controls" role="group" aria-label={t('presenter.controls')}>
      <Command command="back">◀</Command>
      <span className="presentation-number">
        {slide ? t('presenter.number', { number: slide.number, count: slide.count }) : '…'}
      </span>
      <Command command="next">▶</Command>
      {!isPlain && <b className="presentation-title">{slide?.title}</b>}
      <span className="space" />
      <span className="presentation-time">{time}</span>
      <Command command="plain" pressed={isPlain}>
        {t(isPlain ? 'presenter.show-interface' : 'presenter.hide-interface')}
      </Command>
      {!isPlain && (
        <>
          <Command command="black">{t('presenter.command.black')}</Command>
          <Command command="spotlight" pressed={tool === 'spotlight'}>
            {t('presenter.command.spotlight')}
          </Command>
          <Command command="pointer" pressed={tool === 'pointer'}>
            {t('presenter.command.pointer')}
          </Command>
          <Command command="larger">{t('presenter.command.larger')}</Command>
          <Command command="full-screen">{t('presenter.command.full-screen')}</Command>
          <Command command="notes">{t('presenter.command.notes')}</Command>
        </>
      )}
      <Command command="end">{t('presenter.command.end')}</Command>
    </div>
  );
}

function Command({
  command,
  pressed,
  children,
}: {
  readonly command: PresenterCommand;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const name: TextKey = `presenter.command.${command}`;
  // A symbol needs a name; words are one.
  const isSymbol = command === 'back' || command === 'next';
  return (
    <button
      type="button"
      aria-label={isSymbol ? t(name) : undefined}
      title={t(name)}
      aria-pressed={pressed}
      onClick={() => perform(app, command)}
    >
      {children}
    </button>
  );
}

/** Above all else, dialogs too. */
function useTopLayer() {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current && 'showPopover' in current) current.showPopover();
  }, []);
  return element;
}

function Black() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const element = useTopLayer();
  return (
    <div ref={element} popover="manual" className="blackout" data-testid="black" onClick={() => perform(app, 'black')}>
      <p className="visually-hidden" role="status">
        {t('presenter.is-black')}
      </p>
    </div>
  );
}

/** A circle of light or a large dot at the pointer. */
function Pointing({ tool }: { readonly tool: NonNullable<Presenting['tool']> }) {
  const element = useTopLayer();
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      element.current?.style.setProperty('--x', `${clientX}px`);
      element.current?.style.setProperty('--y', `${clientY}px`);
    };
    addEventListener('pointermove', follow);
    return () => removeEventListener('pointermove', follow);
  }, [element]);
  return <div ref={element} popover="manual" className={tool} data-testid={tool} aria-hidden="true" />;
}
