import type { ComponentConfig, DefaultBasis, EffectiveSetting, ExplicitSetting } from '../domain/settings.ts';
import { extensionKinds, minorVersion } from '../domain/topology.ts';
import type { SourceTag } from './sources.ts';

/** Components whose settings the catalog knows; the words of the JSON contract. */
export const settingComponents = [
  'kube-apiserver',
  'kubelet',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'kube-proxy',
  'konnectivity-server',
  'konnectivity-agent',
  'kubectl',
  'load-balancer',
  ...extensionKinds,
] as const;
export type SettingComponent = (typeof settingComponents)[number];

/**
 * Why a setting changes no verdict:
 * - `names-a-file`: without it the server does not start, or makes a certificate itself; another setting decides.
 * - `with-another`: it is part of a means of authentication that another setting switches on.
 * - `reach-only`: a server that listens on less can be reached by fewer, and refuses what it refused before.
 * - `switches-off`: without it the path is not used.
 * - `lifetime-only`: it decides how long a credential lives.
 * - `socket-only`: whatever it is called, on Linux it is a socket of the host.
 * - `not-shown`: what it leads to, no file of Kubernetes shows.
 * - `verified-anyway`: the client verifies by this CA or by what the host trusts.
 * - `route`: it decides by which way a connection goes, and so who is on it, and not how it is protected.
 * - `weakness`: it decides who else holds what a line asks for, and not what the line asks for.
 */
export type IdleReason =
  | 'names-a-file'
  | 'with-another'
  | 'reach-only'
  | 'switches-off'
  | 'lifetime-only'
  | 'socket-only'
  | 'not-shown'
  | 'verified-anyway'
  | 'route'
  | 'weakness';

/** What a default was in earlier versions. */
export type FormerDefault = {
  /** First minor version of 1.x in which it no longer counts. */
  readonly before: number;
  readonly default?: string | null;
  readonly fileDefault?: string;
  /** `unknown` where the patch version decides, or no source tells. */
  readonly kubeadm?: string | null;
};

/** One flag or field: what it may be, what it is when absent, and where that is written. */
export type SettingFact = {
  readonly component: SettingComponent;
  /** Flag name without dashes; for the kubelet the KubeletConfiguration field path. */
  readonly key: string;
  /** The command line flag, where the key is a field. */
  readonly flag?: string;
  readonly type: 'boolean' | 'text' | 'number' | readonly string[];
  /** Default of the command line; null where nothing is set. */
  readonly default: string | null;
  /** Default of a kubelet's configuration file, where it differs. */
  readonly fileDefault?: string;
  /** What kubeadm writes on the command line or into the file. */
  readonly kubeadm?: string;
  /** What the documentation assumes, where that is neither default. */
  readonly documented?: string;
  /** Defaults of earlier versions, the earliest first; each names only what differed. */
  readonly former?: readonly FormerDefault[];
  /** First minor version of 1.x whose default was read; before it an absent flag says nothing. */
  readonly defaultKnownSince?: number;
  /** First minor version of 1.x in which the flag exists. */
  readonly since?: number;
  /** First minor version of 1.x in which the flag no longer exists. */
  readonly removed?: number;
  /** First minor version of 1.x in which the flag exists and does nothing. */
  readonly inert?: number;
  /** Why no value of it changes a verdict by itself, though a reader wants to see it. */
  readonly idle?: IdleReason;
  readonly sources: readonly SourceTag[];
};

const kubeconfigFacts = (component: SettingComponent, credential: string): readonly SettingFact[] => [
  {
    component,
    key: 'kubeconfig.insecure-skip-tls-verify',
    type: 'boolean',
    default: 'false',
    sources: ['CG'],
  },
  {
    component,
    key: 'kubeconfig.scheme',
    type: ['https', 'http'],
    default: 'https',
    sources: ['CG', 'LAB'],
  },
  {
    component,
    key: 'kubeconfig.credential',
    type: ['x509', 'bearer', 'none'],
    default: credential,
    sources: ['CERTS', 'SEED'],
  },
  { component, key: 'kubeconfig.server', type: 'text', default: null, idle: 'route', sources: ['CG'] },
  { component, key: 'kubeconfig.proxy-url', type: 'text', default: null, idle: 'route', sources: ['CG', 'LAB'] },
];

/** The environment that Go's clients take their proxy from; empty unless something shows it. */
const environmentFacts = (component: SettingComponent): readonly SettingFact[] =>
  ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].map((name) => ({
    component,
    key: `environment.${name}`,
    type: 'text',
    default: null,
    idle: 'route',
    sources: ['GOPROXY', 'K8SPROXY', 'K3SPROXY', 'OCPPROXY'],
  }));

const pki = '/etc/kubernetes/pki';

