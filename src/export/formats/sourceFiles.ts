import type { ComponentConfig } from '../../domain/settings.ts';
import type { Topology } from '../../domain/topology.ts';

/** Every file that a setting of the model was read from, in the order of the model. */
export function sourceFiles({ controlPlanes, nodes, outside, extensions }: Topology): readonly string[] {
  const configs: readonly (ComponentConfig | null | undefined)[] = [
    ...controlPlanes.flatMap(({ components }) => Object.values(components)),
    ...nodes.flatMap((node) => [node.kubelet, node.kubeProxy, node.konnectivityAgent]),
    ...[...outside, ...extensions].map(({ settings }) => settings),
  ];
  const files = configs.flatMap((config) =>
    Object.values(config?.explicitSettings ?? {}).flatMap(({ source }) => source?.file ?? []),
  );
  return [...new Set(files)];
}

type Parsed = { readonly isInside: boolean; readonly parts: readonly string[] };

/**
 * Names of files as relative addresses, which code scanning wants. What lies below the folder of the command stays as it
 * is; of paths that begin at a root, or lead out of that folder, the folder that all of them share is taken away.
 */
export function addressesOf(files: readonly string[]): ReadonlyMap<string, string> {
  const parsed = new Map(files.map((file) => [file, parse(file)]));
  const outer = [...parsed.values()].filter(({ isInside }) => !isInside).map(({ parts }) => parts);
  const shared = sharedFolders(outer);
  return new Map(
    [...parsed].map(([file, { isInside, parts }]) => [file, address(isInside ? parts : parts.slice(shared))]),
  );
}

function parse(file: string): Parsed {
  const path = file.replaceAll('\\', '/');
  const parts: string[] = [];
  let isInside = !/^(\/|[A-Za-z]:\/)/.test(path);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) isInside = false;
  }
  return { isInside, parts };
}

/** How many folders all have in common; the last part is the file's own name. */
function sharedFolders(paths: readonly (readonly string[])[]): number {
  const [first] = paths;
  if (!first) return 0;
  const most = Math.min(...paths.map(({ length }) => length - 1));
  let count = 0;
  while (count < most && paths.every((parts) => parts[count] === first[count])) count += 1;
  return count;
}

/** No character of a name may become another part of an address. */
function address(parts: readonly string[]): string {
  return parts.map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))).join('/') || '-';
}
