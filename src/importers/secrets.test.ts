import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { runs } from '../testing/runs.ts';
import { loadAllTexts, writtenForms } from '../testing/writtenForms.ts';
import { linesOf } from './excerpt.ts';
import { importFiles } from './importFiles.ts';
import { withoutUser } from './keptValues.ts';
import { textFile } from './source/inputFile.ts';

/*
 * A secret is put into every place of every format where one can stand, and sought in everything that leaves the program.
 * `@` is such a place; each gets a word of its own.
 */

const sign = 'CANARY';

const flags = [
  '--oidc-client-secret=@',
  '--aws-secret-access-key=@',
  '--PASSWORD=@',
  '--api-key @',
  '--passwd "@"',
  '--etcd-password -@',
  '--certificate-key @',
  '--hcloud-token-value=@',
  '--etcd-servers=https://root:@@10.0.0.5:2379,https://a:@/@@10.0.0.6:2379',
  '--oidc-issuer-url=https://u:@@issuer.example.org/x?key=@',
  '--anything-else=@',
  '--@',
];
const words = flags.flatMap((flag) => flag.replaceAll('"', '').split(' '));
const json = JSON.stringify;
const env = [
  { name: 'PW', value: '@' },
  { name: 'HTTPS_PROXY', value: 'http://me:@@proxy.example.org:3128' },
  { name: 'http_proxy', value: 'http://me:p/@@proxy.example.org:3128' },
];
const args = Object.fromEntries(
  words.filter((word) => word.includes('=')).map((word) => word.replace(/^--/, '').split(/=(.*)/s).slice(0, 2)),
);
const pod = (name: string, command: readonly string[]) =>
  json({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-cp1`,
      namespace: 'kube-system',
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '@' },
    },
    spec: {
      nodeName: 'cp1',
      containers: [
        { name, image: `registry.example.org/${name}:v1.30.1`, command: [name, ...command, '--x=$(PW)'], env },
      ],
      initContainers: [{ env }],
    },
  });
const unit = `[Service]
Environment="PW=@" "KUBELET_EXTRA_ARGS=--bootstrap-token @ --node-ip=10.0.0.4" HTTPS_PROXY=http://me:@@proxy.example.org
ExecStart=/usr/bin/kube-apiserver ${flags.join(' \\\n  ')} --x=\${PW} $KUBELET_EXTRA_ARGS
`;

/** Files by their names. */
const files: Readonly<Record<string, string>> = {
  'apiserver.json': pod('kube-apiserver', words),
  'etcd.json': pod('etcd', ['--initial-cluster-token=@', '--listen-client-urls=https://u:@@10.0.0.1:2379']),
  'scheduler.json': pod('kube-scheduler', ['--master=https://u:@@10.0.0.1:6443', '--token', '@']),
  'map.yaml': `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer: {extraArgs: ${json(args)}}
etcd: {external: {endpoints: ["https://root:@@10.0.0.5:2379"]}}
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
bootstrapTokens: [{token: "@"}]
certificateKey: "@"
nodeRegistration: {name: cp1, kubeletExtraArgs: {bootstrap-token: "@", node-ip: 10.0.0.1}}
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: JoinConfiguration
discovery: {bootstrapToken: {token: "@", apiServerEndpoint: "10.0.0.1:6443"}, tlsBootstrapToken: "@"}
controlPlane: {certificateKey: "@"}
`,
  'list.yaml': `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
${Object.keys(args)
  .map((name) => `  - name: "${name}"\n    value: "@"`)
  .filter((one) => !one.includes('etcd-servers') && !one.includes('issuer'))
  .join('\n')}
  - name: etcd-servers
    value: https://root:@@10.0.0.5:2379
`,
  'kind.yaml': `kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes: [{role: control-plane}]
kubeadmConfigPatches:
- |
  kind: ClusterConfiguration
  apiServer:
    extraArgs:
      oidc-client-secret: "@"
      etcd-servers: "https://root:@@10.0.0.5:2379"
`,
  'minikube.json': json({
    KubernetesConfig: {
      KubernetesVersion: 'v1.30.0',
      ExtraOptions: [
        { Component: 'apiserver', Key: 'oidc-client-secret', Value: '@' },
        { Component: 'apiserver', Key: 'etcd-servers', Value: 'https://root:@@10.0.0.5:2379' },
      ],
    },
    Nodes: [{ Name: 'm1', ControlPlane: true }],
  }),
  'talos.yaml': `version: v1alpha1
machine:
  type: controlplane
  token: "@"
  ca: {crt: "@", key: "@"}
  env: {HTTPS_PROXY: "http://me:@@proxy.example.org"}
  kubelet: {extraArgs: {bootstrap-token: "@"}}
cluster:
  secret: "@"
  token: "@"
  aescbcEncryptionSecret: "@"
  serviceAccount: {key: "@"}
  apiServer: {extraArgs: ${json(args)}}
`,
  'openshift.yaml': `kind: KubeAPIServerConfig
apiVersion: kubecontrolplane.config.openshift.io/v1
apiServerArguments: {oidc-client-secret: ["@"], etcd-servers: ["https://root:@@10.0.0.5:2379"], authorization-mode: [RBAC]}
storageConfig: {urls: ["https://root:@@10.0.0.5:2379"]}
---
kind: Proxy
apiVersion: config.openshift.io/v1
metadata: {name: cluster}
status: {httpsProxy: "http://me:@@proxy.example.org:3128", httpProxy: "http://me:@/@@proxy.example.org:3128"}
---
kind: MachineConfig
apiVersion: machineconfiguration.openshift.io/v1
metadata: {name: w, labels: {machineconfiguration.openshift.io/role: worker}}
spec:
  config:
    passwd: {users: [{name: core, passwordHash: "@"}]}
    systemd: {units: [{name: kubelet.service, contents: ${json(unit.replace('kube-apiserver', 'kubelet'))}}]}
`,
  'cluster-api.yaml': `kind: KubeadmControlPlane
apiVersion: controlplane.cluster.x-k8s.io/v1beta1
metadata: {name: cp}
spec:
  kubeadmConfigSpec:
    users: [{name: u, passwd: "@"}]
    preKubeadmCommands: ["echo root:@ | chpasswd"]
    clusterConfiguration: {apiServer: {extraArgs: ${json(args)}}}
    files:
    - path: /etc/systemd/system/kubelet.service.d/http-proxy.conf
      content: |
        [Service]
        Environment="HTTPS_PROXY=http://me:@@proxy.example.org" "PW=@"
`,
  'kops.yaml': `kind: Cluster
apiVersion: kops.k8s.io/v1alpha2
metadata: {name: k.example.org}
spec:
  kubeAPIServer: {oidcClientSecret: "@", oidcIssuerURL: "https://u:@@issuer.example.org", etcdServers: ["https://u:@@10.0.0.5:2379"]}
`,
  'k3s.yaml':
    'token: "@"\nagent-token: "@"\nkube-apiserver-arg: ["oidc-client-secret=@", "etcd-servers=https://root:@@10.0.0.5:2379"]\ndatastore-endpoint: "postgres://u:@@db/k3s"\n',
  'k3s.service':
    '[Service]\nExecStart=/usr/local/bin/k3s server --token @ --datastore-endpoint=mysql://u:@@tcp(db)/k3s --kube-apiserver-arg=oidc-client-secret=@\n',
  'etc/systemd/system/k3s.service.env': 'K3S_TOKEN=@\nHTTPS_PROXY=http://me:@@proxy.example.org:3128\n',
  'kube-apiserver.service': unit,
  'etc/default/kubelet': 'KUBELET_EXTRA_ARGS="--bootstrap-token=@ --api-key @ --node-ip=10.0.0.1"\nPW=@\n',
  'ps.txt': `root 1 0.0 0.1 ssl 10:00 0:01 /usr/bin/kube-apiserver ${words.join(' ')}\n`,
  'join.sh':
    'kubeadm join 10.0.0.1:6443 --token abcdef.@ --certificate-key @\n/usr/bin/kubelet --bootstrap-token @ $OTHER\necho root:@ | chpasswd\n# the password is @\n',
  'docker.json': json([
    {
      Name: '/k',
      Path: 'kube-apiserver',
      Args: words,
      Config: { Image: 'x/kube-apiserver:v1.30.1', Cmd: words, Env: ['PW=@'] },
    },
  ]),
  'compose.yaml': `services: {api: {image: "x/kube-apiserver", command: ${json(['kube-apiserver', ...words])}, environment: {PW: "@"}}}\n`,
  kubeconfig: `apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "https://u:@@10.0.0.1:6443/?t=@", proxy-url: "http://me:@@proxy.example.org", certificate-authority-data: "@"}}]
