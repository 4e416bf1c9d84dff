import { createElement, memo, type ReactNode } from 'react';
import type { Shape } from '../../scene/shape.ts';
import { type SvgElement, svgElement } from '../../scene/svgElement.ts';

/** A shape on the screen: the same elements and attributes as in an exported file. */
export const SceneElement = memo(function SceneElement({ shape }: { readonly shape: Shape }) {
  return render(svgElement(shape), 'shape');
});

const reactNames: Readonly<Record<string, string>> = {
  'text-anchor': 'textAnchor',
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'clip-path': 'clipPath',
};

function render({ tag, attributes, children }: SvgElement, key: string): ReactNode {
  const props = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [reactNames[name] ?? name, value]),
  );
  const content = children.map((child, index) => (typeof child === 'string' ? child : render(child, String(index))));
  return createElement(tag, { ...props, key }, ...content);
}
