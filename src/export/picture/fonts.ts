import opentype, { type Font, type Glyph, type Path } from 'opentype.js';
import type { Shape } from '../../scene/shape.ts';

/** Fonts for each style of text; the first that has a character draws it. Metrics are those of Helvetica and Arial. */
export type FontSet = Readonly<Record<FontStyle, readonly Font[]>>;
const fontStyles = ['regular', 'bold', 'mono'] as const;
export type FontStyle = (typeof fontStyles)[number];

type TextShape = Extract<Shape, { type: 'text' }>;

/** A font from the bytes of a file. @throws an Error where they are none */
export function parseFont(bytes: ArrayBuffer): Font {
  return opentype.parse(bytes);
}

/** Texts as outlines, so that no reader needs a font. A text with a character that no font has stays text. */
export function outlined(shapes: readonly Shape[], fonts: FontSet): readonly Shape[] {
  return shapes.map((shape): Shape => {
    if (shape.type === 'text') return outlineOf(shape, fonts) ?? shape;
    if (shape.type === 'rect' || shape.type === 'path') return shape;
    return { ...shape, children: outlined(shape.children, fonts) };
  });
}

function outlineOf(shape: TextShape, fonts: FontSet): Shape | null {
  const { size } = shape;
  const drawn = [...shape.text].map((char) => glyphOf(char, fonts[styleOf(shape)]));
  let width = 0;
  const parts: Part[] = [];
  for (const one of drawn) {
    if (!one) return null;
    const scale = size / one.font.unitsPerEm;
    parts.push({ ...one, x: width });
    width += (one.glyph.advanceWidth ?? 0) * scale;
  }
  const start = shape.x - { start: 0, middle: width / 2, end: width }[shape.anchor];
  const d = parts.map(({ glyph, x }) => pathData(glyph.getPath(start + x, shape.y, size))).join('');
  return {
    type: 'group',
    subject: null,
    title: null,
    data: { 'aria-label': shape.text, role: 'img' },
    children: d === '' ? [] : [{ type: 'path', d, paint: { fill: shape.fill } }],
  };
}

type Part = { readonly glyph: Glyph; readonly font: Font; readonly x: number };

function pathData({ commands }: Path): string {
  return commands.map(commandData).join('');
}

function commandData(command: Path['commands'][number]): string {
  const point = (x: number, y: number) => `${hundredths(x)} ${hundredths(y)}`;
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${point(command.x, command.y)}`;
    case 'Q':
      return `Q${point(command.x1, command.y1)} ${point(command.x, command.y)}`;
    case 'C':
      return `C${point(command.x1, command.y1)} ${point(command.x2, command.y2)} ${point(command.x, command.y)}`;
    case 'Z':
      return 'Z';
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function styleOf({ bold, mono }: TextShape): FontStyle {
  return mono ? 'mono' : bold ? 'bold' : 'regular';
}

/** Names of the embedded fonts, before what a reader has that does not take them. */
export const embeddedFamilies = {
  sans: 'mitmap Sans, Helvetica, Arial, Liberation Sans, sans-serif',
  mono: 'mitmap Mono, Liberation Mono, Courier New, monospace',
};

/** A style sheet with the characters that are used, and nothing else of the fonts. */
export function fontFacesOf(shapes: readonly Shape[], fonts: FontSet): string {
  const used: Record<FontStyle, Set<string>> = { regular: new Set(), bold: new Set(), mono: new Set() };
  collect(shapes, used);
  return fontStyles
    .flatMap((style) => {
      const glyphs = [...used[style]].sort().flatMap((char) => glyphOf(char, fonts[style])?.own(char) ?? []);
      const [face] = fonts[style];
      if (glyphs.length === 0 || !face) return [];
      const family = style === 'mono' ? 'mitmap Mono' : 'mitmap Sans';
      const data = base64(withoutDates(subsetOf(face, glyphs, family)));
      const weight = style === 'bold' ? 700 : 400;
      return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/otf;base64,${data}) format("opentype")}`;
    })
    .join('');
}

