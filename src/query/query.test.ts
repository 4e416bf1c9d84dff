import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { positionIds } from '../attack/positionIds.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import { controlPlaneComponents, type Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { choices, flags, idFields, isNameField, nameFields, writtenFields } from './fields.ts';
import { matches, type QueryContext } from './matches.ts';
import { matchingMembers } from './members.ts';
import { parseQuery, type Term } from './parseQuery.ts';
import { type Pattern, wholeMatcher } from './pattern.ts';
import { printQuery } from './printQuery.ts';

const cluster = scenario('everything-wrong');

function contextOf(topology: Topology): QueryContext {
  const analysis = analyze(topology);
  return {
    topology,
    words: ({ path, client, server }) => `${path} ${client.name} → ${server.name}`.toLowerCase(),
    before: new Map(analysis.connections.map((one) => [one.id, one])),
    touches: ({ path }) => path === 'P08',
    drawnAs: ({ status }) => status,
    reach: (position) =>
      new Set(
        reachOf(topology, analysis, position).entries.flatMap(({ access, connection }) =>
          access === 'none' ? [] : connection.id,
        ),
      ),
  };
}

function found(text: string, topology = cluster): readonly Connection[] {
  const query = parseQuery(text);
  expect(query.problems).toEqual([]);
  const context = contextOf(topology);
  return analyze(topology).connections.filter((connection) => matches(query, connection, context));
}

const all = analyze(cluster).connections;
const paths = (text: string, topology = cluster) => [...new Set(found(text, topology).map(({ path }) => path))];

describe('what a term asks for', () => {
  test.each<[string, (one: Connection) => boolean]>([
    ['', () => true],
    ['status:unverified', ({ status }) => status === 'unverified'],
    ['status:unverified,unknown', ({ status }) => status === 'unverified' || status === 'unknown'],
    ['drawn:plaintext', ({ status }) => status === 'plaintext'],
    ['path:P08', ({ path }) => path === 'P08'],
    ['path:8,a9', ({ path }) => path === 'P08' || path === 'A09'],
    ['path:P1*', ({ path }) => path.startsWith('P1')],
    ['from:kubelet', ({ client }) => client.component === 'kubelet'],
    ['to:KUBELET', ({ server }) => server.component === 'kubelet'],
    ['component:kubelet', ({ client, server }) => [client, server].some((end) => end.component === 'kubelet')],
    ['component:kube-*', ({ client, server }) => [client, server].some((end) => end.component.startsWith('kube-'))],
    ['port:10250', ({ port }) => port === 10250],
    ['port:10*', ({ port }) => String(port).startsWith('10')],
    ['encryption:none', ({ encryption }) => encryption === 'none'],
    ['server-authentication:none', (one) => one.serverAuthentication === 'none'],
    ['client-authentication:x509,bearer', (one) => ['x509', 'bearer'].includes(one.clientAuthentication)],
    ['authorization:none', ({ authorization }) => authorization === 'none'],
    ['integrity:passive-only', ({ integrity }) => integrity === 'passive-only'],
    ['evidence:user', ({ evidence }) => evidence === 'user'],
    ['assumed', ({ evidence }) => evidence === 'default' || evidence === 'unknown'],
    ['observed', ({ evidence }) => evidence === 'observed'],
    ['network:untrusted', (one) => one.network.trust === 'untrusted' && one.encryption !== 'local'],
    ['network:node-network', (one) => one.network.id === 'node-network' && one.encryption !== 'local'],
    ['crosses', (one) => one.network.trust !== 'trusted' && one.encryption !== 'local'],
    ['exposed:eavesdrop', ({ exposure }) => exposure.active.includes('eavesdrop')],
    ['exposed:read', ({ exposure }) => exposure.active.includes('eavesdrop')],
    ['exposed:off-path', ({ exposure }) => exposure.offPath.length > 0],
    [
      'exposed:any',
      ({ exposure, status }) =>
        Object.values(exposure).some((one) => Array.isArray(one) && one.length > 0) || status === 'unknown',
    ],
    ['selected', ({ path }) => path === 'P08'],
    ['-status:unverified', ({ status }) => status !== 'unverified'],
    ['not status:unverified path:P08,P12', ({ status, path }) => status !== 'unverified' && /P08|P12/.test(path)],
    ['not -path:P08', ({ path }) => path === 'P08'],
    ['p08', ({ path }) => path === 'P08'],
    ['p08,P09 worker', ({ path, server }) => /P08|P09/.test(path) && server.name.includes('worker')],
  ])('%s', (text, expected) => {
    expect(found(text).map(({ id }) => id)).toEqual(all.filter(expected).map(({ id }) => id));
  });

  test('everyday words and the engine’s own say the same', () => {
    expect(paths('exposed:change')).toEqual(paths('exposed:tamper'));
    expect(paths('exposed:pose')).toEqual(paths('exposed:impersonate-server,impersonate-client'));
    expect(paths('exposed:steal')).toEqual(paths('exposed:credential-replay'));
    expect(paths('exposed')).toEqual(paths('exposed:any'));
    expect(paths('exposed').length).toBeLessThan(new Set(all.map(({ path }) => path)).size);
  });

  test('nothing has changed, and something has after an edit', () => {
    expect(paths('changed')).toEqual([]);
    const context = { ...contextOf(cluster), before: new Map<string, Connection>() };
    expect(all.every((one) => matches(parseQuery('changed'), one, context))).toBe(true);
  });

  test('a word with blanks is looked for as a whole, and a star in a text stands for anything', () => {
    expect(paths('"p08 control"')).toEqual(['P08']);
    expect(paths('p08*worker')).toEqual(['P08']);
    expect(paths('"p08*worker"')).toEqual([]);
  });
});

