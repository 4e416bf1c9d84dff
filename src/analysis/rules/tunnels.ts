import { isGone, settingFact } from '../../catalog/settings.ts';
import { minorVersion, type Topology } from '../../domain/topology.ts';
import { possibleExposures } from '../channelSecurity.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection, NoteId } from '../connection.ts';
import { type Hop, networkHop, plainAndOpen } from '../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../members.ts';
import { ifKnown } from '../settingsReader.ts';
import { exposureOnWires, tunnelOf } from '../tunnel.ts';

/** P18: no release ever checked the host key, so the tunnel stops listeners only. */
const sshHop: Hop = { ...networkHop, proto: 'ssh', verify: 'none', cred: 'sshkey' };
const udsHop: Hop = {
  ...networkHop,
  medium: 'uds',
  proto: 'plain',
  verify: 'none',
  clientAuthPolicy: 'open',
  authz: 'none',
};
const tcpHop: Hop = { ...networkHop, cred: 'x509', authz: 'none' };

/** The tunnels of a cluster, and the connections that run inside them. */
export function throughTunnels(
  topology: Topology,
  nodes: readonly NodeClass[],
  direct: readonly Connection[],
): readonly Connection[] {
  const [apiServer] = componentClasses(topology, 'kube-apiserver');
  if (!apiServer) return direct;
  if (usesSsh(apiServer, topology)) return throughSsh(topology, apiServer, nodes, direct);
  if (usesKonnectivity(apiServer, nodes)) return throughKonnectivity(topology, apiServer, nodes, direct);
  return topology.listDocumentedTunnels ? [...direct, ...documentedTunnels(topology, apiServer, nodes)] : direct;
}

function usesSsh(apiServer: ComponentClass, topology: Topology): boolean {
  const fact = settingFact('kube-apiserver', 'ssh-user');
  const minor = minorVersion(topology.kubernetesVersion);
  const exists = minor === null || !fact || !isGone(fact, minor);
  return exists && apiServer.reader.isSet('ssh-user') === true;
}

/**
 * G8: a class without an entry, or with `Direct`, is dialled directly. Where nobody shows the kube-apiserver, as of a managed
 * control plane, agents on the nodes tell that there is a tunnel, and nothing more of it.
 */
function usesKonnectivity(apiServer: ComponentClass, nodes: readonly NodeClass[]): boolean {
  const configured = apiServer.reader.isSet('egress-selector-config-file');
  if (configured === 'unknown') return nodes.some(({ agent }) => agent !== null);
  if (!configured) return false;
  const protocol = apiServer.reader.value('egressSelections.cluster.proxyProtocol');
  return protocol !== 'Direct' && protocol !== null;
}

const tunnelled = ['P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17'];

/** Webhooks and aggregated APIs that name a Service go through the egress class `cluster` too (P22e, P22f). */
const throughEgress = [...tunnelled, 'A05', 'A06'];

function throughSsh(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
  direct: readonly Connection[],
): readonly Connection[] {
  const tunnels = nodes.map((node) =>
    sshTunnel(topology, apiServer, node, apiServer.members.length * node.members.length),
  );
  const [outer] = tunnels;
  if (!outer) return direct;
  const inner = direct.map((connection) =>
    tunnelled.includes(connection.path)
      ? inTunnel(connection, 'ssh', null, outer, isHostLevel(connection))
      : connection,
  );
  return [...inner, ...tunnels, ...innerRows(topology, inner, 'P19', 'sshd')];
}

function sshTunnel(topology: Topology, apiServer: ComponentClass, node: NodeClass, count: number): Connection {
  return connect(topology, {
    path: 'P18',
    client: endOf('kube-apiserver', apiServer.members),
    server: endOf('sshd', node.members),
    count,
    hop: sshHop,
    reasons: { serverAuthentication: [apiServer.reader.reason('ssh-user')] },
    notes: count === 0 ? ['not-configured', 'historic-ssh'] : ['historic-ssh'],
  });
}

function throughKonnectivity(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
  direct: readonly Connection[],
): readonly Connection[] {
  const servers = componentClasses(topology, 'konnectivity-server');
  const withAgent = nodes.filter((node) => node.agent !== null);
  const entry = entryLeg(topology, apiServer, servers, apiServer.members.length);
  const agents = (withAgent.length > 0 ? withAgent : nodes).flatMap((node) =>
    agentLegs(topology, node, servers, node.members.length),
  );
  const [outer] = agents;
  if (!outer) return [...direct, entry];
  const isOnHost = endOnTargetHost(apiServer, servers, nodes);
  const inner = direct.map((connection) =>
    throughEgress.includes(connection.path) && !isDialedByUrl(topology, connection)
      ? inTunnel(connection, 'konnectivity', entry, outer, isOnHost(connection))
      : connection,
  );
  return [...inner, entry, ...agents, ...innerRows(topology, inner, 'P22', 'konnectivity-agent')];
}

