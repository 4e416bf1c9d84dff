import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { userConfig } from '../domain/settings.ts';
import { emptyTopology, type Topology } from '../domain/topology.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { exposedIn, isClosed } from './exposed.ts';
import { type RemedyId, remedyIds } from './remedyIds.ts';
import { changesOf } from './resolveRemedy.ts';
import { applyAll, enabled, rankFixes, smallestSet } from './smallestSet.ts';

const ca = '/etc/kubernetes/pki/ca.crt';
const certificate = '/etc/kubernetes/pki/client.crt';

/** All at once would only make the subsets many. */
const rarely = fc.constantFrom(false, false, false, true);

/** Small clusters in which about ten remedies have something to do, with ways that exclude and ways that need each other. */
const aModel: fc.Arbitrary<Topology> = fc
  .record({
    version: fc.constantFrom('1.19', '1.34'),
    apiServer: fc.record({
      ca: fc.boolean(),
      client: fc.boolean(),
      mode: fc.constantFrom('Node,RBAC', 'AlwaysAllow'),
      clientCa: fc.boolean(),
    }),
    kubelets: fc.array(
      fc.record({
        form: fc.constantFrom('flags' as const, 'config-file' as const),
        signed: fc.boolean(),
        skips: fc.boolean(),
        asks: fc.boolean(),
      }),
      { minLength: 1, maxLength: 1 },
    ),
    agents: fc.constantFrom('none', 'none', 'none', 'open', 'token'),
    metrics: rarely,
    balancer: rarely,
    trust: fc.constantFrom('trusted' as const, 'untrusted' as const),
  })
  .map(({ version, apiServer, kubelets, agents, metrics, balancer, trust }): Topology => {
    const api = userConfig('flags', {
      'insecure-port': '0',
      'authorization-mode': apiServer.mode,
      ...(apiServer.clientCa ? { 'client-ca-file': ca } : {}),
      ...(apiServer.ca ? { 'kubelet-certificate-authority': ca } : {}),
      ...(apiServer.client ? { 'kubelet-client-certificate': certificate, 'kubelet-client-key': certificate } : {}),
      ...(agents === 'none'
        ? {}
        : {
            'egress-selector-config-file': '/e.yaml',
            'egressSelections.cluster.proxyProtocol': 'GRPC',
            'egressSelections.cluster.transport': 'uds',
          }),
    });
    const server = userConfig('flags', agents === 'token' ? { 'agent-namespace': 'kube-system' } : {});
    return {
      ...emptyTopology,
      name: 'generated',
      kubernetesVersion: version,
      controlPlanes: [
        {
          id: 'host',
          name: 'host',
          components: { 'kube-apiserver': api, ...(agents === 'none' ? {} : { 'konnectivity-server': server }) },
        },
      ],
      nodes: kubelets.map(({ form, signed, skips, asks }, index) => ({
        id: `node-${index}`,
        name: `node-${index}`,
        kubelet: userConfig(form, {
          readOnlyPort: '0',
          ...(signed ? { serverTLSBootstrap: 'true' } : {}),
          ...(asks ? { 'authentication.x509.clientCAFile': ca } : {}),
          'kubeconfig.insecure-skip-tls-verify': String(skips),
        }),
        kubeProxy: userConfig('documented', { healthzBindAddress: '127.0.0.1:10256' }),
        konnectivityAgent: agents === 'none' ? null : userConfig('flags'),
      })),
      outside: balancer
        ? [{ id: 'lb', name: 'lb', kind: 'load-balancer', settings: userConfig('documented', { mode: 'tls' }) }]
        : [],
      extensions: metrics
        ? [
            {
              id: 'm',
              name: 'm',
              kind: 'metrics-server',
              settings: userConfig('documented', { 'kubelet-insecure-tls': 'true' }),
            },
          ]
        : [],
      networks: emptyTopology.networks.map((network) => ({ ...network, trust })),
    };
  });

/** How many of the exposed connections some remedies close, each tried on the whole cluster. */
function createCounter(topology: Topology) {
  const goals = exposedIn(analyze(topology));
  const known = new Map<string, number>();
  return (ids: readonly RemedyId[]): number => {
    const able = enabled(topology, ids);
    const key = able.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const analysis = analyze(applyAll(topology, able));
    const count = goals.filter((goal) => isClosed(goal, analysis)).length;
    known.set(key, count);
    return count;
  };
}

function* subsets(ids: readonly RemedyId[], size: number): Generator<readonly RemedyId[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [index, id] of ids.entries())
    for (const rest of subsets(ids.slice(index + 1), size - 1)) yield [id, ...rest];
}

/** Remedies that can have something to do in these models; that no other one has, each model shows. */
const concerned: readonly RemedyId[] = [
  'kubelet-serving-certificates',
  'kubelet-certificate-files',
  'kubelet-authorization',
  'kubelet-client-certificate',
  'kubelet-ca',
  'kubeconfig-kubelet',
  'apiserver-client-ca',
  'apiserver-authorization',
  'load-balancer-tcp',
  'load-balancer-verifies',
  'metrics-server',
  'konnectivity-agents-token',
  'konnectivity-agents-certificate',
];

