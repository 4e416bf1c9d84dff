import type { Connection } from '../analysis/connection.ts';

export type RemedyId =
  | 'none'
  | 'kubelet'
  | 'proxy'
  | 'kubeconfig'
  | 'bootstrap'
  | 'pod'
  | 'authorization'
  | 'open-kubelet'
  | 'ssh'
  | 'agents'
  | 'etcd'
  | 'load-balancer'
  | 'webhook'
  | 'aggregated-api'
  | 'metrics-server'
  | 'read-only-port'
  | 'health-port'
  | 'pod-network'
  | 'registry'
  | 'insecure-port'
  | 'unknown';

/** What closes an exposed connection: the words by id, and what to put where. */
export type Remedy = {
  readonly id: RemedyId;
  readonly snippets: readonly { readonly file: string; readonly text: string }[];
};

/** What would close this connection, most important first. `none` where nothing is open. */
export function remediesFor(connection: Connection): readonly Remedy[] {
  const found = candidates(connection).map((id) => ({ id, snippets: snippets[id] ?? [] }));
  return found.length > 0 ? found : [{ id: 'none', snippets: [] }];
}

function candidates(connection: Connection): readonly RemedyId[] {
  const { path, status, authorization } = connection;
  if (status === 'unknown') return ['unknown'];
  const opensKubelet: readonly RemedyId[] = connection.notes.includes('open-kubelet') ? ['open-kubelet'] : [];
  if (status === 'protected' || status === 'local') return [];
  switch (path) {
    case 'P01':
    case 'P03':
    case 'P05':
    case 'P06':
    case 'P07':
      return [
        ...when(status === 'unverified', 'kubeconfig'),
        ...when(authorization !== 'policy' || status === 'open', 'authorization'),
      ];
    case 'P02':
      return [...when(status === 'unverified', 'bootstrap'), ...when(authorization !== 'policy', 'authorization')];
    case 'P04':
      return [...when(status === 'unverified', 'pod'), ...when(authorization !== 'policy', 'authorization')];
    case 'P08':
    case 'P09':
    case 'P10':
    case 'P11':
      return [
        ...when(status === 'unverified', 'kubelet'),
        ...opensKubelet,
        ...when(status === 'open' && opensKubelet.length === 0, 'kubelet'),
      ];
    case 'A01':
    case 'A02':
      return ['etcd'];
    case 'A03':
    case 'A19':
      return [
        ...when(status === 'unverified', 'kubeconfig'),
        ...when(authorization !== 'policy' || status === 'open', 'authorization'),
      ];
    case 'A04':
      return connection.notes.includes('lb-ends-tls') ? ['load-balancer'] : ['kubeconfig'];
    case 'A05':
    case 'A07':
    case 'A08':
      return ['webhook'];
    case 'A06':
      return ['aggregated-api'];
    case 'A09':
      return ['metrics-server'];
    case 'A12':
      return ['read-only-port'];
    case 'A10':
    case 'A11':
    case 'A13':
    case 'A21':
      return ['health-port'];
    case 'A14':
    case 'A15':
    case 'A16':
      return ['pod-network'];
    case 'A17':
      return ['registry'];
    case 'A18':
      return connection.exposure.offPath.length > 0 ? ['open-kubelet'] : ['kubelet'];
    case 'A20':
      return ['insecure-port'];
    case 'P18':
      return ['ssh'];
    case 'P21':
      return ['agents'];
    case 'P19':
    case 'P22':
      return connection.variant === 'a' || connection.count === 0 ? ['kubelet'] : ['proxy'];
    default:
      return ['proxy'];
  }
}

function when(holds: boolean, id: RemedyId): readonly RemedyId[] {
  return holds ? [id] : [];
}

const snippets: Partial<Readonly<Record<RemedyId, Remedy['snippets']>>> = {
  kubelet: [
    {
      file: '/var/lib/kubelet/config.yaml',
      text: 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nserverTLSBootstrap: true\n',
    },
    {
      file: 'kubectl',
      text: 'kubectl get csr --field-selector spec.signerName=kubernetes.io/kubelet-serving\nkubectl certificate approve NAME\n',
    },
    {
      file: 'kubeadm ClusterConfiguration',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n  - name: kubelet-certificate-authority\n    value: /etc/kubernetes/pki/ca.crt\n  - name: kubelet-client-certificate\n    value: /etc/kubernetes/pki/apiserver-kubelet-client.crt\n  - name: kubelet-client-key\n    value: /etc/kubernetes/pki/apiserver-kubelet-client.key\n',
    },
  ],
  'open-kubelet': [
    {
      file: '/var/lib/kubelet/config.yaml',
      text: 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nauthentication:\n  anonymous:\n    enabled: false\n  webhook:\n    enabled: true\n  x509:\n    clientCAFile: /etc/kubernetes/pki/ca.crt\nauthorization:\n  mode: Webhook\n',
    },
  ],
  kubeconfig: [
    {
      file: 'kubeconfig',
      text: 'clusters:\n- name: kubernetes\n  cluster:\n    server: https://CONTROL-PLANE:6443\n    certificate-authority: /etc/kubernetes/pki/ca.crt\n',
    },
  ],
  bootstrap: [
    {
      file: 'kubeadm JoinConfiguration',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\ndiscovery:\n  bootstrapToken:\n    apiServerEndpoint: CONTROL-PLANE:6443\n    token: TOKEN\n    caCertHashes:\n    - sha256:HASH\n',
    },
  ],
  authorization: [
    {
      file: 'kube-apiserver',
      text: '--authorization-mode=Node,RBAC\n--enable-admission-plugins=NodeRestriction\n--client-ca-file=/etc/kubernetes/pki/ca.crt\n',
    },
  ],
  etcd: [
    {
      file: 'kube-apiserver',
      text: '--etcd-servers=https://127.0.0.1:2379\n--etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt\n--etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt\n--etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key\n',
    },
    {
      file: 'etcd',
      text: '--client-cert-auth=true\n--trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt\n--peer-client-cert-auth=true\n--peer-trusted-ca-file=/etc/kubernetes/pki/etcd/ca.crt\n',
    },
  ],
  'aggregated-api': [
    {
      file: 'APIService',
      text: 'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata:\n  name: v1beta1.metrics.k8s.io\nspec:\n  insecureSkipTLSVerify: false\n  caBundle: BASE64_OF_THE_CA\n',
    },
  ],
  'read-only-port': [
    {
      file: '/var/lib/kubelet/config.yaml',
      text: 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nreadOnlyPort: 0\n',
    },
  ],
  'health-port': [
    {
      file: 'KubeProxyConfiguration',
      text: 'apiVersion: kubeproxy.config.k8s.io/v1alpha1\nkind: KubeProxyConfiguration\nhealthzBindAddress: 127.0.0.1:10256\nmetricsBindAddress: 127.0.0.1:10249\n',
    },
  ],
  registry: [
    {
      file: '/etc/containerd/certs.d/REGISTRY/hosts.toml',
      text: 'server = "https://REGISTRY"\n\n[host."https://REGISTRY"]\n  capabilities = ["pull", "resolve"]\n  ca = "/etc/containerd/certs.d/REGISTRY/ca.crt"\n',
    },
  ],
  'insecure-port': [{ file: 'kube-apiserver', text: '--insecure-port=0\n' }],
  agents: [
    {
      file: 'konnectivity-server',
      text: '--agent-namespace=kube-system\n--agent-service-account=konnectivity-agent\n--authentication-audience=system:konnectivity-server\n--kubeconfig=/etc/kubernetes/konnectivity-server.conf\n',
    },
  ],
};
