/** Remembers the last result for the last arguments, by identity. */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    if (last && args.every((arg, index) => arg === last?.args[index])) return last.result;
    last = { args, result: compute(...args) };
    return last.result;
  };
}
