import type { Scene } from '../scene/shape.ts';
import { type SvgElement, svgElement, systemStyle } from '../scene/svgElement.ts';
import { escapeXml } from './escapeXml.ts';
import { fnv1a } from './fnv1a.ts';

export type SvgMeta = {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** As the file shall have it, with units where they are not pixels. */
  readonly width: string;
  readonly height: string;
  readonly transparent: boolean;
  readonly fonts: { readonly sans: string; readonly mono: string };
  /** A style sheet with nothing but fonts in it; empty where the file has none. */
  readonly fontFaces: string;
  /** XML for `<metadata>`; empty where there is none. */
  readonly metadata: string;
};

/** A scene as a standalone SVG file. The same scene gives the same bytes; ids begin with a sum of what is drawn. */
export function svgDocument(scene: Scene, meta: SvgMeta): string {
  const { width, height, background } = scene;
  const style = { ...systemStyle, ...meta.fonts };
  const write = (idPrefix: string) =>
    scene.shapes.map((shape) => svgMarkup(svgElement(shape, { ...style, idPrefix }))).join('\n');
  const body = write('');
  const prefix = `mitmap-${fnv1a(body).toString(16).padStart(8, '0')}-`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg aria-labelledby="${prefix}title ${prefix}desc" height="${meta.height}" role="img" viewBox="0 0 ${width} ${height}" width="${meta.width}" xml:lang="${escapeXml(meta.language)}" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="${prefix}title">${escapeXml(meta.title)}</title>`,
    `<desc id="${prefix}desc">${escapeXml(meta.description)}</desc>`,
    ...(meta.metadata ? [`<metadata>${meta.metadata}</metadata>`] : []),
    ...(meta.fontFaces ? [`<style>${meta.fontFaces}</style>`] : []),
    ...(meta.transparent ? [] : [`<rect fill="${background}" height="${height}" width="${width}" x="0" y="0"/>`]),
    // Only what is cut has an id of its own.
    body.includes('<clipPath') ? write(prefix) : body,
    '</svg>',
    '',
  ].join('\n');
}

/** An element as text. */
export function svgMarkup({ tag, attributes, children }: SvgElement): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${written}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : svgMarkup(child))).join('');
  return `<${tag}${written}>${inner}</${tag}>`;
}
