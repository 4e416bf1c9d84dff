import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Topology } from '../../domain/topology.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { runs } from '../../testing/runs.ts';
import { importFiles } from '../importFiles.ts';
import type { ImportIssue, ImportResult } from '../importResult.ts';
import { textFile } from '../source/inputFile.ts';
import { packResult } from '../transfer/packResult.ts';
import { unpackResult } from '../transfer/unpackResult.ts';

const at = (result: ImportResult, pause?: () => Promise<void>) => {
  const { packed, memory } = packResult(result);
  return unpackResult(structuredClone(packed, { transfer: [...memory] }), pause);
};

const aText = fc.oneof(
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '\ud800', '😀', 'null', '7', '"', 'a'.repeat(300)),
  fc.string({ unit: 'binary' }),
);
const aMap = fc.dictionary(aText, aText, { maxKeys: 4 });
const anIssue: fc.Arbitrary<ImportIssue> = fc.record({
  code: fc.constantFrom('too-deep', 'duplicate-object'),
  severity: fc.constantFrom('error', 'info'),
  place: fc.record({ file: aText, line: fc.nat(), column: fc.nat() }, { requiredKeys: ['file', 'line'] }),
  params: aMap,
});

/** Clusters with whatever a file may say in the place of names and labels. */
const aTopology: fc.Arbitrary<Topology> = fc
  .tuple(anyTopology({ pinned: true }), fc.array(aText, { minLength: 1 }), aMap, fc.boolean())
  .map(([topology, texts, labels, isOdd]) => {
    const text = (index: number) => texts[index % texts.length] ?? '';
    return {
      ...topology,
      nodes: topology.nodes.map((node, index) =>
        isOdd
          ? { ...node, name: text(index), zone: text(index), pool: text(index + 1), implied: index % 2 === 0 }
          : node,
      ),
      pods: topology.pods.map((pod, index) => {
        const [name, namespace] = isOdd ? [text(index), text(index + 1)] : [pod.name, pod.namespace];
        const id = index % 3 === 0 ? pod.id : `pod:${namespace}/${name}`;
        return { ...pod, id, name, namespace, nodeId: index % 5 === 0 ? null : pod.nodeId, ...(isOdd && { labels }) };
      }),
      services: topology.services.map((service, index) =>
        isOdd ? { ...service, selector: labels, clusterIp: text(index), endpointPods: texts } : service,
      ),
    };
  });

const aResult: fc.Arbitrary<ImportResult> = fc.record({
  clusters: fc.array(
    fc.record({
      topology: aTopology,
      listed: fc.subarray(['Node', 'Pod', 'Service'] as const),
      questions: fc.array(fc.record({ file: aText, node: fc.option(aText) })),
    }),
    { maxLength: 2 },
  ),
  issues: fc.array(anIssue, { maxLength: 5 }),
  dropped: fc.record({ annotation: fc.nat(), secret: fc.nat() }, { requiredKeys: [] }),
});

test('what was packed and handed over is what it was', async () => {
  await fc.assert(
    fc.asyncProperty(aResult, async (result) => {
      expect(await at(result)).toEqual(result);
    }),
    { numRuns: runs(200) },
  );
});

const pods = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'Pod',
    metadata: { name: `p${index}`, namespace: `ns${index % 3}`, labels: { app: `a${index % 5}` } },
    spec: { nodeName: `n${index % 7}`, containers: [{ ports: [{ containerPort: 80 }] }] },
  }));
const read = (items: readonly object[]) =>
  importFiles([textFile('pods.json', JSON.stringify({ kind: 'List', items }))]);

test('equal parts of pods are one object', async () => {
  const { clusters } = await at(read(pods(105)));
  const all = clusters[0]?.topology.pods ?? [];
  expect(all).toHaveLength(105);
  expect(new Set(all.map(({ labels }) => labels)).size).toBe(5);
  expect(new Set(all.map(({ ports }) => ports)).size).toBe(1);
  expect(new Set(clusters[0]?.topology.nodes.map(({ kubelet }) => kubelet)).size).toBe(1);
});

test('the page is let go in between', async () => {
  const [cluster] = read(pods(1000)).clusters;
  if (!cluster) throw new Error('nothing read');
  const { topology } = cluster;
  const many = Array.from({ length: 100_000 }, (_, index) => ({ ...topology.pods[index % 1000], id: `pod:${index}` }));
  const large = { ...topology, pods: many as Topology['pods'] };
  let pauses = 0;
  const { clusters } = await at({ clusters: [{ ...cluster, topology: large }], issues: [], dropped: {} }, async () => {
    pauses += 1;
  });
  expect(clusters[0]?.topology.pods).toHaveLength(100_000);
  expect(pauses).toBeGreaterThan(0);
});
