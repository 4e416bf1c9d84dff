import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { networkHop } from '../../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../../members.ts';
import { apiServerSide } from '../apiServerSide.ts';
import { securePort, serverEnd, toApiServer } from '../toApiServer.ts';

/** A30 and A33: hosts that join otherwise than a kubelet with a bootstrap token does (P02). */
export function joining(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...joiningByToken(topology, apiServer, nodes),
    ...joiningControlPlane(topology, apiServer),
  ]);
}

/**
 * A33: `kubeadm join --control-plane` fetches the cluster's keys with a bootstrap token, encrypted with the certificate key
 * [KADM-HA]. Whether it verified the server stood on a command line that nobody keeps.
 */
function joiningControlPlane(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const { members, reader } = apiServer;
  // The files of a manifest lie where kubeadm puts them [KADM-M].
  const isKubeadm = reader.value('client-ca-file')?.startsWith('/etc/kubernetes/pki/') === true;
  if (topology.controlPlanes.length < 2 || !isKubeadm) return [];
  return [
    connect(topology, {
      path: 'A33',
      client: endOf('kubeadm', []),
      server: serverEnd(apiServer),
      count: members.length,
      hop: { ...toApiServer(apiServerSide(apiServer)), verify: 'unknown', cred: 'bootstrap' },
      reasons: { clientAuthentication: [reader.reason('enable-bootstrap-token-auth')] },
      network: 'control-plane-network',
      port: securePort(apiServer),
    }),
  ];
}

/** A30: K3s and RKE2 join by a token. Only one that holds the hash of the CA verifies the server, and it is never kept. */
function joiningByToken(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
): readonly Connection[] {
  const isRke2 = topology.distribution === 'rke2';
  if (!isRke2 && topology.distribution !== 'k3s') return [];
  return nodes.map((node) =>
    connect(topology, {
      path: 'A30',
      client: endOf('kubelet', node.members),
      server: serverEnd(apiServer),
      count: node.members.length,
      hop: { ...networkHop, verify: 'unknown', cred: 'bootstrap' },
      port: isRke2 ? 9345 : 6443,
    }),
  );
}
