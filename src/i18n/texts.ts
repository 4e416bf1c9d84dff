import type { texts as about } from './en/about.ts';
import type { texts as attacker } from './en/attacker.ts';
import type { texts as explanations } from './en/explanations.ts';
import type { texts as exporting } from './en/exporting.ts';
import type { texts as fixes } from './en/fixes.ts';
import type { texts as formats } from './en/formats.ts';
import type { texts as glossary } from './en/glossary.ts';
import type { texts as importing } from './en/importing.ts';
import type { texts as interfaceTexts } from './en/interface.ts';
import type { texts as learning } from './en/learning.ts';
import type { texts as playback } from './en/playback.ts';
import type { texts as population } from './en/population.ts';
import type { texts as presenter } from './en/presenter.ts';
import type { texts as query } from './en/query.ts';
import type { texts as quiz } from './en/quiz.ts';
import type { texts as reference } from './en/reference.ts';
import type { texts as report } from './en/report.ts';
import type { texts as sharing } from './en/sharing.ts';

export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** The key of a text in any area. */
export type TextKey =
  | keyof typeof interfaceTexts
  | keyof typeof explanations
  | keyof typeof reference
  | keyof typeof playback
  | keyof typeof attacker
  | keyof typeof importing
  | keyof typeof fixes
  | keyof typeof exporting
  | keyof typeof formats
  | keyof typeof report
  | keyof typeof sharing
  | keyof typeof about
  | keyof typeof learning
  | keyof typeof query
  | keyof typeof quiz
  | keyof typeof glossary
  | keyof typeof presenter
  | keyof typeof population;

type Texts = Readonly<Record<string, string>>;

/** Texts by what they are for, each loaded when it is first needed. */
export const areas = {
  interface: {
    en: async (): Promise<Texts> => (await import('./en/interface.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/interface.ts')).texts,
  },
  reference: {
    en: async (): Promise<Texts> => (await import('./en/reference.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/reference.ts')).texts,
  },
  importing: {
    en: async (): Promise<Texts> => (await import('./en/importing.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/importing.ts')).texts,
  },
  playback: {
    en: async (): Promise<Texts> => (await import('./en/playback.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/playback.ts')).texts,
  },
  attacker: {
    en: async (): Promise<Texts> => (await import('./en/attacker.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/attacker.ts')).texts,
  },
  fixes: {
    en: async (): Promise<Texts> => (await import('./en/fixes.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/fixes.ts')).texts,
  },
  exporting: {
    en: async (): Promise<Texts> => (await import('./en/exporting.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/exporting.ts')).texts,
  },
  formats: {
    en: async (): Promise<Texts> => (await import('./en/formats.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/formats.ts')).texts,
  },
  report: {
    en: async (): Promise<Texts> => (await import('./en/report.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/report.ts')).texts,
  },
  sharing: {
    en: async (): Promise<Texts> => (await import('./en/sharing.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/sharing.ts')).texts,
  },
  about: {
    en: async (): Promise<Texts> => (await import('./en/about.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/about.ts')).texts,
  },
  learning: {
    en: async (): Promise<Texts> => (await import('./en/learning.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/learning.ts')).texts,
  },
  quiz: {
    en: async (): Promise<Texts> => (await import('./en/quiz.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/quiz.ts')).texts,
  },
  query: {
    en: async (): Promise<Texts> => (await import('./en/query.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/query.ts')).texts,
  },
  glossary: {
    en: async (): Promise<Texts> => (await import('./en/glossary.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/glossary.ts')).texts,
  },
  presenter: {
    en: async (): Promise<Texts> => (await import('./en/presenter.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/presenter.ts')).texts,
  },
  population: {
    en: async (): Promise<Texts> => (await import('./en/population.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/population.ts')).texts,
  },
  explanations: {
    en: async (): Promise<Texts> => (await import('./en/explanations.ts')).texts,
    de: async (): Promise<Texts> => (await import('./de/explanations.ts')).texts,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, () => Promise<Texts>>>>>;

export type Area = keyof typeof areas;
