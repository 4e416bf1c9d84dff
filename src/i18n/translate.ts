import { createInstance } from 'i18next';
import { loadPart } from '../browser/loadPart.ts';
import { type Area, type AreaTexts, areas, type Locale, type TextKey } from './texts.ts';

/** A text by its key, with `{{name}}` filled in. */
export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

const instance = createInstance();
void instance.init({
  resources: {},
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // Texts become React text or escaped SVG, never HTML.
  interpolation: { escapeValue: false },
});

const localesInUse = new Set<Locale>();
const areasInUse = new Set<Area>();
const loading = new Map<string, Promise<void>>();

function load(area: Area, locale: Locale): Promise<void> {
  const id = `${area} ${locale}`;
  const running =
    loading.get(id) ??
    loadPart<AreaTexts>(areas[area][locale]).then(
      ({ texts }) => add(locale, texts),
      (failure: unknown) => {
        // The next try may find the server again.
        loading.delete(id);
        throw failure;
      },
    );
  loading.set(id, running);
  return running;
}

function add(locale: Locale, texts: Readonly<Record<string, string>>): void {
  instance.addResourceBundle(locale, 'translation', texts, true);
  plain[locale].clear();
}

/** Texts without parameters: a picture asks for the same ones a thousand times, and i18next looks at each anew. */
const plain: Readonly<Record<Locale, Map<TextKey, string>>> = { en: new Map(), de: new Map() };

/**
 * Loads a language: every area that is in use.
 * @throws PartFailure; the languages in use then stay the same
 */
export async function loadLocale(locale: Locale): Promise<void> {
  await loadAll(areasInUse, [locale]);
  localesInUse.add(locale);
  // An area may have come into use meanwhile.
  await loadAll(areasInUse, [locale]);
}

/**
 * Loads an area in every language that is in use. Whoever shows texts of an area waits for this first.
 * @throws PartFailure; the areas in use then stay the same
 */
export async function loadArea(area: Area): Promise<void> {
  await loadAll([area], localesInUse);
  areasInUse.add(area);
  await loadAll([area], localesInUse);
}

async function loadAll(some: Iterable<Area>, locales: Iterable<Locale>): Promise<void> {
  const wanted = [...locales];
  await Promise.all([...some].flatMap((area) => wanted.map((locale) => load(area, locale))));
}

const translators: Readonly<Record<Locale, Translate>> = { en: translateTo('en'), de: translateTo('de') };

function translateTo(locale: Locale): Translate {
  return (key, params) => {
    if (params) return instance.t(key, { ...params, lng: locale });
    const known = plain[locale].get(key);
    if (known !== undefined) return known;
    const text = instance.t(key, { lng: locale });
    plain[locale].set(key, text);
    return text;
  };
}

/** Texts of areas and languages that are loaded; any other key stands for itself. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
