import type { ServiceType } from '../../domain/topology.ts';
import type { ImportedFact } from '../found.ts';
import { field, list, stringMap, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { FieldProjection } from '../source/projectingParser.ts';

const types: readonly ServiceType[] = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'];

/** What is read of a Service, beside what all objects have. */
export const serviceFields = {
  spec: { type: 'shared', clusterIP: 'all', selector: 'shared', ports: 'shared', externalIPs: 'all', template: 'all' },
  status: { loadBalancer: 'all' },
} as const satisfies FieldProjection;

/** A Service; one without a type is a ClusterIP, as in Kubernetes. */
export function readService({ value, place }: ObjectAt): readonly ImportedFact[] {
  const name = text(field(value, 'metadata', 'name'));
  if (!name)
    return [
      { type: 'issue', issue: { code: 'missing-name', severity: 'warning', place, params: { kind: 'Service' } } },
    ];
  const explicit = field(value, 'spec', 'type');
  const externalIps = list(field(value, 'spec', 'externalIPs')).flatMap((one) => text(one) ?? []);
  const loadBalancerIps = list(field(value, 'status', 'loadBalancer', 'ingress')).flatMap(
    (one) => text(field(one, 'ip')) ?? [],
  );
  return [
    {
      type: 'service',
      place,
      service: {
        name,
        namespace: text(field(value, 'metadata', 'namespace')) ?? 'default',
        type: types.find((type) => type === explicit) ?? 'ClusterIP',
        clusterIp: text(field(value, 'spec', 'clusterIP')) ?? null,
        selector: stringMap(field(value, 'spec', 'selector')),
        ports: list(field(value, 'spec', 'ports')).flatMap((port) => {
          const number = field(port, 'port');
          return typeof number === 'number' ? [number] : [];
        }),
        ...(externalIps.length > 0 && { externalIps }),
        ...(loadBalancerIps.length > 0 && { loadBalancerIps }),
      },
    },
  ];
}
