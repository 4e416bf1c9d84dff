import type { Connection } from '../analysis/connection.ts';
import { demandsCertificate } from '../analysis/rules/etcdListeners.ts';
import { createSettingsReader, type SettingsReader } from '../analysis/settingsReader.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import type { ControlPlaneHost, Topology } from '../domain/topology.ts';
import type { Weakness, WeaknessTopic } from './weakness.ts';

/*
 * One CA for servers that must not have the same clients. A file counts as the same CA where it has the same path on the same
 * host; files of different paths are taken for different CAs.
 */

/** Who else is let in, because a CA that signs clients of the cluster is trusted where only some of them should be. */
export function sharedCas(topology: Topology, connections: readonly Connection[]): readonly Weakness[] {
  const found = topology.controlPlanes.flatMap((host) => {
    const readers = readersOf(host, topology.kubernetesVersion);
    return [etcdOf(topology, host, readers), peersOf(topology, host, readers), frontProxyOf(host, readers)]
      .flat()
      .map((one) => ({ ...one, host }));
  });
  const topics = [...new Set(found.map(({ topic }) => topic))];
  return topics.flatMap((topic) =>
    [true, false].flatMap((isSure): readonly Weakness[] => {
      const own = found.filter((one) => one.topic === topic && one.isSure === isSure);
      const [first] = own;
      if (!first) return [];
      const ids = new Set(own.map(({ host }) => host.id));
      return [
        {
          id: `${topic}${isSure ? '' : '?'}`,
          topic,
          severity: 'critical',
          isSure,
          on: own.map(({ host }) => host.name),
          params: { file: first.file, own: first.own, other: first.other },
          connections: connections.filter(
            ({ path, client, server, listener, count }) =>
              count > 0 &&
              first.paths.includes(path) &&
              (path !== 'A22' || listener?.startsWith(topic === 'etcd-peer-shared-ca' ? 'peer' : 'client')) &&
              [...server.members, ...(server.members.length === 0 ? client.members : [])].some((id) => ids.has(id)),
          ),
          reasons: own.flatMap(({ reasons }) => reasons),
        },
      ];
    }),
  );
}

type Readers = Readonly<Partial<Record<'etcd' | 'kube-apiserver' | 'kube-controller-manager', SettingsReader>>>;

function readersOf({ name, components }: ControlPlaneHost, version: string): Readers {
  const read = (component: keyof Readers) => {
    const config = components[component];
    return config ? { [component]: createSettingsReader(component, name, config, version) } : {};
  };
  return { ...read('etcd'), ...read('kube-apiserver'), ...read('kube-controller-manager') };
}

type Shared = Pick<Weakness, 'isSure' | 'reasons'> & {
  readonly topic: WeaknessTopic;
  /** The file, and the two settings that name it. */
  readonly file: string;
  readonly own: string;
  readonly other: string;
  readonly paths: readonly PathId[];
};

/** The settings by which a host names the CAs that sign clients of the cluster. */
const signing = [
  ['kube-apiserver', 'client-ca-file'],
  ['kube-controller-manager', 'cluster-signing-cert-file'],
] as const;

function sharedWith(
  readers: Readers,
  [component, key]: readonly ['etcd' | 'kube-apiserver', string],
): Pick<Shared, 'file' | 'own' | 'other' | 'reasons'> | null {
  const reader = readers[component];
  const file = reader?.value(key);
  if (!reader || !file || file === 'unknown') return null;
  for (const [of, name] of signing) {
    const other = readers[of];
    if (other?.value(name) === file)
      return {
        file,
        own: `${component} --${key}`,
        other: `${of} --${name}`,
        reasons: [reader.reason(key), other.reason(name)],
      };
  }
  return null;
}

/**
 * etcd asks for a certificate of its CA and nothing else, unless names are set: with the cluster's own CA every kubelet, and
 * everybody with a client certificate, reads and writes all that is stored [ETCD, KOPS5591].
 */
function etcdOf({ kubernetesVersion }: Topology, _host: ControlPlaneHost, readers: Readers): readonly Shared[] {
  const etcd = readers.etcd;
  if (!etcd) return verifiedBySame(readers);
  const shared = sharedWith(readers, ['etcd', 'trusted-ca-file']);
  if (!shared || demandsCertificate(etcd, 'client', kubernetesVersion) === false) return [];
  const names = namesOf(etcd, 'client');
  return names === 'set'
    ? []
    : [{ ...shared, topic: 'etcd-shared-ca', isSure: names === 'none', paths: ['A01', 'A22'] }];
}

/** Of an etcd elsewhere it is known by which CA it is verified, which is mostly the one that it verifies clients by. */
function verifiedBySame(readers: Readers): readonly Shared[] {
  const shared = sharedWith(readers, ['kube-apiserver', 'etcd-cafile']);
  return shared ? [{ ...shared, topic: 'etcd-shared-ca', isSure: false, paths: ['A01'] }] : [];
}

/** A peer's certificate is one of the peers' CA, whoever has it: it may join [etcd#8607]. */
function peersOf(
  { kubernetesVersion, controlPlanes }: Topology,
  _host: ControlPlaneHost,
  readers: Readers,
): readonly Shared[] {
  const etcd = readers.etcd;
  const shared = sharedWith(readers, ['etcd', 'peer-trusted-ca-file']);
  if (!etcd || !shared || demandsCertificate(etcd, 'peer', kubernetesVersion) === false) return [];
  const names = namesOf(etcd, 'peer');
  const paths: readonly PathId[] = controlPlanes.length > 1 ? ['A02', 'A22'] : ['A22'];
  return names === 'set' ? [] : [{ ...shared, topic: 'etcd-peer-shared-ca', isSure: names === 'none', paths }];
}

/** The flags that let in only some names of a CA: for clients there is none for the CN (measured, 3.4.23). */
const allowedNames = {
  client: ['client-cert-allowed-hostname'],
  peer: ['peer-cert-allowed-cn', 'peer-cert-allowed-hostname'],
} as const;

/** Whether etcd lets in only some names of its CA. */
function namesOf(etcd: SettingsReader, side: 'client' | 'peer'): 'set' | 'none' | 'unknown' {
  const set = allowedNames[side].map(etcd.isSet);
  if (set.includes(true)) return 'set';
  return set.includes('unknown') ? 'unknown' : 'none';
}

/** With no names and the CA of the clients, whoever has a client certificate sends the headers of the front proxy [AGGREUSE]. */
function frontProxyOf(_host: ControlPlaneHost, readers: Readers): readonly Shared[] {
  const apiServer = readers['kube-apiserver'];
  const shared = sharedWith(readers, ['kube-apiserver', 'requestheader-client-ca-file']);
  const headers = apiServer?.isSet('requestheader-username-headers');
  if (!apiServer || !shared || headers === false) return [];
  const names = apiServer.value('requestheader-allowed-names');
  const isAny = names === null || names === '';
  if (!isAny && names !== 'unknown') return [];
  return [
    {
      ...shared,
      topic: 'front-proxy-shared-ca',
      isSure: isAny && headers === true,
      paths: ['A03', 'A04'],
      reasons: [...shared.reasons, apiServer.reason('requestheader-allowed-names')],
    },
  ];
}