users:
- {name: a, user: {token: "@", password: "@", username: "@", client-key-data: "@", client-certificate-data: "@"}}
- {name: b, user: {exec: {command: x, args: ["--secret", "@"], env: [{name: PW, value: "@"}]}, auth-provider: {name: o, config: {client-secret: "@", refresh-token: "@"}}}}
contexts: [{name: x, context: {cluster: c, user: a}}]
current-context: x
`,
  'webhooks.yaml': `kind: ValidatingWebhookConfiguration
apiVersion: admissionregistration.k8s.io/v1
metadata: {name: w}
webhooks: [{name: w.example.org, clientConfig: {url: "https://u:@@hook.example.org/x?token=@", caBundle: "@"}}]
---
kind: APIService
apiVersion: apiregistration.k8s.io/v1
metadata: {name: v1.metrics.example.org}
spec: {service: {name: m, namespace: n}, caBundle: "@"}
`,
  'prometheus.yml': `scrape_configs:
- job_name: n
  scheme: https
  basic_auth: {username: u, password: "@"}
  authorization: {credentials: "@"}
  bearer_token: "@"
  proxy_url: "http://me:@@proxy.example.org"
  kubernetes_sd_configs: [{role: node, api_server: "https://u:@@10.0.0.1"}]
`,
  'files.yaml': `kind: EncryptionConfiguration
