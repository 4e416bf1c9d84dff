import type { Analysis } from '../analysis/analyze.ts';
import type { Reason } from '../analysis/connection.ts';
import { settingFacts } from '../catalog/settings.ts';
import type { Topology } from '../domain/topology.ts';

/** What somebody has to know to answer without seeing the verdicts: the settings that decide them, and careless pods. */
export type Known = {
  /** Instances with equal values stand once. */
  readonly settings: readonly (Reason & { readonly instances: readonly string[] })[];
  /** Names of pods whose clients do not check the server. */
  readonly carelessPods: readonly string[];
};

const order = new Map(settingFacts.map(({ component, key }, index) => [`${component} ${key}`, index]));

/** The settings that decide the verdicts of some connections, in the order of the catalog. */
export function knownSettings(
  topology: Topology,
  { connections }: Analysis,
  candidates: readonly string[] | null,
): Known {
  const asked = connections.filter(({ id, count }) => count > 0 && (candidates === null || candidates.includes(id)));
  const found = new Map<string, Reason & { readonly instances: readonly string[] }>();
  for (const { reasons } of asked)
    for (const reason of Object.values(reasons).flat()) {
      const { component, key, instance, setting } = reason;
      const id = `${component} ${key} ${setting.value} ${setting.origin}`;
      const instances = found.get(id)?.instances ?? [];
      if (!instances.includes(instance)) found.set(id, { ...reason, instances: [...instances, instance] });
    }
  const rank = ({ component, key }: Reason) => order.get(`${component} ${key}`) ?? order.size;
  return {
    settings: [...found.values()].sort((a, b) => rank(a) - rank(b)),
    carelessPods: asked.some(({ path }) => path === 'P04')
      ? topology.pods.filter((pod) => pod.skipsVerification && pod.tokenMounted).map(({ name }) => name)
      : [],
  };
}
