import { at, type Block } from './block.ts';

/** What a picture can be made for. */
export const paperIds = ['natural', 'slide', 'a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'] as const;
export type PaperId = (typeof paperIds)[number];

type Paper = {
  readonly width: number;
  readonly height: number;
  readonly unit: 'mm' | 'px';
  readonly margin: number;
};

/** ISO 216 in millimetres; a slide in the pixels of a projector. */
const papers: Readonly<Record<Exclude<PaperId, 'natural'>, Paper>> = {
  slide: { width: 1920, height: 1080, unit: 'px', margin: 32 },
  'a4-landscape': { width: 297, height: 210, unit: 'mm', margin: 8 },
  'a4-portrait': { width: 210, height: 297, unit: 'mm', margin: 8 },
  'a3-landscape': { width: 420, height: 297, unit: 'mm', margin: 8 },
  'a3-portrait': { width: 297, height: 420, unit: 'mm', margin: 8 },
};

export type Page = {
  readonly block: Block;
  /** For the file's attributes, with unit. */
  readonly width: string;
  readonly height: string;
  /** How much smaller or larger than in the app everything is. */
  readonly scale: number;
  /** Points, which are 1/72 inch, for each pixel of the picture. */
  readonly pointsPerPixel: number;
};

/** CSS has 96 pixels in an inch. */
const pixelsPerMillimetre = 96 / 25.4;

/** The content in the middle of its paper, as large as fits; or as large as it is. */
export function onPaper(content: Block, id: PaperId): Page {
  if (id === 'natural') {
    const { width, height } = content;
    return { block: content, width: String(width), height: String(height), scale: 1, pointsPerPixel: 0.75 };
  }
  const paper = papers[id];
  const perUnit = paper.unit === 'mm' ? pixelsPerMillimetre : 1;
  const [width, height, margin] = [paper.width, paper.height, paper.margin].map((one) =>
    twoDecimals(one * perUnit),
  ) as [number, number, number];
  const fit = Math.min((width - 2 * margin) / content.width, (height - 2 * margin) / content.height, 1.6);
  const scale = Math.floor(fit * 10_000) / 10_000;
  const x = (width - content.width * scale) / 2;
  const y = id === 'slide' ? (height - content.height * scale) / 2 : margin;
  const unit = paper.unit === 'mm' ? 'mm' : '';
  return {
    block: { width, height, shapes: [at(x, y, content, scale)] },
    width: `${paper.width}${unit}`,
    height: `${paper.height}${unit}`,
    scale,
    // A slide is 13.33 inches wide in the programs that show slides.
    pointsPerPixel: scale * (id === 'slide' ? (13.333 * 72) / paper.width : 0.75),
  };
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
