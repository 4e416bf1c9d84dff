import { type ControlPlaneHost, minorVersion, type NetworkId, type Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection, ConnectionEnd } from '../../connection.ts';
import { type Hop, networkHop, plainAndOpen, unknownHop } from '../../hop.ts';
import { componentClasses, type NodeClass } from '../../members.ts';
import { ifKnown, type SettingsReader } from '../../settingsReader.ts';
import { demandsCertificate, etcdListeners, serverSide } from '../etcdListeners.ts';
import { isLoopback } from '../isLoopback.ts';
import { portIn } from '../portIn.ts';

/** Delegated authentication and authorization; what a scraper checks of the certificate, nothing tells. */
const delegated: Hop = { ...networkHop, verify: 'unknown', cred: 'bearer' };

/** A13: health and metrics ports, each listener by itself. */
export function listeners(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return [
    ...nodes.flatMap((node) => nodeListeners(topology, node)),
    ...(['kube-scheduler', 'kube-controller-manager'] as const).flatMap((component) =>
      componentClasses(topology, component).flatMap(({ members, reader }) =>
        listener(topology, {
          name: `${component} metrics`,
          server: endOf(component, members),
          reader,
          key: 'bind-address',
          port: reader.value('secure-port'),
          hop: delegated,
        }).concat(plainStatus(topology, component, members, reader)),
      ),
    ),
    ...componentClasses(topology, 'cloud-controller-manager').flatMap(({ members, reader }) =>
      listener(topology, {
        name: 'cloud-controller-manager metrics',
        server: endOf('cloud-controller-manager', members),
        reader,
        key: 'bind-address',
        port: reader.value('secure-port'),
        hop: delegated,
      }),
    ),
    ...componentClasses(topology, 'konnectivity-server').flatMap(({ members, reader }) =>
      (['health', 'admin'] as const).flatMap((what) =>
        listener(topology, {
          name: `konnectivity-server ${what}`,
          server: endOf('konnectivity-server', members),
          reader,
          key: `${what}-bind-address`,
          port: reader.value(`${what}-port`),
          hop: plainAndOpen,
          isEmptyAll: true,
        }),
      ),
    ),
    ...etcdMetrics(topology),
  ];
}

/** The status port without TLS. Where the version is not known and nobody states the port, nobody knows whether there is one. */
function plainStatus(
  topology: Topology,
  component: 'kube-scheduler' | 'kube-controller-manager',
  members: readonly ControlPlaneHost[],
  reader: SettingsReader,
): readonly Connection[] {
  const isExplicit = reader.reason('port').setting.origin !== 'default';
  const isUnsure = minorVersion(topology.kubernetesVersion) === null && !isExplicit;
  return listener(topology, {
    name: `${component} plain`,
    server: endOf(component, members),
    reader,
    key: 'address',
    port: isUnsure ? 'unknown' : reader.value('port'),
    hop: plainAndOpen,
  });
}

/** etcd's own: each URL is a listener, and one with https demands what the clients' listener demands [ETCDEMBED]. */
function etcdMetrics(topology: Topology): readonly Connection[] {
  return componentClasses(topology, 'etcd').flatMap(({ members, reader }) => {
    const found = etcdListeners(reader, 'listen-metrics-urls');
    const demands = demandsCertificate(reader, 'client', topology.kubernetesVersion);
    const all = found === 'unknown' ? [null] : found;
    return all.map((one) => {
      const asked: Hop = one
        ? {
            ...serverSide(one, demands),
            ...(one.proto === 'tls' && { verify: 'unknown', cred: ifKnown(demands, 'x509', 'none') }),
          }
        : unknownHop;
      return connect(topology, {
        path: 'A13',
        listener: all.length > 1 && one ? `etcd metrics ${one.url}` : 'etcd metrics',
        client: endOf('anyone', []),
        server: endOf('etcd', members),
        count: members.length,
        hop: asked,
        reasons: {
          encryption: [reader.reason('listen-metrics-urls')],
          ...(one?.proto === 'tls' && {
            clientAuthentication: ['client-cert-auth', 'trusted-ca-file'].map(reader.reason),
          }),
        },
        network: 'control-plane-network',
        port: one && portIn(one.url),
        withoutAuthorizer: one?.proto === 'tls' && demands !== false,
      });
    });
  });
}

function nodeListeners(topology: Topology, { kubelet, kubeProxy, agent, members }: NodeClass): readonly Connection[] {
  const network = 'node-network' as const;
  return [
    ...(agent
      ? listener(topology, {
          name: 'konnectivity-agent health',
          server: endOf('konnectivity-agent', members),
          reader: agent,
          key: 'health-bind-address',
          port: agent.value('health-server-port'),
          hop: plainAndOpen,
          isEmptyAll: true,
          network,
        })
      : []),
    ...listener(topology, {
      name: 'kubelet healthz',
      server: endOf('kubelet', members),
      reader: kubelet,
      key: 'healthzBindAddress',
      port: kubelet.value('healthzPort'),
      hop: plainAndOpen,
      network,
    }),
    ...(['healthz', 'metrics'] as const).flatMap((what) => {
      const key = `${what}BindAddress`;
      const port = portOf(kubeProxy.value(key));
      const server = endOf('kube-proxy', members);
      return listener(topology, {
        name: `kube-proxy ${what}`,
        server,
        reader: kubeProxy,
        key,
        port,
        hop: plainAndOpen,
        network,
      });
    }),
  ];
}

type Listener = {
  readonly name: string;
  readonly server: ConnectionEnd;
  readonly reader: SettingsReader;
  /** The setting that says where it listens. */
  readonly key: string;
  readonly port: string | null;
  readonly hop: Hop;
  readonly network?: NetworkId;
  /** An empty address is every address, and not none. */
  readonly isEmptyAll?: true;
};

/** One listener: nothing when it is off, local on the loopback address. */
function listener(topology: Topology, parts: Listener): readonly Connection[] {
  const address = parts.reader.value(parts.key) ?? (parts.isEmptyAll ? '0.0.0.0' : null);
  if (address === null || parts.port === '0' || parts.port === null) return [];
  const medium = address === 'unknown' ? address : isLoopback(address) ? ('loopback' as const) : ('network' as const);
  const base = parts.port === 'unknown' ? unknownHop : parts.hop;
  return [
    connect(topology, {
      path: 'A13',
      listener: parts.name,
      client: endOf('anyone', []),
      server: parts.server,
      count: parts.server.members.length,
      hop: { ...base, medium: base === unknownHop && medium === 'network' ? 'unknown' : medium },
      reasons: { encryption: [parts.reader.reason(parts.key)] },
      network: parts.network ?? 'control-plane-network',
      port: Number(parts.port) > 0 ? Number(parts.port) : null,
    }),
  ];
}

/** The port of an address as a setting, which may be unknown or name none. */
function portOf(address: string | null): string | null {
  if (address === null || address === 'unknown') return address;
  return portIn(address)?.toString() ?? null;
}
