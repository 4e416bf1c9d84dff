import type { Locale } from '../i18n/texts.ts';
import { type Part, paragraphsOf } from './paragraphs.ts';
import type { Term } from './term.ts';
import { terms } from './terms.ts';

/** The paragraphs of a text with each term marked where it first occurs: whole words, the longest first, never in code. */
export function findTerms(text: string, locale: Locale): readonly (readonly Part[])[] {
  const found = new Set<string>();
  return paragraphsOf(text).map((paragraph) =>
    paragraph.flatMap((part) => (part.type === 'text' ? marked(part.text, finders[locale], found) : [part])),
  );
}

function marked(text: string, { pattern, idOf }: Finder, found: Set<string>): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    const id = idOf(word);
    if (id === undefined || found.has(id)) continue;
    found.add(id);
    if (index > end) parts.push({ type: 'text', text: text.slice(end, index) });
    parts.push({ type: 'term', text: word, id });
    end = index + word.length;
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) });
  return parts;
}

type Finder = { readonly pattern: RegExp; readonly idOf: (word: string) => string | undefined };

const finders: Readonly<Record<Locale, Finder>> = { en: finder('en'), de: finder('de') };

function finder(locale: Locale): Finder {
  const exact = new Map<string, string>();
  const anyCase = new Map<string, string>();
  for (const term of terms)
    for (const word of term.words[locale])
      if (isExact(term, word)) exact.set(word, term.id);
      else anyCase.set(word.toLowerCase(), term.id);
  const words = [...exact.keys(), ...anyCase.keys()].sort((one, other) => other.length - one.length);
  // Part of a flag, a path, an address or a compound is no word of its own.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_\\-/.:=$@])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}_]|[-/.:=@][\\p{L}\\p{N}])`,
    'giu',
  );
  return { pattern, idOf: (word) => exact.get(word) ?? anyCase.get(word.toLowerCase()) };
}

/** Abbreviations are words only in capitals. */
function isExact({ exact }: Term, word: string): boolean {
  return exact === true || /^\P{Ll}+s?$/u.test(word);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s\\u00a0]');
}