describe('where an attacker stands', () => {
  test.each(positionIds)('%s reaches what the attacker’s panel says', (id) => {
    const expected = reachOf(cluster, analyze(cluster), id).entries.filter(({ access }) => access !== 'none');
    expect(found(`attacker:${id}`).map((one) => one.id)).toEqual(expected.map(({ connection }) => connection.id));
    expect(found(`exposed to:${id}`)).toEqual(found(`attacker:${id}`));
    expect(found(`-attacker:${id}`)).toHaveLength(all.length - expected.length);
  });

  test('to: by itself is the server’s end, and so is a component that is no position', () => {
    expect(parseQuery('to:pod').terms).toEqual([{ negated: false, field: 'to', values: [['pod']] }]);
    expect(parseQuery('exposed to:kubelet').terms.map(({ field }) => field)).toEqual(['exposed', 'to']);
    expect(parseQuery('to:pod exposed').terms.map(({ field }) => field)).toEqual(['to', 'exposed']);
    expect(parseQuery('not exposed to:pod').terms).toEqual([{ negated: true, field: 'attacker', values: [['pod']] }]);
  });

  test('while nobody knows what is reached, nothing is left out', () => {
    const context = { ...contextOf(cluster), reach: () => null };
    for (const text of ['attacker:pod', '-attacker:pod'])
      expect(all.every((one) => matches(parseQuery(text), one, context))).toBe(true);
  });
});

