import type { Connection } from '../../analysis/connection.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { reasonGiven } from '../decisions.ts';
import { endName } from '../pathRows.ts';

/** What somebody wrote about some connections, and about their ends. */
export function remarksOn(connections: readonly Connection[], topology: Topology, t: Translate): readonly string[] {
  const found = connections.flatMap((connection) => {
    const ends = [...connection.client.members, ...connection.server.members];
    return [connection.id, ...new Set(ends)].flatMap((target) => {
      const remark = topology.remarks[target];
      if (!remark) return [];
      const about = target === connection.id ? pathName(connection) : elementName(topology, target);
      return [`${t(`remark.${remark.kind}`)} (${about}): ${reasonGiven(remark, t)}`];
    });
  });
  return [...new Set(found)];
}

function pathName({ path, client, server }: Connection): string {
  return `${path}, ${endName(client)} → ${endName(server)}`;
}

function elementName(topology: Topology, id: string): string {
  const { controlPlanes, nodes, pods, services, outside, extensions } = topology;
  const elements = [controlPlanes, nodes, pods, services, outside, extensions].flat();
  return elements.find((one) => one.id === id)?.name ?? id;
}
