import type { Connection } from '../../analysis/connection.ts';
import { createSettingsReader } from '../../analysis/settingsReader.ts';
import type { Dialed } from '../../catalog/communicationPath.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import type { Topology } from '../../domain/topology.ts';

/** Whether a client asks DNS where the server is, once the settings are known. */
export type DialedNow = Exclude<Dialed, 'kubelet-address'>;

/** How the client of each connection finds its server; most addresses of servers are not in the model. */
export function dialedByName(topology: Topology): (connection: Connection) => DialedNow {
  const kubelets = new Map(
    topology.controlPlanes.flatMap(({ id, name, components }): [string, DialedNow][] => {
      const config = components['kube-apiserver'];
      if (!config) return [];
      const reader = createSettingsReader('kube-apiserver', name, config, topology.kubernetesVersion);
      return [[id, dialedAs(reader.value('kubelet-preferred-address-types'))]];
    }),
  );
  return ({ path, client }) => {
    const { dialed } = communicationPath(path);
    if (dialed !== 'kubelet-address') return dialed;
    const [first = 'unknown', ...others] = new Set(client.members.map((host) => kubelets.get(host) ?? 'unknown'));
    return others.length === 0 ? first : 'unknown';
  };
}

/** The first type that a node has counts; every node has an InternalIP and nearly every one a Hostname. */
function dialedAs(types: string | null): DialedNow {
  const [first = 'unknown'] = (types ?? 'unknown').split(',');
  if (first === 'unknown') return 'unknown';
  return first.trim().endsWith('IP') ? 'address' : 'name';
}
