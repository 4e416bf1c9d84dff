import type { ClusterNode, Service, Topology } from '../../domain/topology.ts';
import type { ImportedCluster, ImportIssue, ImportResult } from '../importResult.ts';
import type { PackedTexts, PackedValues } from './values.ts';

/*
 * What a worker has read, as columns of numbers that are handed to the page and not copied. A copy of a hundred thousand objects
 * would stop the page for a second, and hold each label once for each pod.
 */

/** A result in the form in which it goes from one thread to another. */
export type PackedResult = Pick<ImportResult, 'dropped'> & {
  readonly values: PackedValues;
  readonly issues: Columns<IssueColumn>;
  readonly clusters: readonly PackedCluster[];
};

export type PackedCluster = Pick<ImportedCluster, 'listed' | 'questions'> & {
  /** All but the three long lists. */
  readonly rest: Omit<Topology, 'nodes' | 'pods' | 'services'>;
  readonly nodes: Columns<NodeColumn>;
  readonly pods: Columns<PodColumn>;
  /** The pods' names, one after another: nearly each is there once, so that a table would only cost time. */
  readonly podNames: PackedTexts;
  readonly services: Columns<ServiceColumn>;
};

/** For each field the numbers of its values, one for each element. */
export type Columns<K extends string> = Readonly<Record<K, Uint32Array<ArrayBuffer>>>;
export type NodeColumn = keyof ClusterNode;
/** The four yes-or-no answers of a pod are one column. */
export type PodColumn = 'id' | 'namespace' | 'nodeId' | 'labels' | 'ports' | 'flags';
export type ServiceColumn = keyof Service;
export type IssueColumn = keyof Omit<ImportIssue, 'place'> | 'file' | 'line' | 'column';

/** Bits of the column `flags`. */
export const podFlags = { hostNetwork: 1, running: 2, tokenMounted: 4, skipsVerification: 8 };

/** Ids are mostly made of names; then they need not be handed over. */
export function usualPodId(namespace: string, name: string): string {
  return `pod:${namespace}/${name}`;
}
