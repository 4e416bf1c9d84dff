import type { Field, Flag } from './fields.ts';
import { type Entry, parseQuery, readEntries, type Term } from './parseQuery.ts';
import { isExact } from './pattern.ts';
import { printTerm } from './printQuery.ts';

/** Whether a query asks for a flag by itself. */
export function hasFlag({ terms }: { readonly terms: readonly Term[] }, flag: Flag): boolean {
  return terms.some((term) => isAsked(term, flag) && term.values.length === 0);
}

/** The single values that a query asks for in a field. */
export function askedValues({ terms }: { readonly terms: readonly Term[] }, field: Field): readonly string[] {
  return terms.filter((term) => isAsked(term, field)).flatMap(exactValues);
}

/** Puts a flag into a query, or takes it out. What somebody typed beside it stays as it is. */
export function toggleFlag(text: string, flag: Flag): string {
  const { entries } = readEntries(text);
  const isIt = ({ term }: Entry) => term !== null && isAsked(term, flag) && term.values.length === 0;
  if (entries.some(isIt))
    return written(
      text,
      entries.filter((entry) => !isIt(entry)),
    );
  return written(text, [...entries, added({ negated: false, field: flag, values: [] })]);
}

/** A query that asks for a flag, whether it has done so before or not. */
export function withFlag(text: string, flag: Flag): string {
  return hasFlag(parseQuery(text), flag) ? text : toggleFlag(text, flag);
}

/** Puts one value of a field in or takes it out; it stands beside others of the same field with commas. */
export function toggleValue(text: string, field: Field, value: string): string {
  const { entries } = readEntries(text);
  const of = entries.filter(({ term }) => term !== null && isAsked(term, field) && term.values.length > 0);
  if (of.some(({ term }) => term && exactValues(term).includes(value))) {
    return written(
      text,
      entries.flatMap((entry) => (of.includes(entry) ? without(entry, value) : entry)),
    );
  }
  const [first] = of;
  if (!first?.term) return written(text, [...entries, added({ negated: false, field, values: [[value]] })]);
  const { term } = first;
  const longer = added({ ...term, values: [...term.values, [value]] });
  return written(
    text,
    entries.map((entry) => (entry === first ? longer : entry)),
  );
}

function isAsked(term: Term, field: Field): boolean {
  return term.field === field && !term.negated;
}

function exactValues({ values }: Term): readonly string[] {
  return values.flatMap((pattern) => (isExact(pattern) ? pattern : []));
}

function without(entry: Entry, value: string): readonly Entry[] {
  const { term } = entry;
  if (!term || !exactValues(term).includes(value)) return [entry];
  const values = term.values.filter((pattern) => !isExact(pattern) || pattern[0] !== value);
  return values.length > 0 ? [added({ ...term, values })] : [];
}

/** A term that was not typed. */
function added(term: Term): Entry {
  return { term, start: 0, end: 0 };
}

function written(text: string, entries: readonly Entry[]): string {
  return entries
    .map(({ term, start, end }, index) => {
      const next = entries[index + 1]?.term ?? undefined;
      // What stood apart must not become a phrase when something between is taken out.
      const isAlone = term?.field === 'exposed' && term.values.length === 0;
      return term && (end === 0 || isAlone) ? printTerm(term, next) : text.slice(start, end);
    })
    .join(' ');
}
