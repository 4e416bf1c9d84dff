import { longestName } from '../domain/limits.ts';
import type { ComponentConfig, ExplicitSetting, OverruledValue, SourcePlace } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { isSought, type NameKind, type Rename, renamedValue, withoutKnown } from './pseudonymValues.ts';

/** What leads back from pseudonyms to names, and the mark of the models that it is for. */
export type PseudonymKey = {
  readonly mitmap: 'key';
  readonly model?: string;
  readonly names: Readonly<Record<string, string>>;
};

export type Pseudonymized = {
  readonly topology: Topology;
  readonly key: PseudonymKey;
  /** The id of an element, a box or a connection, as the renamed model has it. */
  readonly subject: (id: string) => string;
};

/** Pseudonyms for several models, the same for the same names. */
export type Pseudonyms = {
  readonly of: (topology: Topology) => Omit<Pseudonymized, 'key'>;
  /** The pseudonym of a file, and of anything else that a message names. */
  readonly file: (name: string) => string;
  readonly name: (name: string) => string;
  readonly key: () => PseudonymKey;
};

/** Names that Kubernetes gives and that decide something; they say nothing about whose cluster it is. */
const common: readonly string[] = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'kubernetes',
  'node',
  'control-plane',
  'metrics-server',
];

/**
 * The same cluster with pseudonyms for the names of nodes, pods, namespaces, services, clients and files, for labels, and
 * for addresses and host names in settings. Equal names have equal pseudonyms. Verdicts stay as they are.
 * @param mark what model and key know each other by
 */
export function pseudonymize(topology: Topology, mark?: string): Pseudonymized {
  const pseudonyms = createPseudonyms(mark);
  const made = pseudonyms.of(topology);
  return { ...made, key: pseudonyms.key() };
}

/** Pseudonyms for one import, however many clusters it has. */
export function createPseudonyms(mark?: string): Pseudonyms {
  const byName = new Map<string, string>();
  const sought = new Map<string, string>();
  const names: Record<string, string> = {};
  const counts = new Map<NameKind, number>();
  const pseudonym = (kind: NameKind, name: string): string => {
    if (name === '' || common.includes(name)) return name;
    const known = byName.get(name);
    if (known !== undefined) {
      if (isSought(kind, name)) sought.set(name, known);
      return known;
    }
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const made = `${kind}-${number}`;
    byName.set(name, made);
    if (isSought(kind, name)) sought.set(name, made);
    names[made] = name;
    return made;
  };
  const known = (name: string) => sought.get(name);
  return {
    of: (topology) => {
      const { topology: made, subject } = renamed(topology, pseudonym, known);
      return { topology: { ...made, pseudonymous: mark ?? true }, subject };
    },
    file: (name) => pseudonym('file', name),
    name: (name) => known(name) ?? pseudonym('name', name),
    key: () => ({ mitmap: 'key', ...(mark !== undefined && { model: mark }), names }),
  };
}

/** The topology with its names again, and how many pseudonyms of the key were in it. */
export function restoreNames(
  topology: Topology,
  key: PseudonymKey,
): { readonly topology: Topology; readonly count: number } {
  // Each name has one pseudonym: a key that gives two the same name is none of ours.
  const all = Object.values(key.names);
  if (new Set(all).size !== all.length) return { topology, count: 0 };
  const mark = topology.pseudonymous;
  if (key.model !== undefined && mark !== undefined && mark !== key.model) return { topology, count: 0 };
  let count = 0;
  const used = new Set<string>();
  const originalOf = (name: string) => {
    const original = Object.hasOwn(key.names, name) ? key.names[name] : undefined;
    if (original !== undefined && !used.has(name)) count += 1;
    used.add(name);
    return original;
  };
  const { topology: restored } = renamed(topology, (_kind, name) => originalOf(name) ?? name, originalOf);
  const { pseudonymous: _, ...named } = restored;
  return count > 0 ? { topology: named, count } : { topology, count };
}

/** A name, or the path of a file. */
const longestRestored = 16 * longestName;

/** A key file's content; null where a text is none. */
export function readPseudonymKey(content: string): PseudonymKey | null {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value !== 'object' || value === null || !('mitmap' in value) || value.mitmap !== 'key') return null;
    const names = 'names' in value ? value.names : null;
    if (typeof names !== 'object' || names === null) return null;
    const texts = Object.entries(names).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= longestRestored,
    );
    const model = 'model' in value && typeof value.model === 'string' ? value.model : undefined;
    return { mitmap: 'key', ...(model !== undefined && { model }), names: Object.fromEntries(texts) };
  } catch {
    return null;
  }
}

