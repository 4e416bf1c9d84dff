import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../testing/runs.ts';
import { importFiles } from '../importFiles.ts';
import { textFile } from './inputFile.ts';
import { skipValue } from './jsonScanner.ts';
import { createProjectingParser, type FieldProjection } from './projectingParser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wanted of a value that a parser has made of all of it. */
function reduced(value: unknown, fields: FieldProjection): unknown {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (fields === 'size') {
    if (Array.isArray(value)) return value.map(() => null);
    return isMap ? Object.fromEntries(Object.keys(value).map((_key, index) => [index, null])) : value;
  }
  if (typeof fields === 'string') return value;
  if (isEach(fields)) return Array.isArray(value) ? value.map((one: unknown) => reduced(one, fields[0])) : value;
  if (!isMap) return value;
  const entries = Object.entries(value).filter(([key]) => Object.hasOwn(fields, key));
  return Object.fromEntries(entries.map(([key, one]) => [key, reduced(one, fields[key] ?? 'all')]));
}

function isEach(fields: FieldProjection): fields is readonly [FieldProjection] {
  return Array.isArray(fields);
}

const fields = {
  kind: 'shared',
  metadata: { name: 'all', labels: 'shared', managedFields: 'size', annotations: 'size' },
  spec: { containers: [{ image: 'shared', ports: [{ containerPort: 'all' }] }], hostNetwork: 'all' },
} as const satisfies FieldProjection;
/** A parser of whole texts. */
function parse(): (bytes: Uint8Array, kind: string | null) => unknown {
  const take = createProjectingParser((kind) => (kind === 'Pod' ? fields : undefined));
  return (bytes, kind) => {
    const taken = take(bytes, 0, kind);
    return taken?.end === bytes.length ? taken.value : undefined;
  };
}

const anything = fc.jsonValue({ maxDepth: 2 });
const sometimes = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: usual, weight: 9 }, { arbitrary: anything, weight: 1 });
/** A number as a key would stand first, whatever comes first. */
const unknownKeys = fc.string().map((text) => `_${text}`);
const mapOf = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .tuple(fc.record(model, { requiredKeys: [] }), fc.dictionary(unknownKeys, anything, { maxKeys: 2 }))
    .map(([own, more]): Readonly<Record<string, unknown>> => ({ ...more, ...own }));
const record = (model: Parameters<typeof mapOf>[0]) => sometimes(mapOf(model));
const words = fc.oneof(fc.constantFrom('', 'a', 'Ä"\\', '\u2028', '😀', 'kube-system'), fc.string());
const anyPod = mapOf({
  metadata: record({
    name: words,
    labels: fc.dictionary(words, words, { maxKeys: 3 }),
    managedFields: fc.array(anything, { maxLength: 3 }),
    annotations: fc.dictionary(words, words, { maxKeys: 3 }),
  }),
  spec: record({
    containers: sometimes(
      fc.array(record({ image: words, ports: fc.array(record({ containerPort: fc.integer() }), { maxLength: 2 }) }), {
        maxLength: 3,
      }),
    ),
    hostNetwork: fc.boolean(),
  }),
}).map((value) => ({ apiVersion: 'v1', kind: 'Pod', ...value }));
const blanks = fc.constantFrom(undefined, 1, 4, '\t');

test('what is wanted is what a parser makes of the whole, without the rest', () => {
  const parseNext = parse();
  fc.assert(
    fc.property(anyPod, blanks, (pod, space) => {
      const text = JSON.stringify(pod, null, space);
      const made = parseNext(bytesOf(text), null);
      // Keys with escapes are left to a parser.
      if (!text.includes('\\') || made !== undefined) expect(made).toEqual(reduced(JSON.parse(text), fields));
    }),
    { numRuns: runs(3000) },
  );
});

test('of a damaged text nothing is made that a parser would not make', () => {
  const damage = fc.record({ at: fc.nat(), byte: fc.constantFrom(...bytesOf('{}[]",:\\\n 0xe-'), 0xff, 0) });
  const parseNext = parse();
  fc.assert(
    fc.property(anyPod, blanks, fc.array(damage, { minLength: 1, maxLength: 3 }), (pod, space, damages) => {
      const bytes = bytesOf(JSON.stringify(pod, null, space));
      for (const { at, byte } of damages) bytes[at % bytes.length] = byte;
      const made = parseNext(bytes, null);
      if (made !== undefined) expect(made).toEqual(reduced(jsonOf(new TextDecoder().decode(bytes)), fields));
    }),
    { numRuns: runs(5000) },
  );
});

describe('all of a value is left to a parser where', () => {
  test.each([
    ['its kind is not one of which only some is wanted', '{"kind":"Secret"}'],
    ['its kind does not stand at its beginning', '{"metadata":{},"kind":"Pod"}'],
    ['it says its kind twice', '{"kind":"Pod","kind":"Node"}'],
    ['a key is written with escapes', '{"kind":"Pod","meta\\u0064ata":{}}'],
  ])('%s', (_where, text) => {
    expect(parse()(bytesOf(text), null)).toBeUndefined();
  });

  test('a list says another kind than it', () => {
    expect(parse()(bytesOf('{"kind":"Node"}'), 'Pod')).toBeUndefined();
    expect(parse()(bytesOf('{"metadata":{}}'), 'Pod')).toEqual({ metadata: {} });
  });
});

