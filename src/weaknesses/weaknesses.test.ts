import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { readRelease } from '../catalog/release.ts';
import { affects, type VulnerabilityId, vulnerabilities } from '../catalog/vulnerabilities.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { importOne } from '../testing/importOne.ts';
import { runs } from '../testing/runs.ts';
import { weaknessesOf } from './weaknessesOf.ts';

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
const node = (name: string, version: string, address = '') => `apiVersion: v1
kind: Node
metadata: {name: ${name}}
status:
  nodeInfo: {kubeletVersion: ${version}}
  addresses: [${address && `{type: InternalIP, address: ${address}}`}]
`;
const apiServer = (version: string, ...flags: readonly string[]) =>
  container('kube-apiserver', `registry.k8s.io/kube-apiserver:${version}`, ['--client-ca-file=/pki/ca.crt', ...flags]);
const etcd = (...flags: readonly string[]) =>
  container('etcd', 'registry.k8s.io/etcd:3.5.12-0', [
    '--listen-client-urls=https://10.0.0.1:2379',
    '--cert-file=/s.crt',
    '--key-file=/s.key',
    '--client-cert-auth=true',
    ...flags,
  ]);

function found(...documents: readonly string[]) {
  const { topology } = importOne([['cluster.yaml', documents.join('---\n')]]);
  if (!topology) throw new Error('nothing was read');
  return foundIn(topology);
}

function foundIn(topology: Topology) {
  return weaknessesOf(topology, analyze(topology));
}

const summary = (all: ReturnType<typeof foundIn>) =>
  all
    .filter(({ topic }) => !topic.startsWith('CVE-') && topic !== 'load-balancer-status' && !topic.startsWith('proxy'))
    .map(({ topic, isSure, on, connections }) => [
      topic,
      isSure,
      on.join(),
      [...new Set(connections.map(({ path }) => path))].join(),
    ]);

describe('one CA for etcd and for the clients of the cluster', () => {
  const shared = ['--trusted-ca-file=/pki/ca.crt', '--peer-trusted-ca-file=/pki/etcd-ca.crt'];

  test('lets every client certificate of the cluster in', () => {
    expect(summary(found(apiServer('v1.30.2'), etcd(...shared)))).toEqual([['etcd-shared-ca', true, 'cp1', 'A01,A22']]);
  });

  test.each([
    ['its own CA', ['--trusted-ca-file=/pki/etcd-ca.crt']],
    ['allowed host names', [...shared, '--client-cert-allowed-hostname=cp1.example.org']],
    ['no certificate asked for at all, which is another finding', ['--auto-tls=true', '--cert-file=']],
  ])('not with %s', (_what, flags) => {
    expect(summary(found(apiServer('v1.30.2'), etcd(...flags)))).toEqual([]);
  });

  test('the CA that signs requests counts as well, and the peers have one of their own', () => {
    const manager = container('kube-controller-manager', 'registry.k8s.io/kube-controller-manager:v1.30.2', [
      '--cluster-signing-cert-file=/pki/signer.crt',
    ]);
    const flags = [
      '--trusted-ca-file=/pki/etcd-ca.crt',
      '--peer-trusted-ca-file=/pki/signer.crt',
      '--peer-cert-file=/p.crt',
      '--listen-peer-urls=https://10.0.0.1:2380',
      '--peer-client-cert-auth=true',
    ];
    expect(summary(found(apiServer('v1.30.2'), manager, etcd(...flags)))).toEqual([
      ['etcd-peer-shared-ca', true, 'cp1', 'A22'],
    ]);
  });

  test('on another host the same path is another file', () => {
    const elsewhere = container(
      'etcd',
      'registry.k8s.io/etcd:3.5.12-0',
      ['--trusted-ca-file=/pki/ca.crt', '--cert-file=/s.crt'],
      'etcd1',
    );
    expect(summary(found(apiServer('v1.30.2', '--etcd-servers=https://10.0.0.9:2379'), elsewhere))).toEqual([]);
  });

  test('of an etcd that nobody shows it is possible', () => {
    const flags = ['--etcd-servers=https://10.0.0.9:2379', '--etcd-cafile=/pki/ca.crt'];
    expect(summary(found(apiServer('v1.30.2', ...flags)))).toEqual([['etcd-shared-ca', false, 'cp1', 'A01']]);
  });

  test('kubeadm has one for each', () => {
    expect(summary(foundIn(scenario('ha')))).toEqual([]);
  });
});

