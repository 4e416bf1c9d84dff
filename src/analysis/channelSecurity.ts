import { type Credential, completions, type Hop, type KnownHop } from './hop.ts';
import * as rules from './rules.ts';
import {
  type Encryption,
  type Exposure,
  exposures,
  type Integrity,
  type ServerAuthentication,
  type Status,
} from './rules.ts';

/** Exposures that are certain; `unknown` stands last where more may be possible and nothing tells. */
export type ExposureList = readonly (Exposure | 'unknown')[];

export type MitmExposure = {
  /** What a listener gets, were the network untrusted. */
  readonly passive: ExposureList;
  /** What an attacker who answers for the server can do, were the network untrusted. */
  readonly active: ExposureList;
  /** What anybody who reaches the port can do, whatever the network. */
  readonly offPath: ExposureList;
  /** Whether the attacker can bridge to the true server. */
  readonly relay: boolean | 'unknown';
};

export type ChannelSecurity = {
  readonly encryption: Encryption | 'unknown';
  readonly serverAuthentication: ServerAuthentication | 'unknown';
  readonly clientAuthentication: Credential | 'unknown';
  readonly authorization: 'policy' | 'none' | 'unknown';
  readonly integrity: Integrity | 'unknown';
  readonly exposure: MitmExposure;
  readonly status: Status;
};

/**
 * The facets, the exposure and the class of one hop. Where inputs are unknown, a facet is what all hops agree on that
 * this one could be, else `unknown`: a guess is never shown as safe.
 * @param withoutAuthorizer see `status` in rules.ts
 */
export function channelSecurity(hop: Hop, withoutAuthorizer = false): ChannelSecurity {
  const key = `${hop.medium} ${hop.proto} ${hop.verify} ${hop.cred} ${hop.clientAuthPolicy} ${hop.authz} ${hop.perRequestSkip} ${hop.oldTls} ${hop.plainFallback} ${withoutAuthorizer}`;
  const known = derived.get(key) ?? derive(hop, withoutAuthorizer);
  derived.set(key, known);
  return known;
}

/** There are some thousand different hops at most, and trying remedies asks for the same few again and again. */
const derived = new Map<string, ChannelSecurity>();

function derive(hop: Hop, withoutAuthorizer: boolean): ChannelSecurity {
  const possible = completions(hop);
  const agreed = <T>(derive: (known: KnownHop) => T): T | 'unknown' => agreement(possible.map(derive));
  const list = (derive: (known: KnownHop) => readonly Exposure[]) => certainExposures(possible.map(derive));
  return {
    encryption: agreed(rules.encryption),
    serverAuthentication: agreed(rules.serverAuthentication),
    clientAuthentication: agreed(rules.clientAuthentication),
    authorization: agreed(rules.authorization),
    integrity: agreed(rules.integrity),
    exposure: {
      passive: list(rules.passiveExposure),
      active: list(rules.activeExposure),
      offPath: list(rules.offPathExposure),
      relay: agreed(rules.isRelayPossible),
    },
    status: agreed((known) => rules.status(known, withoutAuthorizer)),
  };
}

/** What some hop that this one could be yields, with or without somebody in the middle. */
export function possibleExposures(hop: Hop): Readonly<Record<'active' | 'offPath', readonly Exposure[]>> {
  const possible = completions(hop);
  const of = (derive: (known: KnownHop) => readonly Exposure[]) => {
    const all = new Set(possible.flatMap(derive));
    return exposures.filter((one) => all.has(one));
  };
  return { active: of(rules.activeExposure), offPath: of(rules.offPathExposure) };
}

function agreement<T>(values: readonly T[]): T | 'unknown' {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : 'unknown';
}

function certainExposures(lists: readonly (readonly Exposure[])[]): ExposureList {
  const certain = exposures.filter((exposure) => lists.every((list) => list.includes(exposure)));
  const possible = exposures.filter((exposure) => lists.some((list) => list.includes(exposure)));
  return possible.length > certain.length ? [...certain, 'unknown'] : certain;
}

/** What some lists have together, in the order in which it is always listed. */
export function unionOf(lists: readonly ExposureList[]): ExposureList {
  const all = new Set(lists.flat());
  const known: ExposureList = exposures.filter((exposure) => all.has(exposure));
  return all.has('unknown') ? [...known, 'unknown'] : known;
}
