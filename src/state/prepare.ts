import { analyze } from '../analysis/analyze.ts';
import { firstByName } from '../analysis/connect.ts';
import {
  connectedPods,
  identicalNodes,
  idsOf,
  podClasses,
  podsByNode,
  podsOn,
  runningPodsOn,
} from '../analysis/members.ts';
import type { Topology } from '../domain/topology.ts';
import { groupPods, groupTopology } from '../grouping/groupTopology.ts';
import { nextTask } from '../importers/transfer/nextTask.ts';
import { homesIn, populate } from '../population/populate.ts';

/**
 * Divides a large cluster into its classes, a part at a time, so that the page goes on to answer meanwhile. What is computed
 * is remembered with the lists of the cluster, and all that is left for the moment when it becomes the model is cheap.
 */
export async function prepare(topology: Topology): Promise<void> {
  if (topology.pods.length < fewest) return;
  for (const _part of parts(topology)) await nextTask();
}

/** Fewer pods are done within a frame. */
const fewest = 5000;

/** Each part takes less than a tenth of a second for the largest cluster; it gives what it has computed. */
function* parts(topology: Topology): Generator<unknown> {
  const { pods } = topology;
  yield identicalNodes(topology);
  yield podClasses(topology);
  yield podsByNode(pods);
  for (const { members } of identicalNodes(topology)) {
    yield podsOn(pods, members);
    yield runningPodsOn(pods, members);
    const groups = groupPods(pods, members);
    yield groups;
    for (const group of groups) yield idsOf(group);
  }
  const lists = [
    connectedPods(pods),
    ...podClasses(topology).map(({ members }) => members),
    ...identicalNodes(topology).map(({ members }) => runningPodsOn(pods, members)),
  ];
  for (const list of lists) {
    yield idsOf(list);
    yield firstByName(list);
  }
  yield analyze(topology);
  yield groupTopology(topology, analyze(topology), 'documented');
  yield homesIn(topology);
  yield populate(topology);
}
