import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { channelSecurity } from '../analysis/channelSecurity.ts';
import { connect, endOf } from '../analysis/connect.ts';
import type { Connection } from '../analysis/connection.ts';
import {
  type Authz,
  type ClientAuthPolicy,
  type Credential,
  type Hop,
  type Medium,
  networkHop,
  type Proto,
  type Verify,
} from '../analysis/hop.ts';
import { exposureOnWires, tunnelOf } from '../analysis/tunnel.ts';
import { distributionIds } from '../catalog/distributions.ts';
import { emptyTopology, type Topology } from '../domain/topology.ts';
import { areas } from '../i18n/texts.ts';
import { distribution } from '../scenarios/distributions.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { runs } from '../testing/runs.ts';
import { typicalTopologies } from '../testing/typicalTopologies.ts';
import { type Playback, playbackOf } from './playback.ts';
import { attacks } from './playbackFacts.ts';

const english: Readonly<Record<string, string>> = (await areas.playback.en()).texts;
const german: Readonly<Record<string, string>> = (await areas.playback.de()).texts;
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

/** What is wrong with a playback: nothing, when it ends as the exposure says and has its words. */
function faults(connection: Connection, playback: Playback): readonly string[] {
  const { attack, steps, gained, relay } = playback;
  const yielded = [...new Set(steps.flatMap((step) => step.yields))].sort();
  const exposed = [...connection.exposure[attack]].sort();
  const keys = steps.flatMap(({ texts }) => Object.values(texts));
  const last = steps.at(-1);
  return [
    ...(String(yielded) === String(exposed) ? [] : [`yields ${yielded}, exposed ${exposed}`]),
    ...(String([...gained].sort()) === String(exposed) ? [] : [`gains ${gained}, exposed ${exposed}`]),
    ...(relay === connection.exposure.relay ? [] : [`relay ${relay}, exposed ${connection.exposure.relay}`]),
    ...(steps.length >= 3 ? [] : [`${steps.length} steps`]),
    ...(last?.id.startsWith('outcome-') ? [] : ['no outcome']),
    ...(steps.every(({ yields, tone }) => !yields.includes('unknown') || tone === 'undetermined' || yields.length > 1)
      ? []
      : ['an unknown gain that does not look unknown']),
    ...(exposed.length > 0 || steps.every(({ tone }) => tone !== 'harm') ? [] : ['harm where nothing is gained']),
    ...keys.flatMap((key) => {
      const [en, de] = [english[key], german[key]];
      if (en === undefined || de === undefined) return [`no text ${key}`];
      return String(placeholders(en)) === String(placeholders(de)) ? [] : [`placeholders of ${key}`];
    }),
  ];
}

let walked = 0;
const wrong: string[] = [];
const seen = new Set<string>();

function walk(connection: Connection, version: string): void {
  for (const attack of attacks) {
    walked += 1;
    const playback = playbackOf(connection, attack, version);
    for (const { id } of playback.steps) seen.add(id);
    const found = faults(connection, playback);
    if (found.length > 0)
      wrong.push(`${connection.id} ${attack} ${JSON.stringify(connection.hop)}: ${found.join('; ')}`);
  }
}

function walkAll(topology: Topology): void {
  for (const connection of analyze(topology).connections) walk(connection, topology.kubernetesVersion);
}

const orUnknown = <T extends string>(...values: readonly T[]): readonly (T | 'unknown')[] => [...values, 'unknown'];
const media: readonly Medium[] = ['network', 'loopback', 'reachable-loopback', 'uds'];
const protos: readonly Proto[] = ['plain', 'tls', 'ssh'];
const checks: readonly Verify[] = ['none', 'chain', 'name', 'roots', 'pin', 'hostkey'];
const credentials: readonly Credential[] = ['none', 'x509', 'frontproxy', 'sshkey', 'bearer', 'bootstrap', 'basic'];
const servers: readonly ClientAuthPolicy[] = ['required', 'optional', 'open'];
const rights: readonly Authz[] = ['policy', 'none'];

