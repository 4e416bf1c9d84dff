import type { Authz, Credential, KnownHop, Verify } from './hop.ts';

/*
 * Rules R1 to R14 of the catalog, each a function from the inputs of one hop. They were checked against what a real
 * kube-apiserver and real TLS did under attack: reading and forging depend only on whether the client verifies the
 * server; reaching the true server depends only on how it authenticates clients; a captured credential is of use only
 * if it is a bearer secret.
 */

export const encryptions = ['none', 'opportunistic', 'verified', 'local'] as const;
export type Encryption = (typeof encryptions)[number];
type VerifiedServer = Exclude<Verify, 'none' | 'chain'>;
export type ServerAuthentication = VerifiedServer | 'none' | 'os-permissions';
export const integrities = ['none', 'passive-only', 'full', 'local'] as const;
export type Integrity = (typeof integrities)[number];
/** What an attacker can do, in the order in which it is always listed. */
export const exposures = [
  'eavesdrop',
  'tamper',
  'impersonate-server',
  'impersonate-client',
  'credential-replay',
  'downgrade',
] as const;
export type Exposure = (typeof exposures)[number];

/** R14: only a secret that is sent as data can be used again; a proof of possession cannot. */
export function isReplayable(cred: Credential): boolean {
  return cred === 'bearer' || cred === 'bootstrap' || cred === 'basic';
}

/** Whether a stranger is let in without any credential. */
function isOpen(hop: KnownHop): boolean {
  return hop.clientAuthPolicy === 'open' || (hop.clientAuthPolicy === 'optional' && hop.authz === 'none');
}

/** R1 */
export function encryption(hop: KnownHop): Encryption {
  if (hop.medium !== 'network') return 'local';
  if (hop.proto === 'plain') return 'none';
  return verifiesServer(hop.verify) ? 'verified' : 'opportunistic';
}

/** Without the name, whoever holds any certificate of the same CA can answer; so a chain alone proves nobody. */
function verifiesServer(verify: Verify): verify is VerifiedServer {
  return verify !== 'none' && verify !== 'chain';
}

/** R2 */
export function serverAuthentication(hop: KnownHop): ServerAuthentication {
  const encrypted = encryption(hop);
  if (encrypted === 'local') return 'os-permissions';
  return encrypted === 'verified' && verifiesServer(hop.verify) ? hop.verify : 'none';
}

/** R3: a credential that the server does not ask for proves nothing. */
export function clientAuthentication(hop: KnownHop): Credential {
  return hop.clientAuthPolicy === 'open' ? 'none' : hop.cred;
}

/** R4 */
export function authorization(hop: KnownHop): Authz {
  return hop.clientAuthPolicy === 'open' ? 'none' : hop.authz;
}

/** R5 */
export function integrity(hop: KnownHop): Integrity {
  const byEncryption = { local: 'local', none: 'none', opportunistic: 'passive-only', verified: 'full' } as const;
  return byEncryption[encryption(hop)];
}

/** R6: what a listener on an untrusted network gets. */
export function passiveExposure(hop: KnownHop): readonly Exposure[] {
  if (encryption(hop) !== 'none') return [];
  return inOrder({ eavesdrop: true, 'credential-replay': isReplayable(hop.cred) });
}

/** R7: what somebody who can answer in the server's place gets. */
export function activeExposure(hop: KnownHop): readonly Exposure[] {
  const encrypted = encryption(hop);
  const interceptable = encrypted === 'none' || encrypted === 'opportunistic';
  const replay = interceptable && isReplayable(hop.cred);
  return inOrder({
    eavesdrop: interceptable,
    tamper: interceptable,
    'impersonate-server': interceptable,
    'impersonate-client': (isOpen(hop) && hop.medium !== 'uds') || replay || encrypted === 'none',
    'credential-replay': replay,
    downgrade: encrypted !== 'local' && (hop.perRequestSkip || hop.oldTls || hop.plainFallback),
  });
}

/** R8: what is left when nobody is on the wire: anybody who reaches the port. */
export function offPathExposure(hop: KnownHop): readonly Exposure[] {
  return inOrder({ 'impersonate-client': isOpen(hop) && hop.medium !== 'uds' });
}

/** R9: whether the attacker can bridge to the true server, and so read and alter real data. */
export function isRelayPossible(hop: KnownHop): boolean {
  const encrypted = encryption(hop);
  if (encrypted !== 'none' && encrypted !== 'opportunistic') return false;
  const anonymousIsServed = hop.cred === 'none' && hop.clientAuthPolicy !== 'required';
  return isOpen(hop) || isReplayable(hop.cred) || encrypted === 'none' || anonymousIsServed;
}

/** R11: whether the documentation could call this hop safe on an untrusted network. */
export function isSafeOnUntrustedNetwork(hop: KnownHop): boolean {
  const harmful: readonly Exposure[] = ['eavesdrop', 'tamper', 'impersonate-server', 'credential-replay'];
  return !activeExposure(hop).some((one) => harmful.includes(one)) && !isOpen(hop);
}

export const statuses = ['protected', 'open', 'unverified', 'plaintext', 'unknown', 'local'] as const;
export type Status = (typeof statuses)[number];

/** Every class, from the worst on; what is not known is worse than what is protected. */
export const fromWorst: readonly Status[] = ['plaintext', 'unverified', 'open', 'unknown', 'protected', 'local'];

/**
 * R12: the class that a hop is drawn as. "Encrypted" alone is never protected: the server must be verified, the client
 * proven and its rights checked.
 * @param withoutAuthorizer the server has no authorizer by design (P20, P21): an accepted client may do everything.
 */
export function status(hop: KnownHop, withoutAuthorizer: boolean): Exclude<Status, 'unknown'> {
  const byEncryption = { local: 'local', none: 'plaintext', opportunistic: 'unverified', verified: null } as const;
  // An old kubelet lets neighbors of its node in (CVE-2020-8558).
  if (hop.medium === 'reachable-loopback' && isOpen(hop)) return 'open';
  const decided = byEncryption[encryption(hop)];
  if (decided) return decided;
  const clientAuthenticated = clientAuthentication(hop) !== 'none';
  const rightsChecked = authorization(hop) === 'policy' || withoutAuthorizer;
  return clientAuthenticated && rightsChecked ? 'protected' : 'open';
}

function inOrder(possible: Partial<Readonly<Record<Exposure, boolean>>>): readonly Exposure[] {
  return exposures.filter((exposure) => possible[exposure] === true);
}
