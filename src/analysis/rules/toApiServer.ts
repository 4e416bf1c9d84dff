import { endOf } from '../connect.ts';
import type { NoteId } from '../connection.ts';
import { type Credential, type Hop, networkHop } from '../hop.ts';
import type { ComponentClass } from '../members.ts';
import { ifKnown, type SettingsReader } from '../settingsReader.ts';
import { type ApiServerSide, apiServerSide } from './apiServerSide.ts';

/** What a client with a kubeconfig file checks and sends. */
export function withKubeconfig(apiServer: ComponentClass, client: SettingsReader) {
  const side = apiServerSide(apiServer);
  const skips = client.isTrue('kubeconfig.insecure-skip-tls-verify');
  const named = client.value('kubeconfig.credential');
  const credential: Credential | 'unknown' =
    named === 'x509' || named === 'bearer' || named === 'basic' ? named : named === null ? 'none' : 'unknown';
  const x509Asked = apiServer.reader.isSet('client-ca-file');
  const notAsked = credential === 'x509' && x509Asked === false;
  const notes: readonly NoteId[] = notAsked ? ['client-certificate-not-requested'] : [];
  return {
    server: serverEnd(apiServer),
    hop: {
      ...toApiServer(side),
      verify: ifKnown(skips, 'none', 'name'),
      cred: credential === 'x509' ? ifKnown(x509Asked, 'x509', 'none') : credential,
    } satisfies Hop,
    reasons: {
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
