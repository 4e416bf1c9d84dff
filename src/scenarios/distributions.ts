import type { DistributionId } from '../catalog/distributions.ts';
import { assumedConfig, type ComponentConfig } from '../domain/settings.ts';
import {
  type ClusterNode,
  type ControlPlaneHost,
  type Extension,
  emptyTopology,
  type Topology,
} from '../domain/topology.ts';
import { scenario } from './scenarios.ts';

/*
 * Clusters as distributions set them up, by the catalog's section on distributions. What no source says is unknown: the
 * form of such a component is `unknown`, so that every setting that is not stated is shown as not determined.
 */

const pki = '/etc/kubernetes/pki';
const signedByRequest = { serverTLSBootstrap: 'true' };
const hardenedKubelet = {
  'authentication.anonymous.enabled': 'false',
  'authentication.webhook.enabled': 'true',
  'authorization.mode': 'Webhook',
  'authentication.x509.clientCAFile': `${pki}/ca.crt`,
};
const noKubeletCa = { 'kubelet-certificate-authority': '' };

type Parts = {
  readonly apiServer: ComponentConfig;
  readonly kubelet: ComponentConfig;
  /** Scheduler, controller-manager, kube-proxy and etcd. */
  readonly others?: ComponentConfig;
  readonly etcd?: boolean;
  /** What is known of the konnectivity-server, where there is one. */
  readonly konnectivity?: ComponentConfig;
  readonly metricsServer?: ComponentConfig;
};

const unknown = (values: Readonly<Record<string, string>> = {}) => assumedConfig('unknown', values);
const byKubeadm = (values: Readonly<Record<string, string>> = {}) => assumedConfig('kubeadm', values);
const insecureMetrics = assumedConfig('documented', { 'kubelet-insecure-tls': 'true' });

const parts: Readonly<Record<DistributionId, Parts>> = {
  kubeadm: { apiServer: byKubeadm(), kubelet: byKubeadm(), others: byKubeadm() },
  kind: {
    apiServer: byKubeadm(),
    kubelet: byKubeadm({ 'discovery.bootstrapToken.unsafeSkipCAVerification': 'true' }),
    others: byKubeadm(),
  },
  minikube: {
    apiServer: byKubeadm({ 'secure-port': '8443' }),
    kubelet: byKubeadm(),
    others: byKubeadm(),
    metricsServer: insecureMetrics,
  },
  // Its own default binds the status ports of scheduler and controller-manager to all addresses.
  kubespray: {
    apiServer: byKubeadm(),
    kubelet: byKubeadm({ readOnlyPort: '0' }),
    others: byKubeadm({ 'bind-address': '::' }),
  },
  kops: {
    apiServer: unknown({ ...noKubeletCa, 'secure-port': '443', 'anonymous-auth': 'false' }),
    kubelet: unknown({ tlsCertFile: '/srv/kubernetes/kubelet-server.crt' }),
    metricsServer: insecureMetrics,
  },
  talos: {
    apiServer: unknown({ ...noKubeletCa, 'tls-min-version': 'VersionTLS13' }),
    kubelet: unknown({ 'authorization.mode': 'Webhook' }),
  },
  k3s: {
    apiServer: unknown({
      'kubelet-certificate-authority': '/var/lib/rancher/k3s/server/tls/server-ca.crt',
      'egress-selector-mode': 'agent',
    }),
    kubelet: unknown({ tlsCertFile: '/var/lib/rancher/k3s/agent/serving-kubelet.crt' }),
    etcd: false,
  },
  rke2: {
    apiServer: unknown({
      'kubelet-certificate-authority': '/var/lib/rancher/rke2/server/tls/server-ca.crt',
      'egress-selector-mode': 'agent',
    }),
    kubelet: unknown({ tlsCertFile: '/var/lib/rancher/rke2/agent/serving-kubelet.crt' }),
  },
  openshift: {
    apiServer: unknown({ 'kubelet-certificate-authority': 'kubelet-serving-ca' }),
    kubelet: unknown({ ...signedByRequest, readOnlyPort: '0' }),
  },
  'the-hard-way': {
    apiServer: unknown({
      'kubelet-certificate-authority': '/var/lib/kubernetes/ca.crt',
      'etcd-servers': 'http://127.0.0.1:2379',
    }),
    kubelet: unknown({ tlsCertFile: '/var/lib/kubelet/kubelet.crt' }),
  },
  eks: { apiServer: unknown(), kubelet: unknown({ ...hardenedKubelet, ...signedByRequest, readOnlyPort: '0' }) },
  gke: { apiServer: unknown(), kubelet: unknown(), konnectivity: unknown() },
  aks: { apiServer: unknown(), kubelet: unknown(), konnectivity: unknown() },
  k0s: {
    apiServer: unknown({
      'kubelet-certificate-authority': '/var/lib/k0s/pki/ca.crt',
      'anonymous-auth': 'false',
      'authorization-mode': 'Node,RBAC',
      'egressSelections.cluster.proxyProtocol': 'GRPC',
      'egressSelections.cluster.transport': 'uds',
    }),
    kubelet: unknown({ ...signedByRequest, 'authentication.anonymous.enabled': 'false' }),
    konnectivity: unknown({ 'agent-port': '8132', 'agent-namespace': 'kube-system' }),
  },
};

/** A small cluster as a distribution sets it up; every value is assumed, none was seen. */
export function distribution(id: DistributionId): Topology {
  const { apiServer, kubelet, others = unknown(), etcd = true, konnectivity, metricsServer } = parts[id];
  const base = scenario('kubeadm');
  const tunnel = konnectivity ? { 'egress-selector-config-file': 'unknown' } : {};
  const host: ControlPlaneHost = {
    id: 'control-plane-1',
    name: 'control-plane-1',
    components: {
      'kube-apiserver': {
        ...apiServer,
        explicitSettings: { ...apiServer.explicitSettings, ...assumedConfig('unknown', tunnel).explicitSettings },
      },
      'kube-scheduler': others,
      'kube-controller-manager': others,
      ...(etcd ? { etcd: others } : {}),
      ...(konnectivity ? { 'konnectivity-server': konnectivity } : {}),
    },
  };
  const nodes = base.nodes.map(
    (node): ClusterNode => ({
      ...node,
      kubelet,
      kubeProxy: others,
      konnectivityAgent: konnectivity ? unknown() : null,
    }),
  );
  const metrics: readonly Extension[] = metricsServer
    ? [{ id: 'metrics-server', name: 'metrics-server', kind: 'metrics-server', settings: metricsServer }]
    : [];
  return {
    ...emptyTopology,
    name: id,
    distribution: id,
    kubernetesVersion: 'unknown',
    controlPlanes: [host],
    nodes,
    pods: base.pods,
    services: base.services,
    outside: base.outside,
    extensions: [...base.extensions.filter(({ kind }) => kind !== 'pod-network'), ...metrics],
  };
}
