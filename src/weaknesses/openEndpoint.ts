import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import type { Weakness } from './weakness.ts';

/** Ranges that are everybody. */
const everybody: readonly string[] = ['0.0.0.0/0', '::/0'];

/** A provider that serves the kube-apiserver to every address of the Internet: a fact of its listener, whatever TLS does. */
export function openEndpoint({ controlPlanes }: Topology, connections: readonly Connection[]): readonly Weakness[] {
  const open = controlPlanes.filter(({ components }) => {
    const settings = components['kube-apiserver']?.explicitSettings ?? {};
    const ranges = (settings['endpoint.authorizedRanges']?.value ?? '').split(',').filter(Boolean);
    const isForAll = ranges.length === 0 || ranges.some((range) => everybody.includes(range));
    return settings['endpoint.publicAccess']?.value === 'true' && isForAll;
  });
  if (open.length === 0) return [];
  const ids = new Set(open.map(({ id }) => id));
  return [
    {
      id: 'endpoint-open',
      topic: 'endpoint-open',
      severity: 'medium',
      isSure: true,
      on: open.map(({ name }) => name),
      params: {},
      connections: connections.filter(
        ({ path, server, count }) => count > 0 && path === 'A03' && server.members.some((id) => ids.has(id)),
      ),
      reasons: open.flatMap(({ name, components }) => {
        const explicit = components['kube-apiserver']?.explicitSettings['endpoint.publicAccess'];
        if (!explicit) return [];
        const { value, origin, source } = explicit;
        const setting = { value, origin, source };
        return [{ component: 'kube-apiserver', instance: name, key: 'endpoint.publicAccess', setting, seen: true }];
      }),
    },
  ];
}
