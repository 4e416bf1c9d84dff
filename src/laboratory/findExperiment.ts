import type { Hop } from '../analysis/hop.ts';
import type { Experiment, ExperimentInputs, LaboratoryRecord, TunnelExperiment } from './record.ts';

const fields = ['proto', 'verify', 'cred', 'clientAuthPolicy', 'authz'] as const;

/** What of a hop is not known, so that no setup can be named. */
export function unknownInputs(hop: Hop): readonly string[] {
  return [...fields, 'medium' as const].filter((field) => hop[field] === 'unknown');
}

/**
 * The setup that realizes a hop on a network; the newer TLS where there are two. A bootstrap token is a bearer token, and
 * a front proxy's certificate is a client certificate: on the wire they are the same.
 */
export function experimentFor(record: LaboratoryRecord, hop: Hop): Experiment | null {
  const wanted = canonical(hop);
  const found = record.hops.filter(({ inputs }) => isSame(inputs, wanted));
  return found.at(-1) ?? null;
}

/** The setup of a tunnel with this inner channel and this outer leg. */
export function tunnelExperimentFor(record: LaboratoryRecord, outer: Hop, inner: Hop): TunnelExperiment | null {
  const kind = outer.proto === 'ssh' ? 'ssh' : 'tls';
  const name = outer.proto === 'plain' ? 'plain' : `${kind}-${isVerified(outer) ? 'verified' : 'unverified'}`;
  const wanted = canonical(inner);
  return record.tunnels.find((one) => one.outer === name && isSame(one.inner, wanted)) ?? null;
}

function isVerified({ verify }: Hop): boolean {
  return verify !== 'none' && verify !== 'chain';
}

function canonical(hop: Hop): Readonly<Record<keyof ExperimentInputs, string>> {
  const same: Readonly<Record<string, string>> = { bootstrap: 'bearer', frontproxy: 'x509' };
  return {
    proto: hop.proto,
    verify: hop.proto === 'plain' ? 'none' : hop.verify,
    cred: same[hop.cred] ?? hop.cred,
    clientAuthPolicy: hop.clientAuthPolicy,
    authz: hop.clientAuthPolicy === 'open' ? 'none' : hop.authz,
  };
}

function isSame(inputs: ExperimentInputs, wanted: Readonly<Record<keyof ExperimentInputs, string>>): boolean {
  return fields.every((field) => inputs[field] === wanted[field]);
}
