import type { Pattern } from './pattern.ts';

/** One of the values between commas, with its place in the text. */
export type Segment = { readonly pattern: Pattern; readonly start: number; readonly end: number };

/** What stands between two blanks, with what negates it. */
export type Token = {
  /** Where it begins, with `-` or `not`. */
  readonly start: number;
  /** Where its own text begins, behind them. */
  readonly body: number;
  readonly end: number;
  readonly negated: boolean;
  /** What stands before the colon, as it was typed; null where no field is named. */
  readonly field: string | null;
  readonly segments: readonly Segment[];
  /** Where a quotation mark stands that nothing closes. */
  readonly unclosed: number | null;
};

/** Cuts a query at its blanks; those within quotation marks belong to a value. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isNot = false;
  let notAt: number | null = null;
  for (const word of wordsOf(text)) {
    if (text.slice(word.start, word.end).toLowerCase() === 'not') {
      isNot = !isNot;
      notAt ??= word.start;
      continue;
    }
    tokens.push({ ...word, start: notAt ?? word.start, negated: word.negated !== isNot });
    isNot = false;
    notAt = null;
  }
  // A `not` that nothing follows negates an empty word.
  const end = text.length;
  const open: Token = {
    start: notAt ?? end,
    body: end,
    end,
    negated: isNot,
    field: null,
    segments: [],
    unclosed: null,
  };
  return notAt === null ? tokens : [...tokens, open];
}

function* wordsOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length; at += 1) {
    if (isBlank(text.charAt(at))) continue;
    const word = readWord(text, at);
    yield word;
    at = word.end;
  }
}

function readWord(text: string, start: number): Token {
  const negated = /^-[^\s]/.test(text.slice(start, start + 2));
  const body = negated ? start + 1 : start;
  const field = /^([a-z][a-z-]*):/i.exec(text.slice(body, body + 60))?.[1] ?? null;
  const { segments, end, unclosed } = readSegments(text, field === null ? body : body + field.length + 1);
  return { start, body, end, negated, field, segments, unclosed };
}

function readSegments(text: string, from: number): Pick<Token, 'segments' | 'end' | 'unclosed'> {
  const segments: Segment[] = [];
  let start = from;
  let pieces = [''];
  let quote: number | null = null;
  let at = from;
  const add = (letter: string) => pieces.push(`${pieces.pop() ?? ''}${letter}`);
  const finish = () => {
    segments.push({ pattern: withoutDoubledStars(pieces), start, end: at });
    pieces = [''];
    start = at + 1;
  };
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') quote = quote === null ? at : null;
    else if (quote !== null) {
      if (letter === '\\' && at + 1 < text.length) at += 1;
      add(text.charAt(at));
    } else if (isBlank(letter)) break;
    else if (letter === ',') finish();
    else if (letter === '*') pieces.push('');
    else add(letter);
  }
  finish();
  return { segments, end: at, unclosed: quote };
}

/** Two stars in a row say no more than one. */
function withoutDoubledStars(pieces: readonly string[]): Pattern {
  return pieces.filter((piece, index) => piece !== '' || index === 0 || index === pieces.length - 1);
}

function isBlank(letter: string): boolean {
  return /\s/.test(letter);
}
