import type { Connection } from '../analysis/connection.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import { minorVersion } from '../domain/topology.ts';

/** What is at stake when an answer is forged; paths that carry the same share their words. */
const effects = [
  'P01',
  'P02',
  'P03',
  'P04',
  'PC',
  'P08',
  'P09',
  'P10',
  'P11',
  'PX',
  'PT',
  'AE',
  'AU',
  'AW',
  'AG',
  'AM',
  'AN',
  'AP',
  'AI',
] as const;
export type Effect = (typeof effects)[number];

/** How the client finds the server. */
export type Route = 'node' | 'pod' | 'service' | 'config' | 'registry';

type Traffic = {
  readonly effect: Effect;
  readonly route: Route;
  /** The request as whoever ends the session reads it; names in capitals stand for what the user asked for. */
  readonly request: string;
};

/** What flows on each path, in the protocol's own words. */
export const traffic: Readonly<Record<PathId, Traffic>> = {
  P01: { effect: 'P01', route: 'config', request: 'GET /api/v1/pods?fieldSelector=spec.nodeName=NODE&watch=true' },
  P02: { effect: 'P02', route: 'config', request: 'POST /apis/certificates.k8s.io/v1/certificatesigningrequests' },
  P03: { effect: 'P03', route: 'config', request: 'GET /apis/discovery.k8s.io/v1/endpointslices?watch=true' },
  P04: { effect: 'P04', route: 'service', request: 'GET /api/v1/namespaces/NAMESPACE/secrets/NAME' },
  P05: { effect: 'PC', route: 'config', request: 'POST /api/v1/namespaces/NAMESPACE/pods/POD/binding' },
  P06: { effect: 'PC', route: 'config', request: 'GET /apis/apps/v1/replicasets?watch=true' },
  P07: { effect: 'PC', route: 'config', request: 'GET /api/v1/nodes?watch=true' },
  P08: { effect: 'P08', route: 'node', request: 'GET /containerLogs/NAMESPACE/POD/CONTAINER' },
  P09: { effect: 'P09', route: 'node', request: 'POST /exec/NAMESPACE/POD/CONTAINER?command=COMMAND&input=1&output=1' },
  P10: { effect: 'P10', route: 'node', request: 'POST /portForward/NAMESPACE/POD' },
  P11: { effect: 'P11', route: 'node', request: 'GET /configz' },
  P12: { effect: 'PX', route: 'node', request: 'GET /PATH?QUERY' },
  P13: { effect: 'PX', route: 'node', request: 'GET /PATH?QUERY' },
  P14: { effect: 'PX', route: 'pod', request: 'GET /PATH?QUERY' },
  P15: { effect: 'PX', route: 'pod', request: 'GET /PATH?QUERY' },
  P16: { effect: 'PX', route: 'pod', request: 'GET /PATH?QUERY' },
  P17: { effect: 'PX', route: 'pod', request: 'GET /PATH?QUERY' },
  P18: { effect: 'PT', route: 'node', request: 'direct-tcpip HOST PORT' },
  P19: { effect: 'PT', route: 'node', request: 'GET /PATH?QUERY' },
  P20: { effect: 'PT', route: 'config', request: 'CONNECT HOST:PORT' },
  P21: { effect: 'PT', route: 'config', request: '/AgentService/Connect' },
  P22: { effect: 'PT', route: 'node', request: 'GET /PATH?QUERY' },
  A01: { effect: 'AE', route: 'config', request: '/etcdserverpb.KV/Range /registry/secrets/NAMESPACE/NAME' },
  A02: { effect: 'AE', route: 'config', request: 'POST /raft' },
  A03: { effect: 'AU', route: 'config', request: 'GET /api/v1/namespaces/NAMESPACE/secrets/NAME' },
  A04: { effect: 'AU', route: 'config', request: 'GET /api/v1/namespaces/NAMESPACE/secrets/NAME' },
  A05: { effect: 'AW', route: 'service', request: 'POST / {"kind":"AdmissionReview", …}' },
  A06: { effect: 'AG', route: 'service', request: 'GET /apis/GROUP/VERSION/RESOURCE' },
  A07: { effect: 'AW', route: 'config', request: 'POST / {"kind":"TokenReview", …}' },
  A08: { effect: 'AU', route: 'config', request: 'GET /apis/GROUP/VERSION/RESOURCE' },
  A09: { effect: 'AM', route: 'node', request: 'GET /metrics/resource' },
  A10: { effect: 'AN', route: 'config', request: '/runtime.v1.RuntimeService/RunPodSandbox' },
  A11: { effect: 'AN', route: 'pod', request: 'GET /healthz' },
  A12: { effect: 'AN', route: 'node', request: 'GET /pods' },
  A13: { effect: 'AN', route: 'node', request: 'GET /metrics' },
  A14: { effect: 'AP', route: 'pod', request: 'GET /PATH' },
  A15: { effect: 'AP', route: 'service', request: 'GET /PATH' },
  A16: { effect: 'AP', route: 'node', request: 'GET /PATH' },
  A17: { effect: 'AI', route: 'registry', request: 'GET /v2/IMAGE/manifests/TAG' },
  A18: { effect: 'AN', route: 'node', request: 'GET /pods' },
  A19: { effect: 'AW', route: 'config', request: 'POST /apis/authentication.k8s.io/v1/tokenreviews' },
  A20: { effect: 'AE', route: 'config', request: 'GET /api/v1/secrets' },
  A21: { effect: 'PT', route: 'config', request: 'GET /v1-k3s/connect' },
};

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