/** A webhook by URL is of the egress class `controlplane`, one by Service of `cluster` [KEP1281]. */
function isDialedByUrl(topology: Topology, { path, server }: Connection): boolean {
  return (
    path === 'A05' &&
    topology.extensions.some(
      (one) => server.members.includes(one.id) && Boolean(one.settings.explicitSettings['clientConfig.url']?.value),
    )
  );
}

/**
 * G5: whether a tunnel ends on its target's own host. `destHost` finds an agent by the address that is dialed, where the
 * agents of that very host announce it; every other call may leave from any agent [KNP, desthost_backend_manager.go].
 */
function endOnTargetHost(
  apiServer: ComponentClass,
  servers: readonly ComponentClass[],
  nodes: readonly NodeClass[],
): (connection: Connection) => boolean | 'unknown' {
  const strategies = servers.map(({ reader }) => reader.value('proxy-strategies'));
  if (servers.length > 0 && strategies.every((one) => one !== 'unknown' && !one?.startsWith('destHost')))
    return () => false;
  const isSure = servers.length > 0 && strategies.every((one) => one?.startsWith('destHost'));
  const [type] = (apiServer.reader.value('kubelet-preferred-address-types') ?? '').split(',');
  const wanted = type === 'unknown' ? null : /IP$/.test(type ?? '') ? /(^|[&?])(ipv4|ipv6)=/ : /(^|[&?])host=/;
  return (connection) => {
    if (!isHostLevel(connection)) return false;
    const node = nodes.find(({ members }) => members.some(({ id }) => id === connection.server.members[0]));
    if (!node?.agent) return false;
    // The names are written down, also where a variable stands for the address.
    const { value: announced, origin } = node.agent.reason('agent-identifiers').setting;
    if (announced === null) return origin === 'unknown' ? 'unknown' : false;
    const isHost = /(^|[&?])(ipv4|ipv6|host)=/.test(announced);
    if (!isHost) return false;
    return isSure && wanted?.test(announced) === true ? true : 'unknown';
  };
}

function entryLeg(
  topology: Topology,
  apiServer: ComponentClass,
  servers: readonly ComponentClass[],
  count: number,
): Connection {
  const transport = apiServer.reader.value('egressSelections.cluster.transport');
  const scheme = apiServer.reader.value('egressSelections.cluster.transport.tcp.scheme');
  const demands = servers.map(demandsCertificate);
  const policy = demands.length > 0 && demands.every((one) => one === demands[0]) ? demands[0] : 'unknown';
  const overTcp: Hop =
    scheme === 'http'
      ? plainAndOpen
      : {
          ...tcpHop,
          ...(scheme === 'unknown' && { proto: scheme }),
          clientAuthPolicy: ifKnown(policy ?? 'unknown', 'required', 'open'),
        };
  const hop: Hop =
    transport === 'uds' || count === 0
      ? udsHop
      : transport === 'tcp'
        ? overTcp
        : { ...tcpHop, medium: 'unknown', proto: 'unknown', cred: 'unknown', clientAuthPolicy: 'unknown' };
  const reason = [
    apiServer.reader.reason('egressSelections.cluster.transport'),
    ...(transport === 'tcp' ? [apiServer.reader.reason('egressSelections.cluster.transport.tcp.scheme')] : []),
  ];
  return connect(topology, {
    path: 'P20',
    client: endOf('kube-apiserver', apiServer.members),
    server: endOf(
      'konnectivity-server',
      servers.flatMap(({ members }) => members),
    ),
    count,
    hop,
    reasons: {
      encryption: reason,
      serverAuthentication: reason,
      ...(transport === 'tcp' && {
        clientAuthentication: servers.flatMap(({ reader }) => ['server-ca-cert', 'image.version'].map(reader.reason)),
      }),
    },
    notes: count === 0 ? ['not-configured'] : [],
    network: 'control-plane-network',
    withoutAuthorizer: hop.clientAuthPolicy !== 'open',
  });
}

/** Over TCP a konnectivity-server asks for certificates where it has a CA for them, and does not start without since 0.35 [KNP853]. */
function demandsCertificate({ reader }: ComponentClass): boolean | 'unknown' {
  const asks = reader.isSet('server-ca-cert');
  if (asks !== false) return asks;
  const [, minor] = /^v?0\.(\d+)/.exec(reader.value('image.version') ?? '') ?? [];
  return minor === undefined ? 'unknown' : Number(minor) >= 35;
}

