import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { adjacentOf, find, nodeCell, pick, placeOf } from '../../population/pick.ts';
import { blockHeight, blockWidth, type Cell } from '../../population/population.ts';
import { displayStatus } from '../../scene/colorBy.ts';
import { themes } from '../../scene/theme.ts';
import { selectHighlightedCells, selectPopulation, selectWorst } from '../../state/populationSelectors.ts';
import { selectAll, selectAnalysis, selectPassing, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { useViewCommand } from '../shared/useViewCommand.ts';
import { CellWords } from './CellWords.tsx';
import { type Drawing, drawPopulation } from './drawPopulation.ts';
import { inksOf } from './inks.ts';
import { Minimap } from './Minimap.tsx';
import { PopulationTable } from './PopulationTable.tsx';
import { PopulationTools } from './PopulationTools.tsx';
import { consequenceOf, sectionTitle } from './sectionWords.ts';
import { type PopulationView, usePopulationView } from './usePopulationView.ts';
import './population.css';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Every node, pod and service as a cell. The canvas draws; the store knows what is selected. */
export function PopulationPicture() {
  const t = useAppStore(selectTranslate);
  const population = useAppStore(selectPopulation);
  const worst = useAppStore(selectWorst);
  const select = useAppStore((state) => state.select);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cursor, setCursor] = useState<Cell | null>(null);
  const titles = useTitles();
  const chosen = useChosenCell();
  const marked = cursor ?? chosen;
  const drawing = useDrawing(titles, marked);
  const { view, listen } = useDrawnView(canvas, drawing);
  useViewCommands(view, marked && placeOf(population, marked));
  const open = (cell: Cell | null) => {
    setCursor(cell);
    select(cell ? { type: 'element', id: `${subjectKinds[cell.type]}~${cell.id}` } : null);
  };
  return (
    <div className="population">
      <PopulationTools
        titles={titles}
        cell={marked}
        drawing={drawing}
        onFit={view.fit}
        onSection={view.show}
        onCell={open}
        onBlock={(block) => {
          const at = { x: population.blocks.x[block] ?? 0, y: population.blocks.y[block] ?? 0 };
          view.show({ ...at, width: blockWidth(population, block), height: blockHeight(population, block) }, 60);
        }}
      />
      <div className="population-picture">
        <Canvas canvas={canvas} view={view} marked={marked} onOpen={open} onWalk={setCursor} />
        <Minimap drawing={drawing} canvas={canvas} view={view} listen={listen} />
      </div>
      <p id="population-help" className="visually-hidden">
        {t('population.help')}
      </p>
      <div className="visually-hidden" aria-live="polite">
        {cursor && <CellWords cell={cursor} worst={worst[cursor.kind] ?? null} />}
      </div>
      <PopulationTable titles={titles} onGo={view.show} />
      <ZoomRow view={view} />
    </div>
  );
}

type CanvasProps = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly view: PopulationView;
  readonly marked: Cell | null;
  readonly onOpen: (cell: Cell | null) => void;
  readonly onWalk: (cell: Cell) => void;
};

/** What is drawn, with words for the cell under the pointer, and the arrow keys from cell to cell. */
function Canvas({ canvas, view, marked, onOpen, onWalk }: CanvasProps) {
  const t = useAppStore(selectTranslate);
  const population = useAppStore(selectPopulation);
  const worst = useAppStore(selectWorst);
  const [hovered, setHovered] = useState<{ readonly cell: Cell; readonly x: number; readonly y: number } | null>(null);
  const cellUnder = (event: MouseEvent): Cell | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y, k } = view.view.current;
    return pick(population, (event.clientX - left - x) / k, (event.clientY - top - y) / k);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && marked) onOpen(marked);
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = marked ? adjacentOf(population, marked, step) : nodeCell(population, 0);
    if (!next) return;
    onWalk(next);
    view.reveal(placeOf(population, next));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a canvas is no interactive element, and this one takes the arrow keys */}
      <canvas
        ref={canvas}
        className="population-canvas"
        data-testid="population"
        data-cells={population.member.length + population.lists.nodes.length}
        tabIndex={0}
        role="application"
        aria-label={t('population.canvas')}
        aria-describedby="population-help"
        onKeyDown={walk}
        onClick={(event) => onOpen(cellUnder(event))}
        onMouseMove={(event) => {
          const cell = cellUnder(event);
          const { left, top } = event.currentTarget.getBoundingClientRect();
          setHovered(cell && { cell, x: event.clientX - left, y: event.clientY - top });
        }}
        onMouseLeave={() => setHovered(null)}
      >
        {t('population.no-canvas')}
      </canvas>
      {hovered && (
        <div className="population-tip" style={tipPlace(hovered, canvas.current)}>
          <CellWords cell={hovered.cell} worst={worst[hovered.cell.kind] ?? null} />
        </div>
      )}
    </>
  );
}

