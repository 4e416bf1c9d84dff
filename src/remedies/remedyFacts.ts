import type { SettingComponent } from '../catalog/settings.ts';
import type { SourceTag } from '../catalog/sources.ts';
import type { Change } from './change.ts';
import type { BreakId, RemedyId, ResidualId, SightId } from './remedyIds.ts';

/** A change whose value comes from the cluster at hand. */
export type ChangeFact = Change & {
  /** The value of another setting, where that one is set. */
  readonly like?: readonly [SettingComponent, string];
  /** The addresses that are there, with TLS. */
  readonly asHttps?: true;
};

/** How somebody sees on the real cluster that it holds. */
export type Check =
  /** What it prints, to the letter. */
  | { readonly command: string; readonly expect: string }
  /** What it prints, in words. */
  | { readonly command: string; readonly sees: SightId };

/** What is known of one remedy: what to change, after what, at what price, and how to see that it holds. */
export type RemedyFact = {
  readonly changes: readonly ChangeFact[];
  /** One of these comes first, unless every instance has what it needs already. */
  readonly after?: readonly RemedyId[];
  readonly breaks?: readonly BreakId[];
  readonly leaves?: readonly ResidualId[];
  readonly checks: readonly Check[];
  /** Commands beside the configuration, in order. */
  readonly commands?: readonly string[];
  /** Controls of the CIS benchmark, in its editions for Kubernetes 1.27 and later (`cisEdition.ts`) [KB]. */
  readonly cis?: readonly string[];
  /** Requirements of BSI IT-Grundschutz, module APP.4.4, edition 2023. */
  readonly bsi?: readonly string[];
  /** First minor version of 1.x that has what it needs. */
  readonly since?: number;
  readonly sources: readonly SourceTag[];
};

/** The edition that the numbers of requirements are from. */
export const bsiEdition = 'BSI IT-Grundschutz APP.4.4 (2023)';

const pki = '/etc/kubernetes/pki';
const ca = `${pki}/ca.crt`;
const signedBy = (file: string) => `openssl verify -CAfile ${ca} ${file}`;

const set = (
  component: Change['component'],
  key: string,
  value: string,
  like?: readonly [SettingComponent, string],
): ChangeFact => ({ component, key, value, unless: 'set', ...(like ? { like } : {}) });
const must = (component: Change['component'], key: string, value: string): ChangeFact => ({ component, key, value });

/** The component's kubeconfig checks the server again. */
function kubeconfig(component: SettingComponent, file: string): RemedyFact {
  return {
    changes: [must(component, 'kubeconfig.insecure-skip-tls-verify', 'false')],
    breaks: ['skip-users-without-ca'],
    checks: [
      { command: `grep -c insecure-skip-tls-verify ${file}`, expect: '0' },
      { command: `grep -c certificate-authority ${file}`, expect: '1' },
    ],
    bsi: ['APP.4.4.A3'],
    sources: ['CG', 'LAB'],
  };
}

/** A status port that only its own machine reaches. */
function loopback(component: SettingComponent, changes: readonly ChangeFact[], port: string): RemedyFact {
  return {
    changes,
    breaks: component === 'kube-proxy' ? ['load-balancer-health', 'external-monitoring'] : ['external-monitoring'],
    leaves: ['same-host'],
    checks: [{ command: `ss -ltn 'sport = :${port}'`, expect: `127.0.0.1:${port}` }],
    cis:
      component === 'kube-controller-manager'
        ? ['1.3.7']
        : component === 'kube-scheduler'
          ? ['1.4.2']
          : component === 'kube-proxy'
            ? ['4.3.1']
            : [],
    bsi: ['APP.4.4.A7'],
    sources: ['PORTS'],
  };
}

const servingCheck: Check = {
  command: 'kubectl get csr --field-selector spec.signerName=kubernetes.io/kubelet-serving',
  sees: 'issued',
};
const logsCheck: Check = {
  command: 'kubectl -n kube-system logs -l k8s-app=kube-dns --tail=1',
  sees: 'log-line',
};

