import type { Connection } from '../../analysis/connection.ts';
import type { Consequence } from '../../attack/consequence.ts';
import { outcomeNow } from '../report/findings.ts';

/**
 * What each consequence is worth between 0 and 10, for certain and where it still depends on something that the model does
 * not tell. The order is the report's: a condition makes a consequence a little less than the next one without. The limits
 * are those of GitHub code scanning: critical above 9.0, high from 7.0, medium from 4.0.
 */
const scores: Readonly<Record<Consequence, { readonly sure: number; readonly conditional: number }>> = {
  // Everything is lost: the only critical one. Whether a user's token is an administrator's is not told.
  cluster: { sure: 9.8, conditional: 8.6 },
  // A node's identity gives its pods, their Secrets and tokens.
  'node-identity': { sure: 8.8, conditional: 8 },
  // Commands in containers, or the content of Secrets.
  'exec-or-secrets': { sure: 8.4, conditional: 7 },
  // Somebody's rights, whatever they are.
  credential: { sure: 7.5, conditional: 6 },
  // What passes, and no rights.
  read: { sure: 6.5, conditional: 4.5 },
  change: { sure: 5.5, conditional: 2.2 },
  // That something runs, and how it is.
  metadata: { sure: 2.5, conditional: 2 },
};
/** The class says that something is missing, and nobody gains anything for certain. */
const nothingFollows = 1;
/** Whoever trusts a network has decided: 9.8 becomes 2.9, which is low, and the order stays. */
const onTrusted = 0.3;

/** How bad a connection is, in the words of other tools; a score of null is not determined. */
export type Severity = {
  readonly score: number | null;
  /** Of SARIF. */
  readonly level: 'error' | 'warning' | 'note';
  /** Of Threat Dragon, which has no higher one than High. */
  readonly word: 'High' | 'Medium' | 'Low' | 'TBD';
};

/** What follows for the cluster and on which network, as the report ranks it; never the class by itself. */
export function severityOf(connection: Connection): Severity {
  const { status, network } = connection;
  const outcome = outcomeNow(connection);
  if (!outcome && status === 'unknown') return { score: null, level: 'note', word: 'TBD' };
  const full = outcome ? scores[outcome.consequence][outcome.condition ? 'conditional' : 'sure'] : nothingFollows;
  return graded(network.trust === 'trusted' ? Math.round(full * onTrusted * 10) / 10 : full);
}

/** What is stopped already. */
export const mitigated = graded(0);

function graded(score: number): Severity {
  if (score >= 7) return { score, level: 'error', word: 'High' };
  return score >= 4 ? { score, level: 'warning', word: 'Medium' } : { score, level: 'note', word: 'Low' };
}

/** The worst of several; where none is determined, the first. */
export function worstOf(connections: readonly Connection[]): Severity {
  const found = connections.map(severityOf).sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
  return found[0] ?? mitigated;
}
