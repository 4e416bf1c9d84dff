import type { ClusterNode, Pod, Service } from '../../domain/topology.ts';
import type { ImportIssue, ImportResult } from '../importResult.ts';
import {
  type Columns,
  type IssueColumn,
  type NodeColumn,
  type PackedCluster,
  type PackedResult,
  type PodColumn,
  podFlags,
  type ServiceColumn,
  usualPodId,
} from './packed.ts';
import { createValueTable, packTexts, type ValueTable } from './values.ts';

/** The packed result, and the memory that goes with it. */
export function packResult({ clusters, issues, dropped }: ImportResult): {
  readonly packed: PackedResult;
  readonly memory: readonly ArrayBuffer[];
} {
  const table = createValueTable();
  const columnsOf = columnsWith(table);
  const packedIssues = columnsOf<ImportIssue, IssueColumn>(issues, {
    code: ({ code }) => code,
    severity: ({ severity }) => severity,
    params: ({ params }) => params,
    file: ({ place }) => place.file,
    line: ({ place }) => place.line,
    column: ({ place }) => place.column,
  });
  const packedClusters = clusters.map(({ topology, listed, questions }): PackedCluster => {
    const { nodes, pods, services, ...rest } = topology;
    return {
      rest,
      listed,
      questions,
      nodes: columnsOf<ClusterNode, NodeColumn>(nodes, nodeFields),
      pods: { ...columnsOf<Pod, Exclude<PodColumn, 'flags'>>(pods, podFields), flags: Uint32Array.from(pods, flagsOf) },
      podNames: packTexts(pods.map(({ name }) => name)),
      services: columnsOf<Service, ServiceColumn>(services, serviceFields),
    };
  });
  const packed = { values: table.pack(), issues: packedIssues, clusters: packedClusters, dropped };
  return { packed, memory: buffersIn(packed) };
}

type Fields<T, K extends string> = Readonly<Record<K, (one: T) => unknown>>;

const nodeFields: Fields<ClusterNode, NodeColumn> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  kubelet: ({ kubelet }) => kubelet,
  kubeProxy: ({ kubeProxy }) => kubeProxy,
  konnectivityAgent: ({ konnectivityAgent }) => konnectivityAgent,
  implied: ({ implied }) => implied,
  zone: ({ zone }) => zone,
  pool: ({ pool }) => pool,
  addresses: ({ addresses }) => addresses,
  externalAddresses: ({ externalAddresses }) => externalAddresses,
};

const podFields: Fields<Pod, Exclude<PodColumn, 'flags'>> = {
  id: ({ id, namespace, name }) => (id === usualPodId(namespace, name) ? undefined : id),
  namespace: ({ namespace }) => namespace,
  nodeId: ({ nodeId }) => nodeId,
  labels: ({ labels }) => labels,
  ports: ({ ports }) => ports,
};

const serviceFields: Fields<Service, ServiceColumn> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  namespace: ({ namespace }) => namespace,
  type: ({ type }) => type,
  clusterIp: ({ clusterIp }) => clusterIp,
  selector: ({ selector }) => selector,
  ports: ({ ports }) => ports,
  endpointPods: ({ endpointPods }) => endpointPods,
  externalIps: ({ externalIps }) => externalIps,
  loadBalancerIps: ({ loadBalancerIps }) => loadBalancerIps,
  udpPorts: ({ udpPorts }) => udpPorts,
};

function columnsWith(table: ValueTable) {
  return <T, K extends string>(all: readonly T[], fields: Fields<T, K>): Columns<K> => {
    const entries = Object.entries<(one: T) => unknown>(fields);
    const columns = entries.map(([key, read]) => [key, Uint32Array.from(all, (one) => table.numberOf(read(one)))]);
    // The keys are those of the fields.
    return Object.fromEntries(columns) as Columns<K>;
  };
}

function flagsOf(pod: Pod): number {
  return (
    (pod.hostNetwork ? podFlags.hostNetwork : 0) +
    (pod.running ? podFlags.running : 0) +
    (pod.tokenMounted ? podFlags.tokenMounted : 0) +
    (pod.skipsVerification ? podFlags.skipsVerification : 0)
  );
}

function buffersIn({ values, issues, clusters }: PackedResult): readonly ArrayBuffer[] {
  const { counts, lengths, isJson } = values;
  const lists = [issues, ...clusters.flatMap(({ nodes, pods, services }) => [nodes, pods, services])];
  const columns = lists.flatMap((list) => Object.values<Uint32Array<ArrayBuffer>>(list));
  const ofNames = clusters.flatMap(({ podNames }) => [podNames.counts, podNames.lengths]);
  return [counts, lengths, isJson, ...columns, ...ofNames].map(({ buffer }) => buffer);
}
