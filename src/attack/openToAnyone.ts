import { possibleExposures } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import { perhapsReachable } from '../analysis/hop.ts';
import { type Outcome, outcomeOf } from './consequence.ts';

/**
 * What follows for anybody who reaches the server of a connection, without a credential and without being in the middle; null
 * where they are asked for one, or where only the server's own host reaches it; `unknown` where nothing tells.
 */
export function openToAnyone(connection: Connection): Outcome | 'unknown' | null {
  const { exposure, encryption, hop } = connection;
  if (encryption === 'local' && hop.medium !== 'reachable-loopback' && hop.medium !== perhapsReachable) return null;
  const gained = outcomeOf(connection, exposure.offPath, false);
  if (gained) return encryption === 'unknown' && hop.medium === 'unknown' ? 'unknown' : gained;
  const isPossible = possibleExposures(hop).offPath.length > 0;
  return exposure.offPath.includes('unknown') && isPossible ? 'unknown' : null;
}
