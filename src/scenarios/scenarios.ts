import { type ComponentConfig, userConfig } from '../domain/settings.ts';
import {
  type ClusterNode,
  type ControlPlaneHost,
  defaultNetworks,
  type Extension,
  type ExtensionKind,
  emptyTopology,
  type Pod,
  type Service,
  type Topology,
} from '../domain/topology.ts';

export const scenarioIds = [
  'documentation',
  'kubeadm',
  'hardened',
  'ha',
  'ssh',
  'konnectivity',
  'k3s',
  'one-host',
  'company-proxy',
  'tenant-service',
  'one-ca',
  'everything-wrong',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

const pki = '/etc/kubernetes/pki';
const kubeletCa = { 'kubelet-certificate-authority': `${pki}/ca.crt` };
const clientHalf = {
  'kubelet-client-certificate': `${pki}/apiserver-kubelet-client.crt`,
  'kubelet-client-key': `${pki}/apiserver-kubelet-client.key`,
  'client-ca-file': `${pki}/ca.crt`,
  'authorization-mode': 'Node,RBAC',
  'enable-bootstrap-token-auth': 'true',
  'etcd-servers': 'https://127.0.0.1:2379',
  'etcd-cafile': `${pki}/etcd/ca.crt`,
  'etcd-certfile': `${pki}/apiserver-etcd-client.crt`,
  'etcd-keyfile': `${pki}/apiserver-etcd-client.key`,
  'proxy-client-cert-file': `${pki}/front-proxy-client.crt`,
  'proxy-client-key-file': `${pki}/front-proxy-client.key`,
};
const kubeletAsksForCertificate = { 'authentication.x509.clientCAFile': `${pki}/ca.crt` };

/** A cluster to start from. Names and flags only; the words for it are in the locale files. */
export function scenario(id: ScenarioId): Topology {
  switch (id) {
    case 'documentation':
      return documentation();
    case 'kubeadm':
      return cluster('kubeadm', '1.34', {
        apiServer: userConfig('kubeadm'),
        component: userConfig('kubeadm'),
        kubelet: userConfig('kubeadm'),
      });
    case 'hardened':
      return cluster('hardened', '1.34', {
        apiServer: userConfig('kubeadm', { ...kubeletCa, 'anonymous-auth': 'false' }),
        component: userConfig('kubeadm'),
        kubelet: userConfig('kubeadm', { serverTLSBootstrap: 'true' }),
      });
    case 'ha':
      return highlyAvailable();
    case 'ssh':
      return cluster('ssh', '1.21', {
        apiServer: userConfig('flags', {
          ...clientHalf,
          'ssh-user': 'core',
          'ssh-keyfile': '/etc/srv/sshproxy/id_rsa',
        }),
      });
    case 'konnectivity':
      return konnectivity();
    case 'k3s':
      return cluster('k3s', '1.34', {
        apiServer: userConfig('flags', {
          ...clientHalf,
          'kubelet-certificate-authority': '/var/lib/rancher/k3s/server/tls/server-ca.crt',
          'anonymous-auth': 'false',
          'egress-selector-mode': 'agent',
        }),
        kubelet: userConfig('config-file', {
          ...kubeletAsksForCertificate,
          tlsCertFile: '/var/lib/rancher/k3s/agent/serving-kubelet.crt',
        }),
        separateEtcd: false,
      });
    case 'one-host':
      return oneHost();
    case 'company-proxy':
      return companyProxy();
    case 'tenant-service':
      return tenantService();
    case 'one-ca':
      return oneCa();
    case 'everything-wrong':
      return everythingWrong();
  }
}

/** One of each, so that every documented path appears once in the picture. */
function documentation(): Topology {
  const base = cluster('documentation', '1.27', { apiServer: userConfig('flags', clientHalf), cloud: true });
  return {
    ...base,
    nodes: base.nodes.slice(0, 1),
    pods: [pod('web-1', 'worker-1', 'web'), pod('web-2', 'worker-1', 'web')],
    services: [kubernetesService, service('web', 80)],
    listDocumentedTunnels: true,
  };
}

type Parts = {
  readonly apiServer: ComponentConfig;
  readonly kubelet?: ComponentConfig;
  readonly component?: ComponentConfig;
  readonly cloud?: boolean;
  readonly separateEtcd?: boolean;
  /** What etcd is told, where that is not as documented. */
  readonly etcd?: Readonly<Record<string, string>>;
};

function cluster(name: string, kubernetesVersion: string, parts: Parts): Topology {
  const kubelet = parts.kubelet ?? userConfig('documented', kubeletAsksForCertificate);
  return {
    ...emptyTopology,
    name,
    kubernetesVersion,
    controlPlanes: [host('control-plane-1', parts)],
    nodes: [node('worker-1', kubelet), node('worker-2', kubelet)],
    pods: [pod('web-1', 'worker-1', 'web'), pod('db-0', 'worker-2', 'db'), pod('web-2', 'worker-2', 'web')],
    services: [kubernetesService, service('web', 80), service('db', 5432)],
    outside: [{ id: 'kubectl', name: 'kubectl', kind: 'client', settings: userConfig('documented') }],
    extensions: [podNetwork, registry],
    networks: defaultNetworks,
  };
}

function host(name: string, parts: Parts): ControlPlaneHost {
  const component = parts.component ?? userConfig('documented');
  const demands = { 'client-cert-auth': 'true', 'trusted-ca-file': `${pki}/etcd/ca.crt` };
  const etcd =
    component.form === 'kubeadm'
      ? userConfig('kubeadm', demands)
      : userConfig('documented', { ...parts.etcd, ...demands });
  return {
    id: name,
    name,
    components: {
      'kube-apiserver': parts.apiServer,
      'kube-scheduler': component,
      'kube-controller-manager': component,
      ...(parts.cloud ? { 'cloud-controller-manager': component } : {}),
      ...(parts.separateEtcd === false ? {} : { etcd }),
    },
  };
}

function node(name: string, kubelet: ComponentConfig, agent: ComponentConfig | null = null): ClusterNode {
  return { id: name, name, kubelet, kubeProxy: userConfig('documented'), konnectivityAgent: agent };
}

function pod(name: string, nodeId: string, app: string): Pod {
  return {
    id: `pod-${name}`,
    name,
    namespace: 'default',
    nodeId,
    labels: { app },
    hostNetwork: false,
    running: true,
    tokenMounted: true,
    skipsVerification: false,
    ports: [app === 'db' ? 5432 : 8080],
  };
}

function service(name: string, port: number): Service {
  return {
    id: `service-${name}`,
    name,
    namespace: 'default',
    type: 'ClusterIP',
    clusterIp: null,
    selector: { app: name },
    ports: [port],
  };
}

function extension(kind: ExtensionKind, values: Readonly<Record<string, string>> = {}): Extension {
  return { id: kind, name: kind, kind, settings: userConfig('documented', values) };
}

const podNetwork = extension('pod-network');
const registry = extension('image-registry');

const kubernetesService: Service = {
  ...service('kubernetes', 443),
  clusterIp: '10.96.0.1',
  selector: {},
};

function highlyAvailable(): Topology {
  const apiServer = userConfig('kubeadm');
  const component = userConfig('kubeadm');
  const base = cluster('ha', '1.34', { apiServer, component, kubelet: userConfig('kubeadm') });
  const names = ['control-plane-1', 'control-plane-2', 'control-plane-3'];
  const hosts = names.map((name) => host(name, { apiServer, component }));
  return {
    ...base,
    controlPlanes: hosts,
    nodes: [...base.nodes, node('worker-3', userConfig('kubeadm'))],
    pods: [...base.pods, pod('web-3', 'worker-3', 'web')],
    outside: [
      ...base.outside,
      { id: 'load-balancer', name: 'load-balancer', kind: 'load-balancer', settings: userConfig('documented') },
    ],
  };
}

function konnectivity(): Topology {
  const base = cluster('konnectivity', '1.34', {
    apiServer: userConfig('kubeadm', {
      'egress-selector-config-file': '/etc/kubernetes/egress-selector-configuration.yaml',
      'egressSelections.cluster.proxyProtocol': 'GRPC',
      'egressSelections.cluster.transport': 'uds',
    }),
    kubelet: userConfig('kubeadm'),
  });
  const server = userConfig('flags', {
    'uds-name': '/etc/kubernetes/konnectivity-server/konnectivity-server.socket',
    'agent-port': '8132',
    'agent-namespace': 'kube-system',
    'agent-service-account': 'konnectivity-agent',
    'authentication-audience': 'system:konnectivity-server',
  });
  const agent = userConfig('flags', {
    'ca-cert': '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
    'service-account-token-path': '/var/run/secrets/tokens/konnectivity-agent-token',
  });
  return {
    ...base,
    controlPlanes: base.controlPlanes.map((one) => ({
      ...one,
      components: { ...one.components, 'konnectivity-server': server },
    })),
    nodes: base.nodes.map((one) => ({ ...one, konnectivityAgent: agent })),
  };
}

/** A kubeadm cluster whose nodes and servers have addresses. */
function addressed(name: string, apiServer: Readonly<Record<string, string>> = {}): Topology {
  const base = cluster(name, '1.34', {
    apiServer: userConfig('kubeadm', {
      'etcd-servers': 'https://10.0.0.10:2379',
      'service-cluster-ip-range': '10.96.0.0/12',
      ...apiServer,
    }),
    component: userConfig('kubeadm'),
    kubelet: userConfig('kubeadm', { 'kubeconfig.server': 'https://10.0.0.10:6443' }),
  });
  return { ...base, nodes: base.nodes.map((one, index) => ({ ...one, addresses: [`10.0.0.${index + 11}`] })) };
}

/** Control plane and node on the same host, as kind, minikube and K3s begin. */
function oneHost(): Topology {
  const base = cluster('one-host', '1.34', {
    apiServer: userConfig('kubeadm'),
    component: userConfig('kubeadm'),
    kubelet: userConfig('kubeadm'),
  });
  const [first] = base.nodes;
  return {
    ...base,
    nodes: first ? [{ ...first, name: 'control-plane-1' }] : [],
    pods: base.pods.map((one) => ({ ...one, nodeId: first?.id ?? null })),
  };
}

/** A control plane that was told to use the company's proxy, and to spare the Services but not the nodes. */
function companyProxy(): Topology {
  return addressed('company-proxy', {
    'environment.HTTPS_PROXY': 'http://proxy.example.org:3128',
    'environment.HTTP_PROXY': 'http://proxy.example.org:3128',
    'environment.NO_PROXY': '.svc,.cluster.local',
  });
}

/** A tenant whose Service takes the connections to the kubelet of a node. */
function tenantService(): Topology {
  const base = addressed('tenant-service');
  const trap: Service = { ...service('trap', 10250), namespace: 'tenant', selector: { app: 'trap' } };
  return {
    ...base,
    pods: [...base.pods, { ...pod('trap-1', 'worker-1', 'trap'), namespace: 'tenant', ports: [10250] }],
    services: [...base.services, { ...trap, externalIps: ['10.0.0.12'] }],
  };
}

/** One CA for etcd, for the front proxy, and for all clients. */
function oneCa(): Topology {
  const ca = `${pki}/ca.crt`;
  const base = addressed('one-ca', {
    'etcd-cafile': ca,
    'requestheader-client-ca-file': ca,
    'requestheader-allowed-names': '',
  });
  return {
    ...base,
    controlPlanes: base.controlPlanes.map((one) => ({
      ...one,
      components: {
        ...one.components,
        etcd: userConfig('kubeadm', {
          'client-cert-auth': 'true',
          'trusted-ca-file': ca,
          'peer-trusted-ca-file': ca,
          'listen-client-urls': 'https://127.0.0.1:2379,https://10.0.0.10:2379',
        }),
      },
    })),
  };
}

/** Every switch of the documented paths in its worst position, on the last version that still had most of them. */
function everythingWrong(): Topology {
  const careless = userConfig('documented', {
    'kubeconfig.insecure-skip-tls-verify': 'true',
    'kubeconfig.credential': 'bearer',
  });
  const base = cluster('everything-wrong', '1.19', {
    apiServer: userConfig('flags', {
      'insecure-bind-address': '0.0.0.0',
      'client-ca-file': `${pki}/ca.crt`,
      'etcd-servers': 'http://10.0.0.10:2379',
    }),
    kubelet: userConfig('flags', {
      'kubeconfig.insecure-skip-tls-verify': 'true',
      'kubeconfig.credential': 'bearer',
      'bootstrap-kubeconfig.insecure-skip-tls-verify': 'true',
    }),
    component: careless,
    cloud: true,
    etcd: { 'listen-client-urls': 'http://10.0.0.10:2379', 'listen-peer-urls': 'http://10.0.0.10:2380' },
  });
  return {
    ...base,
    nodes: base.nodes.map((one) => ({ ...one, kubeProxy: careless })),
    pods: base.pods.map((one) => ({ ...one, skipsVerification: true })),
    services: base.services.map((one) => (one.name === 'web' ? { ...one, type: 'NodePort' } : one)),
    outside: base.outside.map((one) => ({ ...one, settings: careless })),
    extensions: [
      podNetwork,
      { ...registry, settings: userConfig('flags', { scheme: 'http' }) },
      extension('metrics-server', { 'kubelet-insecure-tls': 'true' }),
      extension('aggregated-api', { 'spec.insecureSkipTLSVerify': 'true' }),
      extension('admission-webhook', {}),
    ],
    networks: base.networks.map((network) => ({ ...network, trust: 'untrusted' })),
  };
}
