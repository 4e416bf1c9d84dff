import type { ComponentConfig } from '../../../domain/settings.ts';
import { minorVersion, type Outside, type Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection, NoteId } from '../../connection.ts';
import { type Hop, type KnownHop, networkHop } from '../../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../../members.ts';
import { choose, createSettingsReader, type SettingsReader } from '../../settingsReader.ts';
import { apiServerSide, has } from '../apiServerSide.ts';
import { securePort, serverEnd, toApiServer, withKubeconfig } from '../toApiServer.ts';

/** Anybody is served, in clear. */
const plainAndOpen: KnownHop = { ...networkHop, proto: 'plain', verify: 'none', serverAuthn: 'open', authz: 'none' };

/** A01 to A04, A08, A19 to A21: what else the control plane opens and serves. */
export function controlPlaneNeighbours(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver')
    .flatMap((apiServer) => [
      ...etcdClients(topology, apiServer),
      ...clients(topology, apiServer),
      ...loadBalancers(topology, apiServer),
      ...apiServerPeers(topology, apiServer),
      ...tunnelServers(topology, apiServer),
      ...insecurePort(topology, apiServer),
      ...agentTunnels(topology, apiServer, nodes),
    ])
    .concat(etcdPeers(topology));
}

/** A01. Without `--etcd-cafile` the system's roots count: there is no way not to verify (measured). */
function etcdClients(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const servers = componentClasses(topology, 'etcd');
  const urls = apiServer.reader.value('etcd-servers');
  if (servers.length === 0 && urls === null) return [];
  const ends = servers.length > 0 ? servers : [null];
  return ends.map((etcd) =>
    connect(topology, {
      path: 'A01',
      client: endOf('kube-apiserver', apiServer.members),
      server: endOf('etcd', etcd?.members ?? []),
      count: apiServer.members.length,
      hop: etcdHop(apiServer.reader, etcd?.reader ?? null, urls),
      reasons: {
        encryption: [apiServer.reader.reason('etcd-servers')],
        serverAuthentication: [apiServer.reader.reason('etcd-cafile')],
        clientAuthentication: [
          apiServer.reader.reason('etcd-certfile'),
          ...(etcd ? [etcd.reader.reason('client-cert-auth')] : []),
        ],
      },
      network: 'control-plane-network',
      withoutAuthorizer: etcd?.reader.isTrue('client-cert-auth') !== false,
    }),
  );
}

function etcdHop(apiServer: SettingsReader, etcd: SettingsReader | null, urls: string | null): Hop {
  const demands = etcd ? etcd.isTrue('client-cert-auth') : 'unknown';
  const tls: Hop = {
    ...networkHop,
    verify: choose(apiServer.isSet('etcd-cafile'), 'name', 'roots'),
    cred: choose(apiServer.isSet('etcd-certfile'), 'x509', 'none'),
    serverAuthn: choose(demands, 'required', 'open'),
    authz: 'none',
  };
  if (urls === null || urls === 'unknown') return { ...tls, medium: 'unknown', proto: 'unknown' };
  if (urls.startsWith('unix:')) return { ...plainAndOpen, medium: 'uds' };
  const plain = urls.split(',').filter((url) => url.trim().startsWith('http://'));
  if (plain.length === 0) return tls;
  return { ...plainAndOpen, medium: plain.every(isLoopback) ? 'loopback' : 'network' };
}

/** Whether an address or URL stays on the machine. */
export function isLoopback(address: string): boolean {
  return /^(https?:\/\/)?(127\.|localhost|\[?::1)/.test(address.trim());
}

/** A02 */
function etcdPeers(topology: Topology): readonly Connection[] {
  const all = topology.controlPlanes.filter((host) => host.components.etcd !== undefined);
  if (all.length < 2) return [];
  return componentClasses(topology, 'etcd').map(({ members, reader }) => {
    const hop = peerHop(reader);
    return connect(topology, {
      path: 'A02',
      client: endOf('etcd', members),
      server: endOf('etcd', all),
      count: members.length * (all.length - 1),
      hop,
      reasons: {
        encryption: [reader.reason('peer-cert-file'), reader.reason('peer-auto-tls')],
        clientAuthentication: [reader.reason('peer-client-cert-auth')],
      },
      network: 'control-plane-network',
      withoutAuthorizer: hop.serverAuthn !== 'open',
    });
  });
}

function peerHop(etcd: SettingsReader): Hop {
  if (etcd.isTrue('peer-auto-tls') === true) return { ...plainAndOpen, proto: 'tls' };
  const encrypted = etcd.isSet('peer-cert-file');
  if (encrypted === false) return plainAndOpen;
  const demands = etcd.isTrue('peer-client-cert-auth');
  return {
    ...networkHop,
    proto: encrypted === 'unknown' ? 'unknown' : 'tls',
    verify: encrypted === 'unknown' ? 'unknown' : 'name',
    cred: choose(demands, 'x509', 'none'),
    serverAuthn: choose(demands, 'required', 'open'),
    authz: 'none',
  };
}

function outsideReader(topology: Topology, one: Outside): SettingsReader {
  const component = one.kind === 'client' ? 'kubectl' : 'load-balancer';
  return createSettingsReader(component, one.name, one.settings, topology.kubernetesVersion);
}

/** A03 */
function clients(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  return topology.outside
    .filter((one) => one.kind === 'client')
    .map((one) => {
      const reader = outsideReader(topology, one);
      const overTls = withKubeconfig(apiServer, reader);
      // To an http:// address kubectl sends no credential, and believes the answer (measured).
      const hop: Hop =
        reader.value('kubeconfig.scheme') === 'http'
          ? { ...overTls.hop, proto: 'plain', verify: 'none', cred: 'none' }
          : overTls.hop;
      return connect(topology, {
        path: 'A03',
        client: endOf('client', [one]),
        ...overTls,
        hop,
        reasons: { ...overTls.reasons, encryption: [reader.reason('kubeconfig.scheme')] },
        count: 1,
        network: 'outside-network',
      });
    });
}

/** A04. One that forwards TCP leaves TLS end to end; one that ends TLS sees tokens and cannot pass a certificate on (R13). */
function loadBalancers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const side = apiServerSide(apiServer);
  return topology.outside
    .filter((one) => one.kind === 'load-balancer')
    .map((one) => {
      const reader = outsideReader(topology, one);
      const mode = reader.value('mode');
      const client = topology.outside.find(({ kind }) => kind === 'client');
      const passed = client ? withKubeconfig(apiServer, outsideReader(topology, client)).hop : null;
      const through: Hop = passed ?? { ...toApiServer(side), cred: 'x509' };
      const ended: Hop = {
        ...toApiServer(side),
        verify: choose(reader.isTrue('verifies-backend'), 'name', 'none'),
        cred: 'bearer',
      };
      const notes: readonly NoteId[] = mode === 'tls' ? ['lb-ends-tls'] : [];
      return connect(topology, {
        path: 'A04',
        client: endOf('load-balancer', [one]),
        server: serverEnd(apiServer),
        count: apiServer.members.length,
        hop: mode === 'unknown' ? { ...through, verify: 'unknown', cred: 'unknown' } : mode === 'tls' ? ended : through,
        reasons: {
          serverAuthentication: [reader.reason('mode'), ...(mode === 'tls' ? [reader.reason('verifies-backend')] : [])],
          authorization: side.authzReasons,
        },
        notes,
        network: 'outside-network',
        port: securePort(apiServer),
      });
    });
}

