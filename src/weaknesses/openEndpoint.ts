import ipaddr from 'ipaddr.js';
import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import type { Weakness } from './weakness.ts';

/** Whether some ranges together are all addresses of one family. */
function isEverybody(ranges: readonly string[]): boolean {
  const read = ranges.map((range) => range.trim()).filter((range) => ipaddr.isValidCIDR(range));
  return (['ipv4', 'ipv6'] as const).some((kind) => {
    const own = read.map((range) => ipaddr.parseCIDR(range)).filter(([address]) => address.kind() === kind);
    return coversAll(own.map(([address, bits]) => bitsOf(address.toByteArray()).slice(0, bits)));
  });
}

/** Whether each address begins with one of some prefixes, written as bits. */
function coversAll(prefixes: readonly string[]): boolean {
  if (prefixes.includes('')) return true;
  if (prefixes.length === 0) return false;
  return ['0', '1'].every((bit) => coversAll(prefixes.filter((one) => one.startsWith(bit)).map((one) => one.slice(1))));
}

function bitsOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}

/** A provider that serves the kube-apiserver to every address of the Internet: a fact of its listener, whatever TLS does. */
export function openEndpoint({ controlPlanes }: Topology, connections: readonly Connection[]): readonly Weakness[] {
  const open = controlPlanes.filter(({ components }) => {
    const settings = components['kube-apiserver']?.explicitSettings ?? {};
    const ranges = (settings['endpoint.authorizedRanges']?.value ?? '').split(',').filter(Boolean);
    return settings['endpoint.publicAccess']?.value === 'true' && (ranges.length === 0 || isEverybody(ranges));
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
