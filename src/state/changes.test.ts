import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { directionOf, pathDifferences, statusChanges, verdictChanges } from './changes.ts';

const kubeadm = scenario('kubeadm');

function set(topology: Topology, key: string, value: string): Topology {
  const refs = [{ at: 'node' as const, nodeId: 'worker-2', component: 'kubelet' as const }];
  return applyEdit(topology, { type: 'set-setting', refs, key, value });
}

const open = set(set(kubeadm, 'authentication.anonymous.enabled', 'true'), 'authorization.mode', 'AlwaysAllow');
const before = analyze(kubeadm);

test('a node that differs splits classes, and changes no path that it does not concern', () => {
  const paths = pathDifferences(before, analyze(open)).map(({ path }) => path);
  expect(new Set(paths)).toEqual(new Set(['P08', 'P09', 'P10', 'P11', 'A18']));
});

test('what can be done is a change, also where the class stays', () => {
  const exec = pathDifferences(before, analyze(open)).filter(({ path }) => path === 'P09');
  expect(exec).toEqual([
    { path: 'P09', was: 'unverified', is: 'unverified', gained: ['impersonate-client'], lost: [] },
  ]);
});

test('a trial that opens a kubelet is worse, and its class is new', () => {
  const changes = verdictChanges(before, analyze(open)).filter(({ now }) => now.path === 'P09');
  expect(changes.map((change) => [change.now.server.name, directionOf(change)])).toEqual([['worker-2', 'worse']]);
  expect(statusChanges(before, analyze(open)).filter(({ now }) => now.path === 'P09')).toEqual([]);
});

test('what was there for some and is for others has come and gone', () => {
  const closed = set(kubeadm, 'readOnlyPort', '10255');
  expect(pathDifferences(before, analyze(closed))).toEqual([
    { path: 'A12', was: null, is: 'plaintext', gained: [], lost: [] },
  ]);
});

test('the order of nodes is no change', () => {
  expect(pathDifferences(before, analyze({ ...kubeadm, nodes: [...kubeadm.nodes].reverse() }))).toEqual([]);
});
