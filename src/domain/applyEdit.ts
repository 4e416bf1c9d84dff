import type { ComponentRef, TopologyEdit } from './edit.ts';
import { farthestPin, isWithinCounts, longestText } from './limits.ts';
import { freeId, freeName, withModelPart } from './modelPart.ts';
import { type ComponentConfig, userConfig } from './settings.ts';
import {
  type ClusterNode,
  type ControlPlaneHost,
  type ExtensionKind,
  type NetworkId,
  networkOf,
  type Pod,
  type Service,
  type Topology,
  type Trust,
} from './topology.ts';
import { isValidName } from './violations.ts';

/**
 * A topology after one edit. An edit that would break a rule (an invalid or taken name, a node that does not exist, more than a
 * model may be) returns the topology unchanged, by identity.
 */
export function applyEdit(topology: Topology, edit: TopologyEdit): Topology {
  if (!isStorable(edit)) return topology;
  const changed = edited(topology, edit);
  return isWithinCounts(changed) ? changed : topology;
}

/** Whether what an edit brings can be stored and read again. */
function isStorable(edit: TopologyEdit): boolean {
  switch (edit.type) {
    case 'set-setting':
      return isText(edit.key) && (edit.value === null || isText(edit.value));
    case 'remark':
      return isId(edit.target) && (edit.remark === null || isText(edit.remark.text));
    case 'set-version':
      return isText(edit.version);
    case 'pin':
      return (
        isId(edit.id) && (edit.pin === null || [edit.pin.x, edit.pin.y].every((one) => Math.abs(one) <= farthestPin))
      );
    case 'change-pods':
    case 'change-service':
      return areStorable(edit.change);
    default:
      return true;
  }
}

function areStorable(change: Partial<Pod & Service>): boolean {
  const { name, namespace, clusterIp, ports, labels, selector } = change;
  return (
    [name, namespace, clusterIp].every((one) => one === undefined || one === null || isText(one)) &&
    (ports ?? []).every(Number.isFinite) &&
    [labels, selector].every((map) => Object.entries(map ?? {}).every(([key, value]) => isId(key) && isText(value)))
  );
}

function isText(text: string): boolean {
  return text.length <= longestText;
}

/** A key of a map may not be the name of something that every object has. */
function isId(text: string): boolean {
  return isText(text) && !(text in Object.prototype);
}

function edited(topology: Topology, edit: TopologyEdit): Topology {
  switch (edit.type) {
    case 'replace':
      return edit.topology;
    case 'set-version':
      return { ...topology, kubernetesVersion: edit.version };
    case 'set-network':
      return { ...topology, networks: withTrust(topology, edit.id, edit.trust) };
    case 'add-control-plane':
      return addControlPlane(topology);
    case 'add-node':
      return addNode(topology);
    case 'add-pod':
      return addPod(topology, edit.nodeId);
    case 'add-service':
      return addService(topology);
    case 'add-outside':
      return addOutside(topology, edit.kind);
    case 'add-extension':
      return addExtension(topology, edit.kind);
    case 'rename':
      return rename(topology, edit.id, edit.name);
    case 'remove':
      return remove(topology, edit.ids);
    case 'paste':
      return withModelPart(topology, edit.fragment);
    case 'set-setting':
      return edit.refs.reduce(
        (changed, ref) => changeConfig(changed, ref, (config) => withSetting(config, edit.key, edit.value)),
        topology,
      );
    case 'set-form':
      return edit.refs.reduce(
        (changed, ref) => changeConfig(changed, ref, (config) => ({ ...config, form: edit.form })),
        topology,
      );
    case 'set-component':
      return changeHost(topology, edit.hostId, (host) => {
        const { [edit.component]: present, ...rest } = host.components;
        return {
          ...host,
          components: edit.present ? { ...rest, [edit.component]: present ?? userConfig('flags') } : rest,
        };
      });
    case 'set-agent':
      return changeNode(topology, edit.nodeId, (node) => ({
        ...node,
        konnectivityAgent: edit.present ? (node.konnectivityAgent ?? userConfig('flags')) : null,
      }));
    case 'change-pods': {
      const target = edit.change.nodeId;
      if (target !== undefined && target !== null && !hasHost(topology, target)) return topology;
      return {
        ...topology,
        pods: topology.pods.map((pod) => (edit.ids.includes(pod.id) ? { ...pod, ...edit.change } : pod)),
      };
    }
    case 'pin':
      return {
        ...topology,
        arrangement: { ...topology.arrangement, pins: withEntry(topology.arrangement.pins, edit.id, edit.pin) },
      };
    case 'release-pins':
      return { ...topology, arrangement: { ...topology.arrangement, pins: {} } };
    case 'set-alike':
      return { ...topology, arrangement: { ...topology.arrangement, nodeGrouping: edit.alike } };
    case 'set-alone': {
      const { alone = [], ...others } = topology.arrangement;
      const left = alone.filter((id) => id !== edit.nodeId);
      return { ...topology, arrangement: { ...others, alone: edit.alone ? [...left, edit.nodeId] : left } };
    }
    case 'remark':
      return { ...topology, remarks: withEntry(topology.remarks, edit.target, edit.remark) };
    case 'change-service':
      return {
        ...topology,
        services: topology.services.map((service) =>
          service.id === edit.id ? { ...service, ...edit.change } : service,
        ),
      };
  }
}