/** A08: without `--peer-ca-file` there is no peer proxy. */
function apiServerPeers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const all = topology.controlPlanes.filter((host) => host.components['kube-apiserver'] !== undefined);
  const exists = has(topology.kubernetesVersion, 28) && apiServer.reader.isSet('peer-ca-file') === true;
  if (all.length < 2 || !exists) return [];
  return [
    connect(topology, {
      path: 'A08',
      client: endOf('kube-apiserver', apiServer.members),
      server: endOf('kube-apiserver', all),
      count: apiServer.members.length * (all.length - 1),
      hop: { ...networkHop, cred: choose(apiServer.reader.isSet('proxy-client-cert-file'), 'frontproxy', 'none') },
      reasons: {
        serverAuthentication: [apiServer.reader.reason('peer-ca-file')],
        clientAuthentication: [apiServer.reader.reason('proxy-client-cert-file')],
      },
      network: 'control-plane-network',
      port: securePort(apiServer),
    }),
  ];
}

/** A19: only a server that checks agents by token asks the kube-apiserver about them. */
function tunnelServers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  return componentClasses(topology, 'konnectivity-server')
    .filter(({ reader }) => reader.isSet('agent-namespace') === true)
    .map((server) =>
      connect(topology, {
        path: 'A19',
        client: endOf('konnectivity-server', server.members),
        ...withKubeconfig(apiServer, server.reader),
        count: server.members.length,
        network: 'control-plane-network',
      }),
    );
}

/** A20: no longer served since 1.20. */
function insecurePort(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const minor = minorVersion(topology.kubernetesVersion);
  const port = apiServer.reader.value('insecure-port');
  if (port === null || port === '0' || (minor !== null && minor >= 20)) return [];
  const address = apiServer.reader.value('insecure-bind-address');
  const medium = address === 'unknown' || address === null ? 'unknown' : isLoopback(address) ? 'loopback' : 'network';
  const isKnown = minor !== null && port !== 'unknown';
  const reason = ['insecure-port', 'insecure-bind-address'].map(apiServer.reader.reason);
  return [
    connect(topology, {
      path: 'A20',
      client: endOf('anyone', []),
      server: serverEnd(apiServer),
      count: apiServer.members.length,
      hop: isKnown ? { ...plainAndOpen, medium } : notKnown,
      reasons: { encryption: reason },
      network: 'control-plane-network',
      port: Number(port) > 0 ? Number(port) : null,
    }),
  ];
}

/** A listener of which nothing tells whether it is there. */
export const notKnown: Hop = {
  ...networkHop,
  medium: 'unknown',
  proto: 'unknown',
  verify: 'unknown',
  cred: 'unknown',
  serverAuthn: 'unknown',
  authz: 'unknown',
};

/** A21: the tunnel that k3s and RKE2 bring along. What it authenticates with inside is not documented. */
function agentTunnels(
  topology: Topology,
  apiServer: ComponentClass,
  nodes: readonly NodeClass[],
): readonly Connection[] {
  const mode = apiServer.reader.value('egress-selector-mode');
  if (mode === null || mode === 'disabled' || mode === 'unknown') return [];
  return nodes.map((node) =>
    connect(topology, {
      path: 'A21',
      client: endOf('kubelet', node.members),
      server: serverEnd(apiServer),
      count: node.members.length,
      hop: { ...networkHop, cred: 'x509' },
      reasons: { serverAuthentication: [apiServer.reader.reason('egress-selector-mode')] },
      notes: ['not-documented-inside'],
      port: securePort(apiServer),
    }),
  );
}

/** How a component of its own is read: somebody outside, or an extension. */
export function readerOf(
  topology: Topology,
  component: SettingsReader['component'],
  one: { readonly name: string; readonly settings: ComponentConfig },
): SettingsReader {
  return createSettingsReader(component, one.name, one.settings, topology.kubernetesVersion);
}
