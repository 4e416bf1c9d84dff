import { createInstance } from 'i18next';
import { de } from './de.ts';
import { en, type TextKey } from './en.ts';

export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** A text by its key, with `{{name}}` filled in. */
export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

const instance = createInstance();
void instance.init({
  resources: { en: { translation: en }, de: { translation: de } },
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // Texts become React text or escaped SVG, never HTML.
  interpolation: { escapeValue: false },
});

const translators: Readonly<Record<Locale, Translate>> = {
  en: (key, params) => instance.t(key, { ...params, lng: 'en' }),
  de: (key, params) => instance.t(key, { ...params, lng: 'de' }),
};

export function translator(locale: Locale): Translate {
  return translators[locale];
}
