import type { Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { type Hop, networkHop, plainAndOpen } from '../../hop.ts';
import { type ComponentClass, componentClasses } from '../../members.ts';
import { ifKnown, type SettingsReader } from '../../settingsReader.ts';
import { isLoopback } from '../isLoopback.ts';

/** A01 and A02: who opens connections to etcd. */
export function etcd(topology: Topology): readonly Connection[] {
  return [
    ...componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => etcdClients(topology, apiServer)),
    ...etcdPeers(topology),
  ];
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
    verify: ifKnown(apiServer.isSet('etcd-cafile'), 'name', 'roots'),
    cred: ifKnown(apiServer.isSet('etcd-certfile'), 'x509', 'none'),
    clientAuthPolicy: ifKnown(demands, 'required', 'open'),
    authz: 'none',
  };
  if (urls === null || urls === 'unknown') return { ...tls, medium: 'unknown', proto: 'unknown' };
  if (urls.startsWith('unix:')) return { ...plainAndOpen, medium: 'uds' };
  const plain = urls.split(',').filter((url) => url.trim().startsWith('http://'));
  if (plain.length === 0) return tls;
  return { ...plainAndOpen, medium: plain.every(isLoopback) ? 'loopback' : 'network' };
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
      withoutAuthorizer: hop.clientAuthPolicy !== 'open',
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
    cred: ifKnown(demands, 'x509', 'none'),
    clientAuthPolicy: ifKnown(demands, 'required', 'open'),
    authz: 'none',
  };
}
