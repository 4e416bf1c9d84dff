import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Topology } from '../../domain/topology.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { importOne } from '../../testing/importOne.ts';
import { runs } from '../../testing/runs.ts';
import { analyze } from '../analyze.ts';
import { isExempt, proxyAddress } from './goProxy.ts';

const apiServer = (env: string, image = 'registry.k8s.io/kube-apiserver:v1.30.2') => `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver-cp1, namespace: kube-system}
spec:
  nodeName: cp1
  containers:
  - name: kube-apiserver
    image: ${image}
    command: [kube-apiserver, "--etcd-servers=https://10.0.0.9:2379"]
    env: [${env}]
`;
const variable = (name: string, value: string) => `{name: ${name}, value: "${value}"}`;
const node = (name: string, address: string) => `apiVersion: v1
kind: Node
metadata: {name: ${name}}
status: {addresses: [{type: InternalIP, address: ${address}}], nodeInfo: {kubeletVersion: v1.30.2}}
`;
const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: d}\nspec: {nodeName: w1, containers: [{name: a}]}\n';
const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: hook}
webhooks: [{name: hook.example.org, clientConfig: {service: {name: hook, namespace: team}, caBundle: eA==}}]
`;
const https = variable('HTTPS_PROXY', 'http://user:secret@proxy.corp.test:3128');
const http = variable('HTTP_PROXY', 'http://proxy.corp.test:3128');

function imported(...documents: readonly string[]) {
  const { topology } = importOne([['cluster.yaml', documents.join('---\n')]]);
  if (!topology) throw new Error('nothing was read');
  return topology;
}

/** Of each path whether all, some for certain, or nothing of it goes through a proxy. */
function proxied(topology: Topology, paths: readonly string[]) {
  return paths.map((path) => {
    const own = analyze(topology).connections.filter((one) => one.path === path && one.count > 0);
    const legs = own.map(({ proxy }) => (proxy ? (proxy.isSure ? 'yes' : 'perhaps') : 'no'));
    return `${path} ${[...new Set(legs)].join('/')}`;
  });
}

describe('a kube-apiserver with a proxy in its environment', () => {
  const cluster = [node('cp1', '10.0.0.1'), node('w1', '10.0.0.2'), pod, webhook];
  const paths = ['P08', 'P09', 'P12', 'P14', 'P15', 'A01', 'A05'];

  test.each([
    ['for TLS only', https, 'P08 yes,P09 no,P12 no,P14 no,P15 yes,A01 yes,A05 yes'],
    ['for plaintext only', http, 'P08 no,P09 no,P12 yes,P14 yes,P15 no,A01 no,A05 no'],
    [
      'that is told of everything',
      `${https}, ${http}, ${variable('NO_PROXY', '*')}`,
      'P08 no,P09 no,P12 no,P14 no,P15 no,A01 no,A05 no',
    ],
    [
      'that is told of the nodes',
      `${https}, ${http}, ${variable('NO_PROXY', '10.0.0.0/24')}`,
      'P08 no,P09 no,P12 no,P14 perhaps,P15 perhaps,A01 no,A05 yes',
    ],
    [
      'that is told of one node',
      `${https}, ${variable('NO_PROXY', '10.0.0.1')}`,
      'P08 no/yes,P09 no,P12 no,P14 no,P15 perhaps,A01 yes,A05 yes',
    ],
    [
      'that is told of Services',
      `${https}, ${variable('NO_PROXY', '.svc')}`,
      'P08 yes,P09 no,P12 no,P14 no,P15 yes,A01 yes,A05 no',
    ],
    [
      'that is told of one namespace',
      `${https}, ${variable('NO_PROXY', '.team.svc')}`,
      'P08 yes,P09 no,P12 no,P14 no,P15 yes,A01 yes,A05 perhaps',
    ],
    [
      'in small letters',
      variable('https_proxy', 'proxy.corp.test:3128'),
      'P08 yes,P09 no,P12 no,P14 no,P15 yes,A01 yes,A05 yes',
    ],
    ['that is none', variable('HTTPS_PROXY', 'ftp://x'), 'P08 no,P09 no,P12 no,P14 no,P15 no,A01 no,A05 no'],
  ])('%s', (_what, env, expected) => {
    expect(proxied(imported(apiServer(env), ...cluster), paths).join()).toBe(expected);
  });

  test('an aggregated API server is dialed by an address of its Service, and pods by theirs: ranges exempt them, names do not', () => {
    const api =
      'apiVersion: apiregistration.k8s.io/v1\nkind: APIService\nmetadata: {name: v1.x.test}\nspec: {group: x.test, version: v1, service: {name: x, namespace: team}}\n';
    const manager =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: m, namespace: kube-system}\nspec: {nodeName: cp1, containers: [{name: m, image: "x/kube-controller-manager:v1.30.2", command: [kube-controller-manager, "--cluster-cidr=10.244.0.0/16"]}]}\n';
    const of = (noProxy: string) => {
      const server = apiServer(`${https}, ${http}, ${variable('NO_PROXY', noProxy)}`).replace(
        '"--etcd',
        '"--service-cluster-ip-range=10.96.0.0/12", "--etcd',
      );
      return proxied(imported(server, ...cluster, api, manager), ['A06', 'P14']).join();
    };
    expect(of('.svc')).toBe('A06 yes,P14 yes');
    expect(of('10.96.0.0/12,10.244.0.0/16')).toBe('A06 no,P14 no');
    expect(of('10.96.0.0/16')).toBe('A06 perhaps,P14 perhaps');
    expect(of('10.0.0.0/8')).toBe('A06 no,P14 no');
  });

  test('up to 1.21 its etcd client took none', () => {
    const old = imported(apiServer(https, 'registry.k8s.io/kube-apiserver:v1.21.9'), ...cluster);
    expect(proxied(old, ['A01', 'P08'])).toEqual(['A01 no', 'P08 yes']);
  });

  test.each(['s3c/ret', 's3c#ret', 's3c?ret', 's3c@ret', 's3c%2Fret'])('a password %s is dropped', (password) => {
    const value = (scheme: string) => variable('HTTPS_PROXY', `${scheme}user:${password}@proxy.corp.test:3128`);
    for (const scheme of ['http://', '', 'socks5://']) {
      const text = JSON.stringify(imported(apiServer(value(scheme)), ...cluster));
      expect(text).not.toContain('s3c');
      expect(text).toContain('proxy.corp.test:3128');
    }
  });

  test('the password is dropped, the verdict stays, and the line leaves for the outside', () => {
    const topology = imported(apiServer(https), ...cluster);
    expect(JSON.stringify(topology)).not.toContain('secret');
    const plain = imported(apiServer(''), ...cluster);
    const of = (one: Topology) => analyze(one).connections.find(({ path }) => path === 'A01');
    expect(of(topology)?.status).toBe(of(plain)?.status);
    expect(of(topology)?.proxy).toEqual({
      address: 'http://proxy.corp.test:3128',
      isSure: true,
      key: 'environment.HTTPS_PROXY',
    });
    expect([of(plain)?.network.id, of(topology)?.network.id]).toEqual(['control-plane-network', 'outside-network']);
  });
});

test('a unit’s environment counts for its component, and loopback never leaves', () => {
  const unit = `[Unit]
