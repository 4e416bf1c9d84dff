import type { Analysis } from '../../analysis/analyze.ts';
import { type ExposureList, unionOf } from '../../analysis/channelSecurity.ts';
import type { Connection } from '../../analysis/connection.ts';
import { worthOf } from '../../catalog/communicationPaths.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Weakness } from '../../weaknesses/weakness.ts';
import { weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import { type AttackerPosition, attackerPosition, type UnavailableId, whyUnavailable } from '../attackerPosition.ts';
import { type ConditionId, type Consequence, consequences, outcomeOf } from '../consequence.ts';
import type { PositionId } from '../positionIds.ts';
import { type Access, type AttackVector, accesses, type Context, closed, type ReachReason } from './attackVector.ts';
import { byService, throughProxy, withCertificate } from './byWeakness.ts';
import { dialedByName } from './dialedByName.ts';
import { asRogueAgent, isRogueAgentsDoor, throughPort } from './offPath.ts';
import { byName, onWires, throughBalancer } from './onPath.ts';
import { held, withToken } from './ownEnds.ts';

export type ReachEntry = {
  readonly connection: Connection;
  readonly access: Access;
  /** Never more than the connection's exposures allow, unless an end of it is his. */
  readonly gained: ExposureList;
  readonly because: ReachReason;
  readonly consequence: Consequence | null;
  readonly condition: ConditionId | null;
};

export type Reach = {
  readonly position: AttackerPosition;
  readonly unavailable: UnavailableId | null;
  /** One for each connection, in the order of the analysis. */
  readonly entries: readonly ReachEntry[];
  /** What is in reach or may be, the worst first. The rows of a tunnel repeat inner channels and are left out. */
  readonly ranked: readonly ReachEntry[];
  readonly outOfReach: readonly ReachEntry[];
};

/** What an attacker who stands somewhere gets on each connection of a cluster. */
export function reachOf(topology: Topology, analysis: Analysis, id: PositionId): Reach {
  const position = attackerPosition(id);
  const unavailable = whyUnavailable(topology, analysis, id);
  const weaknesses = groupedByConnection(topology, analysis);
  const context: Context = {
    position,
    weaknesses: ({ id: one }) => weaknesses.get(one) ?? [],
    isRogueAgentPossible: analysis.connections.some((one) => isRogueAgentsDoor(one, position)),
    balancer: balancerMode(analysis),
    dialed: dialedByName(topology),
    isEverybodyAllowed: analysis.connections.some(
      ({ path, hop }) => worthOf(path) === 'pod-account' && hop.authz === 'none',
    ),
  };
  const entries = analysis.connections.map((connection) =>
    unavailable ? entryOf(connection, [closed('unavailable')]) : entryOf(connection, waysTo(connection, context)),
  );
  const listed = entries.filter(({ connection }) => connection.variant === undefined);
  return {
    position,
    unavailable,
    entries,
    ranked: listed.filter(({ access }) => access !== 'none').sort((a, b) => severity(a) - severity(b)),
    outOfReach: listed.filter(({ access }) => access === 'none'),
  };
}

function groupedByConnection(topology: Topology, analysis: Analysis): ReadonlyMap<string, readonly Weakness[]> {
  const found = new Map<string, Weakness[]>();
  for (const weakness of weaknessesOf(topology, analysis))
    for (const { id } of weakness.connections) found.set(id, [...(found.get(id) ?? []), weakness]);
  return found;
}

/** Whether the load balancer forwards bytes, or ends TLS and sees what is inside. */
function balancerMode({ connections }: Analysis): Context['balancer'] {
  const found = connections.filter(({ client }) => client.component === 'load-balancer');
  if (found.some(({ notes }) => notes.includes('lb-ends-tls'))) return 'tls';
  return found.some(({ hop }) => hop.verify === 'unknown' && hop.cred === 'unknown') ? 'unknown' : 'tcp';
}

/** The nearest way first: its reason is told where all are closed. */
function waysTo(connection: Connection, context: Context): readonly AttackVector[] {
  if (connection.count === 0) return [closed('not-configured')];
  const found = [
    held(connection, context),
    withToken(connection, context),
    onWires(connection, context.position),
    byName(connection, context),
    throughBalancer(connection, context),
    throughProxy(connection, context),
    byService(connection, context),
    withCertificate(connection, context),
    throughPort(connection, context.position),
    asRogueAgent(connection, context),
  ].filter((one) => one !== null);
  if (found.length > 0) return found;
  return [closed(connection.encryption === 'local' ? 'local' : 'elsewhere')];
}

function severity({ consequence, access, condition }: ReachEntry): number {
  const worst = consequence === null ? consequences.length : consequences.indexOf(consequence);
  return worst * 100 + (condition === null ? 0 : 50) + accesses.indexOf(access);
}

function entryOf(connection: Connection, ways: readonly AttackVector[]): ReachEntry {
  const [best = closed('elsewhere')] = [...ways].sort(byStrength);
  const exposures = unionOf(ways.map((way) => way.exposures));
  const isOwn = best.reason === 'holds-node' || best.reason === 'any-token-accepted';
  // Whoever may name any user is an administrator.
  const outcome =
    best.reason === 'names-any-user' && best.access === 'holds-end'
      ? ({ consequence: 'cluster', condition: null } as const)
      : outcomeOf(connection, exposures, isOwn);
  return {
    connection,
    access: best.access,
    gained: exposures,
    because: best.reason,
    consequence: outcome?.consequence ?? null,
    condition: outcome?.condition ?? null,
  };
}

/** His own end first, then what gives most for certain; ways that are as good as each other stay in their order. */
function byStrength(a: AttackVector, b: AttackVector): number {
  const isHeld = ({ access }: AttackVector) => Number(access === 'holds-end');
  const certain = ({ exposures }: AttackVector) => exposures.filter((gain) => gain !== 'unknown').length;
  return isHeld(b) - isHeld(a) || certain(b) - certain(a) || accesses.indexOf(a.access) - accesses.indexOf(b.access);
}
