import type { PathId } from '../../catalog/communicationPath.ts';
import type { Topology } from '../../domain/topology.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection } from '../connection.ts';
import { type ComponentClass, componentClasses, type NodeClass, podClasses } from '../members.ts';
import { apiServerSide } from './apiServerSide.ts';
import { securePort, serverEnd, toApiServer, withKubeconfig } from './toApiServer.ts';

/** P01 to P07: everything that opens a connection to the kube-apiserver's secure port. */
export function clusterToControlPlane(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...nodes.map((node) => kubeletConnection(topology, apiServer, node)),
    ...nodes.map((node) => bootstrapConnection(topology, apiServer, node)),
    ...nodes.map((node) => proxyConnection(topology, apiServer, node)),
    ...podConnections(topology, apiServer),
    ...componentConnections(topology, apiServer),
  ]);
}

function kubeletConnection(topology: Topology, apiServer: ComponentClass, node: NodeClass): Connection {
  return connect(topology, {
    path: 'P01',
    client: endOf('kubelet', node.members),
    ...withKubeconfig(apiServer, node.kubelet),
    count: node.members.length,
  });
}

function proxyConnection(topology: Topology, apiServer: ComponentClass, node: NodeClass): Connection {
  return connect(topology, {
    path: 'P03',
    client: endOf('kube-proxy', node.members),
    ...withKubeconfig(apiServer, node.kubeProxy),
    count: node.members.length,
  });
}

function bootstrapConnection(topology: Topology, apiServer: ComponentClass, node: NodeClass): Connection {
  const side = apiServerSide(apiServer);
  const { kubelet } = node;
  const skips = ['bootstrap-kubeconfig.insecure-skip-tls-verify', 'discovery.bootstrapToken.unsafeSkipCAVerification'];
  const unverified = skips.some((key) => kubelet.isTrue(key) === true);
  const pinned = kubelet.isSet('discovery.bootstrapToken.caCertHashes') === true;
  return connect(topology, {
    path: 'P02',
    client: endOf('kubelet', node.members),
    server: serverEnd(apiServer),
    count: node.members.length,
    hop: {
      ...toApiServer(side),
      verify: unverified ? 'none' : pinned ? 'pin' : 'name',
      cred: 'bootstrap',
    },
    reasons: {
      serverAuthentication: skips.map(kubelet.reason),
      clientAuthentication: [apiServer.reader.reason('enable-bootstrap-token-auth')],
      authorization: side.authzReasons,
    },
    port: securePort(apiServer),
  });
}

function podConnections(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const side = apiServerSide(apiServer);
  return podClasses(topology)
    .filter(({ first }) => first.tokenMounted)
    .map(({ members, first }) =>
      connect(topology, {
        path: 'P04',
        client: endOf('pod', members),
        server: serverEnd(apiServer),
        count: members.length,
        hop: { ...toApiServer(side), verify: first.skipsVerification ? 'none' : 'name', cred: 'bearer' },
        reasons: { clientAuthentication: side.authnReasons, authorization: side.authzReasons },
        port: securePort(apiServer),
      }),
    );
}

const components = [
  ['P05', 'kube-scheduler'],
  ['P06', 'kube-controller-manager'],
  ['P07', 'cloud-controller-manager'],
] as const satisfies readonly (readonly [PathId, string])[];

function componentConnections(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  return components.flatMap(([path, component]) =>
    componentClasses(topology, component).map((client) =>
      connect(topology, {
        path,
        client: endOf(component, client.members),
        ...withKubeconfig(apiServer, client.reader),
        count: client.members.length,
        network: 'control-plane-network',
      }),
    ),
  );
}
