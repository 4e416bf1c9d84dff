/** Numbers that look random and are the same for the same seed, in every browser. */
export type Random = () => number;

/** A generator of numbers from 0 up to, and without, 1: mulberry32 by Tommy Ettinger (2017, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One seed out of several numbers, so that each question of a series has a stream of its own (FNV-1a). */
export function seedOf(...numbers: readonly number[]): number {
  return numbers.reduce((hash, number) => Math.imul(hash ^ (number >>> 0), 0x01000193) >>> 0, 0x811c9dc5);
}

/** A whole number from `from` to `to`, both included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of some things; null where there are none. */
export function oneOf<T>(random: Random, some: readonly T[]): T | null {
  return some[Math.floor(random() * some.length)] ?? null;
}

/** The same things in another order (Fisher and Yates). */
export function shuffled<T>(random: Random, some: readonly T[]): readonly T[] {
  const mixed = [...some];
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1));
    const [one, other] = [mixed[last], mixed[at]];
    if (one === undefined || other === undefined) continue;
    mixed[last] = other;
    mixed[at] = one;
  }
  return mixed;
}
