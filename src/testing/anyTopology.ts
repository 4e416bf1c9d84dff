import fc from 'fast-check';
import { type ComponentConfig, userConfig } from '../domain/settings.ts';
import {
  type ClusterNode,
  type ControlPlaneHost,
  type Extension,
  type ExternalActor,
  emptyTopology,
  extensionKinds,
  nodeGroupings,
  type Pod,
  type Service,
  type Topology,
} from '../domain/topology.ts';

/*
 * Any cluster that a person may model: 1 to 3 control-plane hosts, 1 to 12 nodes with 0 to 20 pods each, 0 to 15
 * services, tunnels, load balancer, external clients and the optional components, in any combination.
 */

const stems = ['web', 'db', 'ip-10-0-12-7.eu-west-1.compute.internal', 'a', 'payment-gateway-7d4b9c6f5-x2k9q'];
const aStem = fc.constantFrom(...stems);
const ca = '/etc/kubernetes/pki/ca.crt';

const aKubelet: fc.Arbitrary<ComponentConfig> = fc.constantFrom(
  userConfig('kubeadm'),
  userConfig('kubeadm', { serverTLSBootstrap: 'true' }),
  userConfig('flags'),
  userConfig('documented', { 'authentication.x509.clientCAFile': ca }),
  userConfig('unknown'),
  userConfig('flags', { 'kubeconfig.insecure-skip-tls-verify': 'true', 'kubeconfig.credential': 'bearer' }),
);

const anApiServer: fc.Arbitrary<ComponentConfig> = fc.constantFrom(
  userConfig('kubeadm'),
  userConfig('kubeadm', { 'kubelet-certificate-authority': ca, 'anonymous-auth': 'false' }),
  userConfig('flags', { 'client-ca-file': ca, 'authorization-webhook-config-file': '/etc/webhook.yaml' }),
  userConfig('kubeadm', { 'peer-ca-file': ca, 'egress-selector-mode': 'agent', 'insecure-port': '8080' }),
  userConfig('unknown'),
);

const tunnels = {
  none: {},
  ssh: { 'ssh-user': 'core', 'ssh-keyfile': '/etc/srv/sshproxy/id_rsa' },
  konnectivity: {
    'egress-selector-config-file': '/etc/kubernetes/egress-selector-configuration.yaml',
    'egressSelections.cluster.proxyProtocol': 'GRPC',
    'egressSelections.cluster.transport': 'uds',
  },
} as const;

type Tunnel = keyof typeof tunnels;

function withValues(config: ComponentConfig, values: Readonly<Record<string, string>>): ComponentConfig {
  return {
    ...config,
    explicitSettings: { ...config.explicitSettings, ...userConfig(config.form, values).explicitSettings },
  };
}

function aHost(index: number, tunnel: Tunnel): fc.Arbitrary<ControlPlaneHost> {
  return fc
    .record({
      apiServer: anApiServer,
      scheduler: fc.boolean(),
      manager: fc.boolean(),
      cloud: fc.boolean(),
      etcd: fc.boolean(),
    })
    .map(({ apiServer, scheduler, manager, cloud, etcd }) => ({
      id: `host-${index}`,
      name: `control-plane-${index}`,
      components: {
        'kube-apiserver': withValues(apiServer, tunnels[tunnel]),
        ...(scheduler ? { 'kube-scheduler': userConfig('documented') } : {}),
        ...(manager ? { 'kube-controller-manager': userConfig('documented') } : {}),
        ...(cloud ? { 'cloud-controller-manager': userConfig('unknown') } : {}),
        ...(etcd ? { etcd: userConfig('flags', { 'listen-metrics-urls': 'http://0.0.0.0:2381' }) } : {}),
        ...(tunnel === 'konnectivity' ? { 'konnectivity-server': userConfig('flags', { 'agent-port': '8132' }) } : {}),
      },
    }));
}

function aNode(index: number, tunnel: Tunnel): fc.Arbitrary<ClusterNode> {
  return fc.record({ stem: aStem, kubelet: aKubelet, careless: fc.boolean() }).map(({ stem, kubelet, careless }) => ({
    id: `node-${index}`,
    name: `${stem}-${index}`,
    kubelet,
    kubeProxy: careless
      ? userConfig('documented', { 'kubeconfig.insecure-skip-tls-verify': 'true' })
      : userConfig('documented'),
    konnectivityAgent: tunnel === 'konnectivity' ? userConfig('flags', careless ? {} : { 'ca-cert': ca }) : null,
  }));
}