[Service]
Environment="HTTPS_PROXY=http://10.0.0.8:3128" "NO_PROXY=10.0.0.0/30"
ExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf
---
`;
  const kubeconfig = (server: string) => `apiVersion: v1
kind: Config
current-context: x
contexts: [{name: x, context: {cluster: c, user: "system:node:w1"}}]
clusters: [{name: c, cluster: {server: "${server}", certificate-authority: /ca.crt}}]
users: [{name: "system:node:w1", user: {client-certificate: /c.crt, client-key: /c.key}}]
`;
  const legOf = (server: string) => {
    const { topology } = importOne([
      ['w1/etc/systemd/system/kubelet.service', unit.replace('---\n', '')],
      ['w1/etc/kubernetes/kubelet.conf', kubeconfig(server)],
      ['nodes.yaml', node('w1', '10.0.0.2')],
    ]);
    return topology ? proxied(topology, ['P01'])[0] : null;
  };
  expect(legOf('https://10.0.0.1:6443')).toBe('P01 no');
  expect(legOf('https://10.0.0.100:6443')).toBe('P01 yes');
  expect(legOf('https://127.0.0.1:6443')).toBe('P01 no');
});

test('a drop-in and a file that the unit names count, a file that nobody names does not, and no password is kept', () => {
  const files = (named: string) =>
    [
      ['w1/etc/systemd/system/kubelet.service', `[Unit]\n[Service]\n${named}\nExecStart=/usr/bin/kubelet --v=2\n`],
      ['w1/etc/environment', '# shells\nhttps_proxy="http://user:secret@10.0.0.8:3128"\n'],
      ['nodes.yaml', node('w1', '10.0.0.2')],
    ] as const;
  const read = (given: readonly (readonly [string, string])[]) => {
    const { topology } = importOne(given);
    expect(JSON.stringify(topology)).not.toContain('secret');
    return topology?.nodes[0]?.kubelet.explicitSettings['environment.HTTPS_PROXY']?.value ?? null;
  };
  expect(read(files(''))).toBeNull();
  expect(read(files('EnvironmentFile=/etc/environment'))).toBe('http://10.0.0.8:3128');
  const dropIn = [
    'w1/etc/systemd/system/kubelet.service.d/proxy.conf',
    '[Service]\nEnvironment=HTTPS_PROXY=http://user:secret@10.0.0.9:8080\n',
  ] as const;
  expect(read([...files(''), dropIn])).toBe('http://10.0.0.9:8080');
});

test.each([
  ['http://proxy:3128', 'http://proxy:3128'],
  ['proxy:3128', 'http://proxy:3128'],
  ['proxy', 'http://proxy:80'],
  ['https://a:b@Proxy.corp.test', 'https://proxy.corp.test:443'],
  ['socks5://10.0.0.1', 'socks5://10.0.0.1:1080'],
  ['http://[fd00::1]:8080/', 'http://[fd00::1]:8080'],
  ['ftp://proxy', null],
  ['http://proxy:99999', null],
  ['http://proxy:port', null],
  ['http://', null],
  ['', null],
  ['two words', null],
])('%s names the proxy %s', (value, expected) => {
  expect(proxyAddress(value)).toBe(expected);
});

test('a thousand entries are read', () => {
  const many = Array.from({ length: 1000 }, (_unused, index) => `host-${index}.corp.test`).join();
  expect(isExempt(many, { host: 'host-999.corp.test', port: 443 })).toBe(true);
  expect(isExempt(many, { host: 'host-1000.corp.test', port: 443 })).toBe(false);
});

test('a proxy changes nothing where NO_PROXY names the server, and never how a line is protected', () => {
  const set = (value: string) => ({ value, origin: 'user' as const, source: null });
  const withEnvironment = (topology: Topology, noProxy: string): Topology => ({
    ...topology,
    controlPlanes: topology.controlPlanes.map((host) => ({
      ...host,
      components: Object.fromEntries(
        Object.entries(host.components).map(([component, config]) => [
          component,
          {
            ...config,
            explicitSettings: {
              ...config.explicitSettings,
              'environment.HTTPS_PROXY': set('http://proxy.corp.test:3128'),
              'environment.HTTP_PROXY': set('http://proxy.corp.test:3128'),
              'environment.NO_PROXY': set(noProxy),
            },
          },
        ]),
      ),
    })),
  });
  const told = ({ id, status, exposure, network }: ReturnType<typeof analyze>['connections'][number]) =>
    JSON.stringify([id, status, exposure, network]);
  fc.assert(
    fc.property(anyTopology({ pinned: false }), (topology) => {
      const before = analyze(topology).connections;
      const exempt = analyze(withEnvironment(topology, '*')).connections;
      expect(exempt.map(told)).toEqual(before.map(told));
      const through = analyze(withEnvironment(topology, 'other.corp.test')).connections;
      expect(through.map(({ id, status }) => `${id} ${status}`)).toEqual(
        before.map(({ id, status }) => `${id} ${status}`),
      );
    }),
    { numRuns: runs(60) },
  );
});

describe('the environment of services', () => {
  const nodes = [node('cp1', '10.0.0.1'), node('w1', '10.0.0.2'), pod].join('---\n');
  const unit = '[Service]\nExecStart=/usr/bin/kubelet --kubeconfig=/etc/kubernetes/kubelet.conf\n';
  const k3s = [
    '[Unit]\nDescription=Lightweight Kubernetes\n[Service]',
    'EnvironmentFile=-/etc/default/%N\nEnvironmentFile=-/etc/systemd/system/%N.service.env',
    "ExecStart=/usr/local/bin/k3s \\\n    server \\\n    '--cluster-cidr=10.9.0.0/16'\n",
  ].join('\n');
  const told = 'HTTPS_PROXY=http://me:secret@proxy.corp.test:3128\nHTTP_PROXY=http://proxy.corp.test:3128\n';
  const url = webhook
    .replace('service: {name: hook, namespace: team}', 'url: "https://hook.example.org/x"')
    .replaceAll('name: hook', 'name: by-url');
  const ofServer = (topology: Topology) => proxied(topology, ['P01', 'P14', 'A05']);

  function importedFrom(files: Readonly<Record<string, string>>): Topology {
    const { topology } = importOne(Object.entries({ 'nodes.yaml': nodes, ...files }));
    if (!topology) throw new Error('nothing was read');
    expect(JSON.stringify(topology)).not.toContain('secret@');
    return topology;
  }

  test('what the service manager gives to all reaches each of them, and a unit may take it back', () => {
    const manager = '[Manager]\nDefaultEnvironment="HTTPS_PROXY=http://me:secret@proxy.corp.test:3128" A=b\n';
    const given = { 'etc/systemd/system.conf.d/10-proxy.conf': manager, 'etc/systemd/system/kubelet.service': unit };
    expect(proxied(importedFrom(given), ['P01'])).toEqual(['P01 yes']);
    const drop = '[Service]\nEnvironment="NO_PROXY=*"\n';
    const taken = { ...given, 'etc/systemd/system/kubelet.service.d/10-none.conf': drop };
    expect(proxied(importedFrom(taken), ['P01'])).toEqual(['P01 no']);
  });

  test('a drop-in whose unit nobody shows is for the service that its path names', () => {
    const path = 'etc/systemd/system/kubelet.service.d/http-proxy.conf';
    const drop = '[Service]\nEnvironment="HTTPS_PROXY=http://me:secret@proxy.corp.test:3128"\n';
    expect(proxied(importedFrom({ [path]: drop }), ['P01'])).toEqual(['P01 yes']);
  });

  test('files of a machine that Cluster API makes', () => {
    const machine = `apiVersion: bootstrap.cluster.x-k8s.io/v1beta1
