import type { Analysis } from '../analysis/analyze.ts';
import { type Connection, type ConnectionEnd, lineId, ownHostId } from '../analysis/connection.ts';
import type { Layer } from '../analysis/layer.ts';
import { identicalNodes, idsOf, isMember, type MemberClass, podSignature, podsOn } from '../analysis/members.ts';
import type { EndKind } from '../catalog/communicationPath.ts';
import { groupBy } from '../domain/groupBy.ts';
import { onceFor, onceForBoth } from '../domain/onceFor.ts';
import { servedServices } from '../domain/servedServices.ts';
import {
  type ClusterNode,
  type ControlPlaneComponent,
  controlPlaneComponents,
  type ExtensionKind,
  isKubernetesService,
  type NodeGrouping,
  type Pod,
  podsOfService,
  type Service,
  type Topology,
} from '../domain/topology.ts';
import type { NodePicture, Picture, PictureBox, PictureLine, PicturePart } from './picture.ts';

/** Above this number equal nodes are one box. */
const mostSingleNodes = 12;
/** So many nodes are boxes of their own at most, where each is to be one. */
const mostApart = 60;
/** So many namespaces are boxes of their own on one node box, the largest ones. */
const mostNamespaces = 8;
/** Above this number services are one box. */
const mostSingleServices = 15;

/**
 * Decides what is one box. Equal nodes of a large cluster are one; those that differ stand alone, and first.
 * @param layer whether what only adjacent paths need has boxes too; the analysis holds the connections to draw
 */
export function groupTopology(topology: Topology, analysis: Analysis, layer: Layer): Picture {
  const drawn = analysis.connections.filter((connection) => connection.count > 0 && !connection.variant);
  const nodes = groupNodes(topology).map((members) => nodePicture(topology, members, drawn));
  const extensionBoxes = (...kinds: readonly ExtensionKind[]) =>
    layer === 'all'
      ? topology.extensions.filter(({ kind }) => kinds.includes(kind)).map((one) => box(one.kind, [one]))
      : [];
  const withLines = (one: PictureBox): PicturePart => ({ box: one, lines: linesAt(one.component, one.members, drawn) });
  return {
    hosts: box('host', topology.controlPlanes),
    apiServer: componentBox(topology, 'kube-apiserver'),
    components: [
      ...components.flatMap((component) => {
        const part = componentPart(componentBox(topology, component), drawn);
        // An etcd that runs on none of the hosts is called all the same.
        return runsSomewhere(topology, component) || part.lines.length > 0 ? [part] : [];
      }),
      ...askedParts(drawn),
    ],
    ownLines: drawn
      .filter(({ client, server }) => ownClients.includes(client.component) && server.component === 'kube-apiserver')
      .map((connection) => ({ connection, count: connection.count })),
    konnectivityServer: runsSomewhere(topology, 'konnectivity-server')
      ? componentPart(componentBox(topology, 'konnectivity-server'), drawn)
      : null,
    nodes,
    services: groupServices(topology.services).map((members) => servicePart(topology, members, drawn)),
    extensions: extensionBoxes('admission-webhook', 'aggregated-api').map(withLines),
    outside: topology.outside.map((one) => ({
      box: box('outside', [one]),
      kind: one.kind,
      lines: linesAt(one.kind, idsOf([one]), drawn),
    })),
    adjacent:
      layer === 'all'
        ? [
            box('anyone', []),
            ...extensionBoxes('metrics-server', 'scraper', 'ingress-controller', 'image-registry', 'pod-network'),
          ]
        : null,
    shown: { boxes: nodes.length, nodes: topology.nodes.length },
  };
}

/** Boxes of their own beside the kube-apiserver and the konnectivity-server. */
const components = controlPlaneComponents.filter(
  (component) => component !== 'kube-apiserver' && component !== 'konnectivity-server',
);
/** Clients that have no box of their own: peers, whoever reaches a port, and those that are there for a moment. */
const ownClients: readonly EndKind[] = ['kube-apiserver', 'anyone', 'kubeadm', 'relying-party'];

