import type { Extension, Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { type Credential, type Hop, networkHop, plainAndOpen } from '../../hop.ts';
import { type ComponentClass, componentClasses } from '../../members.ts';
import { ifKnown } from '../../settingsReader.ts';
import { frontProxy, frontProxyReasons } from '../frontProxy.ts';
import { readerOf } from '../readerOf.ts';

/** A05 to A07: what the kube-apiserver asks while it answers a request. */
export function webhooks(topology: Topology): readonly Connection[] {
  const of = (kind: Extension['kind']) => topology.extensions.filter((one) => one.kind === kind);
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...of('admission-webhook').map((one) => admissionWebhook(topology, apiServer, one)),
    ...of('aggregated-api').map((one) => aggregatedApi(topology, apiServer, one)),
    ...configuredWebhooks(topology, apiServer),
  ]);
}

/** A05: always verified, by `caBundle` or else by the system's roots; there is no way to skip it (measured). */
function admissionWebhook(topology: Topology, apiServer: ComponentClass, one: Extension): Connection {
  const reader = readerOf(topology, 'admission-webhook', one);
  const credential = credentialOf(reader.value('client-credential'));
  const asks = credential === 'unknown' ? 'unknown' : credential !== 'none';
  return connect(topology, {
    path: 'A05',
    client: endOf('kube-apiserver', apiServer.members),
    server: endOf('admission-webhook', [one]),
    count: apiServer.members.length,
    hop: {
      ...networkHop,
      verify: ifKnown(reader.isSet('clientConfig.caBundle'), 'name', 'roots'),
      cred: credential,
      clientAuthPolicy: ifKnown(asks, 'required', 'open'),
      authz: ifKnown(asks, 'policy', 'none'),
    },
    reasons: {
      serverAuthentication: [reader.reason('clientConfig.caBundle')],
      clientAuthentication: [reader.reason('client-credential')],
    },
  });
}

/** A06: the front proxy's certificate proves the kube-apiserver; `insecureSkipTLSVerify` drops the other half. */
function aggregatedApi(topology: Topology, apiServer: ComponentClass, one: Extension): Connection {
  const reader = readerOf(topology, 'aggregated-api', one);
  const skips = reader.isTrue('spec.insecureSkipTLSVerify');
  const verified = ifKnown(reader.isSet('spec.caBundle'), 'name', 'roots');
  return connect(topology, {
    path: 'A06',
    client: endOf('kube-apiserver', apiServer.members),
    server: endOf('aggregated-api', [one]),
    count: apiServer.members.length,
    hop: {
      ...networkHop,
      verify: skips === 'unknown' ? 'unknown' : skips ? 'none' : verified,
      cred: frontProxy(apiServer.reader),
    },
    reasons: {
      serverAuthentication: [reader.reason('spec.insecureSkipTLSVerify'), reader.reason('spec.caBundle')],
      clientAuthentication: frontProxyReasons(apiServer.reader),
    },
  });
}

/** The files that name a webhook outside of the API, each by what it is for. */
const webhookFiles = {
  'authentication-token': 'authentication-token-webhook-config-file',
  authorization: 'authorization-webhook-config-file',
  audit: 'audit-webhook-config-file',
  'image-policy': 'imagePolicy.kubeConfigFile',
} as const;

/** A07: each webhook that a file names outside of the API. */
function configuredWebhooks(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const { reader } = apiServer;
  return Object.entries(webhookFiles)
    .filter(([, file]) => reader.isSet(file) === true)
    .map(([purpose, file]) => {
      const explicit = reader.value('webhook-kubeconfig.credential');
      const scheme = reader.value('webhook-kubeconfig.scheme');
      const hop: Hop = {
        ...networkHop,
        ...(scheme === 'unknown' ? { proto: 'unknown' as const } : {}),
        verify: ifKnown(reader.isTrue('webhook-kubeconfig.insecure-skip-tls-verify'), 'none', 'name'),
        cred: credentialOf(explicit ?? 'unknown'),
        clientAuthPolicy:
          explicit === null || explicit === 'unknown' ? 'unknown' : explicit === 'none' ? 'open' : 'required',
      };
      return connect(topology, {
        path: 'A07',
        listener: purpose,
        client: endOf('kube-apiserver', apiServer.members),
        server: endOf('token-webhook', []),
        count: apiServer.members.length,
        hop: scheme === 'http' ? plainAndOpen : hop,
        reasons: {
          ...(scheme === 'http' && { encryption: [reader.reason('webhook-kubeconfig.scheme')] }),
          serverAuthentication: [reader.reason(file), reader.reason('webhook-kubeconfig.insecure-skip-tls-verify')],
          clientAuthentication: [reader.reason('webhook-kubeconfig.credential')],
        },
        network: 'control-plane-network',
      });
    });
}

function credentialOf(value: string | null): Credential | 'unknown' {
  return value === 'x509' || value === 'bearer' || value === 'none' ? value : value === null ? 'none' : 'unknown';
}
