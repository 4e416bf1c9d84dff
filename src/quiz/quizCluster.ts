import type { Layer } from '../analysis/layer.ts';
import { applyEdit } from '../domain/applyEdit.ts';
import { extensionKinds, type Topology } from '../domain/topology.ts';
import { instancesOf } from '../remedies/change.ts';
import { type ScenarioId, scenario } from '../scenarios/scenarios.ts';
import type { Level } from './question.ts';
import { between, oneOf, type Random, shuffled } from './seededRandom.ts';
import { documentedChanges, furtherChanges, isEffective, withChange } from './settingChange.ts';

/** Which clusters a level begins with. */
const startsOf: Readonly<Record<Level, readonly ScenarioId[]>> = {
  1: ['documentation', 'kubeadm', 'hardened'],
  2: ['documentation', 'kubeadm', 'hardened', 'ha', 'everything-wrong'],
  3: ['kubeadm', 'hardened', 'ha', 'ssh', 'konnectivity', 'k3s', 'everything-wrong'],
};

const mostChanges: Readonly<Record<Level, number>> = { 1: 2, 2: 4, 3: 6 };

/** A cluster for a question: a known one with a few settings changed. */
export function quizCluster(random: Random, level: Level): Topology {
  const start = scenario(oneOf(random, startsOf[level]) ?? 'documentation');
  const named: Topology = { ...start, name: 'quiz', listDocumentedTunnels: false };
  const grown = level === 3 ? withMore(random, named) : named;
  const known = level === 3 ? [...documentedChanges, ...furtherChanges] : documentedChanges;
  const wanted = between(random, 1, mostChanges[level]);
  let made = 0;
  let cluster = grown;
  for (const change of shuffled(random, known)) {
    if (made === wanted) break;
    if (!isEffective(cluster, change)) continue;
    cluster = withChange(cluster, change);
    made++;
  }
  return level === 3 && random() < 0.5 ? withSomethingUnknown(random, cluster) : cluster;
}

/** Which paths are drawn at a level. */
export function layerOf(level: Level): Layer {
  return level === 3 ? 'all' : 'documented';
}

/** Extensions and a load balancer, where there are none. */
function withMore(random: Random, topology: Topology): Topology {
  const missing = extensionKinds.filter((kind) => !topology.extensions.some((one) => one.kind === kind));
  const extended = shuffled(random, missing)
    .slice(0, between(random, 0, 2))
    .reduce((cluster, kind) => applyEdit(cluster, { type: 'add-extension', kind }), topology);
  const hasBalancer = extended.outside.some(({ kind }) => kind === 'load-balancer');
  return hasBalancer || random() < 0.6 ? extended : applyEdit(extended, { type: 'add-outside', kind: 'load-balancer' });
}

/** One component of which nobody has seen how it is started. */
function withSomethingUnknown(random: Random, topology: Topology): Topology {
  const component = oneOf(random, ['kube-apiserver', 'kubelet', 'etcd', 'konnectivity-server'] as const);
  if (component === null) return topology;
  const refs = instancesOf(topology, component).map(({ ref }) => ref);
  return applyEdit(topology, { type: 'set-form', refs, form: 'unknown' });
}