describe('one CA for the front proxy and for the clients of the cluster', () => {
  const proxy = ['--requestheader-client-ca-file=/pki/ca.crt', '--requestheader-username-headers=X-Remote-User'];

  test('lets every client certificate name any user', () => {
    expect(summary(found(apiServer('v1.30.2', ...proxy)))).toEqual([['front-proxy-shared-ca', true, 'cp1', '']]);
  });

  test.each([
    ['allowed names', [...proxy, '--requestheader-allowed-names=front-proxy-client']],
    [
      'a CA of its own',
      ['--requestheader-client-ca-file=/pki/front.crt', '--requestheader-username-headers=X-Remote-User'],
    ],
    ['no header that names users', ['--requestheader-client-ca-file=/pki/ca.crt']],
  ])('not with %s', (_what, flags) => {
    expect(summary(found(apiServer('v1.30.2', ...flags)))).toEqual([]);
  });
});

describe('a Service that takes connections for an address of the cluster', () => {
  const service = (name: string, spec: string, status = '') =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: tenant}\nspec: {${spec}}\n${status}`;
  const cluster = [
    node('cp1', 'v1.30.2', '10.0.0.1'),
    node('w1', 'v1.30.2', '10.0.0.2'),
    apiServer('v1.30.2', '--etcd-servers=https://10.0.0.9:2379'),
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: tenant}\nspec: {nodeName: w1, containers: [{name: a}]}\n',
  ];

  test('names it, whose it is, and the paths that it takes', () => {
    const all = found(...cluster, service('trap', 'ports: [{port: 10250}], externalIPs: [10.0.0.2, 192.0.2.7]'));
    const [first] = all;
    expect(summary(all)).toEqual([['external-ip', true, 'tenant/trap', 'P08,P09,P10,P11,P12,P13,A13,A18,A35']]);
    expect(first?.severity).toBe('critical');
    expect(first?.params).toEqual({ service: 'tenant/trap', address: '10.0.0.2', owner: 'Node w1', ports: '10250' });
    expect(first?.connections.every(({ server }) => server.members.includes('node:w1'))).toBe(true);
  });

  test('on other ports it takes none of these paths, and is there all the same', () => {
    const all = found(...cluster, service('trap', 'ports: [{port: 5000}], externalIPs: [10.0.0.2]'));
    expect(all.find(({ topic }) => topic === 'external-ip')).toMatchObject({ severity: 'medium' });
    expect(String(summary(all))).not.toContain('P08');
  });

  test('by the status of a load balancer, for etcd', () => {
    const status = 'status: {loadBalancer: {ingress: [{ip: 10.0.0.9}]}}\n';
    const all = found(...cluster, service('lb', 'type: LoadBalancer, ports: [{port: 2379}]', status));
    expect(summary(all)).toEqual([['load-balancer-ip', true, 'tenant/lb', 'A01']]);
  });

  test('a load balancer that names the nodes, for a port of its own, takes nothing from the cluster', () => {
    const status = 'status: {loadBalancer: {ingress: [{ip: 10.0.0.2}]}}\n';
    expect(summary(found(...cluster, service('web', 'type: LoadBalancer, ports: [{port: 443}]', status)))).toEqual([]);
  });

  test('whatever way an address is written', () => {
    const six = [node('w6', 'v1.30.2', '"fd00::1"'), apiServer('v1.30.2')];
    const trap = service('trap', 'ports: [{port: 10250}], externalIPs: ["fd00:0:0::1"]');
    expect(found(...six, trap).find(({ topic }) => topic === 'external-ip')).toMatchObject({ severity: 'critical' });
  });

  test('a port for UDP takes nothing that is sent by TCP, beside one for TCP it does', () => {
    const udp = '{port: 10250, protocol: UDP}';
    const severityOf = (ports: string) =>
      found(...cluster, service('trap', `ports: [${ports}], externalIPs: [10.0.0.2]`)).find(
        ({ topic }) => topic === 'external-ip',
      )?.severity;
    expect(severityOf(udp)).toBe('medium');
    expect(severityOf(`${udp}, {port: 10250, protocol: TCP}`)).toBe('critical');
  });

  test('a load balancer whose address kube-proxy leaves to it takes nothing', () => {
    const status = (mode: string) => `status: {loadBalancer: {ingress: [{ip: 10.0.0.9, ipMode: ${mode}}]}}\n`;
    const topics = (mode: string) =>
      summary(found(...cluster, service('lb', 'type: LoadBalancer, ports: [{port: 2379}]', status(mode))));
    expect(topics('Proxy')).toEqual([]);
    expect(topics('VIP')).toHaveLength(1);
  });

  test('a headless Service takes nothing', () => {
    const headless = service('none', 'clusterIP: None, ports: [{port: 10250}], externalIPs: [10.0.0.2]');
    expect(summary(found(...cluster, headless))).toEqual([]);
  });

  test('an address that is nobody’s here is none', () => {
    expect(summary(found(...cluster, service('mail', 'ports: [{port: 25}], externalIPs: [192.0.2.7]')))).toEqual([]);
  });

  test.each([
    [
      'ValidatingAdmissionPolicy',
      'admissionregistration.k8s.io/v1',
      'spec: {validations: [{expression: "!has(object.spec.externalIPs)"}]}',
    ],
    ['ClusterPolicy', 'kyverno.io/v1', 'spec: {rules: [{validate: {pattern: {spec: {"=(externalIPs)": ["null"]}}}}]}'],
    ['K8sExternalIPs', 'constraints.gatekeeper.sh/v1beta1', 'spec: {parameters: {allowedIPs: []}}'],
  ])('a policy of the kind %s leaves it open', (kind, apiVersion, spec) => {
    const policy = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: none}\n${spec}\n`;
    const [known] = found(node('w1', 'v1.30.2'), apiServer('v1.30.2')).filter(({ topic }) => topic === 'CVE-2020-8554');
    const [open] = found(node('w1', 'v1.30.2'), apiServer('v1.30.2'), policy).filter(
      ({ topic }) => topic === 'CVE-2020-8554',
    );
    expect(known?.isSure).toBe(true);
    expect(open).toMatchObject({ isSure: false, params: { open: 'policy', policy: `${kind} none` } });
    const other = policy.replace('externalIPs', 'other').replace('K8sExternalIPs', 'K8sOther');
    const [left] = found(node('w1', 'v1.30.2'), apiServer('v1.30.2'), other).filter(
      ({ topic }) => topic === 'CVE-2020-8554',
    );
    expect(left?.isSure).toBe(true);
  });

  test('the plugin leaves only the status of load balancers open', () => {
    const topics = found(
      node('w1', 'v1.30.2'),
      apiServer('v1.30.2', '--enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs'),
    ).map(({ topic }) => topic);
    expect(topics).toContain('load-balancer-status');
    expect(topics).not.toContain('CVE-2020-8554');
  });
});