describe('names', () => {
  const [pod, service, node] = [cluster.pods[0], cluster.services.at(-1), cluster.nodes[0]];

  test('a node is at its kubelet’s paths, a pod only at those of pods', () => {
    const atNode = found(`node:${node?.name}`);
    expect(atNode.some(({ path }) => path === 'P08')).toBe(true);
    const atPod = found(`pod:${pod?.name}`);
    expect(atPod.length).toBeGreaterThan(0);
    for (const { client, server } of atPod) expect([client.component, server.component]).toContain('pod');
    const inNamespace = found(`ns:${pod?.namespace}`);
    expect(inNamespace.some(({ path }) => path === 'P08')).toBe(false);
  });

  test('a namespace before the name, stars, capital letters and what nobody is called', () => {
    const whole = found(`pod:${pod?.name}`);
    expect(found(`pod:${pod?.namespace}/${pod?.name}`)).toEqual(whole);
    expect(found(`pod:*/${pod?.name.toUpperCase()}`)).toEqual(whole);
    expect(found(`pod:elsewhere/${pod?.name}`)).toEqual([]);
    expect(found(`service:${service?.name.slice(0, 2)}*`).length).toBeGreaterThan(0);
    expect(found('node:nobody*')).toEqual([]);
    expect(found('host:*').length).toBeGreaterThan(0);
  });

  test('of a class that holds others too, only what is negated is left out', () => {
    const two = {
      ...cluster,
      nodes: cluster.nodes.slice(0, 1).flatMap((one) => [one, { ...one, id: 'twin', name: 'twin' }]),
    };
    expect(found('node:twin path:P08', two)).toHaveLength(1);
    expect(found('-node:twin path:P08', two)).toHaveLength(1);
    expect(found('-node:twin,worker-1 path:P08', two)).toEqual([]);
    expect(found('node:twin -node:t* path:P08', two)).toEqual([]);
  });

  test('a class fits where one of its connections does: as if every pair of members were asked by itself', () => {
    const aTerm = fc.record({
      negated: fc.boolean(),
      field: fc.constantFrom(...nameFields),
      values: fc.array(fc.constantFrom<Pattern[]>(['web', ''], ['', '-1', ''], ['a'], ['default'], ['', '']), {
        minLength: 1,
        maxLength: 2,
      }),
    });
    const sample = fc.tuple(anyTopology({ pinned: false }), fc.array(aTerm, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(sample, ([topology, terms]) => {
        const query = { terms, problems: [] };
        const context = contextOf(topology);
        for (const one of analyze(topology).connections.slice(0, 40))
          expect(matches(query, one, context)).toBe(pairByPair(terms, one, topology));
      }),
      { numRuns: runs(80) },
    );
  });

  test('the members that a query picks, kind by kind', () => {
    expect(matchingMembers(parseQuery('status:unknown web'), cluster)).toBeNull();
    const picked = matchingMembers(parseQuery(`ns:${pod?.namespace} pod:${pod?.name}`), cluster);
    expect([...(picked?.pods ?? [])]).toEqual([pod?.id]);
    expect(picked?.nodes).toBeNull();
    expect(picked?.services?.size).toBe(cluster.services.filter((one) => one.namespace === pod?.namespace).length);
    expect(matchingMembers(parseQuery('-node:*'), cluster)?.nodes?.size).toBe(0);
  });

  test('150,000 pods in one class are asked one by one, by a number for each', () => {
    const [first] = cluster.pods;
    if (!first) throw new Error('the scenario has pods');
    const pods = Array.from({ length: 150_000 }, (_, at) => ({
      ...first,
      id: `pod:ns-${at % 200}/web-${at}`,
      name: `web-${at}`,
      namespace: `ns-${at % 200}`,
    }));
    const large = { ...scenario('documentation'), pods };
    const { connections } = analyze(large);
    const context = { ...contextOf(scenario('documentation')), topology: large };
    const ask = (text: string) => connections.filter((one) => matches(parseQuery(text), one, context)).length;
    for (const text of ['pod:web-149999', 'pod:web-14*', 'ns:ns-1* pod:*9', '-ns:ns-1'])
      expect(ask(text), text).toBeGreaterThan(0);
    expect(ask('pod:web-150000')).toBe(0);
  });
});

/** The slow and obvious way. */
function pairByPair(terms: readonly Term[], { client, server }: Connection, topology: Topology): boolean {
  const said = (end: Connection['client']): readonly (readonly boolean[])[] => {
    const nodes = ['kubelet', 'kube-proxy', 'node', 'sshd', 'konnectivity-agent', 'container-runtime'];
    const isPod = end.component === 'pod';
    const isService = end.component === 'service';
    const isNode = nodes.includes(end.component);
    const isHost = (controlPlaneComponents as readonly string[]).includes(end.component);
    const found = end.members.map((id) => {
      const named: readonly { readonly id: string; readonly name: string; readonly namespace?: string }[] = isPod
        ? topology.pods
        : isService
          ? topology.services
          : isNode
            ? topology.nodes
            : isHost
              ? topology.controlPlanes
              : [];
      const member = named.find((one) => one.id === id);
      return terms.map(({ field, values }) => {
        const isSpoken = { node: isNode, host: isHost, pod: isPod, service: isService, ns: isPod || isService };
        if (!member || !isNameField(field) || !isSpoken[field]) return false;
        const text = (field === 'ns' ? member.namespace : member.name) ?? '';
        return values.some((value) => wholeMatcher(value)(text.toLowerCase()));
      });
    });
    return found.length > 0 ? found : [terms.map(() => false)];
  };
  const servers = said(server);
  return said(client).some((one) =>
    servers.some((other) => terms.every(({ negated }, at) => (one[at] === true || other[at] === true) !== negated)),
  );
}

describe('what cannot be understood', () => {
  test.each([
    ['foo:bar path:P08', 'unknown-field', 0, 7, 'foo', null],
    ['path:P08 status:good', 'unknown-value', 16, 20, 'good', 'status'],
    ['path:P08 status:unverified,good*', 'unknown-value', 27, 32, 'good*', 'status'],
    ['path:P08 port:ssh', 'unknown-value', 14, 17, 'ssh', 'port'],
    ['path:P08 status:', 'no-value', 9, 16, 'status', 'status'],
    ['path:P08 not', 'no-value', 9, 12, 'not', null],
    ['path:P08 "work er', 'unclosed-quote', 9, 17, '"work er', null],
  ])('%s', (text, code, start, end, word, field) => {
    const { terms, problems } = parseQuery(text);
    expect(problems).toEqual([{ code, start, end, word, field }]);
    expect(terms).toContainEqual({ negated: false, field: 'path', values: [['P08']] });
  });

  test('names beyond thirty are said to be too many', () => {
    const { terms, problems } = parseQuery(Array.from({ length: 32 }, (_, at) => `node:n${at}`).join(' '));
    expect(terms).toHaveLength(30);
    expect(problems.map(({ code }) => code)).toEqual(['too-many', 'too-many']);
  });
});

describe('laws', () => {
  const aPiece = fc.string({ minLength: 1, maxLength: 8 });
  const aPattern: fc.Arbitrary<Pattern> = fc.oneof(
    aPiece.map((piece) => [piece]),
    fc
      .tuple(fc.option(aPiece, { nil: '' }), fc.array(aPiece, { maxLength: 2 }), fc.option(aPiece, { nil: '' }))
      .map(([first, middle, last]) => [first, ...middle, last]),
  );
  const values = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 3 });
  const aTerm: fc.Arbitrary<Term> = fc.oneof(
    fc.record({ negated: fc.boolean(), field: fc.constantFrom(...flags), values: fc.constant([]) }),
    fc.record({
      negated: fc.boolean(),
      field: fc.constantFrom('text' as const, ...nameFields),
      values: values(aPattern),
    }),
    fc.record({
      negated: fc.boolean(),
      field: fc.constant('port' as const),
      values: values(fc.constantFrom(['10250'], ['10', ''], ['', '']) as fc.Arbitrary<Pattern>),
    }),
    fc.constantFrom(...idFields).chain((field) =>
      fc.record({
        negated: fc.boolean(),
        field: fc.constant(field),
        values: values(
          fc.oneof(
            fc.constantFrom(...choices[field]).map((id) => [id]),
            fc.constantFrom(...choices[field]).map((id) => [id.slice(0, 1), '']),
          ),
        ),
      }),
    ),
  );
  const terms = fc.array(aTerm, { maxLength: 8 });

  test('a printed query reads back as it was', () => {
    fc.assert(
      fc.property(terms, (wanted) => {
        expect(parseQuery(printQuery({ terms: wanted }))).toEqual({ terms: wanted, problems: [] });
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('no text throws, every problem lies in it, and what it means survives printing', () => {
    const word = fc.constantFrom(
      ...writtenFields.map((one) => `${one}:`),
      ...flags,
      'not',
      '-',
      '"',
      '*',
      ',',
      ' ',
      'pod',
      'x',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join('')),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const query = parseQuery(typed);
        for (const { start, end } of query.problems)
          expect(0 <= start && start <= end && end <= typed.length).toBe(true);
        expect(parseQuery(printQuery(query)).terms).toEqual(query.terms);
      }),
      { numRuns: runs(2_000) },
    );
  });

  test('a connection fits a term or its opposite, names aside', () => {
    const context = contextOf(cluster);
    fc.assert(
      fc.property(
        aTerm.filter(({ field }) => !isNameField(field)),
        (term) => {
          const query = { terms: [term], problems: [] };
          const opposite = { terms: [{ ...term, negated: !term.negated }], problems: [] };
          for (const one of all) expect(matches(query, one, context)).toBe(!matches(opposite, one, context));
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
