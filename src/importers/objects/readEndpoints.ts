import type { ImportedFact } from '../found.ts';
import { field, list, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** The pods behind a Service, as the EndpointSlice controller has found them. */
export function readEndpointSlice({ value, place }: ObjectAt): readonly ImportedFact[] {
  const service = text(field(value, 'metadata', 'labels', 'kubernetes.io/service-name'));
  return service ? behind(service, list(field(value, 'endpoints')), value, place) : [];
}

/** The same in the older API. */
export function readEndpoints({ value, place }: ObjectAt): readonly ImportedFact[] {
  const service = text(field(value, 'metadata', 'name'));
  const addresses = list(field(value, 'subsets')).flatMap((subset) => list(field(subset, 'addresses')));
  return service ? behind(service, addresses, value, place) : [];
}

function behind(
  service: string,
  endpoints: readonly unknown[],
  value: unknown,
  place: ObjectAt['place'],
): readonly ImportedFact[] {
  const namespace = text(field(value, 'metadata', 'namespace')) ?? 'default';
  const pods = endpoints.flatMap((endpoint) => {
    const name = text(field(endpoint, 'targetRef', 'name'));
    return name && field(endpoint, 'targetRef', 'kind') === 'Pod' ? [name] : [];
  });
  return pods.length > 0 ? [{ type: 'endpoints', namespace, service, pods, place }] : [];
}
