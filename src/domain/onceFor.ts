/**
 * Computes once for each object and forgets the result with it: for what depends on one list of the model alone, so that a
 * change of anything else does not walk through 150,000 members again.
 */
export function onceFor<K extends object, R>(compute: (key: K) => R): (key: K) => R {
  const results = new WeakMap<K, { readonly result: R }>();
  return (key) => {
    const known = results.get(key);
    if (known) return known.result;
    const result = compute(key);
    results.set(key, { result });
    return result;
  };
}

/** The same for two objects. */
export function onceForBoth<K extends object, L extends object, R>(compute: (a: K, b: L) => R): (a: K, b: L) => R {
  const withFirst = onceFor((a: K) => onceFor((b: L) => compute(a, b)));
  return (a, b) => withFirst(a)(b);
}

/** The same for an object and a text, of which an object meets few. */
export function onceForNamed<K extends object, N extends string, R>(
  compute: (key: K, name: N) => R,
): (key: K, name: N) => R {
  const withKey = onceFor((key: K) => {
    const known = new Map<N, { readonly result: R }>();
    return (name: N) => {
      const found = known.get(name) ?? { result: compute(key, name) };
      known.set(name, found);
      return found.result;
    };
  });
  return (key, name) => withKey(key)(name);
}