function renamed(
  topology: Topology,
  rename: Rename,
  known: (name: string) => string | undefined,
): Omit<Pseudonymized, 'key'> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const idOf = (id: string, prefix: string, name: string) => {
    let made = `${prefix}:${name}`;
    // Files of our own may give two elements one name.
    for (let number = 2; taken.has(made); number += 1) made = `${prefix}:${name}~${number}`;
    taken.add(made);
    ids.set(id, made);
    return made;
  };
  const labels = (map: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [rename('label', key), rename('label', value)]));
  const configs = new Map<ComponentConfig, ComponentConfig>();
  // Nodes that are configured alike share one configuration, and go on to.
  const config = (one: ComponentConfig): ComponentConfig => {
    const made = configs.get(one) ?? renamedConfig(one, rename, known);
    configs.set(one, made);
    return made;
  };
  nameAll(topology, rename);
  const nodes = topology.nodes.map((node) => {
    const name = rename('node', node.name);
    const { kubelet, kubeProxy, konnectivityAgent, zone, pool, addresses, externalAddresses } = node;
    return {
      ...node,
      name,
      id: idOf(node.id, 'node', name),
      kubelet: config(kubelet),
      kubeProxy: config(kubeProxy),
      konnectivityAgent: konnectivityAgent && config(konnectivityAgent),
      ...(zone !== undefined && { zone: rename('zone', zone) }),
      ...(pool !== undefined && { pool: rename('pool', pool) }),
      ...(addresses && { addresses: addresses.map((one) => rename('address', one)) }),
      ...(externalAddresses && { externalAddresses: externalAddresses.map((one) => rename('address', one)) }),
    };
  });
  const controlPlanes = topology.controlPlanes.map((host) => {
    const name = rename('node', host.name);
    const components = Object.fromEntries(
      Object.entries(host.components).map(([component, one]) => [component, config(one)]),
    );
    return { ...host, name, id: idOf(host.id, 'host', name), components };
  });
  const pods = topology.pods.map((pod) => {
    const [namespace, name] = [rename('namespace', pod.namespace), rename('pod', pod.name)];
    const nodeId = pod.nodeId && (ids.get(pod.nodeId) ?? pod.nodeId);
    return {
      ...pod,
      namespace,
      name,
      nodeId,
      id: idOf(pod.id, 'pod', `${namespace}/${name}`),
      labels: labels(pod.labels),
    };
  });
  const services = topology.services.map((service) => {
    const [namespace, name] = [rename('namespace', service.namespace), rename('service', service.name)];
    const { clusterIp, endpointPods, externalIps, loadBalancerIps } = service;
    return {
      ...service,
      namespace,
      name,
      id: idOf(service.id, 'service', `${namespace}/${name}`),
      selector: labels(service.selector),
      clusterIp: clusterIp && clusterIp !== 'None' ? rename('address', clusterIp) : clusterIp,
      ...(endpointPods && { endpointPods: endpointPods.map((pod) => rename('pod', pod)) }),
      ...(externalIps && { externalIps: externalIps.map((one) => rename('address', one)) }),
      ...(loadBalancerIps && { loadBalancerIps: loadBalancerIps.map((one) => rename('address', one)) }),
    };
  });
  const outside = topology.outside.map((one, index) => {
    const name = rename('client', one.name);
    return { ...one, name, id: idOf(one.id, `client:${index}`, name), settings: config(one.settings) };
  });
  const extensions = topology.extensions.map((one) => {
    const name = rename('extension', one.name);
    return { ...one, name, id: idOf(one.id, one.kind, name), settings: config(one.settings) };
  });
  const subject = (id: string) => renamedSubject(id, ids);
  const bySubject = <T>(map: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(map).map(([id, value]) => [subject(id), value]));
  const made: Topology = {
    ...topology,
    name: rename('file', topology.name),
    nodes,
    controlPlanes,
    pods,
    services,
    outside,
    extensions,
    sources: topology.sources.map((file) => rename('file', file)),
    arrangement: {
      ...topology.arrangement,
      pins: bySubject(topology.arrangement.pins),
      ...(topology.arrangement.alone && { alone: topology.arrangement.alone.map(subject) }),
    },
    networks: topology.networks.map((one) => ({ ...one, name: withoutKnown(one.name, known) })),
    remarks: Object.fromEntries(
      Object.entries(topology.remarks).map(([id, remark]) => [
        subject(id),
        { ...remark, text: withoutKnown(remark.text, known) },
      ]),
    ),
  };
  return { topology: made, subject };
}

/** Every name has its pseudonym before the first text is sought for it. */
function nameAll({ nodes, controlPlanes, pods, services, outside, extensions }: Topology, rename: Rename): void {
  for (const { name } of [...controlPlanes, ...nodes]) rename('node', name);
  for (const { namespace, name } of pods) {
    rename('namespace', namespace);
    rename('pod', name);
  }
  for (const { namespace, name } of services) {
    rename('namespace', namespace);
    rename('service', name);
  }
  for (const { name } of outside) rename('client', name);
  for (const { name } of extensions) rename('extension', name);
}

/** Ids of boxes and connections are made of those of elements, which may hold colons themselves. */
function renamedSubject(subject: string, ids: ReadonlyMap<string, string>): string {
  const [, box = '', rest = ''] = /^([a-z-]+~)?(.*)$/s.exec(subject) ?? [];
  const parts = rest.split(':');
  const made: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    while (to > from + 1 && !ids.has(parts.slice(from, to).join(':'))) to -= 1;
    const part = parts.slice(from, to).join(':');
    made.push(ids.get(part) ?? part);
    from = to;
  }
  return box + made.join(':');
}

function renamedConfig(
  { form, explicitSettings }: ComponentConfig,
  rename: Rename,
  known: (name: string) => string | undefined,
): ComponentConfig {
  const value = <T extends OverruledValue>(key: string, one: T): T => ({
    ...one,
    value: renamedValue(key, one.value, rename, known),
    source: renamedPlace(one.source, rename),
  });
  const setting = (key: string, one: ExplicitSetting): ExplicitSetting => {
    const plain = value(key, one);
    return one.overruled ? { ...plain, overruled: one.overruled.map((other) => value(key, other)) } : plain;
  };
  return {
    form,
    explicitSettings: Object.fromEntries(
      Object.entries(explicitSettings).map(([key, one]) => [key, setting(key, one)]),
    ),
  };
}

function renamedPlace(place: SourcePlace | null, rename: Rename): SourcePlace | null {
  return place && { ...place, file: rename('file', place.file) };
}
