import type { Connection } from '../../analysis/connection.ts';
import { createSettingsReader } from '../../analysis/settingsReader.ts';
import type { Topology } from '../../domain/topology.ts';

/** Whether a client asks DNS where the server is. */
export type Dialled = 'name' | 'address' | 'unknown';

const byKubeletAddress: readonly string[] = ['P08', 'P09', 'P10', 'P11', 'P12', 'P13'];
/** Pods are dialled by their address, and so is a Service that the kube-apiserver resolves by itself. */
const byAddress: readonly string[] = ['P14', 'P15', 'P16', 'P17', 'A06', 'A14'];
const byName: readonly string[] = ['A15', 'A17'];

/** How the client of each connection finds its server; most addresses of servers are not in the model. */
export function dialledByName(topology: Topology): (connection: Connection) => Dialled {
  const kubelets = new Map(
    topology.controlPlanes.flatMap(({ id, name, components }): [string, Dialled][] => {
      const config = components['kube-apiserver'];
      if (!config) return [];
      const reader = createSettingsReader('kube-apiserver', name, config, topology.kubernetesVersion);
      return [[id, dialledAs(reader.value('kubelet-preferred-address-types'))]];
    }),
  );
  return ({ path, client }) => {
    if (byName.includes(path)) return 'name';
    if (byAddress.includes(path)) return 'address';
    if (!byKubeletAddress.includes(path)) return 'unknown';
    const [first = 'unknown', ...others] = new Set(client.members.map((host) => kubelets.get(host) ?? 'unknown'));
    return others.length === 0 ? first : 'unknown';
  };
}

/** The first type that a node has counts; every node has an InternalIP and nearly every one a Hostname. */
function dialledAs(types: string | null): Dialled {
  const [first = 'unknown'] = (types ?? 'unknown').split(',');
  if (first === 'unknown') return 'unknown';
  return first.trim().endsWith('IP') ? 'address' : 'name';
}