/** Everything that closes something, by its id. */
export const remedyFacts: Readonly<Record<RemedyId, RemedyFact>> = {
  'kubelet-serving-certificates': {
    changes: [must('kubelet', 'serverTLSBootstrap', 'true')],
    // Until then the kubelet has no certificate to serve with [TLSB].
    breaks: ['serving-until-approved'],
    leaves: ['nothing-alone'],
    commands: [
      'kubectl get csr --field-selector spec.signerName=kubernetes.io/kubelet-serving',
      'kubectl describe csr NAME',
      'kubectl certificate approve NAME',
    ],
    checks: [servingCheck, { command: signedBy('/var/lib/kubelet/pki/kubelet-server-current.pem'), expect: 'OK' }],
    cis: ['4.2.11'],
    bsi: ['APP.4.4.A3', 'APP.4.4.A17'],
    since: 8,
    sources: ['TLSB', 'LAB'],
  },
  'kubelet-certificate-files': {
    changes: [
      set('kubelet', 'tlsCertFile', '/var/lib/kubelet/pki/kubelet-serving.crt'),
      set('kubelet', 'tlsPrivateKeyFile', '/var/lib/kubelet/pki/kubelet-serving.key'),
    ],
    leaves: ['nothing-alone'],
    checks: [{ command: signedBy('/var/lib/kubelet/pki/kubelet-serving.crt'), expect: 'OK' }],
    cis: ['4.2.9'],
    bsi: ['APP.4.4.A3'],
    sources: ['KTLS'],
  },
  'kubelet-authorization': {
    changes: [
      must('kubelet', 'authentication.anonymous.enabled', 'false'),
      must('kubelet', 'authentication.webhook.enabled', 'true'),
      set('kubelet', 'authentication.x509.clientCAFile', ca, ['kube-apiserver', 'client-ca-file']),
      must('kubelet', 'authorization.mode', 'Webhook'),
    ],
    breaks: ['unauthenticated-scrapers'],
    leaves: ['nodes-proxy-right'],
    checks: [
      {
        command: `curl -sk -o /dev/null -w '%{http_code}\\n' https://NODE:10250/pods`,
        expect: '401',
      },
      logsCheck,
    ],
    cis: ['4.2.1', '4.2.2', '4.2.3'],
    bsi: ['APP.4.4.A3'],
    sources: ['KD', 'KO', 'KAA', 'LAB'],
  },
  'read-only-port': {
    changes: [must('kubelet', 'readOnlyPort', '0')],
    breaks: ['tools-on-read-only-port'],
    checks: [{ command: 'curl -s -m 3 http://NODE:10255/pods; echo $?', sees: 'refused' }],
    cis: ['4.2.4'],
    bsi: ['APP.4.4.A3', 'APP.4.4.A7'],
    sources: ['KSRV', 'KO'],
  },
  'kubelet-client-certificate': {
    changes: [
      set('kube-apiserver', 'kubelet-client-certificate', `${pki}/apiserver-kubelet-client.crt`),
      set('kube-apiserver', 'kubelet-client-key', `${pki}/apiserver-kubelet-client.key`),
      set('kubelet', 'authentication.x509.clientCAFile', ca, ['kube-apiserver', 'client-ca-file']),
    ],
    checks: [logsCheck],
    cis: ['1.2.4', '4.2.3'],
    bsi: ['APP.4.4.A3'],
    sources: ['KC', 'LAB'],
  },
  'kubelet-ca': {
    changes: [set('kube-apiserver', 'kubelet-certificate-authority', ca, ['kube-apiserver', 'client-ca-file'])],
    after: ['kubelet-serving-certificates', 'kubelet-certificate-files'],
    breaks: ['logs-until-signed'],
    leaves: ['log-skip', 'proxy-paths', 'node-name-not-bound'],
    checks: [
      logsCheck,
      {
        command:
          'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep kubelet-certificate-authority',
        expect: `--kubelet-certificate-authority=${ca}`,
      },
    ],
    cis: ['1.2.5'],
    bsi: ['APP.4.4.A3', 'APP.4.4.A7'],
    sources: ['KC', 'KEP4872', 'LAB'],
  },
  'kubeconfig-kubelet': kubeconfig('kubelet', '/etc/kubernetes/kubelet.conf'),
  'kubeconfig-kube-proxy': {
    ...kubeconfig('kube-proxy', ''),
    checks: [
      {
        command: 'kubectl -n kube-system get configmap kube-proxy -o yaml | grep -c insecure-skip-tls-verify',
        expect: '0',
      },
    ],
  },
  'kubeconfig-kube-scheduler': kubeconfig('kube-scheduler', '/etc/kubernetes/scheduler.conf'),
  'kubeconfig-kube-controller-manager': kubeconfig(
    'kube-controller-manager',
    '/etc/kubernetes/controller-manager.conf',
  ),
  'kubeconfig-cloud-controller-manager': kubeconfig(
    'cloud-controller-manager',
    '/etc/kubernetes/cloud-controller-manager.conf',
  ),
  'kubeconfig-konnectivity-server': kubeconfig('konnectivity-server', '/etc/kubernetes/konnectivity-server.conf'),
  'kubeconfig-kubectl': {
    ...kubeconfig('kubectl', '~/.kube/config'),
    changes: [
      must('kubectl', 'kubeconfig.insecure-skip-tls-verify', 'false'),
      must('kubectl', 'kubeconfig.scheme', 'https'),
    ],
  },
  'bootstrap-ca-pin': {
    changes: [
      must('kubelet', 'discovery.bootstrapToken.unsafeSkipCAVerification', 'false'),
      set('kubelet', 'discovery.bootstrapToken.caCertHashes', 'sha256:HASH_OF_THE_CA'),
    ],
    breaks: ['join-needs-hash'],
    leaves: ['bootstrap-token-lifetime'],
    commands: [
      `openssl x509 -pubkey -in ${ca} | openssl pkey -pubin -outform der | openssl dgst -sha256 -hex`,
      'kubeadm token create --ttl 1h --print-join-command',
    ],
    checks: [
      { command: 'kubeadm token create --print-join-command', expect: '--discovery-token-ca-cert-hash sha256:…' },
    ],
    bsi: ['APP.4.4.A3', 'APP.4.4.A17'],
    sources: ['KADM-J', 'KADM-T'],
  },
  'bootstrap-kubeconfig': {
    changes: [must('kubelet', 'bootstrap-kubeconfig.insecure-skip-tls-verify', 'false')],
    breaks: ['skip-users-without-ca'],
    leaves: ['bootstrap-token-lifetime'],
    checks: [{ command: 'grep -c insecure-skip-tls-verify /etc/kubernetes/bootstrap-kubelet.conf', expect: '0' }],
    bsi: ['APP.4.4.A3', 'APP.4.4.A17'],
    sources: ['TLSB', 'CG'],
  },
  'pod-client': {
    changes: [must('pod', 'skips-verification', 'false')],
    leaves: ['token-on-node'],
    checks: [
      {
        command:
          'kubectl exec POD -- sh -c \'cd /var/run/secrets/kubernetes.io/serviceaccount && curl -s --cacert ca.crt -H "Authorization: Bearer $(cat token)" https://kubernetes.default.svc/version\'',
        sees: 'version',
      },
    ],
    cis: ['5.1.6'],
    bsi: ['APP.4.4.A9'],
    sources: ['CG'],
  },
  'apiserver-client-ca': {
    changes: [set('kube-apiserver', 'client-ca-file', ca)],
    checks: [
      {
        command:
          "openssl s_client -connect CONTROL-PLANE:6443 </dev/null 2>&1 | grep -c 'Acceptable client certificate CA names'",
        expect: '1',
      },
    ],
    cis: ['1.2.25'],
    bsi: ['APP.4.4.A3'],
    sources: ['AUTHN'],
  },
  'apiserver-authorization': {
    changes: [must('kube-apiserver', 'authorization-mode', 'Node,RBAC')],
    breaks: ['clients-without-rights'],
    checks: [{ command: 'kubectl auth can-i "*" "*" --as=system:serviceaccount:default:default', expect: 'no' }],
    cis: ['1.2.6', '1.2.7', '1.2.8', '1.2.14'],
    bsi: ['APP.4.4.A3'],
    sources: ['AUTHN', 'KADM-M', 'LAB'],
  },
  'insecure-port': {
    changes: [must('kube-apiserver', 'insecure-port', '0')],
    breaks: ['plain-clients'],
    checks: [{ command: 'curl -s -m 3 http://127.0.0.1:8080/version; echo $?', sees: 'refused' }],
    bsi: ['APP.4.4.A3'],
    sources: ['SERV', 'PR95856', 'CKE574'],
  },
  'insecure-port-loopback': {
    changes: [must('kube-apiserver', 'insecure-bind-address', '127.0.0.1')],
    breaks: ['plain-clients'],
    leaves: ['same-host'],
    checks: [{ command: `ss -ltn 'sport = :8080'`, expect: '127.0.0.1:8080' }],
    bsi: ['APP.4.4.A7'],
    sources: ['SERV'],
  },
  'etcd-tls': {
    changes: [
      set('etcd', 'cert-file', `${pki}/etcd/server.crt`),
      set('etcd', 'key-file', `${pki}/etcd/server.key`),
      // Certificates beside http are ignored: the addresses decide [ETCDEMBED].
      { ...must('etcd', 'listen-client-urls', 'https://0.0.0.0:2379'), asHttps: true },
      { ...must('kube-apiserver', 'etcd-servers', 'https://127.0.0.1:2379'), asHttps: true },
      set('kube-apiserver', 'etcd-cafile', `${pki}/etcd/ca.crt`),
    ],
    breaks: ['etcd-restart'],
    leaves: ['etcd-all-or-nothing'],
    checks: [{ command: 'curl -s -m 3 http://ETCD:2379/version; echo $?', sees: 'tls-only' }],
    cis: ['2.1', '1.2.26'],
    bsi: ['APP.4.4.A3', 'APP.4.4.A7'],
    sources: ['ETCD', 'KADM-E', 'LAB'],
  },
  'etcd-client-certificates': {
    changes: [
      set('kube-apiserver', 'etcd-certfile', `${pki}/apiserver-etcd-client.crt`),
      set('kube-apiserver', 'etcd-keyfile', `${pki}/apiserver-etcd-client.key`),
      must('etcd', 'client-cert-auth', 'true'),
      set('etcd', 'trusted-ca-file', `${pki}/etcd/ca.crt`),
    ],
    breaks: ['etcd-restart'],
    leaves: ['etcd-all-or-nothing'],
    checks: [
      {
        command: `etcdctl --endpoints=https://ETCD:2379 --cacert=${pki}/etcd/ca.crt get / --prefix --keys-only`,
        sees: 'certificate-demanded',
      },
    ],
    cis: ['2.2', '2.3', '2.7', '1.2.23'],
    bsi: ['APP.4.4.A3'],
    sources: ['ETCD', 'KADM-E', 'LAB'],
  },
  'etcd-peer-certificates': {
    changes: [
      must('etcd', 'peer-auto-tls', 'false'),
      set('etcd', 'peer-cert-file', `${pki}/etcd/peer.crt`),
      set('etcd', 'peer-key-file', `${pki}/etcd/peer.key`),
      set('etcd', 'peer-trusted-ca-file', `${pki}/etcd/ca.crt`),
      must('etcd', 'peer-client-cert-auth', 'true'),
      { ...must('etcd', 'listen-peer-urls', 'https://0.0.0.0:2380'), asHttps: true },
    ],
    // Members know each other by addresses that are in their data, and no flag changes those.
    commands: ['etcdctl member list', 'etcdctl member update ID --peer-urls=https://ADDRESS:2380'],
    breaks: ['peers-during-rollout'],
    checks: [
      {
        command: `etcdctl --cacert=${pki}/etcd/ca.crt --cert=${pki}/etcd/server.crt --key=${pki}/etcd/server.key endpoint health --cluster`,
        sees: 'healthy',
      },
    ],
    cis: ['2.4', '2.5', '2.6'],
    bsi: ['APP.4.4.A3', 'APP.4.4.A7'],
    sources: ['ETCD', 'KADM-E'],
  },
  'load-balancer-tcp': {
    changes: [must('load-balancer', 'mode', 'tcp')],
    checks: [
      {
        command: 'openssl s_client -connect LOAD-BALANCER:6443 </dev/null | openssl x509 -noout -issuer',
        sees: 'cluster-ca',
      },
    ],
    bsi: ['APP.4.4.A7'],
    sources: ['PORTS', 'K0S'],
  },
  'load-balancer-verifies': {
    changes: [must('load-balancer', 'verifies-backend', 'true')],
    leaves: ['load-balancer-sees-tokens'],
    checks: [{ command: 'kubectl get --raw /livez', expect: 'ok' }],
    bsi: ['APP.4.4.A7'],
    sources: ['SS'],
  },
  'aggregated-api': {
    changes: [
      must('aggregated-api', 'spec.insecureSkipTLSVerify', 'false'),
      set('aggregated-api', 'spec.caBundle', 'BASE64_OF_THE_CA'),
    ],
    breaks: ['aggregated-until-ca'],
    checks: [
      {
        command: `kubectl get apiservices -o jsonpath='{range .items[?(@.spec.insecureSkipTLSVerify)]}{.metadata.name}{"\\n"}{end}'`,
        sees: 'nothing',
      },
      { command: 'kubectl get apiservices', expect: 'AVAILABLE True' },
    ],
    bsi: ['APP.4.4.A3'],
    sources: ['AGG', 'LAB'],
  },
  'front-proxy-certificate': {
    changes: [
      set('kube-apiserver', 'proxy-client-cert-file', `${pki}/front-proxy-client.crt`),
      set('kube-apiserver', 'proxy-client-key-file', `${pki}/front-proxy-client.key`),
    ],
    checks: [{ command: 'kubectl get apiservices', expect: 'AVAILABLE True' }],
    bsi: ['APP.4.4.A3'],
    sources: ['AGG'],
  },
  'admission-webhook-credential': {
    changes: [must('admission-webhook', 'client-credential', 'x509')],
    breaks: ['webhook-refuses-all'],
    checks: [{ command: 'curl -sk -m 3 https://WEBHOOK.NAMESPACE.svc/', sees: 'certificate-demanded' }],
    bsi: ['APP.4.4.A3'],
    sources: ['WHA'],
  },
  'webhook-kubeconfig': {
    changes: [
      must('kube-apiserver', 'webhook-kubeconfig.insecure-skip-tls-verify', 'false'),
      must('kube-apiserver', 'webhook-kubeconfig.credential', 'x509'),
    ],
    breaks: ['webhook-refuses-all'],
    checks: [{ command: 'grep -c insecure-skip-tls-verify WEBHOOK-KUBECONFIG', expect: '0' }],
    bsi: ['APP.4.4.A3'],
    sources: ['CG', 'KEP1281'],
  },
  'metrics-server': {
    changes: [
      must('metrics-server', 'kubelet-insecure-tls', 'false'),
      must('metrics-server', 'deprecated-kubelet-completely-insecure', 'false'),
    ],
    after: ['kubelet-serving-certificates', 'kubelet-certificate-files'],
    breaks: ['metrics-until-signed'],
    checks: [{ command: 'kubectl top nodes', sees: 'figures' }],
    bsi: ['APP.4.4.A9'],
    sources: ['MS', 'KADM-1602'],
  },
  scraper: {
    changes: [
      must('scraper', 'scheme', 'https'),
      must('scraper', 'tls_config.insecure_skip_verify', 'false'),
      set('scraper', 'tls_config.ca_file', '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt'),
    ],
    after: ['kubelet-serving-certificates', 'kubelet-certificate-files'],
    breaks: ['metrics-until-signed'],
    checks: [{ command: `promtool query instant http://PROMETHEUS:9090 'up{job="kubelet"}'`, sees: 'figures' }],
    bsi: ['APP.4.4.A9'],
    sources: ['PROMCONF', 'PROMOP'],
  },
  'static-pod-url': {
    changes: [must('kubelet', 'staticPodURL', '')],
    breaks: ['pods-from-the-web'],
    checks: [
      {
        command: `kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq '.kubeletconfig.staticPodURL'`,
        expect: 'null',
      },
    ],
    bsi: ['APP.4.4.A3'],
    sources: ['STATICPOD', 'KTYPES'],
  },
  'scheduler-extender': {
    changes: [
      must('kube-scheduler', 'extenders.scheme', 'https'),
      must('kube-scheduler', 'extenders.enableHTTPS', 'true'),
      must('kube-scheduler', 'extenders.tlsConfig.insecure', 'false'),
      set('kube-scheduler', 'extenders.tlsConfig.caFile', `${pki}/extender-ca.crt`),
    ],
    breaks: ['extender-without-tls'],
    checks: [{ command: 'kubectl -n kube-system logs -l component=kube-scheduler --tail=20', sees: 'log-line' }],
    bsi: ['APP.4.4.A3'],
    sources: ['SCHEDEXT', 'SCHEDEXTGO'],
  },
  'konnectivity-agents-token': {
    changes: [
      set('konnectivity-agent', 'service-account-token-path', '/var/run/secrets/tokens/konnectivity-agent-token'),
      set('konnectivity-server', 'agent-namespace', 'kube-system'),
      set('konnectivity-server', 'agent-service-account', 'konnectivity-agent'),
      set('konnectivity-server', 'authentication-audience', 'system:konnectivity-server'),
      // It asks the kube-apiserver about the tokens, and a static Pod has no account of its own.
      set('konnectivity-server', 'kubeconfig', '/etc/kubernetes/konnectivity-server.conf'),
    ],
    breaks: ['agents-without-credential'],
    leaves: ['tunnel-last-hop'],
    checks: [{ command: 'kubectl -n kube-system logs ds/konnectivity-agent --tail=5', sees: 'no-unauthenticated' }],
    bsi: ['APP.4.4.A3', 'APP.4.4.A9'],
    sources: ['KNP', 'KONN'],
  },
  'konnectivity-agents-certificate': {
    changes: [
      set('konnectivity-agent', 'agent-cert', `${pki}/konnectivity-agent.crt`),
      set('konnectivity-agent', 'agent-key', `${pki}/konnectivity-agent.key`),
      set('konnectivity-server', 'cluster-ca-cert', ca),
    ],
    breaks: ['agents-without-credential'],
    leaves: ['tunnel-last-hop'],
    checks: [{ command: 'kubectl -n kube-system logs ds/konnectivity-agent --tail=5', sees: 'no-bad-certificate' }],
    bsi: ['APP.4.4.A3'],
    sources: ['KNP', 'KONN'],
  },
  'kube-proxy-listeners': loopback(
    'kube-proxy',
    [
      must('kube-proxy', 'healthzBindAddress', '127.0.0.1:10256'),
      must('kube-proxy', 'metricsBindAddress', '127.0.0.1:10249'),
    ],
    '10256',
  ),
  'kubelet-healthz': loopback('kubelet', [must('kubelet', 'healthzBindAddress', '127.0.0.1')], '10248'),
  'kube-scheduler-listener': loopback(
    'kube-scheduler',
    [must('kube-scheduler', 'bind-address', '127.0.0.1'), must('kube-scheduler', 'port', '0')],
    '10259',
  ),
  'kube-controller-manager-listener': loopback(
    'kube-controller-manager',
    [must('kube-controller-manager', 'bind-address', '127.0.0.1'), must('kube-controller-manager', 'port', '0')],
    '10257',
  ),
  'etcd-metrics': loopback('etcd', [must('etcd', 'listen-metrics-urls', 'http://127.0.0.1:2381')], '2381'),
  'pod-network-mesh': {
    changes: [must('pod-network', 'encryption', 'mesh')],
    breaks: ['proxies-without-mesh'],
    leaves: ['proxy-paths'],
    checks: [{ command: 'tcpdump -A -i any port APPLICATION-PORT', sees: 'unreadable' }],
    bsi: ['APP.4.4.A18'],
    sources: ['CIL', 'K3SNET'],
  },
  registry: {
    changes: [must('image-registry', 'scheme', 'https'), must('image-registry', 'skip_verify', 'false')],
    leaves: ['tags-not-digests'],
    checks: [{ command: 'grep -r skip_verify /etc/containerd/certs.d/', sees: 'nothing-or-false' }],
    bsi: ['APP.4.4.A3'],
    sources: ['CTRD'],
  },
  'tls-version-apiserver': {
    changes: [must('kube-apiserver', 'tls-min-version', 'VersionTLS12')],
    breaks: ['old-clients'],
    checks: [
      {
        command: 'openssl s_client -tls1_1 -cipher DEFAULT@SECLEVEL=0 -connect CONTROL-PLANE:6443 </dev/null',
        sees: 'alert-version',
      },
    ],
    bsi: ['APP.4.4.A7'],
    sources: ['SS'],
  },
  'tls-version-kubelet': {
    changes: [must('kubelet', 'tlsMinVersion', 'VersionTLS12')],
    breaks: ['old-clients'],
    checks: [
      {
        command: 'openssl s_client -tls1_1 -cipher DEFAULT@SECLEVEL=0 -connect NODE:10250 </dev/null',
        sees: 'alert-version',
      },
    ],
    bsi: ['APP.4.4.A7'],
    sources: ['KD'],
  },
};
