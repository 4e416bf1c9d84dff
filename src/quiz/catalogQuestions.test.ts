import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { isReplayable } from '../analysis/rules.ts';
import { settingFact } from '../catalog/settings.ts';
import { userConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { locales } from '../i18n/texts.ts';
import { applyAll } from '../remedies/smallestSet.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { type CatalogQuestionId, catalogItem, catalogQuestionIds } from './catalogQuestions.ts';
import { withChange } from './settingChange.ts';

/** What the engine says about each question; null where it does not model what is asked. */
const proofs: Readonly<Record<CatalogQuestionId, (() => void) | null>> = {
  'kubelet-edge': () => {
    const both = of(applyAll(scenario('kubeadm'), ['kubelet-serving-certificates', 'kubelet-ca']), 'P09');
    expect(both.status).toBe('protected');
    expect(both.notes).not.toContain('calls-refused');
    const flagOnly = of(set(scenario('kubeadm'), 'kube-apiserver', 'kubelet-certificate-authority', ca), 'P09');
    expect(flagOnly.status === 'protected' && !isRefused(flagOnly)).toBe(false);
    const certificateOnly = of(set(scenario('kubeadm'), 'kubelet', 'serverTLSBootstrap', 'true'), 'P09');
    expect(certificateOnly.status).toBe('unverified');
    const client = of(applyAll(scenario('kubeadm'), ['kubelet-client-certificate']), 'P09');
    expect(client.status).toBe('unverified');
  },
  'real-logs': () => {
    const logs = of(scenario('kubeadm'), 'P08');
    expect(logs.exposure.active).toContain('impersonate-server');
    expect(logs.exposure.relay).toBe(false);
    expect(logs.exposure.passive).toEqual([]);
  },
  'bare-kubelet': () => {
    const kubeadm = scenario('kubeadm');
    const bare = { ...kubeadm, nodes: kubeadm.nodes.map((node) => ({ ...node, kubelet: userConfig('flags') })) };
    const logs = of(bare, 'P08');
    expect(logs.exposure.relay).toBe(true);
    expect(logs.exposure.offPath).toContain('impersonate-client');
  },
  'passed-on': () => {
    for (const { id, right } of catalogItem('passed-on').options)
      expect(isReplayable(id === 'ssh' ? 'sshkey' : (id as 'bearer')), id).toBe(right);
  },
  'https-web': null,
  'proxy-and-ca': () => {
    expect(of(scenario('kubeadm'), 'P17').status).toBe('unverified');
    expect(of(scenario('hardened'), 'P17').status).toBe('unverified');
    expect(of(scenario('hardened'), 'P09').status).toBe('protected');
  },
  'skip-per-request': () => {
    const skippable = ['P08', 'P09', 'P10'].filter(
      (path) => of(scenario('hardened'), path).hop.perRequestSkip === true,
    );
    expect(skippable).toEqual(['P08']);
  },
  'ssh-exit': () => {
    const pods = analyze(scenario('ssh')).connections.filter(({ path, tunnel }) => path === 'P14' && tunnel);
    // Only a way that leaves the tunnel elsewhere has a last stretch.
    expect(pods.some(({ tunnel }) => tunnel?.segments.some(({ segment }) => segment === 'last-hop'))).toBe(true);
  },
  'ssh-active': () => {
    const ssh = of(scenario('ssh'), 'P18');
    expect(ssh.serverAuthentication).toBe('none');
    expect(ssh.exposure.passive).toEqual([]);
    expect(ssh.exposure.active).toContain('impersonate-server');
  },
  'agents-unproven': () => {
    const loose = ['cluster-ca-cert', 'agent-namespace', 'agent-service-account', 'authentication-audience'].reduce(
      (cluster, key) => withChange(cluster, { component: 'konnectivity-server', key, value: null }),
      scenario('konnectivity'),
    );
    expect(of(loose, 'P21').exposure.offPath).toContain('impersonate-client');
    expect(of(loose, 'P21').serverAuthentication).not.toBe('none');
    expect(of(scenario('konnectivity'), 'P21').exposure.offPath).toEqual([]);
  },
  'konnectivity-exec': () => {
    const exec = of(scenario('konnectivity'), 'P09');
    const open = exec.tunnel?.segments.filter(({ active }) => active.length > 0).map(({ segment }) => segment);
    expect(open?.toSorted()).toEqual(['last-hop', 'tunnel-end']);
  },
  'stock-kubeadm': () => {
    const cluster = scenario('kubeadm');
    expect(of(cluster, 'P09').status).toBe('unverified');
    for (const path of ['P01', 'P05']) expect(of(cluster, path).status, path).toBe('protected');
    // Its own etcd it reaches within the host, and over TLS as well.
    expect(of(cluster, 'A01').hop).toMatchObject({ medium: 'loopback', proto: 'tls', verify: 'name' });
  },
  'curl-k': () => {
    const careless = withChange(scenario('kubeadm'), { component: 'pod', key: 'skips-verification', value: 'true' });
    expect(of(careless, 'P04').exposure.active).toContain('credential-replay');
    expect(of(careless, 'P04').exposure.passive).toEqual([]);
  },
  'no-auto-approval': null,
  'read-only-check': () => {
    expect(settingFact('kubelet', 'readOnlyPort')?.default).toBe('10255');
    expect(settingFact('kubelet', 'readOnlyPort')?.fileDefault).toBe('0');
  },
  'nodes-proxy': null,
  'insecure-port': () => {
    const fact = settingFact('kube-apiserver', 'insecure-port');
    expect([fact?.inert, fact?.removed]).toEqual([20, 24]);
  },
  'bootstrap-token': () => {
    expect(isReplayable('bootstrap')).toBe(true);
    expect(isReplayable('x509')).toBe(false);
  },
};

const ca = '/etc/kubernetes/pki/ca.crt';

function of(topology: Topology, path: string): Connection {
  const found = analyze(topology).connections.find((one) => one.path === path && one.count > 0 && !one.variant);
  if (!found) throw new Error(path);
  return found;
}

function set(topology: Topology, component: 'kube-apiserver' | 'kubelet', key: string, value: string): Topology {
  return withChange(topology, { component, key, value });
}

function isRefused({ notes }: Connection): boolean {
  return notes.includes('calls-refused') || notes.includes('serving-certificate-self-signed');
}

test('there are the eighteen of the catalog', () => {
  expect(catalogQuestionIds).toHaveLength(18);
});

test.each(Object.entries(proofs))('%s: the engine says the same, where it can know', (_id, proof) => {
  proof?.();
});

test.each(catalogQuestionIds)('%s has right and wrong options, and all in both languages', (id) => {
  const { options, text, why } = catalogItem(id);
  expect(options.length).toBeGreaterThanOrEqual(4);
  expect(options.some(({ right }) => right)).toBe(true);
  expect(options.some(({ right }) => !right)).toBe(true);
  expect(new Set(options.map((option) => option.id)).size).toBe(options.length);
  for (const locale of locales) {
    expect(text[locale].length).toBeGreaterThan(20);
    expect(why[locale].length).toBeGreaterThan(40);
    expect(new Set(options.map((option) => option.text[locale])).size).toBe(options.length);
  }
  expect(text.en).not.toBe(text.de);
  expect(why.en).not.toBe(why.de);
});
