import { flags } from './fields.ts';
import type { Query, Term } from './parseQuery.ts';
import type { Pattern } from './pattern.ts';

/** A query in its canonical form. Parsing it gives the same terms. */
export function printQuery({ terms }: Pick<Query, 'terms'>): string {
  return terms.map((term, index) => printTerm(term, terms[index + 1])).join(' ');
}

/** @param next the term behind it, which may make a phrase of both */
export function printTerm(term: Term, next: Term | undefined): string {
  return `${term.negated ? '-' : ''}${bodyOf(term, next)}`;
}

function bodyOf({ field, values }: Term, next: Term | undefined): string {
  if (field === 'text') return values.map((value) => printPattern(value, quotedText)).join(',');
  if (values.length > 0) return `${field}:${values.map((value) => printPattern(value, quotedValue)).join(',')}`;
  return field === 'exposed' && next?.field === 'to' && !next.negated ? 'exposed:any' : field;
}

/** A value of a field as one types it. */
export function printValue(value: string): string {
  return quotedValue(value);
}

function printPattern(pattern: Pattern, quoted: (piece: string) => string): string {
  return pattern.map((piece) => (piece === '' ? '' : quoted(piece))).join('*');
}

function quotedValue(piece: string): string {
  return /[\s",*]/.test(piece) ? inQuotes(piece) : piece;
}

/** Words that would mean something by themselves. */
const reserved: readonly string[] = [...flags, 'not'];

function quotedText(piece: string): string {
  const isPlain = /^[^\s",*:-][^\s",*:]*$/.test(piece) && !reserved.includes(piece.toLowerCase());
  return isPlain ? piece : inQuotes(piece);
}

function inQuotes(piece: string): string {
  return `"${piece.replace(/["\\]/g, (found) => `\\${found}`)}"`;
}