function agentLegs(
  topology: Topology,
  node: NodeClass,
  servers: readonly ComponentClass[],
  count: number,
): readonly Connection[] {
  if (servers.length === 0) {
    return [
      connect(topology, {
        path: 'P21',
        client: endOf('konnectivity-agent', node.members),
        server: endOf('konnectivity-server', []),
        count,
        hop:
          count === 0
            ? { ...networkHop, cred: 'x509', authz: 'none' }
            : { ...networkHop, cred: 'unknown', clientAuthPolicy: 'unknown', authz: 'none' },
        notes: count === 0 ? ['not-configured'] : [],
        withoutAuthorizer: true,
      }),
    ];
  }
  return servers.map((server) => {
    const hop = agentHop(server);
    return connect(topology, {
      path: 'P21',
      client: endOf('konnectivity-agent', node.members),
      server: endOf('konnectivity-server', server.members),
      count: count * server.members.length,
      hop,
      reasons: {
        clientAuthentication: [server.reader.reason('cluster-ca-cert'), server.reader.reason('agent-namespace')],
      },
      notes: hop.clientAuthPolicy === 'open' ? ['rogue-agent'] : [],
      port: agentPort(server),
      withoutAuthorizer: hop.clientAuthPolicy !== 'open',
    });
  });
}

function agentPort({ reader }: ComponentClass): number {
  const port = Number(reader.value('agent-port'));
  return Number.isInteger(port) && port > 0 ? port : 8091;
}

/** The agent always checks the server; how the server knows the agent has three cases. */
function agentHop({ reader }: ComponentClass): Hop {
  const mtls = reader.isSet('cluster-ca-cert');
  const token = reader.isSet('agent-namespace');
  if (mtls === true) return { ...networkHop, cred: 'x509', authz: 'none' };
  if (token === true) return { ...networkHop, cred: 'bearer' };
  if (mtls === false && token === false)
    return { ...networkHop, cred: 'none', clientAuthPolicy: 'open', authz: 'none' };
  return { ...networkHop, cred: 'unknown', clientAuthPolicy: 'unknown', authz: 'none' };
}

/** Kubelet and node targets can be matched to the tunnel of their own host; pod addresses never are. */
function isHostLevel(connection: Connection): boolean {
  return connection.server.component === 'kubelet' || connection.server.component === 'node';
}

function inTunnel(
  inner: Connection,
  kind: 'ssh' | 'konnectivity',
  entry: Connection | null,
  outer: Connection,
  endsOnTargetHost: boolean | 'unknown',
): Connection {
  const mayDowngrade = possibleExposures(inner.hop).active.includes('downgrade');
  const tunnel = tunnelOf({ kind, entry, outer, inner, mayDowngrade, endsOnTargetHost });
  const notes: readonly NoteId[] =
    inner.encryption === 'verified' ? inner.notes : [...inner.notes, 'tunnel-does-not-verify'];
  return { ...inner, tunnel, notes, exposure: { ...inner.exposure, ...exposureOnWires(tunnel) } };
}

/** P19 and P22: the same inner channels, seen from where the tunnel ends. */
function innerRows(
  topology: Topology,
  inner: readonly Connection[],
  path: 'P19' | 'P22',
  end: 'sshd' | 'konnectivity-agent',
): readonly Connection[] {
  const rows = [
    ['a', ['P08']],
    ['b', ['P12', 'P13']],
    ['c', ['P14', 'P15']],
    ['d', ['P16', 'P17']],
  ] as const;
  const nodes = topology.nodes;
  return rows.flatMap(([variant, paths]) =>
    inner
      .filter((connection) => paths.some((id) => id === connection.path))
      .map((connection) => ({
        ...connection,
        id: `${path}:${variant}:${connection.id}`,
        path,
        variant,
        client: endOf(end, nodes),
      })),
  );
}

/** The tunnels of the documentation, listed with `count: 0` where none is configured. */
function documentedTunnels(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
): readonly Connection[] {
  const [node] = nodes;
  if (!node) return [];
  const outer = agentLegs(topology, node, [], 0);
  const inner = connect(topology, {
    path: 'P22',
    client: endOf('konnectivity-agent', node.members),
    server: endOf('node', node.members),
    count: 0,
    hop: ifKnown(
      apiServer.reader.isSet('kubelet-certificate-authority'),
      { ...networkHop, cred: 'x509' as const },
      { ...networkHop, verify: 'none' as const, cred: 'x509' as const },
    ) as Hop,
    reasons: { serverAuthentication: [apiServer.reader.reason('kubelet-certificate-authority')] },
    notes: ['not-configured'],
  });
  return [
    sshTunnel(topology, apiServer, node, 0),
    entryLeg(topology, apiServer, [], 0),
    ...outer,
    ...(outer[0] ? [{ ...inTunnel(inner, 'konnectivity', null, outer[0], false), count: 0 }] : []),
  ];
}
