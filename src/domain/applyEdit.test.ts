import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { runs } from '../testing/runs.ts';
import { applyEdit } from './applyEdit.ts';
import type { TopologyEdit } from './edit.ts';
import { modelPartOf } from './modelPart.ts';
import type { Topology } from './topology.ts';
import { violations } from './violations.ts';

const base = scenario('documentation');

function anyEdit(topology: Topology): fc.Arbitrary<TopologyEdit> {
  const ids = [topology.controlPlanes, topology.nodes, topology.pods, topology.services].flatMap((all) =>
    all.map((one) => one.id),
  );
  const id = fc.constantFrom(...ids, 'nobody');
  return fc.oneof(
    fc.constant<TopologyEdit>({ type: 'add-node' }),
    fc.constant<TopologyEdit>({ type: 'add-control-plane' }),
    fc.constant<TopologyEdit>({ type: 'add-service' }),
    fc.constant<TopologyEdit>({ type: 'add-pod', nodeId: null }),
    fc.record({ type: fc.constant('remove' as const), ids: fc.array(id, { maxLength: 3 }) }),
    fc.array(id, { maxLength: 4 }).map((ids) => ({ type: 'paste' as const, fragment: modelPartOf(topology, ids) })),
    fc.record({
      type: fc.constant('rename' as const),
      id,
      name: fc.oneof(fc.string(), fc.constantFrom('web', 'worker-1', 'a.b')),
    }),
  );
}

test('no edit breaks the rules of a model', () => {
  fc.assert(
    fc.property(fc.constantFrom(...scenarioIds), fc.array(fc.nat(), { maxLength: 30 }), (id, seeds) => {
      let topology = scenario(id);
      for (const seed of seeds) {
        const [edit] = fc.sample(anyEdit(topology), { numRuns: 1, seed });
        if (edit) topology = applyEdit(topology, edit);
      }
      expect(violations(topology)).toEqual([]);
    }),
    { numRuns: runs(60) },
  );
});

test('a pod is removed with its node', () => {
  expect(applyEdit(base, { type: 'remove', ids: ['worker-1'] }).pods).toEqual([]);
});

test('an invalid or taken name changes nothing, by identity', () => {
  expect(applyEdit(base, { type: 'rename', id: 'worker-1', name: 'Not Valid' })).toBe(base);
  expect(applyEdit(base, { type: 'rename', id: 'pod-web-1', name: 'web-2' })).toBe(base);
});

test('a pod cannot be placed on a node that does not exist', () => {
  expect(applyEdit(base, { type: 'change-pods', ids: ['pod-web-1'], change: { nodeId: 'nowhere' } })).toBe(base);
});

test('a setting is stated by the user and can be taken back', () => {
  const refs = [{ at: 'node', nodeId: 'worker-1', component: 'kubelet' }] as const;
  const changed = applyEdit(base, { type: 'set-setting', refs, key: 'readOnlyPort', value: '10255' });
  expect(changed.nodes[0]?.kubelet.explicitSettings['readOnlyPort']).toEqual({
    value: '10255',
    origin: 'user',
    source: null,
  });
  expect(applyEdit(changed, { type: 'set-setting', refs, key: 'readOnlyPort', value: null })).toEqual(base);
});

test('a copied node and its pod get free names, and the pod lands on the copy', () => {
  const copied = applyEdit(base, { type: 'paste', fragment: modelPartOf(base, ['worker-1', 'pod-web-1']) });
  const [, node] = copied.nodes;
  expect(node?.name).toBe('worker-2');
  expect(copied.pods.at(-1)).toMatchObject({ name: 'web-3', nodeId: node?.id });
});

test('what was said about an element goes with it', () => {
  const said = applyEdit(base, { type: 'remark', target: 'pod-web-1', remark: { kind: 'note', text: 'old' } });
  expect(applyEdit(said, { type: 'remove', ids: ['worker-1'] }).remarks).toEqual({});
  expect(applyEdit(said, { type: 'remark', target: 'pod-web-1', remark: null }).remarks).toEqual({});
});
