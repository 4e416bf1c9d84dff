import { describe, expect, test } from 'vitest';
import { effectiveSetting } from '../../catalog/settings.ts';
import { importOne } from '../../testing/importOne.ts';

const node = (name: string, labels: Readonly<Record<string, string>> = {}) => ({
  kind: 'Node',
  metadata: { name, labels },
});
const list = (...items: readonly object[]) => JSON.stringify({ kind: 'List', items });
const controlPlane = { 'node-role.kubernetes.io/control-plane': '' };

type Files = readonly (readonly [string, string])[];
/** A setting of each kubelet, by the name of its node. */
const kubelets = (key: string, ...files: Files) => {
  const { topology } = importOne(files);
  return Object.fromEntries(
    topology?.nodes.map(({ name, kubelet }) => {
      const { value, origin } = effectiveSetting('kubelet', kubelet, key, '1.34');
      return [name, origin === 'unknown' ? 'unknown' : value];
    }) ?? [],
  );
};
const ports = (...files: Files) => kubelets('readOnlyPort', ...files);
const hosts = (...files: Files) => importOne(files).topology?.controlPlanes.map(({ name }) => name);

describe('kOps', () => {
  const group = (name: string, role: string, kubelet: string) =>
    `---\napiVersion: kops.k8s.io/v1alpha2\nkind: InstanceGroup\nmetadata: {name: ${name}}\nspec:\n  role: ${role}\n  kubelet: {${kubelet}}\n`;
  // The groups come first: what is for the whole cluster must not win over them.
  const cluster = `${group('cp', 'ControlPlane', '')}${group('nodes', 'Node', 'readOnlyPort: 10255')}---
apiVersion: kops.k8s.io/v1alpha2
kind: Cluster
metadata: {name: x}
spec: {kubelet: {readOnlyPort: 0}}
`;
  const mark = 'kops.k8s.io/instancegroup';
  const nodes = list(node('i-1', { ...controlPlane, [mark]: 'cp' }), node('i-2', { [mark]: 'nodes' }));

  test('a group’s settings reach its real nodes, and declared ones make way', () => {
    const files: Files = [
      ['kops.yaml', cluster],
      ['nodes.json', nodes],
    ];
    expect(ports(...files)).toEqual({ 'i-1': '0', 'i-2': '10255' });
    expect(hosts(...files)).toEqual(['i-1']);
    expect(ports(['kops.yaml', cluster])).toEqual({ cp: '0', nodes: '10255' });
  });
});

describe('OpenShift', () => {
  const unit = (role: string, port: number) => ({
    apiVersion: 'machineconfiguration.openshift.io/v1',
    kind: 'MachineConfig',
    metadata: { name: `01-${role}-kubelet`, labels: { 'machineconfiguration.openshift.io/role': role } },
    spec: {
      config: {
        systemd: {
          units: [
            { name: 'kubelet.service', contents: `[Service]\nExecStart=/usr/bin/kubelet --read-only-port=${port}\n` },
          ],
        },
      },
    },
  });
  const kubeletConfig = (selector: object) => ({
    kind: 'KubeletConfig',
    metadata: { name: 'x' },
    spec: { machineConfigPoolSelector: selector, kubeletConfig: { authentication: { anonymous: { enabled: true } } } },
  });
  const nodes = [node('m0', { 'node-role.kubernetes.io/master': '' }), node('w0')];
  const anonymous = 'authentication.anonymous.enabled';
  const pool = (name: string) => ({ [`pools.operator.machineconfiguration.openshift.io/${name}`]: '' });

  test('units are for the machines of their role', () => {
    const text = list(...nodes, unit('master', 1), unit('worker', 2));
    expect(ports(['o.json', text])).toEqual({ m0: '1', w0: '2' });
  });

  test('a KubeletConfig is for the pool that it selects', () => {
    const selected = (selector: object) => kubelets(anonymous, ['o.json', list(...nodes, kubeletConfig(selector))]);
    expect(selected({ matchLabels: pool('worker') })).toEqual({ m0: 'unknown', w0: 'true' });
    expect(selected({ matchLabels: pool('master') })).toEqual({ m0: 'true', w0: 'unknown' });
    const [key] = Object.keys(pool('worker'));
    expect(selected({ matchExpressions: [{ key, operator: 'Exists' }] })).toEqual({ m0: 'unknown', w0: 'true' });
  });

  test('where its selector cannot be understood it may be for any node', () => {
    const text = list(
      ...nodes,
      { kind: 'ConfigMap', metadata: { name: 'k' }, data: { k: 'kind: KubeletConfiguration\nreadOnlyPort: 0\n' } },
      kubeletConfig({ matchLabels: { custom: 'small' } }),
    );
    expect(kubelets(anonymous, ['o.json', text])).toEqual({ m0: 'unknown', w0: 'unknown' });
    expect(ports(['o.json', text])).toEqual({ m0: '0', w0: '0' });
  });

  test('a master’s MachineConfig alone is not lost', () => {
    const source = `data:,${encodeURIComponent('kind: KubeletConfiguration\nreadOnlyPort: 10255\n')}`;
    const files = [{ path: '/etc/kubernetes/kubelet.conf', contents: { source } }];
    const master = { ...unit('master', 1), spec: { config: { storage: { files } } } };
    expect(Object.values(ports(['o.json', list(master)]))).toEqual(['10255']);
  });
});