function collect(shapes: readonly Shape[], used: Readonly<Record<FontStyle, Set<string>>>): void {
  for (const shape of shapes) {
    if (shape.type === 'text') for (const char of shape.text) used[styleOf(shape)].add(char);
    if (shape.type === 'group' || shape.type === 'placed') collect(shape.children, used);
  }
}

function subsetOf({ unitsPerEm, ascender, descender }: Font, glyphs: Glyph[], familyName: string): ArrayBuffer {
  const notdef = new opentype.Glyph({ name: '.notdef', advanceWidth: unitsPerEm / 2, path: new opentype.Path() });
  const font = new opentype.Font({
    familyName,
    styleName: 'Regular',
    unitsPerEm,
    ascender,
    descender,
    glyphs: [notdef, ...glyphs],
  });
  return font.toArrayBuffer();
}

type Found = { readonly glyph: Glyph; readonly font: Font; readonly own: (char: string) => Glyph };

function glyphOf(char: string, fonts: readonly Font[]): Found | null {
  const [first] = fonts;
  if (first && isArrow(char)) {
    const glyph = arrowGlyph(char, first.unitsPerEm);
    return { glyph, font: first, own: () => glyph };
  }
  const font = fonts.find((one) => one.charToGlyphIndex(char) > 0);
  if (!font) return null;
  const glyph = font.charToGlyph(char);
  return { glyph, font, own: () => copyOf(glyph, char) };
}

/** A glyph of a font that is read is drawn late, so the writer needs one with its outline. */
function copyOf({ advanceWidth, path, name }: Glyph, char: string): Glyph {
  const unicode = char.codePointAt(0) ?? 0;
  return new opentype.Glyph({ name: name ?? `u${unicode}`, unicode, advanceWidth: advanceWidth ?? 0, path });
}

const arrows = ['→', '←', '↔'] as const;

function isArrow(char: string): char is (typeof arrows)[number] {
  return arrows.some((one) => one === char);
}

/** The fonts have no arrows, and our texts do. */
function arrowGlyph(char: (typeof arrows)[number], em: number): Glyph {
  const path = new opentype.Path();
  path.unitsPerEm = em;
  const polygon = (corners: readonly (readonly [number, number])[]) => {
    for (const [index, [x, y]] of corners.entries()) path[index === 0 ? 'moveTo' : 'lineTo'](x * em, y * em);
    path.close();
  };
  polygon([
    [0.12, 0.3],
    [0.12, 0.37],
    [0.88, 0.37],
    [0.88, 0.3],
  ]);
  if (char !== '←')
    polygon([
      [0.7, 0.15],
      [0.93, 0.335],
      [0.7, 0.52],
    ]);
  if (char !== '→')
    polygon([
      [0.3, 0.15],
      [0.07, 0.335],
      [0.3, 0.52],
    ]);
  const unicode = char.codePointAt(0) ?? 0;
  return new opentype.Glyph({ name: `u${unicode}`, unicode, advanceWidth: em, path });
}

/**
 * The font writer puts the present second into a font; the same picture shall give the same bytes.
 * https://learn.microsoft.com/en-us/typography/opentype/spec/head
 */
function withoutDates(font: ArrayBuffer): Uint8Array {
  const view = new DataView(font);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const head = tables.find((entry) => view.getUint32(entry) === 0x68656164);
  if (head !== undefined) {
    const start = view.getUint32(head + 8);
    for (const offset of [8, 20, 24, 28, 32]) view.setUint32(start + offset, 0);
    view.setUint32(head + 4, sum(view, start, view.getUint32(head + 12)));
    view.setUint32(start + 8, (0xb1b0afba - sum(view, 0, font.byteLength)) >>> 0);
  }
  return new Uint8Array(font);
}

function sum(view: DataView, start: number, length: number): number {
  let total = 0;
  for (let offset = 0; offset + 4 <= Math.ceil(length / 4) * 4; offset += 4) {
    if (start + offset + 4 <= view.byteLength) total = (total + view.getUint32(start + offset)) >>> 0;
  }
  return total;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
