import { expect, test } from 'vitest';
import { type ClaimId, claimIds, claims } from '../catalog/claims.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import { settingFact, settingFacts } from '../catalog/settings.ts';
import { timeline } from '../catalog/timeline.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import { isKubernetesService, type Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { analyze } from './analyze.ts';
import type { Connection } from './connection.ts';

/*
 * Every sentence of the document that claims something, put to the test: the record below does not compile, and the last
 * test fails, when a claim has none.
 */

const page = scenario('documentation');
const hardened = scenario('hardened');
const host = { at: 'control-plane', hostId: 'control-plane-1', component: 'kube-apiserver' } as const;
const set = (key: string, value: string): TopologyEdit => ({ type: 'set-setting', refs: [host], key, value });

function of(topology: Topology, ...paths: readonly string[]): readonly Connection[] {
  const found = analyze(topology).connections.filter((one) => paths.includes(one.path) && !one.variant);
  expect(new Set(found.map(({ path }) => path)).size).toBe(paths.length);
  return found;
}

const kubelet = ['P08', 'P09', 'P10', 'P11'];
const proxyPlain = ['P12', 'P14', 'P16'];
const proxyTls = ['P13', 'P15', 'P17'];
const toControlPlane = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'];
const harmful = ['eavesdrop', 'tamper', 'impersonate-server', 'credential-replay'];
const isHarmed = ({ exposure }: Connection) => exposure.active.some((one) => harmful.includes(one));

