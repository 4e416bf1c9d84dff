import type { Paint, Shape } from './shape.ts';

/** One SVG element as data. Screen and file are both made of it, so they cannot differ. */
export type SvgElement = {
  readonly tag: 'g' | 'rect' | 'path' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
};

const sans = 'Helvetica, Arial, Liberation Sans, sans-serif';
const mono = 'Liberation Mono, Courier New, monospace';

/** A shape as SVG: presentation attributes only, no style sheet, no reference to anything outside. */
export function svgElement(shape: Shape): SvgElement {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius, paint } = shape;
      return { tag: 'rect', attributes: { x, y, width, height, rx: radius, ...paintAttributes(paint) }, children: [] };
    }
    case 'path':
      return { tag: 'path', attributes: { d: shape.d, ...paintAttributes(shape.paint) }, children: [] };
    case 'text':
      return {
        tag: 'text',
        attributes: {
          x: shape.x,
          y: shape.y,
          'text-anchor': shape.anchor,
          'font-family': shape.mono ? mono : sans,
          'font-size': shape.size,
          'font-weight': shape.bold ? 700 : 400,
          fill: shape.fill,
        },
        children: [shape.text],
      };
    case 'group': {
      const title: readonly SvgElement[] =
        shape.title === null ? [] : [{ tag: 'title', attributes: {}, children: [shape.title] }];
      return { tag: 'g', attributes: shape.data, children: [...title, ...shape.children.map(svgElement)] };
    }
  }
}

function paintAttributes({
  fill,
  stroke,
  strokeWidth,
  dash,
  roundCaps,
  roundJoins,
}: Paint): Readonly<Record<string, string | number>> {
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
    ...(strokeWidth === undefined ? {} : { 'stroke-width': strokeWidth }),
    ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
    ...(roundCaps ? { 'stroke-linecap': 'round' } : {}),
    ...(roundJoins ? { 'stroke-linejoin': 'round' } : {}),
  };
}
