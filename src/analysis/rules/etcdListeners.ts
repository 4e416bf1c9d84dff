import { minorVersion } from '../../domain/topology.ts';
import type { ClientAuthPolicy, Hop, KnownHop } from '../hop.ts';
import { networkHop, plainAndOpen } from '../hop.ts';
import { both, either, ifKnown, not, type SettingsReader } from '../settingsReader.ts';
import { isLoopback } from './isLoopback.ts';

/** Whom an etcd listens for: its clients, or its peers. */
export type EtcdSide = 'client' | 'peer';

const keysOf = {
  client: { demands: 'client-cert-auth', ca: 'trusted-ca-file', certificate: 'cert-file', own: 'auto-tls' },
  peer: {
    demands: 'peer-client-cert-auth',
    ca: 'peer-trusted-ca-file',
    certificate: 'peer-cert-file',
    own: 'peer-auto-tls',
  },
} as const satisfies Readonly<Record<EtcdSide, Readonly<Record<string, string>>>>;

/** One address that an etcd listens on: its scheme alone says whether there is TLS [ETCDEMBED]. */
export type EtcdListener = {
  readonly url: string;
  readonly medium: KnownHop['medium'];
  readonly proto: 'plain' | 'tls' | 'unknown';
};

/** Every address of one side; `unknown` where no file tells. */
export function etcdListeners(etcd: SettingsReader, key: string): readonly EtcdListener[] | 'unknown' {
  const urls = etcd.value(key);
  return urls === 'unknown' ? urls : listenersAt(urls ?? '');
}

/** The addresses in a list of URLs. */
export function listenersAt(urls: string): readonly EtcdListener[] {
  return urls
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '')
    .map((url) => ({ url, medium: mediumOf(url), proto: protoOf(url) }));
}

function mediumOf(url: string): KnownHop['medium'] {
  if (/^unixs?:/i.test(url)) return 'uds';
  return isLoopback(url) ? 'loopback' : 'network';
}

function protoOf(url: string): EtcdListener['proto'] {
  const scheme = /^([a-z]+):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'unixs') return 'tls';
  return scheme === 'http' || scheme === 'unix' ? 'plain' : 'unknown';
}

/**
 * Whether a listener with TLS demands a client certificate: since etcd 3.4 for a trusted CA alone [ETCDTLS]. With a
 * certificate that etcd makes itself it demands none, whatever else is set (measured, 3.4.23). Without a CA of its own it
 * takes certificates of whom the host trusts, which is no telling who.
 */
export function demandsCertificate(
  etcd: SettingsReader,
  side: EtcdSide,
  kubernetesVersion: string,
): boolean | 'unknown' {
  const { demands, ca, certificate, own } = keysOf[side];
  const makesOwn = both(etcd.isTrue(own), not(etcd.isSet(certificate)));
  if (makesOwn === true) return false;
  const hasCa = etcd.isSet(ca);
  if (hasCa === 'unknown') return hasCa;
  if (!hasCa) return etcd.isTrue(demands) === false ? false : 'unknown';
  const asked = either(etcd.isTrue(demands), both(hasCa, isAtLeast34(etcd, kubernetesVersion)));
  return makesOwn === 'unknown' && asked !== false ? 'unknown' : asked;
}

/** By its image, else by Kubernetes, which brings 3.4 since 1.17 [ETCDTLS]. */
function isAtLeast34(etcd: SettingsReader, kubernetesVersion: string): boolean | 'unknown' {
  const version = etcd.value('image.version');
  if (version === 'unknown') return version;
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (major !== undefined) return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 4);
  const kubernetes = minorVersion(kubernetesVersion);
  return kubernetes !== null && kubernetes >= 17 ? true : 'unknown';
}

/** What a listener does with whoever reaches it. Behind it nobody's rights are checked. */
export function serverSide(listener: EtcdListener, demands: boolean | 'unknown'): Hop {
  const policy: ClientAuthPolicy | 'unknown' = ifKnown(demands, 'required', 'open');
  const { medium, proto } = listener;
  if (proto === 'plain') return { ...plainAndOpen, medium };
  const tls: Hop = { ...networkHop, medium, clientAuthPolicy: policy, authz: 'none' };
  return proto === 'tls' ? tls : { ...tls, proto, clientAuthPolicy: 'unknown' };
}
