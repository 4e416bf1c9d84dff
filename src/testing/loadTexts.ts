import { type Area, areas, locales } from '../i18n/texts.ts';
import { loadArea, loadLocale } from '../i18n/translate.ts';

// Tests ask for any text in any language without waiting.
await Promise.all(locales.map(loadLocale));
await Promise.all((Object.keys(areas) as Area[]).map(loadArea));
