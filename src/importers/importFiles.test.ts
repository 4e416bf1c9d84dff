import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { effectiveSetting } from '../catalog/settings.ts';
import { emptyTopology } from '../domain/topology.ts';
import { importOne } from '../testing/importOne.ts';
import { runs } from '../testing/runs.ts';
import { excerptOf, linesOf } from './excerpt.ts';
import { textFile } from './source/inputFile.ts';

const read = (text: string, name = 'input.yaml') => importOne([[name, text]]);

const manifest = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: other
    command: [some-proxy, --insecure-port=6080]
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.34.1
    command:
    - kube-apiserver
    - --anonymous-auth=true
    - --anonymous_auth=false
    - --authorization-mode=AlwaysAllow
    - --authorization-mode=Node,RBAC
    - --kubelet-certificate-authority=
    - --etcd-servers
    - https://127.0.0.1:2379
    - --enable-bootstrap-token-auth
    - "true"
`;

const apiServer = (text: string, key: string) => {
  const { topology } = read(text);
  const config =
    topology?.controlPlanes[0]?.components['kube-apiserver'] ?? ({ form: 'unknown', explicitSettings: {} } as const);
  return effectiveSetting('kube-apiserver', config, key, topology?.kubernetesVersion ?? 'unknown');
};

test('our own analysis is told from a model, and nothing else is said', () => {
  const { topology, issues } = read(
    JSON.stringify({ schemaVersion: 1, cluster: {}, settings: [], connections: [], issues: [] }, null, 2),
    'mitmap.json',
  );
  expect(topology).toBeNull();
  expect(issues).toEqual([
    { code: 'own-analysis', severity: 'error', place: { file: 'mitmap.json', line: 1, column: 1 }, params: {} },
  ]);
});

describe('a static pod manifest', () => {
  test('the last of a repeated flag wins, underscores are dashes, with file and line', () => {
    expect(apiServer(manifest, 'anonymous-auth')).toEqual({
      value: 'false',
      origin: 'flag',
      source: { file: 'input.yaml', line: 13 },
    });
  });
  test('a list takes every mention of its flag: AlwaysAllow is among the modes, and allows everything', () => {
    expect(apiServer(manifest, 'authorization-mode').value).toBe('AlwaysAllow,Node,RBAC');
  });
  test('an empty flag sets nothing', () => {
    expect(apiServer(manifest, 'kubelet-certificate-authority').value).toBeNull();
  });
  test('flag and value may be two words, and a boolean takes no second word', () => {
    expect(apiServer(manifest, 'etcd-servers').value).toBe('https://127.0.0.1:2379');
    expect(apiServer(manifest, 'enable-bootstrap-token-auth').value).toBe('true');
  });
  test('the flags of a sidecar are not the kube-apiserver’s', () => {
    expect(apiServer(manifest, 'insecure-port')).toEqual({ value: null, origin: 'default', source: null });
  });
  test('the version is that of the image', () => {
    expect(read(manifest).topology?.kubernetesVersion).toBe('1.34');
  });
});

describe('a KubeletConfiguration', () => {
  const file =
    'kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\nauthentication:\n  anonymous:\n    enabled: true\n';
  test('states what it says with its line, and has the defaults of the file form', () => {
    const kubelet = read(file).topology?.nodes[0]?.kubelet;
    expect(kubelet?.form).toBe('config-file');
    expect(kubelet?.explicitSettings['authentication.anonymous.enabled']).toEqual({
      value: 'true',
      origin: 'file',
      source: { file: 'input.yaml', line: 5 },
    });
  });
  test('a drop-in alone concludes nothing', () => {
    const kubelet = read('kind: KubeletConfiguration\nlogging: {verbosity: 5}\n').topology?.nodes[0]?.kubelet;
    expect(kubelet && effectiveSetting('kubelet', kubelet, 'authorization.mode', '1.34').origin).toBe('unknown');
  });
});

test('kubeadm writes the client half and not the kubelet CA', () => {
  const text =
    'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\napiServer:\n  extraArgs:\n  - {name: anonymous-auth, value: "false"}\n';
  expect(apiServer(text, 'kubelet-certificate-authority')).toEqual({ value: null, origin: 'default', source: null });
  expect(apiServer(text, 'authorization-mode').value).toBe('Node,RBAC');
  expect(apiServer(text, 'anonymous-auth')).toEqual({
    value: 'false',
    origin: 'file',
    source: { file: 'input.yaml', line: 6 },
  });
});

test('an egress selector without an entry for the cluster dials directly', () => {
  const text =
    'kind: EgressSelectorConfiguration\negressSelections:\n- name: etcd\n  connection: {proxyProtocol: Direct}\n';
  expect(apiServer(text, 'egressSelections.cluster.proxyProtocol').value).toBe('Direct');
});

test('several files of one cluster become one model', () => {
  const nodes =
    '{"kind":"List","items":[{"kind":"Node","metadata":{"name":"cp","labels":{"node-role.kubernetes.io/control-plane":""}}},{"kind":"Node","metadata":{"name":"w1"}}]}';
  const { topology } = importOne([
    ['nodes.json', nodes],
    ['kube-apiserver.yaml', manifest],
  ]);
  expect(topology?.controlPlanes.map((host) => host.name)).toEqual(['cp']);
  expect(topology?.controlPlanes[0]?.components['kube-apiserver']?.form).toBe('flags');
  expect(topology?.nodes.map((node) => node.name)).toContain('w1');
});

describe('manifests beside the pods that the API shows of them', () => {
  const mirror = (host: string, ...flags: readonly string[]) => ({
    kind: 'Pod',
    metadata: { name: `kube-apiserver-${host}`, namespace: 'kube-system' },
    spec: { nodeName: host, containers: [{ name: 'c', command: ['kube-apiserver', ...flags] }] },
  });
  const list = (...items: readonly object[]) => JSON.stringify({ kind: 'List', items });
  const manifest = (...flags: readonly string[]) =>
    `kind: Pod\nmetadata: {name: kube-apiserver, namespace: kube-system}\nspec:\n  containers:\n  - command:\n${[
      'kube-apiserver',
      ...flags,
    ]
      .map((flag) => `    - ${flag}\n`)
      .join('')}`;
  const secure = '--secure-port=6443';
  const ca = '--kubelet-certificate-authority=/ca.crt';

  test.each([
    ['objects first', ['objects.json', 'kube-apiserver.yaml']],
    ['manifest first', ['kube-apiserver.yaml', 'objects.json']],
    ['manifest in the folder of its host', ['cp-1/etc/kubernetes/manifests/kube-apiserver.yaml', 'objects.json']],
  ])('one pod and one host, and the line of the manifest: %s', (_name, names) => {
    const contents = names.map((name) => (name.endsWith('.json') ? list(mirror('cp-1', secure)) : manifest(secure)));
    const { topology, issues } = importOne(names.map((name, index) => [name, contents[index] ?? '']));
    expect(topology?.pods.map(({ name }) => name)).toEqual(['kube-apiserver-cp-1']);
    expect(topology?.controlPlanes.map(({ name }) => name)).toEqual(['cp-1']);
    const explicitSettings = topology?.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings;
    expect(explicitSettings?.['secure-port']?.source).toMatchObject({
      file: names.find((one) => one.endsWith('yaml')),
      line: 7,
    });
    expect(issues).toEqual([]);
  });

  test('what runs wins over a manifest that says something else, and the difference is told', () => {
    const { topology, issues } = importOne([
      ['objects.json', list(mirror('cp-1', '--secure-port=443'))],
      ['kube-apiserver.yaml', manifest(secure, ca)],
    ]);
    const explicitSettings = topology?.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings;
    expect(explicitSettings?.['secure-port']).toMatchObject({ value: '443', overruled: [{ value: '6443' }] });
    expect(explicitSettings?.['kubelet-certificate-authority']).toBeUndefined();
    expect(issues.map(({ code, params }) => [code, params['flags']])).toEqual([
      ['manifest-differs', '--secure-port, --kubelet-certificate-authority'],
    ]);
  });

  test('of several hosts, those that run what the manifest says', () => {
    const { topology, issues } = importOne([
      ['objects.json', list(mirror('cp-1', secure, ca), mirror('cp-2', secure))],
      ['kube-apiserver.yaml', manifest(secure, ca)],
    ]);
    expect(issues).toEqual([]);
    const files = topology?.controlPlanes.map(
      ({ components }) => components['kube-apiserver']?.explicitSettings['secure-port']?.source?.file,
    );
    expect(files).toEqual(['kube-apiserver.yaml', 'objects.json']);
  });
});

test('evidence: a flag that is absent from a manifest we have seen is observed, a kubeconfig that nobody showed is assumed', () => {
  const { topology } = read(manifest);
  const evidence = Object.fromEntries(
    analyze(topology ?? emptyTopology).connections.map((one) => [one.path, one.evidence]),
  );
  expect([evidence['P08'], evidence['P01']]).toEqual(['observed', 'default']);
});

describe('bad input', () => {
  test.each([
    ['empty', '', 'empty-file'],
    ['binary', 'a\u0000b', 'binary-file'],
    ['not YAML', 'kind: Pod\nmetadata: {name: "x', 'invalid-yaml'],
    ['a template', 'kind: Pod\nmetadata:\n  name: {{ .Name }}: {{ .X }}\n', 'template'],
    [
      'an alias bomb',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((to, index) => `${to}: &${to} [${Array(9).fill(`*${'abcdefg'[index]}`).join(',')}]`).join('\n')}\n`,
      'too-many-aliases',
    ],
    ['a scalar', '42', 'not-an-object'],
    ['another kind', 'kind: HTTPRoute\nspec: {a: b}\n', 'kind-not-read'],
  ])('%s gives a message', (_name, text, code) => {
    const { topology, issues } = read(text);
    expect(topology).toBeNull();
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(issues.every((issue) => issue.place.file === 'input.yaml' && issue.place.line >= 1)).toBe(true);
  });

  test('the rest of a broken file is imported', () => {
    const { topology, issues } = read('kind: Node\nmetadata: {name: good}\n---\nkind: Node\nmetadata: {name: "bad\n');
    expect(topology?.nodes.map((node) => node.name)).toEqual(['good']);
    expect(issues.map((issue) => [issue.code, issue.place.line >= 4])).toContainEqual(['invalid-yaml', true]);
  });

  test('`__proto__` is a key like any other and changes nothing', () => {
    read('{"kind":"Node","metadata":{"name":"n","__proto__":{"polluted":true}},"__proto__":{"kind":"Pod"}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('secrets never enter the model', () => {
    const text = manifest
      .replace('--etcd-servers', '--service-token=abc\n    - --etcd-servers')
      .replace('image:', 'env: [{name: PASSWORD, value: hunter2}]\n    image:');
    expect(JSON.stringify(read(text).topology)).not.toMatch(/hunter2|abc/);
  });

  test('50 MB of nonsense is refused at once', () => {
    const { topology, issues } = importOne([['big', new Uint8Array(50_000_000).fill(123)]]);
    expect(topology).toBeNull();
    expect(issues[0]?.code).toBe('too-large');
  });

  test('deep nesting is no crash', () => {
    expect(read('['.repeat(5000)).topology).toBeNull();
    expect(read(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`).topology).toBeNull();
  });

  test('a file cut off anywhere, or random bytes, never throws', () => {
    for (let length = 0; length < manifest.length; length += 7) read(manifest.slice(0, length));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (random) => {
        importOne([['r', random]]);
      }),
      { numRuns: runs(300) },
    );
  });
});

test('a place in a file is shown without tokens, keys and environment values, and with its paths', () => {
  const text = `kind: Pod
spec:
  containers:
  - command:
    - kube-apiserver
    - --requestheader-client-ca-file=/etc/kubernetes/pki/very/long/path/to/a/front-proxy-ca-of-the-cluster.crt
    env:
    - name: DB_PASSWORD
      value: hunter2
    - {name: API_KEY, value: "swordfish"}
    args: [{name: authorization-mode, value: RBAC}]
token: abcdefghijklmnop
data: ${'QUJD'.repeat(30)}
`;
  const files = [textFile('pod.yaml', text)];
  const shown = linesOf(files, 'pod.yaml')?.join('\n') ?? '';
  expect(shown).not.toMatch(/hunter2|swordfish|abcdefgh|QUJDQUJD/);
  expect(shown).toContain('a/front-proxy-ca-of-the-cluster.crt');
  expect(shown).toContain('value: RBAC');
  expect(excerptOf(files, 'pod.yaml', 9)?.lines.join()).not.toContain('hunter2');
  expect(linesOf(files, 'other.yaml')).toBeNull();
});
