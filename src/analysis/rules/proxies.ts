import type { CrossingId, Topology } from '../../domain/topology.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection } from '../connection.ts';
import { type Hop, networkHop } from '../hop.ts';
import { componentClasses, dialedServices, type NodeClass, podClasses } from '../members.ts';
import { servicesByCrossing, toNodes, toPods } from './crossing.ts';

/** The kube-apiserver's proxy never verifies and sends no credential: hard coded, no flag changes it [AS]. */
const overHttp: Hop = { ...networkHop, proto: 'plain', verify: 'none', clientAuthPolicy: 'open', authz: 'none' };
const overHttps: Hop = { ...overHttp, proto: 'tls' };

/** P12 to P17: the kube-apiserver's proxy to other node ports, pods and services. */
export function proxies(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  const pods = podClasses(topology);
  const services = dialedServices(topology.services, topology.pods);
  const split = services.length > 0 ? servicesByCrossing(topology, services) : [];
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => {
    const to = (
      [http, https]: readonly ['P12', 'P13'] | readonly ['P14', 'P15'] | readonly ['P16', 'P17'],
      server: Connection['server'],
      network: CrossingId = 'cluster-network',
    ) =>
      (
        [
          [http, overHttp],
          [https, overHttps],
        ] as const
      ).map(([path, hop]) =>
        connect(topology, {
          path,
          client: endOf('kube-apiserver', apiServer.members),
          server,
          count: apiServer.members.length * server.members.length,
          hop,
          network,
          notes: server.component === 'service' ? ['service-dials-pod'] : [],
        }),
      );
    return [
      ...nodes.flatMap((node) => to(['P12', 'P13'], endOf('node', node.members), toNodes(topology, node))),
      ...pods.flatMap((pod) => to(['P14', 'P15'], endOf('pod', pod.members), toPods(topology, pod))),
      ...split.flatMap(([network, own]) => to(['P16', 'P17'], endOf('service', own), network)),
    ];
  });
}
