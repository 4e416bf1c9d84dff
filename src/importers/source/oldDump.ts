import { field } from './fields.ts';

/*
 * Dumps of programs that printed Kubernetes’ Go structures by their Go names: `Items`, `Spec`, `ObjectMeta`.
 */

/** Whether the fields of an object have their Go names. */
export function isOldDump(value: unknown): boolean {
  const has = (name: string) => field(value, name) !== undefined;
  return (has('Items') && !has('items')) || ((has('Spec') || has('ObjectMeta')) && !has('spec') && !has('kind'));
}

/** Maps whose keys belong to users. */
const ownKeys: readonly string[] = ['labels', 'annotations', 'selector', 'nodeSelector', 'data'];

/** The same value with the names that Kubernetes' API has for its fields. */
export function namesOfToday(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(namesOfToday);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      if (name === 'TypeMeta' && typeof inner === 'object' && inner !== null)
        return Object.entries(namesOfToday(inner) ?? {});
      const key = name === 'ObjectMeta' ? 'metadata' : nameOfToday(name);
      return [[key, ownKeys.includes(key) ? inner : namesOfToday(inner)]];
    }),
  );
}

/** `NodeName` to `nodeName`, `ClusterIP` to `clusterIP`, `DNSPolicy` to `dnsPolicy`. */
function nameOfToday(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (first) => first.toLowerCase());
}
