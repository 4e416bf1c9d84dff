import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function analyze(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], { encoding: 'utf8' });
}

test('without a file it analyses the documentation’s cluster, in the words of the contract', () => {
  const { stdout, status } = analyze('--format', 'json');
  const result = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(Object.keys(result)).toEqual(['schemaVersion', 'cluster', 'settings', 'connections', 'issues']);
  expect(result.schemaVersion).toBe(1);
  expect(result.cluster).toEqual({ kubernetesVersion: '1.27', nodes: 1, pods: 2, services: 2 });
  const logs = result.connections.find((one: { path: string }) => one.path === 'P08');
  expect(logs).toEqual({
    path: 'P08',
    client: { component: 'kube-apiserver', name: 'control-plane-1' },
    server: { component: 'kubelet', name: 'worker-1' },
    count: 1,
    network: { name: 'network between control plane and nodes', trust: 'untrusted' },
    encryption: 'opportunistic',
    serverAuthentication: 'none',
    clientAuthentication: 'x509',
    authorization: 'policy',
    integrity: 'passive-only',
    exposure: { passive: [], active: ['eavesdrop', 'tamper', 'impersonate-server'], offPath: [], relay: false },
    status: 'unverified',
    tunnel: null,
    evidence: 'default',
  });
  const ca = result.settings.find((one: { key: string }) => one.key === 'kubelet-certificate-authority');
  expect(ca).toEqual({
    value: null,
    origin: 'default',
    source: null,
    component: 'kube-apiserver',
    instance: 'control-plane-1',
    key: 'kubelet-certificate-authority',
  });
});

test('German Markdown and an SVG come from the same analysis', () => {
  expect(analyze('--lang', 'de').stdout).toContain('verschlüsselt, Identität nicht geprüft');
  expect(analyze('--format', 'svg').stdout).toMatch(/^<\?xml[\s\S]*<svg[\s\S]*data-path="P17"[\s\S]*<\/svg>\n$/);
});

test.each(['en', 'de'])('the catalogue lists 43 paths, each with a source that can be opened (%s)', (lang) => {
  const { stdout, status } = analyze('--catalogue', '--lang', lang);
  expect(status).toBe(0);
  const sections = stdout.split(/^### /m).filter((section) => /^[PA]\d\d /.test(section));
  expect(sections).toHaveLength(43);
  for (const section of sections) expect(section).toMatch(/\[[^\]]+\]\(https:\/\/[^)]+\)/);
  expect(stdout.match(/^### .*(R\d+|G\d)$/gm)).toHaveLength(23);
});

test('it ends with 2 and a message when nothing could be read', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mitmap-')), 'broken.yaml');
  writeFileSync(file, 'a: [');
  const { status, stderr } = analyze(file);
  expect(status).toBe(2);
  expect(stderr).toContain('broken.yaml:1');
  expect(analyze('/nowhere.yaml').status).toBe(2);
  expect(analyze('--format', 'pdf').status).toBe(2);
});
