import type { ImportedFact } from './found.ts';
import type { DroppedKind, ImportIssue, ImportResult } from './importResult.ts';
import { byType } from './joining/byType.ts';
import { joinFound } from './joining/joinFound.ts';
import type { KubeletTargets } from './joining/joinKubelets.ts';
import { splitClusters } from './joining/splitClusters.ts';

import { type Progress, type Recognized, recognize } from './recognize.ts';
import type { InputFile } from './source/inputFile.ts';

/**
 * The clusters that some files show, mostly one. Never throws; what could not be read is an issue with file and line, and
 * the rest is there.
 */
export function importFiles(files: readonly InputFile[], onProgress?: (progress: Progress) => void): ImportResult {
  return join(recognize(files, onProgress));
}

/** The same from what was recognized before, with what the user has said about kubelets since. */
export function join({ found, issues, files }: Recognized, targets: KubeletTargets = {}): ImportResult {
  const dropped = droppedIn(found);
  const known = found.filter(({ type }) => type !== 'dropped' && type !== 'listed');
  if (known.length === 0) {
    const nothing: ImportIssue = {
      code: 'nothing-read',
      severity: 'error',
      place: { file: files[0]?.name ?? '', line: 1 },
      params: {},
    };
    // Of our own analysis it has been said what to open instead.
    const isTold = issues.some(({ code }) => code === 'own-analysis');
    return { clusters: [], issues: isTold ? issues : [...issues, nothing], dropped };
  }
  const split = splitClusters(found, files);
  const joined = split.clusters.map((cluster) => joinFound(cluster.found, cluster.files, targets));
  return {
    clusters: joined.map(({ topology, listed, questions }) => ({ topology, listed, questions })),
    issues: [...issues, ...split.issues, ...joined.flatMap((one) => one.issues)],
    dropped,
  };
}

function droppedIn(found: readonly ImportedFact[]): ImportResult['dropped'] {
  const counts: Partial<Record<DroppedKind, number>> = {};
  for (const { what, count } of byType(found, 'dropped')) counts[what] = (counts[what] ?? 0) + count;
  return counts;
}
