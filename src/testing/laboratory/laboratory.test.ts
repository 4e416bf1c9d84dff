import { beforeAll, expect, test } from 'vitest';
import { channelSecurity } from '../../analysis/channelSecurity.ts';
import { networkHop } from '../../analysis/hop.ts';
import { type Experiment, inputsOf, type LaboratoryRecord, type TunnelExperiment } from '../../laboratory/record.ts';
import { makeIdentities } from './certificates.ts';
import { combinations, innerChannels, sshSetups } from './combinations.ts';
import { type Derive, disagreements, tunnelDisagreements } from './compare.ts';
import { experiment, Servers } from './experiment.ts';
import { makeSshKeys, sshExperiment, sshHop } from './ssh.ts';
import { outerHop, outers, tunnelExperiment } from './tunnels.ts';

/*
 * Every input of the rules that TLS and SSH can realize, built with real sockets and attacked. What the attackers got is
 * compared with what the rules derive.
 */

const minutes = 60_000;
let record: LaboratoryRecord;

beforeAll(async () => {
  const identities = await makeIdentities();
  const ssh = makeSshKeys();
  const servers = new Servers(identities);
  const hops: Experiment[] = [];
  for (const { hop, version } of combinations)
    hops.push({ inputs: inputsOf(hop), version, observation: await experiment(hop, version, servers, identities) });
  for (const setup of sshSetups)
    hops.push({
      inputs: inputsOf(sshHop(setup, networkHop)),
      version: null,
      observation: await sshExperiment(setup, ssh),
    });
  const tunnels: TunnelExperiment[] = [];
  for (const outer of outers) {
    for (const inner of innerChannels) {
      const segments = await tunnelExperiment(outer, inner, { identities, ssh, servers });
      tunnels.push({ outer, inner: inputsOf(inner), segments });
    }
  }
  record = { hops, tunnels };
  await servers.close();
}, 10 * minutes);

/** @param inner what the rules say of a channel inside a tunnel; the same as elsewhere, unless a test says so */
function differences(derive: Derive, inner: Derive = derive): readonly string[] {
  return [
    ...record.hops.flatMap(({ inputs, version, observation }) =>
      disagreements({ ...networkHop, ...inputs }, version, observation, derive),
    ),
    ...record.tunnels.flatMap((one) => {
      const outer = outerHop(outers.find((name) => name === one.outer) ?? 'plain');
      return tunnelDisagreements(derive(outer), inner({ ...networkHop, ...one.inner }), one);
    }),
  ];
}

test('the rules say what the attackers got, in every combination', () => {
  const found = differences(channelSecurity);
  const segments = record.tunnels.reduce((sum, one) => sum + one.segments.length, 0);
  // biome-ignore lint/suspicious/noConsole: the figure is wanted in the log of the checks
  console.info(
    `laboratory: ${record.hops.length} setups and ${segments} tunnel segments, ${found.length} disagreements`,
  );
  expect(found).toEqual([]);
});

test('what was measured is what the app shows', async () => {
  await expect(`${JSON.stringify(record, null, 1)}\n`).toMatchFileSnapshot('../../laboratory/results.json');
});

const withName: Derive = (hop) => channelSecurity({ ...hop, verify: 'name' });

test.each<readonly [string, Derive, Derive]>([
  [
    'a chain without the name counts as full verification',
    (hop) => (hop.verify === 'chain' ? withName(hop) : channelSecurity(hop)),
    channelSecurity,
  ],
  [
    'a client certificate can be relayed',
    (hop) => {
      const right = channelSecurity(hop);
      const wrong = hop.cred === 'x509' && right.encryption === 'opportunistic';
      return wrong ? { ...right, exposure: { ...right.exposure, relay: true } } : right;
    },
    channelSecurity,
  ],
  [
    'a tunnel verifies the kubelet',
    channelSecurity,
    (hop) => (hop.proto === 'tls' && hop.cred === 'x509' ? withName(hop) : channelSecurity(hop)),
  ],
])('the laboratory would notice a wrong rule: %s', (name, derive, inner) => {
  const noticed = differences(derive, inner);
  // biome-ignore lint/suspicious/noConsole: what it says is wanted in the log of the checks
  console.info(`${name}: ${noticed.length} disagreements, the first: ${noticed[0]}`);
  expect(noticed.length).toBeGreaterThan(0);
});
