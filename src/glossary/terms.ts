import type { Term } from './term.ts';
import { attackTerms } from './terms/attack.ts';
import { clusterTerms } from './terms/cluster.ts';
import { identityTerms } from './terms/identity.ts';
import { mapTerms } from './terms/map.ts';
import { transportTerms } from './terms/transport.ts';
import { weaknessTerms } from './terms/weakness.ts';

/** Every term, in no particular order. */
export const terms: readonly Term[] = [
  ...transportTerms,
  ...identityTerms,
  ...attackTerms,
  ...clusterTerms,
  ...mapTerms,
  ...weaknessTerms,
];

const byId = new Map(terms.map((term) => [term.id, term]));

/** A term by its id. */
export function termOf(id: string): Term | undefined {
  return byId.get(id);
}
