import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { lab } from 'd3';
import { describe, expect, test } from 'vitest';
import { statuses } from '../analysis/rules.ts';
import { pageColors, pageThemeIds, themeCss } from './pageTheme.ts';
import { type LineStyle, themeIds, themes } from './theme.ts';

type Color = readonly [red: number, green: number, blue: number];

/** A color as linear light, as WCAG 2.2 has it in “relative luminance”. */
function linear(hex: string): Color {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

describe.each(themeIds)('the picture, %s', (id) => {
  const { canvas, panel, raised, hub, ink, muted, border, boundary, tunnel, strip, status } = themes[id];
  const grounds = [canvas, panel, raised, hub, ...Object.values(strip)];

  test.each([ink, muted])('words in %s are readable on every ground (1.4.3)', (color) => {
    for (const ground of grounds) expect(contrast(color, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  test('what words stand in a badge can be read', () => {
    for (const name of statuses)
      expect(contrast(status[name].glyphColor, status[name].color), name).toBeGreaterThanOrEqual(4.5);
  });

  test('lines and frames are seen on every ground (1.4.11)', () => {
    const lines = [border, boundary, tunnel, ...statuses.map((name) => status[name].color)];
    for (const line of lines)
      for (const ground of grounds) expect(contrast(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

describe.each(pageThemeIds)('the page, %s', (id) => {
  const colors = pageColors(id);
  const grounds = ['canvas', 'panel', 'raised', 'selected', 'note'] as const;

  test.each(['ink', 'muted', 'warn', 'bad', 'good'] as const)('words in %s are readable on every ground', (name) => {
    for (const ground of grounds) expect(contrast(colors[name], colors[ground]), ground).toBeGreaterThanOrEqual(4.5);
  });

  test('buttons, their words and the focus are seen', () => {
    expect(contrast(colors['brand-ink'], colors.brand)).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds)
      for (const name of ['control', 'focus', 'brand'] as const)
        expect(contrast(colors[name], colors[ground]), `${name} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

/*
 * What somebody sees who lacks one kind of cone, or all of them: the matrices of Machado, Oliveira and Fernandes 2009
 * (“A Physiologically-based Model for Simulation of Color Vision Deficiency”) at full severity, in linear light.
 */
const visions: Readonly<Record<string, readonly [Color, Color, Color]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  achromatopsia: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};

function seenAs(hex: string, vision: readonly [Color, Color, Color]): ReturnType<typeof lab> {
  const light = linear(hex);
  const [red, green, blue] = vision.map((row) => {
    const value = Math.min(1, Math.max(0, row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
    return Math.round(255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055));
  });
  return lab(`rgb(${red}, ${green}, ${blue})`);
}

/** The length of a line of which every mark in a table of contents is drawn, in pixels. */
const length = 44;

/** For each pixel along a line, whether it is drawn. */
function course({ dash }: LineStyle): readonly boolean[] {
  const parts = dash?.split(' ').map(Number) ?? [length];
  const whole = parts.flatMap((part, index) => Array.from({ length: part }, () => index % 2 === 0));
  return Array.from({ length }, (_, at) => whole[at % whole.length] ?? true);
}

/** The share of a line's pixels that differ from those of another: by dash, or by a color that is noticeably another one. */
function distance(a: LineStyle, b: LineStyle, vision: readonly [Color, Color, Color]): number {
  const [one, other] = [seenAs(a.color, vision), seenAs(b.color, vision)];
  // CIE 1976: 2.3 is just noticeable side by side, and ten is from memory.
  const isOther = Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b) > 10;
  const [first, second] = [course(a), course(b)];
  const different = first.filter((drawn, at) => (drawn !== second[at] ? true : drawn && isOther));
  return different.length / length;
}

describe.each(themeIds)('the lines of each status, %s', (id) => {
  test.each(Object.entries(visions))('can be told apart with %s', (_name, vision) => {
    const { status } = themes[id];
    const near = statuses.flatMap((a, index) =>
      statuses
        .slice(index + 1)
        .map((b) => ({ pair: `${a} and ${b}`, distance: distance(status[a], status[b], vision) }))
        .filter((pair) => pair.distance < 0.15),
    );
    expect(near).toEqual([]);
  });
});

test('all styles are in the layer of their folder, and the order of layers has it', () => {
  const ordered = /^@layer ([^;{]*);/.exec(themeCss())?.[1]?.split(', ') ?? [];
  for (const file of readdirSync('src/views', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.css')) continue;
    const folder = dirname(file) === '.' ? 'base' : dirname(file);
    expect(readFileSync(`src/views/${file}`, 'utf8'), file).toMatch(new RegExp(`^@layer ${folder} \\{`));
    expect(ordered).toContain(folder);
  }
});
