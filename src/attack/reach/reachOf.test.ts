import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import type { ExposureList } from '../../analysis/channelSecurity.ts';
import { exposures } from '../../analysis/rules.ts';
import { userConfig } from '../../domain/settings.ts';
import { networkIds, type Topology } from '../../domain/topology.ts';
import { locales } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import { type ScenarioId, scenario } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { runs } from '../../testing/runs.ts';
import { assumptionIds, attackerPosition, unavailableIds } from '../attackerPosition.ts';
import { conditionIds, consequences } from '../consequence.ts';
import { type PositionId, positionIds } from '../positionIds.ts';
import { type Access, accesses, reachReasons } from './attackVector.ts';
import { type ReachEntry, reachOf } from './reachOf.ts';

const reachIn = (topology: Topology, position: PositionId) => reachOf(topology, analyze(topology), position);

function at(id: ScenarioId | Topology, position: PositionId, path: string, listener?: string) {
  const topology = typeof id === 'string' ? scenario(id) : id;
  const found = reachIn(topology, position).entries.find(
    ({ connection }) =>
      connection.path === path && !connection.variant && (!listener || connection.listener === listener),
  );
  return found && { access: found.access, because: found.because, gained: found.gained, worst: found.consequence };
}

const [forge, all] = [
  ['eavesdrop', 'tamper', 'impersonate-server'],
  ['eavesdrop', 'tamper', 'impersonate-server', 'impersonate-client'],
];