type Named = { readonly id: string; readonly name: string };

const namesOf = onceFor((members: readonly Named[]): readonly string[] => members.map(({ name }) => name));

function box(component: PictureBox['component'], members: readonly Named[], detail = ''): PictureBox {
  return {
    id: `${component}~${members[0]?.id ?? ''}`,
    component,
    members: idsOf(members),
    names: namesOf(members),
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

function componentPart(box: PictureBox, drawn: readonly Connection[]): PicturePart {
  const { component } = box;
  const lines = drawn
    .filter(({ client, server }) => client.component === component || server.component === component)
    .filter(({ client }) => client.component !== 'konnectivity-agent')
    .map((connection): PictureLine => ({ connection, count: connection.count }));
  return { box, lines };
}

/** What the kube-apiserver asks and only its own files name: one box stands for all of a kind. */
const asked: readonly EndKind[] = ['token-webhook', 'oidc-issuer', 'kms-plugin', 'otlp-collector'];

function askedParts(drawn: readonly Connection[]): readonly PicturePart[] {
  const ofApiServer = drawn.filter(({ client }) => client.component === 'kube-apiserver');
  return asked.map((kind) => componentPart(box(kind, []), ofApiServer)).filter(({ lines }) => lines.length > 0);
}

function groupNodes({ nodes, controlPlanes, arrangement }: Topology): readonly (readonly ClusterNode[])[] {
  const { nodeGrouping, alone = [] } = arrangement;
  const isSmall = nodes.length <= mostSingleNodes;
  if (nodeGrouping === 'auto' && isSmall) return eachAlone(nodes);
  const others = withoutSingles(nodes, alone);
  return [
    ...singledOut(nodes, alone),
    ...groupsBy(identicalNodes({ nodes: others, controlPlanes }))(nodeGrouping, others),
  ];
}

/** The same list is divided into the same lists, so that a change of a setting counts no members anew. */
const eachAlone = onceFor((nodes: readonly ClusterNode[]) => nodes.map((node) => [node]));
const fewestFirst = onceFor((classes: readonly MemberClass<ClusterNode>[]) =>
  classes.map(({ members }) => members).sort((a, b) => a.length - b.length),
);

const groupsBy = onceFor((classes: readonly MemberClass<ClusterNode>[]) => {
  const known = new Map<NodeGrouping, readonly (readonly ClusterNode[])[]>();
  return (choice: NodeGrouping, nodes: readonly ClusterNode[]) => {
    const found = known.get(choice) ?? divided(fewestFirst(classes), nodes, choice);
    known.set(choice, found);
    return found;
  };
});

function divided(
  groups: readonly (readonly ClusterNode[])[],
  nodes: readonly ClusterNode[],
  choice: NodeGrouping,
): readonly (readonly ClusterNode[])[] {
  switch (choice) {
    case 'pool':
    case 'zone':
      // Nodes of one box are equal in what decides verdicts, so a pool with two kinds of nodes is two boxes.
      return groups
        .flatMap((group) => [...groupBy(group, (node) => node[choice] ?? '').values()])
        .sort((a, b) => (a[0]?.[choice] ?? '').localeCompare(b[0]?.[choice] ?? '') || a.length - b.length);
    case 'apart': {
      // Beyond what anybody can look at one by one, the rest stays together.
      const singles = groups.flat().slice(0, mostApart);
      const shown = new Set(singles);
      const rest = groups.map((group) => group.filter((node) => !shown.has(node))).filter(({ length }) => length > 0);
      const inOrder = nodes.length <= mostApart ? nodes : singles;
      return [...inOrder.map((node) => [node]), ...rest];
    }
    default:
      return groups;
  }
}

const singled = onceForBoth((nodes: readonly ClusterNode[], alone: readonly string[]) => {
  const wanted = new Set(alone);
  return {
    singles: nodes.filter(({ id }) => wanted.has(id)).map((node) => [node]),
    others: nodes.filter(({ id }) => !wanted.has(id)),
  };
});

function singledOut(nodes: readonly ClusterNode[], alone: readonly string[]): readonly (readonly ClusterNode[])[] {
  return alone.length === 0 ? [] : singled(nodes, alone).singles;
}

function withoutSingles(nodes: readonly ClusterNode[], alone: readonly string[]): readonly ClusterNode[] {
  return alone.length === 0 ? nodes : singled(nodes, alone).others;
}

const groupServices = onceFor((services: readonly Service[]): readonly (readonly Service[])[] => {
  const [special, others] = [services.filter(isKubernetesService), services.filter((one) => !isKubernetesService(one))];
  const singles = others.length <= mostSingleServices ? others.map((one) => [one]) : [others];
  return [...special.map((one) => [one]), ...singles];
});

/** The pods of some nodes: those that run apart from those that do not, by what decides their own connections. */
export const groupPods = onceForBoth(
  (pods: readonly Pod[], nodes: readonly ClusterNode[]): readonly (readonly Pod[])[] => {
    return [...groupBy(podsOn(pods, nodes), (pod) => podSignature(pod) + (pod.running ? 0 : 4)).values()];
  },
);

type PodGroup = { readonly pods: readonly Pod[]; readonly detail: string };

function podGroups({ pods, arrangement }: Topology, nodes: readonly ClusterNode[]): readonly PodGroup[] {
  const groups = groupPods(pods, nodes);
  if (arrangement.nodeGrouping !== 'namespace') return groups.map((group) => ({ pods: group, detail: '' }));
  return byNamespace(groups);
}

/** The largest namespaces for themselves, all others together. */
const byNamespace = onceFor((groups: readonly (readonly Pod[])[]): readonly PodGroup[] => {
  const counts = new Map<string, number>();
  for (const { namespace } of groups.flat()) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  const largest = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, mostNamespaces);
  const named = new Set(largest.map(([namespace]) => namespace));
  const nameOf = ({ namespace }: Pod) => (named.has(namespace) ? namespace : '');
  return groups.flatMap((group) =>
    [...groupBy(group, nameOf)].map(([name, pods]) => ({
      pods,
      detail: name === '' ? `+${counts.size - named.size} namespaces` : name,
    })),
  );
});

type NodePart = 'kubelet' | 'kube-proxy' | 'node' | 'sshd' | 'konnectivity-agent' | 'container-runtime';

function nodePicture(topology: Topology, members: readonly ClusterNode[], drawn: readonly Connection[]): NodePicture {
  const part = (component: NodePart, always: boolean): readonly PicturePart[] => {
    const lines = linesAt(component, idsOf(members), drawn);
    return always || lines.length > 0 ? [{ box: box(component, members), lines }] : [];
  };
  return {
    frame: box('worker', members, groupName(topology, members)),
    parts: [
      ...part('kube-proxy', true),
      ...part('kubelet', true),
      ...part('node', false),
      ...part('sshd', false),
      ...podGroups(topology, members).map(({ pods, detail }) => podPart(pods, detail, drawn)),
      ...part(
        'konnectivity-agent',
        members.some((node) => node.konnectivityAgent !== null),
      ),
      ...part('container-runtime', false),
    ],
  };
}

/** The pool or the zone of a box of nodes, where they are grouped by it. */
function groupName({ arrangement }: Topology, members: readonly ClusterNode[]): string {
  const { nodeGrouping } = arrangement;
  return nodeGrouping === 'pool' || nodeGrouping === 'zone' ? (members[0]?.[nodeGrouping] ?? '–') : '';
}

function podPart(pods: readonly Pod[], detail: string, drawn: readonly Connection[]): PicturePart {
  const together = { ...box('pod', pods, detail), id: `pods~${pods[0]?.id ?? ''}` };
  return { box: together, lines: linesAt('pod', together.members, drawn) };
}

function servicePart(topology: Topology, services: readonly Service[], drawn: readonly Connection[]) {
  const [first] = services;
  const detail = services.length === 1 && first ? serviceDetail(topology, first) : '';
  return { box: box('service', services, detail), lines: linesAt('service', idsOf(services), drawn) };
}

function serviceDetail(topology: Topology, service: Service): string {
  if (isKubernetesService(service)) return `→ kube-apiserver`;
  const pods = podsOfService(topology, service);
  if (pods.length === 0) {
    // Nobody dials it, and that is why it has no line.
    const isServed = servedServices(topology.services, topology.pods).has(service);
    return isServed || service.type === 'ExternalName' ? service.type : '→ 0 pods';
  }
  return pods.length === 1 ? `→ ${pods[0]?.name ?? ''}` : `→ ${pods.length} pods`;
}

/** The part of each connection class that docks at the members of one box. */
function linesAt(component: string, members: readonly string[], drawn: readonly Connection[]): readonly PictureLine[] {
  return drawn.flatMap((connection) => {
    const { client } = connection;
    const near = dockOf(connection);
    if (near.component !== component) return [];
    const here = countOf(connection, near.members, members, component);
    if (here === 0) return [];
    if (connection.pairing) return pairedAt(connection, members, drawn);
    if (!isBetweenAdjacent(connection)) {
      // Whoever opens towards the control plane opens one connection; the kube-apiservers each reach everybody.
      return [{ connection, count: near === client ? here : here * client.members.length }];
    }
    return [{ connection, count: Math.round((connection.count * here) / near.members.length) }];
  });
}

/**
 * What a kube-apiserver sends to its own host, and what the others send there, is one line: the one that crosses a network,
 * where there is one.
 */
function pairedAt(
  connection: Connection,
  members: readonly string[],
  drawn: readonly Connection[],
): readonly PictureLine[] {
  const share = ({ count, server }: Connection) => (count * inCommon(server.members, members)) / server.members.length;
  if (connection.pairing === 'own-host') {
    const far = drawn.find(({ id }) => id === lineId(connection.id));
    if (far && inCommon(far.server.members, members) > 0) return [];
    return [{ connection, count: Math.round(share(connection)) }];
  }
  const own = drawn.find(({ id }) => id === ownHostId(connection.id));
  return [{ connection, count: Math.round(share(connection) + (own ? share(own) : 0)) }];
}

/**
 * How many members of a box a class has. Nodes and pods of one box are alike, so that they are of a class all or none, and
 * one of them tells; services of one box may differ.
 */
function countOf(
  { pairing }: Connection,
  ofClass: readonly string[],
  ofBox: readonly string[],
  component: string,
): number {
  if (component === 'service' || pairing) return inCommon(ofClass, ofBox);
  const [first] = ofBox;
  return first !== undefined && isMember(ofClass, first) ? ofBox.length : 0;
}

/** A changed flag changes neither list. */
const inCommon = onceForBoth((ofClass: readonly string[], ofBox: readonly string[]): number => {
  const known = new Set(ofClass);
  return ofBox.filter((id) => known.has(id)).length;
});

/** Kinds of ends that have no box below the network. */
const withoutBox: readonly string[] = [
  'kube-apiserver',
  'konnectivity-server',
  'image-registry',
  'static-pod-server',
  'otlp-collector',
  'dns',
  'instance-metadata',
];

/** The end of a connection that its line docks at: the server, where that has a box of its own. */
function dockOf(connection: Connection): ConnectionEnd {
  const { client, server } = connection;
  return withoutBox.includes(server.component) || (client.component === 'pod' && server.component === 'pod')
    ? client
    : server;
}

/** Neither end is in the control plane's front: such a line leads to the network below. */
function isBetweenAdjacent({ client, server }: Connection): boolean {
  return [client, server].every(
    ({ component }) => component !== 'kube-apiserver' && component !== 'konnectivity-server',
  );
}