describe('a proxy that clients are told to use', () => {
  const withProxy = (env: string) =>
    apiServer('v1.30.2', '--etcd-servers=https://10.0.0.9:2379', '--service-cluster-ip-range=10.96.0.0/12').replace(
      'command:',
      `env: [${env}]\n    command:`,
    );
  const manager = container('kube-controller-manager', 'registry.k8s.io/kube-controller-manager:v1.30.2', [
    '--cluster-cidr=10.244.0.0/16',
  ]);
  const cluster = [
    node('cp1', 'v1.30.2', '10.0.0.1'),
    node('w1', 'v1.30.2', '10.0.0.2'),
    manager,
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: tenant}\nspec: {nodeName: w1, containers: [{name: a}]}\n',
  ];
  const both = '{name: HTTPS_PROXY, value: "http://proxy:3128"}, {name: HTTP_PROXY, value: "http://proxy:3128"}';

  test('is in the middle of what it can read, change or answer', () => {
    const [first] = found(withProxy(both), ...cluster);
    expect(first).toMatchObject({ topic: 'proxy', severity: 'high', isSure: true, on: ['cp1'] });
    expect(first?.reasons[0]).toMatchObject({ component: 'kube-apiserver', key: 'environment.HTTPS_PROXY' });
  });

  test('the NO_PROXY that is told for it keeps all of the cluster from it', () => {
    const [first] = found(withProxy(both), ...cluster);
    const noProxy = first?.params['noProxy'] ?? '';
    expect(noProxy).toBe(
      'localhost,127.0.0.1,10.96.0.0/12,10.244.0.0/16,.svc,.cluster.local,10.0.0.1,10.0.0.2,10.0.0.9',
    );
    const after = found(withProxy(`${both}, {name: NO_PROXY, value: "${noProxy}"}`), ...cluster);
    const sure = after.filter(({ topic, isSure }) => topic.startsWith('proxy') && isSure);
    expect(sure).toEqual([]);
  });

  test('what is there stays, and is not said twice', () => {
    const named = `${both}, {name: NO_PROXY, value: "10.0.0.0/24,.corp.test"}`;
    const one = found(withProxy(named), ...cluster).find(({ topic }) => topic.startsWith('proxy'));
    expect(one?.params['noProxy']).toBe(
      '10.0.0.0/24,.corp.test,localhost,127.0.0.1,10.96.0.0/12,10.244.0.0/16,.svc,.cluster.local',
    );
  });

  test('where every server is verified it only sees names', () => {
    const kubeconfig = `apiVersion: v1
kind: Config
current-context: x
contexts: [{name: x, context: {cluster: c, user: u}}]
clusters: [{name: c, cluster: {server: "https://10.0.0.1:6443", certificate-authority: /ca.crt, proxy-url: "http://a:b@proxy:3128"}}]
users: [{name: u, user: {token: x}}]
`;
    const all = found(apiServer('v1.30.2', '--anonymous-auth=false'), kubeconfig);
    const one = all.find(({ topic }) => topic.startsWith('proxy'));
    expect(one).toMatchObject({ topic: 'proxy-verified', severity: 'low', params: { proxy: 'http://proxy:3128' } });
  });
});

