import type { Analysis } from '../analysis/analyse.ts';
import type { Connection } from '../analysis/connection.ts';
import { nodeSignature, podSignature } from '../analysis/members.ts';
import {
  type AlikeChoice,
  type ClusterNode,
  type ControlPlaneComponent,
  isKubernetesService,
  type Pod,
  podsOfService,
  type Service,
  type Topology,
} from '../domain/topology.ts';
import type { NodePicture, Picture, PictureBox, PictureLine } from './picture.ts';

/** Above this number equal nodes are one box. */
const mostSingleNodes = 12;
/** Above this number services are one box. */
const mostSingleServices = 15;

/** Decides what is one box. Equal nodes of a large cluster are one; those that differ stand alone, and first. */
export function groupTopology(topology: Topology, analysis: Analysis): Picture {
  const drawn = analysis.connections.filter((connection) => connection.count > 0 && !connection.variant);
  const nodes = groupNodes(topology.nodes, topology.arrangement.alike).map((members) =>
    nodePicture(topology, members, drawn),
  );
  return {
    hosts: box('host', topology.controlPlanes),
    apiServer: componentBox(topology, 'kube-apiserver'),
    components: (['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager', 'etcd'] as const).flatMap(
      (component) => (runsSomewhere(topology, component) ? [componentPart(topology, component, drawn)] : []),
    ),
    konnectivityServer: runsSomewhere(topology, 'konnectivity-server')
      ? componentPart(topology, 'konnectivity-server', drawn)
      : null,
    nodes,
    services: groupServices(topology.services).map((members) => servicePart(topology, members, drawn)),
    outside: topology.outside.map((one) => ({ box: box('outside', [one]), kind: one.kind })),
    shown: { boxes: nodes.length, nodes: topology.nodes.length },
  };
}

type Named = { readonly id: string; readonly name: string };

function box(component: PictureBox['component'], members: readonly Named[], detail = ''): PictureBox {
  return {
    id: `${component}~${members[0]?.id ?? ''}`,
    component,
    members: members.map((member) => member.id),
    names: members.map((member) => member.name),
    detail,
  };
}

function runsSomewhere(topology: Topology, component: ControlPlaneComponent): boolean {
  return topology.controlPlanes.some((host) => host.components[component] !== undefined);
}

function componentBox(topology: Topology, component: ControlPlaneComponent): PictureBox {
  return box(
    component,
    topology.controlPlanes.filter((host) => host.components[component] !== undefined),
  );
}

function componentPart(topology: Topology, component: ControlPlaneComponent, drawn: readonly Connection[]) {
  const lines = drawn
    .filter(
      ({ client, server }) =>
        client.component === component || (server.component === component && client.component === 'kube-apiserver'),
    )
    .map((connection): PictureLine => ({ connection, count: connection.count }));
  return { box: componentBox(topology, component), lines };
}

function groupNodes(nodes: readonly ClusterNode[], alike: AlikeChoice): readonly (readonly ClusterNode[])[] {
  const isSmall = nodes.length <= mostSingleNodes;
  if (alike === 'apart' || (alike === 'auto' && isSmall)) return nodes.map((node) => [node]);
  return [...groupBy(nodes, nodeSignature)].sort((a, b) => a.length - b.length);
}

function groupServices(services: readonly Service[]): readonly (readonly Service[])[] {
  const [special, others] = [services.filter(isKubernetesService), services.filter((one) => !isKubernetesService(one))];
  const singles = others.length <= mostSingleServices ? others.map((one) => [one]) : [others];
  return [...special.map((one) => [one]), ...singles];
}

function groupBy<T>(members: readonly T[], signature: (member: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const key = signature(member);
    const found = groups.get(key);
    if (found) found.push(member);
    else groups.set(key, [member]);
  }
  return [...groups.values()];
}

function nodePicture(topology: Topology, members: readonly ClusterNode[], drawn: readonly Connection[]): NodePicture {
  const ids = new Set(members.map((node) => node.id));
  const ends = (component: string) => drawn.flatMap((connection) => lineTo(connection, component, ids));
  const part = (component: 'kubelet' | 'kube-proxy' | 'node' | 'sshd' | 'konnectivity-agent', always: boolean) => {
    const lines = ends(component);
    return always || lines.length > 0 ? [{ box: box(component, members), lines }] : [];
  };
  const pods = topology.pods.filter((pod) => pod.nodeId !== null && ids.has(pod.nodeId));
  return {
    frame: box('worker', members),
    parts: [
      ...part('kube-proxy', true),
      ...part('kubelet', true),
      ...part('node', false),
      ...part('sshd', false),
      ...groupBy(pods, (pod) => `${pod.running}${podSignature(pod)}`).map((group) => podPart(group, drawn)),
      ...part(
        'konnectivity-agent',
        members.some((node) => node.konnectivityAgent !== null),
      ),
    ],
  };
}

function podPart(pods: readonly Pod[], drawn: readonly Connection[]) {
  const ids = new Set(pods.map((pod) => pod.id));
  const together = { ...box('pod', pods), id: `pods~${pods[0]?.id ?? ''}` };
  return { box: together, lines: drawn.flatMap((connection) => lineTo(connection, 'pod', ids)) };
}

function servicePart(topology: Topology, services: readonly Service[], drawn: readonly Connection[]) {
  const ids = new Set(services.map((service) => service.id));
  const [first] = services;
  const detail = services.length === 1 && first ? serviceDetail(topology, first) : '';
  return {
    box: box('service', services, detail),
    lines: drawn.flatMap((connection) => lineTo(connection, 'service', ids)),
  };
}

function serviceDetail(topology: Topology, service: Service): string {
  if (isKubernetesService(service)) return `→ kube-apiserver`;
  const pods = podsOfService(topology, service);
  if (pods.length === 0) return service.type;
  return pods.length === 1 ? `→ ${pods[0]?.name ?? ''}` : `→ ${pods.length} pods`;
}

/** The part of a connection class that ends at these members. */
function lineTo(connection: Connection, component: string, ids: ReadonlySet<string>): readonly PictureLine[] {
  const { client, server } = connection;
  const [near, far] =
    client.component === component
      ? [client, server]
      : server.component === component
        ? [server, client]
        : [null, null];
  if (near === null || far === null) return [];
  const members = near.members.filter((id) => ids.has(id)).length;
  if (members === 0) return [];
  // Whoever opens towards the control plane opens one connection; the kube-apiservers each reach everybody.
  return [{ connection, count: near === client ? members : members * far.members.length }];
}
