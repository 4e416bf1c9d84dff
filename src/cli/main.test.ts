import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { analyzeFromSource, translateAnalyze } from '../testing/analyzeCommand.ts';
import { shownName } from './openFiles.ts';

const { analyze, given, forget } = await translateAnalyze();
afterAll(forget);

test('without a file it analyses the documentation’s cluster, in the words of the contract', () => {
  const { stdout, status } = analyzeFromSource('--format', 'json');
  const result = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(Object.keys(result)).toEqual(['schemaVersion', 'cluster', 'settings', 'connections', 'weaknesses', 'issues']);
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
    openToAnyone: null,
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

test.each(['en', 'de'])('the catalog lists every path, each with a source that can be opened (%s)', (lang) => {
  const { stdout, status } = analyze(lang === 'en' ? '--catalog' : '--catalogue', '--lang', lang);
  expect(status).toBe(0);
  const sections = stdout.split(/^### /m).filter((section) => /^[PA]\d\d /.test(section));
  expect(sections).toHaveLength(communicationPaths.length);
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

describe('a query', () => {
  test('JSON holds what it lets through, and says how much of all that is', () => {
    const all = JSON.parse(analyze('--format', 'json').stdout);
    const { stdout, status } = analyze('--format', 'json', '--query', 'status:unverified path:P08,P09');
    const result = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(result.query).toEqual({ text: 'status:unverified path:P08,P09', shown: 2, all: all.connections.length });
    expect(result.connections.map(({ path }: { path: string }) => path)).toEqual(['P08', 'P09']);
    expect(result.settings).toEqual(all.settings);
  });

  test('CSV, SARIF and a report hold no other path, and the report says so', () => {
    const rows = analyze('--format', 'csv', '--query', 'to:service').stdout.trim().split('\r\n');
    expect(rows.slice(1).map((row) => row.split(',')[1])).toEqual(['"P16"', '"P17"', '"A15"']);
    const sarif = JSON.parse(analyze('--format', 'sarif', '--query', 'path:P12').stdout);
    const paths = sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(paths.filter((id: string) => !id.startsWith('CVE-'))).toEqual(['P12']);
    const report = analyze('--query', '"kubelet: logs"').stdout;
    expect(report).toContain('- **Query**: "kubelet: logs" (1 of ');
    expect(report).not.toContain('P12');
    expect(analyze('--lang', 'de', '--query', 'exposed to:pod').stdout).toContain('- **Abfrage**: attacker:pod (');
    expect(analyze('--format', 'mermaid', '--query', 'path:P16').stdout).toContain('16');
  });

  test('it may begin with a minus, hold nothing, and decide where a pipeline stops', () => {
    const paths = (...args: readonly string[]) =>
      JSON.parse(analyze('--format', 'json', ...args).stdout).connections.map(({ path }: { path: string }) => path);
    expect(paths('--query', '-path:*')).toEqual([]);
    expect(paths('--query', '-path:A*')).toHaveLength(21);
    expect(paths('--query', 'node:nobody')).toEqual([]);
    expect(analyze('--fail-on', 'plaintext').status).toBe(1);
    expect(analyze('--fail-on', 'plaintext', '--query', 'not status:plaintext').status).toBe(0);
  });

  test.each([
    ['foo:bar', 'There is no field “foo:”'],
    ['status:good', 'has no value “good”. Possible: protected, open, unverified, plaintext, unknown, local.'],
    ['changed', '“changed” has a meaning in the page only'],
  ])('%s ends it with 2 and a message', (query, message) => {
    const { status, stderr, stdout } = analyze('--query', query);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test.each([['--remedies'], ['--catalog'], ['--format', 'svg']])('it does not go with %s', (...options) => {
    const { status, stderr } = analyze(...options, '--query', 'path:P08');
    expect(status).toBe(2);
    expect(stderr).toContain(options.join(' '));
  });
});

test('remedies: the smallest set in its order, as JSON and as Markdown', () => {
  const { stdout, status } = analyze('--remedies', '--format', 'json');
  const { fixes, ranked, notClosable } = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(fixes.slice(0, 2)).toMatchObject([
    { order: 1, changes: [{ component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' }], closes: [] },
    {
      order: 2,
      changes: [
        { component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: '/etc/kubernetes/pki/ca.crt' },
      ],
      closes: ['P08', 'P09', 'P10', 'P11'],
      breaks: ['kubectl logs, exec and port-forward, until every kubelet has a signed serving certificate'],
    },
  ]);
  expect(fixes[1].leavesOpen).toEqual(expect.arrayContaining(['P12', 'P13', 'P14', 'P15', 'P16', 'P17']));
  expect(fixes[1].leavesOpen).not.toContain('P08');
  expect(ranked[0].id).toBe('kubelet-ca');
  expect(notClosable[0]).toMatchObject({ path: 'P12', because: expect.stringContaining('hard coded') });
  const german = analyze('--remedies', '--lang', 'de').stdout;
  expect(german).toContain('### 2. Den kube-apiserver das Zertifikat des kubelet prüfen lassen');
  expect(german).not.toContain('remedy.');
});

describe('a folder', () => {
  const node = (name: string) => `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\n`;

  test('with links and pipes is read but for those, and each is told', () => {
    const root = mkdtempSync(join(tmpdir(), 'mitmap-'));
    const folder = join(root, 'cluster');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.yaml'), node('inside'));
    writeFileSync(join(root, 'secret.yaml'), node('outside'));
    symlinkSync(join(root, 'nowhere'), join(folder, 'dangling.yaml'));
    symlinkSync(folder, join(folder, 'around'));
    symlinkSync(join(root, 'secret.yaml'), join(folder, 'out.yaml'));
    symlinkSync(join(folder, 'a.yaml'), join(folder, 'within.yaml'));
    spawnSync('/usr/bin/mkfifo', [join(folder, 'pipe')]);
    const { stdout, status } = analyze(folder, '--format', 'json');
    expect(status).toBe(0);
    const { issues, cluster } = JSON.parse(stdout);
    const told = issues.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`);
    for (const name of ['around', 'dangling.yaml', 'out.yaml'])
      expect(told).toContain(`link-not-followed cluster/${name}`);
    expect(told).toContain('not-a-file cluster/pipe');
    expect(cluster.nodes).toBe(1);
    // Where it lies on this machine is in nothing that is written.
    for (const format of ['json', 'svg', 'html', 'sarif', 'markdown'])
      expect(analyze(folder, '--format', format).stdout, format).not.toContain(root);
  });
});

test.each([
  ['/a/b/cluster', ['/a/b/cluster'], 'cluster'],
  ['/a/b/cluster', ['/a/b/cluster', '/a/c/cluster'], 'b/cluster'],
  ['../x/nodes.yaml', ['../x/nodes.yaml'], 'nodes.yaml'],
  ['here/nodes.yaml', ['here/nodes.yaml'], 'here/nodes.yaml'],
])('%s of %s is called %s', (name, all, expected) => {
  expect(shownName(name, all)).toBe(expected);
});

describe('standard input', () => {
  const nodes = (name: string) =>
    JSON.stringify({ kind: 'NodeList', items: [{ metadata: { name } }, { metadata: { name: `${name}-2` } }] });

  test('is read for a dash, and takes no file after it for its value', () => {
    const { stdout, status } = given(nodes('from-stdin'), '--format', 'json', '-');
    expect(status).toBe(0);
    expect(JSON.parse(stdout).cluster.nodes).toBe(2);
    expect(stdout).toContain('from-stdin');
    const file = join(mkdtempSync(join(tmpdir(), 'mitmap-')), 'other.json');
    writeFileSync(file, nodes('from-file'));
    expect(JSON.parse(given(nodes('from-stdin'), '--format', 'json', '-', file).stdout)).toHaveLength(2);
  });

  test('that is empty is nothing that could be read', () => {
    expect(given('', '-').status).toBe(2);
  });
});

test('a file that is missing fails, though the others are analyzed', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'mitmap-')), 'kubelet.yaml');
  writeFileSync(file, 'kind: KubeletConfiguration\nreadOnlyPort: 0\n');
  const { stdout, stderr, status } = analyze('--format', 'json', '--fail-on', 'unknown', '/nowhere.yaml', file);
  expect(status).toBe(2);
  expect(stderr).toContain('/nowhere.yaml');
  expect(JSON.parse(stdout).schemaVersion).toBe(1);
});

test('two files in one folder that are given one by one are two clusters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mitmap-'));
  for (const name of ['a', 'b']) {
    const items = [{ metadata: { name: `${name}1` } }, { metadata: { name: `${name}2` } }];
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ kind: 'NodeList', items }));
  }
  expect(JSON.parse(analyze('--format', 'json', join(folder, 'a.json'), join(folder, 'b.json')).stdout)).toHaveLength(
    2,
  );
});

describe('what the page saves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mitmap-'));
  const picture = join(folder, 'map.svg');
  const again = join(folder, 'again.svg');

  test('a picture with its model is analyzed as that model, and drawn again in the same bytes', () => {
    expect(analyze('--format', 'svg', '--date', '2026-01-01', '--out', picture).status).toBe(0);
    expect(analyze('--format', 'svg', '--date', '2026-01-01', '--out', again, picture).status).toBe(0);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(picture, 'utf8'));
  });

  test('one that cannot be read ends with 2 and says why', () => {
    const cut = join(folder, 'cut.svg');
    writeFileSync(cut, readFileSync(picture, 'utf8').slice(0, 1200));
    const { status, stderr } = analyze('--format', 'csv', cut);
    expect([status, stderr.includes('Its end is missing')]).toEqual([2, true]);
  });

  test.each([
    ['--date', '2026-13-45'],
    ['--theme', 'pink'],
    ['--parts', 'table,nonsense'],
  ])('%s %s is refused', (option, value) => {
    expect(analyze(option, value).status).toBe(2);
  });

  test('a place that cannot be written to is told', () => {
    const { status, stderr } = analyze('--format', 'csv', '--out', join(folder, 'none', 'x.csv'));
    expect([status, stderr.includes('cannot be written')]).toEqual([2, true]);
  });
});
