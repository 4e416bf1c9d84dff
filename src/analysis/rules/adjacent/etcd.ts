import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { type Hop, networkHop, plainAndOpen, unknownHop } from '../../hop.ts';
import { type ComponentClass, componentClasses } from '../../members.ts';
import { both, either, ifKnown, not, type SettingsReader } from '../../settingsReader.ts';
import { demandsCertificate, type EtcdListener, etcdListeners, listenersAt, serverSide } from '../etcdListeners.ts';
import { portIn } from '../portIn.ts';

/** A01, A02 and A22: who opens connections to etcd. */
export function etcd(topology: Topology): readonly Connection[] {
  return [
    ...componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => etcdClients(topology, apiServer)),
    ...etcdPeers(topology),
    ...componentClasses(topology, 'etcd').flatMap((etcd) => listenersOf(topology, etcd)),
  ];
}

/** A01. Without `--etcd-cafile` the system's roots count: there is no way not to verify (measured). */
function etcdClients(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const servers = componentClasses(topology, 'etcd');
  const urls = apiServer.reader.value('etcd-servers');
  if (servers.length === 0 && urls === null) return [];
  const ends = servers.length > 0 ? servers : [null];
  return ends.map((etcd) => {
    const demands = etcd ? demandsCertificate(etcd.reader, 'client', topology.kubernetesVersion) : 'unknown';
    return connect(topology, {
      path: 'A01',
      client: endOf('kube-apiserver', apiServer.members),
      server: endOf('etcd', etcd?.members ?? []),
      count: apiServer.members.length,
      hop: etcdHop(apiServer.reader, etcd?.reader ?? null, demands),
      reasons: {
        encryption: [
          apiServer.reader.reason('etcd-servers'),
          ...(etcd && isUntold(urls) ? [etcd.reader.reason('listen-client-urls')] : []),
        ],
        serverAuthentication: [apiServer.reader.reason('etcd-cafile')],
        clientAuthentication: [
          apiServer.reader.reason('etcd-certfile'),
          ...(etcd ? ['client-cert-auth', 'trusted-ca-file'].map(etcd.reader.reason) : []),
        ],
      },
      network: 'control-plane-network',
      withoutAuthorizer: demands !== false,
    });
  });
}

function isUntold(urls: string | null): boolean {
  return urls === null || urls === 'unknown';
}

/** Where the client's addresses are not known, those that etcd listens on tell what it can have. */
function etcdHop(apiServer: SettingsReader, etcd: SettingsReader | null, demands: boolean | 'unknown'): Hop {
  const urls = apiServer.value('etcd-servers');
  const own = urls === null || urls === 'unknown' ? 'unknown' : listenersAt(urls);
  const dialed = own === 'unknown' && etcd ? etcdListeners(etcd, 'listen-client-urls') : own;
  const tls: Hop = {
    ...networkHop,
    verify: ifKnown(apiServer.isSet('etcd-cafile'), 'name', 'roots'),
    cred: ifKnown(apiServer.isSet('etcd-certfile'), 'x509', 'none'),
    clientAuthPolicy: ifKnown(demands, 'required', 'open'),
    authz: 'none',
  };
  if (dialed === 'unknown' || dialed.length === 0) return { ...tls, medium: 'unknown', proto: 'unknown' };
  const protos = dialed.map(({ proto }) => (proto === 'unknown' ? withoutScheme(apiServer) : proto));
  const isOwn = own !== 'unknown';
  if (isOwn && protos.every((proto) => proto === 'tls')) return { ...tls, medium: farthest(dialed) };
  const plain = dialed.filter((_one, index) => protos[index] === 'plain');
  // One of several addresses without TLS is as bad as all.
  if (isOwn && plain.length > 0) return { ...plainAndOpen, medium: farthest(plain) };
  // Of an etcd without any TLS the client can have nothing else, by whatever address.
  if (!isOwn && plain.length === dialed.length) return { ...plainAndOpen, medium: 'unknown' };
  return { ...tls, medium: 'unknown', proto: 'unknown' };
}

/** An address without a scheme is dialed with TLS where the client was given a file for it [etcd client/v3, CredsOptional]. */
function withoutScheme(apiServer: SettingsReader): EtcdListener['proto'] {
  const files = ['etcd-cafile', 'etcd-certfile', 'etcd-keyfile'].map(apiServer.isSet).reduce(either);
  return ifKnown(files, 'tls', 'plain');
}

function farthest(listeners: readonly EtcdListener[]): EtcdListener['medium'] {
  const media = listeners.map(({ medium }) => medium);
  return (['network', 'loopback', 'uds'] as const).find((medium) => media.includes(medium)) ?? 'network';
}

