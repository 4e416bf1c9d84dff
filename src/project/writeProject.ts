import type { ModelPart } from '../domain/modelPart.ts';
import type { ComponentConfig, ExplicitSetting, OverruledValue, SourcePlace } from '../domain/settings.ts';
import { controlPlaneComponents, type Topology } from '../domain/topology.ts';

/** Version of our own file form. A reader takes older ones and refuses newer ones. */
export const projectVersion = 2;

/** A topology in one line, for links, pictures and the browser's store. Equal topologies give equal text. */
export function writeProject(topology: Topology): string {
  return JSON.stringify(projectOf(topology));
}

/** A topology as a file that people can read and compare. */
export function writeProjectFile(topology: Topology): string {
  return `${JSON.stringify(projectOf(topology), null, 2)}\n`;
}

/** Elements in one line, to be pasted in this or another tab. */
export function writeModelPart(part: ModelPart): string {
  return JSON.stringify({ mitmap: 'fragment', ...modelPartForm(part) });
}

/** A name for a file about a model, without its ending, of letters that every system takes. */
export function fileStem({ name }: Topology): string {
  const stem = name
    .toLowerCase()
    .replace(/(\.mitmap)?\.(json|ya?ml)$/, '')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
  return stem || 'cluster';
}

/** A name for the file of a project. */
export function projectFileName(topology: Topology): string {
  return `${fileStem(topology)}.mitmap.json`;
}

function projectOf(topology: Topology): unknown {
  return { mitmap: projectVersion, topology: topologyForm(topology) };
}

/**
 * A topology as files have it. Every key is named, so that the order never depends on how a model came to be: fields in the order of the types, maps
 * by their keys. Absent fields stay absent, since `JSON.stringify` leaves out what is undefined.
 */
export function topologyForm(one: Topology): unknown {
  const { pseudonymous } = one;
  return {
    name: one.name,
    kubernetesVersion: one.kubernetesVersion,
    distribution: one.distribution,
    // An earlier version knows the fact alone, and passes over the mark.
    ...(pseudonymous && { pseudonymous: true, ...(pseudonymous !== true && { pseudonymMark: pseudonymous }) }),
    ...modelPartForm(one),
    networks: one.networks.map(({ id, name, trust }) => ({ id, name, trust })),
    listDocumentedTunnels: one.listDocumentedTunnels,
    sources: one.sources,
    arrangement: {
      pins: orderedMap(one.arrangement.pins, ({ x, y }) => ({ x, drop: y })),
      alike: one.arrangement.nodeGrouping,
      ...(one.arrangement.alone ? { alone: one.arrangement.alone } : {}),
    },
    remarks: orderedMap(one.remarks, ({ kind, text }) => ({ kind, text })),
  };
}

/** Every element that a user models. */
export function modelPartForm(one: ModelPart) {
  return {
    controlPlanes: one.controlPlanes.map(({ id, name, components }) => ({
      id,
      name,
      components: Object.fromEntries(
        controlPlaneComponents.flatMap((component) => {
          const config = components[component];
          return config ? [[component, orderedConfig(config)]] : [];
        }),
      ),
    })),
    nodes: one.nodes.map((node) => ({
      id: node.id,
      name: node.name,
      kubelet: orderedConfig(node.kubelet),
      kubeProxy: orderedConfig(node.kubeProxy),
      konnectivityAgent: node.konnectivityAgent && orderedConfig(node.konnectivityAgent),
      ...(node.implied !== undefined && { implied: node.implied }),
      ...(node.zone !== undefined && { zone: node.zone }),
      ...(node.pool !== undefined && { pool: node.pool }),
      ...(node.addresses && { addresses: node.addresses }),
      ...(node.externalAddresses && { externalAddresses: node.externalAddresses }),
    })),
    pods: one.pods.map((pod) => ({
      id: pod.id,
      name: pod.name,
      namespace: pod.namespace,
      nodeId: pod.nodeId,
      labels: orderedMap(pod.labels),
      hostNetwork: pod.hostNetwork,
      running: pod.running,
      tokenMounted: pod.tokenMounted,
      skipsVerification: pod.skipsVerification,
      ports: pod.ports,
    })),
    services: one.services.map((service) => ({
      id: service.id,
      name: service.name,
      namespace: service.namespace,
      type: service.type,
      clusterIp: service.clusterIp,
      selector: orderedMap(service.selector),
      ports: service.ports,
      ...(service.endpointPods && { endpointPods: service.endpointPods }),
      ...(service.externalIps && { externalIps: service.externalIps }),
      ...(service.loadBalancerIps && { loadBalancerIps: service.loadBalancerIps }),
      ...(service.udpPorts && { udpPorts: service.udpPorts }),
    })),
    outside: one.outside.map(({ id, name, kind, settings }) => ({ id, name, kind, settings: orderedConfig(settings) })),
    extensions: one.extensions.map(({ id, name, kind, settings }) => ({
      id,
      name,
      kind,
      settings: orderedConfig(settings),
    })),
  };
}

function orderedConfig({ form, explicitSettings }: ComponentConfig): unknown {
  return { form, stated: orderedMap(explicitSettings, orderedSetting) };
}

function orderedSetting(setting: ExplicitSetting): ExplicitSetting {
  const { overruled } = setting;
  return { ...orderedValue(setting), ...(overruled && { overruled: overruled.map(orderedValue) }) };
}

function orderedValue({ value, origin, source }: OverruledValue): OverruledValue {
  return { value, origin, source: source && orderedPlace(source) };
}

function orderedPlace({ file, line, column }: SourcePlace): SourcePlace {
  return { file, line, ...(column !== undefined && { column }) };
}

/** A map by its keys; by code units, so that the order is the same in every language. */
function orderedMap<T>(
  map: Readonly<Record<string, T>>,
  each: (value: T) => unknown = (value) => value,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(map)
      .sort()
      .flatMap((key) => {
        const value = map[key];
        return value === undefined ? [] : [[key, each(value)] as const];
      }),
  );
}
