/**
 * Where a hop passes: over a network, or within a host. `reachable-loopback` is a loopback address that an old kubelet leaves open
 * to neighbors of the node and to its containers (CVE-2020-8558): they reach the listener, and no connection of others.
 */
export type Medium = 'network' | 'loopback' | 'reachable-loopback' | 'uds';
export type Proto = 'plain' | 'tls' | 'ssh';
/** What the client verifies of the server; `chain` is its CA and not its name. */
export const verifications = ['none', 'chain', 'name', 'roots', 'pin', 'hostkey'] as const;
export type Verify = (typeof verifications)[number];
/** What the client authenticates with. */
export const credentials = ['none', 'x509', 'frontproxy', 'sshkey', 'bearer', 'bootstrap', 'basic'] as const;
export type Credential = (typeof credentials)[number];
/** What the server does with clients that send no credential. */
export type ClientAuthPolicy = 'required' | 'optional' | 'open';
export const authorizations = ['policy', 'none'] as const;
export type Authz = (typeof authorizations)[number];

/** All that decides one hop. */
export type KnownHop = {
  readonly medium: Medium;
  readonly proto: Proto;
  readonly verify: Verify;
  readonly cred: Credential;
  readonly clientAuthPolicy: ClientAuthPolicy;
  readonly authz: Authz;
  /** The client may switch verification off for a single request. */
  readonly perRequestSkip: boolean;
  /** The server speaks TLS 1.0 or 1.1. */
  readonly oldTls: boolean;
  /** The client falls back to plain HTTP when TLS fails. */
  readonly plainFallback: boolean;
};

/**
 * A hop of which some inputs may be unknown. Of a server that asks for credentials it may be unknown whether it insists, of a
 * loopback address whether others reach it.
 */
export type Hop = {
  readonly [K in keyof KnownHop]:
    | KnownHop[K]
    | 'unknown'
    | (K extends 'clientAuthPolicy' ? typeof asks : K extends 'medium' ? typeof perhapsReachable : never);
};

/** Of a server that is never open: whether it lets those without a credential in as strangers is unknown. */
export const asks = 'required-or-optional';

/** Of a loopback address on a node whose kubelet may be one that leaves it open. */
export const perhapsReachable = 'loopback-perhaps-reachable';

/** An ordinary TLS hop over a network; callers say what differs. */
export const networkHop: KnownHop = {
  medium: 'network',
  proto: 'tls',
  verify: 'name',
  cred: 'none',
  clientAuthPolicy: 'required',
  authz: 'policy',
  perRequestSkip: false,
  oldTls: false,
  plainFallback: false,
};

const domains: { readonly [K in keyof KnownHop]: readonly KnownHop[K][] } = {
  medium: ['network', 'loopback', 'uds'],
  proto: ['plain', 'tls'],
  verify: ['none', 'name'],
  cred: ['none', 'x509', 'bearer'],
  clientAuthPolicy: ['required', 'optional', 'open'],
  authz: ['policy', 'none'],
  perRequestSkip: [false, true],
  oldTls: [false, true],
  plainFallback: [false, true],
};

const fields = Object.keys(domains) as readonly (keyof KnownHop)[];

/** Every hop that this one could be, once what is unknown were known. A known hop yields itself. */
export function completions(hop: Hop): readonly KnownHop[] {
  let found: readonly Hop[] = [hop];
  for (const field of fields)
    if (hop[field] === 'unknown')
      found = found.flatMap((one) => domains[field].map((value) => ({ ...one, [field]: value })));
  if (hop.clientAuthPolicy === asks)
    found = found.flatMap((one) => [
      { ...one, clientAuthPolicy: 'required' },
      { ...one, clientAuthPolicy: 'optional' },
    ]);
  if (hop.medium === perhapsReachable)
    found = found.flatMap((one) => [
      { ...one, medium: 'loopback' },
      { ...one, medium: 'reachable-loopback' },
    ]);
  // Nothing is unknown any more.
  return found as readonly KnownHop[];
}

/** A plaintext listener that serves everyone. */
export const plainAndOpen: KnownHop = {
  ...networkHop,
  proto: 'plain',
  verify: 'none',
  clientAuthPolicy: 'open',
  authz: 'none',
};

/** A listener that no file shows, and no default rules out. */
export const unknownHop: Hop = {
  ...networkHop,
  medium: 'unknown',
  proto: 'unknown',
  verify: 'unknown',
  cred: 'unknown',
  clientAuthPolicy: 'unknown',
  authz: 'unknown',
};
