import { type ChannelSecurity, type ExposureList, unionOf } from './channelSecurity.ts';

export type TunnelKind = 'ssh' | 'konnectivity';
export type SegmentName = 'entry' | 'tunnel' | 'tunnel-end' | 'last-hop';

export type TunnelSegment = {
  readonly segment: SegmentName;
  readonly passive: ExposureList;
  readonly active: ExposureList;
};

export type Tunnel = { readonly kind: TunnelKind; readonly segments: readonly TunnelSegment[] };

/** What an inner channel is still exposed to, leg by leg, when it runs in a tunnel. */
export type TunnelParts = {
  readonly kind: TunnelKind;
  /** The leg from the client to where the tunnel starts; null where the client itself starts it. */
  readonly entry: ChannelSecurity | null;
  readonly outer: ChannelSecurity;
  readonly inner: ChannelSecurity;
  /** Whether the inner client may skip its check or speak an old version; absent where its exposure says all. */
  readonly mayDowngrade?: boolean;
  /** Whether the tunnel ends on the target's own host, so that the last hop is on no wire. */
  readonly endsOnTargetHost: boolean | 'unknown';
};

/**
 * Rules G1 to G4: a tunnel adds reachability and protects its own leg; it never proves the inner server. Of a verified
 * inner channel only the wish of its own client to skip the check is left, wherever somebody can answer.
 */
export function tunnelOf(parts: TunnelParts): Tunnel {
  const { kind, entry, outer, endsOnTargetHost } = parts;
  const inner = leftOf(parts.inner, parts.mayDowngrade ?? false);
  const leg = (segment: SegmentName, [passive, active]: Reachable): TunnelSegment => ({ segment, passive, active });
  return {
    kind,
    segments: [
      ...(entry ? [leg('entry', throughOuter(entry, inner))] : []),
      leg('tunnel', throughOuter(outer, inner)),
      leg('tunnel-end', [[], inner[1]]),
      leg('last-hop', lastHop(inner, endsOnTargetHost)),
    ],
  };
}

/** What somebody gets who listens to an inner channel, and who answers on it. */
type Reachable = readonly [passive: ExposureList, active: ExposureList];

/** G1 */
function leftOf({ encryption, exposure }: ChannelSecurity, mayDowngrade: boolean): Reachable {
  if (encryption !== 'verified') return [exposure.passive, exposure.active];
  if (exposure.active.includes('downgrade')) return [[], ['downgrade']];
  return [[], mayDowngrade ? ['unknown'] : []];
}

/** G2: what reaches the inner channel is what gets through the outer one. */
function throughOuter(outer: ChannelSecurity, [passive, active]: Reachable): Reachable {
  const listens = outer.encryption === 'none';
  const answers = outer.exposure.active.includes('eavesdrop');
  const undecided = outer.encryption === 'unknown';
  return [listens ? passive : undecided ? perhaps(passive) : [], answers ? active : undecided ? perhaps(active) : []];
}

/** G4 */
function lastHop([passive, active]: Reachable, sameHost: boolean | 'unknown'): Reachable {
  if (sameHost === true) return [[], []];
  return sameHost === false ? [passive, active] : [perhaps(passive), perhaps(active)];
}

function perhaps(list: ExposureList): ExposureList {
  return list.length > 0 ? ['unknown'] : [];
}

/** What can be done on any wire of the way, tunnel and last hop together. The tunnel's end is a host, not a wire. */
export function exposureOnWires(tunnel: Tunnel): { readonly passive: ExposureList; readonly active: ExposureList } {
  const wires = tunnel.segments.filter((segment) => segment.segment !== 'tunnel-end');
  return {
    passive: unionOf(wires.map((segment) => segment.passive)),
    active: unionOf(wires.map((segment) => segment.active)),
  };
}
