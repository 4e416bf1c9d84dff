import { type Found, placeOfFound } from '../found.ts';
import type { ImportIssue } from '../importResult.ts';
import { byType } from './byType.ts';

type Cluster = { readonly found: readonly Found[]; readonly files: readonly string[] };

/**
 * Files of different clusters that arrive together: they list nodes that have no name in common. Files beside them belong
 * to the cluster whose folder they share, or whose nodes their pods name; else to the first one, which is said.
 */
export function splitClusters(
  found: readonly Found[],
  files: readonly string[],
): { readonly clusters: readonly Cluster[]; readonly issues: readonly ImportIssue[] } {
  const groups = nodeGroups(found);
  if (groups.length < 2) return { clusters: [{ found, files }], issues: [] };
  const issues: ImportIssue[] = [];
  const podNodes = podNodesByFile(found);
  const clusterOf = new Map(
    files.map((file): [string, number] => {
      const index = clusterOfFile(file, groups, podNodes.get(file) ?? []);
      if (index >= 0) return [file, index];
      const isShown = found.some((one) => placeOfFound(one).file === file);
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

/** Files that list several nodes, put together where they have a name in common or lie in one folder. */
function nodeGroups(found: readonly Found[]): readonly NodeGroup[] {
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

function podNodesByFile(found: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, Set<string>>();
  for (const { nodeName, place } of byType(found, 'pod'))
    if (nodeName) nodes.set(place.file, (nodes.get(place.file) ?? new Set()).add(nodeName));
  return new Map([...nodes].map(([file, names]) => [file, [...names]]));
}

function clusterOfFile(file: string, groups: readonly NodeGroup[], podNodes: readonly string[]): number {
  const own = groups.findIndex((group) => group.files.includes(file));
  if (own >= 0) return own;
  const byFolder = groups.findIndex((group) => group.files.some((other) => sharesFolder(other, file)));
  return byFolder >= 0 ? byFolder : groups.findIndex(({ names }) => podNodes.some((name) => names.has(name)));
}

/** Whether two files lie in the same archive or folder of what was dropped. */
function sharesFolder(one: string, other: string): boolean {
  const [first, second] = [one, other].map((file) => (file.includes('/') ? file.split('/')[0] : undefined));
  return first !== undefined && first === second;
}
