import { mostPorts } from '../../domain/limits.ts';
import type { ServiceType } from '../../domain/topology.ts';
import type { ImportedFact } from '../found.ts';
import { field, isPort, list, stringMap, text } from '../source/fields.ts';
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
  // kube-proxy leaves an address whose mode is Proxy to the balancer [KEP1860].
  const loadBalancerIps = list(field(value, 'status', 'loadBalancer', 'ingress')).flatMap((one) =>
    field(one, 'ipMode') === 'Proxy' ? [] : (text(field(one, 'ip')) ?? []),
  );
  const listed = list(field(value, 'spec', 'ports')).slice(0, mostPorts);
  const ports = listed.flatMap((port) => {
    const number = field(port, 'port');
    return isPort(number) ? [{ number, isTcp: (field(port, 'protocol') ?? 'TCP') === 'TCP' }] : [];
  });
  const ofTcp = new Set(ports.flatMap(({ number, isTcp }) => (isTcp ? [number] : [])));
  const udpPorts = [...new Set(ports.flatMap(({ number }) => (ofTcp.has(number) ? [] : [number])))];
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
        ports: ports.map(({ number }) => number),
        ...(externalIps.length > 0 && { externalIps }),
        ...(loadBalancerIps.length > 0 && { loadBalancerIps }),
        ...(udpPorts.length > 0 && { udpPorts }),
      },
    },
  ];
}
