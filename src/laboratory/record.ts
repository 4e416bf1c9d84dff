import type { KnownHop } from '../analysis/hop.ts';
import type { Exposure } from '../analysis/rules.ts';
import type { SegmentName } from '../analysis/tunnel.ts';

/** What an attacker got in one place. */
export type Finding = {
  readonly exposures: readonly Exposure[];
  /** Which parts of the exchange a listener could read. */
  readonly readable: readonly string[];
  /** The request as the attacker read it; empty where he could not. */
  readonly seen: string;
  /** How it ended for the client: the answer that it took, or why it hung up. */
  readonly client: string;
};

/** Everything that was measured about one hop. */
export type Observation = {
  /** Whether the honest client is served when nobody interferes. */
  readonly served: boolean;
  readonly passive: Finding;
  readonly active: Finding;
  readonly offPath: readonly Exposure[];
  /** Whether the attacker could bridge to the true server and alter its answer. */
  readonly relay: boolean;
  /** Whether bytes changed in flight went unnoticed. */
  readonly bytesChanged: boolean;
};

/** The inputs of the rules that a setup of the laboratory realizes. */
export type ExperimentInputs = Pick<KnownHop, 'proto' | 'verify' | 'cred' | 'clientAuthPolicy' | 'authz'>;

/** One setup with what was measured; `results.json` holds all of the last run. */
export type Experiment = {
  readonly inputs: ExperimentInputs;
  /** Null where there is no TLS. */
  readonly version: string | null;
  readonly observation: Observation;
};

export type TunnelExperiment = {
  readonly outer: string;
  readonly inner: ExperimentInputs;
  readonly segments: readonly {
    readonly segment: SegmentName;
    readonly passive: readonly Exposure[];
    readonly active: readonly Exposure[];
  }[];
};

export type LaboratoryRecord = {
  readonly hops: readonly Experiment[];
  readonly tunnels: readonly TunnelExperiment[];
};

/** The inputs of a hop, as a laboratory setup names them. */
export function inputsOf({ proto, verify, cred, clientAuthPolicy, authz }: KnownHop): ExperimentInputs {
  return { proto, verify, cred, clientAuthPolicy, authz };
}

/** A setup in one line, for messages. */
export function nameOf({ proto, verify, cred, clientAuthPolicy, authz }: ExperimentInputs): string {
  return `proto=${proto} verify=${verify} cred=${cred} clientAuthPolicy=${clientAuthPolicy} authz=${authz}`;
}
