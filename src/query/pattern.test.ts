import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../testing/runs.ts';
import { partMatcher, wholeMatcher } from './pattern.ts';

test('a pattern fits what the regular expression of it fits', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
  const pattern = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(pattern, letters, (pieces, text) => {
      expect(wholeMatcher(pieces)(text)).toBe(new RegExp(`^${pieces.join('.*')}$`).test(text));
      expect(partMatcher(pieces)(text)).toBe(new RegExp(pieces.join('.*')).test(text));
    }),
    { numRuns: runs(3_000) },
  );
});
