import type { Extension, Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection, NoteId } from '../../connection.ts';
import { type Hop, type KnownHop, networkHop, unknownHop } from '../../hop.ts';
import { type NodeClass, runningPodsOn } from '../../members.ts';
import { ifKnown } from '../../settingsReader.ts';
import { isLoopback } from '../isLoopback.ts';
import { isSelfSigned, kubeletMedium, kubeletPort, kubeletSide } from '../kubeletSide.ts';
import { readerOf } from '../readerOf.ts';

const local: KnownHop = {
  ...networkHop,
  medium: 'uds',
  proto: 'plain',
  verify: 'none',
  clientAuthPolicy: 'open',
  authz: 'none',
};
const plainAndOpen: KnownHop = { ...local, medium: 'network' };

/** A09 to A12, A17, A18, A31, A36: who else talks to a node's kubelet, and whom the node itself talks to. */
export function nodeSide(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  const of = (kind: Extension['kind']) => topology.extensions.filter((one) => one.kind === kind);
  return nodes.flatMap((node) => [
    ...of('metrics-server').map((one) => metricsServer(topology, node, one)),
    ...of('scraper').map((one) => scraper(topology, node, one)),
    runtime(topology, node),
    ...besideRuntime(topology, node),
    ...probes(topology, node),
    ...readOnlyPort(topology, node),
    ...of('image-registry').map((one) => registry(topology, node, one)),
    direct(topology, node),
  ]);
}

/** Why a kubelet lets those in who call it directly. */
function callerReasons({ kubelet }: NodeClass) {
  return {
    clientAuthentication: [
      kubelet.reason('authentication.webhook.enabled'),
      kubelet.reason('authentication.anonymous.enabled'),
    ],
    authorization: [kubelet.reason('authorization.mode')],
  };
}

/** A09: a client of kubelets that proves itself with a token, so that what it does not verify gets the token. */
function metricsServer(topology: Topology, node: NodeClass, one: Extension): Connection {
  const reader = readerOf(topology, 'metrics-server', one);
  const skips = reader.isTrue('kubelet-insecure-tls');
  const plain = reader.isTrue('deprecated-kubelet-completely-insecure');
  const overTls: Hop = { ...networkHop, ...kubeletSide(node), verify: ifKnown(skips, 'none', 'name'), cred: 'bearer' };
  const notes: readonly NoteId[] = skips === true && plain !== true ? ['token-handed-over'] : [];
  return connect(topology, {
    path: 'A09',
    client: endOf('metrics-server', [one]),
    server: endOf('kubelet', node.members),
    count: node.members.length,
    hop: plain === 'unknown' ? { ...overTls, proto: 'unknown' } : plain ? plainAndOpen : overTls,
    reasons: {
      encryption: [reader.reason('deprecated-kubelet-completely-insecure')],
      serverAuthentication: [reader.reason('kubelet-insecure-tls'), reader.reason('kubelet-certificate-authority')],
      ...callerReasons(node),
    },
    notes,
    network: 'node-network',
  });
}

/** A31: what collects metrics is told by its own file whether it verifies kubelets, and mostly it is told not to [PROMOP]. */
function scraper(topology: Topology, node: NodeClass, one: Extension): Connection {
  const reader = readerOf(topology, 'scraper', one);
  const skips = reader.isTrue('tls_config.insecure_skip_verify');
  const verified = ifKnown(reader.isSet('tls_config.ca_file'), 'name' as const, 'roots' as const);
  const credential = reader.value('credential');
  const cred = credential === 'x509' || credential === 'none' || credential === 'unknown' ? credential : 'bearer';
  const scheme = reader.value('scheme');
  const overTls: Hop = {
    ...networkHop,
    ...kubeletSide(node),
    verify: skips === false ? verified : ifKnown(skips, 'none', 'roots'),
    cred,
  };
  // The token is on the wire, whatever the port does with plain HTTP.
  const plain: Hop = { ...overTls, proto: 'plain', verify: 'none' };
  const isHandedOver = scheme === 'http' || skips === true;
  return connect(topology, {
    path: 'A31',
    client: endOf('scraper', [one]),
    server: endOf('kubelet', node.members),
    count: node.members.length,
    hop: scheme === 'http' ? plain : scheme === 'https' ? overTls : { ...overTls, proto: 'unknown' },
    reasons: {
      encryption: [reader.reason('scheme')],
      serverAuthentication: [reader.reason('tls_config.insecure_skip_verify'), reader.reason('tls_config.ca_file')],
      ...callerReasons(node),
      clientAuthentication: [reader.reason('credential'), ...callerReasons(node).clientAuthentication],
    },
    notes: isHandedOver && cred === 'bearer' ? ['token-handed-over'] : [],
    network: 'node-network',
    port: scheme === 'http' ? null : kubeletPort(node),
  });
}

/**
 * A36: sessions of exec, attach and port-forward come from a server of the runtime that the kubelet dials; by default it
 * listens on loopback without TLS [CTRDCRI]. A credential provider is a program that the kubelet starts and talks to by pipes.
 */
