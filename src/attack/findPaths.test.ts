import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Topology } from '../domain/topology.ts';
import { locales } from '../i18n/texts.ts';
import { translator } from '../i18n/translate.ts';
import { type ScenarioId, scenario } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { type Asset, assets, stepReasons } from './attackSteps.ts';
import { attackPaths } from './findPaths.ts';
import { type PositionId, positionIds } from './positionIds.ts';

const ways = (topology: Topology, position: PositionId, asset: Asset) =>
  attackPaths(topology, analyze(topology), position, asset);

function shortest(id: ScenarioId, position: PositionId, asset: Asset): string | null {
  const { shortest: chain } = ways(scenario(id), position, asset);
  if (!chain) return null;
  return chain
    .map(({ because, condition, connection }) => [connection?.path, because, condition].filter(Boolean).join(' '))
    .join(' > ');
}

test.each([
  ['kubeadm', 'cluster-network', 'exec-in-pod', null],
  ['kubeadm', 'cluster-network', 'cluster-admin', null],
  ['kubeadm', 'outside', 'cluster-admin', null],
  ['kubeadm', 'pod', 'exec-in-pod', 'P04 own-token > P09 account-execs if-account-may'],
  ['kubeadm', 'node-root', 'node-identity', 'P01 key-on-disk'],
  ['kubeadm', 'node-root', 'exec-in-pod', 'A10 runtime-socket'],
  ['kubeadm', 'node-root', 'secrets-in-etcd', 'P01 key-on-disk > P01 node-reads-secrets only-own-node'],
  ['kubeadm', 'bootstrap-token', 'node-identity', 'P02 bootstrap-held if-approved'],
  // A self-signed kubelet takes the token of whoever calls it directly; both links are conditional, and say so.
  ['kubeadm', 'node-network', 'cluster-admin', 'A18 user-token-captured if-used > A03 user-rules if-user-may'],
  ['konnectivity', 'tunnel-end', 'exec-in-pod', null],
  ['ssh', 'cluster-network', 'exec-in-pod', null],
  ['everything-wrong', 'cluster-network', 'exec-in-pod', 'P08 open-kubelet'],
  ['everything-wrong', 'cluster-network', 'node-identity', 'P01 node-token-captured'],
  ['everything-wrong', 'control-plane-network', 'cluster-admin', 'A20 insecure-port'],
  ['everything-wrong', 'pod', 'cluster-admin', 'A20 insecure-port'],
  ['everything-wrong', 'outside', 'cluster-admin', 'A03 user-token-captured > A03 user-rules'],
  ['everything-wrong', 'outside', 'exec-in-pod', 'A17 image-replaced unless-digest'],
] as const)('%s: %s to %s', (id, position, asset, expected) => {
  expect(shortest(id, position, asset)).toBe(expected);
});

test('open etcd gives the Secrets, and the cluster', () => {
  const chains = ways(scenario('everything-wrong'), 'pod', 'cluster-admin').chains.map((chain) =>
    chain.map(({ because }) => because).join(' > '),
  );
  expect(chains).toContain('etcd-open > etcd-rewrites');
});

test('hardened: nobody between control plane and nodes gets a command into a pod', () => {
  for (const asset of assets) expect(ways(scenario('hardened'), 'cluster-network', asset).total).toBe(0);
});

test('what is not determined is told, and never a way', () => {
  const { undetermined, total } = ways(scenario('hardened'), 'node-network', 'exec-in-pod');
  expect([total, undetermined.map((id) => id.slice(0, 3))]).toEqual([0, ['A18', 'A32', 'A36']]);
});

test('the steps of every way connect, end at the asset, visit nothing twice and use what is there', () => {
  const aPosition = fc.constantFrom(...positionIds);
  fc.assert(
    fc.property(anyTopology({ pinned: false }), aPosition, fc.constantFrom(...assets), (topology, position, asset) => {
      const ids = new Set(analyze(topology).connections.map(({ id }) => id));
      const { chains, shortest: first, total } = ways(topology, position, asset);
      expect(total).toBeGreaterThanOrEqual(chains.length);
      expect(first).toBe(chains[0] ?? null);
      for (const chain of chains) {
        expect(chain.length).toBeGreaterThanOrEqual(first?.length ?? 0);
        expect(chain.at(-1)?.to).toBe(asset);
        expect(chain[0]?.from).toBe(position === 'node-root' ? 'node-root' : 'start');
        expect(new Set(chain.map(({ to }) => to)).size).toBe(chain.length);
        chain.forEach((step, index) => {
          if (index > 0) expect(step.from).toBe(chain[index - 1]?.to);
          if (step.connection) expect(ids).toContain(step.connection.id);
        });
      }
    }),
    { numRuns: runs(50) },
  );
});

test('every step and asset has words in both languages', () => {
  const keys = [...stepReasons.map((id) => `step.${id}` as const), ...assets.map((id) => `asset.${id}` as const)];
  for (const locale of locales) for (const key of keys) expect(translator(locale)(key)).not.toBe(key);
});