describe('what an attacker reaches', () => {
  test.each([
    // The kubelet is not verified: in the middle he forges and gets no command into a pod.
    ['kubeadm', 'cluster-network', 'P09', 'active', 'on-wire', forge, 'credential'],
    ['kubeadm', 'node-network', 'P09', 'active', 'last-stretch', forge, 'credential'],
    ['kubeadm', 'outside', 'P09', 'none', 'elsewhere', [], null],
    ['kubeadm', 'pod', 'P09', 'undetermined', 'if-account-may', ['unknown'], null],
    ['kubeadm', 'node-root', 'P09', 'holds-end', 'holds-node', forge, 'exec-or-secrets'],
    // kubeadm dials kubelets by address, the built-in default by name.
    ['kubeadm', 'dns', 'P09', 'none', 'by-address', [], null],
    ['documentation', 'dns', 'P09', 'active', 'answers-name', forge, 'credential'],
    ['kubeadm', 'cluster-network', 'P14', 'active', 'on-wire', all, 'read'],
    ['kubeadm', 'pod', 'P16', 'off-path', 'port-open', ['impersonate-client'], 'metadata'],
    [
      'kubeadm',
      'pod-host-network',
      'P16',
      'passive',
      'listens',
      ['eavesdrop', 'impersonate-client', 'unknown'],
      'read',
    ],
    ['kubeadm', 'pod-host-network', 'P01', 'none', 'encrypted', [], null],
    ['kubeadm', 'control-plane-network', 'A01', 'none', 'local', [], null],
    ['kubeadm', 'pod', 'A01', 'none', 'local', [], null],
    [
      'kubeadm',
      'node-root',
      'P01',
      'holds-end',
      'holds-node',
      ['eavesdrop', 'tamper', 'impersonate-client'],
      'node-identity',
    ],
    ['kubeadm', 'node-root', 'P02', 'undetermined', 'bootstrap-left', ['unknown'], null],
    ['kubeadm', 'node-root', 'A10', 'holds-end', 'holds-node', all, 'exec-or-secrets'],
    ['kubeadm', 'cluster-network', 'A10', 'none', 'local', [], null],
    [
      'kubeadm',
      'bootstrap-token',
      'P02',
      'holds-end',
      'holds-token',
      ['impersonate-client', 'credential-replay'],
      'node-identity',
    ],
    ['kubeadm', 'bootstrap-token', 'P03', 'none', 'no-token-here', [], null],
    ['everything-wrong', 'bootstrap-token', 'P02', 'none', 'bootstrap-off', [], null],
    [
      'kubeadm',
      'service-account-token',
      'P04',
      'holds-end',
      'holds-token',
      ['impersonate-client', 'credential-replay'],
      'credential',
    ],
    ['hardened', 'cluster-network', 'P09', 'none', 'verified', [], null],
    ['hardened', 'cluster-network', 'P08', 'active', 'check-skipped', ['downgrade'], 'change'],
    ['hardened', 'node-network', 'A18', 'undetermined', 'not-known', ['unknown'], null],
    ['everything-wrong', 'cluster-network', 'A05', 'active', 'anonymous-served', ['impersonate-client'], 'metadata'],
    ['konnectivity', 'pod-host-network', 'P15', 'holds-end', 'holds-pod', [...all, 'unknown'], 'read'],
    ['documentation', 'cluster-network', 'P18', 'none', 'not-configured', [], null],
    // Konnectivity keeps those between control plane and nodes out, and nobody at its end or behind it.
    ['konnectivity', 'cluster-network', 'P09', 'none', 'tunnel-closed', [], null],
    ['konnectivity', 'node-network', 'P09', 'active', 'in-tunnel', forge, 'credential'],
    ['konnectivity', 'tunnel-end', 'P09', 'holds-end', 'holds-tunnel-end', forge, 'credential'],
    // The SSH tunnel's host key is not checked.
    ['ssh', 'cluster-network', 'P14', 'active', 'in-tunnel', all, 'read'],
    ['ssh', 'tunnel-end', 'P18', 'holds-end', 'holds-tunnel-end', forge, 'read'],
    ['everything-wrong', 'cluster-network', 'P09', 'active', 'on-wire', all, 'exec-or-secrets'],
    ['everything-wrong', 'pod', 'P09', 'holds-end', 'any-token-accepted', ['impersonate-client'], 'exec-or-secrets'],
    ['everything-wrong', 'pod', 'A12', 'off-path', 'port-open', ['impersonate-client'], 'read'],
    ['everything-wrong', 'pod', 'A01', 'off-path', 'port-open-routed', ['impersonate-client'], 'cluster'],
    ['everything-wrong', 'pod', 'A20', 'off-path', 'port-open-routed', ['impersonate-client'], 'cluster'],
    ['everything-wrong', 'outside', 'A20', 'none', 'elsewhere', [], null],
    ['everything-wrong', 'outside', 'A16', 'off-path', 'port-open', ['impersonate-client'], 'metadata'],
    ['everything-wrong', 'outside', 'A03', 'active', 'on-wire', [...all, 'credential-replay'], 'cluster'],
    [
      'everything-wrong',
      'cluster-network',
      'A18',
      'off-path',
      'port-open-routed',
      ['impersonate-client'],
      'exec-or-secrets',
    ],
    ['ha', 'load-balancer', 'A03', 'none', 'verified', [], null],
  ] as const)('%s, %s: %s', (id, position, path, access, because, gained, worst) => {
    expect(at(id, position, path)).toEqual({ access, because, gained, worst });
  });

  test('what listens on the loopback address is only for those on the node', () => {
    expect(at('kubeadm', 'pod', 'A13', 'kubelet healthz')?.because).toBe('local');
    expect(at('kubeadm', 'pod-host-network', 'A13', 'kubelet healthz')?.because).toBe('local-port');
    expect(at('kubeadm', 'pod-host-network', 'A13', 'etcd metrics')?.access).toBe('none');
  });

  test('WireGuard ends at the node: what two pods of one node say to each other is not determined', () => {
    const base = scenario('kubeadm');
    const network = { id: 'cni', name: 'cni', kind: 'pod-network' as const };
    const settings = userConfig('flags', { encryption: 'wireguard' });
    const topology = { ...base, extensions: [{ ...network, settings }] };
    expect(at(topology, 'pod-net-raw', 'A14')?.gained).toContain('unknown');
    expect(at(topology, 'pod-net-raw', 'A14')?.gained).not.toContain('eavesdrop');
  });

  test('an agent that need not prove itself makes whoever reaches the port an end of the tunnel', () => {
    const base = scenario('konnectivity');
    const open = userConfig('flags', { 'agent-port': '8132' });
    const topology = {
      ...base,
      controlPlanes: base.controlPlanes.map((host) => ({
        ...host,
        components: { ...host.components, 'konnectivity-server': open },
      })),
    };
    expect(at(topology, 'cluster-network', 'P14')).toMatchObject({ access: 'off-path', because: 'rogue-agent' });
    expect(at(topology, 'outside', 'P14')?.access).toBe('none');
    expect(at('konnectivity', 'cluster-network', 'P14')).toMatchObject({
      because: 'port-open',
      gained: ['impersonate-client'],
    });
  });

  test('a load balancer that ends TLS sees the token', () => {
    const base = scenario('ha');
    const values = { client: { 'kubeconfig.credential': 'bearer' }, 'load-balancer': { mode: 'tls' } };
    const outside = base.outside.map((one) => ({ ...one, settings: userConfig('documented', values[one.kind]) }));
    expect(at({ ...base, outside }, 'load-balancer', 'A03')).toMatchObject({
      access: 'holds-end',
      because: 'holds-balancer',
      worst: 'cluster',
    });
    expect(at({ ...base, outside }, 'load-balancer', 'P01')?.access).toBe('undetermined');
  });

  test('the worst comes first', () => {
    const order = reachIn(scenario('everything-wrong'), 'node-network').ranked.map(({ consequence }) =>
      consequence === null ? consequences.length : consequences.indexOf(consequence),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBe(0);
  });

  test('a position that the cluster does not have says why', () => {
    expect(reachIn(scenario('kubeadm'), 'load-balancer').unavailable).toBe('no-load-balancer');
    expect(reachIn(scenario('kubeadm'), 'tunnel-end').unavailable).toBe('no-tunnel');
    expect(reachIn({ ...scenario('kubeadm'), nodes: [], pods: [] }, 'node-root').unavailable).toBe('no-node');
  });
});

/** What an access may give: never more than the lists of exposures that belong to it. */
function isLawful({ connection, access, gained, consequence }: ReachEntry, isUnavailable: boolean): boolean {
  const { passive, active, offPath } = connection.exposure;
  const end = connection.tunnel?.segments.find(({ segment }) => segment === 'tunnel-end')?.active ?? [];
  const onPath = [...passive, ...active, ...offPath, ...end];
  const allowed: Readonly<Record<Access, ExposureList>> = {
    none: [],
    undetermined: [],
    'off-path': [...offPath, ...passive, ...end],
    passive: [...passive, ...offPath],
    active: onPath,
    'holds-end': exposures,
  };
  const certain = gained.filter((gain) => gain !== 'unknown');
  const isNothing = access === 'none' || access === 'undetermined';
  return (
    certain.every((gain) => allowed[access].includes(gain)) &&
    (access === 'none') === (gained.length === 0) &&
    (consequence === null) === isNothing &&
    (certain.length === 0) === isNothing &&
    (access === 'none' || !(isUnavailable || connection.count === 0))
  );
}

describe('laws for any cluster and position', () => {
  const aPosition = fc.constantFrom(...positionIds);

  test('one entry for each connection, nothing beyond its exposures unless an end is his, nothing where there is no position', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), aPosition, (topology, position) => {
        const { connections } = analyze(topology);
        const { entries, ranked, outOfReach, unavailable } = reachIn(topology, position);
        expect(entries.map((entry) => entry.connection.id)).toEqual(connections.map(({ id }) => id));
        expect(ranked.length + outOfReach.length).toBe(connections.filter(({ variant }) => !variant).length);
        expect(entries.filter((entry) => !isLawful(entry, unavailable !== null))).toEqual([]);
      }),
      { numRuns: runs(50) },
    );
  });

  test('trust makes no difference to somebody who is on the network', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), aPosition, (topology, position) => {
        const gained = (trust: 'trusted' | 'untrusted') =>
          reachIn({ ...topology, networks: topology.networks.map((one) => ({ ...one, trust })) }, position).entries.map(
            (entry) => [entry.connection.id, entry.access, entry.gained],
          );
        expect(gained('trusted')).toEqual(gained('untrusted'));
      }),
      { numRuns: runs(30) },
    );
  });

  test('a pod with more rights reaches no less', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const reached = (position: PositionId) =>
          reachIn(topology, position).ranked.map(({ connection }) => connection.id);
        for (const more of ['pod-net-raw', 'pod-host-network'] as const)
          expect(reached(more)).toEqual(expect.arrayContaining(reached('pod')));
      }),
      { numRuns: runs(30) },
    );
  });
});