describe('Talos', () => {
  const machine = (type: string) =>
    `machine: {type: ${type}, kubelet: {extraArgs: {read-only-port: "10255"}}}\ncluster: {apiServer: {extraArgs: {anonymous-auth: "false"}}}\n`;

  test('the configuration of a control plane alone is not lost', () => {
    expect(Object.values(ports(['controlplane.yaml', machine('controlplane')]))).toEqual(['10255']);
  });

  test('machines of both roles are two nodes, and a worker is no host of the control plane', () => {
    const files: Files = [
      ['a/controlplane.yaml', machine('controlplane')],
      ['b/worker.yaml', machine('worker').replace('10255', '0')],
    ];
    expect(Object.values(ports(...files)).sort()).toEqual(['0', '10255']);
    expect(hosts(...files)).toEqual(['control-plane']);
  });
});

describe('kind', () => {
  const patch = (kind: string, port: number) =>
    `  kubeadmConfigPatches:\n  - |\n    kind: ${kind}\n    nodeRegistration: {kubeletExtraArgs: {read-only-port: "${port}"}}\n`;
  const cluster = (first: string, second: string, all = '') =>
    `kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nname: dev\n${all}nodes:\n- role: control-plane\n${first}- role: worker\n${second}- role: worker\n`;

  test('a patch under a node is that node’s', () => {
    const text = cluster(patch('InitConfiguration', 1), patch('JoinConfiguration', 2));
    expect(ports(['kind.yaml', text])).toEqual({
      'dev-control-plane': '1',
      'dev-worker': '2',
      'dev-worker2': 'unknown',
    });
  });

  test('a patch of what does not run on its node changes nothing', () => {
    const text = cluster(patch('JoinConfiguration', 1), patch('InitConfiguration', 2));
    expect(new Set(Object.values(ports(['kind.yaml', text])))).toEqual(new Set(['unknown']));
  });

  test('a patch for all nodes is for those that join, or for the one that begins', () => {
    const all = patch('JoinConfiguration', 10255).replaceAll(/^ {2}/gm, '');
    expect(ports(['kind.yaml', cluster('', '', all)])).toEqual({
      'dev-control-plane': 'unknown',
      'dev-worker': '10255',
      'dev-worker2': '10255',
    });
  });
});

