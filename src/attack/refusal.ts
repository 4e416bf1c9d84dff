import type { Connection } from '../analysis/connection.ts';
import { minorVersion } from '../domain/topology.ts';

const unknownAuthority = 'x509: certificate signed by unknown authority';

/**
 * What the operator's terminal or the client's log prints when a forged certificate is refused. Measured are 1.20.2 and
 * 1.36.2, for logs and exec and for etcd; a version between them is shown the words of the nearer one, an unknown
 * version those of 1.36. The prefix of the error came with Go 1.20, with which Kubernetes is built since 1.27. For clients
 * that were not measured it is the usual line of Go's own TLS.
 */
export function refusal({ path, server, port }: Connection, kubernetesVersion: string): string {
  const minor = minorVersion(kubernetesVersion) ?? 36;
  const isOld = minor < 28;
  const error = minor < 27 ? unknownAuthority : `tls: failed to verify certificate: ${unknownAuthority}`;
  const url = (rest: string) => `"https://${server.name}:${port ?? 10250}/${rest}/..."`;
  switch (path) {
    case 'P08':
      return `Error from server: Get ${url('containerLogs')}: ${error}`;
    case 'P09':
      return isOld ? `error dialing backend: ${error}` : `error sending request: Post ${url('exec')}: ${error}`;
    case 'P10':
      return isOld ? `error dialing backend: ${error}` : `error sending request: Post ${url('portForward')}: ${error}`;
    case 'A01':
      return `authentication handshake failed: ${unknownAuthority}`;
    default:
      return error;
  }
}

/** How well the line of `refusal` is known: measured so, the line of another version, or only what Go prints. */
export function refusalKnown({ path }: Connection, kubernetesVersion: string): 'measured' | 'near' | 'usual' {
  const minor = minorVersion(kubernetesVersion);
  const isMeasuredVersion = minor === 20 || minor === 36;
  if (path === 'P08' || path === 'P09' || path === 'A01') return isMeasuredVersion ? 'measured' : 'near';
  // Of port-forward the error was measured in both versions, its whole line in the older one only.
  if (path === 'P10') return minor === 20 ? 'measured' : 'near';
  return 'usual';
}
