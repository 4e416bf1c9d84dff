import type { Status } from '../../analysis/rules.ts';
import type { Ink } from '../../population/raster.ts';
import type { Theme } from '../../scene/theme.ts';

/** The colors of the cells: of each class, and the same faintly. */
export type Inks = {
  readonly of: (status: Status | null) => Ink;
  readonly faint: (status: Status | null) => Ink;
  readonly background: number;
};

export function inksOf(theme: Theme): Inks {
  const background = rgb(theme.canvas);
  const ink = (status: Status | null, strength: number): Ink => {
    const style = status === null ? { color: theme.border, glyphColor: theme.canvas } : theme.status[status];
    const fill = mixed(rgb(style.color), background, status === null ? strength * 0.35 : strength);
    return { fill: packed(fill), mark: packed(mixed(rgb(style.glyphColor), fill, strength)), status };
  };
  return {
    of: (status) => ink(status, 1),
    faint: (status) => ink(status, 0.16),
    background: packed(background),
  };
}

type Rgb = readonly [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function mixed(color: Rgb, ground: Rgb, strength: number): Rgb {
  const part = (index: 0 | 1 | 2) => Math.round(color[index] * strength + ground[index] * (1 - strength));
  return [part(0), part(1), part(2)];
}

/** As the bytes red, green, blue, opacity lie in memory on every machine that runs a browser. */
function packed([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
