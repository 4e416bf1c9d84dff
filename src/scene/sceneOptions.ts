import type { Status } from '../analysis/rules.ts';
import type { Remark } from '../domain/topology.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { Captions } from './captions.ts';
import type { Colouring } from './colourBy.ts';
import type { Theme } from './theme.ts';

/**
 * How much is drawn. `full`: everything. `middle`: no port plates and no pips. `overview`: boundaries, lines and, for
 * each boundary, its worst class and how often; its text is enlarged by `textScale`, so that it can be read.
 */
export type Detail =
  | { readonly level: 'full' | 'middle'; readonly textScale: 1 }
  | { readonly level: 'overview'; readonly textScale: number };

export const fullDetail: Detail = { level: 'full', textScale: 1 };

/** What a zoom factor leaves room for. Enlarged text is at least 12 px high on the screen down to a zoom of 0.15. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.9) return fullDetail;
  if (zoom >= 0.5) return middleDetail;
  return overviews.find(({ from }) => zoom >= from)?.detail ?? farthest;
}

const middleDetail: Detail = { level: 'middle', textScale: 1 };
const farthest: Detail = { level: 'overview', textScale: 6.2 };
const overviews: readonly { readonly from: number; readonly detail: Detail }[] = [
  { from: 0.35, detail: { level: 'overview', textScale: 2.7 } },
  { from: 0.25, detail: { level: 'overview', textScale: 3.7 } },
];

export type SceneOptions = {
  readonly theme: Theme;
  readonly captions: Captions;
  readonly colouring: Colouring;
  readonly measure: TextMeasurer;
  readonly detail: Detail;
  readonly remarks: Readonly<Record<string, Remark>>;
  /** Draws every connection alike, and tells nobody its class. */
  readonly veiled?: boolean;
  /** Connections that a trial changes, and the class that each was in. */
  readonly changed?: ReadonlyMap<string, Status>;
};

/** The letter under which a remark stands in the picture and in its legend: a to z, then aa, ab … */
export function remarkLetters(remarks: Readonly<Record<string, Remark>>): ReadonlyMap<string, string> {
  const letter = (index: number): string =>
    (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
  return new Map(Object.keys(remarks).map((target, index) => [target, letter(index)]));
}
