import { beforeAll, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Topology } from '../domain/topology.ts';
import { readProject } from '../project/projectFile.ts';
import { writeProject } from '../project/writeProject.ts';
import { loadAllTexts, writtenForms } from '../testing/writtenForms.ts';
import { importFiles } from './importFiles.ts';
import { createPseudonyms, pseudonymize, readPseudonymKey, restoreNames } from './pseudonyms.ts';
import { textFile } from './source/inputFile.ts';

/* Every name of these clusters begins with `acme`, and every address with 10.77 or fd77, so that one look finds what is left. */

const left = /acme|10\.77|fd77/gi;

const flags = [
  '--etcd-servers=https://acmeetcd:2379,https://acme-etcd-2.acme.corp:2379,https://[fd77::5]:2379',
  '--advertise-address=10.77.0.1',
  '--bind-address=fd77::9',
  '--oidc-issuer-url=https://acmeidp/realms/acme-realm',
  '--service-account-issuer=https://acme.example.org/acme/keys',
  '--requestheader-allowed-names=acme-front-proxy',
  '--client-ca-file=/etc/acme-node-1/pki/ca.crt',
  '--kubelet-certificate-authority=/etc/kubernetes/acme-node-1-ca.crt',
  '--cluster-name=acme-prod',
  '--service-cluster-ip-range=10.77.128.0/20',
];
const node = (name: string, address: string) => `apiVersion: v1
kind: Node
metadata: {name: ${name}, labels: {topology.kubernetes.io/zone: acme-zone, agentpool: acme-pool, acme.io/role: acme-x}}
status:
  nodeInfo: {kubeletVersion: v1.30.1}
  addresses: [{type: InternalIP, address: ${address}}, {type: ExternalIP, address: "fd77::7"}]
`;
const cluster = (name: string) =>
  [
    node(`acme-node-${name}`, '10.77.0.1'),
    `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver-acme-node-${name}, namespace: kube-system, labels: {app: acme-api}}
spec:
  nodeName: acme-node-${name}
  containers:
  - name: kube-apiserver
    image: acme.registry.example.org/kube-apiserver:v1.30.1
    env: [{name: HTTPS_PROXY, value: "http://acmeproxy:3128"}, {name: NO_PROXY, value: ".acme.corp,acmehost,10.77.0.9,.svc"}]
    command: [kube-apiserver, ${flags.map((flag) => `"${flag}"`).join(', ')}]
`,
    `apiVersion: v1
kind: Pod
metadata: {name: acme-shop-${name}, namespace: acme-team, labels: {app: acme-shop}}
spec: {nodeName: acme-node-${name}, containers: [{name: a, image: acme/shop}]}
`,
    `apiVersion: v1
kind: Service
metadata: {name: acme-service-${name}, namespace: acme-team}
spec: {clusterIP: 10.77.128.5, selector: {app: acme-shop}, ports: [{port: 80}], externalIPs: [10.77.0.1]}
`,
    `kind: ValidatingWebhookConfiguration
apiVersion: admissionregistration.k8s.io/v1
metadata: {name: acme-hooks}
webhooks: [{name: acme-hook.acme.io, clientConfig: {url: "https://acmehook/acme-path"}}]
`,
  ].join('---\n');
const kubelet =
  '[Service]\nExecStart=/usr/bin/kubelet --hostname-override=acme-node-1 --node-ip=10.77.0.1 --node-labels=acme.io/a=acme\n';
const kubeconfig = `apiVersion: v1
kind: Config
clusters: [{name: acme-cluster, cluster: {server: "https://acmelb:6443"}}]
users: [{name: acme-admin, user: {token: x}}]
contexts: [{name: acme, context: {cluster: acme-cluster, user: acme-admin}}]
current-context: acme
`;

beforeAll(loadAllTexts);

function imported() {
  const given = [
    [
      textFile('acme-one/all.yaml', cluster('1')),
      textFile('acme-one/acme-node-1/kubelet.service', kubelet),
      textFile('acme-one/config', kubeconfig),
    ],
    [textFile('acme-two/all.yaml', cluster('2'))],
  ];
  return given.flatMap((files) => importFiles(files).clusters.map(({ topology }) => topology));
}

test('no name is left in any form in which any cluster of an import is written', () => {
  const clusters = imported();
  expect(clusters).toHaveLength(2);
  const pseudonyms = createPseudonyms('mark');
  let forms = 0;
  for (const topology of clusters) {
    const named = {
      ...topology,
      remarks: { [topology.nodes[0]?.id ?? '']: { kind: 'note', text: 'Ask acme-node-1 and acmelb.' } as const },
    };
    expect(JSON.stringify(named).match(left)?.length).toBeGreaterThan(20);
    const { topology: made } = pseudonyms.of(named);
    for (const [form, text] of Object.entries(writtenForms(made, []))) {
      expect(text.match(new RegExp(`.{0,60}(?:${left.source}).{0,30}`, 'gi')) ?? [], form).toEqual([]);
      forms += 1;
    }
    // What the verdicts rest on is there.
    const verdicts = (of: Topology) => analyze(of).connections.map(({ path, status, count }) => [path, status, count]);
    expect(verdicts(made)).toEqual(verdicts(topology));
    const restored = restoreNames(made, pseudonyms.key());
    expect(restored.count).toBeGreaterThan(20);
    expect(restored.topology).toEqual(named);
  }
  // biome-ignore lint/suspicious/noConsole: the figure is wanted in the log of the checks
  console.info(`names of ${clusters.length} clusters sought in ${forms} forms: 0 found`);
});

test('a key is for the models that it was made with', () => {
  const [first, second] = imported();
  if (!first || !second) throw new Error('two clusters were given');
  const [one, other] = [pseudonymize(first, 'one'), pseudonymize(second, 'other')];
  expect(restoreNames(one.topology, other.key)).toEqual({ topology: one.topology, count: 0 });
  const read = readPseudonymKey(JSON.stringify(one.key));
  expect(read).toEqual(one.key);
  expect(restoreNames(one.topology, one.key).topology).toEqual(first);
  // A key of before says of no model that it is its own.
  const { model: _, ...old } = one.key;
  expect(restoreNames(one.topology, old).topology).toEqual(first);
});

test('a project with pseudonyms is one that an earlier version reads, and keeps its mark', () => {
  const [first] = imported();
  if (!first) throw new Error('no cluster');
  const { topology } = pseudonymize(first, 'a-mark');
  const text = writeProject(topology);
  expect(JSON.parse(text).topology.pseudonymous).toBe(true);
  const read = readProject(text);
  expect(read.ok && read.topology.pseudonymous).toBe('a-mark');
});