const apiServer: readonly SettingFact[] = [
  {
    component: 'kube-apiserver',
    key: 'endpoint.publicAccess',
    type: 'boolean',
    default: null,
    sources: ['EKSENDPOINT', 'GKENET', 'AKSPRIVATE'],
  },
  {
    component: 'kube-apiserver',
    key: 'endpoint.authorizedRanges',
    type: 'text',
    default: null,
    idle: 'route',
    sources: ['EKSENDPOINT', 'GKENET', 'AKSPRIVATE'],
  },
  { component: 'kube-apiserver', key: 'secure-port', type: 'number', default: '6443', sources: ['SERV'] },
  {
    component: 'kube-apiserver',
    key: 'bind-address',
    type: 'text',
    default: '0.0.0.0',
    idle: 'reach-only',
    sources: ['SERV'],
  },
  {
    component: 'kube-apiserver',
    key: 'kubelet-certificate-authority',
    type: 'text',
    default: null,
    sources: ['KC', 'KADM-M', 'LAB'],
  },
  {
    component: 'kube-apiserver',
    key: 'kubelet-https',
    type: 'boolean',
    default: 'true',
    inert: 19,
    removed: 22,
    sources: ['KCLIENT118', 'PR91630', 'PR101178'],
  },
  {
    component: 'kube-apiserver',
    key: 'kubelet-client-certificate',
    type: 'text',
    default: null,
    kubeadm: `${pki}/apiserver-kubelet-client.crt`,
    sources: ['KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'kubelet-client-key',
    type: 'text',
    default: null,
    kubeadm: `${pki}/apiserver-kubelet-client.key`,
    sources: ['KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'kubelet-preferred-address-types',
    type: 'text',
    default: 'Hostname,InternalDNS,InternalIP,ExternalDNS,ExternalIP',
    kubeadm: 'InternalIP,ExternalIP,Hostname',
    sources: ['AO', 'KADM-M', 'LAB'],
  },
  {
    component: 'kube-apiserver',
    key: 'client-ca-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/ca.crt`,
    sources: ['AUTHN', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'requestheader-client-ca-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/front-proxy-ca.crt`,
    idle: 'weakness',
    sources: ['AGGREUSE', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'requestheader-allowed-names',
    type: 'text',
    default: null,
    kubeadm: 'front-proxy-client',
    idle: 'weakness',
    sources: ['AGGREUSE', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'requestheader-username-headers',
    type: 'text',
    default: null,
    kubeadm: 'X-Remote-User',
    idle: 'weakness',
    sources: ['AGGREUSE', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'enable-admission-plugins',
    type: 'text',
    default: null,
    kubeadm: 'NodeRestriction',
    idle: 'weakness',
    sources: ['ADMCTL', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'policy.externalIPs',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['EXTERNALIPS', 'ADMCTL'],
  },
  {
    component: 'kube-apiserver',
    key: 'image.version',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['CVEFEED'],
  },
  {
    component: 'kube-apiserver',
    key: 'anonymous-auth',
    type: 'boolean',
    default: 'true',
    since: 5,
    // On in 1.5.0, off in 1.5.1, and on in the documentation of 1.10. In between we assume the worse.
    defaultKnownSince: 6,
    sources: ['AUTHN', 'ANON15', 'H110'],
  },
  {
    component: 'kube-apiserver',
    key: 'authentication-config',
    type: 'text',
    default: null,
    since: 29,
    sources: ['AUTHN', 'LAB'],
  },
  {
    component: 'kube-apiserver',
    key: 'authorization-mode',
    type: 'text',
    default: 'AlwaysAllow',
    kubeadm: 'Node,RBAC',
    sources: ['KADM-M', 'LAB'],
  },
  {
    component: 'kube-apiserver',
    key: 'authorization-config',
    type: 'text',
    default: null,
    since: 29,
    sources: ['KAREF'],
  },
  {
    component: 'kube-apiserver',
    key: 'authenticationConfiguration.anonymous.enabled',
    type: 'boolean',
    default: null,
    since: 29,
    sources: ['AUTHN', 'KEP4633'],
  },
  {
    component: 'kube-apiserver',
    key: 'authorizationConfiguration.authorizers',
    type: 'text',
    default: null,
    since: 29,
    sources: ['AUTHZ', 'KEP3221'],
  },
  {
    component: 'kube-apiserver',
    key: 'enable-bootstrap-token-auth',
    type: 'boolean',
    default: 'false',
    kubeadm: 'true',
    idle: 'switches-off',
    sources: ['AUTHN', 'KADM-M'],
  },
  { component: 'kube-apiserver', key: 'oidc-issuer-url', type: 'text', default: null, sources: ['AUTHN', 'KAREF'] },
  { component: 'kube-apiserver', key: 'oidc-ca-file', type: 'text', default: null, sources: ['AUTHN', 'KAREF'] },
  {
    component: 'kube-apiserver',
    key: 'authenticationConfiguration.jwt',
    type: 'text',
    default: null,
    since: 29,
    sources: ['AUTHN', 'KEP4633'],
  },
  {
    component: 'kube-apiserver',
    key: 'tracing-config-file',
    type: 'text',
    default: null,
    since: 22,
    sources: ['TRACES'],
  },
  {
    component: 'kube-apiserver',
    key: 'tracingConfiguration.endpoint',
    type: 'text',
    default: null,
    since: 22,
    sources: ['TRACES'],
  },
  {
    component: 'kube-apiserver',
    key: 'encryption-provider-config',
    type: 'text',
    default: null,
    since: 13,
    idle: 'not-shown',
    sources: ['KMS', 'KAREF'],
  },
  {
    component: 'kube-apiserver',
    key: 'encryptionConfiguration.kms',
    type: 'boolean',
    default: null,
    since: 13,
    sources: ['KMS'],
  },
  {
    component: 'kube-apiserver',
    key: 'service-account-signing-endpoint',
    type: 'text',
    default: null,
    since: 32,
    sources: ['KEP740'],
  },
  {
    component: 'kube-apiserver',
    key: 'service-account-issuer',
    type: 'text',
    default: null,
    kubeadm: 'https://kubernetes.default.svc.cluster.local',
    sources: ['SADISCOVERY', 'KAREF'],
  },
  {
    component: 'kube-apiserver',
    key: 'imagePolicy.kubeConfigFile',
    type: 'text',
    default: null,
    sources: ['IMGPOLICY'],
  },
  {
    component: 'kube-apiserver',
    key: 'token-auth-file',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KAREF'],
  },
  {
    component: 'kube-apiserver',
    key: 'tls-cert-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/apiserver.crt`,
    idle: 'names-a-file',
    sources: ['SS', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'tls-min-version',
    type: ['VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13'],
    default: null,
    sources: ['SS'],
  },
  {
    component: 'kube-apiserver',
    key: 'egress-selector-config-file',
    type: 'text',
    default: null,
    since: 16,
    sources: ['EGR'],
  },
  {
    component: 'kube-apiserver',
    key: 'egressSelections.cluster.proxyProtocol',
    type: ['Direct', 'GRPC', 'HTTPConnect'],
    default: null,
    since: 16,
    sources: ['EGR'],
  },
  {
    component: 'kube-apiserver',
    key: 'egressSelections.cluster.transport',
    type: ['uds', 'tcp'],
    default: null,
    since: 16,
    sources: ['EGR'],
  },
  {
    component: 'kube-apiserver',
    key: 'egressSelections.cluster.transport.tcp.scheme',
    type: ['https', 'http'],
    default: null,
    since: 16,
    sources: ['EGR'],
  },
  {
    component: 'kube-apiserver',
    key: 'ssh-user',
    type: 'text',
    default: null,
    removed: 22,
    sources: ['SSH', 'PR102297'],
  },
  {
    component: 'kube-apiserver',
    key: 'ssh-keyfile',
    type: 'text',
    default: null,
    removed: 22,
    idle: 'with-another',
    sources: ['SSH', 'PR102297'],
  },
  {
    component: 'kube-apiserver',
    key: 'insecure-port',
    type: 'number',
    default: '8080',
    kubeadm: '0',
    inert: 20,
    removed: 24,
    sources: ['SERV', 'PR95856', 'CKE574'],
  },
  {
    component: 'kube-apiserver',
    key: 'insecure-bind-address',
    type: 'text',
    default: '127.0.0.1',
    inert: 20,
    removed: 24,
    sources: ['SERV', 'PR95856', 'CKE574'],
  },
  {
    component: 'kube-apiserver',
    key: 'etcd-servers',
    type: 'text',
    default: null,
    kubeadm: 'https://127.0.0.1:2379',
    former: [{ before: 10, kubeadm: 'http://127.0.0.1:2379' }],
    sources: ['KADM-M', 'KADM594'],
  },
  {
    component: 'kube-apiserver',
    key: 'etcd-cafile',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/ca.crt`,
    former: [{ before: 10, kubeadm: null }],
    sources: ['KADM-M', 'KADM594'],
  },
  {
    component: 'kube-apiserver',
    key: 'etcd-certfile',
    type: 'text',
    default: null,
    kubeadm: `${pki}/apiserver-etcd-client.crt`,
    former: [{ before: 10, kubeadm: null }],
    sources: ['KADM-M', 'KADM594'],
  },
  {
    component: 'kube-apiserver',
    key: 'etcd-keyfile',
    type: 'text',
    default: null,
    kubeadm: `${pki}/apiserver-etcd-client.key`,
    former: [{ before: 10, kubeadm: null }],
    idle: 'with-another',
    sources: ['KADM-M', 'KADM594'],
  },
  {
    component: 'kube-apiserver',
    key: 'proxy-client-cert-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/front-proxy-client.crt`,
    sources: ['AGG', 'KADM-M'],
  },
  {
    component: 'kube-apiserver',
    key: 'proxy-client-key-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/front-proxy-client.key`,
    sources: ['AGG', 'KADM-M'],
  },
  { component: 'kube-apiserver', key: 'peer-ca-file', type: 'text', default: null, since: 28, sources: ['KEP4020'] },
  ...['authentication-token', 'authorization', 'audit'].map(
    (purpose): SettingFact => ({
      component: 'kube-apiserver',
      key: `${purpose}-webhook-config-file`,
      type: 'text',
      default: null,
      sources: ['KAREF', 'KEP1281'],
    }),
  ),
  {
    component: 'kube-apiserver',
    key: 'webhook-kubeconfig.insecure-skip-tls-verify',
    type: 'boolean',
    default: 'false',
    sources: ['CG'],
  },
  {
    component: 'kube-apiserver',
    key: 'webhook-kubeconfig.scheme',
    type: ['https', 'http'],
    default: 'https',
    sources: ['CG'],
  },
  {
    component: 'kube-apiserver',
    key: 'webhook-kubeconfig.credential',
    type: ['none', 'x509', 'bearer'],
    default: null,
    sources: ['CG'],
  },
  {
    component: 'kube-apiserver',
    key: 'egress-selector-mode',
    type: ['disabled', 'agent', 'pod', 'cluster'],
    default: null,
    sources: ['K3SNET', 'K3SPR'],
  },
  {
    component: 'kube-apiserver',
    key: 'service-account-extend-token-expiration',
    type: 'boolean',
    default: 'true',
    idle: 'lifetime-only',
    sources: ['AUTHN', 'KEP1205'],
  },
];

const kubelet: readonly SettingFact[] = [
  { component: 'kubelet', key: 'port', flag: 'port', type: 'number', default: '10250', sources: ['KD', 'KO'] },
  { component: 'kubelet', key: 'address', flag: 'address', type: 'text', default: '0.0.0.0', sources: ['KD', 'KO'] },
  { component: 'kubelet', key: 'kubeletVersion', type: 'text', default: null, sources: ['NODEINFO', 'CVEFEED'] },
  {
    component: 'kubelet',
    key: 'authentication.anonymous.enabled',
    flag: 'anonymous-auth',
    type: 'boolean',
    default: 'true',
    fileDefault: 'false',
    former: [{ before: 11, kubeadm: 'true' }],
    sources: ['KD', 'KO', 'LAB', 'PR64187'],
  },
  {
    component: 'kubelet',
    key: 'authentication.webhook.enabled',
    flag: 'authentication-token-webhook',
    type: 'boolean',
    default: 'false',
    fileDefault: 'true',
    former: [{ before: 11, kubeadm: 'false' }],
    sources: ['KD', 'KO', 'LAB', 'PR64187'],
  },
  {
    component: 'kubelet',
    key: 'authentication.x509.clientCAFile',
    flag: 'client-ca-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/ca.crt`,
    sources: ['KD', 'KO', 'KADM-K', 'LAB'],
  },
  {
    component: 'kubelet',
    key: 'authorization.mode',
    flag: 'authorization-mode',
    type: ['AlwaysAllow', 'Webhook'],
    default: 'AlwaysAllow',
    fileDefault: 'Webhook',
    sources: ['KD', 'KO', 'LAB'],
  },
  {
    component: 'kubelet',
    key: 'readOnlyPort',
    flag: 'read-only-port',
    type: 'number',
    default: '10255',
    fileDefault: '0',
    former: [
      { before: 10, kubeadm: '10255', fileDefault: '10255' },
      { before: 11, kubeadm: '10255' },
    ],
    sources: ['KD', 'KO', 'KTYPES', 'LAB', 'PR59666', 'PR64187'],
  },
  {
    component: 'kubelet',
    key: 'serverTLSBootstrap',
    flag: 'rotate-server-certificates',
    type: 'boolean',
    default: 'false',
    sources: ['KD', 'TLSB', 'LAB'],
  },
  { component: 'kubelet', key: 'tlsCertFile', flag: 'tls-cert-file', type: 'text', default: null, sources: ['KTLS'] },
  {
    component: 'kubelet',
    key: 'tlsPrivateKeyFile',
    flag: 'tls-private-key-file',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KTLS'],
  },
  {
    component: 'kubelet',
    key: 'tlsMinVersion',
    flag: 'tls-min-version',
    type: ['VersionTLS10', 'VersionTLS11', 'VersionTLS12', 'VersionTLS13'],
    default: null,
    sources: ['KD'],
  },
  {
    component: 'kubelet',
    key: 'rotateCertificates',
    flag: 'rotate-certificates',
    type: 'boolean',
    default: 'false',
    kubeadm: 'true',
    idle: 'lifetime-only',
    sources: ['KD', 'KADM-K'],
  },
  {
    component: 'kubelet',
    key: 'healthzPort',
    flag: 'healthz-port',
    type: 'number',
    default: '10248',
    sources: ['KD', 'PORTSGO'],
  },
  {
    component: 'kubelet',
    key: 'healthzBindAddress',
    flag: 'healthz-bind-address',
    type: 'text',
    default: '127.0.0.1',
    sources: ['KD'],
  },
  {
    component: 'kubelet',
    key: 'containerRuntimeEndpoint',
    flag: 'container-runtime-endpoint',
    type: 'text',
    default: 'unix:///run/containerd/containerd.sock',
    idle: 'socket-only',
    sources: ['KD'],
  },
  {
    component: 'kubelet',
    key: 'staticPodURL',
    flag: 'manifest-url',
    type: 'text',
    default: null,
    sources: ['STATICPOD', 'KTYPES'],
  },
  { component: 'kubelet', key: 'tracing.endpoint', type: 'text', default: null, since: 25, sources: ['TRACES'] },
  {
    component: 'kubelet',
    key: 'providerID',
    flag: 'provider-id',
    type: 'text',
    default: null,
    sources: ['KTYPES', 'CCM'],
  },
  {
    component: 'kubelet',
    key: 'image-credential-provider-config',
    flag: 'image-credential-provider-config',
    type: 'text',
    default: null,
    since: 20,
    sources: ['CREDPROV'],
  },
  {
    component: 'kubelet',
    key: 'cri.stream_server_address',
    type: 'text',
    default: 'unknown',
    documented: '127.0.0.1',
    sources: ['CTRDCRI'],
  },
  { component: 'kubelet', key: 'cri.enable_tls_streaming', type: 'boolean', default: 'false', sources: ['CTRDCRI'] },
  ...kubeconfigFacts('kubelet', 'x509'),
  { component: 'kubelet', key: 'api-servers', type: 'text', default: null, removed: 8, sources: ['CL18'] },
  {
    component: 'kubelet',
    key: 'bootstrap-kubeconfig.insecure-skip-tls-verify',
    type: 'boolean',
    default: 'false',
    sources: ['TLSB', 'CG'],
  },
  {
    component: 'kubelet',
    key: 'discovery.bootstrapToken.unsafeSkipCAVerification',
    type: 'boolean',
    default: 'false',
    sources: ['KADM-J', 'KADM-T'],
  },
  {
    component: 'kubelet',
    key: 'discovery.file.kubeConfigPath',
    type: 'text',
    default: null,
    sources: ['KADM-J', 'KADM-T'],
  },
  {
    component: 'kubelet',
    key: 'discovery.bootstrapToken.caCertHashes',
    type: 'text',
    default: null,
    sources: ['KADM-J', 'KADM-T'],
  },
];

const konnectivity: readonly SettingFact[] = [
  { component: 'konnectivity-server', key: 'image.version', type: 'text', default: null, sources: ['KNP853'] },
  { component: 'konnectivity-server', key: 'agent-port', type: 'number', default: '8091', sources: ['KNP'] },
  {
    component: 'konnectivity-server',
    key: 'uds-name',
    type: 'text',
    default: null,
    idle: 'switches-off',
    sources: ['KNP'],
  },
  {
    component: 'konnectivity-server',
    key: 'kubeconfig',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  { component: 'konnectivity-server', key: 'server-ca-cert', type: 'text', default: null, sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'cluster-ca-cert', type: 'text', default: null, sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'agent-namespace', type: 'text', default: null, sources: ['KNP'] },
  {
    component: 'konnectivity-server',
    key: 'agent-service-account',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  {
    component: 'konnectivity-server',
    key: 'authentication-audience',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  { component: 'konnectivity-server', key: 'proxy-strategies', type: 'text', default: 'default', sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'health-port', type: 'number', default: '8092', sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'health-bind-address', type: 'text', default: '0.0.0.0', sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'admin-port', type: 'number', default: '8095', sources: ['KNP'] },
  { component: 'konnectivity-server', key: 'admin-bind-address', type: 'text', default: '127.0.0.1', sources: ['KNP'] },
  { component: 'konnectivity-agent', key: 'health-server-port', type: 'number', default: '8093', sources: ['KNP'] },
  { component: 'konnectivity-agent', key: 'health-bind-address', type: 'text', default: '0.0.0.0', sources: ['KNP'] },
  {
    component: 'konnectivity-agent',
    key: 'ca-cert',
    type: 'text',
    default: null,
    idle: 'verified-anyway',
    sources: ['KNP'],
  },
  {
    component: 'konnectivity-agent',
    key: 'agent-cert',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  {
    component: 'konnectivity-agent',
    key: 'agent-key',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  {
    component: 'konnectivity-agent',
    key: 'service-account-token-path',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['KNP'],
  },
  { component: 'konnectivity-agent', key: 'agent-identifiers', type: 'text', default: null, sources: ['KNP'] },
];

/** Ports without TLS: kubeadm closed them in 1.19, and in some patch versions of 1.16 to 1.18; up to 1.12 it bound them to loopback. */
const statusPort = (
  component: SettingComponent,
  port: string,
  plain: string,
  inert: number,
): readonly SettingFact[] => [
  { component, key: 'master', type: 'text', default: null, sources: ['CGFLAGS'] },
  {
    component,
    key: 'port',
    type: 'number',
    default: plain,
    kubeadm: '0',
    former: [
      { before: 16, kubeadm: plain },
      { before: 19, kubeadm: 'unknown' },
    ],
    inert,
    sources: ['KADM-2207', 'PORTS', 'PR92720', 'PR96216', 'PR96345'],
  },
  {
    component,
    key: 'address',
    type: 'text',
    default: '0.0.0.0',
    former: [
      { before: 13, kubeadm: '127.0.0.1' },
      { before: 14, kubeadm: 'unknown' },
    ],
    inert,
    sources: ['KADM-2207', 'PORTS', 'PR92720'],
  },
  {
    component,
    key: 'bind-address',
    type: 'text',
    default: '0.0.0.0',
    kubeadm: '127.0.0.1',
    sources: ['KADM-M', 'PORTS'],
  },
  { component, key: 'secure-port', type: 'number', default: port, sources: ['PORTS', 'PORTSGO'] },
];

/** What is beside the cluster's own components: clients, extensions, the pod network. */
const beside: readonly SettingFact[] = [
  ...kubeconfigFacts('konnectivity-server', 'x509'),
  ...kubeconfigFacts('kubectl', 'x509'),
  { component: 'load-balancer', key: 'mode', type: ['tcp', 'tls'], default: 'tcp', sources: ['PORTS', 'K0S'] },
  { component: 'load-balancer', key: 'verifies-backend', type: 'boolean', default: 'false', sources: ['SS'] },
  { component: 'admission-webhook', key: 'clientConfig.url', type: 'text', default: null, sources: ['WH', 'KEP1281'] },
  { component: 'admission-webhook', key: 'clientConfig.caBundle', type: 'text', default: null, sources: ['WH'] },
  {
    component: 'admission-webhook',
    key: 'client-credential',
    type: ['none', 'x509', 'bearer'],
    default: 'none',
    sources: ['WHA'],
  },
  {
    component: 'aggregated-api',
    key: 'spec.insecureSkipTLSVerify',
    type: 'boolean',
    default: 'false',
    sources: ['AGG'],
  },
  { component: 'aggregated-api', key: 'spec.caBundle', type: 'text', default: null, sources: ['AGG'] },
  { component: 'metrics-server', key: 'kubelet-insecure-tls', type: 'boolean', default: 'false', sources: ['MS'] },
  {
    component: 'metrics-server',
    key: 'kubelet-certificate-authority',
    type: 'text',
    default: null,
    idle: 'verified-anyway',
    sources: ['MS'],
  },
  {
    component: 'metrics-server',
    key: 'kubelet-client-certificate',
    type: 'text',
    default: null,
    idle: 'with-another',
    sources: ['MS'],
  },
  {
    component: 'metrics-server',
    key: 'deprecated-kubelet-completely-insecure',
    type: 'boolean',
    default: 'false',
    sources: ['MS'],
  },
  {
    component: 'pod-network',
    key: 'encryption',
    type: ['none', 'wireguard', 'mesh'],
    default: 'none',
    sources: ['CIL', 'K3SNET'],
  },
  {
    component: 'pod-network',
    key: 'peering',
    type: ['api', 'bgp', 'tls'],
    default: 'unknown',
    sources: ['CALICOREQ', 'CALICOBGP', 'CILBGP'],
  },
  { component: 'scraper', key: 'scheme', type: ['https', 'http'], default: 'https', sources: ['PROMCONF'] },
  {
    component: 'scraper',
    key: 'tls_config.insecure_skip_verify',
    type: 'boolean',
    default: 'false',
    sources: ['PROMCONF', 'PROMOP'],
  },
  { component: 'scraper', key: 'tls_config.ca_file', type: 'text', default: null, sources: ['PROMCONF', 'PROMOP'] },
  {
    component: 'scraper',
    key: 'credential',
    type: ['bearer', 'x509', 'none'],
    default: 'bearer',
    sources: ['PROMCONF', 'PROMOP'],
  },
  {
    component: 'ingress-controller',
    key: 'backend-protocol',
    type: ['HTTP', 'HTTPS', 'GRPC', 'GRPCS', 'FCGI', 'AUTO_HTTP'],
    default: 'HTTP',
    sources: ['INGRESS', 'NGINXANN'],
  },
  {
    component: 'ingress-controller',
    key: 'proxy-ssl-verify',
    type: ['on', 'off'],
    default: 'off',
    sources: ['NGINXANN'],
  },
  { component: 'ingress-controller', key: 'proxy-ssl-secret', type: 'text', default: null, sources: ['NGINXANN'] },
  { component: 'image-registry', key: 'scheme', type: ['https', 'http'], default: 'https', sources: ['CTRD'] },
  { component: 'image-registry', key: 'skip_verify', type: 'boolean', default: 'false', sources: ['CTRD'] },
  { component: 'image-registry', key: 'credential', type: ['none', 'basic'], default: 'basic', sources: ['CTRD'] },
];

/** Every setting that decides something on a path, in the order in which a form shows them. */
export const settingFacts: readonly SettingFact[] = [
  ...apiServer,
  ...environmentFacts('kube-apiserver'),
  ...kubelet,
  ...environmentFacts('kubelet'),
  ...kubeconfigFacts('kube-proxy', 'bearer'),
  ...environmentFacts('kube-proxy'),
  { component: 'kube-proxy', key: 'master', type: 'text', default: null, sources: ['CGFLAGS'] },
  {
    component: 'kube-proxy',
    key: 'healthzBindAddress',
    flag: 'healthz-bind-address',
    type: 'text',
    default: '0.0.0.0:10256',
    sources: ['KP'],
  },
  {
    component: 'kube-proxy',
    key: 'metricsBindAddress',
    flag: 'metrics-bind-address',
    type: 'text',
    default: '127.0.0.1:10249',
    sources: ['KP'],
  },
  ...kubeconfigFacts('kube-scheduler', 'x509'),
  ...environmentFacts('kube-scheduler'),
  ...statusPort('kube-scheduler', '10259', '10251', 23),
  {
    component: 'kube-scheduler',
    key: 'extenders.scheme',
    type: ['https', 'http'],
    default: null,
    sources: ['SCHEDEXT'],
  },
  {
    component: 'kube-scheduler',
    key: 'extenders.enableHTTPS',
    type: 'boolean',
    default: 'false',
    sources: ['SCHEDEXT', 'SCHEDEXTGO'],
  },
  {
    component: 'kube-scheduler',
    key: 'extenders.tlsConfig.insecure',
    type: 'boolean',
    default: 'false',
    sources: ['SCHEDEXT', 'SCHEDEXTGO'],
  },
  {
    component: 'kube-scheduler',
    key: 'extenders.tlsConfig.caFile',
    type: 'text',
    default: null,
    sources: ['SCHEDEXT', 'SCHEDEXTGO'],
  },
  ...kubeconfigFacts('kube-controller-manager', 'x509'),
  ...environmentFacts('kube-controller-manager'),
  ...statusPort('kube-controller-manager', '10257', '10252', 22),
  {
    component: 'kube-controller-manager',
    key: 'cluster-signing-cert-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/ca.crt`,
    idle: 'weakness',
    sources: ['KADM-M', 'CSRSIGN'],
  },
  {
    component: 'kube-controller-manager',
    key: 'image.version',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['CVEFEED'],
  },
  ...kubeconfigFacts('cloud-controller-manager', 'x509'),
  ...environmentFacts('cloud-controller-manager'),
  {
    component: 'cloud-controller-manager',
    key: 'bind-address',
    type: 'text',
    default: '0.0.0.0',
    sources: ['CCM', 'PORTSGO'],
  },
  { component: 'cloud-controller-manager', key: 'secure-port', type: 'number', default: '10258', sources: ['PORTSGO'] },
  {
    component: 'cloud-controller-manager',
    key: 'cloud-config',
    type: 'text',
    default: null,
    idle: 'not-shown',
    sources: ['CCM'],
  },
  { component: 'cloud-controller-manager', key: 'master', type: 'text', default: null, sources: ['CGFLAGS'] },
  { component: 'etcd', key: 'image.version', type: 'text', default: null, sources: ['ETCDTLS'] },
  {
    component: 'etcd',
    key: 'listen-client-urls',
    type: 'text',
    default: 'http://localhost:2379',
    kubeadm: 'https://127.0.0.1:2379,https://<address>:2379',
    documented: 'https://<address>:2379',
    former: [
      { before: 10, kubeadm: 'http://127.0.0.1:2379' },
      { before: 13, kubeadm: 'https://127.0.0.1:2379' },
    ],
    sources: ['ETCD', 'ETCDEMBED', 'KADM-E', 'KADM594', 'OPETCD'],
  },
  {
    component: 'etcd',
    key: 'listen-peer-urls',
    type: 'text',
    default: 'http://localhost:2380',
    kubeadm: 'https://<address>:2380',
    documented: 'https://<address>:2380',
    sources: ['ETCD', 'ETCDEMBED', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'client-cert-auth',
    type: 'boolean',
    default: 'false',
    kubeadm: 'true',
    former: [{ before: 10, kubeadm: null }],
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'cert-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/server.crt`,
    documented: `${pki}/etcd/server.crt`,
    former: [{ before: 10, kubeadm: null }],
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'key-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/server.key`,
    documented: `${pki}/etcd/server.key`,
    former: [{ before: 10, kubeadm: null }],
    idle: 'names-a-file',
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'trusted-ca-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/ca.crt`,
    former: [{ before: 10, kubeadm: null }],
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'client-cert-allowed-hostname',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['ETCD', 'ETCDEMBED'],
  },
  {
    component: 'etcd',
    key: 'peer-client-cert-auth',
    type: 'boolean',
    default: 'false',
    kubeadm: 'true',
    documented: 'true',
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'peer-cert-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/peer.crt`,
    documented: `${pki}/etcd/peer.crt`,
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'peer-key-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/peer.key`,
    documented: `${pki}/etcd/peer.key`,
    idle: 'names-a-file',
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'peer-trusted-ca-file',
    type: 'text',
    default: null,
    kubeadm: `${pki}/etcd/ca.crt`,
    documented: `${pki}/etcd/ca.crt`,
    sources: ['ETCD', 'KADM-E'],
  },
  {
    component: 'etcd',
    key: 'peer-cert-allowed-cn',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['ETCD', 'ETCDEMBED'],
  },
  {
    component: 'etcd',
    key: 'peer-cert-allowed-hostname',
    type: 'text',
    default: null,
    idle: 'weakness',
    sources: ['ETCD', 'ETCDEMBED'],
  },
  {
    component: 'etcd',
    key: 'auto-tls',
    type: 'boolean',
    default: 'false',
    sources: ['ETCD', 'ETCDEMBED'],
  },
  { component: 'etcd', key: 'peer-auto-tls', type: 'boolean', default: 'false', sources: ['ETCD'] },
  {
    component: 'etcd',
    key: 'listen-metrics-urls',
    type: 'text',
    default: null,
    kubeadm: 'http://127.0.0.1:2381',
    sources: ['ETCD', 'KADM-E'],
  },
  ...konnectivity,
  ...beside,
];

const factsByKey = new Map(settingFacts.map((fact) => [`${fact.component} ${fact.key}`, fact]));

/** The fact about one setting; undefined where the catalog does not know the key. */
export function settingFact(component: SettingComponent, key: string): SettingFact | undefined {
  return factsByKey.get(`${component} ${key}`);
}

/** Components that are configured by flags alone; every other one has fields of a file or an object. */
const flagged: readonly SettingComponent[] = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'cloud-controller-manager',
  'konnectivity-server',
  'konnectivity-agent',
  'metrics-server',
];

/** Lists of the kube-apiserver of which every mention counts, so that one more takes nothing back [pflag, StringSlice]. */
export const repeatedFlags: readonly string[] = [
  'authorization-mode',
  'etcd-servers',
  'kubelet-preferred-address-types',
  'service-account-issuer',
];

/** A setting as a reader types it: flags with their dashes, fields as they are. */
export function settingName(component: SettingComponent, key: string): string {
  if (key.startsWith('environment.')) return key.slice('environment.'.length);
  return flagged.includes(component) && !key.includes('.') ? `--${key}` : key;
}

/** All facts about one component. */
export function factsOf(component: SettingComponent): readonly SettingFact[] {
  return settingFacts.filter((fact) => fact.component === component);
}

/** Settings that stand beside a command line, or name the server there in the place of a kubeconfig: its form says nothing of them. */
export function isFromCredentialFile(key: string): boolean {
  return /kubeconfig\.|^(discovery|extenders|environment|endpoint|policy)\.|^(image\.version|kubeletVersion|master|api-servers)$/.test(
    key,
  );
}

/**
 * The value that counts, after what was stated and the default of the component's form and version have been weighed.
 * A credential file that nobody showed us has the default of client-go (verify) and is marked as `default`.
 */
export function effectiveSetting(
  component: SettingComponent,
  config: ComponentConfig,
  key: string,
  kubernetesVersion: string,
): EffectiveSetting {
  const fact = settingFact(component, key);
  const minor = minorVersion(kubernetesVersion);
  if (fact && minor !== null && isGone(fact, minor)) return { value: null, origin: 'default', source: null };
  const explicitSettings = config.explicitSettings[key];
  // An empty value is how a flag is taken back: `--kubelet-certificate-authority=` sets nothing.
  if (explicitSettings) return explicitSetting(explicitSettings, config);
  if (isFromCredentialFile(key))
    return { value: fact?.default ?? null, origin: 'default', source: null, basis: 'credential-file' };
  if (config.form === 'unknown') return { value: null, origin: 'unknown', source: null };
  const elsewhere = fileInstead(component, config, key, minor);
  if (elsewhere) return elsewhere;
  if (minor !== null && minor < (fact?.defaultKnownSince ?? 0)) return { value: null, origin: 'unknown', source: null };
  const value = fact ? defaultOf(fact, config, minor) : null;
  if (value === 'unknown') return { value: null, origin: 'unknown', source: null };
  const basis = fact && basisOf(fact, config, value);
  return { value, origin: 'default', source: null, ...(basis ? { basis } : {}) };
}

function explicitSetting(
  { value, origin, source }: ExplicitSetting,
  { form }: Pick<ComponentConfig, 'form'>,
): EffectiveSetting {
  const counting = { value: value === '' || origin === 'unknown' ? null : value, origin, source };
  return origin === 'default' ? { ...counting, basis: form === 'kubeadm' ? 'kubeadm' : 'distribution' } : counting;
}

/** Whose the default of an absent key is; undefined for that of Kubernetes itself. */
function basisOf(fact: SettingFact, { form }: ComponentConfig, value: string | null): DefaultBasis | undefined {
  if (form === 'documented') return 'documented';
  if (form === 'kubeadm' && fact.kubeadm !== undefined && value === fact.kubeadm) return 'kubeadm';
  const isOfFile = fact.fileDefault !== undefined || !settingName(fact.component, fact.key).startsWith('--');
  return (form === 'config-file' || form === 'kubeadm') && fact.component === 'kubelet' && isOfFile
    ? 'config-file'
    : undefined;
}

/** Files that decide in the place of flags, with the settings that stand in them or that they take the place of [KAREF, AUTHN, AUTHZ]. */
const filesOfApiServer: readonly {
  readonly flag: string;
  readonly fields: RegExp;
  /** A flag that may not be set beside the file, and the field that replaces it, where it does so only if it is there. */
  readonly replaced?: string;
  readonly by?: string;
}[] = [
  { flag: 'egress-selector-config-file', fields: /^egressSelections\./ },
  {
    flag: 'authentication-config',
    fields: /^authenticationConfiguration\./,
    replaced: 'anonymous-auth',
    by: 'authenticationConfiguration.anonymous.enabled',
  },
  { flag: 'tracing-config-file', fields: /^tracingConfiguration\./ },
  { flag: 'encryption-provider-config', fields: /^encryptionConfiguration\./ },
  { flag: 'authorization-config', fields: /^authorizationConfiguration\./, replaced: 'authorization-mode' },
];

/** What stands in a file that is named and not shown is unknown, and a flag that such a file replaces is not set. */
function fileInstead(
  component: SettingComponent,
  config: ComponentConfig,
  key: string,
  minor: number | null,
): EffectiveSetting | null {
  if (component !== 'kube-apiserver') return null;
  const settings = config.explicitSettings;
  for (const { flag, fields, replaced, by } of filesOfApiServer) {
    if (key !== replaced && !fields.test(key)) continue;
    const fact = settingFact(component, flag);
    const exists = minor === null || !fact || !isGone(fact, minor);
    const isNamed = exists && Boolean(settings[flag]?.value);
    // The file is here where anything of it is, and then says nothing of what it leaves out.
    const isShown = Object.keys(settings).some((one) => fields.test(one));
    if (key === replaced) {
      const isReplaced = isNamed && (by === undefined || Boolean(settings[by]?.value));
      return isReplaced ? { value: null, origin: 'default', source: null } : null;
    }
    return { value: null, origin: isNamed && !isShown ? 'unknown' : 'default', source: null };
  }
  return null;
}

/** Versions of 1.x up to this one had kubeadm configurations that no later one reads (v1alpha1 to v1alpha3) [KADM-OLD]. */
const lastOldKubeadm = 13;

/**
 * The default of a version; `unknown` where the version is, and it matters. A configuration of kubeadm that names no version
 * is one of today's forms.
 */
function defaultOf(fact: SettingFact, config: ComponentConfig, minor: number | null): string | null {
  if (config.form === 'kubeadm' && fact.key === 'insecure-port' && minor === null) return null;
  const now = defaultIn(fact, config, fact);
  const former = fact.former ?? [];
  if (minor !== null) {
    const then = former.find(({ before }) => minor < before);
    return then ? defaultIn(fact, config, then) : now;
  }
  const possible = former.filter(({ before }) => before > lastOldKubeadm).map((then) => defaultIn(fact, config, then));
  return possible.every((value) => value === now) ? now : 'unknown';
}

/** What an absent key means in a form, where a version had these defaults. */
function defaultIn(
  fact: SettingFact,
  { form }: ComponentConfig,
  version: Pick<SettingFact, 'fileDefault'> & Partial<Pick<SettingFact, 'default'>> & { kubeadm?: string | null },
): string | null {
  const of = { default: fact.default, fileDefault: fact.fileDefault, kubeadm: fact.kubeadm, ...version };
  if (form === 'documented' && fact.documented !== undefined) return fact.documented;
  if (form === 'kubeadm' && of.kubeadm !== undefined) return of.kubeadm;
  if (form !== 'flags' && of.fileDefault !== undefined) return of.fileDefault;
  return of.default;
}

/** Why a flag counts for nothing in a version, and since or until when. */
export type Absence = { readonly why: 'not-yet' | 'inert' | 'removed'; readonly minor: number };

/** Whether a flag does not exist, or does nothing, in this minor version; null where it counts. */
export function absenceOf({ since, inert, removed }: SettingFact, minor: number): Absence | null {
  if (since !== undefined && minor < since) return { why: 'not-yet', minor: since };
  if (removed !== undefined && minor >= removed) return { why: 'removed', minor: removed };
  return inert !== undefined && minor >= inert ? { why: 'inert', minor: inert } : null;
}

/** Whether a flag counts for nothing in this minor version. */
export function isGone(fact: SettingFact, minor: number): boolean {
  return absenceOf(fact, minor) !== null;
}
