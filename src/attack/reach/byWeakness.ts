import type { Connection } from '../../analysis/connection.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { isSharedCa } from '../../weaknesses/weakness.ts';
import { type AttackVector, attackVector, type Context, perhaps } from './attackVector.ts';
import { whyOpen } from './onPath.ts';

/** The proxy is theirs. */
export function throughProxy(connection: Connection, { position }: Context): AttackVector | null {
  const { proxy, exposure } = connection;
  if (position.holds !== 'proxy' || !proxy) return null;
  return proxy.isSure
    ? attackVector('active', exposure.active, whyOpen(connection, exposure.active, 'through-proxy'), 'verified')
    : attackVector('undetermined', perhaps(exposure.active), 'maybe-through-proxy', 'verified');
}

/** A Service of theirs takes connections for any address that is dialed from a node or a pod (CVE-2020-8554). */
export function byService(connection: Connection, { position, weaknesses }: Context): AttackVector | null {
  const { exposure, encryption, path } = connection;
  if (!position.drawsTraffic || encryption === 'local') return null;
  if (!weaknesses(connection).some(({ topic }) => topic === 'CVE-2020-8554')) return null;
  // Whether their rule or that of the Service comes first, and whether kube-proxy runs beside the kube-apiserver, nothing tells.
  const { route, client } = communicationPath(path);
  const isUnsure = route === 'service' || path === 'P04' || client === 'kube-apiserver';
  if (isUnsure) return attackVector('undetermined', perhaps(exposure.active), 'maybe-draws-traffic', 'verified');
  return attackVector('active', exposure.active, whyOpen(connection, exposure.active, 'draws-traffic'), 'verified');
}

/** A server trusts the CA that signed the certificate they hold. */
export function withCertificate(connection: Connection, { position, weaknesses }: Context): AttackVector | null {
  if (!position.hasCertificate || connection.encryption === 'local') return null;
  const shared = weaknesses(connection).filter(({ topic }) => isSharedCa(topic));
  const isServer = connection.client.component === 'anyone' || connection.path === 'A03';
  const [best] = [...shared].sort((a, b) => Number(b.isSure) - Number(a.isSure));
  if (!best || !isServer) return null;
  const because = best.topic === 'front-proxy-shared-ca' ? 'names-any-user' : 'ca-shared';
  return best.isSure
    ? attackVector('holds-end', ['impersonate-client'], because, 'elsewhere')
    : attackVector('undetermined', ['unknown'], because, 'elsewhere');
}
