import { loadPart } from '../browser/loadPart.ts';
import { type Area, type AreaTexts, areas, type Locale, type TextKey } from './texts.ts';

/** A text by its key, with `{{name}}` filled in. */
export type Translate = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string;

/** Every text that is loaded, by language and key. */
const loaded: Readonly<Record<Locale, Map<string, string>>> = { en: new Map(), de: new Map() };

const localesInUse = new Set<Locale>();
const areasInUse = new Set<Area>();
const loading = new Map<string, Promise<void>>();

function load(area: Area, locale: Locale): Promise<void> {
  const id = `${area} ${locale}`;
  const running =
    loading.get(id) ??
    loadPart<AreaTexts>(areas[area][locale]).then(
      ({ texts }) => {
        for (const [key, text] of Object.entries(texts)) loaded[locale].set(key, text);
      },
      (failure: unknown) => {
        // The next try may find the server again.
        loading.delete(id);
        throw failure;
      },
    );
  loading.set(id, running);
  return running;
}

/**
 * Loads a language: every area that is in use.
 * @throws BrowserFailure; the languages in use then stay the same
 */
export async function loadLocale(locale: Locale): Promise<void> {
  await loadAll(areasInUse, [locale]);
  localesInUse.add(locale);
  // An area may have come into use meanwhile.
  await loadAll(areasInUse, [locale]);
}

/**
 * Loads an area in every language that is in use. Whoever shows texts of an area waits for this first.
 * @throws BrowserFailure; the areas in use then stay the same
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
    const text = loaded[locale].get(key) ?? key;
    // Filled in as it is: texts become React text or escaped SVG, never HTML.
    return params ? text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(params[name] ?? '')) : text;
  };
}

/** Texts of areas and languages that are loaded; any other key stands for itself. */
export function translator(locale: Locale): Translate {
  return translators[locale];
}
