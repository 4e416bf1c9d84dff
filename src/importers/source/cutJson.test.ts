import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../importFiles.ts';
import { recognise, recogniseLater } from '../recognise.ts';
import { createCutting, cutJson } from './cutJson.ts';
import type { Unfinished } from './cutter.ts';
import { type InputFile, textFile, Unreadable, type Wait } from './inputFile.ts';
import { passMember } from './passOver.ts';
import type { JsonPart, Stretch } from './stretch.ts';

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

describe('cut by another thread', () => {
  const large = bytesOf(texts.join('\n'));
  /** As two threads do it: what goes over is a copy, and comes when it comes. */
  function* fromAfar(sizes: readonly number[], end?: Error): Generator<Stretch | Wait> {
    const cutting = createCutting();
    for (const chunk of pieces(large, sizes)) {
      yield { until: Promise.resolve() };
      yield structuredClone(cutting.next(chunk.slice()));
    }
    if (end) throw end;
    yield structuredClone(cutting.last());
  }
  const afar = (stretches: InputFile['stretches']): InputFile => ({
    name: 'list.json',
    size: large.length,
    chunks: () => [large],
    ...(stretches && { stretches }),
  });

  test('a file says the same, in the same lines', async () => {
    const here = recognise([afar(undefined)]);
    for (const sizes of [[7], [100, 1], [1e6]]) {
      let told = 0;
      const there = await recogniseLater([afar(() => fromAfar(sizes))], ({ readBytes }) => {
        told = readBytes;
      });
      expect(there).toEqual(here);
      expect(told).toBe(large.length);
    }
    expect(here.found.map(({ type }) => type)).toContain('node');
  });

  test('a file that breaks off keeps what came before, and it is said', async () => {
    const { found, issues } = await recogniseLater([afar(() => fromAfar([2000], new Unreadable()))]);
    expect(issues.map(({ code }) => code)).toContain('unreadable');
    expect(found.map(({ type }) => type)).toContain('node');
  });

  test('whoever does not wait is told to', () => {
    expect(() => recognise([afar(() => fromAfar([7]))])).toThrow('waited for');
  });

  test.each([
    ['at once', []],
    ['later', [bytesOf('{"kind":"List","items":[')]],
  ])('a file that cannot be read, %s, is an issue and no exception', (_when, first) => {
    const chunks = function* () {
      yield* first;
      throw new Unreadable('gone');
    };
    const { issues } = importFiles([{ name: 'n.json', size: 1, chunks }]);
    expect(issues.map(({ code }) => code)).toContain('unreadable');
  });
});
