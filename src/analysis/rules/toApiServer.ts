import type { SettingComponent } from '../../catalog/settings.ts';
import { endOf } from '../connect.ts';
import type { NoteId } from '../connection.ts';
import { type Credential, type Hop, type Medium, networkHop } from '../hop.ts';
import type { ComponentClass } from '../members.ts';
import { ifKnown, type SettingsReader } from '../settingsReader.ts';
import { type ApiServerSide, apiServerSide } from './apiServerSide.ts';
import { isLoopback } from './isLoopback.ts';

/**
 * What a client with a kubeconfig file checks and sends. To an http:// address it sends no credential, and believes the
 * answer (measured).
 */
export function withKubeconfig(apiServer: ComponentClass, client: SettingsReader) {
  const side = apiServerSide(apiServer);
  const { scheme, medium, key } = serverOf(client);
  const skips = client.isTrue('kubeconfig.insecure-skip-tls-verify');
  const named = client.value('kubeconfig.credential');
  const credential: Credential | 'unknown' =
    named === 'x509' || named === 'bearer' || named === 'basic'
      ? named
      : named === null || named === 'none'
        ? 'none'
        : 'unknown';
  const x509Asked = apiServer.reader.isSet('client-ca-file');
  const notAsked = credential === 'x509' && x509Asked === false;
  const notes: readonly NoteId[] = notAsked ? ['client-certificate-not-requested'] : [];
  const overTls: Hop = {
    ...toApiServer(side),
    verify: ifKnown(skips, 'none', 'name'),
    cred: credential === 'x509' ? ifKnown(x509Asked, 'x509', 'none') : credential,
  };
  if (scheme === 'http')
    return {
      server: serverEnd(apiServer),
      hop: { ...toApiServer(side), medium, proto: 'plain', verify: 'none', cred: 'none' } satisfies Hop,
      reasons: { encryption: [client.reason(key)] },
      notes: ['plain-server-address'] satisfies readonly NoteId[],
      port: null,
    };
  return {
    server: serverEnd(apiServer),
    hop: scheme === 'unknown' ? { ...overTls, proto: 'unknown' as const } : overTls,
    reasons: {
      ...(scheme === 'unknown' && { encryption: [client.reason(key)] }),
      serverAuthentication: [client.reason('kubeconfig.insecure-skip-tls-verify')],
      clientAuthentication: [
        client.reason('kubeconfig.credential'),
        ...(credential === 'x509' ? [apiServer.reader.reason('client-ca-file')] : []),
      ],
      authorization: side.authzReasons,
    },
    notes: side.authz === 'none' ? [...notes, 'always-allow' as const] : notes,
    port: securePort(apiServer),
  };
}

/** Flags that name the server, and win over the kubeconfig's address [CGFLAGS]. */
const serverFlags: Readonly<Partial<Record<SettingComponent, string>>> = {
  kubelet: 'api-servers',
  'kube-proxy': 'master',
  'kube-scheduler': 'master',
  'kube-controller-manager': 'master',
  'cloud-controller-manager': 'master',
};

type ServerAddress = {
  readonly scheme: 'http' | 'https' | 'unknown';
  readonly medium: Medium;
  /** The setting that says it. */
  readonly key: string;
};

/** How a client is told to reach the kube-apiserver. */
function serverOf(client: SettingsReader): ServerAddress {
  const flag = serverFlags[client.component];
  const named = flag ? client.value(flag) : null;
  if (flag && named !== null) {
    const urls = named === 'unknown' ? [] : named.split(',').map((url) => url.trim());
    const plain = urls.filter((url) => /^http:/i.test(url));
    const medium = plain.length > 0 && plain.every(isLoopback) ? 'loopback' : 'network';
    const isTls = urls.length > 0 && urls.every((url) => /^https:/i.test(url));
    return { scheme: plain.length > 0 ? 'http' : isTls ? 'https' : 'unknown', medium, key: flag };
  }
  const scheme = client.value('kubeconfig.scheme');
  const known = scheme === 'http' || scheme === 'unknown' ? scheme : 'https';
  return { scheme: known, medium: 'network', key: 'kubeconfig.scheme' };
}

/** The server's half of a hop to the secure port. */
export function toApiServer(side: ApiServerSide): Hop {
  return { ...networkHop, clientAuthPolicy: side.clientAuthPolicy, authz: side.authz, oldTls: side.oldTls };
}

/** The kube-apiservers of a class, as the server of a connection. */
export function serverEnd(apiServer: ComponentClass) {
  return endOf('kube-apiserver', apiServer.members);
}

/** The port of `--secure-port`; 6443 where nothing is known. */
export function securePort(apiServer: ComponentClass): number {
  const port = Number(apiServer.reader.value('secure-port'));
  return Number.isInteger(port) && port > 0 ? port : 6443;
}
