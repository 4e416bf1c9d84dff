import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../importFiles.ts';
import { cutJson, type JsonPart, type Unfinished } from './cutJson.ts';
import { type InputFile, textFile } from './inputFile.ts';
import { passMember } from './passOver.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function* pieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** What must not depend on how a file comes in: places, bytes, and whether it can be parsed. */
function shown(part: JsonPart | Unfinished): unknown {
  if ('unfinished' in part) return part;
  const { text, bytes, ...rest } = part;
  return { ...rest, whole: new TextDecoder().decode(bytes), isJson: isJson(text) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const pod = {
  kind: 'Pod',
  metadata: { name: 'p', managedFields: [{ manager: 'a "b" \\ [' }, {}, { f: [1e3, null] }], ownerReferences: [{}] },
  spec: {
    nodeName: 'n',
    volumes: [{ name: 'v' }],
    containers: [
      { name: 'c', resources: { limits: { cpu: '1' } }, env: [{ name: 'A', value: 'b' }] },
      { name: 'd', command: ['kube-apiserver', '--secure-port=6443'], livenessProbe: { exec: {} } },
    ],
  },
  status: { phase: 'Running', conditions: [{ type: 'Ready' }], containerStatuses: [] },
};
const list = {
  kind: 'List',
  metadata: {},
  items: [pod, { kind: 'Node', metadata: { name: 'n' }, status: { images: [] } }],
};
const texts = [
  JSON.stringify(list, null, 2),
  JSON.stringify(list),
  `${JSON.stringify(pod)}\n${JSON.stringify(pod)}\n==== START logs of c ====\n{"a":1}\n==== END logs of c ====\n${JSON.stringify([pod])}`,
];

test('however a text is split and damaged, its values, their places and their mistakes are the same', () => {
  const damage = fc.record({ at: fc.nat(), byte: fc.constantFrom(...bytesOf('{}[]",:\\\n 0x'), 0xff) });
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(damage, { maxLength: 3 }),
      fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }),
      (text, damages, sizes) => {
        const bytes = bytesOf(text);
        for (const { at, byte } of damages) bytes[at % bytes.length] = byte;
        const whole = [...cutJson([bytes])].map(shown);
        expect([...cutJson(pieces(bytes, sizes))].map(shown)).toEqual(whole);
        for (const part of cutJson([bytes]))
          if ('text' in part) expect(isJson(part.text)).toBe(isJson(new TextDecoder().decode(part.bytes)));
      },
    ),
    { numRuns: 3000 },
  );
});

describe('what nobody reads', () => {
  const [first] = [...cutJson([bytesOf(texts[0] ?? '')])];
  const read = first && 'text' in first ? JSON.parse(first.text) : null;

  test('is left out, lists with their length, and all else is there', () => {
    expect(read).toEqual({
      ...pod,
      metadata: { ...pod.metadata, managedFields: [0, 0, 0], ownerReferences: [0] },
      spec: {
        nodeName: 'n',
        volumes: [0],
        containers: [
          { ...pod.spec.containers[0], resources: {} },
          { ...pod.spec.containers[1], livenessProbe: {} },
        ],
      },
      status: { phase: 'Running', conditions: [0], containerStatuses: [] },
    });
  });

  test('is counted, and changes no line', () => {
    const { clusters, dropped } = importFiles([textFile('list.json', texts[0] ?? '')]);
    expect(dropped).toEqual({ 'managed-fields': 3, 'environment-value': 1 });
    const port = clusters[0]?.topology.controlPlanes[0]?.components['kube-apiserver']?.stated['secure-port'];
    const line = 1 + (texts[0] ?? '').slice(0, texts[0]?.indexOf('--secure-port')).split('\n').length - 1;
    expect(port?.source?.line).toBe(line);
  });

  test('is told where it is damaged', () => {
    const broken = (texts[0] ?? '').replace('"type": "Ready"', '"type": "Ready" "x"');
    const { issues } = importFiles([textFile('list.json', broken)]);
    const line = broken.slice(0, broken.indexOf('Ready')).split('\n').length;
    expect(issues.map(({ code, place }) => [code, place.line])).toContainEqual(['invalid-json', line]);
  });

  test.each([
    ': [1,]',
    ': [,1]',
    ': {"a":1,}',
    ': {"a"}',
    ': {a:1}',
    ': [01]',
    ': [1.]',
    ': [+1]',
    ': [tru]',
    ': ["\t"]',
    ': ["\\x"]',
    ': ["\\u12g4"]',
    ': [1}',
    ': [1 2]',
    ': ["a" "b"]',
    ': 7',
    ' [1]',
    ':: [1]',
    ': [1',
  ])('is read after all, as JSON would refuse it: %s', (text) => {
    expect(passMember(bytesOf(text), 0)).toBeNull();
  });

  test('is passed over exactly where JSON would read it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.json()), fc.array(fc.double().map(String))), (values) => {
        const text = `[${values.join(' ,\n')}]`;
        const passed = passMember(bytesOf(`: ${text} `), 0);
        const isPassed = passed !== null;
        expect(isPassed).toBe(isJson(text));
        if (passed) expect([passed.size, passed.end]).toEqual([values.length, bytesOf(text).length + 2]);
      }),
    );
  });
});

test('where a chunk ends between two items of one long line, nothing is lost', () => {
  const item = JSON.stringify({ kind: 'Node', metadata: { name: 'n' } });
  const chunks = ['{"items":[', ...Array.from({ length: 50 }, () => `${item},`), `${item}]}`].map(bytesOf);
  const file: InputFile = { name: 'n.json', size: 1, chunks: () => chunks };
  expect([...cutJson(file.chunks())].filter((part) => 'text' in part)).toHaveLength(51);
});
