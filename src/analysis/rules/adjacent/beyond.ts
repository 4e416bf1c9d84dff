import type { EndKind, PathId } from '../../../catalog/communicationPath.ts';
import type { NetworkId, Topology } from '../../../domain/topology.ts';
import { type ConnectionParts, connect, endOf } from '../../connect.ts';
import type { Connection, ConnectionEnd } from '../../connection.ts';
import { type Hop, networkHop, plainAndOpen, unknownHop } from '../../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../../members.ts';
import { both, either, ifKnown, not, type SettingsReader } from '../../settingsReader.ts';
import { apiServerSide } from '../apiServerSide.ts';
import { isLoopback } from '../isLoopback.ts';
import { portIn } from '../portIn.ts';
import { securePort, serverEnd, toApiServer } from '../toApiServer.ts';

/** What asks nobody for a credential, over TLS whose server is verified by what every host trusts. */
const publicHop: Hop = { ...networkHop, verify: 'roots', clientAuthPolicy: 'open', authz: 'none' };

/** A23, A24, A26 to A29, A34: servers beyond the cluster's own components that components ask or tell. */
export function beyond(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return [
    ...componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
      ...issuers(topology, apiServer),
      ...collectors(topology, endOf('kube-apiserver', apiServer.members), apiServer.reader, {
        switchedOnBy: 'tracing-config-file',
        endpoint: 'tracingConfiguration.endpoint',
        network: 'control-plane-network',
      }),
      ...keyServices(topology, apiServer),
      ...issuerDiscovery(topology, apiServer),
    ]),
    ...componentClasses(topology, 'cloud-controller-manager').map((client) => cloud(topology, client)),
    ...componentClasses(topology, 'kube-scheduler').flatMap((client) => extenders(topology, client)),
    ...nodes.flatMap((node) => [
      ...staticPods(topology, node),
      ...collectors(topology, endOf('kubelet', node.members), node.kubelet, {
        switchedOnBy: 'tracing.endpoint',
        endpoint: 'tracing.endpoint',
        network: 'node-network',
      }),
    ]),
  ];
}

type Beyond = {
  readonly path: PathId;
  readonly client: ConnectionEnd;
  readonly server: EndKind;
  readonly hop: Hop;
  readonly network: NetworkId;
  readonly listener?: string;
  readonly port?: number | null;
  readonly reasons?: NonNullable<ConnectionParts['reasons']>;
};

function to(topology: Topology, { server, ...parts }: Beyond): Connection {
  const count = parts.client.members.length;
  return connect(topology, { ...parts, server: endOf(server, []), count });
}

/** A23: the issuer's keys decide who is who. Its address must be https; without a CA of its own the system's roots count. */
function issuers(topology: Topology, { reader, members }: ComponentClass): readonly Connection[] {
  const client = endOf('kube-apiserver', members);
  const network = 'outside-network';
  const byFlag = reader.value('oidc-issuer-url');
  const byFile = reader.value('authenticationConfiguration.jwt');
  const isNamed = byFlag !== null && byFlag !== 'unknown';
  return [
    ...(isNamed
      ? [
          to(topology, {
            path: 'A23',
            client,
            server: 'oidc-issuer',
            network,
            hop: { ...publicHop, verify: ifKnown(reader.isSet('oidc-ca-file'), 'name', 'roots') },
            reasons: {
              encryption: [reader.reason('oidc-issuer-url')],
              serverAuthentication: [reader.reason('oidc-ca-file')],
            },
          }),
        ]
      : []),
    ...(byFile !== null && byFile !== 'unknown'
      ? [
          to(topology, {
            path: 'A23',
            listener: 'jwt',
            client,
            server: 'oidc-issuer',
            network,
            hop: { ...publicHop, verify: byFile === 'ca' ? 'name' : 'roots' },
            reasons: { serverAuthentication: [reader.reason('authenticationConfiguration.jwt')] },
          }),
        ]
      : []),
  ];
}

/** A24: whoever answers decides what the node runs. By http nothing is checked, by https the system's roots [STATICPOD]. */
function staticPods(topology: Topology, { kubelet, members }: NodeClass): readonly Connection[] {
  const url = kubelet.value('staticPodURL');
  if (url === null || url === 'unknown') return [];
  const hop: Hop = /^https:/i.test(url)
    ? publicHop
    : /^http:/i.test(url)
      ? { ...plainAndOpen, medium: isLoopback(url) ? 'loopback' : 'network' }
      : { ...publicHop, proto: 'unknown', verify: 'unknown' };
  return [
    to(topology, {
      path: 'A24',
      client: endOf('kubelet', members),
      server: 'static-pod-server',
      network: 'cluster-network',
      hop,
      port: portIn(url),
      reasons: { encryption: [kubelet.reason('staticPodURL')] },
    }),
  ];
}

