import type { Connection } from '../analysis/connection.ts';
import { onceFor } from '../domain/onceFor.ts';
import type { Topology } from '../domain/topology.ts';
import {
  choices,
  type Flag,
  flags,
  isIdField,
  isNameField,
  isPosition,
  type NameField,
  type WrittenField,
  writtenFields,
} from './fields.ts';
import { fieldNamed } from './parseQuery.ts';
import { printValue } from './printQuery.ts';
import { type Segment, type Token, tokensOf } from './tokens.ts';

/** What may stand at the cursor: a field, a flag, or a value of a field. */
export type Completion = {
  /** What takes the place of the text from `start` to `end`. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: 'field'; readonly field: WrittenField }
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'value'; readonly field: WrittenField; readonly value: string }
);

export type CompletionContext = { readonly topology: Topology; readonly connections: readonly Connection[] };

/** Names that are offered at once; more than these one narrows down by typing. */
const mostNames = 8;
/** Values that are offered for a word without a field. */
const mostValues = 8;

/** What may stand where the cursor is, the likeliest first. */
export function completions(text: string, cursor: number, context: CompletionContext): readonly Completion[] {
  const tokens = tokensOf(text);
  const index = tokens.findIndex(({ body, end }) => body <= cursor && cursor <= end);
  const token = tokens[index];
  if (!token) return ofWord('', cursor, cursor);
  const field = token.field === null ? null : fieldNamed(token.field);
  const segment = token.segments.findLast(({ start }) => start <= cursor);
  if (token.field === null) {
    const isPlain = token.segments.length === 1 && !text.slice(token.body, token.end).includes('"');
    return isPlain ? ofWord(text.slice(token.body, cursor), token.body, token.end) : [];
  }
  // With the cursor in the field's name, the name is meant: its values stand behind it already.
  if (!segment)
    return ofWord(text.slice(token.body, cursor), token.body, token.body + token.field.length + 1).filter(
      ({ kind }) => kind === 'field',
    );
  if (!field) return [];
  const isPhrase = field === 'to' && isBareExposed(tokens[index - 1], text);
  return ofField(field, segment, typedIn(text, segment, cursor), context, isPhrase);
}

function isBareExposed(token: Token | undefined, text: string): boolean {
  return token !== undefined && text.slice(token.body, token.end).toLowerCase() === 'exposed';
}

/** What somebody has typed of a value, without a quotation mark before it. */
function typedIn(text: string, { start }: Segment, cursor: number): string {
  return text.slice(start, cursor).replace(/^"/, '').toLowerCase();
}

function ofWord(typed: string, start: number, end: number): readonly Completion[] {
  const word = typed.toLowerCase();
  const fields = writtenFields
    .filter((field) => field.startsWith(word))
    .map((field): Completion => ({ kind: 'field', field, insert: `${field}:`, start, end }));
  const own = flags
    .filter((flag) => flag.startsWith(word) && flag !== word)
    .map((flag): Completion => ({ kind: 'flag', flag, insert: flag, start, end }));
  if (word.length < 2) return [...fields, ...own];
  const values = fieldsOfWords.flatMap((field) =>
    choices[field]
      .filter((id) => id.toLowerCase().startsWith(word))
      .map((value): Completion => ({ kind: 'value', field, value, insert: `${field}:${value}`, start, end })),
  );
  return [...fields, ...own, ...values.slice(0, mostValues)];
}

/** Fields whose values are offered for a word alone; those of the others mean little without the field. */
const fieldsOfWords = ['status', 'path', 'component', 'exposed', 'evidence', 'network'] as const;

function ofField(
  field: WrittenField,
  { start, end }: Segment,
  typed: string,
  context: CompletionContext,
  isPhrase: boolean,
): readonly Completion[] {
  const ids = isPhrase ? [...new Set([...choices.attacker, ...choices.to])] : idsOf(field, context);
  const fitting = ids ? startingFirst(ids, typed) : namesLike(field, typed, context);
  return fitting
    .filter((value) => value.toLowerCase() !== typed)
    .map((value) => ({
      kind: 'value',
      field: isPhrase && isPosition(value) ? 'attacker' : field,
      value,
      insert: printValue(value),
      start,
      end,
    }));
}

/** The values of a field that has few of them; null for names. */
function idsOf(field: WrittenField, { connections }: CompletionContext): readonly string[] | null {
  if (isIdField(field)) return choices[field];
  if (field !== 'port') return null;
  const ports = connections.flatMap(({ port }) => (port === null ? [] : port));
  return [...new Set(ports)].sort((a, b) => a - b).map(String);
}

function startingFirst(ids: readonly string[], typed: string): readonly string[] {
  const holding = ids.filter((id) => id.toLowerCase().includes(typed));
  const isStart = (id: string) => id.toLowerCase().startsWith(typed);
  return [...holding.filter(isStart), ...holding.filter((id) => !isStart(id))];
}

function namesLike(field: WrittenField, typed: string, { topology }: CompletionContext): readonly string[] {
  return isNameField(field) ? firstLike(namesOf(field, topology), typed) : [];
}

/** The first names that begin so, then those that hold it; no more of 150,000 is looked at than needed. */
function firstLike(names: readonly string[], typed: string): readonly string[] {
  const starting: string[] = [];
  const holding: string[] = [];
  for (const name of names) {
    const at = name.toLowerCase().indexOf(typed);
    // The name behind the namespace counts as a beginning too.
    if (at === 0 || name.charAt(at - 1) === '/') starting.push(name);
    else if (at > 0 && holding.length < mostNames) holding.push(name);
    if (starting.length === mostNames) break;
  }
  return [...starting, ...holding].slice(0, mostNames);
}

function namesOf(field: NameField, { nodes, pods, services, controlPlanes }: Topology): readonly string[] {
  switch (field) {
    case 'node':
      return plainNames(nodes);
    case 'host':
      return plainNames(controlPlanes);
    case 'pod':
      return fullNames(pods);
    case 'service':
      return fullNames(services);
    case 'ns':
      return [...new Set([...namespacesOf(pods), ...namespacesOf(services)])];
  }
}

type Named = { readonly name: string };
type Spaced = Named & { readonly namespace: string };

const plainNames = onceFor((list: readonly Named[]): readonly string[] => list.map(({ name }) => name));
const fullNames = onceFor((list: readonly Spaced[]): readonly string[] =>
  list.map(({ namespace, name }) => `${namespace}/${name}`),
);
const namespacesOf = onceFor((list: readonly Spaced[]): readonly string[] => [
  ...new Set(list.map(({ namespace }) => namespace)),
]);
