/** What decides one hop (catalog section 3.1). Each field may be `unknown` when nothing tells. */
export type Medium = 'network' | 'loopback' | 'uds';
export type Proto = 'plain' | 'tls' | 'ssh';
/** What the client checks of the server; `chain` is its CA and not its name. */
export type Verify = 'none' | 'chain' | 'name' | 'roots' | 'pin' | 'hostkey';
/** What the client sends to prove itself. */
export type Credential = 'none' | 'x509' | 'frontproxy' | 'sshkey' | 'bearer' | 'bootstrap' | 'basic';
/** What the server does with strangers. */
export type ClientAuthPolicy = 'required' | 'optional' | 'open';
export type Authz = 'policy' | 'none';

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

/** A hop of which some inputs may be unknown. */
export type Hop = { readonly [K in keyof KnownHop]: KnownHop[K] | 'unknown' };

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

/** Every hop that this one could be, once what is unknown were known. A known hop yields itself. */
export function completions(hop: Hop): readonly KnownHop[] {
  const choose = <K extends keyof KnownHop>(key: K): readonly KnownHop[K][] => {
    const value = hop[key];
    return value === 'unknown' ? domains[key] : [value as KnownHop[K]];
  };
  return choose('medium').flatMap((medium) =>
    choose('proto').flatMap((proto) =>
      choose('verify').flatMap((verify) =>
        choose('cred').flatMap((cred) =>
          choose('clientAuthPolicy').flatMap((clientAuthPolicy) =>
            choose('authz').flatMap((authz) =>
              choose('perRequestSkip').flatMap((perRequestSkip) =>
                choose('oldTls').flatMap((oldTls) =>
                  choose('plainFallback').map((plainFallback) => ({
                    medium,
                    proto,
                    verify,
                    cred,
                    clientAuthPolicy,
                    authz,
                    perRequestSkip,
                    oldTls,
                    plainFallback,
                  })),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Anybody is served, in clear. */
export const plainAndOpen: KnownHop = {
  ...networkHop,
  proto: 'plain',
  verify: 'none',
  clientAuthPolicy: 'open',
  authz: 'none',
};

/** A listener of which nothing tells whether it is there. */
export const unknownHop: Hop = {
  ...networkHop,
  medium: 'unknown',
  proto: 'unknown',
  verify: 'unknown',
  cred: 'unknown',
  clientAuthPolicy: 'unknown',
  authz: 'unknown',
};
