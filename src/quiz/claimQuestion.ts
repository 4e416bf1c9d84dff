import { type Claim, type ClaimVerdict, claims } from '../catalog/claims.ts';
import { scenario } from '../scenarios/scenarios.ts';
import type { ClaimQuestion, Level } from './question.ts';
import { oneOf, type Random } from './seededRandom.ts';

/** In the order of the reference page, the same for every question: their order tells nothing. */
const verdictOptions: readonly ClaimVerdict[] = ['holds', 'incomplete', 'outdated', 'wrong'];

/** Whether a sentence can be called true or false: one that says too much or too little is neither. */
function isPlain({ verdict }: Claim): boolean {
  return verdict !== 'incomplete';
}

/** True or false with the sentences of the documentation; from the second level on, in which way not true. */
export function claimQuestion(random: Random, level: Level): ClaimQuestion | null {
  const claim = oneOf(random, level === 1 ? claims.filter(isPlain) : claims);
  if (claim === null) return null;
  return {
    kind: 'claims',
    key: `claims ${claim.id}`,
    topology: { ...scenario('documentation'), name: 'quiz' },
    layer: 'documented',
    claim: claim.id,
    options: level === 1 ? ['yes', 'no'] : verdictOptions,
    right: [level > 1 ? claim.verdict : claim.verdict === 'holds' ? 'yes' : 'no'],
  };
}
