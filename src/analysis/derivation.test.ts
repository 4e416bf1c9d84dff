import { expect, test } from 'vitest';
import { ruleIds } from '../catalog/ruleIds.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { analyze } from './analyze.ts';
import type { Connection } from './connection.ts';
import { type Derived, derivation, derivedThings } from './derivation.ts';

function verdict(connection: Connection, derived: Derived): string {
  switch (derived) {
    case 'passive':
    case 'active':
    case 'offPath':
      return connection.exposure[derived].join(' ') || 'nothing';
    case 'relay':
      return String(connection.exposure.relay);
    default:
      return connection[derived];
  }
}

test.each(scenarioIds)('every chain of rules ends in the verdict that is shown: %s', (id) => {
  for (const connection of analyze(scenario(id)).connections) {
    const chains = derivation(connection);
    for (const derived of derivedThings) {
      expect(chains[derived].at(-1)?.result, `${connection.id} ${derived}`).toBe(verdict(connection, derived));
    }
  }
});

test('the kubelet’s logs: the chain names the rules, the inputs and what came out', () => {
  const logs = analyze(scenario('documentation')).connections.find(({ path }) => path === 'P08');
  if (!logs) throw new Error('no P08');
  const { status, relay } = derivation(logs);
  expect(status.map(({ rule, result }) => `${rule} ${result}`)).toEqual([
    'R1 opportunistic',
    'R3 x509',
    'R4 policy',
    'R12 unverified',
  ]);
  expect(status[0]?.inputs).toEqual([
    ['medium', 'network'],
    ['proto', 'tls'],
    ['verify', 'none'],
  ]);
  expect(relay.map(({ rule }) => rule)).toEqual(['R1', 'R14', 'R9']);
});

test('a channel in a tunnel tells what each leg leaves', () => {
  const logs = analyze(scenario('konnectivity')).connections.find(({ path }) => path === 'P08');
  if (!logs) throw new Error('no P08');
  const rules = derivation(logs).active.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule.startsWith('G'))).toEqual(['G2', 'G2', 'G3', 'G4']);
  expect(rules.every((rule) => ruleIds.includes(rule))).toBe(true);
});
