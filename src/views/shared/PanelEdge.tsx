import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from './AppStoreContext.ts';

const least = 200;
const most = 640;

/** The edge of a panel: drag it, or move it with the arrow keys; Enter or a double click closes and opens the panel. */
export function PanelEdge({
  panel,
  side,
}: {
  readonly panel: 'sidebar' | 'inspector';
  readonly side: 'left' | 'right';
}) {
  const t = useAppStore(selectTranslate);
  const width = useAppStore((state) => state.panels[panel]);
  const setPanels = useAppStore((state) => state.setPanels);
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const sign = side === 'left' ? 1 : -1;
  const resize = (next: number) => setPanels({ [panel]: Math.max(least, Math.min(most, next)) });
  const toggle = () => setPanels({ [panel]: width === 0 ? (panel === 'sidebar' ? 276 : 384) : 0 });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -20, ArrowRight: 20 }[event.key];
    if (by !== undefined) resize(width + by * sign);
    else if (event.key === 'Enter') toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`panel-edge at-${side}`}
      role="separator"
      aria-orientation="vertical"
      aria-label={t(`panel.${panel}`)}
      aria-valuenow={width}
      aria-valuemin={0}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={toggle}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => grip.current && resize(grip.current.width + (event.clientX - grip.current.x) * sign)}
      onPointerUp={() => {
        grip.current = null;
      }}
    />
  );
}
