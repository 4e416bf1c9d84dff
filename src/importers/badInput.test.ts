import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { createTar } from 'nanotar';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { fixtures } from '../testing/importFixtures.ts';
import { importOne } from '../testing/importOne.ts';
import { runs } from '../testing/runs.ts';

/*
 * Whatever somebody drops: never an exception, always an answer, and the rest is read.
 */

const cases = runs(2000);
const names = Object.keys(fixtures);

/** Reads, and fails where reading throws or leaves something that cannot be analyzed. */
function survive(name: string, content: string | Uint8Array): ReturnType<typeof importOne> {
  const result = importOne([[name, content]]);
  if (result.topology) analyze(result.topology);
  for (const { place } of result.issues) expect(place.line).toBeGreaterThanOrEqual(1);
  expect(result.topology !== null || result.issues.length > 0).toBe(true);
  return result;
}

const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '\u202Egnp.exe',
  '\u0000\u0007\u001b[31m',
  '😀'.repeat(300),
  '{{ .Values.name }}',
  '../../etc/passwd',
  '$' + '{jndi:ldap://x}',
  '0x1F',
  '1e400',
  '~',
  'x'.repeat(100_000),
);

test(`${cases} damaged inputs: cut off, altered, shuffled, with hostile names and values, and noise`, () => {
  const name = fc.constantFrom(...names);
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({
      kind: fc.constant('bytes' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    }),
    fc.record({ kind: fc.constant('words' as const), word: hostile, every: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ kind: fc.constant('lines' as const), from: fc.nat(40), to: fc.nat(40) }),
    fc.record({ kind: fc.constant('noise' as const), bytes: fc.uint8Array({ maxLength: 300 }) }),
  );
  fc.assert(
    fc.property(name, damage, (of, how) => {
      survive(of, damaged(strToU8(fixtures[of] ?? ''), how));
    }),
    { numRuns: cases },
  );
});

type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'bytes'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'words'; readonly word: string; readonly every: number }
  | { readonly kind: 'lines'; readonly from: number; readonly to: number }
  | { readonly kind: 'noise'; readonly bytes: Uint8Array };

function damaged(whole: Uint8Array, how: Damage): string | Uint8Array {
  if (how.kind === 'noise') return how.bytes;
  if (how.kind === 'cut') return whole.subarray(0, Math.floor(whole.length * how.at));
  if (how.kind === 'bytes') {
    const copy = whole.slice();
    copy.set(how.bytes.subarray(0, whole.length), Math.floor(Math.max(0, whole.length - how.bytes.length) * how.at));
    return copy;
  }
  const text = new TextDecoder().decode(whole);
  if (how.kind === 'words') {
    let count = 0;
    return text.replace(/[\w.-]{3,}/g, (word) => {
      count += 1;
      return count % how.every === 0 ? how.word : word;
    });
  }
  const lines = text.split('\n');
  const [line = ''] = lines.splice(how.from % lines.length, 1);
  lines.splice(how.to % (lines.length + 1), 0, line, line);
  return lines.join('\n');
}

test.each(names)('%s, cut off at every byte', (name) => {
  const whole = strToU8(fixtures[name] ?? '');
  for (let length = 0; length <= whole.length; length += 1) importOne([[name, whole.subarray(0, length)]]);
});

