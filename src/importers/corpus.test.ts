import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { effectiveSetting, type SettingComponent } from '../catalogue/settings.ts';
import type { EffectiveSetting } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { importFiles } from './importFiles.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const index = new URL('INDEX.tsv', corpus);

/** The forms of this corpus that the first importer reads; the others come with further readers. */
const forms = [
  'a/fleet-0.19.3-underscores.service',
  'a/gce-1.10-sh-c-exec.json',
  'a/hard-way-1.32-apiserver.service',
  'a/kwok-dry-run-commands.txt',
  'a/rpm-default-apiserver.env',
  'b/hard-way-1.32-kubelet.service',
  'b/rpm-default-kubelet.env',
  'b/vagrant-1.9-kubelet-node2.env',
  'e/hard-way-controller-manager.service',
  'e/hard-way-etcd-http.service',
  'a/kubermatic-1.33-konnectivity.yaml',
  'a/kubermatic-1.8-openvpn.yaml',
  'a/kubescape-authz-node-alwaysallow.yaml',
  'a/kubescape-minikube-1.24-kubelet-ca.yaml',
  'a/kubescape-minikube-1.24-no-kubelet-ca.yaml',
  'b/eks-nodeadm-drop-in.json',
  'b/eks-nodeadm-kubelet-config.json',
  'b/hard-way-1.32-kubelet-config.yaml',
  'c/minikube-1.11-v1alpha1-duplicate-key.yaml',
  'c/minikube-1.16-v1beta1.yaml',
  'c/minikube-1.34-v1beta4-list-args.yaml',
  'd/aks-podlist-managedfields.json',
  'd/honeycomb-podlist.json',
  'd/insights-node-no-kind.json',
  'd/k9s-node-single.json',
  'd/mustgather-aws-apiserver-pods.yaml',
  'd/mustgather-aws-default-services.yaml',
  'd/mustgather-aws-node.yaml',
  'd/popeye-services-all-types.yaml',
  'd/troubleshoot-nodelist-7.json',
];

const kubeletKeys: Readonly<Record<string, string>> = {
  anonymous: 'authentication.anonymous.enabled',
  authorization: 'authorization.mode',
  'read-only-port': 'readOnlyPort',
  'client-ca-file': 'authentication.x509.clientCAFile',
  serverTLSBootstrap: 'serverTLSBootstrap',
};

const rows = existsSync(index)
  ? readFileSync(index, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .flatMap(([file = '', , , , , , , expected = '']) => (forms.includes(file) ? [{ file, expected }] : []))
  : [];

describe.skipIf(rows.length === 0)('corpus of real files (skipped where it is absent)', () => {
  test('holds every file that we mean to check', () => {
    expect(rows.map(({ file }) => file).sort()).toEqual([...forms].sort());
  });

  test.each(rows)('$file', ({ file, expected }) => {
    const { topology } = importFiles([{ name: file, bytes: readFileSync(new URL(file, corpus)) }]);
    for (const [, key = '', value = ''] of expected.matchAll(/([\w.-]+)=(\S+)/g)) {
      expect([key, answer(topology, key, value)]).toEqual([key, value]);
    }
  });
});

/** What we conclude, in the words of the index. */
function answer(topology: Topology | null, key: string, expected: string): string {
  if (!topology) return 'nothing read';
  if (key === 'nodes') return String(topology.nodes.filter((node) => node.implied !== true).length);
  if (key === 'pods') return String(topology.pods.length);
  if (key === 'services') return String(topology.services.length);
  const [component = '', ...rest] = key.split('.');
  const setting = rest.join('.');
  if (setting === 'etcd-scheme')
    return read(topology, 'kube-apiserver', 'etcd-servers').value?.split(':')[0] ?? 'unset';
  const found =
    component === 'kubelet'
      ? read(topology, 'kubelet', kubeletKeys[setting] ?? setting)
      : read(topology, 'kube-apiserver', setting === 'egress-selector' ? 'egress-selector-config-file' : setting);
  if (expected === 'default') return found.origin === 'default' ? 'default' : String(found.value);
  if (expected === 'set' || expected === 'unset') {
    if (found.origin === 'unknown') return 'unknown';
    return found.value === null ? 'unset' : 'set';
  }
  return String(found.value);
}

function read(topology: Topology, component: SettingComponent, key: string): EffectiveSetting {
  const config =
    component === 'kubelet' ? topology.nodes[0]?.kubelet : topology.controlPlanes[0]?.components['kube-apiserver'];
  return effectiveSetting(component, config ?? { form: 'unknown', stated: {} }, key, topology.kubernetesVersion);
}
