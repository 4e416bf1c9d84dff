import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { isClosed, isExposed } from '../remedies/exposed.ts';
import { type RemedyId, remedyIds } from '../remedies/remedyIds.ts';
import { changesOf } from '../remedies/resolveRemedy.ts';
import { applyAll, enabled } from '../remedies/smallestSet.ts';
import { analysisOf } from './analysisOf.ts';
import { askable } from './pathsQuestion.ts';
import type { FixQuestion, Level } from './question.ts';
import { layerOf, quizCluster } from './quizCluster.ts';
import { type Random, shuffled } from './seededRandom.ts';

const optionCount = 4;
/** Each costs an analysis; four are shown. */
const mostTried = 5;
const mostTargets: Readonly<Record<Level, number>> = { 1: 2, 2: 4, 3: 6 };

/** Those of some connections that stay open when one remedy alone is carried out; all, where something must come first. */
export function leftOpenBy(
  topology: Topology,
  remedy: RemedyId,
  targets: readonly Connection[],
): readonly Connection[] {
  if (enabled(topology, [remedy]).length === 0) return targets;
  const after = analysisOf(applyAll(topology, [remedy]));
  return targets.filter((target) => !isClosed(target, after));
}

/** Which single change closes all of these paths; null where this cluster has no such question. */
export function fixQuestion(random: Random, level: Level): FixQuestion | null {
  const topology = quizCluster(random, level);
  const layer = layerOf(level);
  const exposed = askable(analysisOf(topology), layer).filter(isExposed);
  const possible = shuffled(
    random,
    remedyIds.filter((id) => changesOf(topology, id).length > 0),
  ).slice(0, mostTried);
  const left = new Map(possible.map((id) => [id, leftOpenBy(topology, id, exposed)]));
  const openAfter = (id: RemedyId) => left.get(id) ?? exposed;
  const closing = possible.find((id) => openAfter(id).length < exposed.length);
  if (closing === undefined || possible.length < optionCount) return null;
  const open = openAfter(closing);
  const closed = exposed.filter((one) => !open.includes(one));
  const chosen = shuffled(random, closed).slice(0, mostTargets[level]);
  const targets = closed.filter((one) => chosen.includes(one));
  const others = [...possible.filter((id) => id !== closing)].sort((a, b) => openAfter(a).length - openAfter(b).length);
  // What closes much else is the better trap; one that closes nothing is among them too.
  const traps = [...others.slice(0, 2), ...others.slice(-1)];
  const options = shuffled(random, [closing, ...traps]);
  const right = options.filter((id) => !targets.some((target) => openAfter(id).includes(target)));
  if (new Set(options).size < optionCount || right.length === options.length) return null;
  const ids = targets.map(({ id }) => id);
  return { kind: 'fix', key: `fix ${ids.join()} ${right.join()}`, topology, layer, targets: ids, options, right };
}