describe('kubeadm', () => {
  const told = (kind: string, port: number, more = '') =>
    `---\napiVersion: kubeadm.k8s.io/v1beta3\nkind: ${kind}\n${more}nodeRegistration: {kubeletExtraArgs: {read-only-port: "${port}"}}\n`;
  const nodes = (...names: readonly string[]): readonly [string, string] => [
    'nodes.json',
    list(...names.map((name) => node(name, name.startsWith('cp') ? controlPlane : {}))),
  ];

  test('without a name, init is for the node that it ran on, and join for workers', () => {
    const text = `${told('InitConfiguration', 1)}${told('JoinConfiguration', 2)}`;
    expect(ports(['kubeadm.yaml', text], nodes('cp', 'w1', 'w2'))).toEqual({ cp: '1', w1: '2', w2: '2' });
    expect(Object.values(ports(['kubeadm.yaml', text])).sort()).toEqual(['1', '2']);
  });

  test('of several nodes of a control plane nobody knows which one was initialized', () => {
    const text = told('InitConfiguration', 10255);
    expect(ports(['kubeadm.yaml', text], nodes('cp1', 'cp2', 'w'))).toEqual({
      cp1: 'unknown',
      cp2: 'unknown',
      w: 'unknown',
    });
    const joined = told('JoinConfiguration', 10255, 'controlPlane: {}\n');
    expect(ports(['kubeadm.yaml', `${text}${joined}`], nodes('cp1', 'cp2', 'w'))).toEqual({
      cp1: '10255',
      cp2: '10255',
      w: 'unknown',
    });
  });

  test('a KubeletConfiguration beside kubeadm’s own has kubeadm’s defaults, one in a ConfigMap has what stands there', () => {
    const kubelet = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmaxPods: 5\n';
    const text = `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n---\n${kubelet}`;
    const ca = 'authentication.x509.clientCAFile';
    const value = (key: string, ...files: Files) => Object.values(kubelets(key, ...files))[0];
    expect(value(ca, ['kubeadm.yaml', text])).toBe('/etc/kubernetes/pki/ca.crt');
    expect(value('rotateCertificates', ['kubeadm.yaml', text])).toBe('true');
    expect(value('authentication.anonymous.enabled', ['kubeadm.yaml', text])).toBe('false');
    expect(value('authorization.mode', ['kubeadm.yaml', text])).toBe('Webhook');
    const maps = list(
      { kind: 'ConfigMap', metadata: { name: 'kubeadm-config' }, data: { c: text.split('---')[0] } },
      { kind: 'ConfigMap', metadata: { name: 'kubelet-config' }, data: { kubelet: `${kubelet}readOnlyPort: 0\n` } },
    );
    expect(value(ca, ['maps.json', maps])).toBeNull();
    // What lies on a machine is nearer than what kubeadm was told.
    const written: readonly [string, string] = ['config.yaml', `${kubelet}readOnlyPort: 10255\n`];
    expect(value('readOnlyPort', ['kubeadm.yaml', text], written)).toBe('10255');
  });

  test('of a list that is given twice both count', () => {
    const text =
      'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n  - {name: authorization-mode, value: AlwaysAllow}\n  - {name: authorization-mode, value: RBAC}\n  - {name: secure-port, value: "1"}\n  - {name: secure-port, value: "2"}\n';
    const explicitSettings = importOne([['k.yaml', text]]).topology?.controlPlanes[0]?.components['kube-apiserver']
      ?.explicitSettings;
    expect(explicitSettings?.['authorization-mode']?.value).toBe('AlwaysAllow,RBAC');
    expect(explicitSettings?.['secure-port']).toMatchObject({ value: '2', overruled: [{ value: '1' }] });
  });

  test('joining by a file is understood', () => {
    const text =
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\ndiscovery: {file: {kubeConfigPath: /x.conf}}\n';
    const { topology, issues } = importOne([['join.yaml', text]]);
    expect(topology?.nodes[0]?.kubelet.explicitSettings['discovery.file.kubeConfigPath']?.value).toBe('/x.conf');
    expect(issues.map(({ code }) => code)).not.toContain('nothing-read');
  });
});

test('minikube: the first node is named like the profile, others with it before their own names', () => {
  const profile = JSON.stringify({
    Name: 'prof',
    KubernetesConfig: { KubernetesVersion: 'v1.30.0' },
    Nodes: [
      { Name: '', ControlPlane: true },
      { Name: 'm02', ControlPlane: false },
    ],
  });
  const nodes = list(node('prof', controlPlane), node('prof-m02'));
  for (const files of [
    [['config.json', profile]],
    [
      ['config.json', profile],
      ['nodes.json', nodes],
    ],
  ] as const)
    expect(importOne(files).topology?.nodes.map(({ name }) => name)).toEqual(['prof', 'prof-m02']);
});

test('minikube: options of a profile are for all nodes, though its file is called like the first one', () => {
  const profile = JSON.stringify({
    Name: 'minikube',
    KubernetesConfig: { ExtraOptions: [{ Component: 'kubelet', Key: 'read-only-port', Value: '10255' }] },
    Nodes: [{ Name: '', ControlPlane: true }, { Name: 'm02' }],
  });
  expect(ports(['minikube.json', profile])).toEqual({ minikube: '10255', 'minikube-m02': '10255' });
});
