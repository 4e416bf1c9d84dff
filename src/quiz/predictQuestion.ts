import type { Topology } from '../domain/topology.ts';
import { sameConnection } from '../remedies/exposed.ts';
import { type RemedyId, remedyIds } from '../remedies/remedyIds.ts';
import { changesOf } from '../remedies/resolveRemedy.ts';
import { applyAll, enabled } from '../remedies/smallestSet.ts';
import { analysisOf } from './analysisOf.ts';
import { askable, few } from './pathsQuestion.ts';
import type { Level, PredictQuestion, SettingChange } from './question.ts';
import { layerOf, quizCluster } from './quizCluster.ts';
import { type Random, shuffled } from './seededRandom.ts';
import { documentedChanges, furtherChanges, isEffective, withChange } from './settingChange.ts';

/** How often a change that alters no class is asked about, so that `none` is worth a thought. */
const shareOfNone = 0.25;

type Candidate = Pick<PredictQuestion, 'remedy' | 'changes' | 'after'>;

/** What becomes of each connection's class; null where nothing tells. */
function classChanges(before: Topology, after: Topology): ReadonlyMap<string, boolean | null> {
  const now = analysisOf(after);
  return new Map(
    analysisOf(before).connections.map((old) => {
      const present = sameConnection(old, now);
      if (present === null || present.count === 0) return [old.id, true];
      if (old.status === 'unknown' || present.status === 'unknown') return [old.id, null];
      return [old.id, old.status !== present.status];
    }),
  );
}

/** Mark the paths whose class a change alters; null where this cluster has no such question. */
export function predictQuestion(random: Random, level: Level): PredictQuestion | null {
  const topology = quizCluster(random, level);
  const layer = layerOf(level);
  const before = askable(analysisOf(topology), layer);
  const wantsNone = random() < shareOfNone;
  const proposed = random() < 0.5 ? settingCandidates(random, topology, level) : remedyCandidates(random, topology);
  for (const candidate of proposed.slice(0, 8)) {
    const changed = classChanges(topology, candidate.after);
    const now = askable(analysisOf(candidate.after), layer);
    const known = analysisOf(topology);
    // Nobody can mark a path that is not there yet.
    if (now.some((one) => sameConnection(one, known) === null)) continue;
    const those = (wanted: boolean | null) =>
      before.flatMap(({ id }) => ((changed.get(id) ?? null) === wanted ? [id] : []));
    const isNone = those(true).length === 0;
    if (isNone !== wantsNone || those(false).length === 0) continue;
    // Whether really none changes must be known; and unknown settings are for the last level.
    if ((isNone || level < 3) && those(null).length > 0) continue;
    const order = before.map(({ id }) => id);
    const candidates = level === 1 ? few(random, those(true), those(false), order) : order;
    const asked = (wanted: boolean | null) => those(wanted).filter((id) => candidates.includes(id));
    return {
      kind: 'predict',
      key: `predict ${JSON.stringify(candidate.changes)} ${asked(true).join()}`,
      topology,
      layer,
      ...candidate,
      candidates,
      right: asked(true),
      undetermined: asked(null),
    };
  }
  return null;
}

function settingCandidates(random: Random, topology: Topology, level: Level): readonly Candidate[] {
  const known = level === 3 ? [...documentedChanges, ...furtherChanges] : documentedChanges;
  return shuffled(
    random,
    known.filter((change) => isEffective(topology, change)),
  ).map((change) => ({ remedy: null, changes: [change], after: withChange(topology, change) }));
}

function remedyCandidates(random: Random, topology: Topology): readonly Candidate[] {
  return shuffled(
    random,
    remedyIds.filter((id) => changesOf(topology, id).length > 0 && enabled(topology, [id]).length > 0),
  ).map((remedy) => ({ remedy, changes: settingsOf(topology, remedy), after: applyAll(topology, [remedy]) }));
}

function settingsOf(topology: Topology, remedy: RemedyId): readonly SettingChange[] {
  return changesOf(topology, remedy).map(({ component, key, value }) => ({ component, key, value }));
}