test('equal bytes are one value', () => {
  const parseNext = parse();
  const labelsOf = (name: string) => {
    const value = parseNext(bytesOf(`{"kind":"Pod","metadata":{"name":"${name}","labels":{"app":"a"}}}`), null);
    return Reflect.get(Object(Reflect.get(Object(value), 'metadata')), 'labels');
  };
  expect(labelsOf('a')).toBe(labelsOf('b'));
});

describe('what is passed over', () => {
  test.each([
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{"a"}',
    '{a:1}',
    '[01]',
    '[1.]',
    '[+1]',
    '[tru]',
    '["\t"]',
    '["\\x"]',
    '["\\u12g4"]',
    '[1}',
    '[1 2]',
    '["a" "b"]',
    '7',
    '[1',
  ])('is refused as JSON would: %s', (text) => {
    expect(skipValue(bytesOf(text), 0)).toBeNull();
  });

  test('is passed over exactly where JSON would read it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.json()), fc.array(fc.double().map(String))), (values) => {
        const text = `[${values.join(' ,\n')}]`;
        const passed = skipValue(bytesOf(`${text} `), 0);
        const isPassed = passed !== null;
        expect(isPassed).toBe(jsonOf(text) !== undefined);
        if (passed) expect([passed.size, passed.end]).toEqual([values.length, bytesOf(text).length]);
      }),
    );
  });
});

/*
 * Readers and what is wanted for them stand side by side, and must agree: the same objects under a key that makes all of them be
 * parsed say the same.
 */
test('a node, a pod and a service say the same as if all of them had been parsed', () => {
  const some = (model: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record(model, { requiredKeys: [] });
  const name = fc.constantFrom('a', 'b', 'c');
  const map = fc.dictionary(name, name, { maxKeys: 2 });
  const metadata = fc.record(
    { name, namespace: name, labels: map, annotations: map, managedFields: fc.array(some({ manager: name })) },
    { requiredKeys: ['name'] },
  );
  const command = fc.array(
    fc.constantFrom('kube-apiserver', '--secure-port=1', '--v=$(X)', 'sh', '-c', 'etcd --data-dir=x'),
    { maxLength: 3 },
  );
  const token = '/var/run/secrets/kubernetes.io/serviceaccount';
  const container = some({
    name,
    image: fc.constantFrom('registry.k8s.io/kube-apiserver:v1.34.1', 'x/metrics-server', 'busybox'),
    command,
    args: command,
    env: fc.array(some({ name: fc.constant('X'), value: name, valueFrom: map }), { maxLength: 2 }),
    ports: fc.array(some({ containerPort: fc.integer({ min: 1, max: 9 }), protocol: name }), { maxLength: 2 }),
    volumeMounts: fc.array(some({ mountPath: fc.constantFrom(token, '/tmp'), name }), { maxLength: 2 }),
    resources: map,
  });
  const pod = some({
    nodeName: name,
    hostNetwork: fc.boolean(),
    automountServiceAccountToken: fc.boolean(),
    containers: fc.array(container, { maxLength: 3 }),
    initContainers: fc.array(container, { maxLength: 1 }),
    volumes: fc.array(map, { maxLength: 2 }),
  });
  const object = fc.oneof(
    fc.record({
      kind: fc.constant('Pod'),
      metadata,
      spec: pod,
      status: some({ phase: fc.constantFrom('Running', 'Failed') }),
    }),
    fc.record({
      kind: fc.constant('Node'),
      metadata,
      status: some({
        daemonEndpoints: some({ kubeletEndpoint: some({ Port: fc.constantFrom(10250, 1) }) }),
        nodeInfo: some({ kubeletVersion: fc.constantFrom('v1.31.4', 'v1.31.4-eks-1') }),
        images: fc.array(map, { maxLength: 2 }),
      }),
    }),
    fc.record({
      apiVersion: fc.constantFrom('v1', 'serving.knative.dev/v1'),
      kind: fc.constant('Service'),
      metadata,
      spec: some({
        type: fc.constantFrom('NodePort', 'ExternalName'),
        clusterIP: name,
        selector: map,
        ports: fc.array(some({ port: fc.integer({ min: 1, max: 9 }), targetPort: name }), { maxLength: 2 }),
      }),
    }),
  );
  fc.assert(
    fc.property(fc.array(object, { minLength: 1, maxLength: 4 }), (items) => {
      const file = (all: readonly unknown[]) =>
        textFile('list.json', JSON.stringify({ kind: 'List', items: all }, null, 1));
      // A key before the kind is unusual.
      const whole = items.map((item) => ({ ' ': 0, ...item }));
      const byLine = (result: ReturnType<typeof importFiles>) =>
        JSON.parse(JSON.stringify(result, without('line', 'column')));
      expect(byLine(importFiles([file(items)]))).toEqual(byLine(importFiles([file(whole)])));
    }),
    { numRuns: runs(500) },
  );
});

function without(...left: readonly string[]): (key: string, value: unknown) => unknown {
  return (key, value) => (left.includes(key) ? undefined : value);
}
