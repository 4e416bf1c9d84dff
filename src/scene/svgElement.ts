import type { Paint, Placed, Shape } from './shape.ts';

/** One SVG element as data, its attributes in alphabetical order. Screen and file are made of it, so they cannot differ. */
export type SvgElement = {
  readonly tag: 'g' | 'rect' | 'path' | 'text' | 'title' | 'clipPath';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgElement | string)[];
};

/** What a file may choose: its fonts, and what its ids begin with. */
export type SvgStyle = { readonly sans: string; readonly mono: string; readonly idPrefix: string };

export const systemStyle: SvgStyle = {
  sans: 'Helvetica, Arial, Liberation Sans, sans-serif',
  mono: 'Liberation Mono, Courier New, monospace',
  idPrefix: 'mitmap-',
};

/** A shape as SVG: presentation attributes only, no style sheet, no reference to anything outside. */
export function svgElement(shape: Shape, style: SvgStyle = systemStyle): SvgElement {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, radius, paint } = shape;
      const { fill, ...stroke } = paintAttributes(paint);
      const attributes = { ...(fill === undefined ? {} : { fill }), height, rx: radius, ...stroke, width, x, y };
      return { tag: 'rect', attributes, children: [] };
    }
    case 'path':
      return { tag: 'path', attributes: { d: shape.d, ...paintAttributes(shape.paint) }, children: [] };
    case 'text':
      return {
        tag: 'text',
        attributes: {
          fill: shape.fill,
          'font-family': shape.mono ? style.mono : style.sans,
          'font-size': shape.size,
          'font-weight': shape.bold ? 700 : 400,
          'text-anchor': shape.anchor,
          x: shape.x,
          y: shape.y,
        },
        children: [shape.text],
      };
    case 'placed':
      return placedElement(shape, style);
    case 'group': {
      const title: readonly SvgElement[] =
        shape.title === null ? [] : [{ tag: 'title', attributes: {}, children: [shape.title] }];
      const children = shape.children.map((child) => svgElement(child, style));
      return { tag: 'g', attributes: shape.data, children: [...title, ...children] };
    }
  }
}

function placedElement({ x, y, scale, opacity, clip, children }: Placed, style: SvgStyle): SvgElement {
  const moves = x === 0 && y === 0 ? '' : `translate(${x} ${y})`;
  const transform = scale === 1 ? moves : `${moves} scale(${scale})`.trim();
  const id = `${style.idPrefix}clip`;
  const inner = children.map((child) => svgElement(child, style));
  return {
    tag: 'g',
    attributes: { ...(opacity === undefined ? {} : { opacity }), ...(transform === '' ? {} : { transform }) },
    children: clip
      ? [
          { tag: 'clipPath', attributes: { id }, children: [{ tag: 'rect', attributes: rectOf(clip), children: [] }] },
          { tag: 'g', attributes: { 'clip-path': `url(#${id})` }, children: inner },
        ]
      : inner,
  };
}

function rectOf({ x, y, width, height }: NonNullable<Placed['clip']>): SvgElement['attributes'] {
  return { height, width, x, y };
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
    ...(dash === undefined ? {} : { 'stroke-dasharray': dash }),
    ...(roundCaps ? { 'stroke-linecap': 'round' } : {}),
    ...(roundJoins ? { 'stroke-linejoin': 'round' } : {}),
    ...(strokeWidth === undefined ? {} : { 'stroke-width': strokeWidth }),
  };
}
