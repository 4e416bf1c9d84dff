import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { type Hop, networkHop } from '../../hop.ts';
import { connectedPods, nodeClasses, podClasses, proxiedServices } from '../../members.ts';
import { readerOf } from '../readerOf.ts';

const plain: Hop = { ...networkHop, proto: 'plain', verify: 'none', clientAuthPolicy: 'open', authz: 'none' };

/** A14 to A16 and A25: what the workload itself speaks. Kubernetes adds no protection; the pod network or a mesh may. */
export function workload(topology: Topology): readonly Connection[] {
  return [...podToPod(topology), ...podToService(topology), ...nodePorts(topology), ...podToDns(topology)];
}

function podNetwork(topology: Topology) {
  const found = topology.extensions.find((one) => one.kind === 'pod-network');
  if (!found)
    return {
      hop: {
        ...plain,
        proto: 'unknown',
        verify: 'unknown',
        cred: 'unknown',
        clientAuthPolicy: 'unknown',
      } satisfies Hop,
      reasons: {},
    };
  const reader = readerOf(topology, 'pod-network', found);
  return { hop: hopOf(reader.value('encryption')), reasons: { encryption: [reader.reason('encryption')] } };
}

function hopOf(encryption: string | null): Hop {
  switch (encryption) {
    case 'mesh':
      return { ...networkHop, cred: 'x509' };
    case 'wireguard':
      // Nodes know each other by their keys. Which pod speaks, nobody proves; within a node there is no wire.
      return { ...plain, proto: 'tls', verify: 'pin' };
    case 'unknown':
      return { ...plain, proto: 'unknown', verify: 'unknown', cred: 'unknown', clientAuthPolicy: 'unknown' };
    default:
      return plain;
  }
}

function podToPod(topology: Topology): readonly Connection[] {
  const { hop, reasons } = podNetwork(topology);
  return podClasses(topology).map(({ members }) =>
    connect(topology, {
      path: 'A14',
      client: endOf('pod', members),
      server: endOf('pod', members),
      count: members.length,
      hop,
      reasons,
      notes: ['application-decides'],
      network: 'node-network',
    }),
  );
}

function podToService(topology: Topology): readonly Connection[] {
  const services = proxiedServices(topology);
  const pods = connectedPods(topology.pods);
  if (pods.length === 0 || services.length === 0) return [];
  const { hop, reasons } = podNetwork(topology);
  return [
    connect(topology, {
      path: 'A15',
      client: endOf('pod', pods),
      server: endOf('service', services),
      count: services.length,
      hop,
      reasons,
      notes: ['application-decides'],
      network: 'node-network',
    }),
  ];
}

/** A16: passed through in clear, perhaps from node to node. */
function nodePorts(topology: Topology): readonly Connection[] {
  const open = topology.services.filter(({ type }) => type === 'NodePort' || type === 'LoadBalancer');
  if (open.length === 0) return [];
  return nodeClasses(topology).map((node) =>
    connect(topology, {
      path: 'A16',
      client: endOf('anyone', []),
      server: endOf('node', node.members),
      count: node.members.length * open.length,
      hop: plain,
      notes: ['application-decides'],
      network: 'node-network',
    }),
  );
}

/** A25: names are asked for and answered in clear; answers decide where everything else goes. */
function podToDns(topology: Topology): readonly Connection[] {
  const pods = connectedPods(topology.pods);
  if (pods.length === 0) return [];
  const { hop: ofPods, reasons } = podNetwork(topology);
  // A mesh takes the connections of applications, and names are looked up beside it.
  const hop = ofPods.cred === 'x509' ? plain : ofPods;
  return [
    connect(topology, {
      path: 'A25',
      client: endOf('pod', pods),
      server: endOf('dns', []),
      count: pods.length,
      hop,
      reasons,
      network: 'node-network',
    }),
  ];
}