apiVersion: apiserver.config.k8s.io/v1
resources: [{resources: [secrets], providers: [{aescbc: {keys: [{name: k, secret: "@"}]}}, {kms: {name: k, endpoint: "unix:///x.sock"}}]}]
---
kind: TracingConfiguration
apiVersion: apiserver.config.k8s.io/v1
endpoint: "https://u:@@otel.example.org:4317"
---
kind: AuthenticationConfiguration
apiVersion: apiserver.config.k8s.io/v1
jwt: [{issuer: {url: "https://u:@@issuer.example.org", certificateAuthority: "@"}}]
---
kind: KubeletConfiguration
apiVersion: kubelet.config.k8s.io/v1beta1
staticPodURL: "https://u:@@pods.example.org/x?key=@"
staticPodURLHeader: {Authorization: ["Bearer @"]}
---
kind: Secret
apiVersion: v1
metadata: {name: s}
data: {a: "@"}
stringData: {dsn: "postgres://u:@@h/db"}
---
kind: ConfigMap
apiVersion: v1
metadata: {name: c}
data: {password: "@", kubelet: "kind: KubeletConfiguration\\nstaticPodURL: https://u:@@pods.example.org\\n"}
`,
};

/** The texts with a word in each place, and how many there are. */
function marked(): { readonly texts: readonly (readonly [string, string])[]; readonly places: number } {
  let places = 0;
  // Of two signs beside each other the first is the place, and the second belongs to the address.
  const texts = Object.entries(files).map(
    ([name, text]) =>
      [name, text.replace(/@(?!(10|proxy|issuer|db|tcp|hook|h\/|otel|pods)\b)/g, () => `${sign}${places++}x`)] as const,
  );
  return { texts, places };
}

const { texts, places } = marked();

beforeAll(loadAllTexts);

/** Where the sign stands, with what is around it. */
function around(text: string): readonly string[] {
  return text.match(new RegExp(`.{0,80}${sign}.{0,20}`, 'g')) ?? [];
}

describe('no secret leaves the importer', () => {
  test.each(texts)('of %s', (name, text) => {
    const { clusters, issues } = importFiles([textFile(name, text)]);
    expect(clusters.length).toBeGreaterThan(0);
    expect(JSON.stringify(issues)).not.toContain(sign);
    for (const { topology } of clusters) expect(around(JSON.stringify(topology))).toEqual([]);
  });

  test('in any form in which a cluster is written', () => {
    const { clusters, issues } = importFiles(texts.map(([name, text]) => textFile(`all/${name}`, text)));
    let written = 0;
    for (const { topology } of clusters)
      for (const [form, text] of Object.entries(writtenForms(topology, issues))) {
        expect(text.length, form).toBeGreaterThan(0);
        expect(around(text), form).toEqual([]);
        written += 1;
      }
    // biome-ignore lint/suspicious/noConsole: the figure is wanted in the log of the checks
    console.info(`${places} secrets in ${texts.length} files, sought in ${written} forms: 0 found`);
  });

  test.each(texts)('in the lines of %s that are shown', (name, text) => {
    const lines = linesOf([textFile(name, text)], name);
    expect(lines?.length).toBeGreaterThan(0);
    expect(lines?.filter((line) => line.includes(sign))).toEqual([]);
  });
});

test('of a Secret nothing is shown, whatever its keys are called, and no remark of anybody', () => {
  const words = (indent: string) =>
    ['jwt', 'config', 'name', 'user', 'address', 'url', 'server', 'path']
      .map((key) => `${indent}${key}: ${sign}-${key}`)
      .join('\n');
  const text = `apiVersion: v1
