import { effectiveSetting } from '../catalog/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { type Change, instancesOf, isNeeded } from './change.ts';
import { type ChangeFact, remedyFacts } from './remedyFacts.ts';
import type { RemedyId } from './remedyIds.ts';

/** What a remedy changes in this cluster, with the cluster's own values; nothing where all of it is in place. */
export function changesOf(topology: Topology, id: RemedyId): readonly Change[] {
  return remedyFacts[id].changes.map((fact) => resolved(topology, fact)).filter((change) => isNeeded(topology, change));
}

function resolved(topology: Topology, { like, asHttps, ...change }: ChangeFact): Change {
  if (like) return { ...change, value: presentValue(topology, ...like) ?? change.value };
  if (!asHttps || change.component === 'pod') return change;
  const present = valuesOf(topology, change.component, change.key).filter((value) => value !== null);
  // Where each instance has addresses of its own, one that fits all of them.
  const [first] = new Set(present).size === 1 ? present : [];
  return { ...change, value: first?.replaceAll('http://', 'https://') ?? change.value };
}

function presentValue(topology: Topology, component: Parameters<typeof instancesOf>[1], key: string): string | null {
  return valuesOf(topology, component, key).find((value) => value !== null) ?? null;
}

function valuesOf(
  topology: Topology,
  component: Parameters<typeof instancesOf>[1],
  key: string,
): readonly (string | null)[] {
  return instancesOf(topology, component).map(
    ({ config }) => effectiveSetting(component, config, key, topology.kubernetesVersion).value,
  );
}

/** Whether what has to come before a remedy is already so: every kubelet has a certificate that somebody else signed. */
export function isPrepared(topology: Topology, id: RemedyId): boolean {
  if (!remedyFacts[id].after) return true;
  return topology.nodes.every(({ kubelet }) => {
    const read = (key: string) => effectiveSetting('kubelet', kubelet, key, topology.kubernetesVersion).value;
    return read('serverTLSBootstrap') === 'true' || read('tlsCertFile') !== null;
  });
}
