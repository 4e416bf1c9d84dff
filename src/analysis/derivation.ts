import type { RuleId } from '../catalog/ruleIds.ts';
import type { Connection, Facet } from './connection.ts';
import type { Hop } from './hop.ts';

/** One rule at work: what went in, by the names of `Hop`, and what came out. */
export type RuleStep = {
  readonly rule: RuleId;
  readonly inputs: readonly (readonly [string, string])[];
  readonly result: string;
};

export const derivedThings = [
  'status',
  'encryption',
  'serverAuthentication',
  'clientAuthentication',
  'authorization',
  'integrity',
  'passive',
  'active',
  'offPath',
  'relay',
] as const satisfies readonly (Facet | string)[];
export type Derived = (typeof derivedThings)[number];

/** For each verdict about a connection the chain of rules that led to it; the last step's result is the verdict. */
export function derivation(connection: Connection): Readonly<Record<Derived, readonly RuleStep[]>> {
  const { hop, exposure, tunnel } = connection;
  const from = (...keys: readonly (keyof Hop)[]) => keys.map((key) => [key, String(hop[key])] as const);
  const step = (rule: RuleId, inputs: RuleStep['inputs'], result: unknown): RuleStep => ({
    rule,
    inputs,
    result: Array.isArray(result) ? result.join(' ') || 'nothing' : String(result),
  });
  const encrypted = step('R1', from('medium', 'proto', 'verify'), connection.encryption);
  const afterwards = ['encryption', connection.encryption] as const;
  const client = step('R3', from('cred', 'clientAuthPolicy'), connection.clientAuthentication);
  const rights = step('R4', from('authz', 'clientAuthPolicy'), connection.authorization);
  const replayable = step('R14', from('cred'), isSecret(hop) ? 'replayable' : 'not replayable');
  const legs = (what: 'passive' | 'active') =>
    (tunnel?.segments ?? []).map((segment) => {
      const rule = connection.encryption === 'verified' ? 'G1' : segmentRules[segment.segment];
      return step(rule, [['segment', segment.segment]], segment[what]);
    });
  const inTunnel = tunnel === null ? [] : [step('G7', [], 'the same as without the tunnel')];
  return {
    status: [
      encrypted,
      client,
      rights,
      step('R12', [afterwards, ...result(client), ...result(rights)], connection.status),
    ],
    encryption: [encrypted],
    serverAuthentication: [
      encrypted,
      ...inTunnel,
      step('R2', [afterwards, ...from('verify')], connection.serverAuthentication),
    ],
    clientAuthentication: [...inTunnel, client],
    authorization: [...inTunnel, rights],
    integrity: [encrypted, step('R5', [afterwards], connection.integrity)],
    passive: [encrypted, replayable, ...legs('passive'), step('R6', [afterwards, ...from('cred')], exposure.passive)],
    active: [
      encrypted,
      replayable,
      ...legs('active'),
      step(
        'R7',
        [afterwards, ...from('cred', 'clientAuthPolicy', 'authz', 'perRequestSkip', 'oldTls', 'plainFallback')],
        exposure.active,
      ),
    ],
    offPath: [step('R8', from('clientAuthPolicy', 'authz', 'medium'), exposure.offPath)],
    relay: [
      encrypted,
      replayable,
      step('R9', [afterwards, ...from('cred', 'clientAuthPolicy', 'authz')], exposure.relay),
    ],
  };
}

const segmentRules = { entry: 'G2', tunnel: 'G2', 'tunnel-end': 'G3', 'last-hop': 'G4' } as const;

function isSecret({ cred }: Hop): boolean {
  return cred === 'bearer' || cred === 'bootstrap' || cred === 'basic';
}

function result({ rule, result: value }: RuleStep): RuleStep['inputs'] {
  return [[rule, value]];
}
