import type { Status } from '../analysis/rules.ts';

export const themeIds = ['light', 'dark', 'print'] as const;
export type ThemeId = (typeof themeIds)[number];

export type LineStyle = {
  readonly color: string;
  readonly width: number;
  readonly dash: string | null;
  readonly glyphColor: string;
};

/** Every color of the picture. Contrasts: WCAG 2, at least 3:1 for graphics and 4.5:1 for text. */
export type Theme = {
  readonly canvas: string;
  readonly panel: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly border: string;
  readonly boundary: string;
  readonly hub: string;
  readonly tunnel: string;
  readonly strip: { readonly trusted: string; readonly untrusted: string; readonly unknown: string };
  readonly status: Readonly<Record<Status, LineStyle>>;
};

/** Dashes and widths are the same in every theme: they carry the class where color cannot. */
const strokes: Readonly<Record<Status, { readonly width: number; readonly dash: string | null }>> = {
  protected: { width: 2.25, dash: null },
  open: { width: 2.5, dash: '18 4 3 4' },
  unverified: { width: 2.75, dash: '14 6' },
  plaintext: { width: 3.25, dash: '3 5' },
  unknown: { width: 2, dash: '10 4 2 4' },
  local: { width: 1.5, dash: '1 4' },
};

function lines(colors: Readonly<Record<Status, readonly [string, string]>>): Theme['status'] {
  const line = (status: Status): LineStyle => {
    const [color, glyph] = colors[status];
    return { ...strokes[status], color, glyphColor: glyph };
  };
  return {
    protected: line('protected'),
    open: line('open'),
    unverified: line('unverified'),
    plaintext: line('plaintext'),
    unknown: line('unknown'),
    local: line('local'),
  };
}

export const themes: Readonly<Record<ThemeId, Theme>> = {
  light: {
    canvas: '#FFFFFF',
    panel: '#F6F8FB',
    raised: '#FFFFFF',
    ink: '#111827',
    muted: '#4B5563',
    border: '#64748B',
    boundary: '#6B7280',
    hub: '#E8F1FC',
    tunnel: '#35165F',
    strip: { trusted: '#EEF2F7', untrusted: '#FFF1E6', unknown: '#EEF2F7' },
    status: lines({
      protected: ['#155CB4', '#FFFFFF'],
      open: ['#806000', '#FFFFFF'],
      unverified: ['#DB5A0B', '#111827'],
      plaintext: ['#7F1230', '#FFFFFF'],
      unknown: ['#6B7482', '#FFFFFF'],
      local: ['#4B5563', '#FFFFFF'],
    }),
  },
  dark: {
    canvas: '#0F1720',
    panel: '#17212B',
    raised: '#1E2A36',
    ink: '#F3F6FA',
    muted: '#A9B6C6',
    border: '#8090A4',
    boundary: '#8A98AA',
    hub: '#10263D',
    tunnel: '#E0CDF2',
    strip: { trusted: '#17212B', untrusted: '#33240D', unknown: '#17212B' },
    status: lines({
      protected: ['#6EB0F7', '#0F1720'],
      open: ['#E8DD6A', '#0F1720'],
      unverified: ['#F9BC60', '#0F1720'],
      plaintext: ['#E4577B', '#0F1720'],
      unknown: ['#95A3B4', '#0F1720'],
      local: ['#A9B6C6', '#0F1720'],
    }),
  },
  print: {
    canvas: '#FFFFFF',
    panel: '#FFFFFF',
    raised: '#FFFFFF',
    ink: '#000000',
    muted: '#333333',
    border: '#000000',
    boundary: '#444444',
    hub: '#FFFFFF',
    tunnel: '#000000',
    strip: { trusted: '#FFFFFF', untrusted: '#EEEEEE', unknown: '#FFFFFF' },
    status: lines({
      protected: ['#000000', '#FFFFFF'],
      open: ['#333333', '#FFFFFF'],
      unverified: ['#000000', '#FFFFFF'],
      plaintext: ['#000000', '#FFFFFF'],
      unknown: ['#555555', '#FFFFFF'],
      local: ['#333333', '#FFFFFF'],
    }),
  },
};
