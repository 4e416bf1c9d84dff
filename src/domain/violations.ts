import type { Topology } from './topology.ts';

export type Violation =
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
  return [...invalidNames(topology), ...duplicates(topology), ...danglingPods(topology)];
}

function invalidNames(topology: Topology): Violation[] {
  const named = [...topology.controlPlanes, ...topology.nodes, ...topology.pods, ...topology.services];
  return named.filter(({ name }) => !isValidName(name)).map(({ name }) => ({ id: 'invalid-name', params: { name } }));
}

function duplicates(topology: Topology): Violation[] {
  const scopes = [
    topology.controlPlanes.map(({ name }) => name),
    topology.nodes.map(({ name }) => name),
    topology.pods.map((pod) => `${pod.namespace}/${pod.name}`),
    topology.services.map((service) => `${service.namespace}/${service.name}`),
  ];
  return scopes.flatMap((names) =>
    [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
      (name) => ({ id: 'duplicate-name', params: { name } }) as const,
    ),
  );
}

function danglingPods(topology: Topology): Violation[] {
  const nodes = new Set(topology.nodes.map(({ id }) => id));
  const hosts = new Set(topology.controlPlanes.map(({ id }) => id));
  return topology.pods
    .filter(({ nodeId }) => nodeId !== null && !nodes.has(nodeId) && !hosts.has(nodeId))
    .map(({ name }) => ({ id: 'missing-node', params: { name } }));
}
