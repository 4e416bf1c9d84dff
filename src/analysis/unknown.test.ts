import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SettingComponent, type SettingFact, settingFact, settingFacts } from '../catalog/settings.ts';
import type { ComponentConfig, ExplicitSetting } from '../domain/settings.ts';
import { controlPlaneComponents, extensionKinds, type Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { runs } from '../testing/runs.ts';
import { possibleValues } from '../testing/settingValues.ts';
import { analyze } from './analyze.ts';
import type { Connection } from './connection.ts';
import { fromWorst } from './rules.ts';

/*
 * Unknown is never safer than known: whatever a setting is, what is said of a cluster in which nobody shows it claims no
 * more safety than the worst value that it may have.
 */

/** Every configuration of a component in a cluster, replaced. */
function configured(topology: Topology, component: string, change: (config: ComponentConfig) => ComponentConfig) {
  const ofHost = controlPlaneComponents.find((name) => name === component);
  return {
    ...topology,
    controlPlanes: topology.controlPlanes.map((host) => {
      const config = ofHost && host.components[ofHost];
      return config ? { ...host, components: { ...host.components, [component]: change(config) } } : host;
    }),
    nodes: topology.nodes.map((node) => ({
      ...node,
      kubelet: component === 'kubelet' ? change(node.kubelet) : node.kubelet,
      kubeProxy: component === 'kube-proxy' ? change(node.kubeProxy) : node.kubeProxy,
      konnectivityAgent:
        component === 'konnectivity-agent' && node.konnectivityAgent
          ? change(node.konnectivityAgent)
          : node.konnectivityAgent,
    })),
    outside: topology.outside.map((one) =>
      (one.kind === 'client' ? 'kubectl' : one.kind) === component ? { ...one, settings: change(one.settings) } : one,
    ),
    extensions: topology.extensions.map((one) =>
      one.kind === component ? { ...one, settings: change(one.settings) } : one,
    ),
  };
}

function withSetting(topology: Topology, { component, key }: SettingFact, setting: ExplicitSetting): Topology {
  return configured(topology, component, (config) => ({
    ...config,
    explicitSettings: { ...config.explicitSettings, [key]: setting },
  }));
}

const set = (value: string): ExplicitSetting => ({ value, origin: 'user', source: null });
const unknown: ExplicitSetting = { value: '', origin: 'unknown', source: null };

/** One of each, with everything that an extension may be. */
const bases: readonly Topology[] = (['documentation', 'ha', 'konnectivity', 'everything-wrong', 'ssh'] as const).map(
  (id) => {
    const { nodes, extensions, ...rest } = scenario(id);
    return {
      ...rest,
      // Two, as control traffic of the pod network is between nodes.
      nodes: nodes.slice(0, 2),
      extensions: extensionKinds.map((kind) => {
        const config = { form: 'documented', explicitSettings: {} } as const;
        return extensions.find((one) => one.kind === kind) ?? { id: kind, name: kind, kind, settings: config };
      }),
      outside: [
        ...rest.outside,
        { id: 'lb', name: 'lb', kind: 'load-balancer', settings: { form: 'documented', explicitSettings: {} } },
      ],
    };
  },
);

const versions = ['1.7', '1.9', '1.16', '1.18', '1.22', '1.27', '1.36'] as const;
const forms = ['flags', 'config-file', 'kubeadm', 'documented'] as const;

/** A cluster in which some settings are something, and one of them that is asked about. */
const aQuestion = fc
  .record({
    base: fc.constantFrom(...bases),
    version: fc.constantFrom(...versions),
    form: fc.constantFrom(...forms),
    others: fc.array(fc.tuple(fc.constantFrom(...settingFacts), fc.nat()), { maxLength: 12 }),
    asked: fc.constantFrom(...settingFacts),
  })
  .map(({ base, version, form, others, asked }) => {
    const inForm = configured({ ...base, kubernetesVersion: version }, asked.component, (config) => ({
      ...config,
      form,
    }));
    const topology = others.reduce((made: Topology, [fact, number]) => {
      const values = possibleValues(fact);
      return withSetting(made, fact, set(values[number % values.length] ?? ''));
    }, inForm);
    return { topology, asked };
  });

/** One end to one end by one path: its listeners and classes together. */
function byEnds(topology: Topology): ReadonlyMap<string, readonly Connection[]> {
  const found = new Map<string, Connection[]>();
  for (const one of analyze(topology).connections.filter(({ count }) => count > 0)) {
    const key = [one.path, one.variant, one.client.name, one.server.name, one.server.component].join(' ');
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

const badness = (status: Connection['status']) => fromWorst.length - fromWorst.indexOf(status);
const worstOf = (all: readonly Connection[]) => Math.max(...all.map(({ status }) => badness(status)));
const harms = (all: readonly Connection[]) =>
  new Set(all.flatMap(({ exposure }) => [...exposure.active, ...exposure.passive, ...exposure.offPath]));

/** Paths that are there only where a setting names their server: of one that nobody shows there is nothing to say. */
const named = ['P18', 'P19', 'P20', 'P21', 'P22', 'A07', 'A08', 'A19', 'A21', 'A23', 'A24', 'A27', 'A28', 'A29', 'A34'];

function complaints(topology: Topology, asked: SettingFact): readonly string[] {
  const open = byEnds(withSetting(topology, asked, unknown));
  return possibleValues(asked).flatMap((value) =>
    [...byEnds(withSetting(topology, asked, set(value)))].flatMap(([ends, known]) => {
      const about = `${asked.component} ${asked.key}=${value}: ${ends}`;
      const now = open.get(ends);
      if (!now) return named.some((path) => ends.startsWith(path)) ? [] : [`${about} is not there when unknown`];
      const isTold = now.some(({ status }) => status === 'unknown');
      const mays = harms(now);
      const silent = [...harms(known)].filter((one) => one !== 'unknown' && !mays.has(one) && !mays.has('unknown'));
      return [
        ...(worstOf(known) > worstOf(now) && !isTold
          ? [`${about} is ${known[0]?.status}, and unknown is ${now[0]?.status}`]
          : []),
        ...silent.map((one) => `${about} allows ${one}, and unknown does not say so`),
      ];
    }),
  );
}

test('a setting that nobody shows makes nothing safer than its worst value', () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(aQuestion, ({ topology, asked }) => {
      for (const one of complaints(topology, asked)) found.add(one);
    }),
    { numRuns: runs(800) },
  );
  expect([...found]).toEqual([]);
});

/** What has to be set for a setting to decide: the file that it stands in, the means that it is part of. */
const context: readonly (readonly [RegExp, readonly (readonly [SettingComponent, string, string])[]])[] = [
  [/authenticationConfiguration/, [['kube-apiserver', 'authentication-config', '/x']]],
  [/authorizationConfiguration/, [['kube-apiserver', 'authorization-config', '/x']]],
  [/tracingConfiguration/, [['kube-apiserver', 'tracing-config-file', '/x']]],
  [/webhook-kubeconfig/, [['kube-apiserver', 'audit-webhook-config-file', '/x']]],
  [/oidc-ca-file/, [['kube-apiserver', 'oidc-issuer-url', 'https://id.example.org']]],
  [/tcp.scheme|server-ca-cert|image.version/, [['kube-apiserver', 'egressSelections.cluster.transport', 'tcp']]],
  [/tcp.scheme/, [['konnectivity-server', 'server-ca-cert', '/x']]],
  [/^konnectivity-server image.version/, [['konnectivity-server', 'server-ca-cert', '']]],
  [
    /proxy-strategies|agent-identifiers|preferred-address/,
    [
      ['kube-apiserver', 'kubelet-preferred-address-types', 'InternalIP'],
      ['konnectivity-server', 'proxy-strategies', 'destHost,default'],
      ['konnectivity-agent', 'agent-identifiers', 'ipv4=10.0.0.7'],
    ],
  ],
  [/proxy-ssl/, [['ingress-controller', 'backend-protocol', 'HTTPS']]],
  [/proxy-ssl-verify/, [['ingress-controller', 'proxy-ssl-secret', 'x']]],
  [/proxy-ssl-secret/, [['ingress-controller', 'proxy-ssl-verify', 'on']]],
  [/extenders/, [['kube-scheduler', 'extenders.scheme', 'https']]],
  [/extenders.tlsConfig.caFile/, [['kube-scheduler', 'extenders.enableHTTPS', 'true']]],
  [
    /^etcd (image|trusted)/,
    [
      ['kube-apiserver', 'etcd-servers', 'https://10.0.0.5:2379'],
      ['etcd', 'listen-client-urls', 'https://10.0.0.5:2379'],
      ['etcd', 'client-cert-auth', 'false'],
      ['etcd', 'trusted-ca-file', '/x'],
    ],
  ],
  [/peer-auto-tls/, [['etcd', 'peer-cert-file', '']]],
  [/verifies-backend/, [['load-balancer', 'mode', 'tls']]],
  [/spec.caBundle/, [['aggregated-api', 'spec.insecureSkipTLSVerify', 'false']]],
  [/skip_verify/, [['image-registry', 'scheme', 'https']]],
];

function inContext(topology: Topology, { component, key }: SettingFact): Topology {
  const needed = context.flatMap(([names, settings]) => (names.test(`${component} ${key}`) ? settings : []));
  return needed.reduce((made: Topology, [of, name, value]) => {
    const fact = settingFact(of, name);
    return fact ? withSetting(made, fact, set(value)) : made;
  }, topology);
}

test('nor does one that nobody shows where everything else is set for it to decide', () => {
  const found = settingFacts.flatMap((fact) =>
    bases.flatMap((base) =>
      ['1.18', '1.36'].flatMap((kubernetesVersion) =>
        complaints(inContext({ ...base, kubernetesVersion }, fact), fact),
      ),
    ),
  );
  expect([...new Set(found)]).toEqual([]);
});

test('every setting changes a verdict somewhere, or says why not', () => {
  const verdicts = (topology: Topology) =>
    JSON.stringify(analyze(topology).connections.map(({ reasons: _, evidence: __, id: ___, ...rest }) => rest));
  const decides = (fact: SettingFact) =>
    bases.some((base) =>
      versions.some((version) => {
        const topology = inContext({ ...base, kubernetesVersion: version }, fact);
        const values = possibleValues(fact).map((value) => verdicts(withSetting(topology, fact, set(value))));
        return new Set(values).size > 1;
      }),
    );
  const name = ({ component, key }: SettingFact) => `${component} ${key}`;
  const idle = settingFacts.filter((fact) => !decides(fact));
  expect(idle.map(name)).toEqual(settingFacts.filter(({ idle }) => idle !== undefined).map(name));
});
