import type { Status } from '../../analysis/rules.ts';
import { badgeShapes } from '../../scene/badgeShapes.ts';
import { svgElement } from '../../scene/svgElement.ts';
import { type ThemeId, themes } from '../../scene/theme.ts';
import { svgMarkup } from '../svgDocument.ts';

const statuses = Object.keys(themes.light.status) as Status[];

/** The badges of the picture, each once; `badge` points to them. Their colors come from the style sheet. */
export function badgeSymbols(): string {
  const symbols = statuses.map((status) => {
    // Words instead of colors, which become classes: a style sheet can then change them with the theme.
    const style = { ...themes.light.status[status], color: 'badge', glyph: 'glyph' };
    const shapes = badgeShapes(status, { x: 0, y: 0 }, style, 'none').map((shape) => svgMarkup(svgElement(shape)));
    const markup = shapes
      .join('')
      .replace(/ (fill|stroke)="(badge|glyph)"/g, (_all, what: string, whose: string) => ` class="${whose}-${what}"`);
    return `<symbol id="badge-${status}" viewBox="-17 -17 34 34">${markup}</symbol>`;
  });
  return `<svg class="symbols" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}

/** One badge; a word must stand beside it. */
export function badge(status: Status): string {
  return `<svg class="badge badge-${status}" width="18" height="18" aria-hidden="true"><use href="#badge-${status}"/></svg>`;
}

/** The colors of the badges in one theme. */
export function badgeColors(theme: ThemeId): string {
  return statuses
    .map((status) => {
      const { color, glyphColor } = themes[theme].status[status];
      return `.badge-${status}{--badge:${color};--glyph:${glyphColor}}`;
    })
    .join('\n');
}
