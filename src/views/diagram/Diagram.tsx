import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { centerX, type Rect } from '../../geometry/shapes.ts';
import type { Layout } from '../../layout/layout.ts';
import { detailAt } from '../../scene/sceneOptions.ts';
import type { Shape } from '../../scene/shape.ts';
import { themes } from '../../scene/theme.ts';
import { subjectsOf } from '../../state/focus.ts';
import type { Selection } from '../../state/selection.ts';
import { selectLayout, selectScene, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { useViewCommand } from '../shared/useViewCommand.ts';
import { highlightedPart } from './highlightedPart.ts';
import { PictureMap } from './PictureMap.tsx';
import { SceneGroup } from './SceneGroup.tsx';
import { Trail } from './Trail.tsx';
import { type PanZoom, usePanZoom } from './usePanZoom.ts';
import { usePointerTools } from './usePointerTools.ts';
import { type Direction, nextStop, stops } from './walk.ts';
import './diagram.css';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The picture: pan, zoom, hover, focus, selection and dragging. */
export function Diagram() {
  const scene = useAppStore(selectScene);
  const layout = useAppStore(selectLayout);
  const t = useAppStore(selectTranslate);
  const select = useAppStore((state) => state.select);
  const openMenu = useAppStore((state) => state.openMenu);
  const reading = useAppStore((state) => state.reading);
  const stripColors = useAppStore((state) => themes[state.theme].strip);
  const svg = useRef<SVGSVGElement>(null);
  const layer = useRef<SVGGElement>(null);
  const view = usePanZoom(svg, layer, scene);
  const { tabStop, walking } = useWalk(svg, view);
  const { ghost, handlers } = usePointerTools(svg, view.at);
  useDetail(view);
  useViewCommands(view, svg);
  useRoom(view, svg);
  useSelectionInSight(view);
  useTold(view);
  const stillHover = useStillPointer();
  return (
    <div className="diagram">
      <div className="diagram-room">
        <svg
          ref={svg}
          className="canvas"
          data-testid="diagram"
          data-ready={reading ? 'false' : 'true'}
          role="group"
          aria-label={t('app.diagram')}
          aria-describedby="diagram-help"
          onClick={(event) => event.target === event.currentTarget && select(null)}
          onContextMenu={(event) => {
            if (event.defaultPrevented) return;
            event.preventDefault();
            openMenu({ x: event.clientX, y: event.clientY });
          }}
          {...walking}
          {...stillHover}
          {...handlers}
        >
          <rect width="100%" height="100%" fill={scene.background} pointerEvents="none" />
          <g ref={layer}>
            {layout.strips.map(({ rect, network }) => (
              <rect key={network.id} {...wholeWidth(rect)} fill={stripColors[network.trust]} pointerEvents="none" />
            ))}
            {scene.shapes.map((shape, index) => (
              <SceneGroup key={keyOf(shape, index)} shape={shape} tabStop={tabStop} />
            ))}
            {ghost && <rect className={`ghost ${ghost.kind}`} {...ghost.rect} rx={6} />}
          </g>
        </svg>
        <PictureMap view={view} />
      </div>
      {layout.links.length === 0 && <EmptyPicture />}
      <p id="diagram-help" className="visually-hidden">
        {t('app.diagram-help')}
      </p>
      <ZoomRow view={view} />
    </div>
  );
}

/** The arrow keys from one thing to the next, of which one at a time takes the Tab key. */
function useWalk(svg: { readonly current: SVGSVGElement | null }, { reveal }: PanZoom) {
  const layout = useAppStore(selectLayout);
  const places = useMemo(() => stops(layout), [layout]);
  const [focused, setFocused] = useState<string | null>(null);
  const tabStop = focused !== null && places.has(focused) ? focused : (places.keys().next().value ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const from = event.target instanceof Element ? event.target.getAttribute('data-subject') : null;
    if (!direction || from === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = nextStop(places, from, direction);
    const place = next === null ? undefined : places.get(next);
    if (next === null || !place) return;
    reveal(place);
    svg.current?.querySelector<SVGGElement>(`[data-subject="${CSS.escape(next)}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent) => setFocused(event.target.getAttribute('data-subject'));
  return { tabStop, walking: { onKeyDown, onFocus } };
}

/** Draws as much as can be read at the zoom where the picture rests. */
function useDetail({ listen, restedAt }: PanZoom): void {
  const setDetail = useAppStore((state) => state.setDetail);
  const detail = useSyncExternalStore(listen, () => detailAt(restedAt.current));
  useLayoutEffect(() => setDetail(detail), [detail, setDetail]);
}

/** Brings what is selected into sight, and not with each edit: it moves nothing. */
function useSelectionInSight({ reveal }: PanZoom): void {
  const app = useStoreApi();
  const selection = useAppStore((state) => state.selection);
  useEffect(() => {
    const place = placeOf(selection, selectLayout(app.getState()));
    if (place) reveal(place);
  }, [app, selection, reveal]);
}

/** Lets others ask what is in the window, as exports do. */
function useTold({ seen }: PanZoom): void {
  const setViewport = useAppStore((state) => state.setViewport);
  useEffect(() => {
    setViewport(seen);
    return () => setViewport(() => null);
  }, [setViewport, seen]);
}

function ZoomRow({ view }: { readonly view: PanZoom }) {
  const t = useAppStore(selectTranslate);
  return (
    <div className="zoom-buttons">
      <Trail view={view} />
      <button type="button" onClick={() => view.zoomBy(0.8)} aria-label={t('app.zoom-out')}>
        −
      </button>
      <ZoomValue view={view} />
      <button type="button" onClick={() => view.zoomBy(1.25)} aria-label={t('app.zoom-in')}>
        +
      </button>
      <button type="button" onClick={view.full}>
        {t('app.full')}
      </button>
      <button type="button" onClick={view.fit}>
        {t('app.fit')}
      </button>
    </div>
  );
}

function ZoomValue({ view }: { readonly view: PanZoom }) {
  const percent = useSyncExternalStore(view.listen, () => Math.round(view.at.current.k * 100));
  return <span className="zoom-value">{percent} %</span>;
}

/** What to do when there is nothing to see. */
function EmptyPicture() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  return (
    <div className="empty-picture">
      <p>{t('app.empty')}</p>
      <button type="button" className="primary" onClick={() => openDialog('start')}>
        {t('action.start')}
      </button>
    </div>
  );
}

/** On the screen the network goes on to both sides, however wide the window is. */
function wholeWidth(strip: Rect): Rect {
  return { ...strip, x: strip.x - 20_000, width: strip.width + 40_000 };
}

function keyOf(shape: Shape, index: number): string {
  return shape.type === 'group' && shape.subject ? shape.subject.id : `shape-${index}`;
}

/** Where the first thing of a selection is drawn. */
function placeOf(selection: Selection, layout: Layout): Rect | undefined {
  const [first] = subjectsOf(selection);
  if (first === undefined) return undefined;
  const places = stops(layout);
  return places.get(first) ?? [...places].find(([id]) => id.startsWith(`${first}@`))?.[1];
}

/** Answers wishes that come from keys, palette and menus. */
function useViewCommands(view: PanZoom, svg: { readonly current: SVGSVGElement | null }): void {
  const layout = useAppStore(selectLayout);
  const selection = useAppStore((state) => state.selection);
  const highlight = useAppStore((state) => state.highlight);
  const explained = useRef({ layout, highlight: highlight });
  explained.current = { layout, highlight: highlight };
  useViewCommand((kind) => {
    const target = placeOf(selection, layout);
    switch (kind) {
      case 'fit':
        return view.fit();
      case 'full':
        return view.full();
      case 'in':
        return view.zoomBy(1.25);
      case 'out':
        return view.zoomBy(0.8);
      case 'selection':
        return target ? view.showRect(target) : view.fit();
      case 'lesson':
        return view.showPart((room) => {
          const now = explained.current;
          return now.highlight && highlightedPart(now.layout, now.highlight, room);
        });
      case 'picture':
        return svg.current?.querySelector<SVGGElement>('[data-subject][tabindex="0"]')?.focus();
      default:
    }
  });
}

/** Panels that open and close leave in view what a lesson points at, what was fitted, and what is selected and was seen. */
function useRoom({ at, again, reveal }: PanZoom, svg: { readonly current: SVGSVGElement | null }): void {
  const app = useStoreApi();
  useEffect(() => {
    const { current } = svg;
    if (!current) return;
    let before = current.getBoundingClientRect();
    const observer = new ResizeObserver(() => {
      const place = placeOf(app.getState().selection, selectLayout(app.getState()));
      const { x, y, k } = at.current;
      const wasSeen =
        place &&
        isBetween(x + centerX(place) * k, 0, before.width) &&
        isBetween(y + (place.y + place.height / 2) * k, 0, before.height);
      const { height } = before;
      before = current.getBoundingClientRect();
      again(before.height !== height);
      if (wasSeen) reveal(place);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [app, at, again, reveal, svg]);
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

/**
 * A line that comes to lie below a pointer that rests is not pointed at: when a dialog closes, or the picture moves.
 * What was pointed at and is gone is forgotten with the next movement.
 */
function useStillPointer() {
  const app = useStoreApi();
  useEffect(followPointer, []);
  return {
    onMouseOver: ({ clientX, clientY }: MouseEvent) => {
      const rests = clientX === pointer.x && clientY === pointer.y;
      // The line below has its turn after this.
      if (rests) queueMicrotask(() => app.getState().hover(null));
    },
    onMouseMove: ({ target }: MouseEvent) => {
      const isOnPath = target instanceof Element && target.closest('.connection') !== null;
      if (!isOnPath && app.getState().hovered !== null) app.getState().hover(null);
    },
  };
}

/** Where the pointer was last seen to move. A picture that takes the place of another one knows it too. */
const pointer = { x: Number.NaN, y: Number.NaN };
let isFollowed = false;

function followPointer(): void {
  if (isFollowed) return;
  isFollowed = true;
  const follow = ({ clientX, clientY }: globalThis.MouseEvent) => Object.assign(pointer, { x: clientX, y: clientY });
  addEventListener('mousemove', follow, { capture: true, passive: true });
}
