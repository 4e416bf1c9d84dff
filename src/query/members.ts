import type { Connection, ConnectionEnd } from '../analysis/connection.ts';
import { type Member, type MemberKind, memberKinds, numbersOf } from '../analysis/memberLists.ts';
import { onceFor, onceForBoth } from '../domain/onceFor.ts';
import type { Topology } from '../domain/topology.ts';
import { isNameField, type NameField } from './fields.ts';
import type { Query, Term } from './parseQuery.ts';
import { type Pattern, wholeMatcher } from './pattern.ts';

/*
 * One connection stands for all between its members: 150,000 of them are usual. So each member gets a number that says
 * which of the query's name terms hold for it, one bit for each, and an end of a class is the few different numbers of its
 * members. A class fits if it has a client and a server that fit together: each term holds for one of them, and for neither
 * what is negated. Everything is remembered with the list that it was computed from.
 */

const kindsOf: Readonly<Record<NameField, readonly MemberKind[]>> = {
  node: ['nodes'],
  host: ['controlPlanes'],
  pod: ['pods'],
  service: ['services'],
  ns: ['pods', 'services'],
};

/** The bit of a member for which a negated term holds. */
const refused = 1 << 30;

type NameTerm = Term & { readonly field: NameField; readonly bit: number };

const nameTerms = onceFor((query: Query): readonly NameTerm[] => {
  const terms = query.terms.flatMap((term) => (isNameField(term.field) ? [{ ...term, field: term.field }] : []));
  const asked = terms.filter(({ negated }) => !negated);
  return terms.map((term) => ({ ...term, bit: term.negated ? refused : 1 << asked.indexOf(term) }));
});

/** Whether a class of connections has one for which all name terms hold. */
export function namesHold(query: Query, { client, server }: Connection, topology: Topology): boolean {
  const terms = nameTerms(query);
  if (terms.length === 0) return true;
  const wanted = wantedBits(terms);
  const clients = differentMarksOf(terms, client, topology);
  const servers = differentMarksOf(terms, server, topology);
  return clients.some((one) => servers.some((other) => (one | other) === wanted));
}

/** Which name terms hold for the members of one end of a connection. */
export type EndMarks = {
  /** The mark of a member by its place in the end; members that are in no list of the model have none. */
  readonly of: (place: number) => number;
  /** Each mark that some member has, without those of members that the query refuses. */
  readonly different: readonly number[];
};

/** Whether the marks of a client and a server are all that a query asks for, and nothing that it refuses. */
export function marksFit(query: Query, client: number, server: number): boolean {
  return (client | server) === wantedBits(nameTerms(query));
}

/** The marks of each member, to ask for single pairs of them; null where the query speaks of no names. */
export function marksOfPairs(query: Query, { client, server }: Connection, topology: Topology) {
  const terms = nameTerms(query);
  if (terms.length === 0) return null;
  return { client: marksOfEnd(terms, client, topology), server: marksOfEnd(terms, server, topology) };
}

function marksOfEnd(terms: readonly NameTerm[], end: ConnectionEnd, topology: Topology): EndMarks {
  const { component, members } = end;
  const different = differentMarksOf(terms, end, topology);
  const kind = memberKinds[component];
  if (kind === undefined) return { of: () => 0, different };
  const list: readonly Member[] = topology[kind];
  const marks = marksOf[kind](terms, list);
  const numbers = numbersOf(list, members);
  return { of: (place) => marks[numbers[place] ?? -1] ?? 0, different };
}

/** The different marks among the members of an end, without the refused. */
function differentMarksOf(terms: readonly NameTerm[], { component, members }: ConnectionEnd, topology: Topology) {
  const kind = memberKinds[component];
  if (kind === undefined || members.length === 0) return nothing;
  const list: readonly Member[] = topology[kind];
  return differentMarks(marksOf[kind](terms, list), numbersOf(list, members));
}

const nothing: readonly number[] = [0];

const differentMarks = onceForBoth((marks: Int32Array, numbers: Int32Array): readonly number[] => {
  const found = new Set<number>();
  let last = -1;
  for (const number of numbers) {
    const mark = number === -1 ? 0 : (marks[number] ?? 0);
    if (mark === last) continue;
    last = mark;
    if ((mark & refused) === 0) found.add(mark);
  }
  return [...found];
});

