import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { distributionIds } from '../catalog/distributions.ts';
import { distribution } from './distributions.ts';

/** The class of a path's connections, without repeats. */
function classes(id: (typeof distributionIds)[number], path: string): string {
  const found = analyze(distribution(id)).connections.filter((one) => one.path === path && !one.variant);
  return [...new Set(found.map(({ status }) => status))].join(' ');
}

test.each([
  ['kubeadm', 'unverified'],
  ['kind', 'unverified'],
  ['minikube', 'unverified'],
  ['kubespray', 'unverified'],
  ['kops', 'unverified'],
  ['talos', 'unverified'],
  ['k3s', 'unknown'],
  ['rke2', 'unknown'],
  ['openshift', 'unknown'],
  ['the-hard-way', 'unknown'],
  ['eks', 'unknown'],
  ['gke', 'unknown'],
  ['aks', 'unknown'],
  ['k0s', 'unknown'],
] as const)('%s: kubelet logs are %s', (id, expected) => {
  expect(classes(id, 'P08')).toBe(expected);
});

test('a distribution that sets the kubelet CA has a verified server, whatever else is unknown', () => {
  for (const id of ['k3s', 'rke2', 'openshift', 'the-hard-way'] as const) {
    const logs = analyze(distribution(id)).connections.find(({ path }) => path === 'P08');
    expect(logs?.serverAuthentication, id).toBe('name');
  }
});

test('nothing about a distribution counts as seen', () => {
  for (const id of distributionIds) {
    const evidence = analyze(distribution(id)).connections.map((one) => one.evidence);
    expect(
      evidence.filter((one) => one === 'observed' || one === 'user'),
      id,
    ).toEqual([]);
  }
});

test.each([
  ['kind', 'P02', 'unverified'],
  ['minikube', 'A09', 'unverified'],
  ['kops', 'A09', 'unverified'],
  ['the-hard-way', 'A01', 'local'],
] as const)('%s: %s is %s', (id, path, expected) => {
  expect(classes(id, path)).toBe(expected);
});

test('what the proxy does is known everywhere: no flag changes it', () => {
  for (const id of distributionIds) {
    expect(classes(id, 'P14'), id).toBe('plaintext');
    expect(classes(id, 'P15'), id).toBe('unverified');
  }
});
