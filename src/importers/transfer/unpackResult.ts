import type { ClusterNode, Pod, Service, Topology } from '../../domain/topology.ts';
import type { ImportIssue, ImportResult } from '../importResult.ts';
import { nextTask } from './nextTask.ts';
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
import { absent, unpackTexts, unpackValues } from './values.ts';

/** How long a page may be kept from answering, in milliseconds. */
const longestSlice = 12;
/** Elements between two looks at the clock. */
const step = 500;

/** The result as it was packed, with one object for all that is equal. It is made in slices, with a pause after each. */
export async function unpackResult(packed: PackedResult, pause: () => Promise<void> = nextTask): Promise<ImportResult> {
  const steps = unpacking(packed);
  for (;;) {
    const begin = performance.now();
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() - begin < longestSlice);
    await pause();
  }
}

type Steps<T> = Generator<undefined, T>;
/** Gives the value of a number; of which type it is, its column says. */
type ValueAt = <T>(number: number | undefined) => T;

function* unpacking({ values, issues, clusters, dropped }: PackedResult): Steps<ImportResult> {
  const all = yield* unpackValues(values);
  // A column was written from fields of one type, and is read into the same field.
  const valueAt: ValueAt = <T>(number = absent) => all[number] as T;
  const unpacked: ImportResult['clusters'][number][] = [];
  for (const cluster of clusters) {
    const { listed, questions } = cluster;
    unpacked.push({ topology: yield* unpackTopology(cluster, valueAt), listed, questions });
  }
  return { clusters: unpacked, issues: yield* rows(issues.code.length, issueAt(issues, valueAt)), dropped };
}

function* unpackTopology({ rest, nodes, pods, podNames, services }: PackedCluster, valueAt: ValueAt): Steps<Topology> {
  const names = yield* unpackTexts(podNames);
  return {
    ...rest,
    nodes: yield* rows(nodes.id.length, nodeAt(nodes, valueAt)),
    pods: yield* rows(names.length, podAt(pods, names, valueAt)),
    services: yield* rows(services.id.length, serviceAt(services, valueAt)),
  };
}

function* rows<T>(count: number, at: (index: number) => T): Steps<readonly T[]> {
  const all: T[] = [];
  for (let index = 0; index < count; index += 1) {
    all.push(at(index));
    if (index % step === step - 1) yield;
  }
  return all;
}

function nodeAt(columns: Columns<NodeColumn>, valueAt: ValueAt): (index: number) => ClusterNode {
  return (index) => {
    const implied = valueAt<boolean | undefined>(columns.implied[index]);
    const zone = valueAt<string | undefined>(columns.zone[index]);
    const pool = valueAt<string | undefined>(columns.pool[index]);
    const addresses = valueAt<readonly string[] | undefined>(columns.addresses[index]);
    const externalAddresses = valueAt<readonly string[] | undefined>(columns.externalAddresses[index]);
    return {
      id: valueAt(columns.id[index]),
      name: valueAt(columns.name[index]),
      kubelet: valueAt(columns.kubelet[index]),
      kubeProxy: valueAt(columns.kubeProxy[index]),
      konnectivityAgent: valueAt(columns.konnectivityAgent[index]),
      ...(implied !== undefined && { implied }),
      ...(zone !== undefined && { zone }),
      ...(pool !== undefined && { pool }),
      ...(addresses && { addresses }),
      ...(externalAddresses && { externalAddresses }),
    };
  };
}

function podAt(columns: Columns<PodColumn>, names: readonly string[], valueAt: ValueAt): (index: number) => Pod {
  return (index) => {
    const name = names[index] ?? '';
    const namespace = valueAt<string>(columns.namespace[index]);
    const flags = columns.flags[index] ?? 0;
    return {
      id: valueAt<string | undefined>(columns.id[index]) ?? usualPodId(namespace, name),
      name,
      namespace,
      nodeId: valueAt(columns.nodeId[index]),
      labels: valueAt(columns.labels[index]),
      hostNetwork: (flags & podFlags.hostNetwork) > 0,
      running: (flags & podFlags.running) > 0,
      tokenMounted: (flags & podFlags.tokenMounted) > 0,
      skipsVerification: (flags & podFlags.skipsVerification) > 0,
      ports: valueAt(columns.ports[index]),
    };
  };
}

function serviceAt(columns: Columns<ServiceColumn>, valueAt: ValueAt): (index: number) => Service {
  return (index) => {
    const list = (column: 'endpointPods' | 'externalIps' | 'loadBalancerIps') =>
      valueAt<readonly string[] | undefined>(columns[column][index]);
    const [endpointPods, externalIps, loadBalancerIps] = [
      list('endpointPods'),
      list('externalIps'),
      list('loadBalancerIps'),
    ];
    const udpPorts = valueAt<readonly number[] | undefined>(columns.udpPorts[index]);
    return {
      id: valueAt(columns.id[index]),
      name: valueAt(columns.name[index]),
      namespace: valueAt(columns.namespace[index]),
      type: valueAt(columns.type[index]),
      clusterIp: valueAt(columns.clusterIp[index]),
      selector: valueAt(columns.selector[index]),
      ports: valueAt(columns.ports[index]),
      ...(endpointPods && { endpointPods }),
      ...(externalIps && { externalIps }),
      ...(loadBalancerIps && { loadBalancerIps }),
      ...(udpPorts && { udpPorts }),
    };
  };
}

function issueAt(columns: Columns<IssueColumn>, valueAt: ValueAt): (index: number) => ImportIssue {
  return (index) => {
    const column = valueAt<number | undefined>(columns.column[index]);
    return {
      code: valueAt(columns.code[index]),
      severity: valueAt(columns.severity[index]),
      place: {
        file: valueAt(columns.file[index]),
        line: valueAt(columns.line[index]),
        ...(column !== undefined && { column }),
      },
      params: valueAt(columns.params[index]),
    };
  };
}
