import { type ElementList, longestText, mostElements, mostSources } from '../../domain/limits.ts';
import type { Topology } from '../../domain/topology.ts';
import type { ImportIssue } from '../importResult.ts';

const kinds: Readonly<Record<ElementList, string>> = {
  controlPlanes: 'control plane',
  nodes: 'Node',
  pods: 'Pod',
  services: 'Service',
  outside: 'kubeconfig',
  extensions: 'webhook, APIService',
};

/** A cluster with as much of it as a model may be, and what was left out. */
export function withinLimits(topology: Topology): {
  readonly topology: Topology;
  readonly issues: readonly ImportIssue[];
} {
  const lists = (Object.keys(mostElements) as ElementList[]).filter(
    (list) => topology[list].length > mostElements[list],
  );
  const isNamed = [topology.name, ...topology.sources, topology.kubernetesVersion].every(
    (one) => one.length <= longestText,
  );
  if (lists.length === 0 && topology.sources.length <= mostSources && isNamed) return { topology, issues: [] };
  const left = Object.fromEntries(lists.map((list) => [list, topology[list].slice(0, mostElements[list])]));
  const cut: Topology = {
    ...topology,
    ...left,
    name: topology.name.slice(0, longestText),
    kubernetesVersion: topology.kubernetesVersion.length > longestText ? 'unknown' : topology.kubernetesVersion,
    sources: topology.sources.slice(0, mostSources).map((one) => one.slice(0, longestText)),
  };
  const hosts = new Set([...cut.nodes, ...cut.controlPlanes].map(({ id }) => id));
  const pods = cut.pods.filter(({ nodeId }) => nodeId === null || hosts.has(nodeId));
  const place = { file: topology.sources[0] ?? '', line: 1 };
  const issues = lists.map((list): ImportIssue => {
    const params = { kind: kinds[list], count: String(topology[list].length), most: String(mostElements[list]) };
    return { code: 'too-many', severity: 'error', place, params };
  });
  return { topology: { ...cut, pods }, issues };
}
