import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { PositionId } from '../attack/positionIds.ts';
import { onceFor } from '../domain/onceFor.ts';
import type { Topology } from '../domain/topology.ts';
import {
  choices,
  type ExposureAlias,
  exposureAliases,
  type FacetField,
  facetFields,
  isNameField,
  isPosition,
} from './fields.ts';
import { namesHold } from './members.ts';
import type { Query, Term } from './parseQuery.ts';
import { partMatcher, wholeMatcher } from './pattern.ts';

/** What a query needs beside the connection. */
export type QueryContext = {
  readonly topology: Topology;
  /** What a reader sees of a connection, in lower case, to search in. */
  readonly words: (connection: Connection) => string;
  /** Verdicts of the cluster that the present one came from, by connection. */
  readonly before: ReadonlyMap<string, Connection>;
  /** Whether a connection ends at what is selected. */
  readonly touches: (connection: Connection) => boolean;
  /** The class that a connection is drawn as. */
  readonly drawnAs: (connection: Connection) => Status;
  /** The connections that an attacker reaches from a position; null while that is not known, which excludes nothing. */
  readonly reach: (position: PositionId) => ReadonlySet<string> | null;
};

/** Whether all terms of a query hold for a connection; for a class of them, whether they hold for one of it. */
export function matches(query: Query, connection: Connection, context: QueryContext): boolean {
  return testsOf(query).every((test) => test(connection, context)) && namesHold(query, connection, context.topology);
}

type Test = (connection: Connection, context: QueryContext) => boolean;

const testsOf = onceFor((query: Query): readonly Test[] =>
  query.terms
    .filter(({ field }) => !isNameField(field))
    .map((term) => {
      const test = testOf(term);
      if (term.field === 'attacker') return test;
      return term.negated ? (connection, context) => !test(connection, context) : test;
    }),
);

function testOf({ field, values, negated }: Term): Test {
  const isOne = anyOf(values.map(wholeMatcher));
  switch (field) {
    case 'text': {
      const isIn = anyOf(values.map(partMatcher));
      return (connection, { words }) => isIn(words(connection));
    }
    case 'status':
      return ({ status }) => isOne(status);
    case 'drawn':
      return (connection, { drawnAs }) => isOne(drawnAs(connection));
    case 'path':
      return ({ path }) => isOne(path.toLowerCase());
    case 'component':
      return ({ client, server }) => isOne(client.component) || isOne(server.component);
    case 'from':
      return ({ client }) => isOne(client.component);
    case 'to':
      return ({ server }) => isOne(server.component);
    case 'port':
      return ({ port }) => port !== null && isOne(String(port));
    case 'network':
      return ({ encryption, network }) => encryption !== 'local' && (isOne(network.trust) || isOne(network.id));
    case 'evidence':
      return ({ evidence }) => isOne(evidence);
    case 'exposed':
      return values.length === 0 ? isExposed : (connection) => exposureWords(connection).some(isOne);
    case 'attacker': {
      const reachedFrom = choices.attacker.filter(isOne).filter(isPosition);
      return (connection, { reach }) => isReached(connection, reachedFrom.map(reach), negated);
    }
    case 'crosses':
      return ({ network, encryption }) => network.trust !== 'trusted' && encryption !== 'local';
    case 'changed':
      return (connection, { before }) => hasChanged(connection, before.get(connection.id));
    case 'assumed':
      return ({ evidence }) => evidence === 'default' || evidence === 'unknown';
    case 'observed':
      return ({ evidence }) => evidence === 'observed';
    case 'selected':
      return (connection, { touches }) => touches(connection);
    case 'node':
    case 'ns':
    case 'pod':
    case 'service':
    case 'host':
      throw new Error(`the term ${field} is not decided by one connection`);
    default:
      return facetTest(field, isOne);
  }
}

function facetTest(field: FacetField, isOne: (word: string) => boolean): Test {
  const facet = facetFields[field];
  return (connection) => isOne(connection[facet]);
}

function anyOf(tests: readonly ((word: string) => boolean)[]): (word: string) => boolean {
  return (word) => tests.some((test) => test(word));
}

/** Anything that an attacker could do, or that is not known. */
function isExposed({ exposure, status }: Connection): boolean {
  return exposure.passive.length + exposure.active.length + exposure.offPath.length > 0 || status === 'unknown';
}

/** What is exposed in the engine's words, in everyday ones, and to whom. */
function exposureWords({ exposure: { passive, active, offPath } }: Connection): readonly string[] {
  const found = new Set<string>([...passive, ...active, ...offPath]);
  const done = aliasIds.filter((alias) => exposureAliases[alias].some((exposure) => found.has(exposure)));
  const ways = [
    ...(passive.length > 0 ? ['passive'] : []),
    ...(active.length > 0 ? ['active'] : []),
    ...(offPath.length > 0 ? ['off-path'] : []),
  ];
  return [...found, ...done, ...ways];
}

const aliasIds = ['read', 'change', 'pose', 'steal'] as const satisfies readonly ExposureAlias[];

function isReached({ id }: Connection, reached: readonly (ReadonlySet<string> | null)[], negated: boolean): boolean {
  if (reached.includes(null)) return true;
  return reached.some((ids) => ids?.has(id)) !== negated;
}

/** Whether any verdict of a connection differs from what it was; a new connection has changed. */
function hasChanged(now: Connection, before: Connection | undefined): boolean {
  if (!before) return true;
  const verdicts = ['status', ...Object.values(facetFields)] as const;
  return verdicts.some((key) => now[key] !== before[key]);
}
