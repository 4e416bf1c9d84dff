import type { Scene } from '../scene/shape.ts';
import { type SvgElement, svgElement } from '../scene/svgElement.ts';

export type SvgMeta = { readonly title: string; readonly description: string; readonly language: string };

/** A scene as a standalone SVG file. */
export function svgDocument(scene: Scene, { title, description, language }: SvgMeta): string {
  const { width, height } = scene;
  const body = scene.shapes.map((shape) => svgMarkup(svgElement(shape))).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="mitmap-title mitmap-desc" xml:lang="${escapeXml(language)}" data-testid="diagram" data-ready="true">`,
    `<title id="mitmap-title">${escapeXml(title)}</title>`,
    `<desc id="mitmap-desc">${escapeXml(description)}</desc>`,
    `<rect x="0" y="0" width="${width}" height="${height}" fill="${scene.background}"/>`,
    body,
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

/** Text for XML; characters that XML 1.0 does not allow are replaced. */
function escapeXml(text: string): string {
  return [...text]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      const legal =
        code === 9 ||
        code === 10 ||
        code === 13 ||
        (code >= 32 && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff);
      return legal ? (entities[char] ?? char) : '\ufffd';
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