/** Every hop that the rules know, and each of its fields unknown. */
function allHops(): readonly Hop[] {
  return orUnknown(...media).flatMap((medium) =>
    orUnknown(...protos).flatMap((proto) =>
      orUnknown(...checks).flatMap((verify) =>
        orUnknown(...credentials).flatMap((cred) =>
          orUnknown(...servers).flatMap((clientAuthPolicy) =>
            orUnknown(...rights).flatMap((authz) =>
              [false, true].map(
                (weak): Hop => ({
                  ...networkHop,
                  medium,
                  proto,
                  verify,
                  cred,
                  clientAuthPolicy,
                  authz,
                  perRequestSkip: weak,
                }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

const node = { id: 'node-1', name: 'worker-1' };

/** A call of the kubelet over a hop of one’s own. */
function over(hop: Hop, path: Connection['path'] = 'P09'): Connection {
  return connect(emptyTopology, {
    path,
    client: endOf('kube-apiserver', [{ id: 'host-1', name: 'control-plane-1' }]),
    server: endOf('kubelet', [node]),
    count: 1,
    hop,
  });
}

describe('every playback ends as the exposure says', () => {
  test('all scenarios and typical clusters', () => {
    for (const id of scenarioIds) walkAll(scenario(id));
    for (const make of Object.values(typicalTopologies)) walkAll(make());
  });

  test('all distributions', () => {
    for (const id of distributionIds) walkAll(distribution(id));
  });

  test('every hop that the rules know, and every one with something unknown', () => {
    for (const hop of allHops()) walk(over(hop), '1.34');
    for (const oldTls of [true, 'unknown'] as const)
      for (const plainFallback of [true, false, 'unknown'] as const)
        walk(over({ ...networkHop, oldTls, plainFallback }), '1.34');
  });

  test('every inner channel in every kind of tunnel', () => {
    const outers: readonly Hop[] = [
      { ...networkHop, proto: 'ssh', verify: 'none', cred: 'sshkey' },
      { ...networkHop, cred: 'x509', authz: 'none' },
      { ...networkHop, proto: 'plain', verify: 'none' },
      { ...networkHop, proto: 'unknown' },
    ];
    // What the tunnel rules look at is whether the server is proven, whether strangers act, and what is unknown.
    const telling = ['none', 'name', 'unknown', 'x509', 'bearer'];
    const inners = allHops().filter(
      ({ medium, authz, verify, cred }) =>
        medium === 'network' && authz !== 'unknown' && telling.includes(verify) && telling.includes(cred),
    );
    const entries = [null, channelSecurity({ ...networkHop, proto: 'unknown' })];
    for (const outer of outers)
      for (const entry of entries)
        for (const endsOnTargetHost of [true, false, 'unknown'] as const)
          for (const hop of inners) {
            const inner = over(hop);
            const outside = { kind: 'konnectivity' as const, entry, outer: channelSecurity(outer) };
            const tunnel = tunnelOf({ ...outside, inner, endsOnTargetHost });
            walk({ ...inner, tunnel, exposure: { ...inner.exposure, ...exposureOnWires(tunnel) } }, '1.34');
          }
  });

  test('calls that the true kubelet refuses, and paths that are not configured', () => {
    const refused = over({ ...networkHop, verify: 'none' });
    walk({ ...refused, notes: ['calls-refused'], count: 0 }, '1.34');
    expect(playbackOf({ ...refused, notes: ['calls-refused'] }, 'active', '1.34').steps[0]?.id).toBe('calls-refused');
  });

  test('generated clusters', () => {
    fc.assert(
      fc.property(anyTopology({ pinned: false }), (topology) => {
        const before = wrong.length;
        walkAll(topology);
        expect(wrong.slice(before)).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  test('and all agree', () => {
    const kinds = `${seen.size} kinds of steps played`;
    process.stdout.write(`playback: ${walked - wrong.length} of ${walked} agree, ${kinds}\n`);
    expect(wrong.slice(0, 10)).toEqual([]);
  });
});

test('no text is left over', () => {
  const played = [...seen, 'effect'];
  const titled = Object.keys(english).flatMap((key) => /^play\.title\.(.+)$/.exec(key)?.[1] ?? []);
  expect(titled.filter((id) => !played.includes(id))).toEqual([]);
});

test('synthetic connections carry the rules’ own verdict', () => {
  const hop: Hop = { ...networkHop, verify: 'none', cred: 'x509' };
  expect(over(hop).exposure).toEqual(channelSecurity(hop).exposure);
});

const stepOf = (playback: Playback, id: string) => playback.steps.find((step) => step.id === id);
const documented = (path: Connection['path'], edit: (topology: Topology) => Topology = (same) => same) =>
  analyze(edit(scenario('documentation'))).connections.find((one) => one.path === path) ?? over(networkHop);
const hardened = (path: Connection['path']) =>
  analyze(scenario('hardened')).connections.find((one) => one.path === path) ?? over(networkHop);

test('without a CA he poses as the kubelet, and proof of possession keeps him from the true one', () => {
  const playback = playbackOf(documented('P09'), 'active', '1.36');
  expect(stepOf(playback, 'check-none')?.yields).toEqual(['impersonate-server']);
  expect(stepOf(playback, 'check-none')?.setting?.key).toBe('kubelet-certificate-authority');
  expect(stepOf(playback, 'credential-x509')?.yields).toEqual([]);
  expect(stepOf(playback, 'relay-proof')?.tone).toBe('refused');
  expect(playback.relay).toBe(false);
  expect(playback.gained).toEqual(['eavesdrop', 'tamper', 'impersonate-server']);
  expect(playback.steps.at(-1)?.id).toBe('outcome-impersonates');
});

test('with the CA the forged certificate ends in the error that kubectl prints, and nothing is gained', () => {
  const check = (path: 'P08' | 'P09' | 'P10', version: string) =>
    stepOf(playbackOf(hardened(path), 'active', version), 'check-name');
  expect(check('P08', '1.20')?.output?.text).toBe(
    'Error from server: Get "https://worker-1:10250/containerLogs/...": x509: certificate signed by unknown authority',
  );
  expect(check('P08', '1.36')?.output?.text).toContain('tls: failed to verify certificate: x509: ');
  // Built with Go 1.20 since then.
  expect(check('P09', '1.27')?.output?.text).toBe(
    'error dialing backend: tls: failed to verify certificate: x509: certificate signed by unknown authority',
  );
  expect(check('P09', '1.20')?.output?.text).toBe(
    'error dialing backend: x509: certificate signed by unknown authority',
  );
  expect(check('P09', '1.36')?.output?.text).toBe(
    'error sending request: Post "https://worker-1:10250/exec/...": tls: failed to verify certificate: x509: certificate signed by unknown authority',
  );
  const playback = playbackOf(hardened('P09'), 'active', '1.36');
  expect(playback.gained).toEqual([]);
  expect(stepOf(playback, 'request')).toBeUndefined();
  expect(playback.steps.at(-1)?.id).toBe('outcome-nothing');
  expect(check('P08', '1.36')?.tone).toBe('refused');
  expect(check('P09', '1.36')?.output?.known).toBe('measured');
  expect(check('P09', '1.34')?.output?.known).toBe('near');
});

test('logs may still ask to skip the check', () => {
  const playback = playbackOf(hardened('P08'), 'active', '1.36');
  expect(stepOf(playback, 'weaken-skip')?.yields).toEqual(['downgrade']);
  expect(playback.steps.at(-1)?.id).toBe('outcome-weaken');
});

test('a token is taken and used again', () => {
  const hop: Hop = { ...networkHop, verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional' };
  const playback = playbackOf(over(hop, 'P04'), 'active', '1.36');
  expect(stepOf(playback, 'credential-bearer')?.yields).toEqual(['credential-replay']);
  expect(stepOf(playback, 'client-replay')?.yields).toEqual(['impersonate-client']);
  expect(playback.relay).toBe(true);
  expect(playback.steps.at(-1)?.id).toBe('outcome-relays');
});

test('an open kubelet is bridged to, although the client shows a certificate', () => {
  const hop: Hop = { ...networkHop, verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'none' };
  const playback = playbackOf(over(hop), 'active', '1.36');
  expect(stepOf(playback, 'relay-open')?.tone).toBe('harm');
  expect(stepOf(playback, 'answer-altered')?.yields).toEqual(['tamper']);
  expect(stepOf(playback, 'client-open')?.yields).toEqual(['impersonate-client']);
});

test('a listener reads plain text, and nothing of what is encrypted', () => {
  expect(playbackOf(documented('P14'), 'passive', '1.36').gained).toEqual(['eavesdrop']);
  expect(stepOf(playbackOf(documented('P14'), 'passive', '1.36'), 'request-passing')?.wire).toContain('GET');
  const encrypted = playbackOf(documented('P09'), 'passive', '1.36');
  expect(encrypted.gained).toEqual([]);
  expect(encrypted.steps.at(-1)?.id).toBe('outcome-listener-nothing');
});

test('what nothing tells is played as not determined', () => {
  const playback = playbackOf(over({ ...networkHop, verify: 'unknown', cred: 'x509' }), 'active', '1.36');
  expect(stepOf(playback, 'check-unknown')).toMatchObject({ tone: 'undetermined', yields: ['unknown'] });
  expect(playback.steps.at(-1)?.id).toBe('outcome-unknown');
});

test('a trusted network is said at the start', () => {
  const connection = over({ ...networkHop, verify: 'none' });
  const trusted = { ...connection, network: { ...connection.network, trust: 'trusted' as const } };
  expect(playbackOf(trusted, 'active', '1.36').steps[0]?.id).toBe('start-trusted');
});
