import { longestName } from '../domain/limits.ts';
import { type ImportedFact, placeOfFound } from './found.ts';
import type { ImportIssue } from './importResult.ts';

/** Letters of a name that are shown. */
const shown = 40;
/** Extensions and clients are named after their object and its part. */
const longestPair = 2 * longestName + 1;

/** What is wrong with an object whose name no cluster could hold, and that a picture could not show; null for any other. */
export function tooLongName(fact: ImportedFact): ImportIssue | null {
  const most = fact.type === 'extension' || fact.type === 'client' ? longestPair : longestName;
  const found = namesOf(fact).find((name) => name !== null && name.length > most);
  if (!found) return null;
  const params = { name: `${found.slice(0, shown)}…`, most: String(most) };
  return { code: 'name-too-long', severity: 'warning', place: placeOfFound(fact), params };
}

function namesOf(fact: ImportedFact): readonly (string | null)[] {
  switch (fact.type) {
    case 'pod':
      return [fact.pod.name, fact.pod.namespace, fact.nodeName];
    case 'service':
      return [fact.service.name, fact.service.namespace, fact.service.clusterIp];
    case 'node': {
      const { name, group, zone, pool, addresses = [] } = fact.node;
      return [name, group ?? null, zone ?? null, pool ?? null, ...addresses];
    }
    case 'component':
      return [fact.found.host];
    case 'extension':
    case 'client':
      return [fact.name];
    case 'endpoints':
      return [fact.namespace, fact.service, ...fact.pods];
    default:
      return [];
  }
}
