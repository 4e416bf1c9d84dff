import { analyze } from '../analysis/analyze.ts';
import type { PathId } from '../catalog/communicationPath.ts';
import type { SettingComponent } from '../catalog/settings.ts';
import { type ComponentConfig, unknownConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';

/** Paths of whole clusters, one hardened and one with tunnels, that are not determined where nothing shows these components’ settings. */
export function pathsShownBy(components: readonly SettingComponent[]): readonly PathId[] {
  const lost = [scenario('hardened'), scenario('konnectivity')].flatMap((known) => {
    const [before, after] = [analyze(known), analyze(without(known, components))];
    const determined = new Set(before.connections.flatMap(({ id, status }) => (status === 'unknown' ? [] : [id])));
    return after.connections.filter(({ id, status }) => status === 'unknown' && determined.has(id));
  });
  return [...new Set(lost.map(({ path }) => path))].sort((a, b) =>
    a[0] === b[0] ? a.localeCompare(b) : a > b ? -1 : 1,
  );
}

function without(topology: Topology, components: readonly SettingComponent[]): Topology {
  const hide = <T extends ComponentConfig | null>(component: SettingComponent, config: T) =>
    config !== null && components.includes(component) ? unknownConfig : config;
  return {
    ...topology,
    controlPlanes: topology.controlPlanes.map((host) => ({
      ...host,
      components: Object.fromEntries(
        Object.entries(host.components).map(([name, config]) => [name, hide(name as SettingComponent, config)]),
      ),
    })),
    nodes: topology.nodes.map((node) => ({
      ...node,
      kubelet: hide('kubelet', node.kubelet),
      kubeProxy: hide('kube-proxy', node.kubeProxy),
      konnectivityAgent: hide('konnectivity-agent', node.konnectivityAgent),
    })),
    extensions: topology.extensions.map((one) => ({ ...one, settings: hide(one.kind, one.settings) })),
  };
}