/** A network of an older project that had fewer of them is added. */
function withTrust(topology: Topology, id: NetworkId, trust: Trust): Topology['networks'] {
  const changed = { ...networkOf(topology, id), trust };
  const known = topology.networks.some((network) => network.id === id);
  return known
    ? topology.networks.map((network) => (network.id === id ? changed : network))
    : [...topology.networks, changed];
}

function addControlPlane(topology: Topology): Topology {
  const model = topology.controlPlanes.at(-1);
  const name = freeName(
    topology.controlPlanes.map((host) => host.name),
    'control-plane',
  );
  const components = model?.components ?? {
    'kube-apiserver': userConfig('flags'),
    'kube-scheduler': userConfig('flags'),
    'kube-controller-manager': userConfig('flags'),
    etcd: userConfig('flags'),
  };
  return {
    ...topology,
    controlPlanes: [...topology.controlPlanes, { id: freeId(topology, 'host'), name, components }],
  };
}

function addNode(topology: Topology): Topology {
  const model = topology.nodes.at(-1);
  const name = freeName(
    topology.nodes.map((node) => node.name),
    'worker',
  );
  const node: ClusterNode = {
    kubelet: userConfig('config-file'),
    kubeProxy: userConfig('documented'),
    konnectivityAgent: null,
    ...model,
    id: freeId(topology, 'node'),
    name,
  };
  return { ...topology, nodes: [...topology.nodes, node] };
}

function addPod(topology: Topology, nodeId: string | null): Topology {
  const target = nodeId ?? topology.nodes[0]?.id ?? null;
  if (target === null || !hasHost(topology, target)) return topology;
  const names = topology.pods.filter((pod) => pod.namespace === 'default').map((pod) => pod.name);
  const name = freeName(names, 'pod');
  const pod = {
    id: freeId(topology, 'pod'),
    name,
    namespace: 'default',
    nodeId: target,
    labels: { app: name },
    hostNetwork: false,
    running: true,
    tokenMounted: true,
    skipsVerification: false,
    ports: [8080],
  };
  return { ...topology, pods: [...topology.pods, pod] };
}

function addService(topology: Topology): Topology {
  const names = topology.services.filter((service) => service.namespace === 'default').map((service) => service.name);
  const service = {
    id: freeId(topology, 'service'),
    name: freeName(names, 'service'),
    namespace: 'default',
    type: 'ClusterIP',
    clusterIp: null,
    selector: {},
    ports: [80],
  } as const;
  return { ...topology, services: [...topology.services, service] };
}

function addOutside(topology: Topology, kind: 'client' | 'load-balancer'): Topology {
  const name = freeName(
    topology.outside.map((one) => one.name),
    kind,
  );
  const settings = userConfig('documented');
  return { ...topology, outside: [...topology.outside, { id: freeId(topology, 'outside'), name, kind, settings }] };
}

function addExtension(topology: Topology, kind: ExtensionKind): Topology {
  const name = freeName(
    topology.extensions.map((one) => one.name),
    kind,
  );
  const settings = userConfig('documented');
  const added = { id: freeId(topology, 'extension'), name, kind, settings };
  return { ...topology, extensions: [...topology.extensions, added] };
}

