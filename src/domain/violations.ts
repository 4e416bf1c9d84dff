import type { Topology } from './topology.ts';

export type Violation =
  | { readonly id: 'duplicate-id'; readonly params: { readonly name: string } }
  | { readonly id: 'invalid-name'; readonly params: { readonly name: string } }
  | { readonly id: 'duplicate-name'; readonly params: { readonly name: string } }
  | { readonly id: 'missing-node'; readonly params: { readonly name: string } };

const dnsSubdomain = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/**
 * Whether Kubernetes would take this as an object name: a DNS subdomain of RFC 1123, at most 253 characters.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function isValidName(name: string): boolean {
  return dnsSubdomain.test(name);
}

/** Breaches of the rules that every model must keep. */
export function violations(topology: Topology): readonly Violation[] {
  return [...brokenIds(topology), ...invalidNames(topology), ...duplicateNames(topology)];
}

/** Breaches that nothing can work with: two elements with one id, and pods on nodes that are not there. */
export function brokenIds(topology: Topology): readonly Violation[] {
  return [...duplicateIds(topology), ...danglingPods(topology)];
}

function duplicateIds(topology: Topology): Violation[] {
  const { controlPlanes, nodes, pods, services, outside, extensions } = topology;
  const ids = [controlPlanes, nodes, pods, services, outside, extensions].flatMap((some) => some.map(({ id }) => id));
  return repeated(ids).map((name) => ({ id: 'duplicate-id', params: { name } }));
}

function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}

function invalidNames(topology: Topology): Violation[] {
  const named = [...topology.controlPlanes, ...topology.nodes, ...topology.pods, ...topology.services];
  return named.filter(({ name }) => !isValidName(name)).map(({ name }) => ({ id: 'invalid-name', params: { name } }));
}

function duplicateNames(topology: Topology): Violation[] {
  const scopes = [
    topology.controlPlanes.map(({ name }) => name),
    topology.nodes.map(({ name }) => name),
    topology.pods.map((pod) => `${pod.namespace}/${pod.name}`),
    topology.services.map((service) => `${service.namespace}/${service.name}`),
  ];
  return scopes.flatMap((names) =>
    repeated(names).map((name) => ({ id: 'duplicate-name', params: { name } }) as const),
  );
}

function danglingPods(topology: Topology): Violation[] {
  const nodes = new Set(topology.nodes.map(({ id }) => id));
  const hosts = new Set(topology.controlPlanes.map(({ id }) => id));
  return topology.pods
    .filter(({ nodeId }) => nodeId !== null && !nodes.has(nodeId) && !hosts.has(nodeId))
    .map(({ name }) => ({ id: 'missing-node', params: { name } }));
}
