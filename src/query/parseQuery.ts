import {
  choices,
  type Field,
  type Flag,
  flags,
  type IdField,
  isNameField,
  isPosition,
  type WrittenField,
  writtenFields,
} from './fields.ts';
import { isExact, type Pattern, wholeMatcher } from './pattern.ts';
import { type Segment, type Token, tokensOf } from './tokens.ts';

/** One condition: any of the values, or none of them where it is negated. A flag has no values. */
export type Term = { readonly negated: boolean; readonly field: Field; readonly values: readonly Pattern[] };

export type ProblemCode = 'unknown-field' | 'unknown-value' | 'no-value' | 'unclosed-quote' | 'too-many';

/** What cannot be understood, with its place in the text. */
export type Problem = {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  /** What was typed there. */
  readonly word: string;
  /** The field that it was typed for; null where none is known. */
  readonly field: WrittenField | null;
};

/** Terms that must all hold, and what of the text is not among them. */
export type Query = { readonly terms: readonly Term[]; readonly problems: readonly Problem[] };

/** A term with its place; null where nothing of it can be understood. */
export type Entry = { readonly term: Term | null; readonly start: number; readonly end: number };

/** Terms with names share the bits of one number. */
const mostNameTerms = 30;

/** Reads a query. Never throws: what cannot be understood is a problem, and the rest holds. */
export function parseQuery(text: string): Query {
  const { entries, problems } = readEntries(text);
  return { terms: entries.flatMap(({ term }) => term ?? []), problems };
}

/** The same with the place of each term. */
export function readEntries(text: string): {
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
} {
  const tokens = tokensOf(text);
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token) break;
    const phrase = next ? exposedTo(token, next, text) : null;
    if (phrase && next) {
      entries.push({ term: phrase, start: token.start, end: next.end });
      at += 1;
      continue;
    }
    const read = readToken(token, text);
    entries.push({ term: read.term, start: token.start, end: token.end });
    problems.push(...read.problems);
  }
  return withoutSurplus(entries, problems, text);
}

/** `exposed to:pod` asks for an attacker who is there, while `to:` by itself asks for the server's end. */
function exposedTo(token: Token, next: Token, text: string): Term | null {
  const isPhrase = flagOf(token, text) === 'exposed' && next.field?.toLowerCase() === 'to' && !next.negated;
  if (!isPhrase) return null;
  const ids = given(next).map(({ pattern }) => (isExact(pattern) ? (pattern[0] ?? '').toLowerCase() : ''));
  if (ids.length === 0 || !ids.every(isPosition)) return null;
  return { negated: token.negated, field: 'attacker', values: ids.map((id) => [id]) };
}

function readToken(token: Token, text: string): { readonly term: Term | null; readonly problems: readonly Problem[] } {
  const { negated, unclosed, start, end } = token;
  const quote: readonly Problem[] =
    unclosed === null
      ? []
      : [{ code: 'unclosed-quote', start: unclosed, end, word: text.slice(unclosed, end), field: null }];
  const flag = flagOf(token, text);
  if (flag) return { term: { negated, field: flag, values: [] }, problems: [] };
  const segments = given(token);
  if (token.field === null) {
    const values = segments.map(({ pattern }) => pattern);
    if (values.length > 0) return { term: { negated, field: 'text', values }, problems: quote };
    const word = text.slice(start, end);
    return { term: null, problems: [...quote, { code: 'no-value', start, end, word, field: null }] };
  }
  const field = fieldNamed(token.field);
  if (!field) {
    const problem: Problem = { code: 'unknown-field', start, end, word: token.field, field: null };
    return { term: null, problems: [...quote, problem] };
  }
  if (segments.length === 0)
    return { term: null, problems: [...quote, { code: 'no-value', start, end, word: token.field, field }] };
  // `exposed:any` is `exposed`, where the word alone would mean something else.
  if (field === 'exposed' && segments.some(({ pattern }) => isExact(pattern) && pattern[0]?.toLowerCase() === 'any'))
    return { term: { negated, field, values: [] }, problems: quote };
  const known = segments.map((segment) => ({ segment, value: knownValue(field, segment.pattern) }));
  const values = known.flatMap(({ value }) => (value ? [value] : []));
  return {
    term: values.length > 0 ? { negated, field, values } : null,
    problems: [
      ...quote,
      ...known.flatMap(({ segment, value }): readonly Problem[] =>
        value
          ? []
          : [
              {
                code: 'unknown-value',
                start: segment.start,
                end: segment.end,
                word: text.slice(segment.start, segment.end),
                field,
              },
            ],
      ),
    ],
  };
}

function flagOf({ body, end }: Token, text: string): Flag | null {
  const word = text.slice(body, end).toLowerCase();
  return flags.find((flag) => flag === word) ?? null;
}

/** What stands between the commas, without what is empty. */
function given({ segments }: Token): readonly Segment[] {
  return segments.filter(({ pattern }) => pattern.length > 1 || pattern[0] !== '');
}

export function fieldNamed(name: string): WrittenField | null {
  return writtenFields.find((field) => field === name.toLowerCase()) ?? null;
}

/** A value as the engine writes it; null where it has no such value. */
function knownValue(field: WrittenField, pattern: Pattern): Pattern | null {
  if (isNameField(field)) return pattern;
  if (field === 'port') return pattern.every((piece) => /^\d*$/.test(piece)) ? pattern : null;
  if (!isExact(pattern)) return choices[field].some((id) => wholeMatcher(pattern)(id.toLowerCase())) ? pattern : null;
  const id = idOf(field, (pattern[0] ?? '').toLowerCase());
  return id === null ? null : [id];
}

function idOf(field: IdField, word: string): string | null {
  const found = choices[field].find((id) => id.toLowerCase() === word);
  if (found !== undefined || field !== 'path') return found ?? null;
  // A path by its number, as people say it: 8, P8, A9.
  const number = /^([pa]?)(\d{1,2})$/.exec(word);
  const id = number ? `${(number[1] || 'p').toUpperCase()}${number[2]?.padStart(2, '0')}` : '';
  return choices.path.includes(id) ? id : null;
}

function withoutSurplus(entries: readonly Entry[], problems: readonly Problem[], text: string) {
  const surplus = entries.filter(({ term }) => term && isNameField(term.field) && !term.negated).slice(mostNameTerms);
  if (surplus.length === 0) return { entries, problems };
  return {
    entries: entries.map((entry) => (surplus.includes(entry) ? { ...entry, term: null } : entry)),
    problems: [
      ...problems,
      ...surplus.map(
        ({ start, end }): Problem => ({ code: 'too-many', start, end, word: text.slice(start, end), field: null }),
      ),
    ],
  };
}