/** A02 */
function etcdPeers(topology: Topology): readonly Connection[] {
  const all = topology.controlPlanes.filter((host) => host.components.etcd !== undefined);
  if (all.length < 2) return [];
  return componentClasses(topology, 'etcd').map(({ members, reader }) => {
    const hop = peerHop(reader, demandsCertificate(reader, 'peer', topology.kubernetesVersion));
    return connect(topology, {
      path: 'A02',
      client: endOf('etcd', members),
      server: endOf('etcd', all),
      count: members.length * (all.length - 1),
      hop,
      reasons: {
        encryption: ['listen-peer-urls', 'peer-cert-file', 'peer-auto-tls'].map(reader.reason),
        serverAuthentication: [reader.reason('peer-trusted-ca-file')],
        clientAuthentication: ['peer-client-cert-auth', 'peer-trusted-ca-file'].map(reader.reason),
      },
      network: 'control-plane-network',
      withoutAuthorizer: hop.clientAuthPolicy !== 'open',
    });
  });
}

/**
 * The scheme decides: certificates beside `http` are ignored, and so is `--peer-auto-tls` beside certificates. Addresses
 * that nobody has set would be those of one machine, which several members cannot have [ETCDEMBED].
 */
function peerHop(etcd: SettingsReader, demands: boolean | 'unknown'): Hop {
  const isExplicit = etcd.reason('listen-peer-urls').setting.origin !== 'default';
  const listeners = isExplicit ? etcdListeners(etcd, 'listen-peer-urls') : 'unknown';
  const encrypted = etcd.isSet('peer-cert-file');
  const makesOwn = both(etcd.isTrue('peer-auto-tls'), not(encrypted));
  if (listeners !== 'unknown' && listeners.some(({ proto }) => proto === 'plain')) return plainAndOpen;
  const isTls = listeners !== 'unknown' && listeners.length > 0 && listeners.every(({ proto }) => proto === 'tls');
  if (makesOwn === true) return { ...plainAndOpen, proto: isTls || !isExplicit ? 'tls' : 'unknown' };
  if (!isTls && encrypted === false)
    return makesOwn === 'unknown' ? { ...plainAndOpen, proto: 'unknown' } : plainAndOpen;
  const isSure = isTls || (!isExplicit && encrypted === true);
  const signed = ifKnown(etcd.isSet('peer-trusted-ca-file'), 'name' as const, 'roots' as const);
  return {
    ...networkHop,
    proto: isSure ? 'tls' : 'unknown',
    verify: isSure && makesOwn === false ? signed : 'unknown',
    cred: ifKnown(demands, 'x509', 'none'),
    clientAuthPolicy: ifKnown(demands, 'required', 'open'),
    authz: 'none',
  };
}

const sides = [
  ['client', 'listen-client-urls', ['client-cert-auth', 'trusted-ca-file'], 'cert-file'],
  ['peer', 'listen-peer-urls', ['peer-client-cert-auth', 'peer-trusted-ca-file'], 'peer-cert-file'],
] as const;

/** A22: each address of etcd, as it meets those who reach it. */
function listenersOf(topology: Topology, { members, reader }: ComponentClass): readonly Connection[] {
  return sides.flatMap(([side, key, demanding, certificate]) => {
    const demands = demandsCertificate(reader, side, topology.kubernetesVersion);
    const found = etcdListeners(reader, key);
    const all = found === 'unknown' ? [null] : found;
    return all.map((one) =>
      connect(topology, {
        path: 'A22',
        listener: all.length > 1 && one ? `${side} ${one.url}` : side,
        client: endOf('anyone', []),
        server: endOf('etcd', members),
        count: members.length,
        hop: one ? asMet(one, demands, reader.isSet(certificate)) : unknownHop,
        reasons: {
          encryption: [reader.reason(key)],
          ...(one?.proto !== 'plain' && {
            serverAuthentication: [reader.reason(certificate)],
            clientAuthentication: demanding.map(reader.reason),
          }),
        },
        notes: isOpen(one, demands) ? ['open-etcd'] : [],
        network: 'control-plane-network',
        port: (one && portIn(one.url)) ?? (side === 'client' ? 2379 : 2380),
        withoutAuthorizer: one?.proto === 'tls' && demands !== false,
      }),
    );
  });
}

/** Whoever has the CA can verify the server, unless it has made its certificate itself. */
function asMet(listener: EtcdListener, demands: boolean | 'unknown', signed: boolean | 'unknown'): Hop {
  const hop = serverSide(listener, demands);
  if (hop.proto === 'plain') return hop;
  return { ...hop, verify: ifKnown(signed, 'name', 'none'), cred: ifKnown(demands, 'x509', 'none') };
}

function isOpen(listener: EtcdListener | null, demands: boolean | 'unknown'): boolean {
  if (listener?.medium !== 'network') return false;
  return listener.proto === 'plain' || (listener.proto === 'tls' && demands === false);
}
