import type { PathId } from '../../catalog/communicationPath.ts';
import type { Topology } from '../../domain/topology.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection } from '../connection.ts';
import type { Hop } from '../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass, podClasses } from '../members.ts';
import { both, either, ifKnown, not } from '../settingsReader.ts';
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

/**
 * P02. With a bootstrap kubeconfig the token goes to whoever answers, unless they are verified. `kubeadm join` first asks
 * for cluster-info without a credential, and believes what is signed with the token: without a pinned CA those who know
 * the token can pose as the server, and nobody else learns it [KADM-J, KADM-T].
 */
function bootstrapConnection(topology: Topology, apiServer: ComponentClass, node: NodeClass): Connection {
  const side = apiServerSide(apiServer);
  const { kubelet } = node;
  const skips = kubelet.isTrue('bootstrap-kubeconfig.insecure-skip-tls-verify');
  const pinned = kubelet.isSet('discovery.bootstrapToken.caCertHashes');
  const file = kubelet.value('discovery.file.kubeConfigPath');
  // A file that comes over http is from whoever answered, and so is the CA in it.
  const isFromAnybody = file === 'unknown' ? file : file !== null && /^http:/i.test(file);
  const unpinned = both(kubelet.isTrue('discovery.bootstrapToken.unsafeSkipCAVerification'), not(pinned));
  const sent: Hop = {
    ...toApiServer(side),
    verify: ifKnown(either(either(skips, unpinned), isFromAnybody), 'none', pinned === true ? 'pin' : 'name'),
    cred: 'bootstrap',
  };
  const isDiscovery = unpinned === true && skips === false && isFromAnybody === false;
  return connect(topology, {
    path: 'P02',
    client: endOf('kubelet', node.members),
    server: serverEnd(apiServer),
    count: node.members.length,
    hop: isDiscovery ? { ...sent, cred: 'none', clientAuthPolicy: 'required' } : sent,
    reasons: {
      serverAuthentication: [
        ...skipsOnJoining,
        ...(isFromAnybody === false ? [] : ['discovery.file.kubeConfigPath']),
      ].map(kubelet.reason),
      clientAuthentication: [apiServer.reader.reason('enable-bootstrap-token-auth')],
      authorization: side.authzReasons,
    },
    notes: isDiscovery ? ['server-verified-by-token'] : [],
    port: securePort(apiServer),
  });
}

const skipsOnJoining = [
  'bootstrap-kubeconfig.insecure-skip-tls-verify',
  'discovery.bootstrapToken.unsafeSkipCAVerification',
];

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