const holds: Readonly<Record<ClaimId, () => void>> = {
  title: () => expect(timeline.find(({ id }) => id === 'seed')?.minor).toBe(27),
  'ends-at-apiserver': () => {
    for (const one of of(page, ...toControlPlane)) expect(one.server.component).toBe('kube-apiserver');
    expect(of(scenario('konnectivity'), 'P21')[0]?.server.component).toBe('konnectivity-server');
    expect(of(scenario('kubeadm'), 'A13').some(({ server }) => server.component === 'kube-scheduler')).toBe(true);
  },
  'secure-port': () => {
    expect(settingFact('kube-apiserver', 'secure-port')?.default).toBe('6443');
    for (const one of of(page, 'P01', 'P03', 'P04')) expect(one.hop.proto).toBe('tls');
    // Clients may be anonymous: the certificate is asked for, not demanded.
    expect(of(page, 'P01')[0]?.hop.clientAuthPolicy).toBe('optional');
  },
  'authorization-on': () => {
    const everything = applyEdit(page, set('authorization-mode', 'AlwaysAllow'));
    expect(of(page, 'P01')[0]?.status).toBe('protected');
    expect(of(everything, 'P01')[0]?.status).toBe('open');
    expect(of(everything, 'P01')[0]?.hop.clientAuthPolicy).toBe('required');
  },
  'nodes-have-root': () => {
    for (const one of of(page, 'P01', 'P03')) expect(one.serverAuthentication).toBe('name');
    for (const one of of(scenario('everything-wrong'), 'P01', 'P03')) expect(one.serverAuthentication).toBe('none');
  },
  'gke-certificate': () => {
    expect(of(page, 'P01')[0]?.clientAuthentication).toBe('x509');
    expect(of(page, 'P01')[0]?.exposure.active).not.toContain('credential-replay');
  },
  'tls-bootstrapping': () => {
    expect(of(page, 'P02')[0]?.clientAuthentication).toBe('bootstrap');
    expect(of(scenario('everything-wrong'), 'P02')[0]?.exposure.active).toContain('credential-replay');
  },
  'service-account': () => {
    expect(of(page, 'P04')[0]).toMatchObject({ serverAuthentication: 'name', clientAuthentication: 'bearer' });
    expect(of(scenario('everything-wrong'), 'P04')[0]?.exposure.active).toContain('credential-replay');
  },
  'kubernetes-service': () => {
    const found = page.services.filter(isKubernetesService);
    expect(found.map(({ namespace }) => namespace)).toEqual(['default']);
    expect(isKubernetesService({ name: 'kubernetes', namespace: 'web' } as (typeof found)[number])).toBe(false);
  },
  'kube-proxy-redirect': () => {
    // The rewrite is no end of its own: the pod's TLS session goes to the kube-apiserver.
    expect(of(page, 'P04')[0]).toMatchObject({ server: { component: 'kube-apiserver' }, encryption: 'verified' });
  },
  'components-secure-port': () => {
    for (const one of of(page, 'P05', 'P06', 'P07')) expect(one).toMatchObject({ port: 6443, encryption: 'verified' });
  },
  'secured-by-default': () => {
    for (const one of of(page, ...toControlPlane)) expect(isHarmed(one), one.id).toBe(false);
  },
  'two-ways': () => {
    for (const one of of(page, ...kubelet, ...proxyPlain, ...proxyTls))
      expect(one.client.component).toBe('kube-apiserver');
  },
  'kubelet-uses': () => {
    // Logs, exec and attach, port-forward, and the node proxy without a port: one channel, one verdict.
    expect(new Set(of(page, ...kubelet).map(({ status }) => status)).size).toBe(1);
    for (const one of of(page, ...kubelet)) expect(one.server.component).toBe('kubelet');
  },
  'kubelet-https': () => {
    for (const one of of(page, ...kubelet)) expect(one.hop.proto).toBe('tls');
    const without = applyEdit(page, set('kubelet-https', 'false'));
    for (const one of of(without, ...kubelet)) expect(one.hop.proto).toBe('tls');
  },
  'kubelet-not-verified': () => {
    for (const one of of(page, ...kubelet)) {
      expect(one).toMatchObject({ encryption: 'opportunistic', serverAuthentication: 'none' });
      expect(one.exposure.active).toEqual(['eavesdrop', 'tamper', 'impersonate-server']);
    }
  },
  'kubelet-unsafe': () => {
    for (const one of of(page, ...kubelet)) expect(isHarmed(one)).toBe(true);
  },
  'kubelet-ca': () => {
    for (const one of of(hardened, ...kubelet)) {
      expect(one.serverAuthentication).toBe('name');
      expect(isHarmed(one)).toBe(false);
    }
    expect(of(hardened, 'P08')[0]?.exposure.active).toEqual(['downgrade']);
    const withSelfSigned = applyEdit(page, set('kubelet-certificate-authority', '/etc/kubernetes/pki/ca.crt'));
    expect(of(withSelfSigned, 'P08')[0]?.notes).toContain('serving-certificate-self-signed');
  },
  'ssh-instead': () => {
    const before = scenario('ssh');
    expect(of(before, 'P08')[0]?.tunnel?.kind).toBe('ssh');
    expect(of(applyEdit(before, { type: 'set-version', version: '1.22' }), 'P08')[0]?.tunnel).toBeNull();
    // A tunnel does not verify the kubelet: at its end everything is still possible.
    const end = of(scenario('konnectivity'), 'P08')[0]?.tunnel?.segments.find(
      ({ segment }) => segment === 'tunnel-end',
    );
    expect(end?.active).toContain('impersonate-server');
  },
  'kubelet-authentication': () => {
    const both = page.nodes.map(({ id }) => ({ at: 'node', nodeId: id, component: 'kubelet' }) as const);
    const bare = applyEdit(page, { type: 'set-form', refs: both, form: 'flags' });
    const file = applyEdit(page, { type: 'set-form', refs: both, form: 'config-file' });
    expect(of(bare, 'A18')[0]?.exposure.offPath).toEqual(['impersonate-client']);
    expect(of(file, 'A18')[0]?.exposure.offPath).toEqual([]);
    // Necessary, and not enough: the kubelet can still be posed as.
    expect(of(file, 'P08')[0]?.exposure.active).toContain('impersonate-server');
  },
  'proxy-plain': () => {
    for (const one of of(page, ...proxyPlain))
      expect(one).toMatchObject({ encryption: 'none', serverAuthentication: 'none', clientAuthentication: 'none' });
    expect(of(page, 'P11')[0]).toMatchObject({ encryption: 'opportunistic', clientAuthentication: 'x509' });
  },
  'proxy-https-prefix': () => {
    for (const one of of(page, ...proxyTls)) expect(one.encryption).toBe('opportunistic');
  },
  'proxy-not-verified': () => {
    for (const one of of(hardened, ...proxyTls)) expect(one.serverAuthentication).toBe('none');
    expect(of(hardened, 'P11')[0]?.serverAuthentication).toBe('name');
  },
  'proxy-no-credentials': () => {
    for (const one of of(page, ...proxyPlain, ...proxyTls)) expect(one.hop.cred).toBe('none');
    expect(of(page, 'P11')[0]?.hop.cred).toBe('x509');
  },
  'proxy-no-integrity': () => {
    for (const one of of(page, ...proxyTls)) {
      expect(one.integrity).toBe('passive-only');
      expect(one.exposure.active).toContain('tamper');
    }
  },
  'proxy-unsafe': () => {
    for (const one of of(hardened, ...proxyPlain, ...proxyTls)) expect(isHarmed(one)).toBe(true);
  },
  'ssh-supported': () => {
    expect(settingFact('kube-apiserver', 'ssh-user')?.removed).toBe(22);
    expect(timeline.find(({ id }) => id === 'ssh-removed')?.minor).toBe(22);
  },
  'ssh-to-each-node': () => {
    const tunnels = of(scenario('ssh'), 'P18');
    expect(tunnels.reduce((sum, { count }) => sum + count, 0)).toBe(scenario('ssh').nodes.length);
    for (const one of tunnels) expect(one).toMatchObject({ port: 22, serverAuthentication: 'none' });
  },
  'ssh-all-traffic': () => {
    for (const one of of(scenario('ssh'), ...kubelet, ...proxyPlain, ...proxyTls)) expect(one.tunnel?.kind).toBe('ssh');
    const lastHop = (path: string) =>
      of(scenario('ssh'), path)[0]?.tunnel?.segments.find(({ segment }) => segment === 'last-hop');
    expect(lastHop('P12')?.passive).toEqual([]);
    expect(lastHop('P14')?.passive).toEqual(['eavesdrop']);
  },
  'ssh-not-visible': () => {
    const leg = of(scenario('ssh'), 'P14')[0]?.tunnel?.segments.find(({ segment }) => segment === 'tunnel');
    expect(leg?.passive).toEqual([]);
    expect(leg?.active).toContain('eavesdrop');
  },
  'ssh-not-supported': () => {
    const order = ['ssh-deprecated', 'ssh-removed'].map((id) => timeline.find((one) => one.id === id)?.minor);
    expect(order).toEqual([9, 22]);
  },
  replacement: () => {
    expect(timeline.find(({ id }) => id === 'egress-beta')?.minor).toBe(18);
    expect(of(scenario('konnectivity'), 'P20', 'P21')).toHaveLength(2);
  },
};

test.each(claims)('$id', ({ id }) => holds[id]());

test('every sentence that claims something is there once, with a section, a source and a test', () => {
  expect(claims.map(({ id }) => id)).toEqual(claimIds);
  expect(Object.keys(holds).sort()).toEqual([...claimIds].sort());
  for (const { id, sources, paths, rules } of claims) {
    expect(sources, id).toContain('SEED');
    expect(paths.length + rules.length > 0 || id === 'title' || id === 'ssh-not-supported', id).toBe(true);
    for (const path of paths) expect(communicationPath(path).sources.length, path).toBeGreaterThan(0);
  }
});

test('every setting and every change of a version says where it was read', () => {
  for (const { component, key, sources } of settingFacts)
    expect(sources.length, `${component} ${key}`).toBeGreaterThan(0);
  for (const { id, sources } of timeline) expect(sources.length, id).toBeGreaterThan(0);
});
