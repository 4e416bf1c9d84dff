import type { Locale } from '../i18n/texts.ts';

/** How a term is written: the first is what the glossary lists, the others are found in texts as well. */
type Words = readonly [string, ...string[]];

/** A term of the field, explained in every language. */
export type Term = {
  /** Stands in links. */
  readonly id: string;
  readonly words: Readonly<Record<Locale, Words>>;
  /** One or two sentences that assume nothing. What stands in backticks is code. */
  readonly definition: Readonly<Record<Locale, string>>;
  /** Terms that help to understand this one. */
  readonly see?: readonly string[];
  /** Where it can be read up. */
  readonly source?: string;
  /** Only as it is written here: in lower case the word means something else. */
  readonly exact?: true;
};
