import type { ClusterNode, ControlPlaneHost, Extension, ExternalActor, Pod, Service, Topology } from './topology.ts';

/** A part of a cluster, to be put into the same or another one. */
export type ModelPart = {
  readonly controlPlanes: readonly ControlPlaneHost[];
  readonly nodes: readonly ClusterNode[];
  readonly pods: readonly Pod[];
  readonly services: readonly Service[];
  readonly outside: readonly ExternalActor[];
  readonly extensions: readonly Extension[];
};

/** The named elements of a topology, in its order. */
export function modelPartOf(topology: Topology, ids: readonly string[]): ModelPart {
  const wanted = new Set(ids);
  const named = <T extends { readonly id: string }>(members: readonly T[]) =>
    members.filter(({ id }) => wanted.has(id));
  return {
    controlPlanes: named(topology.controlPlanes),
    nodes: named(topology.nodes),
    pods: named(topology.pods),
    services: named(topology.services),
    outside: named(topology.outside),
    extensions: named(topology.extensions),
  };
}

/**
 * A topology with the fragment's elements added. Each gets a free id and, where its own is taken, a free name. Pods go
 * to the copy of their node, else to the node itself, else to the first one.
 */
export function withModelPart(topology: Topology, fragment: ModelPart): Topology {
  const copies = new Map<string, string>();
  let result = topology;
  const renewed = <T extends { readonly id: string; readonly name: string }>(
    member: T,
    names: readonly string[],
  ): T => {
    const id = freeId(result, stemOf(member.id));
    copies.set(member.id, id);
    return { ...member, id, name: names.includes(member.name) ? freeName(names, stemOf(member.name)) : member.name };
  };
  for (const host of fragment.controlPlanes) {
    const added = renewed(host, namesOf(result.controlPlanes));
    result = { ...result, controlPlanes: [...result.controlPlanes, added] };
  }
  for (const node of fragment.nodes) {
    const added = renewed(node, namesOf(result.nodes));
    result = { ...result, nodes: [...result.nodes, added] };
  }
  for (const pod of fragment.pods) {
    const own = pod.nodeId === null ? undefined : copies.get(pod.nodeId);
    const known = [...result.nodes, ...result.controlPlanes].find((host) => host.id === pod.nodeId)?.id;
    const nodeId = own ?? known ?? result.nodes[0]?.id ?? null;
    const added = { ...renewed(pod, namesIn(result.pods, pod.namespace)), nodeId };
    result = { ...result, pods: [...result.pods, added] };
  }
  for (const service of fragment.services) {
    const added = renewed(service, namesIn(result.services, service.namespace));
    result = { ...result, services: [...result.services, added] };
  }
  for (const one of fragment.outside) {
    const added = renewed(one, namesOf(result.outside));
    result = { ...result, outside: [...result.outside, added] };
  }
  for (const one of fragment.extensions) {
    const added = renewed(one, namesOf(result.extensions));
    result = { ...result, extensions: [...result.extensions, added] };
  }
  return result;
}

/** `worker-3` as `worker`, so that a copy is `worker-4` and not `worker-3-1`. */
function stemOf(name: string): string {
  return name.replace(/-\d+$/, '');
}

function namesOf(members: readonly { readonly name: string }[]): readonly string[] {
  return members.map(({ name }) => name);
}

function namesIn(
  members: readonly { readonly name: string; readonly namespace: string }[],
  namespace: string,
): readonly string[] {
  return namesOf(members.filter((member) => member.namespace === namespace));
}

/** The first of `stem-1`, `stem-2` … that is not taken. */
export function freeName(names: readonly string[], stem: string): string {
  let number = 1;
  while (names.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** An id that no element of the topology has. */
export function freeId(topology: Topology, stem: string): string {
  const taken = new Set(
    [
      ...topology.controlPlanes,
      ...topology.nodes,
      ...topology.pods,
      ...topology.services,
      ...topology.outside,
      ...topology.extensions,
    ].map(({ id }) => id),
  );
  let number = taken.size + 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
