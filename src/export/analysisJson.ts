import type { Analysis } from '../analysis/analyze.ts';
import type { Connection, ConnectionEnd } from '../analysis/connection.ts';
import { openToAnyone } from '../attack/openToAnyone.ts';
import { effectiveSetting, factsOf, type SettingComponent, settingFacts } from '../catalog/settings.ts';
import type { ComponentConfig, EffectiveSetting } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import type { Weakness } from '../weaknesses/weakness.ts';
import { weaknessesAmong, weaknessesOf } from '../weaknesses/weaknessesOf.ts';
import { decisionOn } from './decisions.ts';
import { type Only, onlyOf } from './only.ts';

/** One setting of one component instance, as the JSON contract has it. */
export type SettingRow = EffectiveSetting & {
  readonly component: SettingComponent;
  readonly instance: string;
  readonly key: string;
};

/** A problem of an input, with its text in the language of the output. */
export type IssueRow = {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
};

/** The JSON that tools may rely on; see README, "The JSON". */
export function analysisJson(topology: Topology, analysis: Analysis, issues: readonly IssueRow[], only?: Only): string {
  const { connections } = onlyOf(analysis, only);
  const document = {
    schemaVersion: 1,
    cluster: {
      kubernetesVersion: topology.kubernetesVersion,
      nodes: topology.nodes.filter((node) => node.implied !== true).length,
      pods: topology.pods.length,
      services: topology.services.length,
    },
    settings: settingRows(topology).map(({ basis: _basis, ...row }) => row),
    ...(only ? { query: { text: only.query, shown: connections.length, all: analysis.connections.length } } : {}),
    connections: connections.map((connection) => connectionRow(connection, topology)),
    weaknesses: weaknessesAmong(weaknessesOf(topology, analysis), connections).map(weaknessRow),
    issues,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Every known setting of every component instance, and every other flag that was read. */
export function settingRows(topology: Topology): readonly SettingRow[] {
  const version = topology.kubernetesVersion;
  const hosts = topology.controlPlanes.flatMap((host) =>
    Object.entries(host.components).flatMap(([component, config]) =>
      config && isSettingComponent(component) ? rows(component, host.name, config, version) : [],
    ),
  );
  const nodes = topology.nodes.flatMap((node) => [
    ...rows('kubelet', node.name, node.kubelet, version),
    ...rows('kube-proxy', node.name, node.kubeProxy, version),
    ...(node.konnectivityAgent ? rows('konnectivity-agent', node.name, node.konnectivityAgent, version) : []),
  ]);
  const outside = topology.outside.flatMap(({ kind, name, settings }) =>
    rows(kind === 'client' ? 'kubectl' : kind, name, settings, version),
  );
  const extensions = topology.extensions.flatMap(({ kind, name, settings }) => rows(kind, name, settings, version));
  return [...hosts, ...nodes, ...outside, ...extensions];
}

function isSettingComponent(component: string): component is SettingComponent {
  return settingFacts.some((fact) => fact.component === component);
}

function rows(
  component: SettingComponent,
  instance: string,
  config: ComponentConfig,
  version: string,
): readonly SettingRow[] {
  const known = factsOf(component).map((fact) => fact.key);
  const others = Object.keys(config.explicitSettings).filter((key) => !known.includes(key));
  return [...known, ...others].map((key) => ({
    component,
    instance,
    key,
    ...effectiveSetting(component, config, key, version),
  }));
}

function connectionRow(connection: Connection, topology: Topology) {
  const decision = decisionOn(topology, connection);
  const { path, variant, listener, count, network, proxy, exposure, status, tunnel, evidence } = connection;
  return {
    path,
    ...(variant ? { variant } : {}),
    ...(listener ? { listener } : {}),
    client: endRow(connection.client),
    server: endRow(connection.server),
    count,
    network: { name: network.name, trust: network.trust },
    ...(proxy ? { proxy: { address: proxy.address, applies: proxy.isSure || 'unknown' } } : {}),
    encryption: connection.encryption,
    serverAuthentication: connection.serverAuthentication,
    clientAuthentication: connection.clientAuthentication,
    authorization: connection.authorization,
    integrity: connection.integrity,
    exposure,
    status,
    /** What anybody gains who reaches the server; null where a credential is asked for. */
    openToAnyone: openToAnyone(connection),
    tunnel,
    evidence,
    ...(decision ? { decision: { kind: decision.kind, reason: decision.text } } : {}),
  };
}

function weaknessRow(weakness: Weakness) {
  const { topic, severity, isSure, on, params, reasons } = weakness;
  return {
    id: topic,
    severity,
    applies: isSure || 'unknown',
    on,
    details: params,
    paths: [...new Set(weakness.connections.map(({ path }) => path))],
    settings: reasons.map(({ component, instance, key, setting: { value, source } }) => ({
      component,
      instance,
      key,
      value,
      source,
    })),
  };
}

function endRow({ component, name, namespace }: ConnectionEnd) {
  return { component, name, ...(namespace === undefined ? {} : { namespace }) };
}
