import { type ComponentConfig, type ExplicitSetting, overruling, unknownConfig } from '../../domain/settings.ts';
import type { ClusterNode, ControlPlaneHost, Topology } from '../../domain/topology.ts';
import type { ImportedCluster } from '../importResult.ts';
import { manifestNamesOf } from './mirrorPods.ts';
import { placeholderControlPlane, placeholderNode } from './placeholders.ts';

/**
 * A cluster with what further files show of it. What they show takes the place of what was there; what a list no longer
 * has is removed; all else stays, with its arrangement and its remarks.
 */
export function updateTopology(before: Topology, { topology: now, listed }: ImportedCluster): Topology {
  const taken = new Set(elementsOf(before).map(({ id }) => id));
  const controlPlanes = updateHosts(before, now, listed.includes('Node'), taken);
  const nodes = updateNodes(before, now, listed.includes('Node'), taken);
  const idsByName = new Map(nodes.map(({ name, id }) => [name, id]));
  const nodeIds = new Map(now.nodes.map(({ name, id }) => [id, idsByName.get(name)]));
  const hosts = new Set([...nodes, ...controlPlanes].map(({ id }) => id));
  const nodeNames = new Map(nodes.map(({ name, id }) => [id, name]));
  const mirrored = manifestNamesOf(
    before.pods.map((pod) => ({ ...pod, nodeName: nodeNames.get(pod.nodeId ?? '') ?? null })),
  );
  const placed = now.pods
    .filter((pod) => pod.nodeId !== null || !mirrored.has(nameOf(pod)))
    .map((pod) => ({ ...pod, nodeId: pod.nodeId && (nodeIds.get(pod.nodeId) ?? pod.nodeId) }));
  const pods = updateObjects(before.pods, placed, nameOf, listed.includes('Pod'), taken);
  return {
    ...before,
    kubernetesVersion: now.kubernetesVersion === 'unknown' ? before.kubernetesVersion : now.kubernetesVersion,
    distribution: now.distribution ?? before.distribution,
    controlPlanes,
    nodes,
    // What ran on a node that is gone is gone with it.
    pods: pods.filter(({ nodeId }) => nodeId === null || hosts.has(nodeId)),
    services: updateObjects(before.services, now.services, nameOf, listed.includes('Service'), taken),
    outside: updateObjects(before.outside, now.outside.map(over(before.outside)), kindAndName, false, taken),
    extensions: updateObjects(
      before.extensions,
      now.extensions.map(over(before.extensions)),
      kindAndName,
      false,
      taken,
    ),
    sources: [...new Set([...before.sources, ...now.sources])],
  };
}

/** Whether some files show the cluster that is there: they name a node of it, or name none at all. */
export function isSameCluster(before: Topology, now: Topology): boolean {
  const shown = now.nodes.filter((node) => !standsForAll(node));
  const names = new Set(before.nodes.map(({ name }) => name));
  return shown.length === 0 || shown.some(({ name }) => names.has(name)) || before.nodes.every((node) => node.implied);
}