/** Which terms hold for each member of a list. */
const marksOf: Readonly<Record<MemberKind, (terms: readonly NameTerm[], list: readonly Member[]) => Int32Array>> = {
  nodes: onceForBoth((terms: readonly NameTerm[], list: readonly Member[]) => marked('nodes', terms, list)),
  pods: onceForBoth((terms: readonly NameTerm[], list: readonly Member[]) => marked('pods', terms, list)),
  services: onceForBoth((terms: readonly NameTerm[], list: readonly Member[]) => marked('services', terms, list)),
  controlPlanes: onceForBoth((terms: readonly NameTerm[], list: readonly Member[]) =>
    marked('controlPlanes', terms, list),
  ),
};

function marked(kind: MemberKind, terms: readonly NameTerm[], list: readonly Member[]): Int32Array {
  const marks = new Int32Array(list.length);
  const words = wordsOf(list);
  for (const { field, values, bit } of terms)
    if (kindsOf[field].includes(kind)) for (const value of values) mark(marks, bit, wantedOf(field, value), words);
  return marks;
}

type Words = {
  /** In lower case. */
  readonly names: readonly string[];
  /** Each namespace once, in lower case. */
  readonly namespaces: readonly string[];
  /** The number of each member's namespace. */
  readonly namespaceOf: Int32Array;
};

const wordsOf = onceFor((list: readonly Member[]): Words => {
  const numbers = new Map<string, number>();
  const namespaceOf = Int32Array.from(list, ({ namespace = '' }) => {
    const number = numbers.get(namespace) ?? numbers.size;
    numbers.set(namespace, number);
    return number;
  });
  const namespaces = [...numbers.keys()].map((name) => name.toLowerCase());
  return { names: list.map(({ name }) => name.toLowerCase()), namespaces, namespaceOf };
});

/** What a name and a namespace must be; null where either may be any. */
type Wanted = { readonly name: Pattern | null; readonly namespace: Pattern | null };

function wantedOf(field: NameField, value: Pattern): Wanted {
  if (field === 'ns') return { name: null, namespace: value };
  return (field === 'pod' || field === 'service' ? atSlash(value) : null) ?? { name: value, namespace: null };
}

function mark(marks: Int32Array, bit: number, wanted: Wanted, { names, namespaces, namespaceOf }: Words): void {
  const isThere = wholeMatcher(wanted.namespace ?? ['', '']);
  const isNamed = wanted.name && wholeMatcher(wanted.name);
  const there = Uint8Array.from(namespaces, (namespace) => (isThere(namespace) ? 1 : 0));
  for (let at = 0; at < marks.length; at += 1) {
    if (there[namespaceOf[at] ?? 0] === 1 && (isNamed === null || isNamed(names[at] ?? '')))
      marks[at] = (marks[at] ?? 0) | bit;
  }
}

/** `prod/web-*` as namespace and name; null where no namespace is named. */
function atSlash(pattern: Pattern): Wanted | null {
  const index = pattern.findIndex((piece) => piece.includes('/'));
  const piece = pattern[index];
  if (piece === undefined) return null;
  const slash = piece.indexOf('/');
  return {
    namespace: [...pattern.slice(0, index), piece.slice(0, slash)],
    name: [piece.slice(slash + 1), ...pattern.slice(index + 1)],
  };
}

/** Ids of the members that the name terms pick, kind by kind; null where no term speaks of the kind: all of them. */
export type MatchingMembers = {
  readonly nodes: ReadonlySet<string> | null;
  readonly pods: ReadonlySet<string> | null;
  readonly services: ReadonlySet<string> | null;
  readonly hosts: ReadonlySet<string> | null;
};

/** The members that a query names; null where it names none. Of each kind those for which all terms about it hold. */
export function matchingMembers(query: Query, topology: Topology): MatchingMembers | null {
  const terms = nameTerms(query);
  if (terms.length === 0) return null;
  const pick = (kind: MemberKind) => {
    const own = terms.filter(({ field }) => kindsOf[field].includes(kind));
    if (own.length === 0) return null;
    const wanted = bitsOf(own.filter(({ negated }) => !negated));
    const list: readonly Member[] = topology[kind];
    const marks = marksOf[kind](terms, list);
    return new Set(list.flatMap(({ id }, at) => (marks[at] === wanted ? id : [])));
  };
  return { nodes: pick('nodes'), pods: pick('pods'), services: pick('services'), hosts: pick('controlPlanes') };
}

const wantedBits = onceFor((terms: readonly NameTerm[]) => bitsOf(terms.filter(({ negated }) => !negated)));

function bitsOf(terms: readonly NameTerm[]): number {
  return terms.reduce((bits, { bit }) => bits | bit, 0);
}
