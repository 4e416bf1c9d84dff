import { type ThemeId, themes } from './theme.ts';

/** Themes of the page; on paper the picture has one of its own. */
export const pageThemeIds = ['light', 'dark'] as const satisfies readonly ThemeId[];
export type PageThemeId = (typeof pageThemeIds)[number];

const own = {
  light: {
    line: '#CBD3DE',
    focus: '#0B57D0',
    'brand-ink': '#FFFFFF',
    warn: '#9A3D00',
    bad: '#7F1230',
    good: '#0F4F9E',
    selected: '#E8F1FC',
    note: '#FFF1E6',
  },
  dark: {
    line: '#3A4857',
    focus: '#9CCBFF',
    'brand-ink': '#0F1720',
    warn: '#F9BC60',
    bad: '#F58CA6',
    good: '#6EB0F7',
    selected: '#10263D',
    note: '#33240D',
  },
} as const;

/** Colors of the page by the name of their CSS custom property: those of the picture, and some of its own. */
export function pageColors(id: PageThemeId) {
  const { canvas, panel, raised, ink, muted, border, status } = themes[id];
  return { canvas, panel, raised, ink, muted, control: border, brand: status.protected.color, ...own[id] };
}

/** What may override what: each feature's styles those of the page, whatever their selectors. One layer for each folder of views. */
const layers =
  'theme, base, shared, attacker, diagram, dialogs, export, failure, fixes, glossary, importing, inspector, learning, menu, playback, population, presenter, query, quiz, sidebar, table, toolbar, weaknesses, states';

/** The style sheet that comes first: the order of all layers, and the colors of the page's theme for every element. */
export function themeCss(): string {
  const rules = pageThemeIds.map((id) => {
    const colors = Object.entries(pageColors(id)).map(([name, color]) => `  --${name}: ${color.toLowerCase()};`);
    const selector = id === 'light' ? ':root' : `:root[data-theme="${id}"]`;
    return `${selector} {\n${colors.join('\n')}\n  color-scheme: ${id};\n}\n`;
  });
  return `@layer ${layers};\n@layer theme {\n${rules.join('')}}\n`;
}
