import { placeOfFound } from '../found.ts';
import type { ImportIssue } from '../importResult.ts';
import type { KeptFact } from '../keptValues.ts';
import type { ReadFile } from '../recognize.ts';
import { byType } from './byType.ts';

type Cluster = { readonly found: readonly KeptFact[]; readonly files: readonly string[] };

/**
 * Files of different clusters that arrive together: they list nodes that have no name in common. Files beside them belong
 * to the cluster whose files were given in the same folder, whose nodes their pods name, or whose files lie nearest; else to
 * the first one, which is said.
 */
export function splitClusters(
  found: readonly KeptFact[],
  read: readonly ReadFile[],
): { readonly clusters: readonly Cluster[]; readonly issues: readonly ImportIssue[] } {
  const files = read.map(({ name }) => name);
  const folders = new Map(read.map(({ name, folder }) => [name, folder]));
  const sharesFolder: Shares = (one, other) => {
    const folder = folders.get(one) ?? null;
    return folder !== null && folder === folders.get(other);
  };
  const groups = nodeGroups(found, sharesFolder);
  if (groups.length < 2) return { clusters: [{ found, files }], issues: [] };
  const issues: ImportIssue[] = [];
  const podNodes = podNodesByFile(found);
  const shown = new Set(found.map((one) => placeOfFound(one).file));
  const clusterOf = new Map(
    files.map((file): [string, number] => {
      const index = clusterOfFile(file, groups, podNodes.get(file) ?? [], sharesFolder);
      if (index >= 0) return [file, index];
      const isShown = shown.has(file);
      const params = { file, cluster: groups[0]?.files[0] ?? '' };
      if (isShown) issues.push({ code: 'cluster-unclear', severity: 'warning', place: { file, line: 1 }, params });
      return [file, 0];
    }),
  );
  const clusters = groups.map((_group, index) => ({
    found: found.filter((one) => (clusterOf.get(placeOfFound(one).file) ?? 0) === index),
    files: files.filter((file) => clusterOf.get(file) === index),
  }));
  return { clusters, issues };
}

type NodeGroup = { readonly files: readonly string[]; readonly names: ReadonlySet<string> };

/** Whether two files were given in the same folder or archive. Files that were given one by one only happen to lie together. */
type Shares = (one: string, other: string) => boolean;

/** Files that list several nodes, put together where they have a name in common or were given together. */
function nodeGroups(found: readonly KeptFact[], sharesFolder: Shares): readonly NodeGroup[] {
  const lists = new Set(
    byType(found, 'listed')
      .filter(({ kind }) => kind === 'Node')
      .map(({ place }) => place.file),
  );
  const byFile = new Map<string, Set<string>>();
  for (const { node, place } of byType(found, 'node')) {
    if (!lists.has(place.file)) continue;
    byFile.set(place.file, (byFile.get(place.file) ?? new Set()).add(node.name));
  }
  const groups: { files: string[]; names: Set<string> }[] = [];
  for (const [file, names] of byFile) {
    const same = groups.find(
      (group) =>
        [...names].some((name) => group.names.has(name)) || group.files.some((other) => sharesFolder(other, file)),
    );
    if (same) {
      same.files.push(file);
      for (const name of names) same.names.add(name);
    } else groups.push({ files: [file], names });
  }
  return groups;
}

function podNodesByFile(found: readonly KeptFact[]): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, Set<string>>();
  for (const { nodeName, place } of byType(found, 'pod'))
    if (nodeName) nodes.set(place.file, (nodes.get(place.file) ?? new Set()).add(nodeName));
  return new Map([...nodes].map(([file, names]) => [file, [...names]]));
}

function clusterOfFile(
  file: string,
  groups: readonly NodeGroup[],
  podNodes: readonly string[],
  sharesFolder: Shares,
): number {
  const own = groups.findIndex((group) => group.files.includes(file));
  if (own >= 0) return own;
  const byFolder = groups.findIndex((group) => group.files.some((other) => sharesFolder(other, file)));
  if (byFolder >= 0) return byFolder;
  const byPod = groups.findIndex(({ names }) => podNodes.some((name) => names.has(name)));
  return byPod >= 0 ? byPod : nearestTo(file, groups);
}

/** The cluster that has more of a file's folders in common with it than every other one; -1 where none has. */
function nearestTo(file: string, groups: readonly NodeGroup[]): number {
  const depths = groups.map(({ files }) => Math.max(...files.map((other) => foldersInCommon(file, other))));
  const deepest = Math.max(...depths);
  const at = depths.indexOf(deepest);
  return depths.indexOf(deepest, at + 1) < 0 ? at : -1;
}

function foldersInCommon(one: string, other: string): number {
  const [own, others] = [one, other].map((file) => file.split('/').slice(0, -1));
  if (!own || !others) return 0;
  const differing = own.findIndex((folder, index) => others[index] !== folder);
  return differing < 0 ? own.length : differing;
}
