import { analyse } from '../analysis/analyse.ts';
import {
  alikeNodes,
  connectedPods,
  idsOf,
  podClasses,
  podsByNode,
  podsOn,
  runningPodsOn,
} from '../analysis/members.ts';
import type { Topology } from '../domain/topology.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { populate } from '../population/populate.ts';

/**
 * Divides a large cluster into its classes, a part at a time, so that the page goes on to answer meanwhile. What is computed
 * is remembered with the lists of the cluster, and all that is left for the moment when it becomes the model is cheap.
 */
export async function prepare(topology: Topology): Promise<void> {
  const { nodes, pods } = topology;
  if (pods.length < fewest) return;
  const steps: readonly (() => unknown)[] = [
    () => alikeNodes(nodes),
    () => podClasses(topology),
    () => podsByNode(pods),
    () => podClasses(topology).map(({ members }) => idsOf(members)),
    () => idsOf(connectedPods(pods)),
    ...alikeNodes(nodes).flatMap(({ members }) => [
      () => podsOn(pods, members),
      () => runningPodsOn(pods, members),
      () => idsOf(runningPodsOn(pods, members)),
    ]),
    () => analyse(topology),
    () => groupTopology(topology, analyse(topology), 'documented'),
    () => populate(topology),
  ];
  for (const step of steps) {
    step();
    await nextTask();
  }
}

/** Fewer pods are done within a frame. */
const fewest = 5000;

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
