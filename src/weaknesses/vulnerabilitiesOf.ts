import type { Connection, ConnectionEnd } from '../analysis/connection.ts';
import { releasesOf } from '../analysis/releases.ts';
import { readRelease } from '../catalog/release.ts';
import {
  affects,
  firstFixed,
  type Reached,
  type ReleaseRange,
  type Vulnerability,
  vulnerabilities,
} from '../catalog/vulnerabilities.ts';
import { onceForNamed } from '../domain/onceFor.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import type { OpenReason, Severity, Weakness } from './weakness.ts';

/** One instance of a component: the name of its host, the ids that a connection knows it by, and its configuration. */
type Instance = { readonly name: string; readonly ids: readonly string[]; readonly config: ComponentConfig };

/**
 * The vulnerabilities that the releases of a cluster have and that change one of its connections, each by the release of the
 * component itself; where several releases are possible and do not agree, it is told as possible.
 */
export function vulnerabilitiesOf(topology: Topology, connections: readonly Connection[]): readonly Weakness[] {
  return vulnerabilities.flatMap((one) => {
    const concerned = connections.filter(
      (connection) =>
        connection.count > 0 &&
        one.paths.includes(connection.path) &&
        isReached(connection, one.reached ?? null) &&
        (one.listener === undefined || connection.listener === one.listener),
    );
    if (concerned.length === 0) return [];
    const judged = instancesOf(topology, one).map((instance) => ({
      instance,
      answer: answerFor(topology, one, instance),
    }));
    return [true, 'unknown' as const].flatMap((answer) => {
      const own = judged.filter((each) => each.answer === answer).map(({ instance }) => instance);
      const connectionsOf = own.length === 0 ? [] : touched(topology, concerned, own, one);
      return connectionsOf.length === 0 ? [] : [weaknessOf(topology, one, own, connectionsOf, answer === true)];
    });
  });
}

function isReached({ hop, encryption }: Connection, reached: Reached | null): boolean {
  if (reached === null) return encryption !== 'local';
  const isOnLoopback = hop.medium === 'loopback' || hop.medium === 'reachable-loopback';
  return reached === 'on-loopback' ? isOnLoopback : hop.medium === 'network';
}

function instancesOf(
  { controlPlanes, nodes }: Topology,
  { component }: Pick<Vulnerability, 'component'>,
): readonly Instance[] {
  if (component === 'kubelet') {
    const hosts = new Map(controlPlanes.map(({ name, id }) => [name, id]));
    return nodes.map(({ id, name, kubelet }) => {
      const host = hosts.get(name);
      return { name, config: kubelet, ids: host === undefined ? [id] : [id, host] };
    });
  }
  return controlPlanes.flatMap(({ id, name, components }) => {
    const config =
      component === 'kube-apiserver' || component === 'kube-controller-manager' ? components[component] : null;
    return config ? [{ name, ids: [id], config }] : [];
  });
}

function answerFor({ kubernetesVersion }: Topology, { id }: Vulnerability, { config }: Instance): boolean | 'unknown' {
  return answerOf(config, `${id} ${kubernetesVersion}`);
}

/** Nodes that are configured alike share one configuration, and an edit changes few of them. */
const answerOf = onceForNamed((config: ComponentConfig, named): boolean | 'unknown' => {
  const [id, kubernetesVersion = ''] = named.split(' ');
  const one = vulnerabilities.find((each) => each.id === id);
  if (!one) return false;
  const releases = releasesFor({ kubernetesVersion }, one, config);
  // In every release ever made it is in this one too.
  const isInAll = one.affected.every(({ fixed, last }) => !fixed && !last);
  return releases ? affects(one, releases) : isInAll || 'unknown';
});

function releasesFor(
  topology: Pick<Topology, 'kubernetesVersion'>,
  { component }: Vulnerability,
  config: ComponentConfig,
): ReleaseRange | null {
  return releasesOf(topology, component === 'kubelet' ? 'kubelet' : 'control-plane', config);
}

/** What a vulnerability of the control plane changes is every connection of its paths; that of a kubelet, those of its node. */
function touched(
  { pods }: Topology,
  connections: readonly Connection[],
  instances: readonly Instance[],
  { component, affected, reached }: Vulnerability,
): readonly Connection[] {
  const ids = new Set(instances.flatMap((instance) => instance.ids));
  if (component !== 'kubelet') return reached === 'on-loopback' ? connections.filter(isOf(ids)) : connections;
  if (affected.length === 0) return [];
  for (const { id, nodeId } of pods) if (nodeId !== null && ids.has(nodeId)) ids.add(id);
  return connections.filter(isOf(ids));
}

function isOf(ids: ReadonlySet<string>) {
  const has = ({ members }: ConnectionEnd) => members.some((id) => ids.has(id));
  return ({ client, server }: Connection) => has(client) || has(server);
}

function weaknessOf(
  topology: Topology,
  one: Vulnerability,
  instances: readonly Instance[],
  connections: readonly Connection[],
  isSure: boolean,
): Weakness {
  const key = one.component === 'kubelet' ? 'kubeletVersion' : 'image.version';
  const told = instances.map(({ config }) => config.explicitSettings[key]?.value ?? null);
  const versions = [...new Set(told.flatMap((version) => (version === null ? [] : [version.replace(/^v/, '')])))];
  const [first] = versions;
  const minor =
    (first ? readRelease(first)?.minor : undefined) ?? readRelease(topology.kubernetesVersion)?.minor ?? null;
  return {
    id: `${one.id}${isSure ? '' : '?'}`,
    topic: one.id,
    severity: severityOfScore(one.score),
    isSure,
    on: instances.map(({ name }) => name),
    params: {
      component: one.component,
      versions: versions.sort().join(', '),
      fixed: firstFixed(one, minor) ?? '',
      ...(isSure ? {} : { open: whyOpen(topology, one, instances) }),
      last: lastNamed(one),
    },
    connections,
    reasons: instances.flatMap(({ name, config }) => {
      const explicit = config.explicitSettings[key];
      if (!explicit) return [];
      const { value, origin, source } = explicit;
      return [{ component: one.component, instance: name, key, setting: { value, origin, source }, seen: true }];
    }),
  };
}

/** Why it is not known whether a release has it: the record ends before it, a vendor made the build, or it is not told. */
function whyOpen(topology: Topology, one: Vulnerability, instances: readonly Instance[]): OpenReason {
  const releases = instances.map(({ config }) => releasesFor(topology, one, config));
  const ends = one.affected.at(-1)?.last?.[0];
  if (ends !== undefined && releases.every((each) => each?.minors.every((minor) => minor >= ends))) return 'record';
  return releases.some((each) => each && each.patch !== null && each.build !== '') ? 'vendor' : 'release';
}

function lastNamed({ affected }: Vulnerability): string {
  const last = affected.at(-1)?.last;
  return last ? `1.${last[0]}.${last[1]}` : '';
}

/** The words of CVSS 3.1 for a base score [https://www.first.org/cvss/v3.1/specification-document, section 5]. */
function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}
