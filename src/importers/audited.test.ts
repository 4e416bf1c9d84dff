import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { importOne } from '../testing/importOne.ts';

/*
 * From files to verdicts, for inputs that once were judged too safe or too harsh: each kind once, with the version or the
 * neighbor that turns it.
 */

type Files = readonly (readonly [string, string])[];

const container = (name: string, image: string, flags: readonly string[], node = 'cp1') => `apiVersion: v1
kind: Pod
metadata: {name: ${name}-${node}, namespace: kube-system}
spec:
  nodeName: ${node}
  containers:
  - name: ${name}
    image: ${image}
    command: [${[name, ...flags].map((word) => `"${word}"`).join(', ')}]
`;
const kube = (name: string, version: string, flags: readonly string[], node?: string) =>
  container(name, `registry.k8s.io/${name}:v${version}`, flags, node);
const apiServer = (version: string, ...flags: readonly string[]) =>
  kube('kube-apiserver', version, ['--client-ca-file=/ca.crt', '--authorization-mode=Node,RBAC', ...flags]);
const etcd = (...flags: readonly string[]) => container('etcd', 'registry.k8s.io/etcd:3.5.12-0', flags);
const tls = ['--cert-file=/s.crt', '--key-file=/s.key'];
const client = ['--etcd-cafile=/ca.crt', '--etcd-certfile=/c.crt', '--etcd-keyfile=/c.key'];
const kubeconfig = (user: string, server: string, credential: string, name = 'x') => `apiVersion: v1
kind: Config
current-context: ${name}
contexts: [{name: ${name}, context: {cluster: c, user: ${user}}}]
clusters: [{name: c, cluster: {server: ${server}, certificate-authority: /ca.crt}}]
users: [{name: ${user}, user: {${credential}}}]
`;
const node = (version: string, providerID = '') => `apiVersion: v1
kind: Node
metadata: {name: w1}
spec: {${providerID && `providerID: "${providerID}"`}}
status: {nodeInfo: {kubeletVersion: v${version}}}
`;
const pod = `apiVersion: v1
kind: Pod
metadata: {name: shop-1, namespace: default, labels: {app: shop}}
spec: {nodeName: w1, containers: [{name: shop}]}
status: {phase: Running}
`;
const service = `apiVersion: v1
kind: Service
metadata: {name: shop, namespace: default}
spec: {type: ClusterIP, selector: {app: shop}, ports: [{port: 80}]}
`;
const ingress = (annotation: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, annotations: {${annotation}}}
spec: {ingressClassName: nginx}
`;
const certificate = 'client-certificate: /c.crt, client-key: /c.key';

/** Status, client authentication, and what anybody can do, of each connection of a path. */
function verdicts(files: Files, path: string, server = ''): readonly string[] {
  const { topology } = importOne(files);
  if (!topology) throw new Error('nothing was read');
  const found = analyze(topology).connections.filter(
    (one) => one.path === path && one.server.component.includes(server),
  );
  return [
    ...new Set(found.map((one) => [one.status, one.clientAuthentication, ...one.exposure.offPath].join(' '))),
  ].sort();
}

const a = (content: string, name = 'a.yaml') => [name, content] as const;

type Row = readonly [name: string, files: Files, path: string, expected: readonly string[], server?: string];

const rows: readonly Row[] = [
  [
    'kubelets are called over http up to 1.18',
    [a(apiServer('1.18.3', '--kubelet-https=false')), a(node('1.18.3'), 'n.yaml')],
    'P08',
    ['plaintext none impersonate-client'],
  ],
  [
    'and over https from 1.19 on',
    [a(apiServer('1.19.3', '--kubelet-https=false')), a(node('1.19.3'), 'n.yaml')],
    'P08',
    ['unverified none unknown'],
  ],
  [
    'a certificate without its key is not sent',
    [a(apiServer('1.30.1', '--kubelet-client-certificate=/k.crt')), a(node('1.30.1'), 'n.yaml')],
    'P11',
    ['unverified none unknown'],
  ],
  [
    'http in the kubeconfig of a scheduler',
    [
      a(apiServer('1.30.1')),
      a(kube('kube-scheduler', '1.30.1', [])),
      a(kubeconfig('system:kube-scheduler', 'http://10.0.0.1:8080', certificate), 'scheduler.conf'),
    ],
    'P05',
    ['plaintext none'],
  ],
  [
    'http in --master',
    [a(apiServer('1.18.1')), a(kube('kube-controller-manager', '1.18.1', ['--master=http://10.0.0.1:8080']), 'b.yaml')],
    'P06',
    ['plaintext none'],
  ],
  [
    'http in --master on the own host',
    [
      a(apiServer('1.18.1')),
      a(kube('kube-controller-manager', '1.18.1', ['--master=http://127.0.0.1:8080']), 'b.yaml'),
    ],
    'P06',
    ['local none'],
  ],
  [
    'certificate and token: the token can be used again',
    [a(apiServer('1.30.1')), a(kubeconfig('admin', 'https://10.0.0.1:6443', `${certificate}, token: t`), 'admin.conf')],
    'A03',
    ['protected bearer'],
  ],
  [
    'a certificate without its key in a kubeconfig',
    [
      a(apiServer('1.30.1')),
      a(kubeconfig('admin', 'https://10.0.0.1:6443', 'client-certificate: /c.crt'), 'admin.conf'),
    ],
    'A03',
    ['open none'],
  ],
  [
    'a second address of etcd without TLS',
    [
      a(
        etcd(
          '--listen-client-urls=https://127.0.0.1:2379,http://10.0.0.5:2379',
          ...tls,
          '--client-cert-auth=true',
          '--trusted-ca-file=/ca.crt',
        ),
      ),
    ],
    'A22',
    ['local none impersonate-client', 'local x509', 'plaintext none impersonate-client'],
  ],
  [
    'a trusted CA alone demands certificates',
    [
      a(apiServer('1.30.1', '--etcd-servers=https://10.0.0.5:2379', ...client)),
      a(etcd('--listen-client-urls=https://10.0.0.5:2379', ...tls, '--trusted-ca-file=/ca.crt'), 'b.yaml'),
    ],
    'A01',
    ['protected x509'],
  ],
  [
    'but not of etcd 3.3',
    [
      a(apiServer('1.16.1', '--etcd-servers=https://10.0.0.5:2379', ...client)),
      a(
        etcd('--listen-client-urls=https://10.0.0.5:2379', ...tls, '--trusted-ca-file=/ca.crt').replace(
          '3.5.12-0',
          '3.3.15-0',
        ),
        'b.yaml',
      ),
    ],
    'A01',
    ['open none impersonate-client'],
  ],
  [
    'an address without a scheme and without files',
    [
      a(apiServer('1.30.1', '--etcd-servers=10.0.0.5:2379')),
      a(etcd('--listen-client-urls=http://10.0.0.5:2379'), 'b.yaml'),
    ],
    'A01',
    ['plaintext none impersonate-client'],
  ],
  [
    'etcd tells its metrics over TLS to those with a certificate',
    [a(etcd('--listen-metrics-urls=https://10.0.0.5:2381', ...tls, '--trusted-ca-file=/ca.crt'))],
    'A13',
    ['unknown x509'],
    'etcd',
  ],
  [
    'the plain port of a scheduler 1.22',
    [a(kube('kube-scheduler', '1.22.4', ['--bind-address=127.0.0.1']))],
    'A13',
    ['local bearer', 'plaintext none impersonate-client'],
    'kube-scheduler',
  ],
  [
    'is gone in 1.23',
    [a(kube('kube-scheduler', '1.23.4', ['--bind-address=127.0.0.1']))],
    'A13',
    ['local bearer'],
    'kube-scheduler',
  ],
  [
    'static Pods by URL',
    [a(`apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nstaticPodURL: http://10.0.0.9/pods\n`)],
    'A24',
    ['plaintext none impersonate-client'],
  ],
  [
    'an OIDC issuer',
    [a(apiServer('1.30.1', '--oidc-issuer-url=https://id.example.org'))],
    'A23',
    ['open none impersonate-client'],
  ],
  [
    'a scheduler extender over https without a CA',
    [
      a(kube('kube-scheduler', '1.30.1', ['--config=/s.yaml'])),
      a(
        'apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\nextenders: [{urlPrefix: "https://x:1", enableHTTPS: true}]\n',
        's.yaml',
      ),
    ],
    'A29',
    ['unverified unknown unknown'],
  ],
  [
    'traces',
    [
      a(apiServer('1.30.1', '--tracing-config-file=/t.yaml')),
      a('apiVersion: apiserver.config.k8s.io/v1\nkind: TracingConfiguration\nendpoint: otel.example:4317\n', 't.yaml'),
    ],
    'A27',
    ['plaintext none impersonate-client'],
  ],
  [
    'a ServiceMonitor that does not verify kubelets',
    [
      a(node('1.30.1')),
      a(
        'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: kubelet}\nspec:\n  selector: {matchLabels: {k8s-app: kubelet}}\n  endpoints: [{scheme: https, bearerTokenFile: /t, tlsConfig: {insecureSkipVerify: true}}]\n',
      ),
    ],
    'A31',
    ['unverified bearer unknown'],
  ],
  [
    'a ServiceMonitor of something else',
    [
      a(node('1.30.1')),
      a(
        'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: shop}\nspec:\n  selector: {matchLabels: {app: shop}}\n  endpoints: [{port: web}]\n',
      ),
    ],
    'A31',
    [],
  ],
  [
    'a job of Prometheus without a scheme sends its token in plaintext',
    [
      a(node('1.30.1')),
      a('scrape_configs: [{job_name: n, bearer_token_file: /t, kubernetes_sd_configs: [{role: node}]}]\n'),
    ],
    'A31',
    ['plaintext bearer unknown'],
  ],
  [
    'a job of Prometheus that goes through the kube-apiserver',
    [
      a(node('1.30.1')),
      a(
        'scrape_configs: [{job_name: n, kubernetes_sd_configs: [{role: node}], relabel_configs: [{target_label: __address__, replacement: kubernetes.default.svc:443}]}]\n',
      ),
    ],
    'A31',
    [],
  ],
  [
    'a pod on an instance of a cloud',
    [a(node('1.30.1', 'aws:///eu-central-1a/i-0')), a(pod)],
    'A32',
    ['plaintext none impersonate-client'],
  ],
  ['a pod on a node of kind', [a(node('1.30.1', 'kind://docker/kind/w1')), a(pod)], 'A32', ['unknown unknown unknown']],
  ['a pod on a host of which nothing tells', [a(node('1.30.1')), a(pod)], 'A32', ['unknown unknown unknown']],
  [
    'ServiceAccount tokens that are accepted elsewhere',
    [a(apiServer('1.30.1', '--service-account-issuer=https://id.example.org'))],
    'A34',
    ['unknown unknown'],
  ],
  [
    'ServiceAccount tokens of the cluster alone',
    [a(apiServer('1.30.1', '--service-account-issuer=https://kubernetes.default.svc'))],
    'A34',
    [],
  ],
  [
    'a webhook for images, whose file is not shown',
    [
      a(apiServer('1.30.1')),
      a(
        'apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins: [{name: ImagePolicyWebhook, path: /x.yaml}]\n',
      ),
    ],
    'A07',
    ['unknown unknown unknown'],
  ],
  [
    'two webhooks by file, of which one is not shown',
    [
      a(apiServer('1.30.1', '--audit-webhook-config-file=/etc/audit.conf')),
      a(
        'apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins: [{name: ImagePolicyWebhook, configuration: {imagePolicy: {kubeConfigFile: /etc/img.conf}}}]\n',
      ),
      a(kubeconfig('u', 'https://x', certificate), 'audit.conf'),
    ],
    'A07',
    ['unknown unknown unknown'],
  ],
  [
    'a webhook for images that is not verified',
    [
      a(apiServer('1.30.1')),
      a(
        'apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins: [{name: ImagePolicyWebhook, configuration: {imagePolicy: {kubeConfigFile: /etc/img.conf}}}]\n',
      ),
      a(
        kubeconfig('u', 'https://x', certificate).replace(
          'certificate-authority: /ca.crt',
          'insecure-skip-tls-verify: true',
        ),
        'img.conf',
      ),
    ],
    'A07',
    ['unverified x509'],
  ],
  [
    'two jobs of Prometheus with one name, of which the first does not verify',
    [
      a(node('1.30.1')),
      a(
        'scrape_configs: [{job_name: n, scheme: https, bearer_token_file: /t, tls_config: {insecure_skip_verify: yes}, kubernetes_sd_configs: [{role: node}]}]\n',
      ),
      a(
        'scrape_configs: [{job_name: n, scheme: https, bearer_token_file: /t, tls_config: {ca_file: /ca}, kubernetes_sd_configs: [{role: node}]}]\n',
      ),
    ],
    'A31',
    ['unknown bearer unknown', 'unverified bearer unknown'],
  ],
  [
    'an Ingress of a controller whose words are not known',
    [
      a(pod),
      a(service),
      a(ingress('nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"').replace('nginx}', 'traefik}')),
    ],
    'A37',
    ['unknown none impersonate-client'],
  ],
  [
    'a Service of a namespace of which no pod is shown',
    [a(pod), a(service.replace('namespace: default', 'namespace: b'))],
    'P16',
    ['plaintext none impersonate-client'],
  ],
  [
    'the issuer of ServiceAccount tokens that was before the present one',
    [
      a(
        apiServer(
          '1.30.1',
          '--service-account-issuer=https://kubernetes.default.svc',
          '--service-account-issuer=https://id.example.org',
        ),
      ),
    ],
    'A34',
    ['unknown unknown'],
  ],
  ['an Ingress', [a(pod), a(service), a(ingress(''))], 'A37', ['plaintext none impersonate-client']],
  [
    'an Ingress over TLS to what nobody verifies',
    [a(pod), a(service), a(ingress('nginx.ingress.kubernetes.io/backend-protocol: "HTTPS"'))],
    'A37',
    ['unverified none impersonate-client'],
  ],
  [
    'a Service with a pod behind it',
    [a(apiServer('1.30.1')), a(pod), a(service)],
    'P16',
    ['plaintext none impersonate-client'],
  ],
  [
    'a Service without a pod behind it',
    [a(apiServer('1.30.1')), a(pod), a(service.replace('app: shop', 'app: none'))],
    'P16',
    [],
  ],
  ['a Service of which no pod is shown', [a(service)], 'P16', ['plaintext none impersonate-client']],
  [
    'a kubelet on the loopback address',
    [a('/usr/bin/kubelet --address=127.0.0.1 --read-only-port=10255\n', 'k.sh')],
    'A12',
    ['local none impersonate-client'],
  ],
];

test.each(rows.map((row) => ({ name: row[0], row })))('$name', ({ row: [, files, path, expected, server] }) => {
  const named = files.map(([name, content], index) => [name === 'a.yaml' ? `${index}.yaml` : name, content] as const);
  expect(verdicts(named, path, server)).toEqual(expected);
});