kind: KubeadmConfigTemplate
metadata: {name: workers}
spec:
  template:
    spec:
      files:
      - path: /etc/systemd/system/kubelet.service.d/http-proxy.conf
        content: |
          [Service]
          Environment="HTTPS_PROXY=http://me:secret@proxy.corp.test:3128"
`;
    expect(proxied(importedFrom({ 'workers.yaml': machine }), ['P01'])).toEqual(['P01 yes']);
  });

  test('K3s passes its own on to what runs in it, with its ranges, and dials itself without', () => {
    const given = { 'etc/systemd/system/k3s.service': k3s, 'etc/systemd/system/k3s.service.env': told };
    const topology = importedFrom({
      ...given,
      'webhooks.yaml': `${webhook}---\n${url}`,
    });
    const [host] = topology.controlPlanes;
    expect(host?.components['kube-apiserver']?.explicitSettings['environment.NO_PROXY']?.value).toBe(
      '.svc,.cluster.local,10.9.0.0/16,10.43.0.0/16',
    );
    expect(ofServer(topology)).toEqual(['P01 no', 'P14 no', 'A05 no/yes']);
  });

  test('the environment file of K3s is enough', () => {
    const topology = importedFrom({ 'k3s.service.env': `${told}NO_PROXY=10.0.0.0/8\n`, 'webhooks.yaml': url });
    const found = topology.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings['environment.NO_PROXY'];
    expect(found?.value).toBe('10.0.0.0/8,.svc,.cluster.local,10.42.0.0/16,10.43.0.0/16');
    expect(proxied(topology, ['P08', 'A05'])).toEqual(['P08 no', 'A05 yes']);
  });

  test('of OpenShift the status of its Proxy, and without one nothing is sure', () => {
    const spec = 'spec: {httpsProxy: "http://me:secret@proxy.corp.test:3128", noProxy: .corp.test}';
    const proxy = `apiVersion: config.openshift.io/v1\nkind: Proxy\nmetadata: {name: cluster}\n${spec}\n`;
    const status = `status: {httpsProxy: "http://me:secret@proxy.corp.test:3128", noProxy: ".svc,10.0.0.0/16"}\n`;
    const shown = importedFrom({ 'proxy.yaml': proxy + status, 'webhooks.yaml': `${webhook}---\n${url}` });
    expect(proxied(shown, ['P08', 'A05'])).toEqual(['P08 no', 'A05 no/yes']);
    const open = importedFrom({ 'proxy.yaml': proxy, 'webhooks.yaml': `${webhook}---\n${url}` });
    expect(proxied(open, ['P08', 'A05'])).toEqual(['P08 perhaps', 'A05 perhaps']);
  });
});

describe('a proxy that no file shows', () => {
  const cluster = [node('cp1', '10.0.0.1'), node('w1', '10.0.0.2'), pod, webhook];
  const elsewhere = (name: string) => `{name: ${name}, valueFrom: {configMapKeyRef: {name: proxy, key: ${name}}}}`;
  const paths = ['P08', 'P14', 'A05'];

  test('is possible, and called by its variable', () => {
    const topology = imported(apiServer(elsewhere('HTTPS_PROXY')), ...cluster);
    expect(proxied(topology, paths)).toEqual(['P08 perhaps', 'P14 no', 'A05 perhaps']);
    const legs = analyze(topology).connections.flatMap(({ proxy }) => proxy?.address ?? []);
    expect(new Set(legs)).toEqual(new Set(['$HTTPS_PROXY']));
  });

  test('leaves open what is exempt where NO_PROXY is elsewhere', () => {
    const topology = imported(apiServer(`${https}, ${elsewhere('NO_PROXY')}`), ...cluster);
    expect(proxied(topology, paths)).toEqual(['P08 perhaps', 'P14 no', 'A05 perhaps']);
  });

  test('stands in another variable, which Kubernetes fills in', () => {
    const given = `${variable('PROXY', 'http://me:secret@proxy.corp.test:3128')}, ${variable('HTTPS_PROXY', '$(PROXY)')}`;
    const topology = imported(apiServer(given), ...cluster);
    expect(JSON.stringify(topology)).not.toContain('secret');
    expect(analyze(topology).connections.find(({ path }) => path === 'P08')?.proxy).toMatchObject({
      address: 'http://proxy.corp.test:3128',
      isSure: true,
    });
    const open = imported(apiServer(variable('HTTPS_PROXY', '$(NOWHERE)')), ...cluster);
    expect(proxied(open, ['P08'])).toEqual(['P08 perhaps']);
  });
});