function besideRuntime(topology: Topology, node: NodeClass): readonly Connection[] {
  const { kubelet } = node;
  const address = kubelet.value('cri.stream_server_address');
  const encrypted = kubelet.isTrue('cri.enable_tls_streaming');
  // An empty one is the host's own address.
  const medium =
    address === 'unknown' ? address : address !== null && isLoopback(address) ? ('loopback' as const) : 'network';
  const overTls: Hop = { ...plainAndOpen, proto: 'tls' };
  const hop: Hop = encrypted === 'unknown' ? { ...overTls, proto: 'unknown' } : encrypted ? overTls : plainAndOpen;
  const ends = {
    path: 'A36',
    client: endOf('kubelet', node.members),
    server: endOf('container-runtime', node.members),
    count: node.members.length,
    network: 'node-network',
  } as const;
  return [
    connect(topology, {
      ...ends,
      hop: { ...hop, medium },
      reasons: { encryption: ['cri.stream_server_address', 'cri.enable_tls_streaming'].map(kubelet.reason) },
    }),
    ...(kubelet.isSet('image-credential-provider-config') === true
      ? [
          connect(topology, {
            ...ends,
            listener: 'credential provider',
            hop: local,
            reasons: { encryption: [kubelet.reason('image-credential-provider-config')] },
          }),
        ]
      : []),
  ];
}

/** A10: a socket, guarded by file permissions only. */
function runtime(topology: Topology, node: NodeClass): Connection {
  return connect(topology, {
    path: 'A10',
    client: endOf('kubelet', node.members),
    server: endOf('container-runtime', node.members),
    count: node.members.length,
    hop: local,
    reasons: { encryption: [node.kubelet.reason('containerRuntimeEndpoint')] },
    network: 'node-network',
  });
}

/** A11: probes stay on the node; over HTTPS they never verify. */
function probes(topology: Topology, node: NodeClass): readonly Connection[] {
  const pods = runningPodsOn(topology.pods, node.members);
  if (pods.length === 0) return [];
  return [
    connect(topology, {
      path: 'A11',
      client: endOf('kubelet', node.members),
      server: endOf('pod', pods),
      count: pods.length,
      hop: { ...local, medium: 'loopback' },
      notes: ['probe-never-verifies'],
      network: 'node-network',
    }),
  ];
}

/** A12: neither encryption nor authentication; 0 switches it off. */
function readOnlyPort(topology: Topology, node: NodeClass): readonly Connection[] {
  const port = node.kubelet.value('readOnlyPort');
  if (port === '0' || port === null) return [];
  return [
    connect(topology, {
      path: 'A12',
      client: endOf('anyone', []),
      server: endOf('kubelet', node.members),
      count: node.members.length,
      hop: { ...(port === 'unknown' ? unknownHop : plainAndOpen), medium: kubeletMedium(node) },
      reasons: { encryption: ['readOnlyPort', 'address'].map(node.kubelet.reason) },
      network: 'node-network',
      port: Number(port) > 0 ? Number(port) : 10255,
    }),
  ];
}

/** A17 */
function registry(topology: Topology, node: NodeClass, one: Extension): Connection {
  const reader = readerOf(topology, 'image-registry', one);
  const scheme = reader.value('scheme');
  const credential = reader.value('credential');
  const overTls: Hop = {
    ...networkHop,
    verify: ifKnown(reader.isTrue('skip_verify'), 'none', 'roots'),
    cred: credential === 'unknown' ? 'unknown' : credential === 'basic' ? 'basic' : 'none',
    clientAuthPolicy: credential === 'unknown' ? 'unknown' : credential === 'basic' ? 'required' : 'open',
  };
  const hop: Hop = scheme === 'unknown' ? { ...overTls, proto: 'unknown' } : { ...overTls, ...onScheme(scheme) };
  return connect(topology, {
    path: 'A17',
    client: endOf('container-runtime', node.members),
    server: endOf('image-registry', [one]),
    count: node.members.length,
    hop,
    reasons: {
      encryption: [reader.reason('scheme')],
      serverAuthentication: [reader.reason('skip_verify')],
      clientAuthentication: [reader.reason('credential')],
    },
    notes: ['digest-independent'],
    network: 'node-network',
  });
}

function onScheme(scheme: string | null): Partial<KnownHop> {
  return scheme === 'http' ? { proto: 'plain', verify: 'none' } : {};
}

/** A18: a self-signed serving certificate leaves a client nothing to verify against. */
function direct(topology: Topology, node: NodeClass): Connection {
  const { kubelet } = node;
  return connect(topology, {
    path: 'A18',
    client: endOf('anyone', []),
    server: endOf('kubelet', node.members),
    count: node.members.length,
    hop: {
      ...networkHop,
      ...kubeletSide(node),
      medium: kubeletMedium(node),
      verify: isSelfSigned(node) ? 'none' : 'unknown',
      cred: ifKnown(kubelet.isTrue('authentication.webhook.enabled'), 'bearer', 'none'),
    },
    reasons: {
      serverAuthentication: [kubelet.reason('serverTLSBootstrap'), kubelet.reason('tlsCertFile')],
      ...callerReasons(node),
    },
    network: 'node-network',
    port: kubeletPort(node),
  });
}
