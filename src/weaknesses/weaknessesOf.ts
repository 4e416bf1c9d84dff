import type { Analysis } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { onceForBoth } from '../domain/onceFor.ts';
import type { Topology } from '../domain/topology.ts';
import { openEndpoint } from './openEndpoint.ts';
import { proxiesIn } from './proxies.ts';
import { sharedCas } from './sharedCas.ts';
import { takenAddresses } from './takenAddresses.ts';
import { vulnerabilitiesOf } from './vulnerabilitiesOf.ts';
import { severities, type Weakness } from './weakness.ts';

/** What beside the settings of its paths decides who can be in the middle of a cluster: what is certain first, the worst first. */
export const weaknessesOf = onceForBoth((topology: Topology, { connections }: Analysis): readonly Weakness[] => {
  const found = [
    ...takenAddresses(topology, connections),
    ...proxiesIn(topology, connections),
    ...openEndpoint(topology, connections),
    ...sharedCas(topology, connections),
    ...withAdmission(topology, vulnerabilitiesOf(topology, connections)),
  ];
  return found.sort((a, b) => rank(a) - rank(b));
});

/** Those that change one of some connections, with these alone; what changes none at all is always among them. */
export function weaknessesAmong(
  all: readonly Weakness[],
  some: readonly Pick<Connection, 'id'>[],
): readonly Weakness[] {
  const ids = new Set(some.map(({ id }) => id));
  return all.flatMap((one) => {
    const connections = one.connections.filter(({ id }) => ids.has(id));
    return connections.length > 0 || one.connections.length === 0 ? [{ ...one, connections }] : [];
  });
}

/**
 * Where every kube-apiserver refuses external IPs, of CVE-2020-8554 only the status of Services is left, which few may change.
 * The plugin takes nothing away that is there already [ADMCTL].
 */
function withAdmission({ controlPlanes }: Topology, all: readonly Weakness[]): readonly Weakness[] {
  const servers = controlPlanes.flatMap(({ components }) => components['kube-apiserver'] ?? []);
  const isRefused =
    servers.length > 0 &&
    servers.every(({ explicitSettings }) =>
      explicitSettings['enable-admission-plugins']?.value.split(',').includes('DenyServiceExternalIPs'),
    );
  const isOf = ({ topic }: Weakness) => topic === 'CVE-2020-8554';
  if (isRefused)
    return all.map((one) => (isOf(one) ? { ...one, topic: 'load-balancer-status', severity: 'low' } : one));
  const policies = servers.flatMap(({ explicitSettings }) => explicitSettings['policy.externalIPs']?.value ?? []);
  const [policy] = policies;
  if (policy === undefined || policies.length < servers.length) return all;
  // What a policy refuses, and whether it is enforced, is not read.
  return all.map((one) =>
    isOf(one) ? { ...one, id: `${one.topic}?`, isSure: false, params: { ...one.params, open: 'policy', policy } } : one,
  );
}

function rank({ isSure, severity }: Weakness): number {
  return (isSure ? 0 : 10) + severities.indexOf(severity);
}
