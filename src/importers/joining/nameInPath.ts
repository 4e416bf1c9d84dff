/**
 * Finds which of some names stands in the path of a file, as in `nodes/worker-1/configz` or `kubelet-worker-1.yaml`; the
 * longest one, so that `worker-1` is not taken for `worker-10`. A folder has a name as a whole, a file as a part of its own.
 * Folders that all files lie in say nothing of any of them. Null where none is found.
 */
export function createNameFinder(names: readonly string[], files: readonly string[]): (file: string) => string | null {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const skipped = commonFolders(files);
  const known = new Map<string, string | null>();
  return (file) => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const folders = file.split('/').slice(skipped);
    const own = folders.pop() ?? '';
    const found = longestFirst.find((name) => folders.includes(name) || standsIn(own, name)) ?? null;
    known.set(file, found);
    return found;
  };
}

/** How many folders all of some files lie in. */
function commonFolders(files: readonly string[]): number {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const differing = first.findIndex((folder, index) => others.some((other) => other[index] !== folder));
  return differing < 0 ? first.length : differing;
}

function standsIn(file: string, name: string): boolean {
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) {
    const isBounded = !/[a-z\d]/i.test(file[at - 1] ?? '-') && !/[a-z\d]/i.test(file[at + name.length] ?? '-');
    if (isBounded) return true;
  }
  return false;
}
