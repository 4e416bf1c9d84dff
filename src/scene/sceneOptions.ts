import type { Status } from '../analysis/rules.ts';
import type { Remark } from '../domain/topology.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { Captions } from './captions.ts';
import type { ColorBy } from './colorBy.ts';
import type { Theme } from './theme.ts';

/**
 * How much is drawn. `full`: everything. `middle`: no port plates, no pips and no second line in a box. `far`: no
 * counts, and what is said of a network runs across its lines. `overview`: boundaries, lines and, for each boundary, its
 * worst class and how often. Text is enlarged by `textScale` where it could not be read otherwise.
 */
export type Detail = { readonly level: 'full' | 'middle' | 'far' | 'overview'; readonly textScale: number };

export const fullDetail: Detail = { level: 'full', textScale: 1 };

/** The smallest text on the screen, in pixels. */
const leastText = 12;

/** What a zoom factor leaves room for. No text is under 12 px on the screen, down to a zoom of 0.15. */
export function detailAt(zoom: number): Detail {
  return details.find(({ from }) => zoom >= from)?.detail ?? farthest;
}

const farthest: Detail = { level: 'overview', textScale: 6.7 };
const details: readonly { readonly from: number; readonly detail: Detail }[] = [
  { from: 1, detail: fullDetail },
  { from: 0.9, detail: { level: 'full', textScale: 1.12 } },
  { from: 0.72, detail: { level: 'middle', textScale: 1.4 } },
  { from: 0.6, detail: { level: 'far', textScale: 1.67 } },
  { from: 0.5, detail: { level: 'far', textScale: 2 } },
  { from: 0.35, detail: { level: 'overview', textScale: 2.9 } },
  { from: 0.25, detail: { level: 'overview', textScale: 4 } },
];

/** How high a text is drawn that has `size` where everything is drawn in its own size. */
export function textSize(size: number, { textScale }: Detail): number {
  return Math.max(size, leastText * textScale);
}

export type SceneOptions = {
  readonly theme: Theme;
  readonly captions: Captions;
  readonly colorBy: ColorBy;
  readonly measure: TextMeasurer;
  readonly detail: Detail;
  readonly remarks: Readonly<Record<string, Remark>>;
  /** Draws every connection alike, and tells nobody its class. */
  readonly answersHidden?: boolean;
  /** Connections that a trial changes, and the class that each was in. */
  readonly changed?: ReadonlyMap<string, Status>;
};

/** The letter under which a remark stands in the picture and in its legend: a to z, then aa, ab … */
export function remarkLetters(remarks: Readonly<Record<string, Remark>>): ReadonlyMap<string, string> {
  const letter = (index: number): string =>
    (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
  return new Map(Object.keys(remarks).map((target, index) => [target, letter(index)]));
}
