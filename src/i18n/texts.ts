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
import type { texts as weaknesses } from './en/weaknesses.ts';

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
  | keyof typeof population
  | keyof typeof weaknesses;

/** What a file of texts exports. */
export type AreaTexts = { readonly texts: Readonly<Record<string, string>> };

/** Texts by what they are for, each loaded when it is first needed. */
export const areas = {
  interface: {
    en: () => import('./en/interface.ts'),
    de: () => import('./de/interface.ts'),
  },
  reference: {
    en: () => import('./en/reference.ts'),
    de: () => import('./de/reference.ts'),
  },
  importing: {
    en: () => import('./en/importing.ts'),
    de: () => import('./de/importing.ts'),
  },
  playback: {
    en: () => import('./en/playback.ts'),
    de: () => import('./de/playback.ts'),
  },
  attacker: {
    en: () => import('./en/attacker.ts'),
    de: () => import('./de/attacker.ts'),
  },
  fixes: {
    en: () => import('./en/fixes.ts'),
    de: () => import('./de/fixes.ts'),
  },
  exporting: {
    en: () => import('./en/exporting.ts'),
    de: () => import('./de/exporting.ts'),
  },
  formats: {
    en: () => import('./en/formats.ts'),
    de: () => import('./de/formats.ts'),
  },
  report: {
    en: () => import('./en/report.ts'),
    de: () => import('./de/report.ts'),
  },
  sharing: {
    en: () => import('./en/sharing.ts'),
    de: () => import('./de/sharing.ts'),
  },
  about: {
    en: () => import('./en/about.ts'),
    de: () => import('./de/about.ts'),
  },
  learning: {
    en: () => import('./en/learning.ts'),
    de: () => import('./de/learning.ts'),
  },
  quiz: {
    en: () => import('./en/quiz.ts'),
    de: () => import('./de/quiz.ts'),
  },
  query: {
    en: () => import('./en/query.ts'),
    de: () => import('./de/query.ts'),
  },
  glossary: {
    en: () => import('./en/glossary.ts'),
    de: () => import('./de/glossary.ts'),
  },
  presenter: {
    en: () => import('./en/presenter.ts'),
    de: () => import('./de/presenter.ts'),
  },
  population: {
    en: () => import('./en/population.ts'),
    de: () => import('./de/population.ts'),
  },
  weaknesses: {
    en: () => import('./en/weaknesses.ts'),
    de: () => import('./de/weaknesses.ts'),
  },
  explanations: {
    en: () => import('./en/explanations.ts'),
    de: () => import('./de/explanations.ts'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, () => Promise<AreaTexts>>>>>;

export type Area = keyof typeof areas;
