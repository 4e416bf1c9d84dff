import fc from 'fast-check';
import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { runs } from '../../testing/runs.ts';
import { locate, positionOf } from './locate.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** The same from a parser's tree, in characters. */
function fromTree(text: string, path: readonly (string | number)[]): number | null {
  const tree = parseTree(text);
  for (let length = path.length; tree && length > 0; length -= 1) {
    const node: Node | undefined = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.offset;
  }
  return null;
}

const aKey = fc.oneof(fc.constantFrom('spec', 'containers', 'args', 'a"b', 'ä', '\\', ''), fc.string({ maxLength: 4 }));
const aValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(aKey, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** A path into a value that mostly exists. */
function pathInto(value: unknown, choices: readonly number[], last: readonly (string | number)[]) {
  const path: (string | number)[] = [];
  let at = value;
  for (const choice of choices) {
    if (typeof at !== 'object' || at === null) break;
    const keys = Object.keys(at);
    const key = keys[choice % Math.max(1, keys.length)];
    if (key === undefined) break;
    path.push(Array.isArray(at) ? Number(key) : key);
    at = (at as Record<string, unknown>)[key];
  }
  return [...path, ...last];
}

test('a value is found where a parser finds it, or the last one on the way', () => {
  let deep = 0;
  fc.assert(
    fc.property(
      aValue,
      fc.array(fc.nat(5), { maxLength: 5 }),
      fc.array(fc.oneof(aKey, fc.nat(3)), { maxLength: 1 }),
      fc.constantFrom(0, 2, '\t'),
      (value, choices, last, indent) => {
        const text = JSON.stringify(value, null, indent);
        const path = pathInto(value, choices, last);
        const wanted = fromTree(text, path);
        const bytes = encode(text);
        const found = locate(bytes, path);
        expect(found === null ? null : new TextDecoder().decode(bytes.subarray(0, found)).length).toBe(wanted);
        if (found !== null && wanted !== null) {
          const lines = text.slice(0, wanted).split('\n');
          expect(positionOf(bytes, found)).toEqual({ breaks: lines.length - 1, before: lines.at(-1)?.length });
        }
        if (path.length > 2 && found !== null) deep += 1;
      },
    ),
    { numRuns: runs(2000) },
  );
  expect(deep).toBeGreaterThan(runs(2000) / 20);
});
