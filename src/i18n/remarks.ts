import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { remarkLetters } from '../scene/sceneOptions.ts';
import type { Translate } from './translate.ts';

/** What a remark is about, in words: a path or the name of an element. */
function remarkSubject(target: string, topology: Topology, connections: readonly Connection[], t: Translate): string {
  const connection = connections.find((one) => one.id === target);
  if (connection)
    return `${connection.path} ${t(`path.${connection.path}.name`)} (${connection.client.name} → ${connection.server.name})`;
  const elements = [
    topology.controlPlanes,
    topology.nodes,
    topology.pods,
    topology.services,
    topology.outside,
    topology.extensions,
  ].flat();
  return elements.find((one) => one.id === target)?.name ?? target;
}

/** One line for each remark, with the letter that it has in the picture. */
export function remarkLines(topology: Topology, connections: readonly Connection[], t: Translate): readonly string[] {
  return [...remarkLetters(topology.remarks)].flatMap(([target, letter]) => {
    const remark = topology.remarks[target];
    if (!remark) return [];
    return [
      `${letter}  ${remarkSubject(target, topology, connections, t)}: ${t(`remark.${remark.kind}`)}. ${remark.text}`,
    ];
  });
}
