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
