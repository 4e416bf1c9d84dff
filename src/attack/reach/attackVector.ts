import { type ExposureList, unionOf } from '../../analysis/channelSecurity.ts';
import type { Connection } from '../../analysis/connection.ts';
import type { SegmentName } from '../../analysis/tunnel.ts';
import type { Weakness } from '../../weaknesses/weakness.ts';
import type { AttackerPosition } from '../attackerPosition.ts';
import type { DialedNow } from './dialedByName.ts';

export const accesses = ['holds-end', 'active', 'passive', 'off-path', 'undetermined', 'none'] as const;
export type Access = (typeof accesses)[number];

/** Why something is in reach, or is not; the words are in the locale files. */
export const reachReasons = [
  'holds-node',
  'holds-pod',
  'holds-balancer',
  'holds-tunnel-end',
  'holds-token',
  'bootstrap-left',
  'bootstrap-off',
  'after-bootstrap',
  'if-account-may',
  'any-token-accepted',
  'on-wire',
  'last-stretch',
  'in-tunnel',
  'check-skipped',
  'anonymous-served',
  'not-known',
  'listens',
  'maybe-answers',
  'within-node',
  'through-balancer',
  'maybe-through-balancer',
  'through-proxy',
  'maybe-through-proxy',
  'draws-traffic',
  'maybe-draws-traffic',
  'ca-shared',
  'names-any-user',
  'answers-name',
  'maybe-by-name',
  'port-open',
  'port-open-routed',
  'api-port-open',
  'local-port',
  'rogue-agent',
  'unavailable',
  'not-configured',
  'local',
  'verified',
  'encrypted',
  'tunnel-closed',
  'by-address',
  'refused',
  'elsewhere',
  'no-token-here',
] as const;
export type ReachReason = (typeof reachReasons)[number];

/** One way to a connection, with what it gives; nothing where it is closed. */
export type AttackVector = { readonly access: Access; readonly exposures: ExposureList; readonly reason: ReachReason };

/** What is known beside one connection. */
export type Context = {
  readonly position: AttackerPosition;
  readonly isRogueAgentPossible: boolean;
  readonly balancer: 'tcp' | 'tls' | 'unknown';
  readonly dialed: (connection: Connection) => DialedNow;
  /** Whether the kube-apiserver lets every account do everything. */
  readonly isEverybodyAllowed: boolean;
  /** The weaknesses of a connection. */
  readonly weaknesses: (connection: Connection) => readonly Weakness[];
};

/** Certain exposures count; where only `unknown` is left, nothing is claimed and nothing is called safe. */
export function attackVector(
  access: Access,
  exposures: ExposureList,
  reason: ReachReason,
  otherwise: ReachReason,
): AttackVector {
  if (exposures.length === 0) return closed(otherwise);
  return { access: exposures.every((one) => one === 'unknown') ? 'undetermined' : access, exposures, reason };
}

export function closed(reason: ReachReason): AttackVector {
  return { access: 'none', exposures: [], reason };
}

export function perhaps(gained: ExposureList): ExposureList {
  return gained.length > 0 ? ['unknown'] : [];
}

export function segments({ tunnel }: Connection, names: readonly SegmentName[]) {
  const parts = tunnel?.segments.filter(({ segment }) => names.includes(segment)) ?? [];
  return { passive: unionOf(parts.map(({ passive }) => passive)), active: unionOf(parts.map(({ active }) => active)) };
}
