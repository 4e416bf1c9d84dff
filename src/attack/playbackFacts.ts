import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import { completions, type KnownHop } from '../analysis/hop.ts';
import { type Exposure, exposures, isReplayable } from '../analysis/rules.ts';
import type { SegmentName } from '../analysis/tunnel.ts';

export const attacks = ['passive', 'active'] as const;
export type Attack = (typeof attacks)[number];

/*
 * What an attacker's moves lead to on one hop, derived from what each party does instead of from the rules of the
 * analysis. A test compares the end of every playback with the exposure, so it notices where the two disagree.
 */

/** Whether the client goes on with whoever answers. A chain without the name is met by any certificate of that CA. */
export function isFooled({ medium, proto, verify }: KnownHop): boolean {
  return medium === 'network' && (proto === 'plain' || verify === 'none' || verify === 'chain');
}

function isInClear({ medium, proto }: KnownHop): boolean {
  return medium === 'network' && proto === 'plain';
}

function letsAnonymousAct({ clientAuthPolicy, authz }: KnownHop): boolean {
  return clientAuthPolicy === 'open' || (clientAuthPolicy === 'optional' && authz === 'none');
}

/** How somebody else fares who calls the true server as the client, and why. */
export type AsClient = 'replay' | 'open' | 'plain' | 'process' | 'permissions' | 'refused' | 'hidden' | 'proof';
const admitted: readonly AsClient[] = ['replay', 'open', 'plain', 'process'];

export function asClient(hop: KnownHop): AsClient {
  if (hop.medium === 'uds') return 'permissions';
  if (hop.medium === 'loopback') return letsAnonymousAct(hop) ? 'process' : 'permissions';
  if (hop.medium === 'reachable-loopback') return letsAnonymousAct(hop) ? 'open' : 'permissions';
  if (isFooled(hop) && isReplayable(hop.cred)) return 'replay';
  if (letsAnonymousAct(hop)) return 'open';
  if (hop.proto === 'plain') return 'plain';
  if (hop.cred === 'none') return 'refused';
  return isReplayable(hop.cred) ? 'hidden' : 'proof';
}

/** Whether an attacker whom the client talks to gets the true server to talk to him too, and why. */
export type Bridge = 'token' | 'open' | 'plain' | 'anonymous' | 'proof' | 'refused' | 'no-client';
const relaying: readonly Bridge[] = ['token', 'open', 'plain', 'anonymous'];

export function bridge(hop: KnownHop): Bridge {
  if (!isFooled(hop)) return 'no-client';
  if (isReplayable(hop.cred)) return 'token';
  if (letsAnonymousAct(hop)) return 'open';
  if (hop.proto === 'plain') return 'plain';
  if (hop.cred !== 'none') return 'proof';
  return hop.clientAuthPolicy === 'required' ? 'refused' : 'anonymous';
}

export type Weakness = 'skip' | 'old-tls' | 'fallback';

export function weaknesses(hop: KnownHop): readonly Weakness[] {
  if (hop.medium !== 'network') return [];
  return [
    ...(hop.perRequestSkip ? (['skip'] as const) : []),
    ...(hop.oldTls ? (['old-tls'] as const) : []),
    ...(hop.plainFallback ? (['fallback'] as const) : []),
  ];
}

const gained: Readonly<Record<Attack, Readonly<Record<Exposure, (hop: KnownHop) => boolean>>>> = {
  passive: {
    eavesdrop: isInClear,
    tamper: () => false,
    'impersonate-server': () => false,
    'impersonate-client': () => false,
    'credential-replay': (hop) => isInClear(hop) && isReplayable(hop.cred),
    downgrade: () => false,
  },
  active: {
    eavesdrop: isFooled,
    tamper: isFooled,
    'impersonate-server': isFooled,
    'impersonate-client': (hop) => admitted.includes(asClient(hop)),
    'credential-replay': (hop) => isFooled(hop) && isReplayable(hop.cred),
    downgrade: (hop) => weaknesses(hop).length > 0,
  },
};

/** How far an attacker on one leg of a tunnel gets at what runs inside. */
export type LegState = 'open' | 'perhaps' | 'outer' | 'same-host' | 'inner';
export type Leg = { readonly segment: SegmentName; readonly state: LegState };

export type Facts = {
  readonly connection: Connection;
  readonly attack: Attack;
  /** What all hops agree on that this one could be. */
  readonly agreed: <T>(derive: (hop: KnownHop) => T) => T | 'unknown';
  /** An exposure that the attack brings, as the part of a list that a step yields. */
  readonly yields: (exposure: Exposure) => ExposureList;
  readonly legs: readonly Leg[];
  /** Whether the attacker gets at the channel at all: always, unless it runs in a tunnel. */
  readonly reach: 'yes' | 'perhaps' | 'no';
  /** Inside a tunnel a proven channel can be reached by nobody on the wire, unless its client gives up the check (rule G1). */
  readonly sealed: boolean;
};

export function factsOf(connection: Connection, attack: Attack): Facts {
  const possible = completions(connection.hop);
  const sealed = connection.tunnel !== null && connection.encryption === 'verified';
  const left = exposures.filter((one) => !sealed || one === 'downgrade');
  const inner = left.some((one) => possible.some(gained[attack][one]));
  const legs = legsOf(connection, attack, inner);
  const reach = reachOf(legs, inner);
  return {
    connection,
    attack,
    legs,
    reach,
    sealed,
    agreed: (derive) => {
      const values = new Set(possible.map(derive));
      const [first] = values;
      return values.size === 1 && first !== undefined ? first : 'unknown';
    },
    yields: (exposure) => {
      const happens = possible.filter(gained[attack][exposure]);
      if (!left.includes(exposure) || reach === 'no' || happens.length === 0) return [];
      return reach === 'yes' && happens.length === possible.length ? [exposure] : ['unknown'];
    },
  };
}

function legsOf({ tunnel }: Connection, attack: Attack, innerHasSomething: boolean): readonly Leg[] {
  const wires = (tunnel?.segments ?? []).filter(({ segment }) => segment !== 'tunnel-end');
  return wires.map(({ segment, [attack]: list }): Leg => {
    if (list.some((one) => one !== 'unknown')) return { segment, state: 'open' };
    if (list.length > 0) return { segment, state: 'perhaps' };
    if (!innerHasSomething) return { segment, state: 'inner' };
    return { segment, state: segment === 'last-hop' ? 'same-host' : 'outer' };
  });
}

function reachOf(legs: readonly Leg[], innerHasSomething: boolean): Facts['reach'] {
  if (legs.length === 0 || !innerHasSomething || legs.some(({ state }) => state === 'open')) return 'yes';
  return legs.some(({ state }) => state === 'perhaps') ? 'perhaps' : 'no';
}

/** Whether the attacker can bridge to the true server, as far as what is known tells. */
export function relayOf({ agreed }: Facts): boolean | 'unknown' {
  return agreed((hop) => relaying.includes(bridge(hop)));
}
