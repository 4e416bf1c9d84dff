import type { ChannelSecurity, ExposureList } from './channelSecurity.ts';
import { type Exposure, exposures } from './rules.ts';

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
  /** Whether the tunnel ends on the target's own host, so that the last hop is on no wire. */
  readonly endsOnTargetHost: boolean | 'unknown';
};

/** Rules G1 to G4: a tunnel adds reachability and protects its own leg; it never proves the inner server. */
export function tunnelOf(parts: TunnelParts): Tunnel {
  const { kind, entry, outer, inner, endsOnTargetHost } = parts;
  const leg = (segment: SegmentName, passive: ExposureList, active: ExposureList): TunnelSegment => ({
    segment,
    passive: inner.encryption === 'verified' ? [] : passive,
    active: inner.encryption === 'verified' ? [] : active,
  });
  const entryLeg = entry ? [leg('entry', ...throughOuter(entry, inner))] : [];
  return {
    kind,
    segments: [
      ...entryLeg,
      leg('tunnel', ...throughOuter(outer, inner)),
      leg('tunnel-end', [], inner.exposure.active),
      leg('last-hop', ...lastHop(inner, endsOnTargetHost)),
    ],
  };
}

/** G2: what reaches the inner channel is what gets through the outer one. */
function throughOuter(outer: ChannelSecurity, inner: ChannelSecurity): [ExposureList, ExposureList] {
  const listens = outer.encryption === 'none';
  const answers = outer.exposure.active.includes('eavesdrop');
  const undecided = outer.encryption === 'unknown';
  return [
    listens ? inner.exposure.passive : undecided ? perhaps(inner.exposure.passive) : [],
    answers ? inner.exposure.active : undecided ? perhaps(inner.exposure.active) : [],
  ];
}

/** G4 */
function lastHop(inner: ChannelSecurity, sameHost: boolean | 'unknown'): [ExposureList, ExposureList] {
  if (sameHost === true) return [[], []];
  if (sameHost === false) return [inner.exposure.passive, inner.exposure.active];
  return [perhaps(inner.exposure.passive), perhaps(inner.exposure.active)];
}

function perhaps(list: ExposureList): ExposureList {
  return list.length > 0 ? ['unknown'] : [];
}

/** What can be done on any wire of the way, tunnel and last hop together. The tunnel's end is a host, not a wire. */
export function exposureOnWires(tunnel: Tunnel): { readonly passive: ExposureList; readonly active: ExposureList } {
  const wires = tunnel.segments.filter((segment) => segment.segment !== 'tunnel-end');
  return {
    passive: union(wires.map((segment) => segment.passive)),
    active: union(wires.map((segment) => segment.active)),
  };
}

function union(lists: readonly ExposureList[]): ExposureList {
  const all = new Set(lists.flat());
  const known: Exposure[] = exposures.filter((exposure) => all.has(exposure));
  return all.has('unknown') ? [...known, 'unknown'] : known;
}
