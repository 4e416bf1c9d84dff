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
