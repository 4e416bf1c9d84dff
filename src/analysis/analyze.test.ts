import { describe, expect, test } from 'vitest';
import { isAdjacent, pathIds } from '../catalog/communicationPath.ts';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { settingFact, settingFacts } from '../catalog/settings.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import type { ComponentRef } from '../domain/edit.ts';
import { unknownConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { analyze } from './analyze.ts';

function statuses(topology: Topology): Readonly<Record<string, string>> {
  const { connections } = analyze(topology);
  const documented = connections.filter((one) => !one.variant && !isAdjacent(one.path));
  return Object.fromEntries(documented.map((one) => [one.path, one.status]));
}

const apiServer: ComponentRef = { at: 'control-plane', hostId: 'control-plane-1', component: 'kube-apiserver' };
const kubelet: ComponentRef = { at: 'node', nodeId: 'worker-1', component: 'kubelet' };

function set(topology: Topology, ref: ComponentRef, key: string, value: string | null): Topology {
  return applyEdit(topology, { type: 'set-setting', refs: [ref], key, value });
}

describe('the documentation’s cluster', () => {
  const documentation = scenario('documentation');

  test('has the documented verdicts', () => {
    expect(statuses(documentation)).toEqual({
      P01: 'protected',
      P02: 'protected',
      P03: 'protected',
      P04: 'protected',
      P05: 'protected',
      P06: 'protected',
      P07: 'protected',
      P08: 'unverified',
      P09: 'unverified',
      P10: 'unverified',
      P11: 'unverified',
      P12: 'plaintext',
      P13: 'unverified',
      P14: 'plaintext',
      P15: 'unverified',
      P16: 'plaintext',
      P17: 'unverified',
      P18: 'unverified',
      P20: 'local',
      P21: 'protected',
      P22: 'unverified',
    });
  });

  test('the kubelet CA protects P08 to P11 and nothing else', () => {
    const before = statuses(documentation);
    const after = statuses(
      set(documentation, apiServer, 'kubelet-certificate-authority', '/etc/kubernetes/pki/ca.crt'),
    );
    const changed = Object.keys(before).filter((path) => before[path] !== after[path]);
    expect(changed).toEqual(['P08', 'P09', 'P10', 'P11', 'P22']);
    expect(changed.map((path) => after[path])).toEqual(changed.map(() => 'protected'));
  });

  test('with the CA and self-signed kubelets, logs and exec break, and it says so', () => {
    const topology = set(documentation, apiServer, 'kubelet-certificate-authority', 'ca.crt');
    const logs = analyze(topology).connections.find((one) => one.path === 'P08');
    expect(logs?.notes).toContain('serving-certificate-self-signed');
    const signed = analyze(set(topology, kubelet, 'serverTLSBootstrap', 'true')).connections.find(
      (one) => one.path === 'P08',
    );
    expect(signed?.notes).not.toContain('serving-certificate-self-signed');
  });

  test('only logs can be downgraded by a user', () => {
    const { connections } = analyze(set(documentation, apiServer, 'kubelet-certificate-authority', 'ca.crt'));
    const downgraded = connections.filter((one) => one.exposure.active.includes('downgrade')).map((one) => one.path);
    expect(downgraded).toEqual(['P08']);
  });
});

test('serverTLSBootstrap alone changes no verdict', () => {
  const topology = scenario('kubeadm');
  expect(statuses(set(topology, kubelet, 'serverTLSBootstrap', 'true'))).toEqual(statuses(topology));
});

test('a verified kubelet that lets anybody in is open, not protected', () => {
  const anonymous = set(scenario('hardened'), kubelet, 'authentication.anonymous.enabled', 'true');
  const open = set(anonymous, kubelet, 'authorization.mode', 'AlwaysAllow');
  const node = analyze(open).connections.filter((one) => one.path === 'P09' && one.server.name === 'worker-1');
  expect(node.map((one) => [one.status, one.exposure.offPath])).toEqual([['open', ['impersonate-client']]]);
});

test('a kubelet with bare flags and one with a configuration file have opposite defaults', () => {
  const flags = applyEdit(scenario('hardened'), { type: 'set-form', refs: [kubelet], form: 'flags' });
  const exec = analyze(flags).connections.filter((one) => one.path === 'P09');
  expect(new Set(exec.map((one) => `${one.server.name} ${one.status}`))).toEqual(
    new Set(['worker-1 open', 'worker-2 protected']),
  );
});

test('AlwaysAllow switches anonymous access off at the kube-apiserver, and is still no authorization', () => {
  const topology = set(scenario('documentation'), apiServer, 'authorization-mode', 'RBAC,AlwaysAllow');
  const node = analyze(topology).connections.find((one) => one.path === 'P01');
  expect([node?.status, node?.authorization, node?.exposure.offPath]).toEqual(['open', 'none', []]);
});

test('whether an authentication configuration that nobody shows lets strangers in changes nothing for those who authenticate', () => {
  const topology = set(scenario('kubeadm'), apiServer, 'authentication-config', '/etc/kubernetes/authn.yaml');
  const kubelet = analyze(topology).connections.find((one) => one.path === 'P01');
  expect([kubelet?.hop.clientAuthPolicy, kubelet?.status]).toEqual(['required-or-optional', 'protected']);
});

test('what an authorization configuration says counts alone, and unseen it is unknown', () => {
  const file = set(scenario('kubeadm'), apiServer, 'authorization-config', '/etc/kubernetes/authz.yaml');
  const shown = (authorizers: string) =>
    statuses(set(file, apiServer, 'authorizationConfiguration.authorizers', authorizers))['P01'];
  expect(statuses(file)['P01']).toBe('unknown');
  expect([shown('Node,RBAC'), shown('Webhook,AlwaysAllow')]).toEqual(['protected', 'open']);
});

test('an unseen kube-apiserver leaves its paths undetermined, never safe', () => {
  const unseen = applyEdit(scenario('kubeadm'), { type: 'set-form', refs: [apiServer], form: 'unknown' });
  expect(['P01', 'P08', 'P09'].map((path) => statuses(unseen)[path])).toEqual(['unknown', 'unknown', 'unknown']);
});

test('Konnectivity moves the attacker to its end and to the last hop', () => {
  const { connections } = analyze(scenario('konnectivity'));
  const exec = connections.find((one) => one.path === 'P09');
  expect(exec?.tunnel?.segments.map((one) => [one.segment, one.active.length > 0])).toEqual([
    ['entry', false],
    ['tunnel', false],
    ['tunnel-end', true],
    ['last-hop', true],
  ]);
  expect(connections.filter((one) => one.path === 'P01').every((one) => one.tunnel === null)).toBe(true);
});

test('agents that are not authenticated make the tunnel open', () => {
  const server: ComponentRef = { at: 'control-plane', hostId: 'control-plane-1', component: 'konnectivity-server' };
  const topology = set(scenario('konnectivity'), server, 'agent-namespace', null);
  expect(statuses(topology)['P21']).toBe('open');
});

test('agents on the nodes of a kube-apiserver that nobody shows: there is a tunnel, and nothing more is known of it', () => {
  const known = scenario('konnectivity');
  const hosts = known.controlPlanes.map((host) => ({ ...host, components: { 'kube-apiserver': unknownConfig } }));
  const hidden = { ...known, controlPlanes: hosts };
  expect(statuses(hidden)).toMatchObject({ P20: 'unknown', P21: 'unknown', P09: 'unknown', P14: 'plaintext' });
  const agentless = { ...hidden, nodes: hidden.nodes.map((node) => ({ ...node, konnectivityAgent: null })) };
  expect(statuses(agentless)).not.toHaveProperty('P20');
});

test('SSH tunnels end with Kubernetes 1.22', () => {
  const ssh = scenario('ssh');
  expect(statuses(ssh)['P18']).toBe('unverified');
  expect(statuses(applyEdit(ssh, { type: 'set-version', version: '1.22' }))['P18']).toBeUndefined();
});

test('everything wrong: nothing is protected', () => {
  const { connections } = analyze(scenario('everything-wrong'));
  expect(connections.filter((one) => one.status === 'protected').map((one) => one.path)).toEqual([]);
});

test.each(scenarioIds)('%s: the order of nodes and pods changes no verdict', (id) => {
  const topology = scenario(id);
  const turned = { ...topology, nodes: [...topology.nodes].reverse(), pods: [...topology.pods].reverse() };
  expect(statuses(turned)).toEqual(statuses(topology));
});

test.each(scenarioIds)('%s: analyzing by classes equals analyzing node by node', (id) => {
  const topology = scenario(id);
  const whole = analyze(topology).connections.filter((one) => one.path === 'P09');
  for (const node of topology.nodes) {
    const alone = analyze({ ...topology, nodes: [node] }).connections.find((one) => one.path === 'P09');
    const inClass = whole.find((one) => one.server.members.includes(node.id));
    expect([inClass?.status, inClass?.exposure]).toEqual([alone?.status, alone?.exposure]);
  }
});

test('every catalog entry has sources, and every setting it names exists', () => {
  expect(communicationPaths.map((path) => path.id)).toEqual(pathIds);
  for (const path of communicationPaths) {
    expect(path.sources.length).toBeGreaterThan(0);
    for (const [component, key] of path.settings)
      expect([component, key, settingFact(component, key)?.key]).toEqual([component, key, key]);
  }
  expect(settingFacts.every((fact) => fact.sources.length > 0)).toBe(true);
});

test('a kube-apiserver that nobody showed may send a certificate: the client half of P08 is unknown, not none', () => {
  const base = scenario('kubeadm');
  const unseen = base.controlPlanes.map((host) => ({ ...host, components: { 'kube-apiserver': unknownConfig } }));
  const { connections } = analyze({ ...base, controlPlanes: unseen });
  const logs = connections.find(({ path }) => path === 'P08');
  expect(logs).toMatchObject({ clientAuthentication: 'unknown', serverAuthentication: 'unknown', status: 'unknown' });
});
