import { afterAll, describe, expect, test } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { userConfig } from '../../domain/settings.ts';
import type { Topology } from '../../domain/topology.ts';
import { importFiles } from '../../importers/importFiles.ts';
import { updateTopology } from '../../importers/joining/updateTopology.ts';
import { textFile } from '../../importers/source/inputFile.ts';
import { scenario } from '../../scenarios/scenarios.ts';
import { importOne } from '../../testing/importOne.ts';
import { applyChanges, type Change } from '../change.ts';
import { type RemedyId, remedyIds } from '../remedyIds.ts';
import { changesOf } from '../resolveRemedy.ts';
import { manifestDiff } from './manifestDiff.ts';
import type { Patch, PatchKind } from './patch.ts';
import { patchesOf } from './patchesOf.ts';

/* What a patch promises is what its import brings: the importer is asked, not the writer. */

function withExtensions(topology: Topology): Topology {
  const wrong = scenario('everything-wrong');
  return { ...topology, extensions: [...topology.extensions, ...wrong.extensions.slice(2)] };
}

const konnectivity = scenario('konnectivity');
const openAgents: Topology = {
  ...konnectivity,
  controlPlanes: konnectivity.controlPlanes.map((host) => ({
    ...host,
    components: {
      ...host.components,
      'konnectivity-server': userConfig('flags', {
        'agent-port': '8132',
        'kubeconfig.insecure-skip-tls-verify': 'true',
      }),
    },
  })),
};
const k3s = scenario('k3s');
/** Nobody's certificate is accepted. */
const withoutClientCa: Topology = {
  ...k3s,
  controlPlanes: k3s.controlPlanes.map((host) => ({
    ...host,
    components: { ...host.components, 'kube-apiserver': userConfig('flags', { 'authorization-mode': 'Node,RBAC' }) },
  })),
};
const peers = scenario('ha');
const openPeers: Topology = {
  ...peers,
  controlPlanes: peers.controlPlanes.map((host) => ({
    ...host,
    components: {
      ...host.components,
      etcd: userConfig('flags', { 'peer-auto-tls': 'true', 'listen-metrics-urls': 'http://0.0.0.0:2381' }),
    },
  })),
};
const weakTls = scenario('kubeadm');
const oldTls = applyChanges(weakTls, [
  { component: 'kube-apiserver', key: 'tls-min-version', value: 'VersionTLS10' },
  { component: 'kubelet', key: 'tlsMinVersion', value: 'VersionTLS11' },
  { component: 'kubelet', key: 'healthzBindAddress', value: '0.0.0.0' },
  { component: 'kubelet', key: 'staticPodURL', value: 'http://10.0.0.9/pods' },
  { component: 'kubelet', key: 'bootstrap-kubeconfig.insecure-skip-tls-verify', value: 'true' },
]);

const clusters: Readonly<Record<string, Topology>> = {
  kubeadm: withExtensions(scenario('kubeadm')),
  flags: scenario('ssh'),
  'everything wrong': scenario('everything-wrong'),
  k3s: { ...scenario('k3s'), distribution: 'k3s' },
  'open agents': openAgents,
  'open etcd peers': openPeers,
  'without a client CA': withoutClientCa,
  'old TLS': oldTls,
};

/** Ways to change flags of the control plane; every other kind of patch goes with each of them. */
const ways: readonly PatchKind[] = ['kubeadm-v1beta4', 'kubeadm-v1beta3', 'kubeadm-patch', 'rancher'];

/** What is done outside of files that Kubernetes reads, and so outside of what an importer sees. */
const byHand: readonly RemedyId[] = [
  'pod-client',
  'registry',
  'pod-network-mesh',
  'load-balancer-tcp',
  'load-balancer-verifies',
  'admission-webhook-credential',
  'webhook-kubeconfig',
  'scraper',
  'scheduler-extender',
];

function cases() {
  return Object.entries(clusters).flatMap(([name, topology]) =>
    remedyIds.flatMap((remedy) => {
      const changes = changesOf(topology, remedy);
      if (changes.length === 0 || byHand.includes(remedy)) return [];
      const patches = patchesOf(topology, changes);
      const used = ways.filter((way) => patches.some(({ kind }) => kind === way) && holdsAll(topology, changes, way));
      const found = used.length > 0 ? used : (['kubelet-configuration'] as const);
      return found.map((way) => ({ name, remedy, way, topology, changes, patches }));
    }),
  );
}

/** A patch of a static pod cannot take back what a list has already; the manifest's own line has to be changed. */
function holdsAll(topology: Topology, changes: readonly Change[], way: PatchKind): boolean {
  if (way !== 'kubeadm-patch') return true;
  const patch = patchesOf(topology, changes).filter(({ kind }) => kind === way);
  return changes
    .filter(({ component, key }) => component.startsWith('kube-') && component !== 'kubelet' && !key.includes('.'))
    .filter(({ component }) => component !== 'kube-proxy')
    .every(({ key }) => patch.some(({ text }) => text.includes(`--${key}=`)));
}

function afterImport(topology: Topology, patches: readonly Patch[]): Topology {
  const { clusters: found, issues } = importFiles(patches.map(({ file, text }) => textFile(file, text)));
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [first] = found;
  if (!first) throw new Error('nothing was read');
  return updateTopology(topology, first);
}