describe('inputs that were made to hurt', () => {
  const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
  const node = (name: string) => JSON.stringify({ kind: 'Node', metadata: { name } });

  test.each([
    ['nested arrays', deep('[', ']', 200_000)],
    ['nested objects', `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`],
    ['nested YAML', `${'- '.repeat(20_000)}x`],
    ['nested YAML maps', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['nested items', `${'{"items":['.repeat(50_000)}`],
    [
      'aliases of aliases',
      `a0: &a0 x\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(9)}*a${at}]`).join('\n')}\n`,
    ],
    ['an alias of itself', 'kind: Node\nmetadata: &m {name: n, labels: *m}\n'],
    ['a huge scalar', `kind: Node\nmetadata: {name: "${'x'.repeat(5_000_000)}"}`],
    ['a huge key', `{"kind":"Node","${'k'.repeat(5_000_000)}":1,"metadata":{"name":"n"}}`],
    ['numbers as strings and back', '{"kind":"Service","metadata":{"name":7},"spec":{"ports":[{"port":"80"}]}}'],
    ['duplicate keys', 'kind: Node\nkind: Pod\nmetadata: {name: a}\nmetadata: {name: b}\n'],
    ['null everywhere', '{"kind":"Pod","metadata":null,"spec":null,"status":null}'],
    ['lists for maps', '{"kind":"Pod","metadata":[1],"spec":[[]],"status":[]}'],
    ['a long line of quotes', `"${'\\"'.repeat(500_000)}`],
    ['a long line of dashes', '-'.repeat(2_000_000)],
    ['a long command line', `kubelet ${'--a=b '.repeat(300_000)}`],
    ['braces without end', '{{'.repeat(400_000)],
    ['a shell of quotes', `/usr/bin/kubelet ${'--a="'.repeat(20_000)}`],
    ['many variables', `[Service]\nExecStart=/usr/bin/kubelet ${'$A '.repeat(20_000)}`],
  ])('%s', (_name, text) => {
    survive('hostile', text);
  });

  test('10,000 documents in one file are all read', () => {
    const yaml = Array.from({ length: 10_000 }, (_, index) => `kind: Node\nmetadata: {name: n${index}}`).join(
      '\n---\n',
    );
    expect(survive('many.yaml', yaml).topology?.nodes).toHaveLength(10_000);
    const lines = Array.from({ length: 10_000 }, (_, index) => node(`n${index}`)).join('\n');
    expect(survive('many.jsonl', lines).topology?.nodes).toHaveLength(10_000);
  });

  test('a list that breaks off is read up to where it breaks', () => {
    const text = `{"kind":"List","items":[${node('a')},${node('b')},{"kind":"Node","metadata":{"na`;
    const { topology, issues } = survive('cut.json', text);
    expect(topology?.nodes.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(issues.map(({ code, place }) => [code, place.line, place.column])).toContainEqual(['cut-off', 1, 105]);
  });

  test('archives in archives have one measure, and it is said once', () => {
    const inner = zipSync({ 'a.json': new Uint8Array(20_000_000) });
    const many = Object.fromEntries(Array.from({ length: 200 }, (_u, at) => [`${at}.zip`, inner]));
    const { issues } = survive('nest.zip', zipSync(many, { level: 9 }));
    // Without one measure it would unpack four gigabytes, one after another.
    expect(issues.filter(({ code }) => code === 'archive-too-large')).toHaveLength(1);
  });

  test('one broken member of a zip leaves the others', () => {
    const bytes = zipSync({
      'a.json': [strToU8(node('a')), { level: 0 }],
      'b.json': strToU8(node('b').repeat(40)),
      'c.json': strToU8(node('c')),
    });
    const at = Buffer.from(bytes).indexOf('b.json') + 'b.json'.length;
    bytes.fill(0xff, at, at + 8);
    const { topology, issues } = survive('some.zip', bytes);
    expect(topology?.nodes.map(({ name }) => name).toSorted()).toEqual(['a', 'c']);
    expect(issues.map(({ code, place }) => `${code} ${place.file}`)).toContain('archive-broken some.zip/b.json');
  });

  test('what stands behind the end of a gzip file takes nothing from what is before it', () => {
    const whole = gzipSync(strToU8(node('a')));
    for (const behind of [new Uint8Array(512), strToU8('more'), gzipSync(strToU8('')).subarray(0, 9)]) {
      const { topology, issues } = survive('a.json.gz', new Uint8Array([...whole, ...behind]));
      expect(topology?.nodes.map(({ name }) => name)).toEqual(['a']);
      if (behind.length !== 9) expect(issues.map(({ code }) => code)).toContain('archive-longer');
    }
  });

  test('links in a tar are told', () => {
    const tar = createTar([{ name: 'a.json', data: node('a') }]);
    const link = createTar([{ name: 'b.json', data: '' }]).slice(0, 512);
    link[156] = '2'.charCodeAt(0);
    // The sum over the head, in which the sum itself counts as blanks.
    const sum = link.fill(32, 148, 156).reduce((all, byte) => all + byte, 0);
    link.set(strToU8(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    const both = new Uint8Array([...link, ...tar]);
    const { topology, issues } = survive('links.tar', both);
    expect(topology?.nodes.map(({ name }) => name)).toEqual(['a']);
    expect(issues.map(({ code, params }) => `${code} ${params['count']}`)).toContain('archive-links 1');
  });

  test('archives: bombs, broken ones, and names that lead out of them', () => {
    const bomb = gzipSync(new Uint8Array(60_000_000));
    expect(survive('bomb.gz', bomb).issues.map(({ code }) => code)).toContain('archive-too-large');
    const zipBomb = zipSync({ 'a.json': new Uint8Array(60_000_000), 'n.json': strToU8(node('n')) });
    expect(survive('bomb.zip', zipBomb).issues.map(({ code }) => code)).toContain('archive-too-large');
    const nested = [1, 2, 3, 4, 5].reduce((inner) => gzipSync(inner), gzipSync(strToU8(node('n'))));
    expect(survive('deep.gz', nested).issues.map(({ code }) => code)).toContain('archive-not-read');
    const good = zipSync({ '../../etc/passwd': strToU8(node('out')), 'b.json': strToU8(node('in')) });
    const read = survive('names.zip', good);
    expect(read.topology?.nodes.map(({ name }) => name)).toEqual(['out', 'in']);
    expect(read.topology?.sources).toEqual(['names.zip/etc/passwd', 'names.zip/b.json']);
    expect(read.issues.map(({ code }) => code)).toContain('unsafe-name');
    const tar = createTar([{ name: 'x/n.json', data: node('tarred') }]);
    for (let length = 0; length < good.length; length += 3) survive('cut.zip', good.subarray(0, length));
    for (let length = 0; length < tar.length; length += 101) survive('cut.tar', tar.subarray(0, length));
  });

  test('a gigabyte in memory is never needed for 100 MB', () => {
    const item = `${JSON.stringify({ kind: 'Pod', metadata: { name: 'p', namespace: 'n' }, spec: { nodeName: 'n', x: 'y'.repeat(20_000) } })},`;
    const count = Math.floor(100_000_000 / item.length);
    const parts = (function* () {
      yield strToU8('{"kind":"List","items":[');
      for (let index = 0; index < count; index += 1) yield strToU8(item.replace('"p"', `"p${index}"`));
      yield strToU8('{"kind":"Node","metadata":{"name":"last"}}]}');
    })();
    const whole = new Uint8Array(110_000_000);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    const before = process.memoryUsage().rss;
    const { topology } = importOne([['large.json', whole.subarray(0, at)]]);
    expect(topology?.pods).toHaveLength(count);
    expect(topology?.nodes.map(({ name }) => name)).toContain('last');
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000);
  });
});

describe('large and unusual clusters', () => {
  const pod = (index: number, more: object = {}, spec: object = {}) => ({
    kind: 'Pod',
    metadata: { name: `p${index}`, namespace: 'd', labels: { app: 'a' }, ...more },
    spec: { containers: [{ name: 'c', ports: [{ containerPort: 80 }] }], ...spec },
  });
  const many = (count: number, make: (index: number) => object) => Array.from({ length: count }, (_, at) => make(at));
  const list = (items: readonly object[]) => JSON.stringify({ kind: 'List', items });

  test('5,000 pods on one node', () => {
    const { topology, issues } = survive('a.json', list(many(5000, (at) => pod(at, {}, { nodeName: 'n' }))));
    expect(new Set(topology?.pods.map(({ nodeId }) => nodeId))).toEqual(new Set(['node:n']));
    expect([topology?.pods.length, topology?.nodes.length]).toEqual([5000, 1]);
    expect(issues.map(({ code }) => code)).toEqual(['control-plane-not-shown']);
  });

  test('pods without nodes', () => {
    const { topology } = survive('a.json', list(many(3000, (at) => pod(at))));
    expect(topology?.pods.every(({ nodeId }) => nodeId === null)).toBe(true);
    expect(topology?.nodes.map(({ implied }) => implied)).toEqual([true]);
  });

  test('names of 253 characters', () => {
    const long = (at: number) => `${at}-`.padEnd(253, 'x');
    const items = many(2000, (at) => pod(at, { name: long(at), namespace: long(at % 7) }, { nodeName: long(at % 9) }));
    const { topology } = survive('a.json', list(items));
    expect(topology?.pods[8]).toMatchObject({ name: long(8), namespace: long(1), nodeId: `node:${long(8)}` });
    expect(topology?.nodes).toHaveLength(9);
  });

  test('5,000 namespaces', () => {
    const { topology } = survive('a.json', list(many(5000, (at) => pod(0, { namespace: `ns${at}` }))));
    expect(new Set(topology?.pods.map(({ namespace }) => namespace)).size).toBe(5000);
  });

  test('services that select nothing, and everything', () => {
    const selectors = [{ app: 'none' }, { app: 'a' }, {}, null];
    const services = many(1000, (at) => ({
      kind: 'Service',
      metadata: { name: `s${at}`, namespace: 'd' },
      spec: { selector: selectors[at % 4], ports: [{ port: 80 }] },
    }));
    const { topology } = survive('a.json', list([...services, ...many(2000, (at) => pod(at, {}, { nodeName: 'n' }))]));
    expect(topology?.services.slice(0, 4).map(({ selector }) => selector)).toEqual([
      { app: 'none' },
      { app: 'a' },
      {},
      {},
    ]);
  });

  test('5,000 nodes, each with a kubelet’s configuration and a kube-proxy of its own', () => {
    const name = (at: number) => `worker-${at}`;
    const nodes = many(5000, (at) => ({ kind: 'Node', metadata: { name: name(at) } }));
    const proxies = many(5000, (at) =>
      pod(at, {}, { nodeName: name(at), containers: [{ command: ['kube-proxy', `--v=${at}`] }] }),
    );
    const { topology } = survive('a.json', list([...nodes, ...proxies]));
    expect(topology?.nodes).toHaveLength(5000);
    expect(topology?.nodes[4711]?.kubeProxy.form).toBe('flags');
  });
});