test('every position, assumption, reason and consequence has words in both languages', () => {
  const keys = [
    ...positionIds.flatMap((id) => [`attacker.at.${id}` as const, `attacker.who.${id}` as const]),
    ...assumptionIds.map((id) => `assume.${id}` as const),
    ...unavailableIds.map((id) => `unavailable.${id}` as const),
    ...reachReasons.map((id) => `reach.${id}` as const),
    ...accesses.map((id) => `access.${id}` as const),
    ...consequences.map((id) => `consequence.${id}` as const),
    ...conditionIds.map((id) => `condition.${id}` as const),
  ];
  for (const locale of locales) for (const key of keys) expect(translator(locale)(key)).not.toBe(key);
});

test('every assumption belongs to a position, and whoever is on a wire is told that trust makes no difference', () => {
  const used = positionIds.flatMap((id) => attackerPosition(id).assumptions);
  expect([...new Set(used)].sort()).toEqual([...assumptionIds].sort());
  for (const id of positionIds) {
    const { wires, assumptions } = attackerPosition(id);
    const isOnWire = [...networkIds, 'pod-network' as const].some((wire) => wires[wire] !== undefined);
    expect([id, assumptions.includes('trust-is-his')]).toEqual([id, isOnWire]);
  }
});

describe('positions beside the settings of paths', () => {
  const set = (value: string) => ({ value, origin: 'user' as const, source: null });
  const withSettings = (
    topology: Topology,
    component: 'kube-apiserver' | 'etcd',
    settings: Readonly<Record<string, string>>,
  ): Topology => ({
    ...topology,
    controlPlanes: topology.controlPlanes.map((host) => {
      const config = host.components[component];
      const added = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, set(value)]));
      const changed = config && { ...config, explicitSettings: { ...config.explicitSettings, ...added } };
      return { ...host, components: { ...host.components, ...(changed ? { [component]: changed } : {}) } };
    }),
  });
  const reached = (topology: Topology, id: PositionId) => {
    const { unavailable, ranked } = reachOf(topology, analyze(topology), id);
    return unavailable ?? ranked.map((entry) => `${entry.connection.path} ${entry.access} ${entry.consequence}`);
  };

  test('the proxy: what is not verified, and nothing of what does not go through it', () => {
    const base = scenario('kubeadm');
    expect(reached(base, 'proxy')).toBe('no-proxy');
    const through = withSettings(base, 'kube-apiserver', { 'environment.HTTPS_PROXY': 'http://proxy:3128' });
    const paths = reached(through, 'proxy');
    expect(String(paths)).toMatch(/P08 active/);
    expect(String(paths)).not.toContain('P09');
    expect(String(paths)).not.toContain('P12');
  });

  test('a client certificate opens an etcd that trusts the same CA, and so does a node', () => {
    const base = scenario('kubeadm');
    expect(reached(base, 'client-certificate')).toBe('no-shared-ca');
    const shared = withSettings(base, 'etcd', {
      'trusted-ca-file': '/etc/kubernetes/pki/ca.crt',
      'listen-client-urls': 'https://10.0.0.1:2379',
    });
    expect(reached(shared, 'client-certificate')).toEqual(['A22 holds-end cluster']);
    expect(reached(shared, 'node-root')).toContain('A22 holds-end cluster');
    expect(reached(base, 'node-root')).not.toContain('A22 holds-end cluster');
    const named = withSettings(shared, 'etcd', { 'client-cert-allowed-hostname': 'cp1.example.org' });
    expect(reached(named, 'client-certificate')).toBe('no-shared-ca');
  });

  test('and a kube-apiserver that takes it for the front proxy', () => {
    const shared = withSettings(scenario('kubeadm'), 'kube-apiserver', {
      'requestheader-client-ca-file': '/etc/kubernetes/pki/ca.crt',
      'requestheader-allowed-names': '',
    });
    expect(reached(shared, 'client-certificate')).toContain('A03 holds-end cluster');
  });

  test('an account that may create Services: what leaves nodes and pods unverified, unless external IPs are refused', () => {
    const base = scenario('everything-wrong');
    const paths = reached(base, 'service-creator');
    expect(Array.isArray(paths) && paths.some((one) => one.startsWith('P01 active'))).toBe(true);
    expect(Array.isArray(paths) && paths.some((one) => one.startsWith('P08 undetermined'))).toBe(true);
    const refused = withSettings(base, 'kube-apiserver', { 'enable-admission-plugins': 'DenyServiceExternalIPs' });
    expect(reached(refused, 'service-creator')).toBe('external-ips-refused');
  });
});
