import { minorVersion } from '../../domain/topology.ts';
import type { Reason } from '../connection.ts';
import type { Authz, ClientAuthPolicy, Hop } from '../hop.ts';
import type { ComponentClass } from '../members.ts';
import { ifKnown, type SettingsReader } from '../settingsReader.ts';

/** How the kube-apiserver treats those who connect to its secure port. */
export type ApiServerSide = {
  readonly clientAuthPolicy: ClientAuthPolicy | 'unknown';
  readonly authz: Authz | 'unknown';
  readonly oldTls: Hop['oldTls'];
  readonly authnReasons: readonly Reason[];
  readonly authzReasons: readonly Reason[];
};

/**
 * AlwaysAllow among the modes switches anonymous access off, even when a flag asks for it; an authentication
 * configuration file is not bound by that (both measured on 1.20.2 and 1.36.2).
 */
export function apiServerSide(apiServer: ComponentClass): ApiServerSide {
  const { reader } = apiServer;
  const alwaysAllow = allowsEverything(reader);
  return {
    clientAuthPolicy: anonymousIsLetIn(reader, alwaysAllow),
    authz: ifKnown(alwaysAllow, 'none', 'policy'),
    oldTls: acceptsOldTls(reader),
    authnReasons: [reader.reason('anonymous-auth')],
    authzReasons: [reader.reason('authorization-mode')],
  };
}

function allowsEverything(reader: SettingsReader): boolean | 'unknown' {
  const modes = reader.value('authorization-mode');
  const configured = reader.isSet('authorization-config');
  if (configured !== false) return 'unknown';
  if (modes === 'unknown') return 'unknown';
  return modes === null || modes.split(',').some((mode) => mode.trim() === 'AlwaysAllow');
}

function anonymousIsLetIn(reader: SettingsReader, alwaysAllow: boolean | 'unknown'): ClientAuthPolicy | 'unknown' {
  if (reader.isSet('authentication-config') !== false) return 'unknown';
  if (alwaysAllow === true) return 'required';
  const anonymous = reader.isTrue('anonymous-auth');
  return alwaysAllow === 'unknown' && anonymous !== false ? 'unknown' : ifKnown(anonymous, 'optional', 'required');
}

/** TLS below 1.2 is spoken only when it is asked for. */
export function acceptsOldTls(reader: SettingsReader, key = 'tls-min-version'): boolean {
  const lowest = reader.value(key);
  return lowest === 'VersionTLS10' || lowest === 'VersionTLS11';
}

/** Whether a version has something that came with this minor version; an unknown version counts as a current one. */
export function isAtLeastMinor(kubernetesVersion: string, since: number): boolean {
  const minor = minorVersion(kubernetesVersion);
  return minor === null || minor >= since;
}
