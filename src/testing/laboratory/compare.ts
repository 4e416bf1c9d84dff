import { type ChannelSecurity, channelSecurity } from '../../analysis/channelSecurity.ts';
import type { KnownHop } from '../../analysis/hop.ts';
import { tunnelOf } from '../../analysis/tunnel.ts';
import { inputsOf, nameOf, type Observation, type TunnelExperiment } from '../../laboratory/record.ts';

/** What the rules derive of a hop; a parameter, so that a test can hand in wrong ones. */
export type Derive = (hop: KnownHop) => ChannelSecurity;

/** Every point in which the rules say something else than what was measured; each names both. */
export function disagreements(
  hop: KnownHop,
  version: string | null,
  observation: Observation,
  derive: Derive = channelSecurity,
): readonly string[] {
  const derived = derive(hop);
  const measured: Readonly<Record<string, readonly [unknown, unknown]>> = {
    passive: [derived.exposure.passive, observation.passive.exposures],
    active: [derived.exposure.active, observation.active.exposures],
    offPath: [derived.exposure.offPath, observation.offPath],
    relay: [derived.exposure.relay, observation.relay],
    encryption: [derived.encryption, encryptionIn(observation)],
    integrity: [derived.integrity, integrityIn(observation)],
  };
  return Object.entries(measured).flatMap(([what, [said, seen]]) =>
    JSON.stringify(said) === JSON.stringify(seen)
      ? []
      : [
          `${nameOf(inputsOf(hop))} ${version ?? ''}: ${what}: the rules say ${text(said)}, the laboratory saw ${text(seen)}`,
        ],
  );
}

/** None where a listener reads; opportunistic where only somebody who answers does. */
function encryptionIn({ passive, active }: Observation): ChannelSecurity['encryption'] {
  if (passive.exposures.includes('eavesdrop')) return 'none';
  return active.exposures.includes('eavesdrop') ? 'opportunistic' : 'verified';
}

/** None where changed bytes pass; passive-only where they do not, but a forged answer does. */
function integrityIn({ active, bytesChanged }: Observation): ChannelSecurity['integrity'] {
  if (bytesChanged) return 'none';
  return active.exposures.includes('tamper') ? 'passive-only' : 'full';
}

/** The same for a channel in a tunnel, segment by segment. */
export function tunnelDisagreements(
  outer: ChannelSecurity,
  inner: ChannelSecurity,
  { outer: outerName, inner: inputs, segments }: TunnelExperiment,
): readonly string[] {
  const said = tunnelOf({ kind: 'konnectivity', entry: null, outer, inner, endsOnTargetHost: false }).segments;
  return said.flatMap((derived, index) => {
    const seen = segments[index];
    return JSON.stringify(derived) === JSON.stringify(seen)
      ? []
      : [
          `${outerName} around ${nameOf(inputs)}: ${derived.segment}: the rules say ${text(derived)}, the laboratory saw ${text(seen)}`,
        ];
  });
}

function text(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value.length === 0 ? 'nothing' : value.join(' ');
}