function nameOf({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`;
}

type Named = { readonly kind: string; readonly name: string; readonly settings: ComponentConfig };

function kindAndName({ kind, name }: Pick<Named, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** What shows only a part of something's settings leaves the others as they were. */
function over<T extends Named>(before: readonly T[]): (now: T) => T {
  const known = new Map(before.map((one) => [kindAndName(one), one.settings]));
  return (now) => {
    const old = now.settings.form === 'unknown' ? known.get(kindAndName(now)) : undefined;
    return old ? { ...now, settings: layerOver(old, now.settings) } : now;
  };
}

function elementsOf(topology: Topology): readonly { readonly id: string }[] {
  const { controlPlanes, nodes, pods, services, outside, extensions } = topology;
  return [controlPlanes, nodes, pods, services, outside, extensions].flat();
}

/** An id that no element has: somebody may have renamed the one that was made with it. */
function withFreeId<T extends { readonly id: string }>(one: T, taken: Set<string>): T {
  let id = one.id;
  for (let number = 2; taken.has(id); number += 1) id = `${one.id}~${number}`;
  taken.add(id);
  return id === one.id ? one : { ...one, id };
}

/** Objects by their names: an object that is still there keeps its id, so that remarks and places stay with it. */
function updateObjects<T extends { readonly id: string }>(
  before: readonly T[],
  now: readonly T[],
  nameOf: (one: T) => string,
  isComplete: boolean,
  taken: Set<string>,
): readonly T[] {
  const fresh = new Map(now.map((one) => [nameOf(one), one]));
  const kept = before.flatMap((one) => {
    const found = fresh.get(nameOf(one));
    fresh.delete(nameOf(one));
    if (found) return [{ ...found, id: one.id }];
    return isComplete ? [] : [one];
  });
  return [...kept, ...[...fresh.values()].map((one) => withFreeId(one, taken))];
}

/** Stands for the nodes of a cluster of which no file shows one, or for those of its control plane. */
function standsForAll({ implied, name }: ClusterNode): boolean {
  return implied === true && (name === placeholderNode || name === placeholderControlPlane);
}

/** What stands for a node: for one of the control plane its own stand-in, where there is one. */
function placeholdersOf({ nodes }: Topology, { controlPlanes }: Topology): (name: string) => ClusterNode | undefined {
  const all = nodes.filter(standsForAll);
  const own = all.find((node) => node.name === placeholderControlPlane);
  const other = all.find((node) => node.name === placeholderNode);
  const hosts = new Set(controlPlanes.map(({ name }) => name));
  return (name) => (own && (name === placeholderControlPlane || hosts.has(name)) ? own : other);
}

function updateNodes(before: Topology, now: Topology, isComplete: boolean, taken: Set<string>): readonly ClusterNode[] {
  const fresh = now.nodes.filter((node) => !standsForAll(node));
  const known = before.nodes.filter((node) => fresh.length === 0 || !standsForAll(node));
  // Of several of one name the first one counts.
  const byName = new Map(known.map((node) => [node.name, node] as const).reverse());
  const placeholderBefore = placeholdersOf(before, now);
  const placeholderNow = placeholdersOf(now, before);
  const updated = updateObjects(
    known,
    fresh.map((node) => {
      const old = byName.get(node.name) ?? placeholderBefore(node.name);
      return old ? updateNode(old, node) : node;
    }),
    ({ name }) => name,
    isComplete,
    taken,
  );
  const all = updated.map((node) => {
    const forIt = placeholderNow(node.name);
    return forIt ? updateNode(node, { ...forIt, name: node.name, implied: node.implied === true }) : node;
  });
  const isShown = all.some((node) => !standsForAll(node));
  if (isShown) return all;
  const placeholders = now.nodes.filter((node) => standsForAll(node) && !all.some(({ name }) => name === node.name));
  return [...all, ...placeholders.map((node) => withFreeId(node, taken))];
}

function updateNode(before: ClusterNode, now: ClusterNode): ClusterNode {
  const { implied: _before, ...old } = before;
  const isImplied = before.implied === true && now.implied === true;
  return {
    ...old,
    name: now.name,
    kubelet: layerOver(before.kubelet, now.kubelet),
    kubeProxy: layerOver(before.kubeProxy, now.kubeProxy),
    konnectivityAgent: now.konnectivityAgent ?? before.konnectivityAgent,
    ...(isImplied ? { implied: true } : {}),
    ...(now.zone !== undefined && { zone: now.zone }),
    ...(now.pool !== undefined && { pool: now.pool }),
    ...(now.addresses && { addresses: now.addresses }),
    ...(now.externalAddresses && { externalAddresses: now.externalAddresses }),
  };
}

/** Stands for the hosts of a control plane of which no file names one. */
const unnamedHost = 'control-plane';

function updateHosts(
  before: Topology,
  now: Topology,
  isComplete: boolean,
  taken: Set<string>,
): readonly ControlPlaneHost[] {
  const unnamed = now.controlPlanes.find(({ name }) => name === unnamedHost);
  const shared = before.controlPlanes.find(({ name }) => name === unnamedHost);
  const fresh = now.controlPlanes.filter(({ name }) => name !== unnamedHost);
  const known = before.controlPlanes.filter(({ name }) => fresh.length === 0 || name !== unnamedHost);
  const updated = updateObjects(
    known,
    fresh.map((host) => {
      const old = known.find(({ name }) => name === host.name) ?? shared;
      return old ? { ...host, components: updateComponents(old, host) } : host;
    }),
    ({ name }) => name,
    isComplete && fresh.length > 0,
    taken,
  );
  if (!unnamed) return updated;
  return updated.length === 0
    ? [withFreeId(unnamed, taken)]
    : updated.map((host) => ({ ...host, components: updateComponents(host, unnamed) }));
}

function updateComponents(before: ControlPlaneHost, now: ControlPlaneHost): ControlPlaneHost['components'] {
  const names = [...Object.keys(before.components), ...Object.keys(now.components)] as (keyof typeof now.components)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      layerOver(before.components[name] ?? unknownConfig, now.components[name] ?? unknownConfig),
    ]),
  );
}

/**
 * A newer configuration over an older one. A whole command line replaces the flags of the older one, a file its fields; what
 * comes from the other stays. What a user had set gives way, and is kept as a value that lost.
 */
function layerOver(before: ComponentConfig, now: ComponentConfig): ComponentConfig {
  const entries = Object.entries(now.explicitSettings);
  if (now.form === 'unknown' && entries.length === 0) return before;
  // What is only a part of a configuration takes nothing away.
  const replaced = new Set(now.form === 'unknown' ? [] : entries.map(([, { origin }]) => origin));
  if (now.form === 'flags') replaced.add('flag');
  if (now.form === 'config-file' || now.form === 'kubeadm') replaced.add('file');
  const kept = Object.entries(before.explicitSettings).filter(([, { origin }]) => !replaced.has(origin));
  const explicitSettings: Record<string, ExplicitSetting> = Object.fromEntries(kept);
  for (const [key, setting] of entries) explicitSettings[key] = winnerOf(explicitSettings[key], setting);
  return { form: formOf(before.form, now.form), explicitSettings };
}

/** A flag wins over a file, whichever of the two was read later. */
function winnerOf(before: ExplicitSetting | undefined, now: ExplicitSetting): ExplicitSetting {
  if (!before) return now;
  return before.origin === 'flag' && now.origin === 'file' ? overruling(before, [now]) : overruling(now, [before]);
}

function formOf(before: ComponentConfig['form'], now: ComponentConfig['form']): ComponentConfig['form'] {
  if (now === 'unknown' || (now === 'flags' && before === 'config-file')) return before;
  return now === 'kubeadm' && before === 'flags' ? 'flags' : now;
}
