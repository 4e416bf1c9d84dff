import type { Reason } from '../connection.ts';
import type { Credential } from '../hop.ts';
import { both, ifKnown, type SettingsReader } from '../settingsReader.ts';

const keys = ['proxy-client-cert-file', 'proxy-client-key-file'] as const;

/** What the kube-apiserver proves itself with to other API servers: a certificate without its key is not sent. */
export function frontProxy(apiServer: SettingsReader): Credential | 'unknown' {
  const [certificate, key] = keys;
  return ifKnown(both(apiServer.isSet(certificate), apiServer.isSet(key)), 'frontproxy', 'none');
}

export function frontProxyReasons(apiServer: SettingsReader): readonly Reason[] {
  return keys.map(apiServer.reason);
}