function verdicts(topology: Topology): readonly string[] {
  return analyze(topology)
    .connections.map(({ path, variant, listener, client, server, status, exposure }) =>
      JSON.stringify([path, variant, listener, client.name, server.name, status, exposure]),
    )
    .sort();
}

describe('a patch, imported into the cluster without it, brings the verdict that was promised', () => {
  const all = cases();
  let agreed = 0;
  afterAll(() =>
    process.stdout.write(
      `patches: ${agreed} of ${all.length} bring the promised verdict, ${new Set(all.map(({ remedy }) => remedy)).size} remedies\n`,
    ),
  );

  test.each(all)('$name: $remedy, $way', ({ topology, changes, patches, way }) => {
    const others = patches.filter(({ kind }) => kind !== 'by-hand' && !ways.includes(kind));
    const rancherToo = way === 'rancher' ? others.filter(({ kind }) => !kind.startsWith('kubelet-')) : others;
    const imported = afterImport(topology, [...patches.filter(({ kind }) => kind === way), ...rancherToo]);
    expect(verdicts(imported)).toEqual(verdicts(applyChanges(topology, changes)));
    agreed += 1;
  });

  test('every remedy that is not done by hand is tried', () => {
    const tried = new Set(all.map(({ remedy }) => remedy));
    expect(remedyIds.filter((id) => !tried.has(id) && !byHand.includes(id))).toEqual([]);
  });
});

test('a patch is for the hosts that need it, and says which these are', () => {
  const nodes = scenario('kubeadm').nodes.map((node, at) =>
    at === 1 ? { ...node, kubelet: userConfig('kubeadm', { readOnlyPort: '10255' }) } : node,
  );
  const topology = { ...scenario('kubeadm'), nodes };
  const changes: readonly Change[] = [
    { component: 'kubelet', key: 'readOnlyPort', value: '0' },
    { component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' },
  ];
  const patches = patchesOf(topology, changes).filter(({ kind }) => kind === 'kubelet-configuration');
  expect(
    patches.map(({ hosts, text }) => [hosts, text.includes('readOnlyPort'), text.includes('serverTLSBootstrap')]),
  ).toEqual([
    [[nodes[0]?.name], false, true],
    [[nodes[1]?.name], true, true],
  ]);
  const [same] = patchesOf(topology, changes.slice(1)).filter(({ kind }) => kind === 'kubelet-configuration');
  expect(same?.hosts).toBeUndefined();
});

describe('a diff of the manifest that was imported', () => {
  const manifest = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --authorization-mode=AlwaysAllow
    - --secure-port=6443
    image: registry.k8s.io/kube-apiserver:v1.34.1
`;
  const lines = manifest.split('\n');
  const configOf = (text: string) =>
    importOne([['kube-apiserver.yaml', text]]).topology?.controlPlanes[0]?.components['kube-apiserver'] ??
    userConfig('unknown');
  const changes: readonly Change[] = [
    { component: 'kube-apiserver', key: 'authorization-mode', value: 'Node,RBAC' },
    { component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: '/ca.crt' },
  ];

  test('changes a flag in its line and adds the others after the last one', () => {
    expect(manifestDiff('kube-apiserver.yaml', lines, configOf(manifest), changes)).toBe(`--- a/kube-apiserver.yaml
+++ b/kube-apiserver.yaml
@@ -6,7 +6,8 @@
   - name: kube-apiserver
     command:
     - kube-apiserver
-    - --authorization-mode=AlwaysAllow
+    - --authorization-mode=Node,RBAC
     - --secure-port=6443
+    - --kubelet-certificate-authority=/ca.crt
     image: registry.k8s.io/kube-apiserver:v1.34.1
 
`);
  });

  test('applied, it is read as what was promised', () => {
    const diff = manifestDiff('kube-apiserver.yaml', lines, configOf(manifest), changes) ?? '';
    const explicitSettings = configOf(applied(manifest, diff)).explicitSettings;
    expect(explicitSettings['authorization-mode']?.value).toBe('Node,RBAC');
    expect(explicitSettings['kubelet-certificate-authority']?.value).toBe('/ca.crt');
    expect(explicitSettings['secure-port']?.value).toBe('6443');
  });

  test('a line of which something is not shown is no context', () => {
    const hidden = lines.map((line) => (line.includes('image:') ? '    env: •••' : line));
    const diff = manifestDiff('kube-apiserver.yaml', hidden, configOf(manifest), changes) ?? '';
    expect(diff).not.toContain('•••');
    expect(diff).toContain('@@ -6,5 +6,6 @@');
  });

  test('a manifest without a flag has no place for one', () => {
    expect(manifestDiff('kube-apiserver.yaml', lines, userConfig('flags'), changes)).toBeNull();
  });
});

/** What `patch` does with a unified diff of one file. */
function applied(text: string, diff: string): string {
  const lines = text.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const line of diff.split('\n').slice(2)) {
    const hunk = /^@@ -(\d+)/.exec(line);
    if (hunk) {
      const start = Number(hunk[1]) - 1;
      result.push(...lines.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) result.push(line.slice(1));
    else if (line.startsWith('-')) at += 1;
    else if (line.startsWith(' ')) {
      result.push(lines[at] ?? '');
      at += 1;
    }
  }
  return [...result, ...lines.slice(at)].join('\n');
}
