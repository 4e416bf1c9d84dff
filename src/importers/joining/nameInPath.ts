/**
 * Finds which of some names stands in the path of a file, as in `nodes/worker-1/configz` or `kubelet-worker-1.yaml`; the
 * longest one, so that `worker-1` is not taken for `worker-10`. Null where none does.
 */
export function createNameFinder(names: readonly string[]): (file: string) => string | null {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const known = new Map<string, string | null>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const found = longestFirst.find((name) => standsIn(file, name)) ?? null;
    known.set(file, found);
    return found;
  };
}

function standsIn(file: string, name: string): boolean {
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) {
    const isBounded = !/[\w]/.test(file[at - 1] ?? '/') && !/[\w]/.test(file[at + name.length] ?? '/');
    if (isBounded) return true;
  }
  return false;
}
