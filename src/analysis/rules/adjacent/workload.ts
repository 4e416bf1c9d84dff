import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { type Hop, networkHop, plainAndOpen, unknownHop } from '../../hop.ts';
import {
  connectedPods,
  dialedServices,
  type NodeClass,
  nodeClasses,
  podClasses,
  runningPodsOn,
} from '../../members.ts';
import { both, ifKnown } from '../../settingsReader.ts';
import { readerOf } from '../readerOf.ts';

const plain: Hop = { ...networkHop, proto: 'plain', verify: 'none', clientAuthPolicy: 'open', authz: 'none' };

/** A14 to A16, A25, A32, A35, A37: what the workload itself speaks, and what carries it. Kubernetes adds no protection. */
export function workload(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return [
    ...podToPod(topology),
    ...podToService(topology),
    ...nodePorts(topology),
    ...podToDns(topology),
    ...podToMetadata(topology, nodes),
    ...peering(topology, nodes),
    ...ingress(topology),
  ];
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
  const services = dialedServices(topology.services, topology.pods);
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

/** Distributions whose nodes are always instances of a cloud. */
const ofCloud: readonly string[] = ['eks', 'gke', 'aks'];

/** Schemes of a Node's `providerID` whose instances have a metadata address, by plain HTTP [EKSIMDS, GKEMETA, AZIMDS, NOVAMETA]. */
const withMetadata = ['aws', 'gce', 'azure', 'openstack'];

/** Whether a node is an instance of a cloud. Without a cloud controller its Node does not say so, and others run on instances, too. */
function isInstance(topology: Topology, { kubelet, first }: NodeClass): boolean | 'unknown' {
  // A kubelet's own flag names the whole instance.
  const scheme = kubelet.value('providerID')?.split(':')[0] ?? '';
  if (scheme !== '') return withMetadata.includes(scheme) || 'unknown';
  if (ofCloud.includes(topology.distribution ?? '')) return true;
  return first.kubelet.form === 'documented' ? false : 'unknown';
}

/** A32: on an instance of a cloud, pods reach the address that hands out the instance's credentials, by plain HTTP [EKSIMDS]. */
function podToMetadata(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return nodes.flatMap((node) => {
    const { kubelet, members } = node;
    const known = isInstance(topology, node);
    const pods = runningPodsOn(topology.pods, members);
    if (pods.length === 0 || known === false) return [];
    return [
      connect(topology, {
        path: 'A32',
        client: endOf('pod', pods),
        server: endOf('instance-metadata', []),
        count: pods.length,
        hop: known === true ? plainAndOpen : { ...unknownHop, medium: 'network' },
        reasons: { encryption: [kubelet.reason('providerID')] },
        network: 'node-network',
      }),
    ];
  });
}

/**
 * A35: how nodes tell each other where pods are. A plugin that reads it from the Kubernetes API has no connection of its own;
 * BGP is plain TCP, with a password at most, which proves the peer's segments and hides nothing [CALICOBGP].
 */
function peering(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  if (topology.nodes.length < 2) return [];
  const found = topology.extensions.find((one) => one.kind === 'pod-network');
  const reader = found && readerOf(topology, 'pod-network', found);
  const kind = reader?.value('peering') ?? 'unknown';
  if (kind === 'api') return [];
  const hop: Hop =
    kind === 'bgp'
      ? plainAndOpen
      : kind === 'tls'
        ? { ...networkHop, cred: 'x509' }
        : { ...unknownHop, medium: 'network' };
  return nodes.map(({ members }) =>
    connect(topology, {
      path: 'A35',
      client: endOf('node', members),
      server: endOf('node', members),
      count: members.length,
      hop,
      reasons: reader ? { encryption: [reader.reason('peering')] } : {},
      network: 'node-network',
      port: kind === 'bgp' ? 179 : null,
    }),
  );
}

const overTls: readonly (string | null)[] = ['HTTPS', 'GRPCS'];

/** A37: TLS ends at the Ingress; from there to the pods it is plain HTTP unless the controller is told otherwise [INGRESS]. */
function ingress(topology: Topology): readonly Connection[] {
  const services = dialedServices(topology.services, topology.pods);
  if (services.length === 0) return [];
  return topology.extensions
    .filter(({ kind }) => kind === 'ingress-controller')
    .map((one) => {
      const reader = readerOf(topology, 'ingress-controller', one);
      const protocol = reader.value('backend-protocol');
      const isOn = reader.value('proxy-ssl-verify');
      // Without the secret there is no CA, and the whole of it is passed over [NGINXANN].
      const verifies = both(isOn === 'unknown' ? isOn : isOn === 'on', reader.isSet('proxy-ssl-secret'));
      const byTls: Hop = {
        ...plainAndOpen,
        proto: 'tls',
        verify: ifKnown(verifies, 'name', 'none'),
      };
      const isUnknown = protocol === 'unknown' || protocol === 'AUTO_HTTP';
      return connect(topology, {
        path: 'A37',
        client: endOf('ingress-controller', [one]),
        server: endOf('service', services),
        count: services.length,
        hop: isUnknown ? { ...byTls, proto: 'unknown' } : overTls.includes(protocol) ? byTls : plainAndOpen,
        reasons: {
          encryption: [reader.reason('backend-protocol')],
          ...(overTls.includes(protocol) && {
            serverAuthentication: ['proxy-ssl-verify', 'proxy-ssl-secret'].map(reader.reason),
          }),
        },
        notes: ['application-decides'],
        network: 'node-network',
      });
    });
}
