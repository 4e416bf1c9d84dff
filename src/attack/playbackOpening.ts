import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { KnownHop } from '../analysis/hop.ts';
import type { Facts } from './playbackFacts.ts';
import { deciding, type Stage } from './playbackSteps.ts';

/** Who is where, before anything is sent. */
export function openingSteps(facts: Facts): readonly Stage[] {
  const { count, notes, network } = facts.connection;
  const medium = facts.agreed((hop) => hop.medium);
  return [
    ...(count === 0 ? [{ id: 'not-configured' } as const] : []),
    ...(notes.includes('calls-refused') ? [{ id: 'calls-refused' } as const] : []),
    ...(notes.includes('serving-certificate-self-signed') ? [{ id: 'true-refused' } as const] : []),
    ...whereItRuns(facts, medium, network.trust),
    ...tunnelSteps(facts),
  ];
}

function whereItRuns(
  facts: Facts,
  medium: KnownHop['medium'] | 'unknown',
  trust: 'trusted' | 'untrusted' | 'unknown',
): readonly Stage[] {
  if (medium === 'network') return [{ id: `start-${trust}` }];
  const setting = deciding(facts, 'encryption');
  if (medium === 'loopback' || medium === 'reachable-loopback') return [{ id: medium, setting }];
  if (medium === 'uds') return [{ id: 'socket', setting }];
  return [{ id: 'medium-unknown', setting }];
}

/** Leg by leg, where in a tunnel the attacker gets at what runs inside. The end is a host, not a wire: it only is told. */
function tunnelSteps({ legs, attack, connection }: Facts): readonly Stage[] {
  const end = connection.tunnel?.segments.find(({ segment }) => segment === 'tunnel-end');
  const endStep: Stage = { id: 'leg-end', segment: 'tunnel-end' };
  return [
    ...legs.map(({ segment, state }): Stage => {
      const yields: ExposureList = state === 'perhaps' ? ['unknown'] : [];
      return { id: `leg-${state}`, segment, yields };
    }),
    ...(attack === 'active' && end && end.active.length > 0 ? [endStep] : []),
  ];
}
