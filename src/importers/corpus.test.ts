import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { effectiveSetting, type SettingComponent } from '../catalog/settings.ts';
import type { EffectiveSetting } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { importOne } from '../testing/importOne.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const index = new URL('INDEX.tsv', corpus);

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
      .map(([file = '', , , , , , , expected = '']) => ({ file, expected }))
  : [];

describe.skipIf(rows.length === 0)('corpus of real files (skipped where it is absent)', () => {
  let agreed = 0;
  afterAll(() => process.stdout.write(`corpus: ${agreed} of ${rows.length} files agree with the index\n`));

  test.each(rows)('$file', ({ file, expected }) => {
    const { topology } = importOne([[file, readFileSync(new URL(file, corpus))]]);
    for (const [, key = '', value = ''] of expected.matchAll(/([\w.-]+)=(\S+)/g)) {
      expect([key, answer(topology, key, value)]).toEqual([key, value]);
    }
    for (const key of unclaimed(expected, topology)) {
      expect([key, answer(topology, key, 'set')]).toEqual([key, topology ? 'unknown' : 'nothing read']);
    }
    agreed += 1;
  });
});

const apiServerKeys = [
  'kubelet-certificate-authority',
  'kubelet-client-certificate',
  'anonymous-auth',
  'authorization-mode',
  'secure-port',
  'client-ca-file',
];

/**
 * Keys that the index does not name, so that nothing may be claimed for them. What kubeadm writes on its own is in our
 * catalog and not in the file: those files are left out.
 */
function unclaimed(expected: string, topology: Topology | null): readonly string[] {
  const forms = topology?.controlPlanes.map((host) => host.components['kube-apiserver']?.form);
  if (forms?.includes('kubeadm')) return [];
  const all = [
    ...apiServerKeys.map((key) => `apiserver.${key}`),
    ...Object.keys(kubeletKeys).map((key) => `kubelet.${key}`),
  ];
  return all.filter((key) => !expected.includes(`${key}=`));
}

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
  return effectiveSetting(
    component,
    config ?? { form: 'unknown', explicitSettings: {} },
    key,
    topology.kubernetesVersion,
  );
}
