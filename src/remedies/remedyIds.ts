/** Every remedy, in the order in which they are carried out where nothing else decides. */
export const remedyIds = [
  'kubelet-serving-certificates',
  'kubelet-certificate-files',
  'kubelet-authorization',
  'read-only-port',
  'kubelet-client-certificate',
  'kubelet-ca',
  'kubeconfig-kubelet',
  'kubeconfig-kube-proxy',
  'kubeconfig-kube-scheduler',
  'kubeconfig-kube-controller-manager',
  'kubeconfig-cloud-controller-manager',
  'kubeconfig-konnectivity-server',
  'kubeconfig-kubectl',
  'bootstrap-ca-pin',
  'bootstrap-kubeconfig',
  'pod-client',
  'apiserver-client-ca',
  'apiserver-authorization',
  'insecure-port',
  'insecure-port-loopback',
  'etcd-tls',
  'etcd-client-certificates',
  'etcd-peer-certificates',
  'load-balancer-tcp',
  'load-balancer-verifies',
  'aggregated-api',
  'front-proxy-certificate',
  'admission-webhook-credential',
  'webhook-kubeconfig',
  'metrics-server',
  'scraper',
  'static-pod-url',
  'scheduler-extender',
  'konnectivity-agents-token',
  'konnectivity-agents-certificate',
  'kube-proxy-listeners',
  'kubelet-healthz',
  'kube-scheduler-listener',
  'kube-controller-manager-listener',
  'etcd-metrics',
  'pod-network-mesh',
  'registry',
  'tls-version-apiserver',
  'tls-version-kubelet',
] as const;
export type RemedyId = (typeof remedyIds)[number];

/** What stops working while, or if, a remedy is carried out without its conditions. */
export type BreakId =
  | 'serving-until-approved'
  | 'logs-until-signed'
  | 'unauthenticated-scrapers'
  | 'tools-on-read-only-port'
  | 'clients-without-rights'
  | 'skip-users-without-ca'
  | 'join-needs-hash'
  | 'etcd-restart'
  | 'peers-during-rollout'
  | 'load-balancer-health'
  | 'external-monitoring'
  | 'metrics-until-signed'
  | 'pods-from-the-web'
  | 'extender-without-tls'
  | 'agents-without-credential'
  | 'webhook-refuses-all'
  | 'aggregated-until-ca'
  | 'plain-clients'
  | 'proxies-without-mesh'
  | 'old-clients';

/** What a remedy does not close, although somebody may think so. */
export type ResidualId =
  | 'log-skip'
  | 'proxy-paths'
  | 'node-name-not-bound'
  | 'nodes-proxy-right'
  | 'token-on-node'
  | 'bootstrap-token-lifetime'
  | 'etcd-all-or-nothing'
  | 'tunnel-last-hop'
  | 'same-host'
  | 'tags-not-digests'
  | 'nothing-alone'
  | 'load-balancer-sees-tokens';

/** What a check shows where a remedy holds. */
export type SightId =
  | 'issued'
  | 'log-line'
  | 'refused'
  | 'version'
  | 'own-name'
  | 'tls-only'
  | 'certificate-demanded'
  | 'healthy'
  | 'cluster-ca'
  | 'nothing'
  | 'figures'
  | 'no-unauthenticated'
  | 'no-bad-certificate'
  | 'unreadable'
  | 'nothing-or-false'
  | 'alert-version';
