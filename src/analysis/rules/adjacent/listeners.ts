import type { EndKind } from '../../../catalog/communicationPath.ts';
import type { ControlPlaneComponent, ControlPlaneHost, NetworkId, Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection, ConnectionEnd } from '../../connection.ts';
import { type Hop, type KnownHop, networkHop, unknownHop } from '../../hop.ts';
import { componentClasses, type NodeClass } from '../../members.ts';
import type { SettingsReader } from '../../settingsReader.ts';
import { isAtLeastMinor } from '../apiServerSide.ts';
import { isLoopback } from '../isLoopback.ts';

const plainAndOpen: KnownHop = {
  ...networkHop,
  proto: 'plain',
  verify: 'none',
  clientAuthPolicy: 'open',
  authz: 'none',
};
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
    ...onHosts(topology, 'etcd', 'listen-metrics-urls'),
  ];
}

/** The status port without TLS, which ended with 1.22. A version that is not known counts as a current one. */
function plainStatus(
  topology: Topology,
  component: 'kube-scheduler' | 'kube-controller-manager',
  members: readonly ControlPlaneHost[],
  reader: SettingsReader,
): readonly Connection[] {
  if (isAtLeastMinor(topology.kubernetesVersion, 22)) return [];
  return listener(topology, {
    name: `${component} plain`,
    server: endOf(component, members),
    reader,
    key: 'address',
    port: reader.value('port'),
    hop: plainAndOpen,
  });
}

function onHosts(topology: Topology, component: ControlPlaneComponent & EndKind, key: string): readonly Connection[] {
  return componentClasses(topology, component).flatMap(({ members, reader }) =>
    listener(topology, {
      name: `${component} metrics`,
      server: endOf(component, members),
      reader,
      key,
      port: portOf(reader.value(key)),
      hop: plainAndOpen,
    }),
  );
}

function nodeListeners(topology: Topology, { kubelet, kubeProxy, members }: NodeClass): readonly Connection[] {
  const network = 'node-network' as const;
  return [
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
};

/** One listener: nothing when it is off, local on the loopback address. */
function listener(topology: Topology, parts: Listener): readonly Connection[] {
  const address = parts.reader.value(parts.key);
  if (address === null || parts.port === '0' || parts.port === null) return [];
  const isUnknown = address === 'unknown' || parts.port === 'unknown';
  const medium = isLoopback(address) ? ('loopback' as const) : ('network' as const);
  return [
    connect(topology, {
      path: 'A13',
      listener: parts.name,
      client: endOf('anyone', []),
      server: parts.server,
      count: parts.server.members.length,
      hop: isUnknown ? unknownHop : { ...parts.hop, medium },
      reasons: { encryption: [parts.reader.reason(parts.key)] },
      network: parts.network ?? 'control-plane-network',
      port: Number(parts.port) > 0 ? Number(parts.port) : null,
    }),
  ];
}

/** The port of `0.0.0.0:10256` or `http://127.0.0.1:2381`. */
function portOf(address: string | null): string | null {
  if (address === null || address === 'unknown') return address;
  return /:(\d+)\/?$/.exec(address)?.[1] ?? null;
}
