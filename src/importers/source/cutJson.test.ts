import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../testing/runs.ts';
import { importFiles } from '../importFiles.ts';
import { wantedOf } from '../readObject.ts';
import { recognize, recognizeAsync } from '../recognize.ts';
import { cutJson } from './cutJson.ts';
import type { Piece, Unfinished } from './cutter.ts';
import { FileReadError, type InputFile, textFile, type Wait } from './inputFile.ts';
import { createProjectingParser } from './projectingParser.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function* pieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** What must not depend on how a file comes in. */
function shown(piece: Piece | Unfinished): unknown {
  if ('unfinished' in piece) return piece;
  const { value: _taken, bytes, ...rest } = piece;
  return { ...rest, bytes: new TextDecoder().decode(bytes) };
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
        const whole = Array.from(cutJson<never>([bytes]), shown);
        expect(Array.from(cutJson<never>([bytes], createProjectingParser(wantedOf)), shown)).toEqual(whole);
        expect(Array.from(cutJson<never>(pieces(bytes, sizes), createProjectingParser(wantedOf)), shown)).toEqual(
          whole,
        );
      },
    ),
    { numRuns: runs(3000) },
  );
});

describe('what nobody reads', () => {
  test('is counted, and changes no line', () => {
    const { clusters, dropped } = importFiles([textFile('list.json', texts[0] ?? '')]);
    expect(dropped).toEqual({ 'managed-fields': 3, 'environment-value': 1 });
    const port = clusters[0]?.topology.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings['secure-port'];
    const line = 1 + (texts[0] ?? '').slice(0, texts[0]?.indexOf('--secure-port')).split('\n').length - 1;
    expect(port?.source?.line).toBe(line);
  });

  test('is told where it is damaged', () => {
    const broken = (texts[0] ?? '').replace('"type": "Ready"', '"type": "Ready" "x"');
    const { issues } = importFiles([textFile('list.json', broken)]);
    const line = broken.slice(0, broken.indexOf('Ready')).split('\n').length;
    expect(issues.map(({ code, place }) => [code, place.line])).toContainEqual(['invalid-json', line]);
  });
});

test('where a chunk ends between two items of one long line, nothing is lost', () => {
  const item = JSON.stringify({ kind: 'Node', metadata: { name: 'n' } });
  const chunks = ['{"items":[', ...Array.from({ length: 50 }, () => `${item},`), `${item}]}`].map(bytesOf);
  const file: InputFile = { name: 'n.json', size: 1, chunks: () => chunks };
  expect([...cutJson(file.chunks())].filter((piece) => 'bytes' in piece)).toHaveLength(51);
});

describe('taken from the disk by another thread', () => {
  const large = bytesOf(texts.join('\n'));
  /** As two threads do it: what goes over is a copy, and comes when it comes. */
  function* fromAfar(sizes: readonly number[], end?: Error): Generator<Uint8Array | Wait> {
    for (const chunk of pieces(large, sizes)) {
      yield { until: Promise.resolve() };
      yield chunk.slice();
    }
    if (end) throw end;
  }
  const afar = (arriving: InputFile['arriving']): InputFile => ({
    name: 'list.json',
    size: large.length,
    chunks: () => [large],
    ...(arriving && { arriving }),
  });

  test('a file says the same, in the same lines', async () => {
    const here = recognize([afar(undefined)]);
    for (const sizes of [[7], [100, 1], [1e6]]) {
      let told = 0;
      const there = await recognizeAsync([afar(() => fromAfar(sizes))], ({ readBytes }) => {
        told = readBytes;
      });
      expect(there).toEqual(here);
      expect(told).toBe(large.length);
    }
    expect(here.found.map(({ type }) => type)).toContain('node');
  });

  test('a file that breaks off keeps what came before, and it is said', async () => {
    const { found, issues } = await recognizeAsync([afar(() => fromAfar([2000], new FileReadError()))]);
    expect(issues.map(({ code }) => code)).toContain('unreadable');
    expect(found.map(({ type }) => type)).toContain('node');
  });

  test('whoever does not wait is told to', () => {
    expect(() => recognize([afar(() => fromAfar([7]))])).toThrow('waited for');
  });

  test.each([
    ['at once', []],
    ['later', [bytesOf('{"kind":"List","items":[')]],
  ])('a file that cannot be read, %s, is an issue and no exception', (_when, first) => {
    const chunks = function* () {
      yield* first;
      throw new FileReadError('gone');
    };
    const { issues } = importFiles([{ name: 'n.json', size: 1, chunks }]);
    expect(issues.map(({ code }) => code)).toContain('unreadable');
  });
});