/** A26: what it checks and sends depends on the provider, and no file of Kubernetes tells. */
function cloud(topology: Topology, { members, reader }: ComponentClass): Connection {
  return to(topology, {
    path: 'A26',
    client: endOf('cloud-controller-manager', members),
    server: 'cloud-api',
    network: 'outside-network',
    hop: { ...unknownHop, medium: 'network' },
    reasons: { serverAuthentication: [reader.reason('cloud-config')] },
  });
}

type Tracing = { readonly switchedOnBy: string; readonly endpoint: string; readonly network: NetworkId };

/** A27: spans go out without TLS, whatever is set; without an address to the same host [TRACESGO]. */
function collectors(
  topology: Topology,
  client: ConnectionEnd,
  reader: SettingsReader,
  { switchedOnBy, endpoint, network }: Tracing,
): readonly Connection[] {
  if (reader.isSet(switchedOnBy) !== true) return [];
  const address = reader.value(endpoint);
  const medium = address === 'unknown' ? address : address === null || isLoopback(address) ? 'loopback' : 'network';
  return [
    to(topology, {
      path: 'A27',
      client,
      server: 'otlp-collector',
      network,
      hop: { ...plainAndOpen, medium },
      port: (address && portIn(address)) || 4317,
      reasons: { encryption: [reader.reason(endpoint)] },
    }),
  ];
}

/** A28: both are sockets on the host of the kube-apiserver; other addresses are refused [KMS, KEP740]. */
function keyServices(topology: Topology, { reader, members }: ComponentClass): readonly Connection[] {
  const client = endOf('kube-apiserver', members);
  const uses = [
    ['kms', reader.isTrue('encryptionConfiguration.kms') === true, 'encryptionConfiguration.kms'],
    ['signer', reader.isSet('service-account-signing-endpoint') === true, 'service-account-signing-endpoint'],
  ] as const;
  return uses.flatMap(([listener, isUsed, key]) =>
    isUsed
      ? [
          to(topology, {
            path: 'A28',
            listener,
            client,
            server: 'kms-plugin',
            network: 'control-plane-network',
            hop: { ...plainAndOpen, medium: 'uds' },
            reasons: { encryption: [reader.reason(key)] },
          }),
        ]
      : [],
  );
}

/** A29: the address decides whether there is TLS; with `enableHTTPS` and without a CA nothing is verified [SCHEDEXTGO]. */
function extenders(topology: Topology, { reader, members }: ComponentClass): readonly Connection[] {
  const scheme = reader.value('extenders.scheme');
  if (scheme === null) return [];
  const hasCa = reader.isSet('extenders.tlsConfig.caFile');
  const skips = reader.isTrue('extenders.tlsConfig.insecure');
  const isUnverified = either(skips, both(reader.isTrue('extenders.enableHTTPS'), not(hasCa)));
  const verified = ifKnown(hasCa, 'name' as const, 'roots' as const);
  const verify = isUnverified === false ? verified : ifKnown(isUnverified, 'none' as const, 'roots' as const);
  const overTls: Hop = { ...publicHop, verify, cred: 'unknown' };
  const hop: Hop = { ...overTls, clientAuthPolicy: 'unknown', authz: 'unknown' };
  return [
    to(topology, {
      path: 'A29',
      client: endOf('kube-scheduler', members),
      server: 'scheduler-extender',
      network: 'cluster-network',
      hop: scheme === 'http' ? plainAndOpen : scheme === 'https' ? hop : { ...hop, proto: 'unknown' },
      reasons: {
        encryption: [reader.reason('extenders.scheme')],
        serverAuthentication: ['enableHTTPS', 'tlsConfig.insecure', 'tlsConfig.caFile'].map((key) =>
          reader.reason(`extenders.${key}`),
        ),
      },
    }),
  ];
}

/** Where the kube-apiserver's own name inside the cluster is the issuer, only workloads of the cluster ask it for keys. */
const insideCluster = /^https:\/\/kubernetes\.default(\.svc(\.[^/:]*)?)?(:\d+)?(\/|$)/;

/** A34: who accepts tokens of service accounts outside of the cluster fetches the keys, and verifies the answer as they like. */
function issuerDiscovery(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const { reader, members } = apiServer;
  const issuer = reader.value('service-account-issuer');
  if (issuer === null || issuer === 'unknown' || issuer.split(',').every((one) => insideCluster.test(one))) return [];
  return [
    connect(topology, {
      path: 'A34',
      client: endOf('relying-party', []),
      server: serverEnd(apiServer),
      count: members.length,
      hop: { ...toApiServer(apiServerSide(apiServer)), verify: 'unknown', cred: 'unknown' },
      reasons: { serverAuthentication: [reader.reason('service-account-issuer')] },
      network: 'outside-network',
      port: securePort(apiServer),
    }),
  ];
}
