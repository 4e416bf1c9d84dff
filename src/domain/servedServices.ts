import { groupBy } from './groupBy.ts';
import { onceForBoth } from './onceFor.ts';
import { isBehind, type Pod, type Service } from './topology.ts';

/**
 * Services behind which at least one pod runs: nobody dials the others. In a namespace of which no pod is shown, or one
 * without its labels, nothing is known of them, and all count.
 */
export const servedServices = onceForBoth(
  (services: readonly Service[], pods: readonly Pod[]): ReadonlySet<Service> => {
    const shown = namespacesShown(pods);
    return new Set([...services.filter(({ namespace }) => !shown.has(namespace)), ...servicesBefore(services, pods)]);
  },
);

/** Services that select one of some running pods. */
export const servicesBefore = onceForBoth(
  (services: readonly Service[], pods: readonly Pod[]): ReadonlySet<Service> => {
    const waiting = new Map(
      [...groupBy(services, ({ namespace }) => namespace)].map(([name, own]) => [name, index(own)]),
    );
    const served = new Set<Service>();
    for (const pod of pods) {
      const here = pod.running ? waiting.get(pod.namespace) : undefined;
      if (!here) continue;
      for (const service of candidates(here, pod))
        if (!served.has(service) && isBehind(pod, service)) served.add(service);
    }
    return served;
  },
);

/** The services of a namespace by one label that their pods must have, and by the pods that they name. */
type Index = {
  readonly byLabel: ReadonlyMap<string, ReadonlyMap<string, readonly Service[]>>;
  readonly byPod: ReadonlyMap<string, readonly Service[]>;
};

function index(services: readonly Service[]): Index {
  const byLabel = new Map<string, Map<string, Service[]>>();
  const byPod = new Map<string, Service[]>();
  for (const service of services) {
    const [label] = Object.entries(service.selector);
    if (label) {
      const [name, value] = label;
      const values = byLabel.get(name) ?? new Map<string, Service[]>();
      byLabel.set(name, values);
      pushTo(values, value, service);
    }
    for (const pod of service.endpointPods ?? []) pushTo(byPod, pod, service);
  }
  return { byLabel, byPod };
}

function* candidates({ byLabel, byPod }: Index, { name, labels }: Pod): Iterable<Service> {
  for (const [label, values] of byLabel) {
    const value = labels[label];
    if (value !== undefined) yield* values.get(value) ?? [];
  }
  yield* byPod.get(name) ?? [];
}

function pushTo<K>(lists: Map<K, Service[]>, key: K, service: Service) {
  const list = lists.get(key);
  if (list) list.push(service);
  else lists.set(key, [service]);
}

/** Namespaces whose pods are shown with their labels: what a table of pods lists has none. */
function namespacesShown(pods: readonly Pod[]): ReadonlySet<string> {
  const shown = new Set<string>();
  const unlabelled = new Set<string>();
  for (const { namespace, labels } of pods) {
    shown.add(namespace);
    if (!hasLabel(labels)) unlabelled.add(namespace);
  }
  for (const namespace of unlabelled) shown.delete(namespace);
  return shown;
}

function hasLabel(labels: Pod['labels']): boolean {
  for (const _name in labels) return true;
  return false;
}
