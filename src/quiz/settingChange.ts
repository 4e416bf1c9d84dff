import { effectiveSetting, isGone, type SettingComponent, settingFact } from '../catalog/settings.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import { minorVersion, type Topology } from '../domain/topology.ts';
import { instancesOf } from '../remedies/change.ts';
import type { SettingChange } from './question.ts';

const ca = '/etc/kubernetes/pki/ca.crt';

const values = (
  component: SettingComponent | 'pod',
  key: string,
  ...some: readonly (string | null)[]
): readonly SettingChange[] => some.map((value) => ({ component, key, value }));

const skip = 'kubeconfig.insecure-skip-tls-verify';

/** Changes of documented paths, good and bad ones, from which clusters and questions are made. */
export const documentedChanges: readonly SettingChange[] = [
  ...values('kube-apiserver', 'kubelet-certificate-authority', ca, null),
  ...values('kube-apiserver', 'anonymous-auth', 'true', 'false'),
  ...values('kube-apiserver', 'authorization-mode', 'AlwaysAllow', 'Node,RBAC'),
  ...values('kube-apiserver', 'enable-bootstrap-token-auth', 'true', 'false'),
  ...values('kubelet', 'authentication.anonymous.enabled', 'true', 'false'),
  ...values('kubelet', 'authorization.mode', 'AlwaysAllow', 'Webhook'),
  ...values('kubelet', 'authentication.x509.clientCAFile', ca),
  ...values('kubelet', 'serverTLSBootstrap', 'true', 'false'),
  ...values('kubelet', skip, 'true', 'false'),
  ...values('kubelet', 'kubeconfig.credential', 'bearer', 'x509'),
  ...values('kubelet', 'discovery.bootstrapToken.unsafeSkipCAVerification', 'true', 'false'),
  ...values('kube-proxy', skip, 'true', 'false'),
  ...values('kube-proxy', 'kubeconfig.credential', 'x509', 'bearer'),
  ...values('kube-scheduler', skip, 'true', 'false'),
  ...values('kube-controller-manager', skip, 'true', 'false'),
  ...values('pod', 'skips-verification', 'true', 'false'),
];

/** Changes of tunnels and adjacent paths. */
export const furtherChanges: readonly SettingChange[] = [
  ...values('konnectivity-server', 'cluster-ca-cert', ca, null),
  ...values('konnectivity-agent', 'ca-cert', ca, null),
  ...values('kubelet', 'readOnlyPort', '10255', '0'),
  ...values('etcd', 'client-cert-auth', 'true', 'false'),
  ...values('etcd', 'peer-client-cert-auth', 'true', 'false'),
  ...values('kubectl', skip, 'true', 'false'),
  ...values('kubectl', 'kubeconfig.credential', 'bearer', 'x509'),
  ...values('load-balancer', 'mode', 'tls', 'tcp'),
  ...values('load-balancer', 'verifies-backend', 'true', 'false'),
  ...values('metrics-server', 'kubelet-insecure-tls', 'true', 'false'),
  ...values('admission-webhook', 'client-credential', 'none', 'x509'),
  ...values('aggregated-api', 'spec.insecureSkipTLSVerify', 'true', 'false'),
  ...values('pod-network', 'encryption', 'none', 'wireguard', 'mesh'),
  ...values('image-registry', 'scheme', 'http', 'https'),
  ...values('image-registry', 'skip_verify', 'true', 'false'),
];

/** Whether a change says something that is not so yet, on a component that is there and knows the setting. */
export function isEffective(topology: Topology, { component, key, value }: SettingChange): boolean {
  if (component === 'pod') return topology.pods.some((pod) => pod.skipsVerification !== (value === 'true'));
  const fact = settingFact(component, key);
  const minor = minorVersion(topology.kubernetesVersion);
  if (!fact || (minor !== null && isGone(fact, minor))) return false;
  return instancesOf(topology, component).some(({ config }) => {
    const present = effectiveSetting(component, config, key, topology.kubernetesVersion);
    // Nothing can be taken back that nobody has stated.
    return value === null ? config.explicitSettings[key] !== undefined : present.value !== value;
  });
}

/** A cluster with a setting changed on every instance, as a user would do it by hand. */
export function withChange(topology: Topology, { component, key, value }: SettingChange): Topology {
  if (component === 'pod') {
    const ids = topology.pods.map(({ id }) => id);
    return applyEdit(topology, { type: 'change-pods', ids, change: { skipsVerification: value === 'true' } });
  }
  const refs = instancesOf(topology, component).map(({ ref }) => ref);
  return applyEdit(topology, { type: 'set-setting', refs, key, value });
}
