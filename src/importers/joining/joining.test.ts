import { describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { effectiveSetting } from '../../catalog/settings.ts';
import { importOne } from '../../testing/importOne.ts';
import { importFiles } from '../importFiles.ts';
import { textFile } from '../source/inputFile.ts';
import { updateTopology } from './updateTopology.ts';

const node = (name: string, labels: Readonly<Record<string, string>> = {}) => ({
  kind: 'Node',
  metadata: { name, labels },
});
const controlPlane = { 'node-role.kubernetes.io/control-plane': '' };
const list = (...items: readonly object[]) => JSON.stringify({ kind: 'List', items });
const mirror = (host: string) => ({
  kind: 'Pod',
  metadata: { name: `kube-apiserver-${host}`, namespace: 'kube-system' },
  spec: { nodeName: host, containers: [{ name: 'c', command: ['kube-apiserver', '--secure-port=6443'] }] },
});
const manifest =
  'kind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n  - command:\n    - kube-apiserver\n    - --secure-port=6443\n';
const kubeletFile = (readOnlyPort: number) =>
  `kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\nreadOnlyPort: ${readOnlyPort}\n`;

type Files = readonly (readonly [string, string])[];
const ports = (files: Files) => {
  const { topology } = importOne(files);
  return Object.fromEntries(
    topology?.nodes.map(({ name, kubelet }) => [
      name,
      effectiveSetting('kubelet', kubelet, 'readOnlyPort', '1.34').value,
    ]) ?? [],
  );
};

describe('several clusters at once', () => {
  const clusters = (...given: readonly (readonly [name: string, given: string | undefined])[]) => {
    const files = given.map(([name, folder], index) => {
      const nodes = /\.json$/.test(name) ? list(node(`n${index}`), node(`m${index}`)) : kubeletFile(index);
      return { ...textFile(name, nodes), ...(folder !== undefined && { given: folder }) };
    });
    return importFiles(files).clusters.map(({ topology }) => topology.sources);
  };

  test.each([
    ['absolute paths', ['/x/two/a.json', '/x/two/b.json']],
    ['one folder', ['two/a.json', 'two/b.json']],
  ])('files that were given one by one do not belong together because they lie together: %s', (_name, names) => {
    expect(clusters(...names.map((name) => [name, name] as const))).toEqual(names.map((name) => [name]));
  });

  test('files of one folder that was given belong together, those of two do not', () => {
    expect(clusters(['/x/fa/a.json', '/x/fa'], ['/x/fb/b.json', '/x/fb'])).toHaveLength(2);
    expect(clusters(['/x/fa/a.json', '/x'], ['/x/fb/b.json', '/x'])).toHaveLength(1);
    expect(clusters(['two/a.json', undefined], ['two/b.json', undefined])).toHaveLength(1);
  });

  test('a file beside them belongs to the cluster that lies nearest', () => {
    const names = ['/x/fa/a.json', '/x/fb/b.json', '/x/fb/kubelet.yaml'];
    expect(clusters(...names.map((name) => [name, name] as const))).toEqual([
      ['/x/fa/a.json'],
      ['/x/fb/b.json', '/x/fb/kubelet.yaml'],
    ]);
  });
});

describe('hosts', () => {
  test.each(['sp2/backup/kube-apiserver.yaml', '/etc/kubernetes/manifests/kube-apiserver.yaml', 'kube-apiserver.yaml'])(
    'a manifest in a folder is that of the host that runs the same: %s',
    (file) => {
      const { topology } = importOne([
        ['sp/objects.json', list(mirror('cp1'))],
        [file, manifest],
      ]);
      expect(topology?.controlPlanes.map(({ name }) => name)).toEqual(['cp1']);
      const explicitSettings = topology?.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings;
      expect(explicitSettings?.['secure-port']?.source?.file).toBe(file);
    },
  );

  test('folders without a name are no hosts', () => {
    const { topology } = importOne([
      ['etc/kubernetes/manifests/kube-apiserver.yaml', manifest],
      ['b/kube-apiserver.yaml', manifest],
    ]);
    expect(topology?.controlPlanes.map(({ name }) => name)).not.toContain('');
  });
});

describe('names in paths', () => {
  const nodes = list(node('master', controlPlane), node('w1'));

  test.each([
    ['a part of a folder’s name', 'repo-master/kubelet-config.yaml'],
    ['a folder that all files lie in', 'master/kubelet.yaml'],
  ])('%s is not the node’s', (_name, file) => {
    const folder = file.startsWith('master/') ? 'master/' : '';
    expect(
      ports([
        [`${folder}nodes.json`, nodes],
        [file, kubeletFile(1)],
      ]),
    ).toEqual({ master: '1', w1: '1' });
  });

  test.each(['kubelet-w1.yaml', 'dump/w1/kubelet.yaml'])('a folder, or a part of the file’s name, is: %s', (file) => {
    expect(
      ports([
        ['nodes.json', nodes],
        [file, kubeletFile(1)],
      ]),
    ).toEqual({ master: null, w1: '1' });
  });

  test('what is for the whole cluster is not for the node that its file is called like', () => {
    const map = { kind: 'ConfigMap', metadata: { name: 'kubelet-config' }, data: { kubelet: kubeletFile(10255) } };
    expect(ports([['minikube.json', list(node('minikube'), node('minikube-m02'), map)]])).toEqual({
      minikube: '10255',
      'minikube-m02': '10255',
    });
  });
});

describe('a directory of drop-ins', () => {
  const base: readonly [string, string] = [
    'config.yaml',
    `${kubeletFile(0)}authentication: {anonymous: {enabled: false}}\n`,
  ];
  const dropIns: Files = [
    ['kubelet.conf.d/20-b.conf', kubeletFile(10255)],
    ['kubelet.conf.d/10-a.conf', kubeletFile(1)],
  ];

  test('is layered over the base in the order of names', () => {
    const { topology, issues } = importOne([...dropIns, base]);
    expect(topology?.nodes[0]?.kubelet.explicitSettings['readOnlyPort']).toMatchObject({
      value: '10255',
      overruled: [{ value: '1' }, { value: '0' }],
    });
    expect(issues.map(({ code }) => code)).not.toContain('kubelet-configs-several');
  });

  test('alone it says nothing of the rest', () => {
    const { topology, issues } = importOne(dropIns);
    expect(topology?.nodes[0]?.kubelet.form).toBe('unknown');
    expect(issues.map(({ code }) => code)).toContain('kubelet-drop-in');
  });
});

describe('kube-proxy', () => {
  const pod = (...command: readonly string[]) => ({
    kind: 'Pod',
    metadata: { name: 'kube-proxy-x', namespace: 'kube-system' },
    spec: { nodeName: 'n1', containers: [{ name: 'kube-proxy', command }] },
  });
  const config = 'kind: KubeProxyConfiguration\napiVersion: kubeproxy.config.k8s.io/v1alpha1\nmetricsBindAddress: ""\n';
  const read = (...files: Files) => {
    const { topology, issues } = importOne(files);
    const settings = topology?.nodes[0]?.kubeProxy ?? { form: 'unknown' as const, explicitSettings: {} };
    const metrics = effectiveSetting('kube-proxy', settings, 'metricsBindAddress', '1.34');
    const verdicts = topology
      ? analyze(topology).connections.filter(({ path, server }) => path === 'A13' && server.component === 'kube-proxy')
      : [];
    return {
      metrics: metrics.origin === 'unknown' ? 'unknown' : metrics.value,
      verdicts: verdicts.map(({ status }) => status),
      codes: issues.map(({ code }) => code),
    };
  };
  const byFile = list(pod('kube-proxy', '--config=/c.conf', '--metrics-bind-address=0.0.0.0:10249'));

  test('with a file that nobody shows nothing is known, its flags included', () => {
    const { metrics, verdicts, codes } = read(['objects.json', byFile]);
    expect([metrics, new Set(verdicts)]).toEqual(['unknown', new Set(['unknown'])]);
    expect(codes).toContain('config-not-shown');
  });

  test('with a file that is there its flags are ignored, and an empty field has the default', () => {
    const { metrics, codes } = read(['objects.json', byFile], ['config.conf', config]);
    expect(metrics).toBe('127.0.0.1:10249');
    expect(codes).not.toContain('config-not-shown');
  });

  test('flags have the same settings as the file', () => {
    expect(read(['o.json', list(pod('kube-proxy', '--metrics-bind-address=0.0.0.0:10249'))]).metrics).toBe(
      '0.0.0.0:10249',
    );
    const inShell = 'kube-proxy --metrics-bind-address=0.0.0.0:10249 1>>/var/log/kube-proxy.log 2>&1';
    const { metrics, verdicts } = read(['o.json', list(pod('/bin/sh', '-c', inShell))]);
    expect([metrics, verdicts]).toEqual(['0.0.0.0:10249', ['plaintext', 'plaintext']]);
  });
});

describe('printed tables', () => {
  const read = (text: string) => {
    const { topology } = importOne([['out.txt', text]]);
    return {
      nodes: topology?.nodes.flatMap(({ name, implied }) => (implied ? [] : [name])),
      pods: topology?.pods.map(({ name }) => name),
      services: topology?.services.map(({ name }) => name),
    };
  };

  test('each head begins a table, and the kind before a name is no part of it', () => {
    const text = `NAME       STATUS   ROLES           AGE   VERSION
node/cp1   Ready    control-plane   10d   v1.31.2

NAME          READY   STATUS    RESTARTS   AGE
pod/web-abc   1/1     Running   0          10d

NAME                 TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE
service/kubernetes   ClusterIP   10.96.0.1    <none>        443/TCP   10d

NAME                  READY   UP-TO-DATE   AVAILABLE   AGE
deployment.apps/web   1/1     1            1           10d
`;
    expect(read(text)).toEqual({ nodes: ['cp1'], pods: ['web-abc'], services: ['kubernetes'] });
  });

  test('a line that is no row is no object', () => {
    const text = `NAME   STATUS   ROLES           AGE   VERSION
cp1    Ready    control-plane   10d   v1.31.2
Error from server (Forbidden): pods is forbidden: User "x" cannot list
`;
    expect(read(text).nodes).toEqual(['cp1']);
  });
});

test('settings for the control plane reach its nodes alone, when they are known later', () => {
  const clusterOf = (name: string, text: string) => {
    const [cluster] = importFiles([textFile(name, text)]).clusters;
    if (!cluster) throw new Error('nothing was read');
    return cluster;
  };
  const talos = (type: string, port: number) =>
    `machine: {type: ${type}, kubelet: {extraArgs: {read-only-port: "${port}"}}}\ncluster: {}\n`;
  const nodes = clusterOf('nodes.json', list(node('cp1', controlPlane), node('w1')));
  const machine = clusterOf('controlplane.yaml', talos('controlplane', 10255));
  const portsOf = ({ nodes: all }: typeof nodes.topology) =>
    Object.fromEntries(all.map(({ name, kubelet }) => [name, kubelet.explicitSettings['readOnlyPort']?.value]));
  const expected = { cp1: '10255', w1: undefined };
  expect(portsOf(updateTopology(nodes.topology, machine))).toEqual(expected);
  expect(portsOf(updateTopology(machine.topology, nodes))).toEqual(expected);
  const both = updateTopology(clusterOf('worker.yaml', talos('worker', 1)).topology, machine);
  expect(portsOf(both)).toEqual({ node: '1', 'control-plane-node': '10255' });
});
