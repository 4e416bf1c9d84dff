import type { Analysis } from '../analysis/analyze.ts';
import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import { inLayer, type Layer } from '../analysis/layer.ts';
import type { Exposure } from '../analysis/rules.ts';
import { type PositionId, positionIds } from '../attack/positionIds.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import type { Topology } from '../domain/topology.ts';
import { analysisOf } from './analysisOf.ts';
import {
  type GainKind,
  gainKinds,
  type Level,
  type MarkQuestion,
  type PathsCriterion,
  type PathsQuestion,
} from './question.ts';
import { layerOf, quizCluster } from './quizCluster.ts';
import { between, oneOf, type Random, shuffled } from './seededRandom.ts';

/** Whether a path fits; null where nothing tells. */
type Fit = boolean | null;

const exposuresOf: Readonly<Record<GainKind, readonly Exposure[]>> = {
  read: ['eavesdrop'],
  change: ['tamper'],
  use: ['impersonate-client', 'credential-replay'],
};

const easyPositions: readonly PositionId[] = ['cluster-network', 'node-network', 'pod'];

const easy: readonly PathsCriterion[] = [
  { by: 'status', status: 'protected' },
  { by: 'status', status: 'unverified' },
  { by: 'status', status: 'plaintext' },
  { by: 'exposure', mode: 'passive', exposure: 'eavesdrop' },
  { by: 'exposure', mode: 'active', exposure: 'eavesdrop' },
];

const harder: readonly PathsCriterion[] = [
  ...easy,
  { by: 'status', status: 'open' },
  { by: 'exposure', mode: 'active', exposure: 'impersonate-server' },
  { by: 'exposure', mode: 'active', exposure: 'credential-replay' },
  { by: 'exposure', mode: 'offPath', exposure: 'impersonate-client' },
  { by: 'relay' },
];

const hardest: readonly PathsCriterion[] = [...harder, { by: 'status', status: 'local' }];

/** Positions that weaknesses make, and that the settings of paths do not tell. */
const besidePaths: readonly PositionId[] = ['proxy', 'client-certificate', 'service-creator'];

/** Which criteria a level asks for. */
function criteriaOf(level: Level): readonly PathsCriterion[] {
  const positions = level === 1 ? easyPositions : positionIds.filter((id) => !besidePaths.includes(id));
  const reach = positions.flatMap((position) =>
    gainKinds.map((gain): PathsCriterion => ({ by: 'reach', position, gain })),
  );
  const others = { 1: easy, 2: harder, 3: hardest }[level];
  return [...others, ...reach];
}

/** The drawn connections that questions can be about: there, and not the repeated rows of a tunnel. */
export function askable(analysis: Analysis, layer: Layer): readonly Connection[] {
  return inLayer(analysis, layer).connections.filter(({ count, variant }) => count > 0 && variant === undefined);
}

/** Whether only some of the drawn paths count. */
export function isAboutFew({ candidates, topology, layer }: MarkQuestion): boolean {
  return candidates.length < askable(analysisOf(topology), layer).length;
}

/** Whether each of a cluster's connections fits a criterion, by their ids. */
function fitting(topology: Topology, analysis: Analysis, criterion: PathsCriterion): ReadonlyMap<string, Fit> {
  if (criterion.by === 'reach') {
    const { entries, unavailable } = reachOf(topology, analysis, criterion.position);
    if (unavailable) return new Map();
    return new Map(
      entries.map(({ connection, gained }) => [connection.id, contains(gained, exposuresOf[criterion.gain])]),
    );
  }
  return new Map(analysis.connections.map((connection) => [connection.id, fits(connection, criterion)]));
}

function fits(connection: Connection, criterion: Exclude<PathsCriterion, { by: 'reach' }>): Fit {
  switch (criterion.by) {
    case 'status':
      return connection.status === 'unknown' ? null : connection.status === criterion.status;
    case 'exposure':
      return contains(connection.exposure[criterion.mode], [criterion.exposure]);
    case 'relay':
      return connection.exposure.relay === 'unknown' ? null : connection.exposure.relay;
  }
}

function contains(list: ExposureList, wanted: readonly Exposure[]): Fit {
  if (wanted.some((one) => list.includes(one))) return true;
  return list.includes('unknown') ? null : false;
}

/** Click every path that fits; null where this cluster has no such question. */
export function pathsQuestion(random: Random, level: Level): PathsQuestion | null {
  const topology = quizCluster(random, level);
  const layer = layerOf(level);
  const analysis = analysisOf(topology);
  const criterion = oneOf(random, criteriaOf(level));
  if (criterion === null) return null;
  const fit = fitting(topology, analysis, criterion);
  const all = askable(analysis, layer).map(({ id }) => id);
  const those = (wanted: Fit) => all.filter((id) => fit.get(id) === wanted);
  const candidates = level === 1 ? few(random, those(true), those(false), all) : all;
  const asked = (wanted: Fit) => candidates.filter((id) => fit.get(id) === wanted);
  const right = asked(true);
  // Where everything fits, or nothing does, there is nothing to find out.
  if (right.length === 0 || asked(false).length === 0) return null;
  if (level < 3 && asked(null).length > 0) return null;
  return {
    kind: 'paths',
    key: `paths ${JSON.stringify(criterion)} ${right.join()}`,
    topology,
    layer,
    criterion,
    candidates,
    right,
    undetermined: asked(null),
  };
}

/** A handful of paths, in the order of the picture: some that fit and some that do not. */
export function few(
  random: Random,
  right: readonly string[],
  wrong: readonly string[],
  order: readonly string[],
): readonly string[] {
  const chosen = [
    ...shuffled(random, right).slice(0, between(random, 1, 4)),
    ...shuffled(random, wrong).slice(0, between(random, 2, 4)),
  ];
  return order.filter((id) => chosen.includes(id));
}