function somePods(nodeId: string): fc.Arbitrary<readonly Pod[]> {
  const one = fc.record({
    stem: aStem,
    hostNetwork: fc.boolean(),
    tokenMounted: fc.boolean(),
    skipsVerification: fc.boolean(),
    running: fc.boolean(),
  });
  return fc.array(one, { maxLength: 20 }).map((found) =>
    found.map(({ stem, ...rest }, index) => ({
      id: `pod-${nodeId}-${index}`,
      name: `${stem}-${index}`,
      namespace: 'default',
      nodeId,
      labels: { app: stem.slice(0, 3) },
      ports: [8080],
      ...rest,
    })),
  );
}

function aService(index: number): fc.Arbitrary<Service> {
  const aType = fc.constantFrom('ClusterIP' as const, 'NodePort' as const);
  return fc.tuple(aStem, aType).map(([stem, type]) => ({
    id: `service-${index}`,
    name: index === 0 ? 'kubernetes' : `${stem}-${index}`.slice(0, 60),
    namespace: 'default',
    type,
    clusterIp: null,
    selector: { app: stem.slice(0, 3) },
    ports: [80],
  }));
}

const someOutside: fc.Arbitrary<readonly ExternalActor[]> = fc
  .array(fc.constantFrom('client' as const, 'load-balancer' as const), { maxLength: 3 })
  .map((kinds) =>
    kinds.map((kind, index) => ({
      id: `outside-${index}`,
      name: `${kind}-${index}`,
      kind,
      settings: userConfig('documented'),
    })),
  );

const someExtensions: fc.Arbitrary<readonly Extension[]> = fc
  .array(fc.tuple(fc.constantFrom(...extensionKinds), aStem), { maxLength: 6 })
  .map((found) =>
    found.map(([kind, stem], index) => ({
      id: `extension-${index}`,
      name: `${stem}-${index}`,
      kind,
      settings: kind === 'metrics-server' ? userConfig('documented') : userConfig('unknown'),
    })),
  );

function numbered<T>(
  make: (index: number) => fc.Arbitrary<T>,
  least: number,
  most: number,
): fc.Arbitrary<readonly T[]> {
  return fc
    .integer({ min: least, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_unused, index) => make(index))));
}

/** A topology within the bounds above; `pinned` also puts some frames where a user might have dragged them. */
export function anyTopology({ pinned }: { readonly pinned: boolean }): fc.Arbitrary<Topology> {
  return fc.constantFrom<Tunnel>('none', 'ssh', 'konnectivity').chain((tunnel) =>
    fc
      .record({
        controlPlanes: numbered((index) => aHost(index, tunnel), 1, 3),
        nodes: numbered((index) => aNode(index, tunnel), 1, 12),
        services: numbered(aService, 0, 15),
        outside: someOutside,
        extensions: someExtensions,
        nodeGrouping: fc.constantFrom(...nodeGroupings),
        trust: fc.constantFrom('trusted' as const, 'untrusted' as const),
        kubernetesVersion: fc.constantFrom(...(tunnel === 'ssh' ? ['1.21', '1.18'] : ['1.34', '1.27', 'unknown'])),
        pins: pinned
          ? fc.dictionary(
              fc.nat(11).map((index) => `worker~node-${index}`),
              fc.record({ x: fc.integer({ min: -50, max: 4000 }), y: fc.integer({ min: -20, max: 300 }) }),
              { maxKeys: 4 },
            )
          : fc.constant({}),
      })
      .chain(({ nodeGrouping, trust, pins, ...parts }) =>
        fc.tuple(...parts.nodes.map((node) => somePods(node.id))).map(
          (pods): Topology => ({
            ...emptyTopology,
            ...parts,
            name: 'generated',
            pods: pods.flat(),
            networks: emptyTopology.networks.map((network) => ({ ...network, trust })),
            arrangement: { nodeGrouping, pins },
          }),
        ),
      ),
  );
}
