import type { Topology } from './topology.ts';

/*
 * How much a model may be. What makes one, by import, edit, link or file, keeps these, so that what is stored can be read again.
 */

/** More elements of a kind than any cluster has, and few enough to be worked with. */
export const mostElements = {
  controlPlanes: 200,
  nodes: 20_000,
  pods: 300_000,
  services: 50_000,
  outside: 2000,
  extensions: 2000,
} as const satisfies Partial<Record<keyof Topology, number>>;
export type ElementList = keyof typeof mostElements;

/** Files that a model may come from. */
export const mostSources = 50_000;

/** Ports of a pod or a Service, and addresses of a node. */
export const mostPorts = 10_000;
export const mostAddresses = 100;

/** Letters of any text in a model. */
export const longestText = 65_536;

/** Letters of a name, as of Kubernetes’ objects [kubernetes.io, Object Names and IDs]. */
export const longestName = 253;

/** Pixels that a frame may be moved. */
export const farthestPin = 10_000_000;

/** Whether a model keeps the numbers of elements. */
export function isWithinCounts(topology: Topology): boolean {
  return (Object.keys(mostElements) as ElementList[]).every((list) => topology[list].length <= mostElements[list]);
}