describe('known vulnerabilities', () => {
  const applying = (text: string, component: string) => {
    const release = readRelease(text);
    if (!release) return null;
    const { minor, patch, build } = release;
    const own = vulnerabilities.filter((one) => one.component === component);
    const by = (answer: boolean | 'unknown') =>
      own.filter((one) => affects(one, { minors: [minor], patch, build }) === answer).map(({ id }) => id.slice(4));
    return { yes: by(true), maybe: by('unknown') };
  };

  // Read off the records one by one.
  // biome-ignore format: one release a line
  test.each([
    ['v1.10.10', 'kube-apiserver', ['2018-1002102', '2018-1002105', '2020-8554', '2020-8559', '2020-8561', '2020-8562', '2021-25740', '2022-3172', '2022-3294'], []],
    ['v1.10.11', 'kube-apiserver', ['2018-1002102', '2020-8554', '2020-8559', '2020-8561', '2020-8562', '2021-25740', '2022-3172', '2022-3294'], []],
    ['v1.18.18', 'kube-apiserver', ['2020-8554', '2020-8561', '2020-8562', '2021-25737', '2021-25740', '2022-3172', '2022-3294'], []],
    ['v1.21.1', 'kube-apiserver', ['2020-8554', '2020-8561', '2021-25740', '2022-3172', '2022-3294'], ['2020-8562']],
    ['v1.22.15', 'kube-apiserver', ['2020-8554', '2022-3294'], ['2020-8561', '2020-8562', '2021-25740']],
    ['v1.25.3', 'kube-apiserver', ['2020-8554', '2022-3294'], ['2020-8561', '2020-8562', '2021-25740']],
    ['v1.25.4', 'kube-apiserver', ['2020-8554'], ['2020-8561', '2020-8562', '2021-25740']],
    ['v1.24.7-eks-fb459a0', 'kube-apiserver', ['2020-8554'], ['2020-8561', '2020-8562', '2021-25740', '2022-3294']],
    ['v1.24.7+k3s1', 'kube-apiserver', ['2020-8554', '2022-3294'], ['2020-8561', '2020-8562', '2021-25740']],
    ['v1.25', 'kube-apiserver', ['2020-8554'], ['2020-8561', '2020-8562', '2021-25740', '2022-3172', '2022-3294']],
    ['v1.36.2', 'kube-apiserver', ['2020-8554'], ['2020-8561', '2020-8562', '2021-25740']],
    ['v1.18.3', 'kubelet', ['2020-8558', '2020-10749'], []],
    ['v1.17.7', 'kubelet', ['2020-10749'], []],
    ['v1.17.6+k3s1', 'kubelet', ['2020-8558'], ['2020-10749']],
    ['v1.18.4-rc.1', 'kubelet', [], ['2020-8558', '2020-10749']],
    ['v1.18.5-rc.0', 'kubelet', [], []],
    ['v1.18.3-gke.100', 'kubelet', [], ['2020-8558', '2020-10749']],
    ['v1.14.3', 'kubelet', ['2019-11248', '2020-8558', '2020-10749'], []],
    ['v1.18.0', 'kube-controller-manager', ['2020-8555'], []],
    ['v1.18.1', 'kube-controller-manager', [], []],
    ['v1.30.14', 'kube-controller-manager', ['2025-13281'], []],
    ['v1.32.10', 'kube-controller-manager', [], []],
    ['v1.34.1', 'kube-controller-manager', ['2025-13281'], []],
    ['v1.35.0-alpha.1', 'kube-controller-manager', [], ['2025-13281']],
    ['v1.35.0', 'kube-controller-manager', [], []],
  ])('%s %s', (text, component, yes, maybe) => {
    expect(applying(text, component)).toEqual({ yes, maybe });
  });

  test('each node’s kubelet counts for itself, and what it changes is told on its own paths', () => {
    const all = found(
      node('old', 'v1.18.3'),
      node('new', 'v1.18.4'),
      'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n',
    );
    const one = all.find(({ topic }) => topic === 'CVE-2020-8558');
    expect(one?.on).toEqual(['old']);
    expect(one?.params).toMatchObject({ component: 'kubelet', versions: '1.18.3', fixed: '1.18.4' });
    expect(one?.connections.flatMap(({ server }) => server.members)).not.toContain('node:new');
    expect(one?.reasons[0]?.setting.source?.file).toBe('cluster.yaml');
  });

  test('one that changes no path of the cluster is not told', () => {
    const topics = found(node('w1', 'v1.24.1'), apiServer('v1.24.1')).map(({ topic }) => topic);
    expect(topics).toContain('CVE-2022-3294');
    expect(topics).not.toContain('CVE-2022-3172');
  });

  test('a fix is never followed by a release that has it again, within a minor version', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vulnerabilities),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        (one, minor, patch) => {
          const at = (release: number) => affects(one, { minors: [minor], patch: release, build: '' });
          if (at(patch) === false && patch > 0 && minor >= (one.affected[0]?.from[0] ?? 0))
            expect(at(patch + 1)).not.toBe(true);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('what is known of a minor version is known of each of its releases', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vulnerabilities),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (one, minor, patch) => {
          const whole = affects(one, { minors: [minor], patch: null, build: '' });
          if (whole !== 'unknown') expect(affects(one, { minors: [minor], patch, build: '' })).toBe(whole);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('every one is of the feed’s form, and no two are the same', () => {
    const ids: readonly VulnerabilityId[] = vulnerabilities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^CVE-\d{4}-\d{4,7}$/);
  });
});
