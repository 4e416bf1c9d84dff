import type { PathId } from '../../catalog/communicationPath.ts';

/*
 * Which clients take a proxy from their environment, by path. Go's default transport and client-go's do [K8SPROXY]; what the
 * kube-apiserver upgrades (exec, attach, port-forward) it dials itself, without one. gRPC takes HTTPS_PROXY, and the etcd
 * client dials by gRPC alone since 3.5, which kube-apiserver has since 1.22 [ETCDPROXY]. Paths that are not here are not
 * judged: pods have an environment of their own, and programs of others are not known.
 */

/** How the client of a path deals with proxies, and what it dials. */
export type ProxyClient = {
  readonly scheme: 'http' | 'https' | 'grpc';
  /** Where the name or address comes from that is held against NO_PROXY. */
  readonly dials:
    | 'kubeconfig'
    | 'node'
    | 'pod'
    | 'service-name'
    | 'service-address'
    | 'etcd'
    | 'unknown'
    | { readonly setting: string };
  /** First minor version of 1.x in which it takes a proxy. */
  readonly since?: number;
};

export const proxyClients: Readonly<Partial<Record<PathId, ProxyClient>>> = {
  P01: { scheme: 'https', dials: 'kubeconfig' },
  P02: { scheme: 'https', dials: 'kubeconfig' },
  P03: { scheme: 'https', dials: 'kubeconfig' },
  P05: { scheme: 'https', dials: 'kubeconfig' },
  P06: { scheme: 'https', dials: 'kubeconfig' },
  P07: { scheme: 'https', dials: 'kubeconfig' },
  P08: { scheme: 'https', dials: 'node' },
  P11: { scheme: 'https', dials: 'node' },
  P12: { scheme: 'http', dials: 'node' },
  P13: { scheme: 'https', dials: 'node' },
  P14: { scheme: 'http', dials: 'pod' },
  P15: { scheme: 'https', dials: 'pod' },
  P16: { scheme: 'http', dials: 'pod' },
  P17: { scheme: 'https', dials: 'pod' },
  P21: { scheme: 'grpc', dials: { setting: 'proxy-server-host' } },
  A01: { scheme: 'grpc', dials: 'etcd', since: 22 },
  A03: { scheme: 'https', dials: 'kubeconfig' },
  A05: { scheme: 'https', dials: 'service-name' },
  // The address that the Service resolves to, though TLS is for its name [kube-aggregator, handler_proxy.go].
  A06: { scheme: 'https', dials: 'service-address' },
  A07: { scheme: 'https', dials: 'unknown' },
  A23: { scheme: 'https', dials: { setting: 'oidc-issuer-url' } },
  A24: { scheme: 'https', dials: { setting: 'staticPodURL' } },
};
