/*
 * What an object of Kubernetes has that is large and that no reader looks at, so that it need not be parsed. Of the lists
 * among it the number of members is kept: `droppedFrom` counts some.
 */

/** Keys by their length, by which most are told apart at once. */
export type Keys = readonly (readonly Uint8Array[] | undefined)[];

function keys(...names: readonly string[]): Keys {
  const byLength: Uint8Array[][] = [];
  for (const name of names) {
    const alike = byLength[name.length] ?? [];
    byLength[name.length] = [...alike, new TextEncoder().encode(name)];
  }
  return byLength;
}

/** Unread keys of three maps that every object may have, and of each container in `spec`. */
export const unread = {
  metadata: keys('managedFields', 'ownerReferences'),
  spec: keys('affinity', 'tolerations', 'topologySpreadConstraints', 'volumes'),
  status: keys(
    'allocatable',
    'capacity',
    'conditions',
    'containerStatuses',
    'ephemeralContainerStatuses',
    'images',
    'initContainerStatuses',
    'volumesAttached',
    'volumesInUse',
  ),
  container: keys('lifecycle', 'livenessProbe', 'readinessProbe', 'resources', 'securityContext', 'startupProbe'),
  containers: keys('containers', 'initContainers'),
};

const sections = [
  { name: keys('metadata'), within: unread.metadata },
  { name: keys('spec'), within: unread.spec },
  { name: keys('status'), within: unread.status },
];

/** The unread keys of a map whose own key is given; null where all of it is read. */
export function unreadIn(bytes: Uint8Array, from: number, to: number): Keys | null {
  return sections.find(({ name }) => isOneOf(name, bytes, from, to))?.within ?? null;
}

/** Whether the bytes between two indices are one of some keys. */
export function isOneOf(known: Keys, bytes: Uint8Array, from: number, to: number): boolean {
  // What began in an earlier chunk has a negative index, and is read like all else.
  const candidates = from < 0 ? undefined : known[to - from];
  if (candidates === undefined) return false;
  for (const name of candidates) if (isAt(name, bytes, from)) return true;
  return false;
}

function isAt(name: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let index = 0; index < name.length; index += 1) if (bytes[from + index] !== name[index]) return false;
  return true;
}