/** What the colors stand for now, and the buttons that zoom. */
function ZoomRow({ view }: { readonly view: PopulationView }) {
  const t = useAppStore(selectTranslate);
  const highlight = useAppStore(selectHighlightedCells);
  const shown = useAppStore(selectPassing).length;
  const all = useAppStore(selectAnalysis).connections.length;
  const written = useNumbers();
  return (
    <div className="zoom-buttons">
      <span className="population-says">
        {t('population.colored', { shown: written(shown), all: written(all) })}
        {highlight &&
          ` ${t('population.highlighted', { shown: written(highlight.count), all: written(highlight.all) })}`}
      </span>
      <button type="button" onClick={() => view.zoomBy(0.7)} aria-label={t('app.zoom-out')}>
        −
      </button>
      <button type="button" onClick={() => view.zoomBy(1.4)} aria-label={t('app.zoom-in')}>
        +
      </button>
      <button type="button" onClick={view.fit}>
        {t('app.fit')}
      </button>
    </div>
  );
}

/** What each section is called, and what is worse there than in the largest one. */
function useTitles(): readonly string[] {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const { sections } = useAppStore(selectPopulation);
  const { connections } = useAppStore(selectAll);
  return useMemo(() => {
    const written = new Intl.NumberFormat(locale).format;
    const usual = sections.filter(({ type }) => type === 'nodes').at(-1);
    return sections.map((section) => {
      const isOwn = section.type === 'nodes' && usual !== undefined && section !== usual;
      const consequence = isOwn ? consequenceOf(section, usual, connections).words(t) : '';
      return `${sectionTitle(section, t, written)}${consequence === '' ? '' : ` · ${consequence}`}`;
    });
  }, [sections, connections, t, locale]);
}

/** How the rest of the page names a cell's element. */
const subjectKinds = { node: 'worker', pod: 'pod', service: 'service' } as const;

/** The cell of the selected element. */
function useChosenCell(): Cell | null {
  const population = useAppStore(selectPopulation);
  const selection = useAppStore((state) => state.selection);
  return useMemo(
    () => (selection?.type === 'element' ? find(population, selection.id.slice(selection.id.indexOf('~') + 1)) : null),
    [population, selection],
  );
}

function useDrawing(titles: readonly string[], marked: Cell | null): Drawing {
  const population = useAppStore(selectPopulation);
  const worst = useAppStore(selectWorst);
  const highlight = useAppStore(selectHighlightedCells);
  const theme = useAppStore((state) => themes[state.theme]);
  const colorBy = useAppStore((state) => state.colorBy);
  return useMemo(() => {
    const inks = inksOf(theme);
    const classes = worst.map((one) => (one ? displayStatus(one, colorBy) : null));
    return {
      population,
      classes,
      inks: classes.map(inks.of),
      faint: classes.map(inks.faint),
      background: inks.background,
      highlight,
      theme,
      titles,
      marked: marked && placeOf(population, marked),
    };
  }, [population, worst, colorBy, theme, highlight, titles, marked]);
}

/** Draws in the frame of the change, and while moving once for each frame. Whoever listens is told after each drawing. */
function useDrawnView(canvas: { readonly current: HTMLCanvasElement | null }, drawing: Drawing) {
  const frame = useRef(0);
  const listeners = useRef(new Set<() => void>());
  const latest = useRef(drawing);
  latest.current = drawing;
  const at = useRef<PopulationView | null>(null);
  const draw = useCallback(() => {
    if (!canvas.current || !at.current) return;
    drawPopulation(canvas.current, latest.current, at.current.view.current, devicePixelRatio);
    for (const tell of listeners.current) tell();
  }, [canvas]);
  const drawSoon = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(draw);
  }, [draw]);
  const view = usePopulationView(canvas, drawing.population, drawSoon);
  at.current = view;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect();
      const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
      if (element.width === wide && element.height === high) return;
      element.width = wide;
      element.height = high;
      element.dataset['ready'] = 'true';
      if (!view.isMoved()) view.fit();
      draw();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, draw, view]);
  // Only once it is drawn does the rest of the page show the new verdicts too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new drawing is to be drawn
  useLayoutEffect(draw, [draw, drawing]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const listen = useCallback((tell: () => void) => {
    listeners.current.add(tell);
    return () => void listeners.current.delete(tell);
  }, []);
  return { view, listen };
}

/** Answers wishes that come from keys, palette and menus. */
function useViewCommands(view: PopulationView, marked: ReturnType<typeof placeOf> | null): void {
  useViewCommand((kind) => {
    switch (kind) {
      case 'fit':
        return view.fit();
      case 'in':
        return view.zoomBy(1.4);
      case 'out':
        return view.zoomBy(0.7);
      case 'full':
      case 'selection':
        return marked ? view.show(marked, 60) : view.fit();
      case 'picture':
        return document.querySelector<HTMLElement>('.population-canvas')?.focus();
      default:
    }
  });
}

/** Beside the pointer, on the side that has room. */
function tipPlace({ x, y }: { readonly x: number; readonly y: number }, canvas: HTMLCanvasElement | null) {
  const { clientWidth = 0, clientHeight = 0 } = canvas ?? {};
  return {
    ...(x > clientWidth / 2 ? { right: clientWidth - x + 14 } : { left: x + 14 }),
    ...(y > clientHeight / 2 ? { bottom: clientHeight - y + 14 } : { top: y + 14 }),
  };
}
