import { expect, test } from 'vitest';
import { importOne } from '../../testing/importOne.ts';
import { importFiles } from '../importFiles.ts';
import { updateTopology } from '../joining/updateTopology.ts';
import { pseudonymize, restoreNames } from '../pseudonyms.ts';
import { textFile } from '../source/inputFile.ts';

const node = (name: string, labels: Readonly<Record<string, string>>) => ({ kind: 'Node', metadata: { name, labels } });
const list = (...items: readonly object[]) => JSON.stringify({ kind: 'List', items });
const read = (labels: Readonly<Record<string, string>>) => {
  const { topology } = importOne([['n.json', list(node('n', labels))]]);
  const { zone, pool } = topology?.nodes[0] ?? {};
  return { zone, pool };
};

const [zone, oldZone] = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];

test.each([
  [{ [zone]: 'a', [oldZone]: 'b' }, { zone: 'a' }],
  [{ [oldZone]: 'b' }, { zone: 'b' }],
  [{ 'cloud.google.com/gke-nodepool': 'g', 'karpenter.sh/nodepool': 'k' }, { pool: 'g' }],
  [{ 'eks.amazonaws.com/nodegroup': 'e' }, { pool: 'e' }],
  [{ 'kubernetes.azure.com/agentpool': 'z', agentpool: 'old' }, { pool: 'z' }],
  [{ agentpool: 'old' }, { pool: 'old' }],
  [{ 'karpenter.sh/nodepool': 'k', 'kops.k8s.io/instancegroup': 'i' }, { pool: 'k' }],
  [{ 'kops.k8s.io/instancegroup': 'i' }, { pool: 'i' }],
  [{ 'node.kubernetes.io/instance-group': 'no', [zone]: '' }, {}],
])('zone and pool of %j', (labels, expected) => {
  expect(read(labels)).toEqual(expected);
});

test('a later file brings zone and pool up to date, and pseudonyms stand for both', () => {
  const cluster = (labels: Readonly<Record<string, string>>) => {
    const [first] = importFiles([textFile('n.json', list(node('n', labels)))]).clusters;
    if (!first) throw new Error('nothing read');
    return first;
  };
  const before = cluster({ [zone]: 'eu-1a', agentpool: 'blue' }).topology;
  const after = updateTopology(before, cluster({ [zone]: 'eu-1b' }));
  expect(after.nodes[0]).toMatchObject({ zone: 'eu-1b', pool: 'blue' });
  const { topology, key } = pseudonymize(after);
  expect(topology.nodes[0]).toMatchObject({ name: 'node-1', zone: 'zone-1', pool: 'pool-1' });
  expect(restoreNames(topology, key).topology).toEqual(after);
});
