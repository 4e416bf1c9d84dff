import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { experimentFor, tunnelExperimentFor, unknownInputs } from './findExperiment.ts';
import type { LaboratoryRecord } from './record.ts';

const record: LaboratoryRecord = JSON.parse(readFileSync('src/laboratory/results.json', 'utf8'));

test.each(scenarioIds)('every path that is known has its experiment, with the same outcome: %s', (id) => {
  for (const connection of analyze(scenario(id)).connections) {
    const { hop, encryption, exposure, tunnel } = connection;
    if (encryption === 'local' || unknownInputs(hop).length > 0) continue;
    const found = experimentFor(record, hop);
    expect(found, connection.id).not.toBeNull();
    if (!found || tunnel) continue;
    const { active, passive, offPath } = found.observation;
    // A downgrade is a wish of the client, not something that an attacker gets from a setup.
    expect(active.exposures, connection.id).toEqual(exposure.active.filter((one) => one !== 'downgrade'));
    expect(passive.exposures, connection.id).toEqual(exposure.passive);
    expect(offPath, connection.id).toEqual(exposure.offPath);
  }
});

test('a channel in a tunnel has the tunnel’s experiment', () => {
  const { connections } = analyze(scenario('konnectivity'));
  const outer = connections.find(({ path }) => path === 'P21');
  const logs = connections.find(({ path }) => path === 'P08');
  if (!outer || !logs) throw new Error('no tunnel');
  const found = tunnelExperimentFor(record, outer.hop, logs.hop);
  expect(found?.outer).toBe('tls-verified');
  expect(found?.segments.map(({ segment }) => segment)).toEqual(['tunnel', 'tunnel-end', 'last-hop']);
});
