import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { loadPart } from '../../browser/loadPart.ts';
import type { Area, TextKey } from '../../i18n/texts.ts';
import { loadArea } from '../../i18n/translate.ts';
import type { AppState } from '../../state/appState.ts';
import { downloadProject } from '../../state/downloadProject.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Boundary } from './Boundary.tsx';

type Options<P> = {
  /** Texts that it shows. */
  readonly areas?: readonly Area[];
  /** What it is, as a message names it. */
  readonly part?: TextKey;
  /** What stands around it while it is loaded, or if it fails; it brings its own once it is there. */
  readonly frame?: (content: ReactNode) => ReactNode;
  /** What stands in its place meanwhile. */
  readonly meanwhile?: (props: P) => ReactNode;
  /** Nothing is missing without it: then nobody is told that it did not come. */
  readonly optional?: boolean;
  /** Leaves it. */
  readonly close?: (state: AppState) => void;
};

/** A component that is loaded when it is first shown, or before. */
export type LazyView<P> = ComponentType<P> & {
  /** Loads it ahead; a failure is told once it is shown. */
  readonly preload: () => void;
};

/**
 * A component whose code and texts are loaded when it is first shown, behind a boundary of its own. React's `lazy` shows what
 * suspended only 300 milliseconds after the last fallback; this one shows it as soon as it is there.
 */
export function lazyView<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { areas = [], part = 'part.any', frame = (content) => content, meanwhile, optional, close }: Options<P> = {},
): LazyView<P> {
  let loading: Promise<void> | null = null;
  let View: ComponentType<P> | null = null;
  const start = (): Promise<void> => {
    loading ??= Promise.all([loadPart(async () => ({ view: await load() })), ...areas.map(loadArea)]).then(
      ([{ view }]) => {
        View = view;
      },
      (failure: unknown) => {
        // The next try may find the server again.
        loading = null;
        throw failure;
      },
    );
    return loading;
  };

  function Loaded(props: P) {
    const [failure, setFailure] = useState<{ readonly reason: unknown } | null>(null);
    const [, setLoaded] = useState(View !== null);
    useEffect(() => {
      let isShown = true;
      if (View === null)
        start().then(
          () => isShown && setLoaded(true),
          (reason: unknown) => isShown && setFailure({ reason }),
        );
      return () => {
        isShown = false;
      };
    }, []);
    if (failure && !optional) throw failure.reason;
    if (View) return <View {...props} />;
    return meanwhile ? meanwhile(props) : <Loading frame={frame} />;
  }

  function Lazy(props: P) {
    const app = useStoreApi();
    return (
      <Boundary part={part} frame={frame} {...(close && { close: () => close(app.getState()) })}>
        <Loaded {...props} />
      </Boundary>
    );
  }
  return Object.assign(Lazy, { preload: () => void start().catch(() => {}) });
}

/** Milliseconds after which it is said that a part is being loaded, and that this takes long. */
const said = 400;
const long = 10_000;

/** Nothing at first, since most parts are there at once. */
function Loading({ frame }: { readonly frame: (content: ReactNode) => ReactNode }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const isSaid = useLater(said);
  const isLong = useLater(long);
  if (!isSaid) return frame(null);
  return frame(
    <div className="loading" role="status">
      <p>{t(isLong ? 'loading.long' : 'loading')}</p>
      {isLong && (
        <button type="button" onClick={() => downloadProject(app)}>
          {t('failure.save')}
        </button>
      )}
    </div>,
  );
}

function useLater(milliseconds: number): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLater;
}
