import type { Status } from '../../analysis/rules.ts';
import { badgeShapes } from '../../scene/badgeShapes.ts';
import type { Theme } from '../../scene/theme.ts';
import { SceneElement } from '../diagram/SceneElement.tsx';

/** A piece of line with its badge, as in the picture. */
export function StatusMark({ status, theme }: { readonly status: Status; readonly theme: Theme }) {
  const style = theme.status[status];
  return (
    <svg width="46" height="26" viewBox="-4 -17 60 34" aria-hidden="true">
      <path d="M-4 0H56" stroke={style.color} strokeWidth={style.width} strokeDasharray={style.dash ?? undefined} />
      {badgeShapes(status, { x: 26, y: 0 }, style, theme.canvas).map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a badge never change places
        <SceneElement key={index} shape={shape} />
      ))}
    </svg>
  );
}
