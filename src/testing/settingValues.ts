import type { SettingFact } from '../catalog/settings.ts';

const urls = ['http://10.0.0.5:2000', 'https://10.0.0.5:2000', 'http://127.0.0.1:2000', 'https://127.0.0.1:2000'];
const addresses = ['127.0.0.1', '0.0.0.0'];
const modes = ['Node,RBAC', 'AlwaysAllow'];

/** What texts can be whose value decides, and not only whether they are set. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'authorization-mode': modes,
  'authorizationConfiguration.authorizers': modes,
  'authenticationConfiguration.jwt': ['ca', 'roots'],
  'proxy-strategies': ['destHost,default', 'default'],
  'agent-identifiers': ['', 'host=node-1', 'ipv4=10.0.0.7', 'default-route=true'],
  'kubelet-preferred-address-types': ['Hostname,InternalIP', 'InternalIP,Hostname'],
  'etcd-servers': [...urls, 'unix:///run/etcd.sock', '10.0.0.5:2379'],
  'listen-client-urls': urls,
  'listen-peer-urls': urls,
  'listen-metrics-urls': ['', ...urls],
  master: ['', ...urls],
  'api-servers': ['', ...urls],
  providerID: ['', 'aws', 'kind', 'somebody'],
  staticPodURL: ['', ...urls],
  'oidc-issuer-url': ['', 'https://id.example.org'],
  'discovery.file.kubeConfigPath': ['', 'http://10.0.0.5/x.conf', '/etc/x.conf'],
  'bind-address': addresses,
  'insecure-bind-address': addresses,
  address: addresses,
  'health-bind-address': addresses,
  'admin-bind-address': addresses,
  'cri.stream_server_address': addresses,
  'service-account-issuer': ['https://kubernetes.default.svc', 'https://id.example.org'],
  healthzBindAddress: [...addresses, '127.0.0.1:2000', '0.0.0.0:2000'],
  metricsBindAddress: ['127.0.0.1:2000', '0.0.0.0:2000'],
  kubeletVersion: ['v1.18.3', 'v1.27.3', 'v1.18.3-eks-1'],
  'tracing.endpoint': ['', 'localhost:4317', '10.0.0.5:4317'],
  'tracingConfiguration.endpoint': ['', 'localhost:4317', '10.0.0.5:4317'],
};

/** What a setting can be, as far as it may decide something. */
export function possibleValues({ component, key, type }: SettingFact): readonly string[] {
  if (key === 'image.version') return component === 'etcd' ? ['3.3.27', '3.5.12-0'] : ['v0.31.0', 'v0.36.1'];
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'number') return ['0', '12345'];
  if (type !== 'text') return type;
  return texts[key] ?? ['', '/etc/kubernetes/a-file'];
}
