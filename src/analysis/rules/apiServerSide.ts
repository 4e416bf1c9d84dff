import { minorVersion } from '../../domain/topology.ts';
import type { Reason } from '../connection.ts';
import { type Authz, asks, type Hop } from '../hop.ts';
import type { ComponentClass } from '../members.ts';
import { ifKnown, type SettingsReader } from '../settingsReader.ts';

/** How the kube-apiserver treats those who connect to its secure port. */
export type ApiServerSide = {
  readonly clientAuthPolicy: Hop['clientAuthPolicy'];
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
    authnReasons: [
      reader.reason(
        reader.isSet('authentication-config') === true
          ? 'authenticationConfiguration.anonymous.enabled'
          : 'anonymous-auth',
      ),
    ],
    authzReasons: [
      reader.reason(
        reader.isSet('authorization-config') === true ? 'authorizationConfiguration.authorizers' : 'authorization-mode',
      ),
    ],
  };
}

/** Without a file, no mode is the mode AlwaysAllow; with one, what it says counts alone [KEP3221]. */
function allowsEverything(reader: SettingsReader): boolean | 'unknown' {
  const byFile = reader.isSet('authorization-config');
  if (byFile === 'unknown') return 'unknown';
  const modes = reader.value(byFile ? 'authorizationConfiguration.authorizers' : 'authorization-mode');
  if (modes === 'unknown') return 'unknown';
  if (modes === null) return byFile ? 'unknown' : true;
  return modes.split(',').some((mode) => mode.trim() === 'AlwaysAllow');
}

/** What a file says of strangers counts whatever the modes are; one that says nothing of them leaves it to the flag [KEP4633]. */
function anonymousIsLetIn(reader: SettingsReader, alwaysAllow: boolean | 'unknown'): Hop['clientAuthPolicy'] {
  const byFile = reader.isSet('authentication-config');
  if (byFile === 'unknown') return asks;
  if (byFile) {
    const says = reader.isSet('authenticationConfiguration.anonymous.enabled');
    if (says === 'unknown') return asks;
    if (says) return policyFor(reader.isTrue('authenticationConfiguration.anonymous.enabled'));
  }
  if (alwaysAllow === true) return 'required';
  const anonymous = reader.isTrue('anonymous-auth');
  return alwaysAllow === 'unknown' && anonymous !== false ? asks : policyFor(anonymous);
}

/** What a server that authenticates does with those who send no credential, by whether it lets anonymous users in. */
export function policyFor(anonymous: boolean | 'unknown'): Hop['clientAuthPolicy'] {
  if (anonymous === 'unknown') return asks;
  return anonymous ? 'optional' : 'required';
}

/** TLS below 1.2 is spoken only when it is asked for. */
export function acceptsOldTls(reader: SettingsReader, key = 'tls-min-version'): boolean | 'unknown' {
  const lowest = reader.value(key);
  if (lowest === 'unknown') return lowest;
  return lowest === 'VersionTLS10' || lowest === 'VersionTLS11';
}

/** Whether a version has something that came with this minor version; an unknown version counts as a current one. */
export function isAtLeastMinor(kubernetesVersion: string, since: number): boolean {
  const minor = minorVersion(kubernetesVersion);
  return minor === null || minor >= since;
}
