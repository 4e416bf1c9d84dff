import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { networkHop } from '../../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../../members.ts';
import { securePort, serverEnd, withKubeconfig } from '../toApiServer.ts';

/** A19 and A21: what tunnels open to the kube-apiserver. */
export function tunnelClients(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...tunnelServers(topology, apiServer),
    ...agentTunnels(topology, apiServer, nodes),
  ]);
}

/** A19: only a server that checks agents by token asks the kube-apiserver about them. */
function tunnelServers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  return componentClasses(topology, 'konnectivity-server')
    .filter(({ reader }) => reader.isSet('agent-namespace') === true)
    .map((server) =>
      connect(topology, {
        path: 'A19',
        client: endOf('konnectivity-server', server.members),
        ...withKubeconfig(apiServer, server.reader),
        count: server.members.length,
        network: 'control-plane-network',
      }),
    );
}

/** A21: the tunnel that k3s and RKE2 bring along. What it authenticates with inside is not documented. */
function agentTunnels(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
): readonly Connection[] {
  const mode = apiServer.reader.value('egress-selector-mode');
  if (mode === null || mode === 'disabled' || mode === 'unknown') return [];
  return nodes.map((node) =>
    connect(topology, {
      path: 'A21',
      client: endOf('kubelet', node.members),
      server: serverEnd(apiServer),
      count: node.members.length,
      hop: { ...networkHop, cred: 'x509' },
      reasons: { serverAuthentication: [apiServer.reader.reason('egress-selector-mode')] },
      notes: ['not-documented-inside'],
      port: securePort(apiServer),
    }),
  );
}