function rename(topology: Topology, id: string, name: string): Topology {
  if (!isValidName(name)) return topology;
  const scopes = [topology.controlPlanes, topology.nodes, topology.outside, topology.extensions];
  const scope = scopes.find((members) => members.some((member) => member.id === id));
  if (scope?.some((member) => member.name === name && member.id !== id)) return topology;
  if (takenInNamespace(topology.pods, id, name) || takenInNamespace(topology.services, id, name)) return topology;
  const renamed = <T extends { readonly id: string; readonly name: string }>(members: readonly T[]): readonly T[] =>
    members.map((member) => (member.id === id ? { ...member, name } : member));
  return {
    ...topology,
    controlPlanes: renamed(topology.controlPlanes),
    nodes: renamed(topology.nodes),
    pods: renamed(topology.pods),
    services: renamed(topology.services),
    outside: renamed(topology.outside),
    extensions: renamed(topology.extensions),
  };
}

type Namespaced = { readonly id: string; readonly name: string; readonly namespace: string };

function takenInNamespace(members: readonly Namespaced[], id: string, name: string): boolean {
  const renamed = members.find((member) => member.id === id);
  return members.some((member) => member.id !== id && member.name === name && member.namespace === renamed?.namespace);
}

/** Removing a host removes the pods on it: a pod sits on a node. What was said about them goes with them. */
function remove(topology: Topology, ids: readonly string[]): Topology {
  const gone = new Set(ids);
  for (const pod of topology.pods) if (pod.nodeId !== null && gone.has(pod.nodeId)) gone.add(pod.id);
  const without = <T extends { readonly id: string }>(members: readonly T[]): readonly T[] =>
    members.filter((member) => !gone.has(member.id));
  const kept = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !gone.has(key.slice(key.indexOf('~') + 1))));
  return {
    ...topology,
    controlPlanes: without(topology.controlPlanes),
    nodes: without(topology.nodes),
    pods: without(topology.pods),
    services: without(topology.services),
    outside: without(topology.outside),
    extensions: without(topology.extensions),
    remarks: kept(topology.remarks),
    arrangement: { ...topology.arrangement, pins: kept(topology.arrangement.pins) },
  };
}

function withEntry<T>(entries: Readonly<Record<string, T>>, key: string, value: T | null): Readonly<Record<string, T>> {
  const { [key]: _previous, ...rest } = entries;
  return value === null ? rest : { ...rest, [key]: value };
}

function withSetting(config: ComponentConfig, key: string, value: string | null): ComponentConfig {
  const { [key]: _previous, ...rest } = config.explicitSettings;
  if (value === null) return { ...config, explicitSettings: rest };
  return { ...config, explicitSettings: { ...rest, [key]: { value, origin: 'user', source: null } } };
}

function changeConfig(
  topology: Topology,
  ref: ComponentRef,
  change: (config: ComponentConfig) => ComponentConfig,
): Topology {
  if (ref.at === 'control-plane') {
    return changeHost(topology, ref.hostId, (host) => {
      const config = host.components[ref.component];
      return config ? { ...host, components: { ...host.components, [ref.component]: change(config) } } : host;
    });
  }
  if (ref.at === 'element') {
    const changed = <T extends { readonly id: string; readonly settings: ComponentConfig }>(members: readonly T[]) =>
      members.map((one) => (one.id === ref.id ? { ...one, settings: change(one.settings) } : one));
    return { ...topology, outside: changed(topology.outside), extensions: changed(topology.extensions) };
  }
  return changeNode(topology, ref.nodeId, (node) => {
    if (ref.component === 'kubelet') return { ...node, kubelet: change(node.kubelet) };
    if (ref.component === 'kube-proxy') return { ...node, kubeProxy: change(node.kubeProxy) };
    return node.konnectivityAgent ? { ...node, konnectivityAgent: change(node.konnectivityAgent) } : node;
  });
}

function changeHost(topology: Topology, id: string, change: (host: ControlPlaneHost) => ControlPlaneHost): Topology {
  return {
    ...topology,
    controlPlanes: topology.controlPlanes.map((host) => (host.id === id ? change(host) : host)),
  };
}

function changeNode(topology: Topology, id: string, change: (node: ClusterNode) => ClusterNode): Topology {
  return { ...topology, nodes: topology.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

function hasHost(topology: Topology, id: string): boolean {
  return [...topology.nodes, ...topology.controlPlanes].some((host) => host.id === id);
}