data:
${words('  ')}
kind: Secret
metadata: {name: s}
---
apiVersion: v1
kind: List
items:
- kind: Secret
  stringData:
${words('    ')}
    all: "{\\"token\\":\\"${sign}\\"}"
  metadata: {name: t}
- {kind: Secret, data: {name: ${sign}}}
- apiVersion: v1
  data:
    server: ${sign}
  kind: Secret
- apiVersion: v1
  kind: ConfigMap
  data:
    kubelet: |
      healthzBindAddress: 10.0.0.9
- kind: Node # the password is ${sign}
  metadata: {name: n1} # ${sign}
---
kind: KubeletConfiguration
address: 10.0.0.1 # ${sign}
staticPodURL: /x?token=${sign}
password: "*${sign}"
`;
  for (const content of [text, text.replaceAll('\n', '\r'), text.replaceAll('\n', '\r\n')]) {
    const shown = linesOf([textFile('a.yaml', content)], 'a.yaml')?.join('\n') ?? '';
    expect(around(shown)).toEqual([]);
    expect(shown).toContain('address: 10.0.0.1');
    expect(shown).toContain('name: n1');
    expect(shown).toContain('healthzBindAddress: 10.0.0.9');
  }
});

test('a name of many parts is judged at once', () => {
  const name = `${'aaaaaaaaaa-'.repeat(7)}1234`;
  const pod = {
    kind: 'Pod',
    metadata: { name: 'a' },
    spec: { containers: [{ command: ['kube-apiserver', `--${name}=1`] }] },
  };
  const text = JSON.stringify({ ...pod, apiVersion: 'v1' });
  expect(JSON.stringify(importFiles([textFile('a.json', text)]).clusters)).not.toContain(name);
  expect(linesOf([textFile('a.sh', `kubelet --${name}_!x=1`)], 'a.sh')?.join()).toContain('kubelet');
});

describe('an address loses its user, and nothing else', () => {
  test.each([
    ['https://a:b@10.0.0.1:2379', 'https://10.0.0.1:2379'],
    ['https://a@host/x', 'https://host/x'],
    ['https://a:b/c@host:1,http://d:e@other', 'https://host:1,http://other'],
    ['https://host/realm@x', 'https://host/realm@x'],
    ['https://[fd00::1]/a@b', 'https://[fd00::1]/a@b'],
    ['https://host/x?key=v', 'https://host/x'],
    ['root:pw@10.0.0.1:2379', '10.0.0.1:2379'],
    ['https://root:$PW@10.0.0.5:2379', 'https://10.0.0.5:2379'],
    ['//me:pw@proxy:3128', '//proxy:3128'],
    ['me@corp:pw@proxy:3128', 'proxy:3128'],
    ['"http://me:pw@proxy"', '"http://proxy"'],
    ['https://10.0.0.1/ https://u:pw@h', 'https://10.0.0.1/ https://h'],
    ['https://h/,u:pw@h', 'https://h/'],
    ['https://u:123/pw@h', 'https://u:123/'],
    ['https://me://pw@h', 'https://h'],
    ['https://$(HOST):2379', 'https://$(HOST):2379'],
    ['front-proxy-client,admin@corp.test', 'front-proxy-client,admin@corp.test'],
    ['system:kube-proxy', 'system:kube-proxy'],
    ['unix:///run/x.sock', 'unix:///run/x.sock'],
  ])('%s', (value, expected) => {
    expect(withoutUser(value)).toBe(expected);
  });

  test('whatever signs it holds', () => {
    // A user with a slash in it is that of no address.
    const word = fc.stringMatching(/^[\w!$%^&*;=+.-]{1,20}$/);
    const any = fc.stringMatching(/^[\w!$%^&*/?#:;=+.@-]{1,20}$/);
    fc.assert(
      fc.property(word, any, (user, password) => {
        const address = `https://${user}:${sign}${password}@host:443/path`;
        expect(withoutUser(address)).not.toContain(sign);
      }),
      { numRuns: runs(300) },
    );
  });
});