/** The fewest remedies that close as much as all of them, by trying every subset. */
function bruteForce(topology: Topology, count: ReturnType<typeof createCounter>): number {
  const candidates = concerned.filter((id) => changesOf(topology, id).length > 0);
  const most = count(candidates);
  expect(most).toBe(count(remedyIds));
  for (let size = 0; ; size += 1) for (const ids of subsets(candidates, size)) if (count(ids) === most) return size;
}

test('the smallest set is as small as the smallest of all subsets, and closes as much', () => {
  let models = 0;
  let sizes = 0;
  let alternatives = 0;
  fc.assert(
    fc.property(aModel, (topology) => {
      const { plans } = smallestSet(topology);
      const ids = plans[0]?.fixes.map(({ remedy }) => remedy) ?? [];
      const count = createCounter(topology);
      expect(count(ids)).toBe(count(remedyIds));
      expect(ids).toHaveLength(bruteForce(topology, count));
      for (const { fixes } of plans) expect(count(fixes.map(({ remedy }) => remedy))).toBe(count(ids));
      models += 1;
      sizes += ids.length;
      if (plans.length > 1) alternatives += 1;
    }),
    { numRuns: runs(100) },
  );
  process.stdout.write(
    `smallest set: ${models} of ${models} equal brute force (${sizes} remedies, ${alternatives} with alternatives)\n`,
  );
});

test('a remedy never opens what others have closed', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: false }), fc.subarray([...remedyIds]), (topology, ids) => {
      const goals = exposedIn(analyze(topology));
      const closedBy = (some: readonly RemedyId[]) => {
        const analysis = analyze(applyAll(topology, enabled(topology, some)));
        return goals.filter((goal) => isClosed(goal, analysis)).map(({ id }) => id);
      };
      const all = closedBy(remedyIds);
      for (const id of closedBy(ids)) expect(all).toContain(id);
    }),
    { numRuns: runs(100) },
  );
});

describe('what it says of known clusters', () => {
  const kubeadm = smallestSet(scenario('kubeadm'));

  test('kubeadm: signed serving certificates first, then the kubelet CA, and the proxy paths stay open', () => {
    const [plan] = kubeadm.plans;
    const [first, second] = plan?.fixes ?? [];
    expect(first?.changes).toEqual([{ component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' }]);
    expect(first?.closes).toEqual([]);
    expect(second?.changes.map(({ component, key }) => `${component} ${key}`)).toEqual([
      'kube-apiserver kubelet-certificate-authority',
    ]);
    expect(second?.closes).toEqual(['P08', 'P09', 'P10', 'P11']);
    expect(second?.breaks).toContain('logs-until-signed');
    const proxied = kubeadm.open.filter(({ because }) => because === 'proxy').map(({ path }) => path);
    expect(proxied).toEqual(['P12', 'P13', 'P14', 'P15', 'P16', 'P17']);
  });

  test('the certificate files are another way to the same', () => {
    expect(kubeadm.plans.map(({ fixes }) => fixes[0]?.remedy)).toEqual([
      'kubelet-serving-certificates',
      'kubelet-certificate-files',
    ]);
  });

  test('where kubelets have signed certificates already, the CA alone is enough', () => {
    const signed = applyAll(scenario('kubeadm'), ['kubelet-serving-certificates']);
    expect(smallestSet(signed).plans[0]?.fixes.map(({ remedy }) => remedy)).not.toContain(
      'kubelet-serving-certificates',
    );
    expect(smallestSet(signed).plans[0]?.fixes.map(({ remedy }) => remedy)).toContain('kubelet-ca');
  });

  test('top fixes: the one that closes most stands first', () => {
    const ranked = rankFixes(scenario('kubeadm'));
    expect(ranked[0]?.remedy).toBe('kubelet-ca');
    expect(ranked[0]?.fixes.map(({ remedy }) => remedy)).toEqual(['kubelet-serving-certificates', 'kubelet-ca']);
    const counts = ranked.map(({ closes }) => closes);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  test.each(scenarioIds)('%s: a plan closes what it says, and nothing is both closable and said to stay open', (id) => {
    const topology = scenario(id);
    const { plans, open } = smallestSet(topology);
    for (const { fixes } of plans) {
      const analysis = analyze(
        applyAll(
          topology,
          fixes.map(({ remedy }) => remedy),
        ),
      );
      const left = new Set(exposedIn(analysis).map(({ path }) => path));
      for (const path of open.map((one) => one.path)) if (path !== 'A18') expect(left).toContain(path);
      expect([...left].filter((path) => !open.some((one) => one.path === path))).toEqual([]);
    }
  });
});
